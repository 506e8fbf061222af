import type { Changes, CorpusFinding } from './compare.ts';

/** Every finding below its rule, the rules by name; of the quiet rules only how many there are. */
export function printByRule(findings: readonly CorpusFinding[], quiet: readonly string[]): void {
  const ids = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
  for (const id of ids) {
    const own = findings.filter(({ ruleId }) => ruleId === id);
    const isQuiet = quiet.includes(id);
    console.log(`\n${id} (${own.length}${isQuiet ? `; off by default, shown with --rule ${id}` : ''})`);
    if (!isQuiet) for (const finding of own) print('  ', finding);
  }
  console.log();
}

export function printChanges({ gained, lost }: Changes, since: string): void {
  console.log(`Since ${since}: ${gained.length} gained, ${lost.length} lost`);
  for (const finding of gained) print('+ ', finding);
  for (const finding of lost) print('- ', finding);
}

function print(mark: string, { letter, ruleId, severity, message, sentence }: CorpusFinding): void {
  console.log(`${mark}${letter} ${severity} ${ruleId}: ${message}\n      ${sentence}`);
}
