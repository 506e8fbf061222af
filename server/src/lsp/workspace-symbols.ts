import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import { itemSymbols, matchingSymbols } from '../service/workspace-symbols.ts';
import type { Session } from './session.ts';

/** Items of open letters as they are, of other files as they were read last. */
export async function workspaceSymbols({ documents, letters, fileSymbols }: Session, { query }: WorkspaceSymbolParams): Promise<WorkspaceSymbol[]> {
  const symbols: WorkspaceSymbol[] = [];
  for (const { uri } of [...documents.all()]) {
    const letter = await letters.letter(uri);
    if (letter?.kind === 'letter') symbols.push(...itemSymbols(letter));
  }
  for (const [uri, ofFile] of fileSymbols.all()) if (!documents.get(uri)) symbols.push(...ofFile);
  return matchingSymbols(symbols, query);
}
