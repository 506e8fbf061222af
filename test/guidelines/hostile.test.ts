import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCitations, readMentions } from '../../server/src/guidelines/citation.ts';
import type { Citation } from '../../server/src/guidelines/guideline.ts';
import { rankGuidelines } from '../../server/src/guidelines/ranking.ts';

const words = fc.constantFrom(
  'Decision based on', 'MTUS', 'ACOEM', 'ODG', 'Chapter 12', 'Low Back Complaints', '2004', 'Section(s):', 'Special Studies', 'and', ',', ', and', '.', ';',
  'Page(s): 46-47', 'page', '82', 'of', 'Non-MTUS Citation', 'did not cite any', 'Guidelines', '(', ')', 'Forearm, Wrist, and Hand', 'as well as', '9792.24.2',
);
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')));

function assertInside(source: string, citations: readonly Citation[]): void {
  let before = 0;
  for (const { text: own, span, title, year, chapter, sections, pages } of citations) {
    assert.equal(source.slice(span.start, span.end), own);
    assert.ok(span.start >= before && span.start < span.end, 'citations follow each other');
    for (const part of [title, year, chapter, ...sections, ...pages]) {
      if (part) assert.ok(span.start <= part.span.start && part.span.start < part.span.end && part.span.end <= span.end, 'a part lies in its citation');
    }
    for (const part of [title, ...sections]) if (part) assert.equal(source.slice(part.span.start, part.span.end), part.text);
    before = span.end;
  }
}

describe('Any text', () => {
  it('is read as a guideline line without an error, with every span in its place', () => {
    fc.assert(fc.property(text, (source) => assertInside(source, readCitations(source))), { numRuns: 500 });
  });

  it('may close a bracket that it never opened', () => {
    const text = 'Forearm, Wrist, and Hand ) Section(s): Section(s):';
    assertInside(text, readCitations(text));
  });

  it('is read as prose without an error, with every span in its place', () => {
    fc.assert(fc.property(text, (source) => assertInside(source, readMentions(source))), { numRuns: 500 });
  });

  it('gets a guideline', () => {
    fc.assert(fc.property(text, (title) => {
      assert.ok(rankGuidelines({ title, regions: [], date: '2016-12-15', postsurgical: false }).length > 0);
    }), { numRuns: 100 });
  });
});
