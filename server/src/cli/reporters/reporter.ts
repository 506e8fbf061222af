import type { CheckedFile } from '../checked-file.ts';

export interface ReportOptions {
  readonly colors: boolean;
}

/** What was found so far, as it is shown. */
export interface Tally {
  /** Those with findings. */
  files: number;
  errors: number;
  warnings: number;
  /** Advice: information and hints. */
  others: number;
  /** Those that `--fix` repairs. */
  repairable: number;
}

/**
 * Writes what was found. `each` is for formats that can show a file as soon as it is done, so that an archive takes no more memory than
 * a letter, with what is to be said at the `end`; `all` for those that can't.
 */
export type Reporter =
  | {
    readonly each: (file: CheckedFile, options: ReportOptions) => string; readonly end?: (tally: Tally, options: ReportOptions) => string;
    /** It gives colours, where those are wanted, and makes all control characters in names and words visible itself. */
    readonly isPainted?: true;
  }
  | { readonly all: (files: readonly CheckedFile[], options: ReportOptions) => string };

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
