import type { Determination } from '../determination/model.ts';
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
export function findStrays(letter: Determination, lines: readonly TextLine[]): Span[] {
  const marks = [...letter.sections.map(({ heading }) => heading.start), ...letter.items.map(({ start }) => start), letter.text.length].sort((a, b) => a - b);
  const strays: Span[] = [];
  lines.forEach((line, i) => {
    if (line.start < (strays.at(-1)?.end ?? 0) || !opensStray(letter, line, lines[i - 1])) return;
    strays.push(span(line.start, marks.find((mark) => mark > line.start) ?? letter.text.length));
  });
  return strays;
}

function opensStray({ sections, items }: Determination, line: TextLine, before: TextLine | undefined): boolean {
  if (!before || sections.some(({ heading }) => heading.start === line.start)) return false;
  const item = items.find(({ start, end }) => start <= line.start && line.start < end);
  const rationale = item?.reading.rationale?.prose.span;
  // A title or a guideline's name may be in capitals, too.
  if (item ? !rationale || line.start <= item.start + rationale.start : !inSection(sections, line)) return false;
  if (item === items.at(-1) && item && FAREWELL.test(line.text)) return true;
  return CAPITALS.test(line.text) && (line.text.match(/[A-Z]{3,}/g) ?? []).length > 1 && !line.text.endsWith('.') && /[.!?:;]["”’)]?$/.test(before.text);
}

function inSection(sections: Determination['sections'], { start }: TextLine): boolean {
  return sections.some((section) => section.span.start <= start && start < section.span.end);
}
