import { clauseAt } from '../../language/clauses.ts';
import type { WordMention } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { isOfThisPatient, isOfTheReview } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { allSentences, ownSentences, type PlacedSentence } from '../statements.ts';

/** How much of a drug is taken: at each time, how often a day, and in a day, as far as it is told. `drug`: null where the sentence names none. Span: in the prose's text. */
export interface TakenDose {
  readonly drug: Drug | null;
  readonly each: number | null;
  readonly daily: number | null;
  /** Told as what this patient takes now. */
  readonly sure: boolean;
  readonly text: string;
  readonly span: Span;
}

/** The doses that a summary tells. Kept with the prose. */
export const takenInSummary = keptBy((prose: Prose): readonly TakenDose[] => allSentences(prose).flatMap((placed) => (isOfTheReview(placed.sentence) ? [] : placedIn(placed))));

/** The doses of a day that a rationale tells of this patient. Kept with the prose. */
export const takenInRationale = keptBy((prose: Prose): readonly TakenDose[] =>
  ownSentences(prose).flatMap((placed) => (isOfThisPatient(placed.sentence) ? placedIn(placed).filter(({ sure, daily }) => sure && daily !== null) : [])));

function placedIn({ sentence, start }: PlacedSentence): TakenDose[] {
  return takenIn(sentence).map((dose) => ({ ...dose, span: shift(dose.span, start) }));
}

type Figure = Mention<Factor>;

const takenIn = keptBy((sentence: Sentence): readonly TakenDose[] => {
  const { text } = sentence;
  if (!/\d\s?m(?:c?g|illi)|milligram|\d\/\d/i.test(text)) return [];
  const figures = findFactors(text);
  const drugs = mentionsOf<Drug>(sentence, 'drug');
  return figures.flatMap((figure, i): TakenDose[] => {
    const { value: { unit, per, vague, value, times }, span: place } = figure;
    if (unit !== 'mg' || vague || times || per === 'piece') return [];
    const next = figures[i + 1];
    const often = next && per === null && isOften(text, figure, next) ? next : null;
    const daily = per === 'day' ? value : often ? value * often.value.value : null;
    const end = often?.span.end ?? place.end;
    return [{ drug: drugOf(sentence, drugs, place), each: per === 'day' ? null : value, daily, sure: isNow(sentence, place.start, end), text: text.slice(place.start, end), span: span(place.start, end) }];
  });
});

/** "300 mg three times a day", "50 mg, two tablets t.i.d.". */
function isOften(text: string, { span: { end } }: Figure, { value: { unit, per, vague }, span: { start } }: Figure): boolean {
  return per === 'day' && (unit === 'time' || unit === 'piece') && !vague && /^[\s,(]{0,3}(?:tablets? |capsules? |by mouth |p\.?o\.? |orally |taken |each |at )?$/i.test(text.slice(end, start));
}

/** The last drug before a dose with no other dose between, or "of naproxen" behind it. */
function drugOf({ tokens }: Sentence, drugs: readonly WordMention<Drug>[], { start, end }: Span): Drug | null {
  const behind = drugs.find(({ from }) => (tokens.starts[from] ?? 0) >= end && /^ (?:a day |daily |each day )?of (?:the )?$/.test(tokens.text.slice(end, tokens.starts[from])));
  const before = drugs.findLast(({ to }) => (tokens.ends[to - 1] ?? 0) <= start);
  const only = new Set(drugs.map(({ value }) => value.generic)).size === 1 ? drugs[0] : undefined;
  return (behind ?? before ?? only)?.value ?? null;
}

/** So many tokens before a dose may make it another one, and so many behind. */
const BEFORE = 9;
const BEHIND = 4;

function isNow(sentence: Sentence, start: number, end: number): boolean {
  const { keys, starts, count } = sentence.tokens;
  const [at, next] = [start, end].map((place) => starts.findIndex((each) => each >= place)) as [number, number];
  const clause = clauseAt(sentence.clauses, at);
  const from = Math.max(at - BEFORE, clause?.from ?? 0, keys.lastIndexOf(',', at - 1));
  const to = next < 0 ? count : next;
  return !hasWord(sentence, 'other-dose', from, at) && !hasWord(sentence, 'other-dose-behind', to, Math.min(count, to + BEHIND)) && !hasWord(sentence, 'others-words') && clause?.role !== 'condition';
}
