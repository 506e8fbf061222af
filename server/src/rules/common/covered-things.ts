import type { Thing } from '../../determination/words/named-things.ts';

/** What a denial of one thing denies with it, by their ids; a kind of treatments stands behind "kind:". */
const COVERED: Readonly<Record<string, readonly string[]>> = {
  injection: ['kind:injection'],
  surgery: ['kind:surgery', 'scoped'],
  arthroscopy: ['scoped'],
  imaging: ['kind:imaging'],
  consultation: ['kind:consultation', 'surgeon', 'pain-specialist', 'neurologist'],
  'conservative-care': ['kind:therapy', 'kind:chiropractic', 'kind:acupuncture', 'kind:injection'],
  'epidural-steroid-injection': ['transforaminal-epidural', 'interlaminar-epidural', 'caudal-epidural'],
  'joint-injection': ['corticosteroid-injection'],
  'corticosteroid-injection': ['joint-injection'],
  'electrodiagnostic-study': ['emg', 'ncs', 'emg-ncs'],
  'emg-ncs': ['emg', 'ncs', 'electrodiagnostic-study'],
  emg: ['emg-ncs'],
  ncs: ['emg-ncs'],
  chiropractic: ['spinal-manipulation'],
  'spinal-manipulation': ['chiropractic'],
  'manual-therapy': ['chiropractic', 'spinal-manipulation', 'massage-therapy'],
  therapy: ['kind:therapy'],
  snri: ['duloxetine', 'venlafaxine', 'milnacipran', 'desvenlafaxine'],
  ssri: ['sertraline', 'fluoxetine', 'paroxetine', 'citalopram', 'escitalopram'],
  tricyclic: ['amitriptyline', 'nortriptyline', 'imipramine', 'doxepin', 'desipramine'],
  'sympathetic-block': ['stellate-ganglion-block'],
  botulinum: ['onabotulinumtoxinA', 'abobotulinumtoxinA', 'incobotulinumtoxinA', 'rimabotulinumtoxinB'],
  'beta-blocker': ['propranolol', 'metoprolol', 'timolol', 'atenolol', 'nadolol'],
  'nerve-block': ['medial-branch-block', 'facet-injection', 'occipital-nerve-block', 'stellate-ganglion-block', 'sympathetic-block', 'selective-nerve-root-block'],
  stimulation: ['spinal-cord-stimulator'],
  'manual-care': ['chiropractic', 'spinal-manipulation', 'manual-therapy', 'massage-therapy'],
  'physical-therapy': ['aquatic-therapy'],
  aquatic: ['aquatic-therapy'],
  psychotherapy: ['cbt', 'group-therapy'],
  cbt: [],
  'mental-health-care': ['psychotherapy', 'cbt', 'group-therapy'],
  psychologist: ['psychological-evaluation', 'psychotherapy', 'cbt'],
  'psychological-evaluation': ['psychologist'],
  'mental-health-professional': ['psychologist', 'psychiatrist', 'psychological-evaluation', 'psychotherapy', 'cbt'],
  surgeon: ['orthopedic-consultation', 'spine-surgery-consultation', 'hand-surgeon-consultation'],
  'orthopedic-consultation': ['surgeon'],
  'spine-surgery-consultation': ['surgeon', 'orthopedic-consultation'],
  'pain-specialist': ['pain-management-consultation'],
  'pain-management-consultation': ['pain-specialist'],
  neurologist: ['neurology-consultation'],
  'neurology-consultation': ['neurologist'],
  podiatrist: ['podiatry-consultation'],
  internist: ['internal-medicine-consultation'],
  ophthalmologist: ['ophthalmology-consultation'],
  ent: ['ent-consultation'],
  dentist: ['dental-consultation'],
  dietitian: ['nutrition-consultation', 'nutritional-evaluation'],
  splinting: ['kind:brace', 'wrist-brace', 'thumb-spica', 'finger-splint', 'brace'],
  brace: ['knee-brace', 'wrist-brace', 'elbow-brace', 'ankle-brace', 'shoulder-brace', 'hip-brace', 'lumbar-support'],
  'home-exercise': ['home-exercise-program'],
  'home-exercise-program': ['home-exercise'],
  preventive: ['topiramate', 'propranolol', 'amitriptyline', 'nortriptyline', 'metoprolol', 'timolol', 'candesartan', 'divalproex', 'valproate', 'venlafaxine', 'botulinum'],
  'first-line-nerve-drug': ['gabapentin', 'pregabalin', 'duloxetine', 'amitriptyline', 'nortriptyline', 'venlafaxine'],
  ecg: ['ekg'],
  'liver-tests': ['liver-function'],
  'liver-function': ['liver-tests'],
  labs: ['cbc', 'metabolic-panel', 'liver-function', 'liver-tests', 'renal-function', 'lipid-panel', 'hba1c', 'thyroid-test', 'testosterone-level', 'vitamin-d-level', 'inflammatory-markers'],
  comorbidity: ['diabetes', 'hypertension', 'heart-disease', 'kidney-disease', 'liver-disease', 'asthma', 'copd', 'sleep-apnea', 'cancer', 'rheumatoid', 'stroke', 'seizures'],
  electrodiagnostics: ['kind:electrodiagnostics'],
  neuropathy: ['carpal-tunnel-syndrome', 'cubital-tunnel-syndrome'],
  'therapeutic-exercise': ['physical-therapy'],
  headache: ['morning-headache'],
  'gi-disease': ['ulcer', 'gi-bleed', 'bleeding-ulcer', 'reflux'],
  ulcer: ['bleeding-ulcer'],
  'gi-bleed': ['bleeding-ulcer'],
  hyaluronate: ['viscosupplementation'],
  'gi-risk': ['ulcer', 'gi-bleed', 'bleeding-ulcer'],
  'gain-any': ['kind:gain'],
  'tear rotator cuff': ['tear supraspinatus', 'tear infraspinatus', 'tear subscapularis'],
  'tear meniscus': ['tear medial meniscus', 'tear lateral meniscus'],
  'tear menisci': ['tear medial meniscus', 'tear lateral meniscus', 'tear meniscus'],
  'pulmonary-function-test': ['spirometry'],
  spirometry: ['pulmonary-function-test'],
};

/** States that a part of the body is in. */
const STATES_OF_A_PLACE: ReadonlySet<string> = new Set(['nonunion', 'night-pain', 'giving-way', 'locking', 'catching']);
/** Kinds of what is done to a person and not to a part of the body. */
const WITHOUT_PLACE: ReadonlySet<string> = new Set(['drug', 'medication-class', 'psychological', 'testing', 'program', 'home-care', 'transport', 'state', 'grade']);
/** Care that isn't of a part of the body. */
const CARE_WITHOUT_PLACE: ReadonlySet<string> = new Set([
  'psychologist', 'psychiatrist', 'mental-health-professional', 'mental-health-care', 'cures', 'opioid-agreement', 'opioid-risk-assessment', 'preventive', 'first-line-nerve-drug', 'sleep-hygiene', 'headache-diary', 'internist', 'cardiologist', 'rheumatologist',
  'gastroenterologist', 'dietitian', 'ophthalmologist', 'ent', 'dentist', 'liver-tests', 'ekg', 'spirometry', 'snri', 'ssri', 'tricyclic', 'beta-blocker', 'anticoagulant', 'blood-pressure-log', 'urine-drug-test', 'sleep-study', 'hba1c', 'botulinum', 'eeg', 'cpap', 'neurologist', 'neurology-consultation',
]);

/** Drugs that are given by what has a name of its own. */
const BY_CLASS: Readonly<Record<string, string>> = { hyaluronate: 'viscosupplementation' };

/** Whether a denial of one thing denies another with it. A drug is denied in any combination. */
export function coversThing(denied: Thing, other: Thing): boolean {
  if (denied.kind === 'drug' && other.kind === 'drug') return denied.id.split('/').some((part) => other.id.split('/').includes(part));
  if (BY_CLASS[denied.drugClass ?? ''] === other.id || BY_CLASS[other.drugClass ?? ''] === denied.id) return true;
  if (denied.id === other.id || (denied.kind === 'medication-class' && other.drugClass === denied.id)) return true;
  const covered = COVERED[denied.id] ?? [];
  return covered.includes(other.id) || covered.includes(`kind:${other.kind}`);
}

/** Whether one of two things is the other, or of its kind. */
export function areOfOneThing(one: Thing, other: Thing): boolean {
  return coversThing(one, other) || coversThing(other, one);
}

/** Whether a thing has no side or region: a drug, a sleep study, an illness. */
export function isWithoutPlace({ id, kind }: Thing): boolean {
  if (STATES_OF_A_PLACE.has(id)) return false;
  return WITHOUT_PLACE.has(kind) || CARE_WITHOUT_PLACE.has(id);
}
