import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import type { LetterSummary } from '../../protocol/summary.ts';
import { runsOf } from '../../client/src/summary/citation-table.ts';
import { placesOf } from '../../client/src/summary/links.ts';
import { summaryPage } from '../../client/src/summary/page.ts';

const range: Range = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };

type Item = LetterSummary['items'][number];

function item(number: number, changed: Partial<Item> = {}): Item {
  return {
    number, title: `Request ${number}`, decision: 'Upheld', value: 'Upheld', missing: [], parents: [], counts: { error: 0, warning: 0, information: 0 },
    stage: 'signing', waiting: { error: 0, warning: 0, information: 0 },
    range, selectionRange: range, ...changed,
  };
}

function summary(changed: Partial<LetterSummary> = {}): LetterSummary {
  return { uri: 'file:///a.md', caseNumber: 'CM16-9000001', items: [item(1)], undecided: [], citations: [], dates: [], notes: [], ...changed };
}

function page(changed: Partial<LetterSummary> | null): string {
  return summaryPage(changed && summary(changed), { styles: 'https://styles/letter-summary.css', cspSource: 'https://styles' });
}

const guideline = { name: 'Knee Complaints 2004', edition: 'In force from 2007-06-15.', fit: 'no', fitWords: 'It was not.', sections: [], reviewer: [1], claimsAdministrator: [], range } as const;

const says: readonly { readonly name: string; readonly changed: Partial<LetterSummary>; readonly words: readonly string[] }[] = [
  {
    name: 'how many items were decided which way',
    changed: { items: [item(1), item(2, { value: 'Overturned' }), item(3, { value: null, decision: null })] },
    words: ['3 items: 1 overturned, 1 upheld, 1 undecided'],
  },
  { name: 'that a word decides nothing', changed: { items: [item(1, { value: null, decision: 'Denied' })] }, words: ['“Denied” decides nothing'] },
  { name: 'what the head lists and no item decides', changed: { undecided: [{ title: 'Lumbar MRI', range }] }, words: ['2 items: 1 upheld, 1 undecided', 'listed in the head only'] },
  { name: 'that an edition was not in force, with its dates as a letter prints them', changed: { citations: [guideline] }, words: ['>Not in force<', 'from 06/15/2007.', 'It was not.'] },
  {
    name: 'how long it took from date to date',
    changed: { dates: [{ name: 'Injury', value: '2016-01-10', days: null, range }, { name: 'Decision', value: '2016-02-01', days: 22, range }] },
    words: ['aria-label="Decision: 02/01/2016, 22 days later"'],
  },
  {
    name: 'what is worth knowing of the case', changed: { notes: ['Decided 33 days after the assignment.'] }, words: ['<p>Decided 33 days after the assignment.</p>'],
  },
  {
    name: 'that dates are out of order, in words',
    changed: { dates: [{ name: 'Injury', value: '2016-01-10', days: null, range }, { name: 'Decision', value: '2016-01-09', days: -1, range }] },
    words: ['1 day earlier', 'The dates are out of order.'],
  },
  { name: 'that a date is not stated', changed: { dates: [{ name: 'Injury', value: null, days: null, range: null }] }, words: ['aria-label="Injury: not stated"'] },
  {
    name: 'what depends on what, for those who don’t see the arrows',
    changed: { items: [item(1), item(2, { parents: [1] }), item(3, { parents: [1, 2] })] },
    words: ['aria-label="item 2 depends on item 1; item 3 depends on item 1; item 3 depends on item 2"', 'aria-label="Item 3, Request 3, Upheld, depends on item 1 and item 2"'],
  },
  { name: 'that nothing depends on anything', changed: {}, words: ['No item depends on another.'] },
  { name: 'that nothing is there yet', changed: { items: [] }, words: ['0 items', 'no disputed item yet', 'No guideline is cited.'] },
];

describe('the page of the letter summary', () => {
  for (const { name, changed, words } of says) {
    it(`says ${name}`, () => {
      for (const each of words) assert.ok(page(changed).includes(each), page(changed));
    });
  }

  it('runs nothing, and takes only its own styles', () => {
    assert.ok(page({}).includes('content="default-src \'none\'; style-src https://styles"'));
    assert.doesNotMatch(page({}), /<script|style="| on\w+=/);
  });

  it('makes no markup of a letter’s words', () => {
    const title = '<img src=x onerror="alert(1)"> & \'more\'';
    const html = page({
      caseNumber: title, items: [item(1, { title, decision: title, value: null, missing: [title] }), item(2, { title, parents: [1] })], undecided: [{ title, range }],
      citations: [{ ...guideline, name: title, edition: title, fitWords: title, sections: [title] }], dates: [{ name: 'Injury', value: title, days: null, range }],
    });
    assert.doesNotMatch(html, /<img|'more'|onerror="/);
  });

  it('leads each link to a place in the letter', () => {
    const whole = summary({
      items: [item(1), item(2, { parents: [1] })], undecided: [{ title: 'Lumbar MRI', range }], citations: [guideline],
      dates: [{ name: 'Injury', value: '2016-01-10', days: null, range }],
    });
    const targets = [...page(whole).matchAll(/href="command:imr\.showInLetter\?([^"]+)"/g)].map(([, sent]) => (JSON.parse(decodeURIComponent(sent ?? '')) as [string])[0]);
    assert.deepEqual(new Set(targets), new Set(placesOf(whole).keys()));
  });

  it('stays the same while lines only move, so that the keyboard keeps its place', () => {
    const moved = { start: { line: 8, character: 0 }, end: { line: 8, character: 9 } };
    assert.equal(page({ items: [item(1, { range: moved, selectionRange: moved })] }), page({}));
  });

  it('loses no item in a circle', () => {
    const html = page({ items: [item(1, { parents: [2] }), item(2, { parents: [1] })] });
    assert.equal(html.match(/class="arrow"/g)?.length, 2);
    assert.equal(html.match(/class="stripe"/g)?.length, 2);
  });

  it('draws three arrows from an item at most, and says how many there are', () => {
    const html = page({ items: [item(1), item(2), item(3), item(4), item(5, { parents: [1, 2, 3, 4] })] });
    assert.equal(html.match(/class="arrow/g)?.length, 3);
    assert.ok(html.includes('>Upheld, depends on 4 items<'));
  });

  it('draws each item of a large letter at a place of its own', () => {
    const items = Array.from({ length: 200 }, (_, index) => item(index + 1, { parents: index % 4 === 0 ? [] : [index - (index % 4) + 1] }));
    const places = page({ items }).match(/<rect class="stripe" x="\d+" y="\d+"/g) ?? [];
    assert.equal(new Set(places).size, 200);
  });

  it('invites to open a letter where none is', () => assert.match(page(null), /Open a determination letter/));

  it('shortens numbers that follow each other', () => assert.deepEqual(runsOf([7, 1, 2, 3]), [[1, 3], [7, 7]]));
});
