import type { Finding, MessageData } from './rule.ts';

/** A reviewer's “not here”, kept outside of the letter: what was found, in which letter, why it stands all the same, who said so and when. */
export interface Decision {
  /** The letter's case number, or its file's name where it has none. */
  readonly letter: string;
  readonly rule: string;
  /** The title of the item; null where the finding belongs to none. */
  readonly item: string | null;
  /** Which of the rule's messages, and what that speaks of; other items by their titles. */
  readonly message: string;
  readonly data: MessageData;
  readonly reason: string;
  readonly who: string | null;
  /** ISO 8601. */
  readonly when: string;
}

/** What was found and decided on. Spans of the finding: offsets of the document. */
export interface DecidedFinding {
  readonly finding: Finding;
  readonly decision: Decision;
}
