import { rules } from '../../rules/rules.ts';
import { errorsOnly, type CheckedFile } from '../checked-file.ts';
import { createInputCheck, type InputCheckOptions } from '../check-input.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { readInputs, type InputOptions } from '../inputs.ts';
import { inOrder, workIn, type Work } from '../jobs.ts';
import { reporters } from '../reporters/reporters.ts';
import { count, emptyTally } from '../tally.ts';

export interface CheckOptions extends InputCheckOptions, InputOptions {
  readonly format: string;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly jobs?: number;
}

/** `imr check`: finds faults in letters and, where asked to, repairs them. */
export async function check(args: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  const reporter = reporters[options.format]!;
  const write = ('isPainted' in reporter && console.painted) || console.out;
  const work = startWork(options, console);
  const inputs = await readInputs(args, options, console);
  const kept: CheckedFile[] = [];
  const tally = emptyTally();
  let warnings = 0;
  try {
    for await (const { file, problems = [] } of inOrder(inputs.each, options.jobs ?? 1, work.check)) {
      problems.forEach(inputs.fail);
      if (!file) continue;
      warnings += file.warningCount;
      const shown = options.quiet ? errorsOnly(file) : file;
      count(tally, shown);
      if ('each' in reporter) write(reporter.each(shown, console));
      else kept.push(shown);
    }
  } finally {
    await work.end();
  }
  write('all' in reporter ? reporter.all(kept, console) : reporter.end?.(tally, console) ?? '');
  return exitCode(inputs.failed(), tally.errors, warnings, options, console);
}

/** Checks letters here, or in as many threads as there are jobs. */
function startWork(options: CheckOptions, console: Console): Work {
  const { jobs = 1 } = options;
  // Made here in any case: what is wrong with the options themselves is said before a thread is started.
  const here = createInputCheck(options, console.cwd);
  return jobs > 1 && console.startThread ? workIn(jobs, console.startThread, { options, cwd: console.cwd }) : { check: here, end: async () => {} };
}

function exitCode(failed: boolean, errors: number, warnings: number, options: CheckOptions, console: Console): ExitCode {
  if (failed) return 2;
  if (errors > 0) return 1;
  const most = options.maxWarnings ?? Infinity;
  if (warnings <= most) return 0;
  console.err(`There are ${warnings} warnings, more than the ${most} that --max-warnings allows.\n`);
  return 1;
}

/** @throws Failure for options that contradict each other */
export function assertSensible(args: readonly string[], options: CheckOptions): void {
  if (options.fix && options.fixDryRun) throw new Failure('--fix and --fix-dry-run exclude each other. Choose one.');
  const unknown = (options.fixRule ?? []).find((given) => !rules.some(({ id }) => id === given));
  if (unknown !== undefined) throw new Failure(`--fix-rule: there is no rule “${unknown}”. \`imr rules\` lists them.`);
  if (options.fixRule?.length && !options.fix && !options.fixDryRun) throw new Failure('--fix-rule says what --fix or --fix-dry-run repairs. Add one of them.');
  if (options.fix && args.includes('-')) throw new Failure('--fix has no file to write when the letter comes from stdin. Use --fix-dry-run --format json.');
}
