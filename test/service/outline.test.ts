import assert from 'node:assert/strict';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/service/document-symbols.ts';
import { foldingRanges } from '../../server/src/service/folding.ts';
import { letters } from '../fixtures/letters.ts';
import { draft, letterOf } from './letter.ts';

const text = draft(
  '### Walking cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The gait is steady.\nIt was seen twice.\n\n'
  + '### Knee brace\n\n**Decision rationale:** None.\n',
);

function names(symbols: readonly DocumentSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [`${'  '.repeat(depth)}${name}${detail ? ` (${detail})` : ''}`, ...names(children ?? [], depth + 1)]);
}

describe('document symbols', () => {
  it('are sections, items with their decisions, and fields', () => {
    assert.deepEqual(names(documentSymbols(letterOf(text))), [
      'IMR Issues, Decisions and Rationales',
      '  1. Walking cane (Upheld)',
      '    Reviewer guideline (Decision based on MTUS Knee Complaints 2004.)',
      '    Decision rationale (The gait is steady. It was seen twice.)',
      '  2. Knee brace (no decision)',
      '    Decision rationale (None.)',
    ]);
  });

  for (const letter of letters) {
    it(`hold their own place and their children’s in ${letter.name}`, () => {
      const symbols = documentSymbols(letterOf(letter.text, letter.kind));
      assert.ok(symbols.length > 0);
      symbols.forEach(assertNested);
    });
  }
});

function assertNested(symbol: DocumentSymbol): void {
  assert.ok(symbol.name !== '');
  assert.ok(holds(symbol.range, symbol.selectionRange), `${symbol.name}: its name lies outside of it`);
  for (const child of symbol.children ?? []) {
    assert.ok(holds(symbol.range, child.range), `${child.name} lies outside of ${symbol.name}`);
    assertNested(child);
  }
}

function holds(outer: Range, inner: Range): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end) && !isBefore(inner.end, inner.start);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

describe('folding', () => {
  it('folds the front matter, sections, items and long rationales', () => {
    assert.deepEqual(foldingRanges(letterOf(text)), [
      { startLine: 0, endLine: 3 }, { startLine: 5, endLine: 16 }, { startLine: 7, endLine: 12 }, { startLine: 14, endLine: 16 }, { startLine: 11, endLine: 12 },
    ]);
  });
});
