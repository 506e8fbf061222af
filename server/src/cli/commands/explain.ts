import { readFile } from 'node:fs/promises';
import type { Rule } from '../../rules/engine/rule.ts';
import { ruleUrl } from '../../rules/rule-url.ts';
import { rules } from '../../rules/rules.ts';
import { didYouMean } from '../../settings/nearest.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';

/** `imr explain`: the page of one rule. */
export async function explain(id: string, console: Console): Promise<ExitCode> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Failure(`There is no rule “${id}”.${didYouMean(id, rules.map((one) => one.id))} See them all with imr rules.`);
  console.out(await page(id) ?? summary(rule));
  return 0;
}

/** The page lies in docs/, some folders above this file, wherever it was bundled to. */
async function page(id: string): Promise<string | null> {
  for (const above of ['../', '../../', '../../../', '../../../../']) {
    try {
      return await readFile(new URL(`${above}docs/rules/${id}.md`, import.meta.url), 'utf8');
    } catch {
      // Not there: one folder further up.
    }
  }
  return null;
}

/** What the rule says of itself, for a program that was installed without its pages. */
function summary({ id, severity, offByDefault, summary: sentence, why, leavesAlone }: Rule): string {
  const left = leavesAlone.length > 0 ? `\nIt leaves alone:\n${leavesAlone.map((line) => `- ${line}\n`).join('')}` : '';
  return `# ${id}\n\n${sentence}\n\nSeverity: ${offByDefault ? 'off by default' : severity}\n\n${why}\n${left}\n${ruleUrl(id)}\n`;
}
