import { hasWord, type Sentence } from '../language/sentence.ts';
import { keptBy } from '../markdown/kept-by.ts';
import { shift, type Span } from '../markdown/span.ts';
import { findFactors } from '../vocabulary/factors.ts';
import { isOfThisPatient } from './case-voice.ts';
import type { Prose } from './model.ts';
import { thingsNamed, type Thing } from './named-things.ts';
import { allSentences, ownSentences, type PlacedSentence } from './statements.ts';

/** "The ten sessions that she has attended": how many visits are told as had, and of what, where the sentence says it. Span: in the prose's text. */
export interface AttendedVisits {
  readonly value: number;
  readonly of: readonly Thing[];
  readonly span: Span;
}

/** The visits that a summary tells as had. Kept with the prose. */
export const attendedInSummary = keptBy((prose: Prose): readonly AttendedVisits[] => allSentences(prose).flatMap((placed) => placedIn(placed)));

/** The visits that a rationale tells as had by this patient. Kept with the prose. */
export const attendedInRationale = keptBy((prose: Prose): readonly AttendedVisits[] => ownSentences(prose).flatMap((placed) => (isOfThisPatient(placed.sentence) ? placedIn(placed) : [])));

/** Every number of a summary that may count visits: "30 visits of therapy, 18 of acupuncture". Kept with the prose. */
export const countsInSummary = keptBy((prose: Prose): ReadonlySet<number> => new Set(allSentences(prose).flatMap(({ sentence }) => findFactors(sentence.text)).flatMap(({ value: { value, unit } }) => (unit === null || unit === 'session' || unit === 'time' ? [value] : []))));

function placedIn({ sentence, start }: PlacedSentence): AttendedVisits[] {
  return attendedIn(sentence).map((visits) => ({ ...visits, span: shift(visits.span, start) }));
}

/** So many tokens before a count, and behind it, may say that the visits were had. */
const BEFORE = 5;
const BEHIND = 7;
const HAD: ReadonlySet<string> = new Set(['attended', 'completed', 'had', 'received', 'undergone', 'underwent', 'went', 'given', 'far', 'sat', 'finished', 'attend', 'participated', 'behind', 'done', 'took', 'rendered']);
/** Words that make the count one of what is to come, of a part, or of somebody else's rule. */
const OTHER: ReadonlySet<string> = new Set(['another', 'further', 'more', 'additional', 'remaining', 'requested', 'asked', 'sought', 'proposed', 'allowed', 'allow', 'allows', 'least', 'than', 'most', 'to', 'of', 'first', 'last', 'if', 'will', 'would', 'should', 'may', 'no', 'not', 'authorized', 'approved', 'left', 'over', 'about', 'some', 'nearly', 'beyond', 'per', 'exceed', 'exceeds', 'up']);

const TO_COME: ReadonlySet<string> = new Set(['will', 'would', 'may', 'should', 'if', 'with']);

const attendedIn = keptBy((sentence: Sentence): readonly AttendedVisits[] => {
  const { tokens: { keys, starts, count } } = sentence;
  if (!keys.some((key) => HAD.has(key)) || hasWord(sentence, 'asked-behind')) return [];
  const figures = findFactors(sentence.text).filter(({ value: { unit, per, vague } }) => unit === 'session' && per === null && !vague);
  const [figure, ...others] = figures;
  if (!figure || others.length > 0) return [];
  const from = starts.findLastIndex((start) => start <= figure.span.start);
  const end = starts.findIndex((start) => start >= figure.span.end);
  const to = end < 0 ? count : end;
  const [before, behind] = [keys.slice(Math.max(0, from - BEFORE), from), keys.slice(to, to + BEHIND)];
  const stop = behind.findIndex((key) => key === ',' || key === ';' || key === 'and');
  const near = [...before, ...behind.slice(0, stop < 0 ? BEHIND : stop)];
  if (!near.some((key) => HAD.has(key)) || keys.slice(0, from).some((key) => TO_COME.has(key)) || keys.slice(Math.max(0, from - 2), from).some((key) => OTHER.has(key)) || OTHER.has(keys[from + 1] ?? '')) return [];
  return [{ value: figure.value.value, of: thingsNamed(sentence).map(({ thing }) => thing).filter(({ kind }) => kind !== 'state' && kind !== 'gain' && kind !== 'drug'), span: figure.span }];
});
