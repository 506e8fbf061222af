import type { Span } from '../../server/src/markdown/span.ts';

/** A text in which the places that matter stand between ⟦ and ⟧; an empty pair is an empty place. */
export interface MarkedText {
  readonly text: string;
  /** Offsets in `text`, in its order. */
  readonly spans: readonly Span[];
}

/** Takes the marks out and remembers where they stood. Marks may be nested. */
export function readMarks(marked: string): MarkedText {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error('A ⟧ has no ⟦.');
      spans.push({ start, end: text.length });
    } else text += character;
  }
  if (open.length > 0) throw new Error('A ⟦ has no ⟧.');
  return { text, spans: spans.sort(byPlace) };
}

/** Puts marks around places of a text, so that a failing test shows the text with what was found in it. */
export function writeMarks(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => (start === end
    ? [{ at: start, mark: '⟦⟧', order: 1 }]
    : [{ at: start, mark: '⟦', order: 2 }, { at: end, mark: '⟧', order: 0 }]));
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  return marks.reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
