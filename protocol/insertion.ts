import type { Range } from './place.ts';

/** A text to choose from a list, best first in it. */
export interface Insertion {
  readonly label: string;
  readonly detail?: string;
  /** How it will read, its blanks as `[[…]]`, where the label doesn't tell. */
  readonly text?: string;
  /** It was written for another situation than the item's: such stand behind all others. */
  readonly other?: boolean;
  /** In the snippet syntax of completion items, which is VS Code's. */
  readonly snippet: string;
  /** What it replaces; absent: it goes in at the cursor. */
  readonly range?: Range;
}
