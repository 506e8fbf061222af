import type { Range } from './place.ts';

/** `taken`: the proposed words were put in; `withdrawn`: whoever left it took it back. Only what is open keeps a letter from being signed. */
export type RemarkState = 'open' | 'resolved' | 'taken' | 'withdrawn';

/** Who said or did something, and when: ISO 8601. Null without a name. */
export interface Said {
  readonly who: string | null;
  readonly when: string;
}

export interface RemarkAnswer extends Said {
  readonly text: string;
}

/** What somebody remarks on a letter: in the file beside it (`kept`), or in the letter as CriticMarkup or as a comment. */
export interface Remark {
  readonly form: 'kept' | 'criticmarkup' | 'comment';
  /** By which a kept one is known; null for those that stand in the letter. */
  readonly id: string | null;
  readonly text: string;
  /** The words that it speaks of, as they were; null: the whole of the item, or of the letter. */
  readonly words: string | null;
  /** What it proposes in their place. */
  readonly proposal: string | null;
  /** Number of the item that it speaks of; null for one on anything else. */
  readonly item: number | null;
  /** Where it stands now. Without its words: the heading of its item, or the letter's first line. */
  readonly range: Range;
  /** Its words, and its item, are still there. */
  readonly isFound: boolean;
  /** Who left it; null for one that stands in the letter. */
  readonly said: Said | null;
  readonly answers: readonly RemarkAnswer[];
  readonly state: RemarkState;
  /** Who brought it into that state; null while nobody has. */
  readonly settled: Said | null;
}

/** Somebody has read the letter. */
export interface LetterReading extends Said {
  /** It was this very text; otherwise the letter was changed since. */
  readonly isThisText: boolean;
}

/** All that others said of a letter, in its order. */
export interface LetterRemarks {
  readonly remarks: readonly Remark[];
  readonly readings: readonly LetterReading[];
  /** A sentence for each line of the file that can't be read, and so counts for nothing. */
  readonly problems: readonly string[];
}

/** What to write into the file: a remark on a stretch of the letter, an answer or another state for one that is there, or that the letter was read. */
export type RemarkEntry =
  | { readonly kind: 'remark'; readonly range: Range; readonly text: string; readonly proposal?: string }
  | { readonly kind: 'answer'; readonly id: string; readonly text: string }
  | { readonly kind: 'state'; readonly id: string; readonly state: RemarkState }
  | { readonly kind: 'read' };
