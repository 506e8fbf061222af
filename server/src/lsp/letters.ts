import type { Checker, DocumentChecker } from '../service/checker.ts';
import { createLetter, type Letter } from '../service/letter.ts';
import type { Configuration } from './configuration.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { inSlices } from './input-queue.ts';
import { fileNameOf, sameFile } from './uri.ts';

export interface Letters {
  /** The newest version of an open document, read and checked; undefined once it is closed. */
  letter(uri: string): Promise<Letter | undefined>;
  forget(uri: string): void;
}

interface Started {
  readonly checker: Checker;
  readonly check: DocumentChecker;
}

interface Kept extends Started {
  readonly document: OpenDocument;
  readonly letter: Letter;
}

/**
 * Reads and checks open documents when somebody asks, once for each version and settings. Messages come in on the way: a check whose document has
 * changed is left undone, and whoever waits for it gets the newer one.
 */
export function createLetters(documents: Documents, configuration: Configuration): Letters {
  const kept = new Map<string, Kept>();
  const waitedFor = new Map<string, Promise<Letter | undefined>>();

  async function newest(uri: string): Promise<Letter | undefined> {
    let started: Started | undefined = kept.get(sameFile(uri));
    while (documents.get(uri)) {
      const checker = await configuration.checkerFor(uri);
      // Taken only now: it may have changed while the settings were read, and the newest version wins.
      const document = documents.get(uri);
      if (!document) return undefined;
      const last = kept.get(sameFile(uri));
      if (last?.document === document && last.checker === checker) return last.letter;
      const { check } = started = started?.checker === checker ? started : { checker, check: checker.start(fileNameOf(uri)) };
      const checked = await inSlices(check.sliced(document.source), () => documents.get(uri) === document);
      // The settings may have changed as well.
      if (!checked || await configuration.checkerFor(uri) !== checker || documents.get(uri) !== document) continue;
      const letter = createLetter(document.uri, document.version, document.source, checked, checker.catalogue);
      kept.set(sameFile(uri), { checker, check, document, letter });
      return letter;
    }
    return undefined;
  }

  return {
    letter(uri) {
      let waiting = waitedFor.get(sameFile(uri));
      if (!waiting) {
        waiting = newest(uri).finally(() => waitedFor.delete(sameFile(uri)));
        waitedFor.set(sameFile(uri), waiting);
      }
      return waiting;
    },
    forget: (uri) => void kept.delete(sameFile(uri)),
  };
}
