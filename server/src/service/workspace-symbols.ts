import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { shift } from '../markdown/span.ts';
import { rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';

/** The items of a letter, to be found from anywhere: "2. Left knee brace", in "CM16-0000001 · Upheld". */
export function itemSymbols({ uri, lines, determination }: Letter): WorkspaceSymbol[] {
  const letter = determination.facts.get('case-number')?.value ?? fileName(uri);
  return determination.items.map(({ number, start, reading: { title, decision } }) => ({
    name: `${number}. ${title.text}`,
    kind: SymbolKind.Class,
    containerName: `${letter} · ${decision?.word ?? 'no decision'}`,
    location: { uri, range: rangeOf(lines, shift(title.span, start)) },
  }));
}

/** Those in which each word of the query begins a word, in any order; all of them for an empty query. */
export function matchingSymbols(symbols: Iterable<WorkspaceSymbol>, query: string): WorkspaceSymbol[] {
  const sought = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return [...symbols].filter(({ name, containerName = '' }) => {
    const words = ` ${name} ${containerName}`.toLowerCase();
    return sought.every((word) => words.includes(` ${word}`) || words.includes(`-${word}`) || words.includes(`(${word}`));
  });
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
