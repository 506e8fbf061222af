import type { Determination, DisputedItem, ItemReading, Passage, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { overlap, type Span } from '../../markdown/span.ts';
import { headDates } from '../common/dates.ts';
import { placeInWords, summaryOf, titlesOf } from '../engine/own-words.ts';
import type { Messages, Reporting, ReportOf } from '../engine/rule.ts';

/** What a letter's rationales are held against. */
export interface Against {
  readonly summary: Passage;
  /** The titles of all items: what is asked for may be spoken of. */
  readonly titles: readonly Prose[];
  /** The days that the letter's head gives, as ISO dates. */
  readonly days: readonly string[];
}

/** A rationale and what it is held against. */
export interface Compared {
  /** The item's number. */
  readonly item: number;
  readonly reading: ItemReading;
  readonly rationale: Prose;
  readonly summary: Prose;
  readonly titles: readonly Prose[];
  readonly days: readonly string[];
}

/**
 * What a rationale tells otherwise than the summary: a message of the rule, the words of the rationale (`span`, in its text), and those of the summary
 * (`told`, in its text) where it has some. A `severity` is given where that is likely, but not certain.
 */
export type Contrary<Own extends Messages> = ReportOf<Own> & { readonly told?: Span };

/** One way to tell something otherwise. What it finds stands in the rationale's order. */
export type Reader<Own extends Messages> = (compared: Compared) => readonly Contrary<Own>[];

/** Likely, not certain: a word of advice. */
export const LIKELY = { severity: 'information' } as const;

/** What a letter's rationales can be held against; null where it has no summary. */
export function against(determination: Determination): Against | null {
  const summary = summaryOf(determination);
  return summary ? { summary, titles: titlesOf(determination), days: headDates(determination).map(({ iso }) => iso) } : null;
}

/** Reports what the readers find, in their order. Words that one of them has found are left alone by those behind it. */
export function reportContraries<Own extends Messages>({ number: item, reading }: DisputedItem, letter: Against | null, readers: readonly Reader<Own>[], report: Reporting<Own>): void {
  const rationale = reading.rationale?.prose;
  if (!letter || !rationale) return;
  const { summary, titles, days } = letter;
  const compared: Compared = { item, reading, rationale, summary: summary.reading.prose, titles, days };
  const found: Span[] = [];
  for (const read of readers) {
    const all = read(compared);
    if (all.length === 0) continue;
    const contraries = all.filter(({ span }) => !found.some((other) => overlap(other, span)));
    found.push(...contraries.map(({ span }) => span));
    for (const contrary of contraries) report({ ...contrary, span: sourceSpan(rationale, contrary.span), related: contrary.told ? [inSummary(summary, contrary.told)] : [] });
  }
}

/** Those that share no words with one before them. */
export function firstOfPlace<Found extends { readonly span: Span }>(found: readonly Found[]): Found[] {
  return found.reduce<Found[]>((kept, each) => (kept.some(({ span }) => overlap(span, each.span)) ? kept : [...kept, each]), []);
}

function inSummary({ reading: { prose }, start }: Passage, told: Span) {
  return { span: placeInWords({ prose, start }, told), of: null, message: 'What the summary says' };
}
