import type { DecisionWord, Patient, RequestKind, SourceName } from './letter-spec.ts';

// The words that fictional letters are made of. None is taken from a real letter or guideline.

export interface Region {
  readonly words: readonly string[];
  readonly sided: boolean;
  /** ACOEM chapter of 2004: number and title, with the year that the MTUS cites. */
  readonly chapter: number;
  readonly chapterTitle: string;
  readonly chapterYear: number;
  /** ACOEM topic guideline in force in early 2020, and its predecessor's year. */
  readonly topic: string;
  readonly topicYear: number;
  readonly odg: string;
  readonly surgeries: readonly string[];
  readonly braces: readonly string[];
}

export const REGIONS: Readonly<Record<string, Region>> = {
  'low-back': {
    words: ['lumbar spine', 'low back'], sided: false, chapter: 12, chapterTitle: 'Low Back Complaints', chapterYear: 2004, topic: 'Low Back Disorders', topicYear: 2019,
    odg: 'Low Back', surgeries: ['Lumbar laminectomy', 'Lumbar discectomy'], braces: ['Lumbar support brace'],
  },
  neck: {
    words: ['cervical spine', 'neck'], sided: false, chapter: 8, chapterTitle: 'Neck and Upper Back Complaints', chapterYear: 2004, topic: 'Cervical and Thoracic Spine Disorders', topicYear: 2018,
    odg: 'Neck and Upper Back', surgeries: ['Anterior cervical discectomy and fusion'], braces: ['Soft cervical collar'],
  },
  shoulder: {
    words: ['shoulder'], sided: true, chapter: 9, chapterTitle: 'Shoulder Complaints', chapterYear: 2004, topic: 'Shoulder Disorders', topicYear: 2016,
    odg: 'Shoulder', surgeries: ['shoulder arthroscopy with rotator cuff repair', 'shoulder arthroscopy with subacromial decompression'], braces: ['Shoulder sling'],
  },
  elbow: {
    words: ['elbow'], sided: true, chapter: 10, chapterTitle: 'Elbow Complaints', chapterYear: 2007, topic: 'Elbow Disorders', topicYear: 2018,
    odg: 'Elbow', surgeries: ['elbow cubital tunnel release'], braces: ['Elbow brace'],
  },
  wrist: {
    words: ['wrist'], sided: true, chapter: 11, chapterTitle: 'Forearm, Wrist, and Hand Complaints', chapterYear: 2004, topic: 'Hand, Wrist, and Forearm Disorders', topicYear: 2019,
    odg: 'Forearm, Wrist, & Hand', surgeries: ['wrist carpal tunnel release'], braces: ['Wrist splint'],
  },
  knee: {
    words: ['knee'], sided: true, chapter: 13, chapterTitle: 'Knee Complaints', chapterYear: 2004, topic: 'Knee Disorders', topicYear: 2015,
    odg: 'Knee & Leg', surgeries: ['knee arthroscopy with partial meniscectomy', 'knee arthroplasty'], braces: ['Hinged knee brace'],
  },
  ankle: {
    words: ['ankle'], sided: true, chapter: 14, chapterTitle: 'Ankle and Foot Complaints', chapterYear: 2004, topic: 'Ankle and Foot Disorders', topicYear: 2018,
    odg: 'Ankle & Foot', surgeries: ['ankle arthroscopy with debridement'], braces: ['Lace-up ankle brace'],
  },
};

export interface Drug {
  /** Title names: brand and generic. */
  readonly names: readonly [string, string];
  readonly strength: string;
  readonly source: SourceName;
  /** Of the 2016 edition. */
  readonly section: string;
  /** Of the 2009 edition. */
  readonly pages: string;
  readonly className: string;
  readonly tapered: boolean;
}

const nsaid = { source: 'chronic-pain', section: 'NSAIDs (non-steroidal anti-inflammatory drugs)', pages: '67-68', className: 'NSAIDs', tapered: false } as const;
const relaxant = { source: 'chronic-pain', section: 'Muscle relaxants (for pain)', pages: '63-66', className: 'muscle relaxants', tapered: false } as const;
const opioid = { source: 'opioids', section: '', pages: '76-80', className: 'opioids', tapered: true } as const;
const benzodiazepine = { source: 'chronic-pain', section: 'Benzodiazepines', pages: '24', className: 'benzodiazepines', tapered: true } as const;

export const DRUGS: Readonly<Record<string, Drug>> = {
  naproxen: { names: ['Naprosyn', 'Naproxen'], strength: '500 mg', ...nsaid },
  ibuprofen: { names: ['Motrin', 'Ibuprofen'], strength: '800 mg', ...nsaid },
  cyclobenzaprine: { names: ['Flexeril', 'Cyclobenzaprine'], strength: '7.5 mg', ...relaxant },
  tizanidine: { names: ['Zanaflex', 'Tizanidine'], strength: '4 mg', ...relaxant },
  gabapentin: {
    names: ['Neurontin', 'Gabapentin'], strength: '300 mg', source: 'chronic-pain', section: 'Antiepilepsy drugs (AEDs) for pain', pages: '16-19', className: 'antiepileptic drugs', tapered: false,
  },
  duloxetine: {
    names: ['Cymbalta', 'Duloxetine'], strength: '60 mg', source: 'chronic-pain', section: 'Antidepressants for chronic pain', pages: '13-16', className: 'antidepressants', tapered: false,
  },
  hydrocodone: { names: ['Norco', 'Hydrocodone/acetaminophen'], strength: '10/325 mg', ...opioid },
  oxycodone: { names: ['Percocet', 'Oxycodone/acetaminophen'], strength: '5/325 mg', ...opioid },
  tramadol: { names: ['Ultram', 'Tramadol'], strength: '50 mg', ...opioid },
  lorazepam: { names: ['Ativan', 'Lorazepam'], strength: '1 mg', ...benzodiazepine },
  diazepam: { names: ['Valium', 'Diazepam'], strength: '5 mg', ...benzodiazepine },
  omeprazole: {
    names: ['Prilosec', 'Omeprazole'], strength: '20 mg', source: 'chronic-pain', section: 'NSAIDs, GI symptoms & cardiovascular risk', pages: '68-69', className: 'proton pump inhibitors', tapered: false,
  },
  famotidine: {
    names: ['Pepcid', 'Famotidine'], strength: '20 mg', source: 'chronic-pain', section: 'NSAIDs, GI symptoms & cardiovascular risk', pages: '68-69', className: 'H2 blockers', tapered: false,
  },
};

/** What a guideline says, {G} being its name. */
export const GUIDELINE_SENTENCES: Readonly<Record<RequestKind, readonly string[]>> = {
  imaging: ['{G} keeps this study for findings that a course of care has not settled.', '{G} advises the study where its result would change what is done next.'],
  therapy: ['{G} supports a short course with a fading frequency that passes into exercise at home.', '{G} asks for a stated goal and for a measure of what the visits achieve.'],
  acupuncture: ['{G} supports a few treatments first, and more only where function improves.', '{G} allows a trial as an addition to active care.'],
  injection: ['{G} gives an injection a place where a course of care has failed.', '{G} asks for findings that agree with the films before an injection.'],
  equipment: ['{G} supports a device where it serves a stated purpose for a stated time.', '{G} asks what a device will do that exercise alone would not.'],
  drug: ['{G} gives {C} a place where relief and function are recorded at each visit.', '{G} supports {C} for a limited time, at the lowest dose that works.'],
  test: ['{G} advises testing at intervals that follow from the risk of the single case.', '{G} supports testing where the result is acted upon.'],
  surgery: ['{G} supports an operation where a lesion is shown and a course of care has failed.', '{G} asks for clear clinical and imaging evidence of a lesion that an operation can help.'],
  dependant: ['{G} speaks of care that goes with an operation.'],
};

/** What the file shows, {P} being the patient, {He} and {His} the pronouns. */
export const FACTS: Readonly<Record<DecisionWord, readonly string[]>> = {
  Upheld: [
    'The notes of the last three visits give this {P} no goal and no measure of progress.',
    'For this {P} the file has no report on what the last course achieved.',
    'The treating physician does not say what the request should add to the care that the {P} has had.',
    '{He} returned to full duty, and the record names nothing that still holds {him} back.',
    'The last progress note repeats the wording of the year before, and the {P} reports the same score at every visit.',
  ],
  Overturned: [
    'The treating physician names the aim, and the findings of the last visit agree with it.',
    'This {P} walks farther and sleeps longer since spring, as the notes show visit by visit.',
    'For this {P} a full course of care at home was tried, and the record shows that it did not help.',
    '{His} work asks for long shifts, and the notes show that {he} can now work through them.',
    'The records show a steady gain in function for this {P} over four visits.',
  ],
};

/** The same with the region in it, {R} being its name. */
export const REGION_FACTS: Readonly<Record<DecisionWord, readonly string[]>> = {
  Upheld: ['On examination of the {P} the {R} moved freely.', 'The {R} of this {P} showed full strength on the last examination.'],
  Overturned: ['On examination of the {P} motion of the {R} was down by a third.', 'The {R} of this {P} was tender and weak on the last three examinations.'],
};

/** What an approval of such a request is usually judged by. */
export const CRITERIA_FACTS: readonly { readonly request: RegExp; readonly fact: string }[] = [
  { request: /epidural/i, fact: 'The pain of this {P} follows a dermatome, the MRI of spring shows a disc at that level, and exercise and medication did not help.' },
  {
    request: /norco|hydrocodone|percocet|oxycodone|ultram|tramadol/i,
    fact: 'For this {P} the notes record pain of four with and of eight without it, the CURES report and a urine drug test agree with what is prescribed, and a signed agreement is on file.',
  },
  { request: /^TENS/, fact: 'This {P} kept a log through a rented trial of one month and needed less medication by its end.' },
  {
    request: /arthroscopy|release|laminectomy|discectomy|arthroplasty|fusion/i,
    fact: 'The MRI, the x-ray grade of each compartment and the nerve conduction study of this {P} agree with the weakness on examination, and half a year of exercise, medication and injections did not help.',
  },
];

/** Null where nothing in particular is expected. */
export function criteriaFact(words: string): string | null {
  return CRITERIA_FACTS.find(({ request }) => request.test(words))?.fact ?? null;
}

/** {X} is the request. */
export const CONCLUSIONS: Readonly<Record<DecisionWord, readonly string[]>> = {
  Upheld: [
    'Therefore, the request for {X} is not medically necessary.', 'As such, the requested {X} is not medically necessary.', 'Therefore, medical necessity of the requested {X} has not been established.',
    'Thus, the request for {X} cannot be considered medically necessary.', 'The requested {X} is therefore not medically necessary.',
  ],
  Overturned: [
    'Therefore, the request for {X} is medically necessary.', 'As such, the requested {X} is medically necessary.', 'Therefore, medical necessity of the requested {X} has been established.',
    'Thus, the request for {X} is considered medically necessary.', 'The requested {X} is therefore medically necessary.',
  ],
};

export const TAPER_NOTES: readonly string[] = [
  'It should not be stopped at once; a slow taper is advised.', 'A gradual taper under the care of the treating physician is advised.', 'Weaning over several weeks is advised.',
];

export function fill(sentence: string, patient: Patient, words: Readonly<Record<string, string>> = {}): string {
  const male = patient.sex === 'male';
  const own: Readonly<Record<string, string>> = { P: patient.noun, He: male ? 'He' : 'She', he: male ? 'he' : 'she', His: male ? 'His' : 'Her', his: male ? 'his' : 'her', him: male ? 'him' : 'her', ...words };
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => own[key] ?? '');
}
