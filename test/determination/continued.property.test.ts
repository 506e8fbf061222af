import assert from 'node:assert/strict';
import fc from 'fast-check';
import { continueReading, type Reading } from '../../server/src/determination/reading/continue-reading.ts';
import { findItems } from '../../server/src/determination/reading/item-boundaries.ts';
import { createItemReader } from '../../server/src/determination/reading/item-reader.ts';
import { createLineReader } from '../../server/src/determination/reading/letter-lines.ts';
import { readParts } from '../../server/src/determination/reading/sections.ts';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { defaultLetterSettings } from '../../server/src/determination/settings.ts';
import { createWordings } from '../../server/src/determination/reading/wordings.ts';
import type { Determination } from '../../server/src/determination/model.ts';
import { editSource, openSource } from '../../server/src/service/source.ts';
import { letters } from '../fixtures/letters.ts';

/** What somebody types into a paragraph: words, marks that end a sentence, and what may open or close a part of the letter. */
const TYPED = ['a', ' ', 'the knee', '. ', '.', ':', ' Upheld', ': Upheld', '\n', '\n\n', '**', 'MAXIMUS guideline: ', '**Decision rationale:** ', '#', 'Regarding the request for ', 'question 1', '<!-- x -->', '|', 'Decision: ', 'Request #2: ', 'Discussion: ', '\n---\n', '\n\n## More\n\n', ' UPHELD'];

const edits = fc.array(fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
  inserted: fc.oneof({ weight: 2, arbitrary: fc.constantFrom('a', 'b ', 'A', '') }, { weight: 1, arbitrary: fc.constantFrom(...TYPED) }),
  /** Several edits may come between two readings. */
  isRead: fc.boolean(),
}), { minLength: 1, maxLength: 12 });

function plain({ text, ...rest }: Determination): object {
  return { ...rest, text };
}

describe('a letter that is read while somebody types', () => {
  const drafts = letters.filter(({ kind }) => kind === 'markdown');
  for (const { name, text } of drafts) {
    it(`is the same as when it is read afresh: ${name}`, () => {
      fc.assert(fc.property(edits, (changes) => {
        const read = createLetterReader();
        let source = openSource(text, 'markdown');
        read(source.blocks, 'markdown');
        for (const { at, removed, inserted, isRead } of changes) {
          const start = Math.floor(at * source.text.length);
          source = editSource(source, { start, end: Math.min(source.text.length, start + removed), newText: inserted });
          if (!isRead) continue;
          const afresh = createLetterReader()(openSource(source.text.toString(), 'markdown').blocks, 'markdown');
          assert.deepEqual(plain(read(source.blocks, 'markdown')), plain(afresh));
        }
      }), { numRuns: Number(process.env.READ_RUNS ?? 60) });
    });
  }
});

describe('a keystroke in a paragraph of an item', () => {
  const letter = letters.find(({ name }) => name === 'clean-draft.md')!;
  const lineReader = createLineReader(createWordings(defaultLetterSettings));
  const word = letter.text.indexOf('medically necessary');

  function continued(at: number, newText: string, end = at): Reading | null {
    const before = openSource(letter.text, 'markdown');
    const determination = createLetterReader()(before.blocks, 'markdown');
    const { lines } = lineReader.all(before.blocks, true);
    const places = findItems(lines, readParts(lines));
    const { blocks } = editSource(before, { start: at, end, newText });
    return continueReading({ document: before.blocks, determination, places }, blocks, lineReader, createItemReader());
  }

  it('is read from the version before', () => {
    const reading = continued(word, 'x');
    const before = createLetterReader()(openSource(letter.text, 'markdown').blocks, 'markdown');
    assert.ok(reading);
    assert.notEqual(reading.determination.items[0]?.reading.rationale?.prose.text, before.items[0]?.reading.rationale?.prose.text);
  });

  const lineEnd = letter.text.indexOf('\n', word);
  const label = letter.text.lastIndexOf('Decision rationale', word);
  const others: readonly (readonly [string, number, number, string])[] = [
    ['makes a further line', lineEnd, lineEnd, '\nwords'],
    ['makes a new paragraph', word, word, '\n\n'],
    ['turns a label into another', label, label + 'Decision rationale'.length, 'MAXIMUS guideline'],
    ['takes a label away', label, label + 1, 'x y z'],
  ];
  for (const [name, start, end, newText] of others) it(`is not when it ${name}`, () => assert.equal(continued(start, newText, end), null));
});
