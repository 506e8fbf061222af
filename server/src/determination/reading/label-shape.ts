/** Words at the start of a line that are set off as a label is. Offsets count from the line's first character. */
export interface LabelShape {
  readonly words: string;
  readonly start: number;
  /** Behind the label and its colon: where the field's words begin. */
  readonly end: number;
}

/** Bullets, marks of emphasis and a number in front of a label. */
const LEAD = /^[\s>*_#+|-]{0,12}(?:\d{1,2}[.)][\s*_]{1,4})?/;
const WORDS = /^[A-Z][A-Z /()'’&,-]{1,130}/i;
const COLON = /^[\s*_]{0,6}[:|][\s*_]{0,6}/;

/** The words of a line up to its first colon or the border of a table's cell, or all of it, where they could be a label; null where not. */
export function labelShape(line: string): LabelShape | null {
  const lead = LEAD.exec(line)?.[0] ?? '';
  const words = WORDS.exec(line.slice(lead.length, lead.length + 132))?.[0];
  if (words === undefined) return null;
  const behind = lead.length + words.length;
  const rest = line.slice(behind, behind + 24);
  const shape = { words: words.trim(), start: lead.length - (/[*_]{1,4}$/.exec(lead)?.[0].length ?? 0) };
  const colon = COLON.exec(rest);
  if (colon) return { ...shape, end: behind + colon[0].length };
  return /^\.?$/.test(rest) ? { ...shape, end: line.length } : null;
}
