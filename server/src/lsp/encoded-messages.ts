import { indexLines, type LineIndex } from '../markdown/line-index.ts';
import { forClient, fromClient } from './encoding.ts';
import type { Session } from './session.ts';
import type { Position } from 'vscode-languageserver';

// The one place where positions are counted anew, for clients that count bytes or characters. All others get what the server has, untouched.

type Counted = Pick<Session, 'client' | 'documents' | 'files'>;
type LinesOf = (uri: string) => LineIndex | undefined;
type Recount = (lines: LineIndex, position: Position) => Position;

/** What a client asks, with positions as the server counts. */
export function asServerCounts<T>({ client: { encoding }, documents }: Counted, params: T): T {
  if (encoding === 'utf-16') return params;
  const linesOf: LinesOf = (uri) => documents.get(uri)?.source.lines;
  return recounted(params, uriIn(params), linesOf, (lines, position) => fromClient(lines, encoding, position)) as T;
}

/** What is said to a client, with positions as it counts. `uri`: the document that is spoken of where the words name none. */
export async function asClientCounts<T>({ client: { encoding }, documents, files }: Counted, said: T, uri: string | undefined): Promise<T> {
  if (encoding === 'utf-16') return said;
  const closed = new Map<string, LineIndex>();
  for (const each of urisIn(said)) {
    const text = documents.get(each) ? null : await files.readText(each);
    if (text !== null) closed.set(each, indexLines(text));
  }
  const linesOf: LinesOf = (each) => documents.get(each)?.source.lines ?? closed.get(each);
  const count: Recount = (lines, position) => forClient(lines, encoding, position);
  const lines = uri === undefined ? undefined : linesOf(uri);
  return (isTokens(said) && lines ? { ...said, data: recountedTokens(said.data, lines, count) } : recounted(said, uri, linesOf, count)) as T;
}

/** The document that the parameters of a request speak of. */
export function uriIn(params: unknown): string | undefined {
  if (!isTable(params)) return undefined;
  const { uri, textDocument } = params;
  return typeof uri === 'string' ? uri : isTable(textDocument) && typeof textDocument['uri'] === 'string' ? textDocument['uri'] : undefined;
}

function recounted(value: unknown, uri: string | undefined, linesOf: LinesOf, recount: Recount): unknown {
  if (Array.isArray(value)) return value.map((each) => recounted(each, uri, linesOf, recount));
  if (!isTable(value)) return value;
  if (isPosition(value)) {
    const lines = uri === undefined ? undefined : linesOf(uri);
    return lines ? recount(lines, value) : value;
  }
  const own = uriIn(value) ?? uri;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => {
    // The client gives `data` back as it came, and looks at nothing in it.
    if (key === 'data') return [key, each];
    if (key === 'changes' && isTable(each)) return [key, Object.fromEntries(Object.entries(each).map(([at, edits]) => [at, recounted(edits, at, linesOf, recount)]))];
    return [key, recounted(each, own, linesOf, recount)];
  }));
}

function urisIn(value: unknown): Set<string> {
  const found = new Set<string>();
  const look = (each: unknown): void => {
    if (Array.isArray(each)) each.forEach(look);
    else if (isTable(each)) {
      const { uri, changes } = each;
      if (typeof uri === 'string') found.add(uri);
      if (isTable(changes)) for (const key of Object.keys(changes)) found.add(key);
      for (const [key, part] of Object.entries(each)) if (key !== 'data') look(part);
    }
  };
  look(value);
  return found;
}

/** Five numbers a token, of which the second and third are counted in characters. */
function recountedTokens(data: readonly number[], lines: LineIndex, recount: Recount): number[] {
  const counted: number[] = [];
  let line = 0;
  let character = 0;
  let before = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    line += down;
    character = down === 0 ? character + right : right;
    const start = recount(lines, { line, character }).character;
    const end = recount(lines, { line, character: character + length }).character;
    counted.push(down, down === 0 ? start - before : start, end - start, type, modifiers);
    before = start;
  }
  return counted;
}

function isTokens(value: unknown): value is { readonly data: readonly number[] } {
  return isTable(value) && Array.isArray(value['data']) && value['data'].every((each) => typeof each === 'number');
}

function isPosition(value: Readonly<Record<string, unknown>>): value is Position & Record<string, unknown> {
  return typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
