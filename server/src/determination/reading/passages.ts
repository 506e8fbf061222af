import type { LetterLine } from './letter-lines.ts';
import type { ItemLines } from './item-lines.ts';
import { stretchOf, type Line } from './lines.ts';
import type { Passage, PassageReading, SectionName } from '../model.ts';
import { foldProse } from '../prose.ts';
import type { SectionLines } from './sections.ts';
import { sentenceSpans } from '../sentences.ts';

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
  const read = (lines: readonly LetterLine[], { section, from, to }: Stretch, start: number): PassageReading => {
    const first = lines[from]?.line;
    const known = first && kept.get(first);
    if (known && isSame(known, lines, from, to, start)) return known.reading;
    const own = lines.slice(from, to);
    const quote = section === 'clinical-case-summary' ? quoteAround(own) : null;
    const words = own.map((line) => stretchOf(line.line, line.start - start, ...(quote ? unquoted(quote, line) : [])));
    const prose = foldProse(words, 0);
    const reading = { prose, sentences: sentenceSpans(prose) };
    if (first) kept.set(first, { lines: own.map(({ line }) => line), starts: own.map((line) => line.start - start), reading });
    return reading;
  };
  return (lines, sections, items) => stretches(lines.length, sections, items).map((stretch) => {
    const start = lines[stretch.from]?.start ?? 0;
    return { section: stretch.section, start, reading: read(lines, stretch, start) };
  });
}

/** The lines where a quotation begins and ends. */
interface Quote {
  readonly first: LetterLine;
  readonly last: LetterLine;
}

/** The letters of 2013 quote the summary of the utilization review as their own, from one end of it to the other. */
function quoteAround(own: readonly LetterLine[]): Quote | null {
  const open = own.findIndex(({ line }) => /^["“]/.test(line.text));
  const [first, last] = [own[open], own.at(-1)];
  if (!first || !last || open > 4 || !/["”]$/.test(last.line.text) || own.slice(open + 1).some(({ line }) => /^["“]/.test(line.text))) return null;
  return { first, last };
}

/** Where a line's words begin and end without the marks of the quotation. */
function unquoted({ first, last }: Quote, at: LetterLine): [from: number, to: number] {
  return [at === first ? 1 : 0, at.line.text.length - (at === last ? 1 : 0)];
}

function isSame(known: Kept, lines: readonly LetterLine[], from: number, to: number, start: number): boolean {
  if (known.lines.length !== to - from) return false;
  return known.lines.every((line, i) => lines[from + i]?.line === line && (lines[from + i]?.start ?? 0) - start === known.starts[i]);
}

function stretches(count: number, sections: readonly SectionLines[], items: readonly ItemLines[]): Stretch[] {
  const top: Stretch = { section: null, from: 0, to: Math.max(0, (sections[0]?.from ?? count + 1) - 1) };
  const parts = [top, ...sections.map(({ name, from, to }) => ({ section: name, from, to }))];
  let behind = 0;
  return parts.flatMap((part) => {
    // Parts and items both come in their order, so that none is looked at again for each part.
    while (behind < items.length && items[behind]!.end <= part.from) behind++;
    let next = behind;
    while (next < items.length && items[next]!.title < part.to) next++;
    return outsideOf(items.slice(behind, next), part);
  }).filter(({ from, to }) => to > from);
}

/** What is left of a part without the items in it. */
function outsideOf(items: readonly ItemLines[], part: Stretch): Stretch[] {
  const ends = [part.from, ...items.map(({ end }) => end)];
  return ends.map((from, i) => ({ ...part, from, to: Math.min(items[i]?.title ?? part.to, part.to) }));
}
