import { dirname, resolve, sep } from 'node:path';
import { allFindings } from '../../rules/engine.ts';
import { createChecker, type Checker } from '../../service/checker.ts';
import { fixAll } from '../../service/fix-all.ts';
import { openSource, kindOfFile } from '../../service/source.ts';
import { holdsTemplates, teamTemplateChecker } from '../../service/team-template-checker.ts';
import type { Settings } from '../../settings/settings.ts';
import { checkedFile, errorsOnly, type CheckedFile } from '../checked-file.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import type { FoundFile } from '../find-files.ts';
import { readInputs, type Input, type InputOptions } from '../inputs.ts';
import { reporters } from '../reporters/reporters.ts';
import { createSettings, type SettingsOf, type SettingsOptions } from '../settings.ts';
import { writeTextFile } from '../text-file.ts';

export interface CheckOptions extends SettingsOptions, InputOptions {
  readonly format: string;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
}

/** `imr check`: finds faults in letters and, where asked to, repairs them. */
export async function check(args: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  const reporter = reporters[options.format]!;
  const settingsOf = createSettings(console.cwd, options);
  const inputs = await readInputs(args, options, console);
  const files: CheckedFile[] = [];
  let warnings = 0;
  for await (const input of inputs.each) {
    const file = await checkInput(input, settingsOf, options, console, inputs.fail);
    if (!file) continue;
    warnings += file.warningCount;
    const shown = options.quiet ? errorsOnly(file) : file;
    files.push('each' in reporter ? { ...shown, messages: [] } : shown);
    if ('each' in reporter) console.out(reporter.each(shown));
  }
  if ('all' in reporter) console.out(reporter.all(files, { colors: console.colors }));
  return exitCode(inputs.failed(), files, warnings, options, console);
}

async function checkInput(
  input: Input, settingsOf: SettingsOf, options: CheckOptions, console: Console, fail: (sentence: string) => void,
): Promise<CheckedFile | null> {
  const { path, text, hasByteOrderMark, isStdin } = input;
  const kind = kindOfFile(path);
  const checker = checkerOf(resolve(console.cwd, path), (await settingsOf(path)).settings);
  const checkDocument = checker.start();
  const source = openSource(text, kind);
  const { determination, checked } = checkDocument(source);
  if (!determination.isDetermination && checker !== teamTemplateChecker) {
    if (input.named) fail(notADetermination(input));
    return null;
  }
  if (!options.fix && !options.fixDryRun) return checkedFile(path, checked, source.lines);

  const fixed = fixAll(text, (changed) => allFindings(checkDocument(openSource(changed, kind)).checked), allFindings(checked));
  if (fixed.text === text) return checkedFile(path, checked, source.lines);
  if (options.fix && !isStdin) await writeTextFile(console.cwd, path, fixed.text, hasByteOrderMark);
  const after = openSource(fixed.text, kind);
  return checkedFile(path, checkDocument(after).checked, after.lines, options.fixDryRun ? fixed.text : undefined);
}

/** A team's template has a check of its own. */
function checkerOf(file: string, settings: Settings): Checker {
  return holdsTemplates(dirname(file).split(sep).join('/'), settings.templates) ? teamTemplateChecker : createChecker(settings);
}

/** What to say of a file that was named itself and holds no letter. */
export function notADetermination({ path }: Pick<FoundFile, 'path'>): string {
  return `${path} is no determination draft: give it a case-number in its front matter or the heading “IMR Issues, Decisions and `
    + 'Rationales”, or set determinationFiles: always.';
}

function exitCode(failed: boolean, files: readonly CheckedFile[], warnings: number, options: CheckOptions, console: Console): ExitCode {
  if (failed) return 2;
  if (files.some(({ errorCount }) => errorCount > 0)) return 1;
  const most = options.maxWarnings ?? Infinity;
  if (warnings <= most) return 0;
  console.err(`There are ${warnings} warnings, more than the ${most} that --max-warnings allows.\n`);
  return 1;
}

/** @throws Failure for options that contradict each other */
export function assertSensible(args: readonly string[], options: CheckOptions): void {
  if (options.fix && options.fixDryRun) throw new Failure('--fix and --fix-dry-run exclude each other. Choose one.');
  if (options.fix && args.includes('-')) throw new Failure('--fix has no file to write when the letter comes from stdin. Use --fix-dry-run --format json.');
}
