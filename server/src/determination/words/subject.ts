import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { isOfClass, type DrugClass } from '../../vocabulary/drug-classes.ts';
import { sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';
import { areKin, isGeneralName, meansAnything } from '../../vocabulary/kin.ts';
import { regionsNamed, regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import type { Treatment, TreatmentKind } from '../../vocabulary/treatments.ts';
import { requestWords } from './parent-words.ts';
import { titleWords } from './title-words.ts';

/** A thing that is asked for, by what the vocabularies know of its name. */
interface Subject {
  readonly treatments: readonly Treatment[];
  readonly drugs: readonly Drug[];
  readonly classes: readonly DrugClass[];
  /** Words that no vocabulary knows: "scrambler", "Kinect". */
  readonly loose: ReadonlySet<string>;
}

const subjectIn = keptBy((sentence: Sentence): Subject => ({
  treatments: mentionsOf<Treatment>(sentence, 'treatment').map(({ value }) => value),
  drugs: mentionsOf<Drug>(sentence, 'drug').map(({ value }) => value),
  classes: mentionsOf<DrugClass>(sentence, 'drug-class').map(({ value }) => value),
  loose: looseWords(sentence),
}));

function subjectOf(text: string): Subject {
  return subjectIn(readSentence(text));
}

/** The words outside of every mention, but for those that any request may have. */
function looseWords(sentence: Sentence): ReadonlySet<string> {
  const { tokens, found: { mentions } } = sentence;
  const words = new Set<string>();
  for (let at = 0; at < tokens.count; at++) {
    const isKnown = mentions.some(({ from, to }) => from <= at && at < to);
    if (!isKnown && !hasWord(sentence, 'of-any-request', at, at + 1)) for (const word of requestWords(sentence, at, at + 1).words) words.add(word);
  }
  return words;
}

/**
 * Whether words name another thing than a title asks for: both must be things that the vocabularies know, and nothing may speak for their
 * being one, be it a general name, a kindred treatment, a drug of the class, or a word in common that nobody knows.
 */
export function isAnotherThing(title: string, words: string): boolean {
  // "Manipulation of the elbow under anesthesia" has only words of the title, whatever they are called together.
  const own = titleWords(title);
  if ([...titleWords(words)].every((word) => own.has(word))) return false;
  const [asked, said] = [subjectOf(title), subjectOf(words)];
  if (mayBeOne(asked, said)) return false;
  const [requested, named] = [asked.treatments.filter(isNoClass), said.treatments.filter(isNoClass)];
  if (requested.length > 0 && named.length > 0) return asked.drugs.length === 0 && said.drugs.length === 0;
  if (requested.length > 0) return requested.every(isNoDrugsForm) && asked.drugs.length === 0 && named.length === 0 && (said.drugs.length > 0 || said.classes.length > 0);
  if (named.length > 0) return named.every((each) => (isNoDrugsForm(each) || each.kind === 'testing' || (each.kind === 'program' && each.id !== 'detoxification')) && !isGeneralName(each)) && asked.drugs.length > 0 && said.drugs.length === 0 && said.classes.length === 0;
  return asked.drugs.length > 0 && said.classes.length > 0 && said.drugs.length === 0;
}

/** Whether words name a thing of their own, a drug or a treatment by more than its sort, that a title can't be about. */
export function isForeign(title: string, words: string): boolean {
  const [asked, said] = [subjectOf(title), subjectOf(words)];
  const isKnown = asked.treatments.length + asked.drugs.length > 0;
  return isKnown && (said.drugs.length > 0 || said.treatments.some((each) => isNoClass(each) && !meansAnything(each))) && !mayBeOne(asked, said);
}

/** Whether anything speaks for two names' meaning one thing. */
function mayBeOne(asked: Subject, said: Subject): boolean {
  if ([...said.loose].some((word) => asked.loose.has(word))) return true;
  if (said.drugs.some((drug) => asked.drugs.some((each) => sharesIngredient(drug, each)))) return true;
  if (said.classes.some((each) => asked.drugs.some((drug) => isOfClass(drug, each)) || asked.classes.includes(each))) return true;
  if (asked.classes.some((each) => said.drugs.some((drug) => isOfClass(drug, each)))) return true;
  const [requested, named] = [asked.treatments.filter(isNoClass), said.treatments.filter(isNoClass)];
  return requested.length > 0 && named.length > 0 && !areOthers(requested, named);
}

/** Names that say only what sort of thing is meant tell nothing where a name of its own stands beside: "a consultation with neurology". */
function areOthers(requested: readonly Treatment[], named: readonly Treatment[]): boolean {
  const [own, other] = [requested.filter((each) => !isGeneralName(each)), named.filter((each) => !isGeneralName(each))];
  const [one, another] = own.length > 0 && other.length > 0 ? [own, other] : [sortsOf(requested), sortsOf(named)];
  return one.every((each) => another.every((said) => !areKin(each, said)));
}

/** Without what may mean anything at all, where something else is named: "ultrasound guided injection" is an injection. */
function sortsOf(treatments: readonly Treatment[]): readonly Treatment[] {
  const sorts = treatments.filter((each) => !meansAnything(each));
  return sorts.length > 0 ? sorts : treatments;
}

/** Whether words name outright what a title asks for: the same treatment, or a drug with the same ingredient. */
export function sharesThing(title: string, words: string): boolean {
  const [asked, said] = [subjectOf(title), subjectOf(words)];
  return said.treatments.some(({ id }) => asked.treatments.some((each) => each.id === id)) || said.drugs.some((drug) => asked.drugs.some((each) => sharesIngredient(drug, each)));
}

/** Whether words may name what a title asks for: kindred treatments, none of them a general name, or the same thing. */
export function isKindred(title: string, words: string): boolean {
  const [asked, said] = [subjectOf(title), subjectOf(words)].map(({ treatments }) => treatments.filter((each) => isNoClass(each) && !isGeneralName(each)));
  return sharesThing(title, words) || (asked ?? []).some((one) => (said ?? []).some((other) => areKin(one, other)));
}

function isNoClass({ kind }: Treatment): boolean {
  return kind !== 'medication-class';
}

/** A drug may be given by injection, in a programme or as a kit; none is an MRI or a brace. */
function isNoDrugsForm({ kind }: Treatment): boolean {
  return NO_DRUGS.has(kind);
}

const NO_DRUGS: ReadonlySet<TreatmentKind> = new Set(['imaging', 'electrodiagnostics', 'chiropractic', 'acupuncture', 'surgery', 'psychological', 'home-care', 'transport', 'evaluation']);

/** Whether words name a part of the body, and none that a title's may be: an arm is where the neck's nerves lead, and the other way round. */
export function isAnotherPart(title: string, words: string): boolean {
  const [asked, said] = [regionsNamed(title), regionsNamed(words)];
  if (asked.length === 0 || said.length === 0) return false;
  // "MRI of the thoracic spine" and "of the lumbar spine" are two studies, though one is next to the other.
  if ([...asked, ...said].every((part) => SPINE.has(part))) return !said.some((part) => asked.includes(part));
  return said.every((part) => asked.every((each) => !regionsRelated(part, each) && !shareNerves(part, each)));
}

/** Whether two parts are of two limbs, or of a limb and the spine, and no nerve leads from one to the other. */
export function areFarApart(one: RegionId, other: RegionId): boolean {
  if (![one, other].every((part) => SPINE.has(part) || LIMBS.some((limb) => limb.has(part)))) return false;
  return !regionsRelated(one, other) && !shareNerves(one, other) && !areOfOneLimb(one, other);
}

/** Whether two parts are of an arm, or of a leg. */
export function areOfOneLimb(one: RegionId, other: RegionId): boolean {
  return LIMBS.some((limb) => limb.has(one) && limb.has(other));
}

const ARM: ReadonlySet<RegionId> = new Set(['shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand']);
const LEG: ReadonlySet<RegionId> = new Set(['hip', 'groin', 'pelvis', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot']);
const LIMBS = [ARM, LEG] as const;
const SPINE: ReadonlySet<RegionId> = new Set(['neck', 'upper-back', 'low-back']);
/** Where nerves of the spine lead, and where their pain is felt. */
const NERVES: Partial<Record<RegionId, ReadonlySet<RegionId>>> = {
  'neck': new Set<RegionId>([...ARM, 'head', 'jaw', 'face', 'upper-back']), 'low-back': new Set<RegionId>([...LEG, 'upper-back', 'abdomen']), 'upper-back': new Set<RegionId>(['chest', 'abdomen', 'lung']),
};

/** Whether nerves of one lead to the other, as those of the neck to the arm. */
function shareNerves(one: RegionId, other: RegionId): boolean {
  return NERVES[one]?.has(other) === true || NERVES[other]?.has(one) === true;
}
