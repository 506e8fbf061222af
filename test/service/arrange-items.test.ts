import assert from 'node:assert/strict';
import type { Arranged, Arranging } from '../../protocol/arrangement.ts';
import { letters } from '../fixtures/letters.ts';
import { arrangeItems } from '../../server/src/service/arrange-items.ts';
import { applyEdits } from '../../server/src/service/fix-all.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { letterOf } from './letter.ts';

/** The letter after the change, and what the program says of it. */
function arranged(text: string, arranging: Arranging): Arranged & { readonly text: string } {
  const letter = letterOf(text);
  const answer = arrangeItems(letter, arranging);
  const edits = answer.edits.map(({ range, newText }) => ({ span: { start: offsetAt(letter.lines, range.start), end: offsetAt(letter.lines, range.end) }, newText }));
  return { ...answer, text: applyEdits(text, edits) };
}

/** A letter whose list and items have these titles; a rationale and more of an item stand behind its title. */
function letter(items: readonly (readonly [heading: string, body?: string])[], list = items.map(([heading]) => heading.replace(/: (?:Upheld|Overturned)$/, ''))): string {
  const head = `---\ncase-number: CM16-9000001\nur-denial-date: 2016-11-18\ndisputed-items:\n${list.map((each) => `  - ${each}\n`).join('')}---\n\n## IMR Issues, Decisions and Rationales\n\n`;
  return `${head}${items.map(([heading, body]) => `### ${heading}${body ? `\n\n${body}` : ''}`).join('\n\n')}\n`;
}

const reason = (words: string): string => `**Decision rationale:** ${words}`;
const cane = ['Cane: Upheld', reason('The gait is steady. The cane is not medically necessary.')] as const;
const brace = ['Knee brace: Upheld', reason('The joint is stable. The brace is not medically necessary.')] as const;
const lean = (words: string) => ['Delivery: Upheld', reason(`${words} Delivery is not medically necessary.`)] as const;

describe('moving an item', () => {
  it('takes it with all that it holds, and its entry in the list', () => {
    assert.equal(arranged(letter([cane, brace, lean('Stairs are few.')]), { kind: 'move', item: 3, to: 1 }).text, letter([lean('Stairs are few.'), cane, brace]));
  });

  const named: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'one number': ['As item 1 is denied, so is this.', 'As item 2 is denied, so is this.'],
    'several numbers, in their order': ['As questions 1 and 2 are not certified, this falls.', 'As questions 1 and 2 are not certified, this falls.'],
    'a range': ['This goes with items 1-2.', 'This goes with items 1-2.'],
    'an ordinal': ['For the reasons given under the first request, it falls.', 'For the reasons given under the second request, it falls.'],
    'no quotation': ['UR wrote “see item 1”. It is rare.', 'UR wrote “see item 1”. It is rare.'],
    'no number of something else': ['Question 1 of the Oswestry questionnaire was left out.', 'Question 1 of the Oswestry questionnaire was left out.'],
  };
  for (const [name, [before, after]] of Object.entries(named)) {
    it(`brings along ${name}`, () => {
      assert.equal(arranged(letter([cane, brace, lean(before)]), { kind: 'move', item: 1, to: 2 }).text, letter([brace, cane, lean(after)]));
    });
  }

  it('makes a list of a range that is none any more', () => {
    assert.match(arranged(letter([cane, brace, lean('This goes with items 1 to 2.')]), { kind: 'move', item: 3, to: 2 }).text, /goes with items 1 and 3\./);
  });

  it('keeps an order that says something', () => {
    assert.match(arranged(letter([cane, brace, lean('Items 1 and 2 are denied and dropped, respectively.')]), { kind: 'move', item: 1, to: 2 }).text, /Items 2 and 1 are/);
  });

  it('brings along “Depends on” and the numbers in front of titles', () => {
    const depends = ['3. Delivery: Upheld', `**Depends on:** items 1 and 2\n\n${reason('It is not medically necessary.')}`] as const;
    const before = letter([[`1. ${cane[0]}`, cane[1]], [`2. ${brace[0]}`, brace[1]], depends], ['Cane', 'Knee brace', 'Delivery']);
    const after = letter([[`1. ${depends[0].slice(3)}`, depends[1].replace('1 and 2', '2 and 3')], [`2. ${cane[0]}`, cane[1]], [`3. ${brace[0]}`, brace[1]]], ['Delivery', 'Cane', 'Knee brace']);
    assert.equal(arranged(before, { kind: 'move', item: 3, to: 1 }).text, after);
  });

  it('takes the comment above a heading along, and leaves one behind an item where it is', () => {
    const before = letter([cane, brace]).replace('### Knee', '<!-- QA: which page? -->\n\n<!-- imr-disable-next-line duplicate-item -- asked twice -->\n### Knee');
    const after = letter([brace, cane]).replace('### Knee', '<!-- imr-disable-next-line duplicate-item -- asked twice -->\n### Knee').replace(/\n$/, '\n\n<!-- QA: which page? -->\n');
    assert.equal(arranged(before, { kind: 'move', item: 2, to: 1 }).text, after);
  });

  it('leaves a list that has an order of its own', () => {
    const own = ['Knee brace', 'Cane'];
    assert.equal(arranged(letter([cane, brace], own), { kind: 'move', item: 2, to: 1 }).text, letter([brace, cane], own));
  });

  it('keeps quantities and quotation marks in the list, and a list in brackets', () => {
    const list = (entries: string): string => letter([['Norco #60: Upheld'], ['Cane: Upheld']]).replace(/disputed-items:.*?---/s, `disputed-items: [${entries}]\n---`);
    assert.match(arranged(list('"Norco #60", Cane'), { kind: 'move', item: 2, to: 1 }).text, /disputed-items: \[Cane, "Norco #60"\]/);
  });

  it('is undone by moving it back', () => {
    const text = letters[0]!.text;
    const there = arranged(text, { kind: 'move', item: 1, to: 4 });
    assert.notEqual(there.text, text);
    assert.equal(arranged(there.text, { kind: 'move', item: there.item, to: 1 }).text, text);
  });

  it('says what it can’t put right: words that lean on a place, and numbers that may mean something else', () => {
    const { notes } = arranged(letter([cane, lean('As above, stairs are few. See the first request.'), brace]), { kind: 'move', item: 1, to: 3 });
    assert.deepEqual(notes.map(({ item, message }) => [item, message.slice(0, 32)]), [[1, 'Item 1 leans on the item before '], [1, 'Item 1 says “first request”. If ']]);
  });

  const refused: readonly (readonly [text: string, arranging: Arranging, problem: RegExp])[] = [
    [letter([cane]), { kind: 'move', item: 2, to: 1 }, /no item 2/],
    [letter([cane]), { kind: 'move', item: 1, to: 2 }, /no place 2/],
    ['Case Number: CM16-9000001\n\nKnee brace: Upheld\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n', { kind: 'move', item: 1, to: 1 }, /published letter/],
  ];
  for (const [text, arranging, problem] of refused) {
    it(`is refused with a sentence: ${String(problem)}`, () => {
      const answer = arranged(text, arranging);
      assert.match(answer.problem ?? '', problem);
      assert.equal(answer.text, text);
    });
  }
});

describe('merging items', () => {
  it('keeps both titles and every word, and makes one entry of two', () => {
    const { text, item } = arranged(letter([cane, brace, lean('It goes with items 1 and 2.')]), { kind: 'merge', item: 2, into: 1 });
    const merged = ['Cane and knee brace: Upheld', `${cane[1]}\n\n${brace[1].replace('**Decision rationale:** ', '')}`] as const;
    assert.equal(text, letter([merged, lean('It goes with item 1.')]));
    assert.equal(item, 1);
  });

  it('makes one of a request that was asked for twice', () => {
    assert.equal(arranged(letter([cane, brace, brace]), { kind: 'merge', item: 3, into: 2 }).text, letter([cane, brace]));
  });

  it('joins guideline lines that differ, depends on what both depend on, and on nothing that is itself', () => {
    const lines = (source: string, parents: string): string => `**Depends on:** ${parents}\n\n**MAXIMUS guideline:** Decision based on MTUS ${source} 2004.`;
    const { text } = arranged(letter([cane, ['Sling: Upheld', lines('Shoulder Complaints', 'item 1')], ['Pillow: Upheld', lines('Neck Complaints', 'items 2 and 4')], brace]), { kind: 'merge', item: 3, into: 2 });
    const line = 'Decision based on MTUS Shoulder Complaints 2004. Decision based on MTUS Neck Complaints 2004.';
    assert.equal(text, letter([cane, ['Sling and pillow: Upheld', `**Depends on:** items 1 and 3\n\n**MAXIMUS guideline:** ${line}`], brace]));
  });

  it('drops a dependence on the other, and takes fields that the first lacks', () => {
    const { text } = arranged(letter([cane, ['Delivery: Upheld', `**Depends on:** item 1\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n${reason('It falls.')}`]]), { kind: 'merge', item: 2, into: 1 });
    assert.equal(text, letter([['Cane and delivery: Upheld', `**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n${cane[1]}\n\nIt falls.`]]));
  });

  it('says where the item names itself then', () => {
    const { notes } = arranged(letter([cane, lean('As item 1 is denied, so is this.')]), { kind: 'merge', item: 2, into: 1 });
    assert.deepEqual(notes, [{ item: 1, message: 'Item 1 names itself now. Take the reference out.' }]);
  });

  it('is refused where the decisions differ', () => {
    const { problem, edits } = arranged(letter([cane, ['Knee brace: Overturned']]), { kind: 'merge', item: 2, into: 1 });
    assert.equal(problem, 'Item 1 is Upheld and item 2 Overturned. Only items that are decided alike can be merged.');
    assert.deepEqual(edits, []);
  });
});

describe('splitting an item', () => {
  const both = ['Cane and knee brace: Upheld', reason('The gait is steady. The cane and knee brace are not medically necessary.')] as const;

  it('gives each part its title, its words and its entry in the list', () => {
    const { text } = arranged(letter([both, lean('As item 1 is denied, so is this.')]), { kind: 'split', item: 1 });
    const part = (title: string, words: string) => [`${title}: Upheld`, reason(`The gait is steady. The ${words} are not medically necessary.`)] as const;
    assert.equal(text, letter([part('Cane', 'cane'), part('Knee brace', 'knee brace'), lean('As items 1 and 2 is denied, so is this.')]));
  });

  it('counts the items behind it up, and leaves a list that has the parts already', () => {
    const { text } = arranged(letter([both, lean('It goes with item 3.'), ['Walker: Upheld']], ['Cane', 'Knee brace', 'Delivery', 'Walker']), { kind: 'split', item: 1 });
    assert.match(text, /disputed-items:\n {2}- Cane\n {2}- Knee brace\n {2}- Delivery\n {2}- Walker\n---/);
    assert.match(text, /It goes with item 4\./);
  });

  it('takes the words of the list apart where they say more', () => {
    assert.match(arranged(letter([['Norco and Soma: Upheld']], ['"Norco #60 and Soma #30"']), { kind: 'split', item: 1 }).text, /- "Norco #60"\n {2}- "Soma #30"\n/);
  });

  it('asks where there are several places, and takes the one that is chosen', () => {
    const three = letter([['Cane and brace and sling: Upheld']]);
    assert.deepEqual(arranged(three, { kind: 'split', item: 1 }).choices, ['Cane | Brace and sling', 'Cane and brace | Sling']);
    assert.match(arranged(three, { kind: 'split', item: 1, at: 1 }).text, /### Cane and brace: Upheld\n\n### Sling: Upheld/);
  });

  it('keeps the prefix of an associated service, and never cuts within brackets', () => {
    const title = 'Associated surgical service: Sling (left and right) and pillow: Upheld';
    assert.match(arranged(letter([[title]]), { kind: 'split', item: 1 }).text, /### Associated surgical service: Sling \(left and right\): Upheld\n\n### Associated surgical service: Pillow: Upheld/);
  });

  it('is refused for one request', () => assert.match(arranged(letter([cane]), { kind: 'split', item: 1 }).problem ?? '', /names one request/));
});
