import type { ItemSource } from './fields.ts';
import { readItem } from './item.ts';
import type { LetterLine } from './letter-lines.ts';
import type { Line } from './lines.ts';
import type { ItemReading } from '../model.ts';

export type ItemReader = (source: ItemSource, date: string | null) => ItemReading;

/** What was read of an item, and what it was read from. */
interface Kept {
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
  readonly gaps: readonly number[];
  readonly body: number;
  readonly date: string | null;
  readonly reading: ItemReading;
}

/** Reads items, and gives the same reading again as long as an item's lines are the same and stand in the same places within it. */
export function createItemReader(): ItemReader {
  const kept = new WeakMap<Line, Kept>();
  return (source, date) => {
    const first = source.lines[source.place.title]?.line;
    const known = first && kept.get(first);
    if (known?.date === date && isSame(known, source)) return known.reading;
    const reading = readItem(source, date, known?.date === date ? known.reading : null);
    if (first) kept.set(first, keep(source, date, reading));
    return reading;
  };
}

function isSame(known: Kept, source: ItemSource): boolean {
  const { place, start, end } = source;
  const own = linesOf(source);
  if (known.lines.length !== own.length || known.body !== place.body - place.title || known.reading.length !== end - start) return false;
  return own.every((at, i) => at.line === known.lines[i] && at.start - start === known.starts[i] && (i === 0 || at.gap === known.gaps[i]));
}

function linesOf({ lines, place }: ItemSource): readonly LetterLine[] {
  const own = lines.slice(place.title, place.end);
  return place.titleApart ? [...own, ...lines.slice(place.titleApart.from, place.titleApart.to)] : own;
}

function keep(source: ItemSource, date: string | null, reading: ItemReading): Kept {
  const { place, start } = source;
  const own = linesOf(source);
  return {
    lines: own.map(({ line }) => line), starts: own.map((line) => line.start - start), gaps: own.map(({ gap }) => gap), body: place.body - place.title, date, reading,
  };
}
