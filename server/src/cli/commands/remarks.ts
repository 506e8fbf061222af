import type { LetterRemarks, Remark, Said } from '../../../../protocol/remarks.ts';
import { fingerprint } from '../../service/fingerprint.ts';
import { lastName } from '../../service/file-name.ts';
import { readLetter } from '../../service/letter.ts';
import { remarksOf } from '../../service/remarks.ts';
import { notADetermination } from '../check-input.ts';
import type { Console, ExitCode } from '../console.ts';
import { readInputs, type Input, type InputOptions, type Inputs } from '../inputs.ts';
import { remarksBeside } from '../remarks-beside.ts';
import { checkerOf, createSettings, type SettingsOf, type SettingsOptions } from '../settings.ts';
import { visibleLine } from '../visible.ts';

export interface RemarksOptions extends SettingsOptions, InputOptions {
  readonly format: string;
}

interface OfFile extends Omit<LetterRemarks, 'problems'> {
  readonly filePath: string;
}

/** `imr remarks`: what others said of letters, in the file beside them and in themselves, and who has read them. */
export async function remarks(args: readonly string[], options: RemarksOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const inputs = await readInputs(args, options, console);
  const found: OfFile[] = [];
  for await (const input of inputs.each) {
    const read = await inputs.attempt(() => remarksOn(input, console.cwd, settingsOf, inputs));
    if (read) found.push(read);
  }
  console.out(options.format === 'json' ? `${JSON.stringify(found.map(asJson), null, 2)}\n` : found.flatMap(asText).map((line) => `${visibleLine(line)}\n`).join(''));
  return inputs.failed() ? 2 : 0;
}

async function remarksOn(input: Input, cwd: string, settingsOf: SettingsOf, inputs: Inputs): Promise<OfFile | null> {
  const { path: file, text, named } = input;
  const letter = readLetter(file, text, await checkerOf(file, cwd, settingsOf));
  if (letter.kind !== 'letter') {
    if (named) inputs.fail(notADetermination(input));
    return null;
  }
  const { remarks: all, readings } = remarksOf(letter, { kept: await remarksBeside(file, cwd), fileName: lastName(file), sha256: await fingerprint(text) });
  return { filePath: file, remarks: all, readings };
}

/** Lines and columns from 1, as in all output. */
function asJson({ filePath, remarks: all, readings }: OfFile): object {
  return {
    filePath, readings,
    remarks: all.map(({ range: { start, end }, ...remark }) => ({
      ...remark, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1,
    })),
  };
}

function asText({ filePath, remarks: all, readings }: OfFile): string[] {
  if (all.length === 0 && readings.length === 0) return [];
  return [
    filePath,
    ...readings.map((reading) => `  read by ${saidBy(reading)}${reading.isThisText ? '' : '; the letter was changed since'}`),
    ...all.flatMap((remark) => [`  ${remark.range.start.line + 1}: ${head(remark)}`, ...remark.answers.map((answer) => `    ${saidBy(answer)}: ${answer.text}`)]),
  ];
}

function head({ state, said, text, words, proposal, isFound, settled }: Remark): string {
  return [
    `${state}${settled ? ` (${saidBy(settled)})` : ''}: ${said ? `${saidBy(said)}: ` : ''}${text}`,
    words === null ? '' : `on “${words}”${isFound ? '' : ', which is gone'}`, proposal === null ? '' : `proposed: “${proposal}”`,
  ].filter((part) => part !== '').join(' · ');
}

function saidBy({ who, when }: Said): string {
  return `${who ?? 'no name given'}, ${when.slice(0, 'YYYY-MM-DD'.length)}`;
}
