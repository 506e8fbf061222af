import assert from 'node:assert/strict';
import type { ListedItem } from '../../protocol/items.ts';
import { itemList } from '../../server/src/service/item-list.ts';
import { letters } from '../fixtures/letters.ts';
import { draft, letterOf } from './letter.ts';

const guideline = '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.';

function only(text: string): ListedItem {
  const { items } = itemList(letterOf(draft(text)));
  assert.equal(items.length, 1);
  return items[0] as ListedItem;
}

const cases: readonly { name: string; text: string; missing: readonly string[] }[] = [
  { name: 'a heading alone lacks all but its decision', text: '### Knee brace: Upheld\n', missing: ['guideline', 'rationale'] },
  { name: 'a decision word that is none is a missing decision', text: `### Knee brace: Denied\n\n${guideline}\n\n**Decision rationale:** `, missing: ['decision', 'rationale'] },
  {
    name: 'placeholders are counted',
    text: `### Knee brace: Upheld\n\n${guideline}\n\n**Decision rationale:** The knee is [[stable or not]] and the gait is [[steady or not]]. Therefore, the requested knee brace is not medically necessary.\n`,
    missing: ['2 blanks to fill in'],
  },
  {
    name: 'a rationale without a verdict lacks its conclusion',
    text: `### Knee brace: Upheld\n\n${guideline}\n\n**Decision rationale:** The knee complaints guideline keeps braces for instability. The knee of this worker is stable and the gait is steady, with full strength on both sides and no giving way at work or at home.\n`,
    missing: ['conclusion'],
  },
];

describe('the list of items', () => {
  for (const { name, text, missing } of cases) it(name, () => assert.deepEqual(only(text).missing, missing));

  it('says title, decision and place', () => {
    const { number, title, decision, range, selectionRange } = only('### 1. Knee brace: Upheld\n\n**Decision rationale:** None.\n\n');
    assert.deepEqual({ number, title, decision }, { number: 1, title: 'Knee brace', decision: 'Upheld' });
    assert.equal(selectionRange.start.line, range.start.line);
    assert.equal(range.end.line, range.start.line + 2);
  });

  it('takes a placeholder for no decision', () => {
    assert.equal(only('### Knee brace: [[Upheld or Overturned]]\n\n**Decision rationale:** None.\n').decision, null);
  });

  it('says on which items one depends', () => {
    const text = draft(
      '### Left knee arthroscopy: Overturned\n\n### Walking cane: Upheld\n\n### Associated surgical service: Cold therapy unit: Overturned\n\n**Depends on:** items 1 and 2\n',
    );
    assert.deepEqual(itemList(letterOf(text)).items.map(({ parents }) => parents), [[], [], [1, 2]]);
  });

  it('counts an item’s findings without its hints', () => {
    assert.deepEqual(only('### Knee brace: Upheld\n').counts, { error: 2, warning: 0, information: 0 });
  });

  it('names what the front matter lists and no item decides', () => {
    const text = '---\ncase-number: CM16-9000001\ndisputed-items:\n  - Knee brace\n  - Lumbar MRI\n---\n\n### Knee brace: Upheld\n';
    const { undecided } = itemList(letterOf(text));
    assert.deepEqual(undecided.map(({ title, range }) => [title, range.start.line]), [['Lumbar MRI', 4]]);
  });

  for (const letter of letters) {
    it(`misses nothing in ${letter.name}`, () => {
      const { items, undecided } = itemList(letterOf(letter.text, letter.kind));
      assert.ok(items.length > 0);
      assert.deepEqual(undecided, []);
      for (const { missing, counts } of items) assert.deepEqual({ missing, counts }, { missing: [], counts: { error: 0, warning: 0, information: 0 } });
    });
  }
});
