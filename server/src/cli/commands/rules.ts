import { ruleUrl } from '../../rules/rule-url.ts';
import { rules as all } from '../../rules/rules.ts';
import type { Console, ExitCode } from '../console.ts';

/** `imr rules`: every rule with its severity. */
export function rules({ format }: { format: string }, console: Console): ExitCode {
  if (format === 'json') {
    const entries = all.map(({ id, family, severity, offByDefault, fixable, summary }) => ({
      id, family, severity, enabled: offByDefault !== true, fixable: fixable ?? null, summary, helpUri: ruleUrl(id),
    }));
    console.out(`${JSON.stringify(entries, null, 2)}\n`);
    return 0;
  }
  const widest = Math.max(0, ...all.map(({ id }) => id.length));
  console.out(all.map(({ id, severity, offByDefault, summary }) =>
    `${id.padEnd(widest)}  ${(offByDefault ? 'off' : severity).padEnd('information'.length)}  ${summary}\n`).join(''));
  return 0;
}
