import type { Span } from '../../markdown/span.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import type { Side } from '../../vocabulary/sides.ts';

/**
 * A fact of the patient that some words state: what it is about (`topic`, such as `spasm`, `straight-leg-raise` or `smoking`) and what they say of it (`value`).
 * Two facts of one topic and place can be held against each other.
 */
export interface CaseFact {
  readonly topic: string;
  readonly value: string;
  /** As a message calls the topic: "straight leg raise". */
  readonly name: string;
  /** Sure enough to be held against other words; what isn't may only excuse. */
  readonly sure: boolean;
  /** Where on the body; empty where the words don't say. */
  readonly regions: readonly RegionId[];
  readonly sides: readonly Side[];
  /** The dates that the words give, as YYYY-MM-DD; `?` for one that is not a whole date. */
  readonly dates: readonly string[];
  /** A figure as it is written: "4/5". */
  readonly measure: string | null;
  /** In the prose's text. */
  readonly span: Span;
}

/** What a sentence says of a topic before its place is known. Tokens `from` up to `to`. */
export interface ReadFact extends Pick<CaseFact, 'topic' | 'value' | 'name' | 'sure' | 'measure'> {
  readonly from: number;
  readonly to: number;
  /** The words to show, where they are more than the tokens of the topic. */
  readonly shownFrom: number;
  readonly shownTo: number;
}
