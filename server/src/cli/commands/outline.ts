import { createLetterReader } from '../../determination/reading/read.ts';
import type { Console, ExitCode } from '../console.ts';
import { readInputs, type InputOptions } from '../inputs.ts';
import { outlineOf, type Outline } from '../outline.ts';
import type { Determination } from '../../determination/model.ts';
import { visibleLine } from '../visible.ts';
import { createSettings, type SettingsOptions } from '../settings.ts';
import { kindOfFile, openSource } from '../../service/source.ts';
import { notADetermination } from '../check-input.ts';

export interface OutlineOptions extends SettingsOptions, InputOptions {
  readonly format: string;
}

/** `imr outline`: the letters as the program understands them. */
export async function outline(args: readonly string[], options: OutlineOptions, console: Console): Promise<ExitCode> {
  const settingsOf = createSettings(console.cwd, options);
  const inputs = await readInputs(args, options, console);
  const letters: { readonly outline: Outline; readonly determination: Determination }[] = [];
  for await (const input of inputs.each) {
    const settings = (await inputs.attempt(() => settingsOf(input.path)))?.settings;
    if (!settings) continue;
    const kind = kindOfFile(input.path);
    const source = openSource(input.text, kind);
    const determination = createLetterReader(settings)(source.blocks, kind);
    if (determination.isDetermination) letters.push({ outline: outlineOf(input.path, determination, source.lines), determination });
    else if (input.named) inputs.fail(notADetermination(input));
  }
  console.out(options.format === 'json' ? `${JSON.stringify(letters.map((letter) => letter.outline), null, 2)}\n` : letters.map((letter) => describe(letter.outline, letter.determination)).join('\n'));
  return inputs.failed() ? 2 : 0;
}

/** A word that decides nothing is printed, too: it stands in the letter. */
function describe({ filePath, layout, facts, items }: Outline, determination: Determination): string {
  const lines = [`${filePath} (${layout})`];
  for (const [key, value] of Object.entries(facts)) lines.push(`  ${key}: ${value}`);
  for (const item of items) {
    const word = determination.items[item.number - 1]?.reading.decision?.word;
    lines.push(`  ${item.number}. ${item.title}: ${item.decision ?? (word === undefined ? 'no decision' : `no decision (“${word}”)`)} (line ${item.line})`);
    const cited = item.reviewerGuideline?.citations.map(({ text, status }) => `${text} (${status})`) ?? [];
    lines.push(`     guideline: ${cited.join('; ') || 'none'}`);
    lines.push(`     rationale: ${item.rationale ? item.rationale.conclusion ?? 'no conclusion' : 'none'}`);
    if (item.dependsOn.length > 0) lines.push(`     depends on: item ${item.dependsOn.join(', ')}`);
  }
  return `${lines.map(visibleLine).join('\n')}\n`;
}
