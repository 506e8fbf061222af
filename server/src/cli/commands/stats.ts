import path from 'node:path';
import { ledgerFile, tally, type RuleTally } from '../../settings/ledger.ts';
import type { Console, ExitCode } from '../console.ts';
import { plural } from '../reporters/reporter.ts';
import { foldersFrom, readIfThere } from '../settings.ts';
import { visibleLine } from '../visible.ts';

export interface StatsOptions {
  readonly format: string;
}

/** `imr stats`: the local ledger of what became of what each rule found, from the nearest one above. */
export async function stats({ format }: StatsOptions, console: Console): Promise<ExitCode> {
  const found = await nearest(console.cwd);
  const { letters, since, rules, unread } = tally(found?.text ?? '');
  if (unread.length > 0) console.err(`imr: ${visibleLine(`${ledgerFile}: ${unread.length === 1 ? 'line' : 'lines'} ${unread.join(', ')} can't be read and ${unread.length === 1 ? 'doesn\'t' : 'don\'t'} count.`)}\n`);
  if (format === 'json') console.out(`${JSON.stringify({ ledger: found?.file ?? null, letters, since, rules }, null, 2)}\n`);
  else if (!found || since === null) console.out('There is no ledger here yet. The editor keeps one where its setting imr.ledger is on: a line for each letter that is signed.\n');
  else console.out(`${[`${plural(letters, 'letter')} signed since ${since} (${found.file})`, '', ...table(rules), ...advice(rules)].map(visibleLine).join('\n')}\n`);
  return 0;
}

async function nearest(cwd: string): Promise<{ readonly file: string; readonly text: string } | null> {
  for (const folder of foldersFrom(cwd)) {
    const file = path.join(folder, ledgerFile);
    const text = await readIfThere(file);
    if (text !== null) return { file, text };
  }
  return null;
}

const COLUMNS = ['accepted', 'dismissed', 'ignored', 'letters'] as const;

function table(rules: readonly RuleTally[]): string[] {
  const widest = Math.max(4, ...rules.map(({ rule }) => rule.length));
  const head = `${'rule'.padEnd(widest)}${COLUMNS.map((column) => `  ${column}`).join('')}`;
  return [head, ...rules.map((tallied) => `${tallied.rule.padEnd(widest)}${COLUMNS.map((column) => `  ${String(tallied[column]).padStart(column.length)}`).join('')}`)];
}

function advice(rules: readonly RuleTally[]): string[] {
  const tiresome = rules.filter(({ isTiresome }) => isTiresome);
  if (tiresome.length === 0) return [];
  return ['', ...tiresome.map(({ rule, letters }) => `${rule} was dismissed more often than not, in ${letters} letters. Lower it in .imr.yaml: “rules: { ${rule}: hint }”, or report it as a false alarm.`)];
}
