import type { CheckedFile } from '../checked-file.ts';

export interface ReportOptions {
  readonly colors: boolean;
}

/** Writes what was found. `each` is for formats that can show a file as soon as it is done; `all` for those that can't. */
export type Reporter =
  | { readonly each: (file: CheckedFile) => string }
  | { readonly all: (files: readonly CheckedFile[], options: ReportOptions) => string };

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
