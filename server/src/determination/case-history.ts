import { assertionOf } from '../language/assertion.ts';
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
import { behindPlace, noPlace, ownPlace, placeBehind, placesBehind, type FactPlace, type OwnPlace } from './case-places.ts';
import { isAnotherTime, isOfTheReview, speaksOfMany } from './case-voice.ts';
import type { Prose } from './model.ts';
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
  readonly span: Span;
}

/** A treatment or drug by its id; `kind` is `drug` for a drug. */
export interface ToldTreatment {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

type Unplaced = Omit<HistoryFact, keyof FactPlace | 'span'> & { readonly from: number; readonly to: number };
type UnplacedFact = Unplaced & OwnPlace;

/** What a case summary tells of the history. Kept with the prose. */
export const historyInSummary = keptBy((prose: Prose): readonly HistoryFact[] => {
  let before = noPlace;
  return allSentences(prose).flatMap((placed) => {
    const read = toldInSummary(placed.sentence).map((fact) => placedFact(fact, placed, before));
    before = placesBehind(placed.sentence, before);
    return read;
  });
});

const toldInSummary = keptBy((sentence: Sentence): readonly UnplacedFact[] =>
  [...statedIn(sentence), ...treatmentsDone(sentence)].map((fact) => ({ ...summarySure(sentence, fact), ...ownPlace(sentence, fact) })));

/** Every number of a summary, in digits: a figure that it has anywhere contradicts nothing. Kept with the prose. */
export const numbersInSummary = keptBy((prose: Prose): ReadonlySet<string> => new Set(allSentences(prose).flatMap(({ sentence }) => numbersOf(sentence))));

const numbersOf = keptBy(({ tokens }: Sentence): readonly string[] => tokens.keys.flatMap((key, i) =>
  (tokens.kinds[i] === 'number' || isNumberWord(key) ? readAmount(tokens.text, tokens.starts[i] ?? 0)?.values.map(String) ?? [key] : [])));

/** What a rationale tells of the history in its own words. Kept with the prose. */
export const historyInRationale = keptBy((prose: Prose): readonly HistoryFact[] => ownSentences(prose).flatMap((placed) =>
  toldInRationale(placed.sentence).map((fact) => placedFact(fact, placed, noPlace))));

const toldInRationale = keptBy((sentence: Sentence): readonly UnplacedFact[] =>
  statedIn(sentence).map((fact) => ({ ...rationaleSure(sentence, fact), ...ownPlace(sentence, fact) })));

function placedFact({ from, to, ownRegions, ownSides, ownDates, ...fact }: UnplacedFact, { sentence, start }: PlacedSentence, before: FactPlace): HistoryFact {
  const { starts, ends } = sentence.tokens;
  return { ...fact, ...placeBehind({ ownRegions, ownSides, ownDates }, before), span: span(start + (starts[from] ?? 0), start + (ends[to - 1] ?? 0)) };
}

/** A request, a plan or the review is no history. */
function summarySure(sentence: Sentence, fact: Unplaced): Unplaced {
  return fact.sure && (isOfTheReview(sentence) || (fact.treatment !== null && hasWord(sentence, 'to-come'))) ? { ...fact, sure: false } : fact;
}

const TIMELESS = new Set(['occupation', 'mechanism of injury', 'handedness']);

/** An operation that was done may be told of any time; what was never done, and how things stand, only of now. */
function rationaleSure(sentence: Sentence, fact: Unplaced): Unplaced {
  const clause = clauseAt(sentence.clauses, fact.from);
  const general = hasWord(sentence, 'speaks-generally', clause?.from, clause?.to) || hasWord(sentence, 'others-words') || speaksOfMany(sentence);
  const elsewhen = !TIMELESS.has(fact.topic) && fact.value !== 'done' && isAnotherTime(sentence, fact);
  const more = fact.topic === 'visits' && (hasWord(sentence, 'more-of', clause?.from, clause?.to) || !hasWord(sentence, 'did', Math.max(0, fact.from - 6), fact.to));
  return fact.sure && (general || elsewhen || more) ? { ...fact, sure: false } : fact;
}

function statedIn(sentence: Sentence): Unplaced[] {
  const told = statementsOf(sentence, 'case').flatMap((statement) => historyOf(sentence, statement) ?? []);
  told.sort((one, other) => Number(other.treatment !== null) - Number(one.treatment !== null));
  const facts = [...told, ...statementsOf(sentence, 'lack').flatMap((statement) => lackOf(sentence, statement) ?? [])];
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
    case 'score': return { ...fact, topic: `score ${slots['of']?.text.toLowerCase().replace(/\W/g, '') ?? ''}`, value: number, name: slots['of']?.text ?? '' };
    case 'done': return doneFact(sentence, statement);
    case 'visits': return { ...fact, topic: 'visits', value: number, name: slots['of']?.text ?? '', treatment: treatmentOf(sentence, statement) };
    case 'completed': return { ...fact, topic: 'visits', value: number, name: 'visits' };
    case 'allergy': {
      const treatment = treatmentOf(sentence, statement);
      return treatment && { ...fact, topic: 'allergy', value: treatment.id, name: treatment.name, treatment };
    }
    case 'occupation': return { ...fact, topic: history, value: value ?? '', name: name ?? '', sure: fact.sure && isOfTheWorker(sentence, from) };
    case 'mechanism': return { ...fact, topic: 'mechanism of injury', value: value ?? '', name: name ?? '', sure: fact.sure && (hasWord(sentence, 'told-of-the-injury') || findDates(sentence.text).length > 0) };
    default: return value === undefined ? null : { ...fact, topic: history, value, name: name ?? history };
  }
}

/** "This nurse", "a 48-year-old forklift driver": a trade alone may be anybody's. */
function isOfTheWorker(sentence: Sentence, from: number): boolean {
  return sentence.tokens.keys[from - 1] === 'this' || hasWord(sentence, 'told-of-the-worker', Math.max(0, from - 9), Math.min(sentence.tokens.count, from + 3));
}

function doneFact(sentence: Sentence, statement: Statement): Unplaced | null {
  const { from, to } = statement;
  const treatment = treatmentOf(sentence, statement);
  if (!treatment) return null;
  const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
  return { topic: 'treatment', value: 'done', name: treatment.name, treatment, from, to, sure: !denied && !possible && !conditional && !planned };
}

/** "No injection so far": nothing may narrow it behind, as "no documentation of therapy notes" does. */
function lackOf(sentence: Sentence, statement: Statement): Unplaced | null {
  const treatment = treatmentOf(sentence, statement);
  if (!treatment || statement.says['value'] !== 'never') return null;
  const { from, to, slots: { of } } = statement;
  return { topic: 'treatment', value: 'never', name: treatment.name, treatment, from, to, sure: isNotNarrowed(sentence, to, of?.to) };
}

/** Behind the denial stands nothing that limits it to a time or a kind: "no injection has been done since". */
function isNotNarrowed(sentence: Sentence, to: number, named: number | undefined): boolean {
  if (to === named) return isPlainEnd(sentence, to);
  return phraseAt(sentence.found, 'narrows-lack', to) === undefined;
}

const OF_A_PLACE = new Set(['of', 'to', 'for', 'at', 'the', 'his', 'her', 'left', 'right', 'trial', 'study', 'scan', 'treatment', 'therapy']);

function isPlainEnd({ tokens, found }: Sentence, to: number): boolean {
  const at = behindPlace({ tokens, found }, to, OF_A_PLACE);
  return at >= tokens.count || tokens.kinds[at] === 'mark' || phraseAt(found, 'never-behind', at) !== undefined;
}

/** What a statement speaks of: the row's own treatment, or that of its slot. */
function treatmentOf(sentence: Sentence, { says, slots }: Statement): ToldTreatment | null {
  if (says['treatment'] !== undefined) return { id: says['treatment'], kind: says['kind'] ?? '', name: says['treatment'].replace('-', ' ') };
  const { of } = slots;
  if (!of) return null;
  const [treatment] = mentionsOf<Treatment>(sentence, 'treatment', of.from, of.to);
  if (treatment) return treatment.value;
  const [drug] = mentionsOf<Drug>(sentence, 'drug', of.from, of.to);
  return drug ? asTold(drug.value) : null;
}

function asTold({ generic }: Drug): ToldTreatment {
  return { id: generic, kind: 'drug', name: generic };
}

/** Treatments that a summary tells of as done. What is denied, planned or asked for is none; what only stands there excuses. */
function treatmentsDone(sentence: Sentence): Unplaced[] {
  const [before, toCome] = [hasWord(sentence, 'done-before'), hasWord(sentence, 'to-come')];
  const mentions = [
    ...mentionsOf<Treatment>(sentence, 'treatment').map(({ value, from, to }) => ({ treatment: value as ToldTreatment, from, to })),
    ...mentionsOf<Drug>(sentence, 'drug').map(({ value, from, to }) => ({ treatment: asTold(value), from, to })),
  ];
  return mentions.flatMap(({ treatment, from, to }) => {
    const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
    if (denied) return [];
    return { topic: 'treatment', value: toCome && !before ? 'asked' : 'done', name: treatment.name, treatment, from, to, sure: before && !toCome && !possible && !conditional && !planned };
  });
}
