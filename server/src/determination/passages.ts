import type { LetterLine } from './letter-lines.ts';
import type { ItemLines } from './item-boundaries.ts';
import { stretchOf, type Line } from './lines.ts';
import type { Passage, PassageReading, SectionName } from './model.ts';
import { foldProse } from './prose.ts';
import type { SectionLines } from './sections.ts';
import { splitSentences } from './sentences.ts';

type PassageReader = (
  lines: readonly LetterLine[], sections: readonly SectionLines[], items: readonly ItemLines[],
) => readonly Passage[];

/** Lines from `from` to `to` that belong to no item. */
interface Stretch {
  readonly section: SectionName | null;
  readonly from: number;
  readonly to: number;
}

/** What was read of a passage, and what it was read from. */
interface Kept {
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
  readonly reading: PassageReading;
}

/** Reads what the letter says outside of its items, and gives the same reading again as long as a passage's lines are the same. */
export function createPassageReader(): PassageReader {
  const kept = new WeakMap<Line, Kept>();
  const read = (lines: readonly LetterLine[], { from, to }: Stretch, start: number): PassageReading => {
    const first = lines[from]?.line;
    const known = first && kept.get(first);
    if (known && isSame(known, lines, from, to, start)) return known.reading;
    const own = lines.slice(from, to);
    const prose = foldProse(own.map((line) => stretchOf(line.line, line.start - start)), 0);
    const reading = { prose, sentences: splitSentences(prose.text) };
    if (first) kept.set(first, { lines: own.map(({ line }) => line), starts: own.map((line) => line.start - start), reading });
    return reading;
  };
  return (lines, sections, items) => stretches(lines.length, sections, items).map((stretch) => {
    const start = lines[stretch.from]?.start ?? 0;
    return { section: stretch.section, start, reading: read(lines, stretch, start) };
  });
}

function isSame(known: Kept, lines: readonly LetterLine[], from: number, to: number, start: number): boolean {
  if (known.lines.length !== to - from) return false;
  return known.lines.every((line, i) => lines[from + i]?.line === line && (lines[from + i]?.start ?? 0) - start === known.starts[i]);
}

function stretches(count: number, sections: readonly SectionLines[], items: readonly ItemLines[]): Stretch[] {
  const top: Stretch = { section: null, from: 0, to: Math.max(0, (sections[0]?.from ?? count + 1) - 1) };
  const parts = [top, ...sections.map(({ name, from, to }) => ({ section: name, from, to }))];
  const last = items.at(-1);
  return parts.flatMap((part) => {
    const first = items.find(({ title }) => title >= part.from && title < part.to);
    const behind = first && last && last.end < part.to ? [{ ...part, from: last.end }] : [];
    return [first ? { ...part, to: first.title } : part, ...behind];
  }).filter(({ from, to }) => to > from);
}
