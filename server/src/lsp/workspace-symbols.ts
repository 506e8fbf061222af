import type { WorkspaceSymbol } from 'vscode-languageserver';
import { itemSymbols, matchingSymbols } from '../service/workspace-symbols.ts';
import type { Session } from './session.ts';

/** Answers `workspace/symbol`: items of open letters as they are, of other files as they were read last. */
export function handleWorkspaceSymbols({ connection, documents, letters, fileSymbols }: Session): void {
  connection.onWorkspaceSymbol(async ({ query }) => {
    const symbols: WorkspaceSymbol[] = [];
    const open = new Set<string>();
    for (const { uri } of [...documents.all()]) {
      open.add(uri);
      const letter = await letters.letter(uri);
      if (letter?.kind === 'letter') symbols.push(...itemSymbols(letter));
    }
    for (const [uri, ofFile] of fileSymbols.all()) if (!open.has(uri)) symbols.push(...ofFile);
    return matchingSymbols(symbols, query);
  });
}
