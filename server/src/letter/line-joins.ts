/** Joins what stands at the end of one line and at the beginning of the next. */
export type JoinLines = (end: string, beginning: string) => string;

/** "pre- and postoperative": the hyphen stands for the word that follows later. */
const SUSPENDED = /^(?:and|or|to|versus|vs|und)\b/i;
const LONGEST_WORD = 40;

/**
 * Joins the lines of one letter. A word broken at a hyphen is whole again where the letter itself writes it so elsewhere and
 * never with that hyphen; any other hyphen may belong to the word ("1-" + "2 times", "x-" + "ray") and stays. A soft hyphen goes.
 */
export function createLineJoin(text: string): JoinLines {
  const known = knownWords(text);
  return (end, beginning) => {
    if (end === '' || beginning === '') return end + beginning;
    if (end.endsWith('\u00AD')) return end.slice(0, -1) + beginning;
    const word = end.slice(-LONGEST_WORD).split(/[^\p{L}\p{N}‐-]/u).at(-1) ?? '';
    const half = word.slice(0, -1);
    if (half === '' || !/[-‐]$/.test(word) || SUSPENDED.test(beginning.slice(0, 8))) return `${end} ${beginning}`;
    const other = /^\p{Ll}+/u.exec(beginning.slice(0, LONGEST_WORD))?.[0];
    const broken = other !== undefined && known.has((half + other).toLowerCase()) && !known.has(`${half}-${other}`.toLowerCase());
    return (broken ? end.slice(0, -1) : end) + beginning;
  };
}

/** All words of a text that stand whole on a line, with their hyphens. */
function knownWords(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu) ?? []).map((word) => word.replaceAll('‐', '-')));
}
