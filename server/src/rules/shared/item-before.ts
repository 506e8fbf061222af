/** "Again, …", "as above": the argument stands in an item before, and is not repeated. */
const ITEM_BEFORE = /^\s*(?:Again\b|As (?:above|noted|stated|discussed)\b|See\b)|\b(?:approved|certified|denied|discussed|decided) above\b|\b(?:as (?:noted |stated |discussed )?above|same reasons?)\b/i;

/** Whether a rationale leans on the item before without depending on it. */
export function leansOnItemBefore(rationale: string): boolean {
  return ITEM_BEFORE.test(rationale);
}
