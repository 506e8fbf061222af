import type { Arranging } from '../../../../protocol/arrangement.ts';
import { offsetAt } from '../../markdown/line-index.ts';
import { span } from '../../markdown/span.ts';
import { arrangeItems } from '../../service/arrange-items.ts';
import { applyEdits } from '../../service/fix-all.ts';
import { readLetter } from '../../service/letter.ts';
import { notADetermination } from '../check-input.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { readInputs, type Input } from '../inputs.ts';
import { checkerOf, createSettings, type SettingsOptions } from '../settings.ts';
import { rewriteTextFile } from '../text-file.ts';
import { visibleLine } from '../visible.ts';

export interface ArrangeOptions extends SettingsOptions {
  /** “3:1”: item 3 to the place of item 1. */
  readonly move?: string;
  /** “3:2”: item 3 into item 2. */
  readonly merge?: string;
  /** “2”, or “2:1”: item 2 at the first of the places where its title can be taken apart. */
  readonly split?: string;
  readonly write?: boolean;
}

/** `imr arrange`: moves, merges or splits an item of a draft with all that names it, onto stdout or into the file. */
export async function arrange(file: string, options: ArrangeOptions, console: Console): Promise<ExitCode> {
  const arranging = readOptions(options);
  if (options.write && file === '-') throw new Failure('--write has no file to write when the letter comes from stdin.');
  const inputs = await readInputs([file], {}, console);
  for await (const input of inputs.each) {
    const text = await arrangedText(input, arranging, options, console);
    if (text === null) return 2;
    const problem = options.write ? rewriteTextFile(console.cwd, input.path, input, text) : null;
    if (problem !== null) throw new Failure(`${input.path} ${problem}`);
    if (!options.write) console.out(text);
  }
  return inputs.failed() ? 2 : 0;
}

function readOptions({ move, merge, split }: ArrangeOptions): Arranging {
  const [given, ...others] = [move, merge, split].filter((each) => each !== undefined);
  const [item = 0, other] = (/^(\d{1,3})(?::(\d{1,3}))?$/.exec(given ?? '') ?? []).slice(1).filter((each) => each !== undefined).map(Number);
  if (others.length === 0 && item > 0 && split !== undefined) return { kind: 'split', item, ...(other !== undefined && { at: other - 1 }) };
  if (others.length > 0 || item === 0 || other === undefined) throw new Failure('Give one of --move ITEM:PLACE, --merge ITEM:ITEM and --split ITEM.');
  return move === undefined ? { kind: 'merge', item, into: other } : { kind: 'move', item, to: other };
}

/** Null where it can't be done, which is said. */
async function arrangedText(input: Input, arranging: Arranging, options: SettingsOptions, console: Console): Promise<string | null> {
  const letter = readLetter(input.path, input.text, await checkerOf(input.path, console.cwd, createSettings(console.cwd, options)));
  if (letter.kind !== 'letter') throw new Failure(notADetermination(input));
  const { edits, notes, problem, choices } = arrangeItems(letter, arranging);
  const say = (sentence: string): void => console.err(`imr: ${visibleLine(sentence)}\n`);
  if (problem !== null) say(problem);
  choices.forEach((choice, i) => say(`--split ${arranging.item}:${i + 1} makes ${choice}`));
  if (problem !== null || choices.length > 0) return null;
  for (const { message } of notes) say(message);
  return applyEdits(input.text, edits.map(({ range, newText }) => ({ span: span(offsetAt(letter.lines, range.start), offsetAt(letter.lines, range.end)), newText })));
}
