/** A finding that is compared with another version's: known again by its letter, rule and sentence, wherever the sentence has moved. */
export interface CorpusFinding {
  /** Path below the folder that was checked. */
  readonly letter: string;
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  /** The sentence or line that it stands on, the words themselves between ⟦ and ⟧. */
  readonly sentence: string;
}

export interface Changes {
  readonly gained: readonly CorpusFinding[];
  readonly lost: readonly CorpusFinding[];
}

/** What is found now and wasn't before, and the other way. Equal findings are counted. */
export function compareFindings(before: readonly CorpusFinding[], now: readonly CorpusFinding[]): Changes {
  return { gained: without(now, before), lost: without(before, now) };
}

function without(findings: readonly CorpusFinding[], others: readonly CorpusFinding[]): CorpusFinding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count > 0) left.set(keyOf(finding), count - 1);
    return count === 0;
  });
}

function keyOf({ letter, ruleId, severity, sentence }: CorpusFinding): string {
  return [letter, ruleId, severity, sentence].join('\n');
}
