import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDates } from '../../server/src/vocabulary/dates.ts';
import { findDrugs } from '../../server/src/vocabulary/drugs.ts';
import { findFindings } from '../../server/src/vocabulary/findings.ts';
import type { Mention } from '../../server/src/vocabulary/mention.ts';
import { findQuantities } from '../../server/src/vocabulary/quantities.ts';
import { findRegionGroups, findRegions } from '../../server/src/vocabulary/regions.ts';
import { findSides } from '../../server/src/vocabulary/sides.ts';
import { findSpinalLevels } from '../../server/src/vocabulary/spinal-levels.ts';
import { findPerioperative, findTreatments } from '../../server/src/vocabulary/treatments.ts';
import { readWords } from '../../server/src/vocabulary/words.ts';

const finders: readonly ((text: string) => readonly Mention<unknown>[])[] = [
  findRegions, findRegionGroups, findSides, findSpinalLevels, findTreatments, findPerioperative, findDrugs, findFindings, findQuantities, findDates,
];

const pieces = [
  'left', 'right', 'L', '(R)', 'both', 'knee', 'low', 'back', 'L4', '-5', 'C5-T1', 'MRI', 'PT', 'Norco', '10/325', 'mg', '#60', 'x', '2', 'times', 'a week', 'twenty-four',
  '(24)', 'sessions', '10-19-16', 'October', '21', '2016', '%', '/', '-', '.', ',', '\n', ' ', ' ', ' ', '’s', 'é', '×', '\ud800', 'constructor', '__proto__',
];

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')));

describe('every finder of the vocabulary', () => {
  for (const find of finders) {
    it(`${find.name} never throws, and its spans hold its words in order`, () => {
      fc.assert(
        fc.property(anyText, (text) => {
          let last = 0;
          for (const { text: words, span } of find(text)) {
            assert.equal(text.slice(span.start, span.end), words);
            assert.ok(span.start < span.end && span.start >= last);
            last = span.start;
          }
        }),
        { numRuns: 300 },
      );
    });
  }

  it('cuts a text into words that stand in it, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { starts, ends } = readWords(text);
        starts.forEach((start, at) => assert.ok(start >= (ends[at - 1] ?? 0) && (ends[at] ?? 0) > start));
      }),
    );
  });
});
