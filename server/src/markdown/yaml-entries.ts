import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLError, type YAMLWarning } from 'yaml';
import type { FrontMatterEntry } from './block.ts';
import { withBlanks } from './characters.ts';
import { fold } from './fold.ts';
import { endOfLine } from './source-lines.ts';
import { shift, span, type Span } from './span.ts';
import { advise } from './yaml-advice.ts';
import { cutIntoKeys, readKeyLines, readPlainPairs } from './yaml-lines.ts';

/** What is wrong and what to do, as the end of a sentence, and the line that it is about. */
export interface YamlFault {
  readonly advice: string;
  readonly span: Span;
}

export interface YamlReading {
  readonly entries: readonly FrontMatterEntry[];
  readonly faults: readonly YamlFault[];
}

/**
 * The keys of a YAML mapping with their places; `base` is the offset of `yaml` in the document. All values are strings as
 * written. Where the whole can't be read, each key is read by itself, and one that can't be is read by its lines.
 */
export function readYaml(yaml: string, base: number): YamlReading {
  const source = withBlanks(yaml.replace(/\r(?!\n)/g, '\n')); // as long as before; the parser knows neither a lone \r nor a no-break space
  const plain = readPlainPairs(source, base);
  if (plain) return { entries: plain, faults: [] };
  const whole = parse(source);
  if (isSound(whole)) return { entries: entriesOf(whole, source, base), faults: [] };
  const readings = cutIntoKeys(source).map(({ start, end }) => readKey(source.slice(start, end), base + start));
  return { entries: readings.flatMap(({ entries }) => entries), faults: readings.flatMap(({ faults }) => faults) };
}

function readKey(source: string, base: number): YamlReading {
  const document = parse(source);
  if (isSound(document)) return { entries: entriesOf(document, source, base), faults: [] };
  const error = document?.errors[0] ?? document?.warnings[0];
  const line = error ? faultyLine(source, error) : span(0, endOfLine(source, 0));
  return { entries: readKeyLines(source, base), faults: [{ advice: advise(error), span: shift(line, base) }] };
}

/** Null where the parser would give up: nesting costs it time by the square, and at some depth its stack. */
function parse(source: string): Document.Parsed | null {
  if (isTooDeep(source)) return null;
  try {
    return parseDocument(source, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return null;
  }
}

const DEEPEST = 50;
const MANY_DASHES = /(?:[-?:][ \t]+){50}/;

function isTooDeep(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length && depth <= DEEPEST; at++) {
    if (source[at] === '[' || source[at] === '{') depth++;
    else if ((source[at] === ']' || source[at] === '}') && depth > 0) depth--;
  }
  return depth > DEEPEST || MANY_DASHES.test(source);
}

function isSound(document: Document.Parsed | null): boolean {
  return document !== null && document.errors.length + document.warnings.length === 0 && (document.contents === null || isMap(document.contents));
}

/** What isn't closed is noticed only at the end; the line where it was opened is the one to mend. */
function faultyLine(source: string, { code, pos }: YAMLError | YAMLWarning): Span {
  const unclosed = code === 'MISSING_CHAR' || code === 'BAD_INDENT';
  const at = unclosed ? 0 : Math.min(pos[0], source.trimEnd().length);
  const start = source.lastIndexOf('\n', at - 1) + 1;
  return span(at === 0 ? 0 : start, endOfLine(source, at));
}

function entriesOf(document: Document.Parsed | null, source: string, base: number): FrontMatterEntry[] {
  if (!isMap(document?.contents)) return [];
  return document.contents.items.map(({ key, value }) => {
    const keyText = textOf(key, source);
    const entry = { key: fold(keyText?.text ?? '', false).text, keySpan: shift(keyText?.span ?? span(0, 0), base) };
    return { ...entry, ...valueOf(value, source, base, entry.keySpan.end) };
  });
}

function valueOf(node: unknown, source: string, base: number, afterKey: number) {
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => textOf(item, source, LISTED_WORDS) ?? []);
    const [start, end] = rangeOf(node);
    return {
      value: items.map(({ text }) => text),
      valueSpan: shift(span(start, start + source.slice(start, end).trimEnd().length), base),
      itemSpans: items.map((item) => shift(item.span, base)),
    };
  }
  const scalar = textOf(node, source);
  if (scalar) return { value: scalar.text, valueSpan: shift(scalar.span, base) };
  const place = node ? rangeOf(node)[0] + base : afterKey;
  return { value: null, valueSpan: span(place, place) };
}

/** A scalar's text and place, quotes in the place only; the source of anything else; null where nothing is written. */
function textOf(node: unknown, source: string, behind = QUANTITY): { text: string; span: Span } | null {
  const [start, end] = rangeOf(node);
  const written = source.slice(start, end).trimEnd();
  if (written === '') return null;
  if (!isScalar(node)) return { text: written, span: span(start, start + written.length) };
  const quantity = node.type === 'PLAIN' ? wordsBehind(source, end, behind) : '';
  // A tag such as !!timestamp makes something else of the words, which prints in the machine's time zone.
  const text = typeof node.value === 'string' ? node.value : node.source ?? written;
  return { text: text + quantity, span: span(start, start + written.length + quantity.length) };
}

/** To YAML, `#60` in "Norco 10/325 mg #60" begins a comment. In a letter it is the number of tablets. */
const QUANTITY = /[ \t]+#\d[^\r\n#]*/y;
/** In a list, which holds what is in dispute, no words are lost: "# 60" and "#sixty" count as well. "# a note" is a comment. */
const LISTED_WORDS = /[ \t]+#(?:\S|[ \t]?\d)[^\r\n#]*/y;

function wordsBehind(source: string, end: number, words: RegExp): string {
  words.lastIndex = end;
  return (words.exec(source)?.[0] ?? '').trimEnd();
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = node && typeof node === 'object' && 'range' in node ? (node.range as readonly number[] | null) : null;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}
