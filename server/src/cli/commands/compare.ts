import type { ComparedItem, RoundChange } from '../../../../protocol/rounds.ts';
import { compareRounds } from '../../service/compare-rounds.ts';
import { readLetter, type Letter } from '../../service/letter.ts';
import type { Console, ExitCode } from '../console.ts';
import { Failure } from '../console.ts';
import { checkerOf, createSettings, type SettingsOptions } from '../settings.ts';
import { readTextFile } from '../text-file.ts';
import { visibleLine } from '../visible.ts';

export interface CompareOptions extends SettingsOptions {
  readonly format: string;
}

/** `imr compare`: what changed from one version of a letter to another, item by item. */
export async function compare(old: string, now: string, options: CompareOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const read = async (file: string): Promise<Letter> => {
    const { text } = readTextFile(console.cwd, file);
    const letter = readLetter(file, text, await checkerOf(file, console.cwd, settingsOf));
    if (letter.kind !== 'letter') throw new Failure(`${file} is no determination letter.`);
    return letter;
  };
  const { items, letter } = compareRounds(await read(old), await read(now));
  if (options.format === 'json') console.out(`${JSON.stringify({ before: old, after: now, items: items.map(asJson), letter: letter.map(placed) }, null, 2)}\n`);
  else {
    const lines = [...items.flatMap(itemLines), ...(letter.length === 0 ? [] : ['Outside of the items', ...letter.map(changeLine)])];
    console.out((lines.length === 0 ? ['Nothing has changed.'] : lines).map((line) => `${visibleLine(line)}\n`).join(''));
  }
  return 0;
}

/** Lines and columns from 1, as in all output. */
function placed<T extends Pick<RoundChange, 'range'>>({ range: { start, end }, ...rest }: T): object {
  return { ...rest, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function asJson(item: ComparedItem): object {
  return { ...placed(item), changes: item.changes.map(placed) };
}

function itemLines({ number, before, title, status, changes }: ComparedItem): string[] {
  const moved = number !== null && before !== null && number !== before ? `, item ${before} before` : '';
  if (status === 'same') return moved === '' ? [] : [`Item ${number}${moved}: ${title}`];
  const head = status === 'removed' ? `Item ${before} is gone: ${title}` : `Item ${number}${status === 'added' ? ' is new' : moved}: ${title}`;
  return [head, ...changes.map(changeLine)];
}

function changeLine({ kind, where, before, after, range }: RoundChange): string {
  const words = (text: string | null): string => (text === null ? 'nothing' : `“${text}”`);
  return `  ${range.start.line + 1}: ${kind}, ${where}: ${words(before)} → ${words(after)}`;
}
