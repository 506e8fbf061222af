import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { SignOff } from '../../../../protocol/sign-off.ts';
import { fingerprint } from '../../service/fingerprint.ts';
import { readLetter } from '../../service/letter.ts';
import { lastName } from '../../service/file-name.ts';
import { orderSentence } from '../../service/read-back.ts';
import { remarksOf } from '../../service/remarks.ts';
import { signOff } from '../../service/sign-off.ts';
import { signOffPage } from '../../service/sign-off-page.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { readInputs, type Input, type InputOptions, type Inputs } from '../inputs.ts';
import { plural } from '../reporters/reporter.ts';
import { remarksBeside } from '../remarks-beside.ts';
import { checkerOf, createSettings, type SettingsOf, type SettingsOptions } from '../settings.ts';
import { notADetermination } from '../check-input.ts';
import { visibleLine } from '../visible.ts';
import { writeWhole } from '../write-file.ts';

export interface SignOffOptions extends SettingsOptions, InputOptions {
  readonly format: string;
  readonly out?: string;
  readonly acknowledgeWarnings?: boolean;
}

/** `imr sign-off`: says whether letters are ready to sign, and writes a report of each. Exits with 1 when one of them isn't. */
export async function signOffLetters(args: readonly string[], options: SignOffOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const inputs = await readInputs(args, options, console);
  const reports: SignOff[] = [];
  const written = new Map<string, string>();
  for await (const input of inputs.each) {
    const report = await inputs.attempt(() => signOffInput(input, console.cwd, settingsOf, options, inputs));
    if (!report) continue;
    reports.push(report);
    if (options.out !== undefined) await write(report, input.path, options.out, written, console);
  }
  console.out(options.format === 'json' ? json(reports) : reports.map(describe).join(''));
  if (inputs.failed()) return 2;
  return reports.every(({ ready }) => ready) ? 0 : 1;
}

async function signOffInput(input: Input, cwd: string, settingsOf: SettingsOf, options: SignOffOptions, inputs: Inputs): Promise<SignOff | null> {
  const { path: file, text, named } = input;
  const checker = await checkerOf(file, cwd, settingsOf);
  const letter = readLetter(file, text, checker);
  if (letter.kind !== 'letter') {
    if (named) inputs.fail(notADetermination(input));
    return null;
  }
  const sha256 = await fingerprint(text);
  return signOff(letter, {
    remarks: remarksOf(letter, { kept: await remarksBeside(file, cwd), fileName: lastName(file), sha256 }),
    letter: file, sha256, checkedAt: new Date().toISOString(), switchedOff: checker.switchedOff,
    acknowledged: options.acknowledgeWarnings === true, seen: null,
  });
}

/** @throws Failure where a report can't be written, or would take the place of another letter's */
async function write(report: SignOff, letter: string, folder: string, written: Map<string, string>, console: Console): Promise<void> {
  const name = path.join(folder, `${path.basename(letter, path.extname(letter))}.sign-off`);
  const other = written.get(name);
  if (other !== undefined) throw new Failure(`${other} and ${letter} have the same name, and so would their reports. Name a folder for each: --out FOLDER.`);
  written.set(name, letter);
  const full = path.resolve(console.cwd, name);
  let problem: string | null;
  try {
    await mkdir(path.dirname(full), { recursive: true });
    problem = writeWhole(`${full}.html`, signOffPage(report), 'anything') ?? writeWhole(`${full}.json`, json(report), 'anything');
  } catch (error) {
    problem = `can't be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}).`;
  }
  if (problem !== null) throw new Failure(`${name}.html ${problem} Name another folder: --out FOLDER.`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function describe({ letter, ready, blockers, items, notes, findings, warnings, acknowledged, suppressions, decisions, remarks, readings }: SignOff): string {
  const also = [
    ...(warnings === 0 ? [] : [`${plural(warnings, 'warning')} ${acknowledged ? 'acknowledged' : 'to look at'}`]),
    ...(suppressions.length === 0 ? [] : [plural(suppressions.length, 'suppression')]),
    ...(decisions.length === 0 ? [] : [plural(decisions.length, 'decision') + ' outside of the letter']),
    ...(remarks.length === 0 ? [] : [`${plural(remarks.length, 'remark')}, ${remarks.filter(({ state }) => state === 'open').length} open`]),
    ...(readings.length === 0 ? [] : [`read by ${[...new Set(readings.map(({ who }) => who ?? 'somebody without a name'))].join(' and ')}`]),
  ];
  const head = `${letter}: ${ready ? 'ready to sign' : `not ready to sign, ${plural(blockers.length, 'thing')} to put right`}${also.map((words) => `, ${words}`).join('')}`;
  const open = findings.filter(({ outcome }) => outcome === 'blocks' || outcome === 'warning');
  // What stands in the way comes first; a letter that is ready is read back.
  const orders = ready ? items.flatMap((item) => [orderSentence(item), ...item.differences.map((words) => `  ${words}`)]) : [];
  return [head, ...notes.map((note) => `  ${note}`), ...orders.map((words) => `  ${words}`), ...open.map(({ line, severity, message, rule }) => `  ${line}: ${severity}: ${message} (${rule})`)].map((line) => `${visibleLine(line)}\n`).join('');
}
