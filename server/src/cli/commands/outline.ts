import { createLetterReader } from '../../determination/read.ts';
import type { Console, ExitCode } from '../console.ts';
import { readInputs, type InputOptions } from '../inputs.ts';
import { outlineOf, type Outline } from '../outline.ts';
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
  const outlines: Outline[] = [];
  for await (const input of inputs.each) {
    const { settings } = await settingsOf(input.path);
    const kind = kindOfFile(input.path);
    const source = openSource(input.text, kind);
    const determination = createLetterReader(settings)(source.blocks, kind);
    if (determination.isDetermination) outlines.push(outlineOf(input.path, determination, source.lines));
    else if (input.named) inputs.fail(notADetermination(input));
  }
  console.out(options.format === 'json' ? `${JSON.stringify(outlines, null, 2)}\n` : outlines.map(describe).join('\n'));
  return inputs.failed() ? 2 : 0;
}

function describe({ filePath, layout, facts, items }: Outline): string {
  const lines = [`${filePath} (${layout})`];
  for (const [key, value] of Object.entries(facts)) lines.push(`  ${key}: ${value}`);
  for (const item of items) {
    lines.push(`  ${item.number}. ${item.title}: ${item.decision ?? 'no decision'} (line ${item.line})`);
    const cited = item.reviewerGuideline?.citations.map(({ text, status }) => `${text} (${status})`) ?? [];
    lines.push(`     guideline: ${cited.join('; ') || 'none'}`);
    lines.push(`     rationale: ${item.rationale ? item.rationale.conclusion ?? 'no conclusion' : 'none'}`);
    if (item.dependsOn.length > 0) lines.push(`     depends on: item ${item.dependsOn.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}
