import assert from 'node:assert/strict';
import { sourceSpan } from '../../server/src/determination/prose.ts';
import { shift } from '../../server/src/markdown/span.ts';
import { writeMarks } from '../rules/marked-text.ts';
import { readLetter } from './read-letter.ts';

/** The item's rationale, with marks around its label and around a part of its words. */
function marked(text: string, words: string): string {
  const [item] = readLetter(text).items;
  const rationale = item?.reading.rationale;
  assert.ok(item && rationale, 'The item has no rationale.');
  const at = rationale.prose.text.indexOf(words);
  assert.notEqual(at, -1, rationale.prose.text);
  return writeMarks(text, [rationale.label, sourceSpan(rationale.prose, { start: at, end: at + words.length })].map((place) => shift(place, item.start)));
}

const head = '### Walking cane: Upheld\n\n';

describe('the places of what was read', () => {
  const labels: readonly (readonly [name: string, line: string, words: string])[] = [
    ['a label in bold', '⟦**Decision rationale:** ⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label in bold without a colon', '⟦**Decision rationale** ⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label in bold that ends in a full stop', '⟦**Decision rationale.** ⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label in two runs of bold', '⟦**Decision** **rationale:** ⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label in HTML', '⟦<b>Decision rationale:</b> ⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label in a list', '- ⟦**Decision rationale:** ⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label with a no-break space', '⟦**Decision\u00A0rationale:**\u00A0⟧⟦The gait⟧ is steady.', 'The gait'],
    ['a label before words in italics', '⟦Decision rationale: ⟧*⟦The gait⟧* is steady.', 'The gait'],
    ['a label in bold before words in bold', '⟦**Decision rationale:** ⟧**⟦The gait⟧** is steady.', 'The gait'],
    ['an empty label in bold', '⟦**Decision rationale:**⟧\n⟦The gait⟧ is steady.', 'The gait'],
    ['words with an entity', '⟦**Decision rationale:** ⟧⟦The&nbsp;gait⟧ is steady.', 'The gait'],
    ['words with a soft hyphen', '⟦**Decision rationale:** ⟧The gait is ⟦stea\u00ADdy⟧.', 'steady'],
    ['words with a ligature', '⟦**Decision rationale:** ⟧The gait is ⟦\uFB01ne⟧.', 'fine'],
    ['a part of a ligature', '⟦**Decision rationale:** ⟧The gait is ⟦\uFB01⟧ne.', 'f'],
    ['words over a line’s end', '⟦**Decision rationale:** ⟧The ⟦gait\u00A0\n  is⟧ steady.', 'gait is'],
  ];
  for (const [name, line, words] of labels) {
    it(name, () => assert.equal(marked(head + line.replace(/[⟦⟧]/g, ''), words), head + line));
  }

  const headings: readonly (readonly [name: string, heading: string])[] = [
    ['a decision in bold', '### ⟦Walking cane⟧: **⟦Upheld⟧**'],
    ['a decision in HTML', '### ⟦Walking cane⟧: <u>⟦Upheld⟧</u><br>'],
    ['a decision behind an entity', '### ⟦Walking cane⟧ &ndash; ⟦Upheld⟧'],
    ['a decision behind a no-break space', '### ⟦Walking\u00A0cane⟧:\u00A0⟦Upheld⟧'],
    ['a decision with a soft hyphen', '### ⟦Walking cane⟧: ⟦Up\u00ADheld⟧'],
    ['an anchor behind the decision', '### ⟦Walking cane⟧: ⟦Upheld⟧ {#cane .item}'],
    ['a closing mark and an anchor', '### ⟦Walking cane⟧: ⟦Upheld⟧ ### {#cane}'],
    ['the name of a block', '### ⟦Walking cane⟧: ⟦Upheld⟧ ^cane-1'],
    ['a tag', '### ⟦Walking cane⟧: ⟦Upheld⟧ #imr/cane'],
    ['a number', '### 1. ⟦Walking cane⟧: ⟦Upheld⟧'],
    ['a number of tablets, which is no tag', '### ⟦Naproxen 500 mg #60⟧: ⟦Upheld⟧'],
  ];
  for (const [name, heading] of headings) {
    it(name, () => {
      const text = `${heading.replace(/[⟦⟧]/g, '')}\n\n**Decision rationale:** The gait is steady.\n`;
      const [item] = readLetter(text).items;
      assert.ok(item?.reading.decision);
      const shown = writeMarks(text, [item.reading.title.span, item.reading.decision.span].map((place) => shift(place, item.start)));
      assert.equal(shown.split('\n')[0], heading);
      assert.equal(item.reading.decision.value, 'Upheld');
    });
  }

  it('of a heading end before its anchor, so that a decision is written in front of it', () => {
    const [item] = readLetter('### Walking cane {#cane}\n\n**Decision rationale:** The gait is steady.\n').items;
    assert.equal(item?.reading.heading.end, '### Walking cane'.length);
  });
});
