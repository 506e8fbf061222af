import { span } from '../markdown/span.ts';
import type { LetterLine } from './letter-lines.ts';
import type { Section, SectionName } from './model.ts';

/** A section with the lines it holds: from the line behind its heading up to `to`. */
export interface SectionLines extends Section {
  readonly heading: Section['heading'];
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

interface Opening {
  readonly name: SectionName | null;
  readonly line: number;
  readonly depth: number;
}

/**
 * The letter's sections in their order. `issues-decisions-and-rationales` also ends at a heading of the same or a higher
 * level that is no section of ours: what stands behind it belongs to no item.
 */
export function readSections(lines: readonly LetterLine[], end: number): SectionLines[] {
  const openings: Opening[] = [];
  lines.forEach(({ line }, i) => {
    if (line.section !== null) openings.push({ name: line.section, line: i, depth: line.heading });
    else if (line.heading > 0 && line.decision === null && !lines[i + 1]?.line.label && closes(openings, line.heading)) openings.push({ name: null, line: i, depth: line.heading });
  });
  const sections: SectionLines[] = [];
  openings.forEach(({ name, line, depth }, i) => {
    const at = lines[line];
    const to = openings[i + 1]?.line ?? lines.length;
    if (name === null || !at) return;
    const heading = span(at.start, at.start + at.line.length);
    sections.push({ name, heading, span: span(at.start, lines[to]?.start ?? end), from: line + 1, to, depth });
  });
  return sections;
}

function closes(openings: readonly Opening[], depth: number): boolean {
  const open = openings.at(-1);
  return open !== undefined && open.name !== null && open.depth > 0 && depth <= open.depth;
}
