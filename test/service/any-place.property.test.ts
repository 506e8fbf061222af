import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position, Range } from 'vscode-languageserver-types';
import { codeLenses } from '../../server/src/service/code-lens.ts';
import { complete } from '../../server/src/service/completion.ts';
import { definition } from '../../server/src/service/definition.ts';
import { highlights } from '../../server/src/service/document-highlight.ts';
import { documentLinks } from '../../server/src/service/document-links.ts';
import { documentSymbols } from '../../server/src/service/document-symbols.ts';
import { foldingRanges } from '../../server/src/service/folding.ts';
import { guidelineCitations } from '../../server/src/service/guideline-citations.ts';
import { hover } from '../../server/src/service/hover.ts';
import { inlayHints } from '../../server/src/service/inlay-hints.ts';
import type { Letter } from '../../server/src/service/letter.ts';
import { rationaleTemplates } from '../../server/src/service/rationale-templates.ts';
import { references } from '../../server/src/service/references.ts';
import { prepareRename, rename } from '../../server/src/service/rename.ts';
import { selectionRanges } from '../../server/src/service/selection-ranges.ts';
import { semanticTokens } from '../../server/src/service/semantic-tokens.ts';
import { offsetAt, positionAt } from '../../server/src/markdown/line-index.ts';
import { letters } from '../fixtures/letters.ts';
import { letterOf } from './letter.ts';

/** The ranges that all features give at a place. */
function rangesAt(letter: Letter, position: Position): (Range | undefined)[] {
  const completions = [true, false].flatMap((typing) => complete(letter, position, { snippets: typing, typing }).items);
  for (const { textEdit } of completions) assertHolds(textEdit && 'range' in textEdit ? textEdit.range : undefined, position);
  documentSymbols(letter);
  foldingRanges(letter);
  semanticTokens(letter);
  return [
    ...completions.map(({ textEdit }) => (textEdit && 'range' in textEdit ? textEdit.range : undefined)),
    ...(definition(letter, position) ?? []).map(({ range }) => range),
    ...references(letter, position, { includeDeclaration: true }).map(({ range }) => range),
    ...highlights(letter, position).map(({ range }) => range),
    ...[...rationaleTemplates(letter, position), ...guidelineCitations(letter, position)].map(({ range }) => range),
    hover(letter, position, { markdown: true })?.range,
    prepareRename(letter, position)?.range,
    ...Object.values(rename(letter, position, 'Another title')?.changes ?? {}).flat().map(({ range }) => range),
    ...documentLinks(letter).map(({ range }) => range),
    ...codeLenses(letter, { commands: true }).map(({ range }) => range),
    ...inlayHints(letter, { start: { line: 0, character: 0 }, end: position }).map(({ position: place }) => ({ start: place, end: place })),
    ...selectionRanges(letter, [position]).map(({ range }) => range),
  ];
}

/** The protocol asks for an edit on the cursor's line, around the cursor. */
function assertHolds(range: Range | undefined, { line, character }: Position): void {
  assert.ok(range && range.start.line === line && range.end.line === line && range.start.character <= character && character <= range.end.character);
}

function assertInside({ lines }: Letter, ranges: readonly (Range | undefined)[]): void {
  for (const range of ranges) {
    if (range) assert.deepEqual([range.start, range.end].map((place) => positionAt(lines, offsetAt(lines, place))), [range.start, range.end]);
  }
}

describe('every feature, at any place of any beginning of a letter,', () => {
  for (const { name, kind, text } of letters) {
    it(`answers with places in the text: ${name}`, () => {
      fc.assert(fc.property(fc.integer({ min: 0, max: text.length }), fc.double({ min: 0, max: 1, noNaN: true }), (length, share) => {
        const letter = letterOf(text.slice(0, length), kind);
        for (const offset of [length, Math.floor(share * length)]) {
          const position = positionAt(letter.lines, offset);
          assertInside(letter, rangesAt(letter, position));
        }
      }), { numRuns: 25 });
    });
  }
});

describe('completion', () => {
  for (const { name, kind, text } of letters) {
    it(`opens no list while a rationale is written: ${name}`, () => {
      const letter = letterOf(text, kind);
      for (const { start, reading } of letter.determination.items) {
        const prose = reading.rationale?.prose;
        // Its first words may still be the name of a situation.
        for (const { source, length } of prose?.runs ?? []) {
          for (let at = Math.max(source, (prose?.span.start ?? 0) + 45); at <= source + length; at++) {
            assert.deepEqual(complete(letter, positionAt(letter.lines, start + at), { snippets: true, typing: true }).items, []);
          }
        }
      }
    });
  }
});
