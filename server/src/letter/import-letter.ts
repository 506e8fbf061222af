import type { ImportedLetter } from '../../../protocol/new-letter.ts';
import { createLineReader } from '../determination/letter-lines.ts';
import { createLetterReader } from '../determination/read.ts';
import { defaultLetterSettings, type LetterSettings } from '../determination/settings.ts';
import { createWordings } from '../determination/wordings.ts';
import { plainBlocks } from '../markdown/plain.ts';
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
  const blocks = plainBlocks(text);
  const letter = createLetterReader(settings)(blocks, 'plaintext');
  const lines = textLines(text, createLineReader(createWordings(settings)).all(blocks, false).lines);
  const caseNumber = letter.facts.get('case-number')?.value ?? caseNumberOfFooters(lines);
  const ownLines = withoutPageMarks(lines, caseNumber);
  const claims = createClaims(text.length);
  const strays = findStrays(letter, ownLines);
  for (const stray of strays) claims.claim(stray, STRAY);
  claimPlaces(letter, claims);
  const pieces = piecesOf(ownLines, claims).map((piece) => piece.place === STRAY ? { ...piece, place: null } : piece);
  return writeDraft(letter, caseNumber, pieces, createLineJoin(text));
}

const STRAY = 'stray';

/** The draft that `importText` makes under the default settings. */
export function importLetter(text: string): string {
  return importText(text).draft;
}
