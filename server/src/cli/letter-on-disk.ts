import { createChecker } from '../service/checker.ts';
import { createLetter, type Letter } from '../service/letter.ts';
import { kindOfFile, openSource } from '../service/source.ts';
import type { SettingsOf } from './settings.ts';
import { readTextFile } from './text-file.ts';

/** What a text is called that was handed over without a file: the settings of the working folder hold for it. */
const UNNAMED = 'letter.md';

/** Where a letter comes from: a file, which is only read, or the text itself. */
export type LetterSource = { readonly path: string } | { readonly text: string };

/** The letter as `imr check` sees it. @throws Failure for a file that can't be read, or settings that can't */
export async function readLetter(from: LetterSource, cwd: string, settingsOf: SettingsOf): Promise<Letter> {
  const path = 'path' in from ? from.path : UNNAMED;
  const { text } = 'path' in from ? await readTextFile(cwd, path) : from;
  const source = openSource(text, kindOfFile(path));
  return createLetter(path, null, source, createChecker((await settingsOf(path)).settings).start()(source));
}
