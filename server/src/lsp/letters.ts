import type { Checker, DocumentChecker } from '../service/checker.ts';
import { createLetter, type Letter } from '../service/letter.ts';
import type { Configuration } from './configuration.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { sameFile } from './uri.ts';

export interface Letters {
  /** The newest version of an open document, read and checked; undefined once it is closed. */
  letter(uri: string): Promise<Letter | undefined>;
  forget(uri: string): void;
}

interface Kept {
  readonly checker: Checker;
  readonly check: DocumentChecker;
  readonly document: OpenDocument;
  readonly letter: Letter;
}

/** Reads and checks open documents when somebody asks, once for each version and settings. */
export function createLetters(documents: Documents, configuration: Configuration): Letters {
  const kept = new Map<string, Kept>();
  return {
    async letter(uri) {
      if (!documents.get(uri)) return undefined;
      const checker = await configuration.checkerFor(uri);
      // Taken only now: it may have changed while the settings were read, and the newest version wins.
      const document = documents.get(uri);
      if (!document) return undefined;
      const last = kept.get(sameFile(uri));
      if (last?.document === document && last.checker === checker) return last.letter;
      const check = last?.checker === checker ? last.check : checker.start();
      const letter = createLetter(document.uri, document.version, document.source, check(document.source));
      kept.set(sameFile(uri), { checker, check, document, letter });
      return letter;
    },
    forget: (uri) => void kept.delete(sameFile(uri)),
  };
}
