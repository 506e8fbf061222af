import { span, type Span } from './span.ts';

/**
 * A run of a text that was made from a source: `text[at, at + length)` stands for the source from `source` on, character for
 * character; with `width`, as a whole for so many characters of it (a ligature, an entity).
 */
export interface Run {
  readonly at: number;
  readonly source: number;
  readonly length: number;
  readonly width?: number;
}

/** The offset behind a run's last character in the source. */
export function endOfRun({ source, length, width }: Run): number {
  return source + (width ?? length);
}

/** Where in the source the character at an offset of the text begins; behind the last one where there is none. 0 without runs. */
export function startInSource(runs: readonly Run[], offset: number): number {
  const run = runs[firstRun(runs, ({ at, length }) => at + length > offset)];
  if (!run) return runs.length > 0 ? endOfRun(runs[runs.length - 1]!) : 0;
  return offset <= run.at || run.width !== undefined ? run.source : run.source + offset - run.at;
}

/** Where in the source the characters before an offset of the text end. 0 without runs. */
export function endInSource(runs: readonly Run[], offset: number): number {
  const run = runs[Math.max(0, firstRun(runs, ({ at }) => at >= offset) - 1)];
  if (!run) return 0;
  if (offset <= run.at) return run.source;
  return offset >= run.at + run.length || run.width !== undefined ? endOfRun(run) : run.source + offset - run.at;
}

/** Where a part of the text stands in the source. An empty part is an empty place. */
export function sourcePlace(runs: readonly Run[], start: number, end: number): Span {
  const from = startInSource(runs, start);
  return span(from, end <= start ? from : Math.max(from, endInSource(runs, end)));
}

/** The offset in the text of a place in the source; of what comes next, where the place was left out. `end`: the text's length. */
export function offsetInText(runs: readonly Run[], source: number, end: number): number {
  const run = runs[firstRun(runs, (each) => endOfRun(each) >= source)];
  if (!run) return end;
  if (source <= run.source) return run.at;
  if (run.width === undefined) return run.at + source - run.source;
  return source < endOfRun(run) ? run.at : run.at + run.length;
}

/** The runs of `text[from, to)`, counted from there; their sources as they are. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const slice: Run[] = [];
  for (let i = firstRun(runs, ({ at, length }) => at + length > from); i < runs.length; i++) {
    const { at, source, length, width } = runs[i]!;
    if (at >= to) break;
    const cut = Math.max(0, from - at);
    const left = Math.min(at + length, to) - at - cut;
    slice.push(width === undefined ? { at: at + cut - from, source: source + cut, length: left } : { at: at + cut - from, source, length: left, width });
  }
  return slice;
}

/** The index of the first run for which `isReached` holds, which it then does for all behind; their number where it holds for none. */
function firstRun(runs: readonly Run[], isReached: (run: Run) => boolean): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isReached(runs[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
