import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { isOfThisPatient } from '../words/case-voice.ts';
import { numbersInSummary } from './case-history.ts';
import type { Prose } from '../model.ts';
import { ownSentences, type PlacedSentence } from '../statements.ts';

/** "The 18 visits now asked for": how many a rationale says are requested. Span: in its text. */
export interface AskedVisits {
  readonly text: string;
  readonly span: Span;
}

/** So many tokens may stand between visits and "asked for". */
const NEAR = 4;

interface Said {
  readonly value: number;
  readonly text: string;
  readonly span: Span;
}

const askedIn = keptBy((sentence: Sentence): readonly Said[] => {
  if (!(hasWord(sentence, 'asked-behind') || hasWord(sentence, 'asked-before')) || hasWord(sentence, 'partly-asked') || !isOfThisPatient(sentence)) return [];
  const { tokens } = sentence;
  return findFactors(sentence.text).flatMap(({ value: { value, unit, per, vague }, text, span: place }) => {
    const from = tokens.starts.findIndex((start) => start >= place.start);
    const end = tokens.starts.findIndex((start) => start >= place.end);
    const to = end < 0 ? tokens.count : end;
    if (unit !== 'session' || per !== null || vague || hasWord(sentence, 'beyond-word', Math.max(0, from - NEAR), from)) return [];
    return hasWord(sentence, 'asked-behind', to, Math.min(tokens.count, to + NEAR)) || hasWord(sentence, 'asked-before', Math.max(0, from - 2), from) ? [{ value, text, span: place }] : [];
  });
});

/** The visits that a rationale says are asked for, where the title counts others and neither it nor the summary has that number in any way. */
export function askedOtherwise(rationale: Prose, request: string, summary: Prose | null): readonly AskedVisits[] {
  const asked = ownSentences(rationale).flatMap((placed) => askedIn(placed.sentence).map((said) => ({ ...said, ...placeOf(placed, said) })));
  if (asked.length === 0) return [];
  const parts = findFactors(request).map(({ value: { value } }) => value);
  const isCounted = findFactors(request).some(({ value: { unit, vague } }) => (unit === 'session' || unit === 'time' || unit === null) && !vague);
  if (!isCounted) return [];
  const known = new Set(parts.flatMap((one, i) => [one, ...parts.flatMap((two, j) => (j > i ? [one * two, one + two, one - two, two - one] : []))]));
  return asked.filter(({ value }) => !known.has(value) && !(summary && numbersInSummary(summary).has(String(value))));
}

function placeOf({ start }: PlacedSentence, { span: place }: Said): { readonly span: Span } {
  return { span: span(start + place.start, start + place.end) };
}
