import type { Console, ExitCode } from '../console.ts';
import { medicalWords } from '../medical-words.ts';

export const DICTIONARY_FORMATS = ['words', 'cspell', 'ltex', 'harper'] as const;

/** How each spelling checker reads words of one's own. */
const WRITERS: Readonly<Record<(typeof DICTIONARY_FORMATS)[number], (words: readonly string[]) => string>> = {
  words: lines,
  // A settings file that others import.
  cspell: (words) => json({ version: '0.2', id: 'imr-medical', words }),
  ltex: (words) => json({ 'ltex.dictionary': { 'en-US': words } }),
  // Its user dictionary is a word a line.
  harper: lines,
};

/** `imr dictionary`: drugs, treatments and anatomy for a spelling checker, onto stdout. */
export function dictionary({ format }: { readonly format: string }, console: Console): ExitCode {
  console.out(WRITERS[format as keyof typeof WRITERS](medicalWords()));
  return 0;
}

function lines(words: readonly string[]): string {
  return words.map((word) => `${word}\n`).join('');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
