import type { Range } from 'vscode-languageserver-types';

/** A text to choose from a list, as `imr/rationaleTemplates` and `imr/guidelineCitations` answer it. */
export interface Insertion {
  readonly label: string;
  readonly detail?: string;
  /** In the snippet syntax of completion items. */
  readonly snippet: string;
  /** What it replaces. */
  readonly range?: Range;
}
