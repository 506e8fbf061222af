import { rules } from '../../rules/rules.ts';
import { rulePageOf } from '../../service/rule-pages.ts';
import { didYouMean } from '../../settings/nearest.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';

/** `imr explain`: the page of one rule. */
export function explain(id: string, console: Console): ExitCode {
  const page = rules.some((rule) => rule.id === id) ? rulePageOf(id) : null;
  if (page === null) throw new Failure(`There is no rule “${id}”.${didYouMean(id, rules.map((one) => one.id))} See them all with imr rules.`);
  console.out(page);
  return 0;
}
