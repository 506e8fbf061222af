import type { WorkspaceSymbol } from 'vscode-languageserver';
import type { Letter } from '../service/letter.ts';
import { itemSymbols } from '../service/workspace-symbols.ts';
import { sameFile } from './uri.ts';

/** The items of files that the check of the workspace has read, without their letters. */
export interface FileSymbols {
  /** A file that is no determination has none. */
  keep(letter: Letter): void;
  /** Forgets the files that are gone. `files`: the others, by `sameFile`. */
  keepOnly(files: ReadonlySet<string>): void;
  all(): Iterable<readonly [uri: string, symbols: readonly WorkspaceSymbol[]]>;
}

export function createFileSymbols(): FileSymbols {
  const byFile = new Map<string, readonly WorkspaceSymbol[]>();
  return {
    keep(letter) {
      const symbols = letter.kind === 'letter' ? itemSymbols(letter) : [];
      if (symbols.length > 0) byFile.set(letter.uri, symbols);
      else byFile.delete(letter.uri);
    },
    keepOnly(files) {
      for (const uri of byFile.keys()) if (!files.has(sameFile(uri))) byFile.delete(uri);
    },
    all: () => byFile,
  };
}
