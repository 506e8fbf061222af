import { readLetter, type Letter } from '../service/letter.ts';
import { checkerOf, type SettingsOf } from './settings.ts';
import { readTextFile } from './text-file.ts';

/** What a text is called that was handed over without a file: the settings of the working folder hold for it. */
const UNNAMED = 'letter.md';

/** Where a letter comes from: a file, which is only read, or the text itself. */
export type LetterSource = { readonly path: string } | { readonly text: string };

/** The letter as `imr check` sees it. @throws Failure for a file that can't be read, or settings that can't */
export async function letterOnDisk(from: LetterSource, cwd: string, settingsOf: SettingsOf): Promise<Letter> {
  const path = 'path' in from ? from.path : UNNAMED;
  const { text } = 'path' in from ? readTextFile(cwd, path) : from;
  return readLetter(path, text, await checkerOf(path, cwd, settingsOf));
}
