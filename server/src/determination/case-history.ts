import { assertionOf, cueBefore } from '../language/assertion.ts';
import { clauseAt } from '../language/clauses.ts';
import { phraseAt } from '../language/lexicon.ts';
import { hasWord, mentionsOf, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Statement } from '../language/statement.ts';
import { keptBy } from '../markdown/kept-by.ts';
import { span, type Span } from '../markdown/span.ts';
import type { Drug } from '../vocabulary/drugs.ts';
import { findDates } from '../vocabulary/dates.ts';
import { isNumberWord, readAmount } from '../vocabulary/numbers.ts';
import type { Treatment } from '../vocabulary/treatments.ts';
import { noPlace, ownPlace, placeBehind, placesBehind, type FactPlace, type OwnPlace } from './case-places.ts';
import { isAnotherTime, isOfTheReview, speaksOfMany } from './case-voice.ts';
import { resultsIn } from './case-results.ts';
import { thingsDenied } from './denied-things.ts';
import type { Prose } from './model.ts';
import { asThing, gainNamed, thingsNamed, type Thing } from './named-things.ts';
import { allSentences, ownSentences, type PlacedSentence } from './statements.ts';

/**
 * Something of the patient's history that words state. `smoking`, `work status`, `handedness`, `score …`: `value` is what they say; `treatment`: `done` or
 * `never`, `asked` where it is only requested; `visits`: how many, as a number in digits. Span: in the prose's text.
 */
export interface HistoryFact extends FactPlace {
  readonly topic: string;
  readonly value: string;
  readonly name: string;
  readonly sure: boolean;
  readonly treatment: ToldTreatment | null;
  /** The fingers, toes and spinal levels that the words name with it. */
  readonly parts?: readonly string[];
  /** Of a gain: what it comes of, as far as that is told. */
  readonly of?: readonly Thing[];
  readonly span: Span;
}

/** What was done or not, or how somebody is. */
export type ToldTreatment = Thing;

type Unplaced = Omit<HistoryFact, keyof FactPlace | 'span'> & { readonly from: number; readonly to: number };
type UnplacedFact = Unplaced & OwnPlace;

/** What a case summary tells of the history. Kept with the prose. */
export const historyInSummary = keptBy((prose: Prose): readonly HistoryFact[] => {
  let before = noPlace;
  let treated: readonly Thing[] = [];
  return allSentences(prose).flatMap((placed) => {
    const here = treatmentsOf(placed.sentence);
    const read = toldInSummary(placed.sentence).map((fact) => placedFact(fact.topic === 'gain' ? { ...fact, of: here.length > 0 ? here : treated } : fact, placed, before));
    before = placesBehind(placed.sentence, before);
    treated = here;
    return read;
  });
});

/** The treatments and drugs that a sentence names. */
function treatmentsOf(sentence: Sentence): Thing[] {
  return thingsNamed(sentence).map(({ thing }) => thing).filter(({ kind }) => kind !== 'state' && kind !== 'gain');
}

const toldInSummary = keptBy((sentence: Sentence): readonly UnplacedFact[] =>
  [...statedIn(sentence), ...thingsTold(sentence)].map((fact) => ({ ...summarySure(sentence, fact), ...ownPlace(sentence, fact), parts: partsIn(sentence, 0, sentence.tokens.count) })));

/** Every number of a summary, in digits: a figure that it has anywhere contradicts nothing. Kept with the prose. */
export const numbersInSummary = keptBy((prose: Prose): ReadonlySet<string> => new Set(allSentences(prose).flatMap(({ sentence }) => numbersOf(sentence))));

const numbersOf = keptBy(({ tokens }: Sentence): readonly string[] => tokens.keys.flatMap((key, i) =>
  (tokens.kinds[i] === 'number' || isNumberWord(key) ? readAmount(tokens.text, tokens.starts[i] ?? 0)?.values.map(String) ?? [key] : [])));

/** What a rationale tells of the history in its own words. Kept with the prose. */
export const historyInRationale = keptBy((prose: Prose): readonly HistoryFact[] => {
  let before: readonly Thing[] = [];
  return ownSentences(prose).flatMap((placed) => {
    const read = toldInRationale(placed.sentence).flatMap((fact) => whatIsMeant(placed.sentence, fact, before) ?? []);
    before = treatmentsOf(placed.sentence);
    return read.map((fact) => placedFact(fact, placed, noPlace));
  });
});

/** "None was given": of what the sentence, or the one before, names alone; "such studies": of the last. Null where it may be one of several. */
function whatIsMeant(sentence: Sentence, fact: UnplacedFact, before: readonly Thing[]): UnplacedFact | null {
  if (fact.treatment?.kind !== 'named-before') return fact;
  const here = thingsNamed(sentence).filter(({ thing: { kind }, to }) => to <= fact.from && kind !== 'state' && kind !== 'gain').map(({ thing }) => thing);
  const named = here.length > 0 ? here : before;
  const meant = named.at(-1);
  const isOne = named.every(({ id }) => id === meant?.id) || sentence.tokens.keys[fact.from] === 'such';
  return meant && isOne ? { ...fact, treatment: meant, name: meant.name } : null;
}

const toldInRationale = keptBy((sentence: Sentence): readonly UnplacedFact[] =>
  statedIn(sentence).map((fact) => ({ ...rationaleSure(sentence, fact), ...ownPlace(sentence, fact), parts: partsIn(sentence, fact.from, fact.to) })));

const FINE_PART = /^(?:[clts]\d{1,2}|thumb|index|middle|ring|little|small|pinky|toe|hallux|heel)$/;

function partsIn({ tokens }: Sentence, from: number, to: number): string[] {
  return tokens.keys.slice(from, to).filter((key) => FINE_PART.test(key));
}

function placedFact({ from, to, ownRegions, ownSides, ownDates, ...fact }: UnplacedFact, { sentence, start }: PlacedSentence, before: FactPlace): HistoryFact {
  const { starts, ends } = sentence.tokens;
  return { ...fact, ...placeBehind({ ownRegions, ownSides, ownDates }, before), span: span(start + (starts[from] ?? 0), start + (ends[to - 1] ?? 0)) };
}

/** A request, a plan or the review is no history, nor is what one of the family takes. */
function summarySure(sentence: Sentence, fact: Unplaced): Unplaced {
  const another = fact.value === 'done' && hasWord(sentence, 'of-the-family', 0, fact.from);
  return fact.sure && (another || isOfTheReview(sentence) || (fact.value === 'never' && hasWord(sentence, 'to-come'))) ? { ...fact, sure: false } : fact;
}

const TIMELESS = new Set(['occupation', 'mechanism of injury', 'handedness']);
/** What was done may be told of any time; whether a denial is of all times is told with it. */
const OF_ANY_TIME = new Set(['done', 'never', 'absent']);

/** How things stand is told of now only. */
function rationaleSure(sentence: Sentence, fact: Unplaced): Unplaced {
  const clause = clauseAt(sentence.clauses, fact.from);
  const general = hasWord(sentence, 'speaks-generally', clause?.from, clause?.to) || hasWord(sentence, 'others-words') || speaksOfMany(sentence);
  const elsewhen = !TIMELESS.has(fact.topic) && !OF_ANY_TIME.has(fact.value) && isAnotherTime(sentence, fact);
  const advice = fact.topic === 'result' && hasWord(sentence, 'speaks-generally');
  const more = fact.topic === 'visits' && (hasWord(sentence, 'more-of', clause?.from, clause?.to) || !hasWord(sentence, 'did', Math.max(0, fact.from - 6), fact.to));
  return fact.sure && (general || advice || elsewhen || more) ? { ...fact, sure: false } : fact;
}

function statedIn(sentence: Sentence): Unplaced[] {
  const told = statementsOf(sentence, 'case').flatMap((statement) => historyOf(sentence, statement) ?? []);
  told.sort((one, other) => Number(other.treatment !== null) - Number(one.treatment !== null));
  const facts = [...told, ...denied(sentence), ...results(sentence)];
  return facts.filter((fact, i) => !facts.slice(0, i).some((known) => isReadTwice(known, fact)));
}

/** Two rows may read the same words. */
function isReadTwice(one: Unplaced, other: Unplaced): boolean {
  return one.topic === other.topic && one.value === other.value && one.from < other.to && other.from < one.to;
}

function historyOf(sentence: Sentence, statement: Statement): Unplaced | null {
  const { says: { history, value, name }, from, to, slots } = statement;
  if (history === undefined) return null;
  const fact = { treatment: null, from, to, sure: !assertionOf(sentence, from, to).denied && !assertionOf(sentence, from, to).possible };
  const number = slots['number'] ? String(readAmount(slots['number'].text, 0)?.values[0] ?? '') : '';
  switch (history) {
    case 'score': return slots['number'] && PART_OF_SUM.test(sentence.text.slice(slots['number'].span.end)) ? null : scoreFact(fact, name ?? slots['of']?.text ?? '', number);
    case 'structure': {
      const torn = slots['of']?.text.toLowerCase().replace(/ tendon$/, '') ?? '';
      return { ...fact, topic: 'state', value: value ?? '', name: `tear of the ${torn}`, treatment: { id: `tear ${torn}`, kind: 'structure', name: `tear of the ${torn}` }, sure: value === 'absent' ? isPlainly(sentence, from) : fact.sure };
    }
    case 'done': return doneFact(sentence, statement);
    case 'gain': return { ...fact, topic: history, value: 'present', name: value ?? '', treatment: gainNamed(value ?? ''), sure: fact.sure && isGain(sentence, statement) };
    case 'visits': return { ...fact, topic: 'visits', value: number, name: slots['of']?.text ?? '', treatment: treatmentOf(sentence, statement) };
    case 'completed': return { ...fact, topic: 'visits', value: number, name: 'visits' };
    case 'allergy': {
      const treatment = treatmentOf(sentence, statement);
      return treatment && { ...fact, topic: 'allergy', value: treatment.id, name: treatment.name, treatment };
    }
    case 'occupation': return { ...fact, topic: history, value: value ?? '', name: name ?? '', sure: fact.sure && isOfTheWorker(sentence, from) };
    case 'mechanism': return { ...fact, topic: 'mechanism of injury', value: value ?? '', name: name ?? '', sure: fact.sure && !isOfFigures(sentence, to) && (hasWord(sentence, 'told-of-the-injury') || findDates(sentence.text).length > 0) };
    default: return value === undefined ? null : { ...fact, topic: history, value, name: name ?? history };
  }
}

/** "MED = 60 (morphine) + …". */
const PART_OF_SUM = /^\s*(?:\([^)]{0,30}\)\s*)?\+/;

/** The names of one measure are one topic. */
const SCALES: Readonly<Record<string, string>> = { hba1c: 'a1c', hemoglobina1c: 'a1c', bodymassindex: 'bmi', apneahypopneaindex: 'ahi', forcedvitalcapacity: 'fvc', lvef: 'ejectionfraction' };

function scoreFact(fact: Pick<Unplaced, 'treatment' | 'from' | 'to' | 'sure'>, name: string, value: string): Unplaced {
  const scale = name.toLowerCase().replace(/\W/g, '');
  return { ...fact, topic: `score ${SCALES[scale] ?? scale}`, value, name };
}

/** Nothing that may be denies what it says: "whether the cuff is intact". */
function isPlainly(sentence: Sentence, from: number): boolean {
  const { possible, conditional, planned } = assertionOf(sentence, from, from + 1);
  return !possible && !conditional && !planned;
}

/** "Pain fell from 9 to 4", "a fall in the score". */
function isOfFigures({ tokens }: Sentence, to: number): boolean {
  return tokens.kinds[to] === 'number' || tokens.keys[to] === 'in';
}

/** "This nurse", "a 48-year-old forklift driver": a trade alone may be anybody's. */
function isOfTheWorker(sentence: Sentence, from: number): boolean {
  return sentence.tokens.keys[from - 1] === 'this' || hasWord(sentence, 'told-of-the-worker', Math.max(0, from - 9), Math.min(sentence.tokens.count, from + 3));
}

/** A figure of pain that fell, not one of a scale of five nor of motion; a gain that came, and not one that is hoped for. */
function isGain(sentence: Sentence, { says, slots: { first, number, percent } }: Statement): boolean {
  if (hasWord(sentence, 'to-come') && !hasWord(sentence, 'surely-done')) return false;
  if (first && number) return Number(first.text) > Number(number.text) && Number(first.text) <= 10 && hasWord(sentence, 'of-pain');
  return says['value'] === 'gain-function' || percent === undefined || Number(percent.text) >= 20;
}

function doneFact(sentence: Sentence, statement: Statement): Unplaced | null {
  const { from, to } = statement;
  const treatment = treatmentOf(sentence, statement);
  if (!treatment) return null;
  const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
  return { topic: 'treatment', value: 'done', name: treatment.name, treatment, from, to, sure: !denied && !possible && !conditional && !planned };
}

/** What was never done, and the states that somebody is not in. */
function denied(sentence: Sentence): Unplaced[] {
  const read = thingsDenied(sentence).map(({ thing, from, to, sure, of }) => ({ ...DENIED[thing.kind] ?? NEVER, name: thing.name, treatment: thing, from, to, sure, of: of ?? [] }));
  return [...read, ...statementsOf(sentence, 'lack').flatMap((statement) => neverOf(sentence, statement) ?? [])];
}

/** What tests have shown. A test that is asked for has shown nothing. */
function results(sentence: Sentence): Unplaced[] {
  return resultsIn(sentence).map(({ test, value, from, to }) => {
    const { possible, conditional, planned } = assertionOf(sentence, from, to);
    return { topic: 'result', value, name: value, treatment: test, from, to, sure: !possible && !conditional && !planned && (value === 'normal' || hasWord(sentence, 'examined') || sentence.tokens.keys.slice(0, to).includes(':')) };
  });
}

const NEVER = { topic: 'treatment', value: 'never' };
/** What is said of that which isn't done or not done. */
const DENIED: Readonly<Record<string, typeof NEVER>> = { state: { topic: 'state', value: 'absent' }, gain: { topic: 'gain', value: 'absent' } };

/** "Neither hand was ever operated on": the row says itself what was never done. */
function neverOf(sentence: Sentence, statement: Statement): Unplaced | null {
  const treatment = statement.says['value'] === 'never' ? treatmentOf(sentence, statement) : null;
  if (!treatment) return null;
  const { from, to } = statement;
  return { topic: 'treatment', value: 'never', name: treatment.name, treatment, from, to, sure: phraseAt(sentence.found, 'narrows-lack', to) === undefined };
}

/** What a statement speaks of: the row's own treatment, or that of its slot. */
function treatmentOf(sentence: Sentence, { says, slots }: Statement): ToldTreatment | null {
  if (says['treatment'] !== undefined) return { id: says['treatment'], kind: says['kind'] ?? '', name: says['treatment'].replace('-', ' ') };
  const { of } = slots;
  if (!of) return null;
  const [treatment] = mentionsOf<Treatment>(sentence, 'treatment', of.from, of.to);
  if (treatment) return treatment.value;
  const [drug] = mentionsOf<Drug>(sentence, 'drug', of.from, of.to);
  return drug ? asThing(drug.value) : null;
}

/** What a summary tells of as done, and as it is. What is denied, planned or asked for is none; what only stands there excuses. */
function thingsTold(sentence: Sentence): Unplaced[] {
  return thingsNamed(sentence).flatMap(({ thing, from, to }) => {
    const { denied: isDenied, possible, conditional, planned } = assertionOf(sentence, from, to);
    const isNone = thing.kind === 'state' ? isDenied : cueBefore(sentence, 'denies-ahead', from) !== null;
    if (thing.kind === 'gain' || isNone || thingsDenied(sentence).some((other) => other.from <= from && to <= other.to)) return [];
    const fact = { name: thing.name, treatment: thing, from, to };
    if (thing.kind === 'state' && NONE.has(sentence.tokens.keys[to + 1] ?? '')) return { ...fact, topic: 'state', value: 'absent', sure: true };
    if (thing.kind === 'state') return { ...fact, topic: 'state', value: 'present', sure: !possible && !conditional && !planned && isOwn(sentence, from) };
    const deed = isCarer(thing) ? (hasWord(sentence, 'met-carer') ? 'done' : null) : deedAround(sentence, from, to);
    const surely = hasWord(sentence, 'surely-done', to, partAround(sentence, from)[1]);
    return { ...fact, topic: 'treatment', value: deed === 'asked' ? 'asked' : 'done', sure: !possible && !conditional && (surely || (deed === 'done' && !planned)) };
  });
}

/** Whether a thing was done or is to come: by the nearest word of either kind before it in its part of the sentence, else behind it, else by all that the sentence says. */
function deedAround(sentence: Sentence, at: number, end: number): 'done' | 'asked' | null {
  const [from, to] = partAround(sentence, at);
  for (let before = at - 1; before >= from; before--) {
    const deed = deedAt(sentence, before, at);
    if (deed) return deed;
  }
  for (let behind = end; behind < to; behind++) {
    const deed = deedAt(sentence, behind, to);
    if (deed) return deed;
  }
  if (hasWord(sentence, 'to-come')) return hasWord(sentence, 'done-before') ? null : 'asked';
  return hasWord(sentence, 'done-before') || hasWord(sentence, 'weakly-done') || findDates(sentence.text).length > 0 ? 'done' : null;
}

function deedAt({ found }: Sentence, at: number, to: number): 'done' | 'asked' | null {
  const hits = found.lists[at]?.filter((hit) => hit.to <= to) ?? [];
  if (hits.some(({ list }) => list === 'to-come')) return 'asked';
  return hits.some(({ list }) => list === 'done-before') ? 'done' : null;
}

/** A state of the patient's own, and not a risk of it. */
function isOwn(sentence: Sentence, from: number): boolean {
  return !hasWord(sentence, 'of-the-family') && !sentence.tokens.keys.slice(Math.max(0, from - 4), from).some((key) => key === 'risk' || key === 'prevent');
}

/** The tokens between the commas, semicolons and clauses around a token. */
function partAround({ tokens, clauses }: Sentence, at: number): [number, number] {
  const clause = clauseAt(clauses, at);
  let [from, to] = [at, at];
  while (from > (clause?.from ?? 0) && !CUTS.has(tokens.keys[from - 1] ?? '')) from--;
  while (to < (clause?.to ?? tokens.count) && !CUTS.has(tokens.keys[to] ?? '')) to++;
  return [from, to];
}

/** "Allergies: none." */
const NONE: ReadonlySet<string> = new Set(['none', 'nil', 'nkda', 'unknown']);
const CUTS: ReadonlySet<string> = new Set([',', ';']);
const CARERS: ReadonlySet<string> = new Set([
  'psychologist', 'surgeon', 'pain-specialist', 'neurologist', 'rheumatologist', 'cardiologist', 'podiatrist', 'dietitian', 'internist', 'ophthalmologist', 'ent', 'gastroenterologist', 'dentist',
]);

/** Somebody who gives care was there only where somebody was seen. */
function isCarer({ id, kind }: ToldTreatment): boolean {
  return kind === 'consultation' || CARERS.has(id);
}
