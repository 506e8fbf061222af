import type { Determination, DisputedItem } from '../determination/model.ts';
import { span, type Span } from '../markdown/span.ts';
import type { TextLine } from './text-lines.ts';

/** Words in capitals that stand for themselves, as the publisher sets the headings of a letter. */
const CAPITALS = /^[A-Z][A-Z0-9 ,.'’()/&-]{9,79}$/;
/** What may follow the last rationale: the greeting, who gets a copy, the publisher's disclaimer. */
const FAREWELL = /^(?:(?:Sincerely|Respectfully(?: submitted)?|Very truly yours|(?:Kind |Best )?Regards)[,.]?|(?:cc|Enclosures?|Copies to|Disclaimer):.*)$/i;

/**
 * Stretches of the text that are no part of a determination: an unknown section with its heading, and what follows the
 * letter's end. Each reaches to the next known section or item.
 */
export function findStrays({ text, sections, items }: Determination, lines: readonly TextLine[]): Span[] {
  const marks = [...sections.map(({ heading }) => heading.start), ...items.map(({ start }) => start)].sort((a, b) => a - b);
  const markAt = createCursor(marks);
  const itemAt = createCursor(items.map(({ start }) => start));
  const strays: Span[] = [];
  lines.forEach((line, i) => {
    const mark = markAt(line.start);
    const number = itemAt(line.start);
    const before = lines[i - 1];
    if (mark < 0 || marks[mark] === line.start || !before || line.start < (strays.at(-1)?.end ?? 0)) return;
    const item = items[number];
    const inside = item !== undefined && line.start < item.end;
    if (inside && !isBehindRationale(item, line)) return;
    const farewell = inside && number === items.length - 1 && FAREWELL.test(line.text);
    if (farewell || isHeading(line, before)) strays.push(span(line.start, marks[mark + 1] ?? text.length));
  });
  return strays;
}

/** Asked with ascending offsets, tells which of the ascending starts was passed last; -1 before the first. */
function createCursor(starts: readonly number[]): (offset: number) => number {
  let passed = -1;
  return (offset) => {
    while ((starts[passed + 1] ?? Infinity) <= offset) passed++;
    return passed;
  };
}

/** A title or a guideline's name may be in capitals, too. */
function isBehindRationale({ start, reading: { rationale } }: DisputedItem, line: TextLine): boolean {
  return rationale !== null && line.start > start + rationale.prose.span.start;
}

function isHeading({ text }: TextLine, before: TextLine): boolean {
  return CAPITALS.test(text) && (text.match(/[A-Z]{3,}/g) ?? []).length > 1 && !text.endsWith('.') && /[.!?:;]["”’)]?$/.test(before.text);
}
