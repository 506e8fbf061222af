import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import { regionIds } from '../../server/src/vocabulary/regions.ts';

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const LEVELS = ['high', 'medium', 'low', 'recalled'];

describe('The catalogue', () => {
  it('has a guideline once under each id', () => {
    assert.equal(catalogue().byId.size, catalogue().guidelines.length);
  });

  it('has all sixteen chapters of the ACOEM 2nd edition', () => {
    const chapters = catalogue().guidelines.filter(({ id }) => /^acoem2-ch\d+$/.test(id)).map(({ chapter }) => chapter);
    assert.deepEqual(chapters, Array.from({ length: 16 }, (_, index) => index + 1));
  });

  for (const guideline of catalogue().guidelines) {
    describe(guideline.id, () => {
      it('names a known source and a confidence for itself and for each section', () => {
        for (const fact of [guideline, ...guideline.sections]) {
          assert.ok(fact.source.length > 0, fact.title);
          for (const id of fact.source) assert.ok(catalogue().sources.has(id), id);
          assert.ok(LEVELS.includes(fact.confidence), fact.confidence);
          if (fact.source.every((id) => id === 'gk')) assert.equal(fact.confidence, 'recalled', fact.title);
        }
      });

      it('has days that are days, in order, and says where it is in doubt', () => {
        const { from, to, certain, doubtful } = guideline.inForce;
        for (const day of [from, to, doubtful?.from, doubtful?.to]) if (day) assert.match(day, DAY);
        if (from && to) assert.ok(from <= to);
        assert.equal(certain, doubtful === null);
      });

      it('has sections with a title, each id once, and pages in order', () => {
        assert.equal(new Set(guideline.sections.map(({ id }) => id)).size, guideline.sections.length);
        for (const { title, pages, pagesVerified } of [guideline, ...guideline.sections]) {
          assert.ok(title.trim().length > 0);
          if (pages) assert.ok(pages.from >= 1 && pages.from <= pages.to, title);
          if (pagesVerified) assert.ok(pages, title);
        }
      });

      it('covers regions of the vocabulary and is about something', () => {
        if (guideline.regions !== 'every') for (const region of guideline.regions) assert.ok((regionIds as readonly string[]).includes(region), region);
        assert.ok(guideline.subjects.length > 0);
        if (guideline.year !== null) assert.ok(guideline.printedYears.includes(guideline.year));
      });
    });
  }

  it('has sources, versions, orders and regulations with sources of their own', () => {
    for (const fact of [...catalogue().versions, ...catalogue().orders, ...catalogue().regulations.flatMap(({ titles }) => titles)]) {
      for (const id of fact.source) assert.ok(catalogue().sources.has(id), id);
      assert.ok(LEVELS.includes(fact.confidence));
    }
  });
});
