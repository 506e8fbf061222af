import type { CaseloadLetter } from '../../../../protocol/caseload.ts';
import { byUrgency, caseloadLetter } from '../../service/caseload.ts';
import { fingerprint } from '../../service/fingerprint.ts';
import { lastName } from '../../service/file-name.ts';
import { readLetter } from '../../service/letter.ts';
import { remarksOf } from '../../service/remarks.ts';
import type { Console, ExitCode } from '../console.ts';
import { readInputs } from '../inputs.ts';
import { remarksBeside } from '../remarks-beside.ts';
import { plural } from '../reporters/reporter.ts';
import { checkerOf, createSettings, type SettingsOptions } from '../settings.ts';
import { visibleLine } from '../visible.ts';

export interface CaseloadOptions extends SettingsOptions {
  readonly format: string;
  /** YYYY-MM-DD; otherwise the day of the machine. */
  readonly today?: string;
}

/** `imr caseload`: the letters of a folder, how far each is, and how many days are left. */
export async function caseload(folder: string, options: CaseloadOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const inputs = await readInputs([folder], {}, console);
  const today = options.today ?? new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const found: CaseloadLetter[] = [];
  for await (const { path: file, text } of inputs.each) {
    await inputs.attempt(async () => {
      const letter = readLetter(file, text, await checkerOf(file, console.cwd, settingsOf));
      if (letter.kind !== 'letter') return;
      const others = remarksOf(letter, { kept: await remarksBeside(file, console.cwd), fileName: lastName(file), sha256: await fingerprint(text) });
      found.push(caseloadLetter(letter, file, others, today));
    });
  }
  const letters = byUrgency(found);
  console.out(options.format === 'json' ? `${JSON.stringify(letters, null, 2)}\n` : letters.map((letter) => `${visibleLine(lineOf(letter))}\n`).join(''));
  return inputs.failed() ? 2 : 0;
}

function lineOf({ letter, stage, items, errors, warnings, remarks, due, daysLeft }: CaseloadLetter): string {
  const left = daysLeft === null ? '' : daysLeft < 0 ? `, due since ${due}` : `, ${plural(daysLeft, 'day')} left (${due})`;
  return `${letter}: ${stage}, ${plural(items, 'item')}, ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(remarks, 'open remark')}${left}`;
}
