import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/service/fix-all.ts';
import { prepareRename, rename, titleProblem } from '../../server/src/service/rename.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { draft, letterAt, uri } from './letter.ts';

/** The letter after the item at “|” was renamed; null where there is nothing to rename. */
function renamed(marked: string, title: string): string | null {
  const { letter, position, text } = letterAt(marked);
  const edit = rename(letter, position, title);
  if (!edit) return null;
  assert.deepEqual(Object.keys(edit.changes ?? {}), [uri]);
  return applyEdits(text, (edit.changes?.[uri] ?? []).map(({ range, newText }) => ({
    span: { start: offsetAt(letter.lines, range.start), end: offsetAt(letter.lines, range.end) }, newText,
  })));
}

const item = (title: string, rationale: string): string => `### ${title}: Upheld\n\n**Decision rationale:** ${rationale}\n\n`;
const closing = (title: string): string => `Therefore, the request for ${title} is not medically necessary.`;

describe('renaming an item', () => {
  const cases: Readonly<Record<string, readonly [items: string, title: string, after: string | null]>> = {
    'changes its heading and its conclusion': [
      item('Knee |brace', closing('knee brace')), 'Wrist brace', item('Wrist brace', closing('wrist brace')),
    ],
    'keeps the capital that a sentence has': [
      item('Knee |brace', `Knee brace use is rare. ${closing('Knee brace')}`), 'Wrist brace', item('Wrist brace', `Wrist brace use is rare. ${closing('Wrist brace')}`),
    ],
    'keeps an abbreviation’s capitals': [item('Knee |imaging', closing('knee imaging')), 'MRI of the knee', item('MRI of the knee', closing('MRI of the knee'))],
    'changes the rationales of other items': [
      item('Knee |brace', closing('knee brace')) + item('Delivery', `As the knee brace is not medically necessary, ${closing('delivery')}`), 'Wrist brace',
      item('Wrist brace', closing('wrist brace')) + item('Delivery', `As the wrist brace is not medically necessary, ${closing('delivery')}`),
    ],
    'leaves a single word of other items alone': [
      item('Wal|ker', closing('walker')) + item('Cane', `A walker would do. ${closing('cane')}`), 'Rollator',
      item('Rollator', closing('rollator')) + item('Cane', `A walker would do. ${closing('cane')}`),
    ],
    'never changes a quotation': [
      item('Knee |brace', `The report says “a knee brace is worn”. ${closing('knee brace')}`), 'Wrist brace',
      item('Wrist brace', `The report says “a knee brace is worn”. ${closing('wrist brace')}`),
    ],
    'leaves longer words and longer titles alone': [
      item('Knee |brace', `Knee bracelets differ. ${closing('knee brace')}`) + item('Knee brace straps', closing('knee brace straps')), 'Wrist brace',
      item('Wrist brace', `Knee bracelets differ. ${closing('wrist brace')}`) + item('Knee brace straps', closing('knee brace straps')),
    ],
    'changes its own rationale only where two items have the title': [
      item('Knee |brace', closing('knee brace')) + item('Knee brace', closing('knee brace')), 'Wrist brace',
      item('Wrist brace', closing('wrist brace')) + item('Knee brace', closing('knee brace')),
    ],
    'follows a title over a line break': [
      item('Knee |brace', closing('knee\nbrace')), 'Wrist brace', item('Wrist brace', closing('wrist brace')),
    ],
    'keeps the item’s number': [item('1. Knee |brace', closing('knee brace')), 'Wrist brace', item('1. Wrist brace', closing('wrist brace'))],
    'is not offered elsewhere': [item('Knee brace', `The |knee. ${closing('knee brace')}`), 'Wrist brace', null],
    'is not offered on the decision': ['### Knee brace: Uph|eld\n', 'Wrist brace', null],
    'gives no edit for a title of several lines': [item('Knee |brace', closing('knee brace')), 'Wrist\nbrace', null],
  };
  for (const [name, [items, title, after]] of Object.entries(cases)) {
    it(name, () => assert.equal(renamed(draft(items), title), after === null ? null : draft(after)));
  }

  const listed = (entry: string, title: string): string =>
    `---\ncase-number: CM16-9000001\ndisputed-items:\n  - Cane\n  - ${entry}\n---\n\n## IMR Issues, Decisions and Rationales\n\n${item(title, closing('it'))}`;
  const lists: Readonly<Record<string, readonly [before: string, title: string, after: string]>> = {
    'changes the list of the front matter': ['knee brace', 'Wrist brace', 'Wrist brace'],
    'puts words that YAML would read in its own way into quotation marks': ['Knee brace', 'Brace: wrist', '"Brace: wrist"'],
    'keeps the quotation marks of the list': ["'Knee brace'", 'Wrist brace', '"Wrist brace"'],
    'leaves other entries alone': ['Knee brace, rental', 'Wrist brace', 'Knee brace, rental'],
  };
  for (const [name, [before, title, after]] of Object.entries(lists)) {
    it(name, () => assert.equal(renamed(listed(before, 'Knee |brace'), title), listed(after, title)));
  }

  it('starts with the title as it is', () => {
    const { letter, position } = letterAt(draft(item('Knee |brace', 'None.')));
    assert.equal(prepareRename(letter, position)?.placeholder, 'Knee brace');
  });
  it('says what a title can’t be', () => {
    assert.deepEqual([titleProblem('  '), titleProblem('a\nb'), titleProblem('Cane')], ['An item needs a title.', 'A title stands on one line.', null]);
  });
});
