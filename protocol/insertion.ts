import type { Range } from './place.ts';

/** A text to choose from a list, best first in it. */
export interface Insertion {
  readonly label: string;
  readonly detail?: string;
  /** In the snippet syntax of completion items, which is VS Code's. */
  readonly snippet: string;
  /** What it replaces; absent: it goes in at the cursor. */
  readonly range?: Range;
}
