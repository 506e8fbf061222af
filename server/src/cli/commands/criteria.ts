import type { CriteriaMatrix, CriterionStatus, CriterionWords } from '../../../../protocol/criteria.ts';
import { criteriaMatrix } from '../../service/criteria-matrix.ts';
import { readLetter } from '../../service/letter.ts';
import { notADetermination } from '../check-input.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { readInputs, type InputOptions } from '../inputs.ts';
import { checkerOf, createSettings, type SettingsOptions } from '../settings.ts';
import { visibleLine } from '../visible.ts';

export interface CriteriaOptions extends SettingsOptions, InputOptions {
  readonly format: string;
  /** Number of one item; absent: all of them. */
  readonly item?: number;
}

interface Matrices {
  readonly filePath: string;
  readonly items: readonly CriteriaMatrix[];
}

/** `imr criteria`: what each request is usually judged by, and what the letter says of it. */
export async function criteria(args: readonly string[], options: CriteriaOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const inputs = await readInputs(args, options, console);
  const letters: Matrices[] = [];
  for await (const input of inputs.each) {
    const checker = await inputs.attempt(() => checkerOf(input.path, console.cwd, settingsOf));
    if (!checker) continue;
    const letter = readLetter(input.path, input.text, checker);
    const { items } = letter.determination;
    if (letter.kind !== 'letter') {
      if (input.named) inputs.fail(notADetermination(input));
      continue;
    }
    if (options.item !== undefined && !items[options.item - 1]) throw new Failure(`${input.path} has no item ${options.item}.`);
    const asked = items.filter(({ number }) => options.item === undefined || number === options.item);
    letters.push({ filePath: input.path, items: asked.map((item) => criteriaMatrix(letter, item)) });
  }
  console.out(options.format === 'json' ? `${JSON.stringify(letters, null, 2)}\n` : letters.map(describe).join('\n'));
  return inputs.failed() ? 2 : 0;
}

const STATUSES: Readonly<Record<CriterionStatus, string>> = { 'met': 'met', 'not-met': 'not met', 'said': 'see the words', 'not-stated': 'not stated' };
const WHERE: Readonly<Record<CriterionWords['of'], string>> = { case: '', rule: 'the guideline: ', title: 'the title: ', summary: 'the summary: ' };

function describe({ filePath, items }: Matrices): string {
  const lines = items.flatMap(({ item, title, situation, rows }) => [
    `  ${item}. ${title}: ${situation ?? 'nothing is known for certain of what such a request is judged by'}`,
    ...rows.flatMap(({ criterion, status, words }) => [
      `     ${STATUSES[status]}: ${criterion}`,
      ...words.map(({ of, text, range }) => `       ${range.start.line + 1}: ${WHERE[of]}${text}`),
    ]),
  ]);
  return `${[filePath, ...lines].map(visibleLine).join('\n')}\n`;
}
