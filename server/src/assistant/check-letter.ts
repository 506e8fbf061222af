import type { FindingFacts, LetterCheck, TextOption } from '../../../protocol/tools.ts';
import { positionAt } from '../markdown/line-index.ts';
import type { Finding, Severity } from '../rules/engine/rule.ts';
import { rules } from '../rules/rules.ts';
import { ruleUrl } from '../rules/rule-url.ts';
import type { Letter } from '../service/letter.ts';

/** What the rules find. A rule's message may quote the letter, so without `includeText` its summary stands in for it, which never does. */
export function checkLetter(letter: Letter, { includeText = false }: TextOption): LetterCheck {
  const { determination, checked, findings } = letter;
  const having = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    letterText: includeText ? 'included' : 'none',
    items: determination.items.length,
    counts: { error: having('error'), warning: having('warning'), information: having('information'), hint: having('hint') },
    findings: findings.map((finding) => findingFacts(letter, finding, includeText)),
    silenced: checked.silenced.map(({ ruleId, span }) => ({ ruleId, line: lineAt(letter, span.start) })),
  };
}

function findingFacts(letter: Letter, finding: Finding, includeText: boolean): FindingFacts {
  const { ruleId, severity, message, span, item, related, fixes } = finding;
  return {
    ruleId, severity, rule: summaryOf(ruleId), line: lineAt(letter, span.start),
    ...(item !== undefined && { item }),
    relatedLines: [...new Set(related.map((other) => lineAt(letter, other.span.start)))],
    fix: fixes[0]?.applicability ?? null,
    help: ruleUrl(ruleId),
    ...(includeText && { message, words: letter.lines.text.slice(span.start, span.end) }),
  };
}

/** Written with the rule, whatever the letter says. */
function summaryOf(ruleId: string): string {
  if (ruleId === 'internal-error') return 'Every rule runs to its end; this one failed here and was left out.';
  if (ruleId === 'set-aside') return 'All of a letter is checked by all rules; of this one a part was too long or too many, and was set aside.';
  return rules.find(({ id }) => id === ruleId)?.summary ?? 'The letter keeps to the house style.';
}

function lineAt({ lines }: Letter, offset: number): number {
  return positionAt(lines, offset).line + 1;
}
