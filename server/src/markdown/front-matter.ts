import type { FrontMatter, FrontMatterEntry } from './block.ts';
import { indexLines, positionAt, type LineIndex } from './line-index.ts';
import { span, type Span } from './span.ts';
import { readYaml, type YamlFault } from './yaml-entries.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const OPENING_FENCE = /---[ \t]*(?=[\r\n])/y;
const CLOSING_FENCE = /(?:\r\n|[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/g;

/** Where the front matter stands, fences included: at the text's start (a byte order mark aside), and closed. Else null. */
export function locateFrontMatter(text: string): Span | null {
  const inner = locateInner(text);
  return inner && span(inner.open, inner.close);
}

/** Reads the front matter of a text; null where there is none. Broken YAML gives what can be read of it, and errors. `whose`: in their words. */
export function readFrontMatter(text: string, whose = 'letter'): FrontMatter | null {
  const inner = locateInner(text);
  if (!inner) return null;
  const { entries, faults } = readYaml(text.slice(inner.start, inner.end), inner.start);
  let lines: LineIndex | null = null;
  const lineOf = (offset: number) => 1 + positionAt(lines ??= indexLines(text.slice(0, inner.close)), offset).line;
  const errors = faults.map((fault) => ({ message: sentence(fault, lineOf(fault.span.start), whose), span: fault.span }));
  return { span: span(inner.open, inner.close), entries, errors: [...errors, ...repeatedKeys(entries, lineOf, whose)] };
}

function locateInner(text: string) {
  const open = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  OPENING_FENCE.lastIndex = open;
  if (!OPENING_FENCE.test(text)) return null;
  const start = OPENING_FENCE.lastIndex;
  CLOSING_FENCE.lastIndex = start;
  const closing = CLOSING_FENCE.exec(text);
  return closing && { open, start, end: closing.index, close: CLOSING_FENCE.lastIndex };
}

function sentence({ advice }: YamlFault, line: number, whose: string): string {
  return `Line ${line} of the ${whose}'s head can't be read as YAML: ${advice}.`;
}

/** YAML takes no key twice, but both are worth showing. */
function repeatedKeys(entries: readonly FrontMatterEntry[], lineOf: (offset: number) => number, whose: string): FrontMatter['errors'] {
  const firsts = new Map<string, FrontMatterEntry>();
  return entries.flatMap((entry) => {
    const first = firsts.get(entry.key);
    if (!first) firsts.set(entry.key, entry);
    if (!first) return [];
    const [line, firstLine] = [lineOf(entry.keySpan.start), lineOf(first.keySpan.start)];
    const message = `Line ${line} of the ${whose}'s head repeats “${entry.key}”, which line ${firstLine} has already: keep one of them.`;
    return [{ message, span: entry.keySpan }];
  });
}
