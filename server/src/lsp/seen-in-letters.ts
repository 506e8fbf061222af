import type { Letter } from '../service/letter.ts';
import { noteFindings, type SeenFindings } from '../service/seen-findings.ts';
import { sameFile } from './uri.ts';

/** What was found in the open letters when they were opened, saved, or looked at for signing. */
export interface SeenInLetters {
  note(letter: Letter): void;
  of(uri: string): SeenFindings | null;
  forget(uri: string): void;
}

export function createSeenInLetters(): SeenInLetters {
  const seen = new Map<string, SeenFindings>();
  return {
    note: (letter) => void seen.set(sameFile(letter.uri), noteFindings(letter, seen.get(sameFile(letter.uri)))),
    of: (uri) => seen.get(sameFile(uri)) ?? null,
    forget: (uri) => void seen.delete(sameFile(uri)),
  };
}
