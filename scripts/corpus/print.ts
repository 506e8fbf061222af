import type { Changes, CorpusFinding } from './baseline.ts';

/** Every finding below its rule, the rules by name. */
export function printByRule(findings: readonly CorpusFinding[]): void {
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  for (const id of ids) {
    const own = findings.filter(({ ruleId }) => ruleId === id);
    console.log(`\n${id} (${own.length})`);
    for (const finding of own) print('  ', finding);
  }
  console.log();
}

export function printChanges({ gained, lost }: Changes): void {
  console.log(`Since the baseline: ${gained.length} gained, ${lost.length} lost`);
  for (const finding of gained) print('+ ', finding);
  for (const finding of lost) print('- ', finding);
}

function print(mark: string, { letter, ruleId, severity, message, sentence }: CorpusFinding): void {
  console.log(`${mark}${letter} ${severity} ${ruleId}: ${message}\n      ${sentence}`);
}
