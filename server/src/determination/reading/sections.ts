import { keptBy } from '../../markdown/kept-by.ts';
import { span } from '../../markdown/span.ts';
import type { LetterLine } from './letter-lines.ts';
import { standsAlone } from './lines.ts';
import type { Section, SectionName } from '../model.ts';
import { isRegarding } from './title-line.ts';

/** A part of the letter with the lines it holds: from the line behind its heading up to `to`. Null names a part under a heading that we don't know. */
export interface LetterPart {
  readonly name: SectionName | null;
  /** The line that opens it; the first part, above all headings, has none. */
  readonly heading: number | null;
  readonly from: number;
  readonly to: number;
  /** Of its heading, 0 where that is a line of text. */
  readonly depth: number;
}

/** A section with the lines it holds. */
export interface SectionLines extends Section {
  readonly from: number;
  readonly to: number;
}

interface Opening {
  readonly name: SectionName | null;
  readonly line: number;
  readonly depth: number;
}

/**
 * The letter's parts in their order, all its lines in them. A part ends at the next one's heading, or at a heading of its own or a higher
 * level that we don't know. The name of a part once more ("… (continued)"), with no other known part between, goes on with it.
 */
export function readParts(lines: readonly LetterLine[]): LetterPart[] {
  const openings: Opening[] = [];
  lines.forEach(({ line }, i) => {
    if (line.section !== null) open(openings, { name: line.section, line: i, depth: line.heading });
    else if (line.heading > 0 && !isRegarding(line.text) && !decides(lines, i) && !lines[i + 1]?.line.label && closes(openings, line.heading)) openings.push({ name: null, line: i, depth: line.heading });
  });
  const parts = openings.map(({ name, line, depth }, i): LetterPart => ({ name, heading: line, from: line + 1, to: openings[i + 1]?.line ?? lines.length, depth }));
  return [{ name: null, heading: null, from: 0, to: openings[0]?.line ?? lines.length, depth: 0 }, ...parts];
}

/** Whether a decision stands at the end of a heading, which may have more lines than this one where it is underlined, or is the next heading. */
function decides(lines: readonly LetterLine[], heading: number): boolean {
  let last = heading;
  while (lines[last + 1]?.block === lines[heading]?.block) last++;
  const below = lines[last + 1]?.line;
  return lines[last]?.line.decision !== null || (below !== undefined && below.heading > 0 && standsAlone(below));
}

function open(openings: Opening[], opening: Opening): void {
  const known = openings.findLastIndex(({ name }) => name !== null);
  if (openings[known]?.name === opening.name) openings.length = known + 1;
  else openings.push(opening);
}

function closes(openings: readonly Opening[], depth: number): boolean {
  const last = openings.at(-1);
  return last !== undefined && last.name !== null && last.depth > 0 && depth <= last.depth;
}

/** Whether a part holds items by its place alone: the part on the items, or any text where no heading says where they stand. */
export function isForItems({ name }: LetterPart, parts: readonly LetterPart[]): boolean {
  return name === 'issues-decisions-and-rationales' || !havePlaceForItems(parts);
}

const havePlaceForItems = keptBy((parts: readonly LetterPart[]): boolean => parts.some(({ name }) => name === 'issues-decisions-and-rationales'));

/** The known parts as sections. Behind an unknown heading the part on the items goes on as far as there are items (`titles`: their lines). */
export function sectionsOf(lines: readonly LetterLine[], parts: readonly LetterPart[], titles: readonly number[], end: number): SectionLines[] {
  return parts.flatMap((part, i) => {
    const at = part.heading === null ? undefined : lines[part.heading];
    if (part.name === null || !at) return [];
    const next = parts[i + 1];
    const goesOn = part.name === 'issues-decisions-and-rationales' && next?.name === null && titles.some((title) => title >= next.from && title < next.to);
    const to = goesOn ? next.to : part.to;
    const heading = span(at.start, at.start + at.line.length);
    return [{ name: part.name, heading, span: span(at.start, lines[to]?.start ?? end), from: part.from, to }];
  });
}
