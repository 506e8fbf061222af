import { demandsOf, type Demands } from './demands.ts';
import { listedPhrases, listNames } from './lists.ts';
import { packPhrases } from './packed-phrases.ts';
import { readPattern } from './pattern.ts';
import { allRows } from './rows.ts';
import type { Row } from './statement.ts';
import type { LanguageTables, TablePhrase, TableRow } from './table-row.ts';
import { readTokens } from './tokens.ts';

/** Makes the tables of all rows and lists. A row or list that can't be used throws, and says which. */
export function makeTables(): LanguageTables {
  return { ...rowTables(), lists: listNames(), phrases: phraseTable() };
}

function rowTables(): Omit<LanguageTables, 'lists' | 'phrases'> {
  const [byWord, byList, byKind, byNumber, atStart] = [new Map<string, number[]>(), new Map<string, number[]>(), new Map<string, number[]>(), [] as number[], [] as number[]];
  const [neededWords, neededNames] = [new Map<string, number>(), new Map<string, number>()];
  const numbered = (known: Map<string, number>, key: string): number => {
    const place = known.get(key) ?? known.size;
    known.set(key, place);
    return 2 * place + (known === neededNames ? 1 : 0);
  };
  const rows = allRows().map((row, place): TableRow => {
    const { words, lists, kinds, number, start, needs } = demandsOfRow(row);
    for (const word of words) put(byWord, word, place);
    for (const list of lists) put(byList, list, place);
    for (const kind of kinds) put(byKind, kind, place);
    if (start) atStart.push(place);
    if (number) byNumber.push(place);
    return {
      kind: row.kind, ...(row.says && { says: row.says }), pattern: row.pattern,
      needs: needs.map((need) => [...need.words.map((word) => numbered(neededWords, word)), ...need.names.map((name) => numbered(neededNames, name))]),
    };
  });
  return {
    rows, byWord: Object.fromEntries(byWord), byList: Object.fromEntries(byList), byKind: Object.fromEntries(byKind), byNumber, atStart,
    neededWords: [...neededWords.keys()], neededNames: [...neededNames.keys()],
  };
}

function demandsOfRow({ row, pattern }: Row): Demands {
  try {
    return demandsOf(readPattern(pattern));
  } catch (error) {
    throw new Error(`The row ${row} can’t be used. ${(error as Error).message}`, { cause: error });
  }
}

function put(map: Map<string, number[]>, key: string, place: number): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}

/** Each phrase once, with the lists that have it in their order. */
function phraseTable(): Record<string, string> {
  const holders = new Map<string, Set<number>>();
  for (const { phrase, lists } of listedPhrases()) holders.set(phrase, new Set([...holders.get(phrase) ?? [], ...lists]));
  const byWord = new Map<string, TablePhrase[]>();
  for (const [phrase, lists] of holders) {
    const [first = '', ...others] = readTokens(phrase).keys;
    const [places, behind] = [[...lists].sort((one, other) => one - other), others.join(' ')];
    const entry: TablePhrase = isCapitals(phrase) || phrase.startsWith('=') ? [places, behind, phrase] : [places, behind];
    byWord.set(first, [...byWord.get(first) ?? [], entry]);
  }
  return Object.fromEntries([...byWord].map(([first, phrases]) => [first, packPhrases(phrases)]));
}

/** "IW", "MTUS", "PT": a phrase in capitals is found in capitals only. */
function isCapitals(phrase: string): boolean {
  return phrase.length > 1 && /^[A-Z][A-Z.]+$/.test(phrase);
}
