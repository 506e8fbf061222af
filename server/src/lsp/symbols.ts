import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { documentSymbols } from '../service/document-symbols.ts';
import type { Letter } from '../service/letter.ts';
import type { Session } from './session.ts';

/** The outline: as a tree, or for a client that can't read one as a list. */
export function symbolsOf(letter: Letter, _params: DocumentSymbolParams, { client }: Session): DocumentSymbol[] | SymbolInformation[] {
  const symbols = documentSymbols(letter);
  return client.readsSymbolTrees ? symbols : flat(symbols, letter.uri);
}

function flat(symbols: readonly DocumentSymbol[], uri: string, containerName?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
    ...flat(children, uri, name),
  ]);
}
