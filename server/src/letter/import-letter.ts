import type { ImportedLetter } from '../../../protocol/new-letter.ts';
import { createLineReader } from '../determination/reading/letter-lines.ts';
import { letterReaders } from '../determination/reading/read.ts';
import { defaultLetterSettings, type LetterSettings } from '../determination/settings.ts';
import { createWordings } from '../determination/reading/wordings.ts';
import { plainBlocks } from '../markdown/plain.ts';
import { allAtOnce, type Sliced } from '../markdown/sliced.ts';
import { createClaims } from './claims.ts';
import { writeDraft } from './draft.ts';
import { createLineJoin } from './line-joins.ts';
import { caseNumberOfFooters, withoutPageMarks } from './page-marks.ts';
import { piecesOf } from './pieces.ts';
import { claimPlaces } from './places.ts';
import { findStrays } from './strays.ts';
import { textLines } from './text-lines.ts';

/**
 * The text of a published letter, as a PDF's text extractor or the clipboard gives it, as a canonical draft. Nothing is dropped
 * but page numbers and the footers of the case: what the draft has no place for stands at its end. Any text gives a draft.
 * `settings`: what a team calls its labels and decisions.
 */
export function importText(text: string, settings: LetterSettings = defaultLetterSettings): ImportedLetter {
  return allAtOnce(importInSlices(text, settings));
}

/** The same with stops, for whoever has other work that can't wait: somebody may paste a whole file of letters. */
export function* importInSlices(text: string, settings: LetterSettings = defaultLetterSettings): Sliced<ImportedLetter> {
  const blocks = plainBlocks(text);
  yield;
  const letter = yield* letterReaders(settings)()(blocks, 'plaintext');
  const lineReader = createLineReader(createWordings(settings));
  yield* lineReader.ahead(blocks, false);
  const lines = textLines(text, lineReader.all(blocks, false).lines);
  yield;
  const caseNumber = letter.facts.get('case-number')?.value ?? caseNumberOfFooters(lines);
  const ownLines = withoutPageMarks(lines, caseNumber);
  const claims = createClaims(text.length);
  const strays = findStrays(letter, ownLines);
  for (const stray of strays) claims.claim(stray, STRAY);
  claimPlaces(letter, claims);
  yield;
  const pieces = (yield* piecesOf(ownLines, claims)).map((piece) => piece.place === STRAY ? { ...piece, place: null } : piece);
  yield;
  return yield* writeDraft(letter, caseNumber, pieces, createLineJoin(text));
}

const STRAY = 'stray';

/** The draft that `importText` makes under the default settings. */
export function importLetter(text: string): string {
  return importText(text).draft;
}
