import { clauseAt, type Clause } from '../../language/clauses.ts';
import { isWithinPhrase, standsAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { jointBefore } from '../../language/tokens.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import { noPlace, ownPlace, placeBehind, sentencesInSummary, type FactPlace, type OwnPlace } from '../words/case-places.ts';
import { isAnotherTime, isOfTheReview, speaksOfMany } from '../words/case-voice.ts';
import { gradesByFigures, gradesInWords } from './graded-measures.ts';
import { habitsIn } from './habits.ts';
import type { HistoryFact, Unplaced } from './history-fact.ts';
import type { Prose } from '../model.ts';
import { thingsNamed, type Thing } from '../words/named-things.ts';
import { proofsIn } from './proofs.ts';
import { statedIn } from './stated-history.ts';
import { allSentences, ownSentences, placeInProse, type PlacedSentence } from '../statements.ts';
import { thingsTold } from './told-things.ts';

type UnplacedFact = Unplaced & OwnPlace;

/** What a case summary tells of the history. Kept with the prose. */
export const historyInSummary = keptBy((prose: Prose): readonly HistoryFact[] => {
  let treated: readonly Thing[] = [];
  return sentencesInSummary(prose).flatMap((placed) => {
    const here = treatmentsOf(placed.sentence);
    const read = toldInSummary(placed.sentence).map((fact) => placedFact(fact.topic === 'gain' ? { ...fact, of: here.length > 0 ? sourceOf(placed.sentence, fact) : treated } : fact, placed, placed.before));
    treated = here;
    return read;
  });
});

/** What brought a gain: the last treatment named before it, else the first behind. */
function sourceOf(sentence: Sentence, { from }: UnplacedFact): Thing[] {
  const named = thingsNamed(sentence).filter(({ thing: { kind } }) => kind !== 'state' && kind !== 'gain');
  const source = named.findLast(({ to }) => to <= from) ?? named[0];
  return source ? [source.thing] : [];
}

/** What a rationale says a gain came of: the last treatment that its clause names before it. */
function sourceBefore(sentence: Sentence, { from }: UnplacedFact): Thing[] {
  const first = clauseAt(sentence.clauses, from)?.from ?? 0;
  const source = thingsNamed(sentence).findLast(({ thing: { kind }, from: at, to }) => first <= at && to <= from && kind !== 'state' && kind !== 'gain');
  return source ? [source.thing] : [];
}

/** The treatments and drugs that a sentence names. */
const treatmentsOf = keptBy((sentence: Sentence): Thing[] => {
  return thingsNamed(sentence).map(({ thing }) => thing).filter(({ kind }) => kind !== 'state' && kind !== 'gain');
});

/** "… in the absence of spasm. None was found": what is named last is meant. */
const hasFindingLast = keptBy((sentence: Sentence): boolean => {
  const finding = mentionsOf(sentence, 'finding').at(-1);
  return finding !== undefined && thingsNamed(sentence).every(({ to }) => to <= finding.from);
});

const toldInSummary = keptBy((sentence: Sentence): readonly UnplacedFact[] =>
  [...statedIn(sentence), ...thingsTold(sentence), ...gradesByFigures(sentence), ...gradesInWords(sentence), ...proofsIn(sentence), ...habitsIn(sentence)].map((fact) => ({ ...summarySure(sentence, fact), ...ownPlace(sentence, fact), parts: partsToldWith(sentence, fact) })));

/** Every number of a summary, in digits: a figure that it has anywhere contradicts nothing. That of "PHQ-9" and "L4-5" is none. Kept with the prose. */
export const numbersInSummary = keptBy((prose: Prose): ReadonlySet<string> => new Set(allSentences(prose).flatMap(({ sentence }) => numbersOf(sentence))));

const numbersOf = keptBy(({ tokens, text }: Sentence): readonly string[] => {
  const dates = findDates(text);
  return tokens.keys.flatMap((key, i) => {
    const at = tokens.starts[i] ?? 0;
    if (!(tokens.kinds[i] === 'number' ? !isOfAName(tokens, i) : isNumberWord(key)) || dates.some(({ span: day }) => day.start <= at && at < day.end)) return [];
    return readAmount(text, at)?.values.map(String) ?? [key];
  });
});

/** The number of "PHQ-9" and "L4-5". */
export function isOfAName(tokens: Sentence['tokens'], at: number): boolean {
  return jointBefore(tokens, at) === '-';
}

/** What a rationale tells of the history in its own words. Kept with the prose. */
export const historyInRationale = keptBy((prose: Prose): readonly HistoryFact[] => {
  let before: readonly Thing[] = [];
  return ownSentences(prose).flatMap((placed) => {
    if (isQuestion(placed.sentence)) return [];
    const read = toldInRationale(placed.sentence).flatMap((fact) => whatIsMeant(placed.sentence, fact, before) ?? []).map((fact) => (fact.topic === 'gain' && (fact.of ?? []).length === 0 ? { ...fact, of: sourceBefore(placed.sentence, fact) } : fact));
    before = hasFindingLast(placed.sentence) ? [] : treatmentsOf(placed.sentence);
    return read.map((fact) => placedFact(fact, placed, noPlace));
  });
});

/** "Has he chest pain?" */
export function isQuestion({ text }: Sentence): boolean {
  return text.trimEnd().endsWith('?');
}

/** "None was given": of what the sentence, or the one before, names alone; "such studies": of the last. Null where it may be one of several. */
function whatIsMeant(sentence: Sentence, fact: UnplacedFact, before: readonly Thing[]): UnplacedFact | null {
  if (fact.treatment?.kind !== 'named-before') return fact;
  if (sentence.tokens.keys.slice(fact.from, fact.to).some((key) => OF_A_FINDING.has(key))) return null;
  const isEntry = ENTRY.has(sentence.tokens.keys[fact.from - 1] ?? '');
  const here = thingsNamed(sentence).filter(({ thing: { kind }, from, to }) => (isEntry ? to === fact.from - 1 : to <= fact.from) && kind !== 'state' && kind !== 'gain' && !isTeller(sentence, from)).map(({ thing }) => thing);
  if (isEntry && here.length === 0) return null;
  const named = here.length > 0 ? here : before;
  const meant = named.at(-1);
  const isOne = named.every(({ id }) => id === meant?.id) || sentence.tokens.keys.slice(fact.from, fact.from + 2).includes('such');
  return meant && isOne ? { ...fact, treatment: meant, name: meant.name } : null;
}

/** "Hours slept, caffeine: none recorded", "side effects (none reported)": of what stands right before the mark, and of nothing else. */
const ENTRY: ReadonlySet<string> = new Set([':', '(', '—', '–']);

/** "The urologist's note does not include these": whoever writes is not what is denied. */
function isTeller({ tokens: { keys } }: Sentence, from: number): boolean {
  return keys[from - 1] === 'the' && WRITERS.test(keys[from] ?? '');
}

const WRITERS = /(?:ist|ian|surgeon|doctor|practor)$/;

/** "None was found": a sign that was looked for; "no earlier series" may be one of what is asked for. */
const OF_A_FINDING: ReadonlySet<string> = new Set(['series', 'found', 'seen', 'noted', 'identified', 'detected', 'present', 'evident']);

const toldInRationale = keptBy((sentence: Sentence): readonly UnplacedFact[] =>
  [...statedIn(sentence), ...statesTold(sentence), ...gradesInWords(sentence), ...proofsIn(sentence).filter(({ value }) => value === 'absent'), ...habitsIn(sentence).filter(({ value }) => value === 'absent')].map((fact) => ({ ...rationaleSure(sentence, fact), ...ownPlace(sentence, fact), parts: partsIn(sentence, clauseAt(sentence.clauses, fact.from)?.from ?? 0, clauseAt(sentence.clauses, fact.to - 1)?.to ?? fact.to) })));

/** So near a level stands to the state that is told of it: "solid at C5-6, pseudarthrosis C6-7". */
const BESIDE = 4;

/** All that a sentence of a summary names; of a state those beside it, where there are any. */
function partsToldWith(sentence: Sentence, { topic, from, to }: Unplaced): string[] {
  const beside = topic === 'state' ? partsIn(sentence, Math.max(0, from - 1), to + BESIDE) : [];
  return beside.length > 0 ? beside : partsIn(sentence, 0, sentence.tokens.count);
}

/** How a patient is, as a rationale tells it: in a clause that names him or her before. */
function statesTold(sentence: Sentence): Unplaced[] {
  return thingsTold(sentence).filter(({ topic, value, treatment, from }) => topic === 'state' && value === 'present' && treatment?.kind === 'state' && (treatment.id === 'nonunion' || isOfThePerson(sentence, from) || (OF_A_PART.has(treatment.id) && isOfAPart(sentence, from))));
}

/** What a patient complains of, other than what was done, measured or how he lives: a finding as those of the examination are. */
export function isSymptom({ topic, treatment }: Pick<HistoryFact, 'topic' | 'treatment'>): boolean {
  return topic === 'snoring' || (topic === 'state' && treatment !== null && OF_A_PART.has(treatment.id));
}

/** States of a part of the body, whose it is needs no saying. */
const OF_A_PART: ReadonlySet<string> = new Set(['giving-way', 'locking', 'catching', 'snoring']);

/** "The knee gives way on stairs", "the loud snoring of which his wife complains". */
function isOfAPart({ tokens: { keys }, found }: Sentence, at: number): boolean {
  return keys[0] === 'the' && (found.mentions.some(({ kind, from, to }) => kind === 'region' && from === 1 && to === at) || at <= 2) && !keys.some((key) => key === 'if' || key === 'when' || key === 'patient');
}

function isOfThePerson({ tokens: { keys }, clauses, found }: Sentence, at: number): boolean {
  const from = clauseAt(clauses, at)?.from ?? 0;
  return keys.slice(from, at).some((key, i) => key === 'he' || key === 'she' || key === 'his' || key === 'her' || standsAt(found, 'patient', from + i));
}

const FINE_PART = /^(?:[clts]\d{1,2}|thumb|index|middle|ring|little|small|pinky|toe|hallux|heel)$/;

function partsIn({ tokens: { keys } }: Sentence, from: number, to: number): string[] {
  return keys.slice(from, to).flatMap((key, i) => (FINE_PART.test(key) ? [key] : key === 'long' && keys[from + i + 1] === 'finger' ? ['middle'] : []));
}

/** The fingers, levels and the like that a title names. */
export const partsOfTitle = keptBy((title: Prose): readonly string[] => {
  const sentence = readSentence(title.text);
  return partsIn(sentence, 0, sentence.tokens.count);
});

/** The fact keeps what it was read with: to copy all but some fields costs many times as much. */
function placedFact(fact: UnplacedFact, placed: PlacedSentence, before: FactPlace): HistoryFact {
  const { regions, sides, dates } = placeBehind(fact, before);
  return { ...fact, regions, sides, dates, span: placeInProse(placed, fact.from, fact.to) };
}

/** A request, a plan or the review is no history, nor is what one of the family takes; "went back part time, stopped in August" doesn't say how things stand. */
function summarySure(sentence: Sentence, fact: Unplaced): Unplaced {
  const isOver = fact.topic === 'work status' && hasWord(sentence, 'work-ended', fact.to);
  const another = isOver || fact.value === 'done' && hasWord(sentence, 'of-the-family', 0, fact.from);
  return fact.sure && (another || isOfTheReview(sentence) || (fact.value === 'never' && hasWord(sentence, 'to-come'))) ? { ...fact, sure: false } : fact;
}

const TIMELESS = new Set(['graft', 'compartment', 'occupation', 'mechanism of injury', 'handedness']);
/** What was done may be told of any time; whether a denial is of all times is told with it. */
const OF_ANY_TIME = new Set(['done', 'never', 'absent']);

/** How things stand is told of now only. */
function rationaleSure(sentence: Sentence, fact: Unplaced): Unplaced {
  const clause = clauseAt(sentence.clauses, fact.from);
  // "This nurse needs that before she lifts patients again", "an electrician who is to climb ladders": the work is the patient's, whatever else the sentence says.
  const general = fact.topic !== 'occupation' && !(OF_LIFE.has(fact.topic) && isAdvisedBehind(sentence, fact.to)) && speaksOfOthers(sentence, OF_ANY_TIME.has(fact.value) ? ownPart(sentence, fact, clause) : null, clause);
  const elsewhen = !(OF_LIFE.has(fact.topic) && isOfNow(sentence, clause)) && !TIMELESS.has(fact.topic) && !OF_ANY_TIME.has(fact.value) && isAnotherTime(sentence, fact);
  const advice = fact.topic === 'result' && hasWord(sentence, 'speaks-generally');
  const more = fact.topic === 'visits' && (hasWord(sentence, 'more-of', clause?.from, clause?.to) || !hasWord(sentence, 'did', Math.max(0, fact.from - 6), fact.to));
  const aimed = fact.topic === 'work status' && (hasWord(sentence, 'aims-at', Math.max(0, fact.from - 10), fact.from) || hasWord(sentence, 'full-duty') && hasWord(sentence, 'modified-duty'));
  const limit = fact.topic.startsWith('score') && LIMITS.some((list) => hasWord(sentence, list, fact.from, fact.to));
  return fact.sure && (general || advice || aimed || elsewhen || more || limit) ? { ...fact, sure: false } : fact;
}

/** Whether a sentence, or the part of it that tells something, speaks of anybody, or in the words of somebody else. */
function speaksOfOthers(sentence: Sentence, part: [number, number] | null, clause: Clause | undefined): boolean {
  if (part) return isGeneral(sentence, ...part) || hasWord(sentence, 'others-words', ...part) || hasWord(sentence, 'people-in-general', ...part);
  return isGeneral(sentence, ...wholeOf(sentence, clause)) || hasWord(sentence, 'others-words') || speaksOfMany(sentence);
}

function wholeOf({ tokens: { count } }: Sentence, clause: Clause | undefined): [number, number] {
  return [clause?.from ?? 0, clause?.to ?? count];
}

/** "He has had no ulcer, but there is that stent, and the guideline is wary": what is said between a comma and an "and", "but" or "so" is said by itself. */
function ownPart(sentence: Sentence, { from, to }: Unplaced, clause: Clause | undefined): [number, number] {
  const { keys } = sentence.tokens;
  const [first, last] = wholeOf(sentence, clause);
  const isJoint = (at: number) => keys[at] === ',' && JOINS_PARTS.has(keys[at + 1] ?? '');
  const before = keys.findLastIndex((_, at) => at >= first && at < from && isJoint(at));
  const behind = keys.findIndex((_, at) => at >= to && at < last && isJoint(at));
  return [before < 0 ? first : before + 1, behind < 0 ? last : behind];
}

const JOINS_PARTS: ReadonlySet<string> = new Set(['and', 'but', 'so', 'yet', 'while', 'though']);

/** How somebody lives. */
const OF_LIFE: ReadonlySet<string> = new Set(['smoking', 'work status', 'household', 'family', 'drug screen', 'walking aid']);

/** "As an active smoker she should be watched": what follows from it may be of anybody, and that is not. */
function isAdvisedBehind({ found, tokens: { keys } }: Sentence, to: number): boolean {
  const isNext = (at: number) => found.lists[at]?.some(({ list }) => list === 'speaks-generally') === true;
  return keys.some((key, at) => key === 'should' && at >= to) && !keys.some((key, at) => isNext(at) && (at < to || key !== 'should'));
}

/** "Still off work": as it is now. */
function isOfNow({ found, tokens: { keys } }: Sentence, clause: Clause | undefined): boolean {
  return clause?.role !== 'condition' && clause?.role !== 'time' && keys.every((key, at) => !clause || at < clause.from || at >= clause.to || NOW.has(key) || !found.lists[at]?.some(({ list }) => list === 'another-time'));
}

const NOW: ReadonlySet<string> = new Set(['still', 'now', 'today']);

/** "A body mass index of less than 40" gives no value. */
const LIMITS = ['at-most-before', 'at-least-before'];

/** What guidelines or people at large say; not "it should be noted that". */
function isGeneral(sentence: Sentence, from: number, to: number): boolean {
  if (!hasWord(sentence, 'only-noted', from, to)) return hasWord(sentence, 'speaks-generally', from, to);
  return sentence.found.lists.slice(from, to).some((hits, i) => hits.some(({ list }) => list === 'speaks-generally') && !isWithinPhrase(sentence.found, 'only-noted', from + i));
}
