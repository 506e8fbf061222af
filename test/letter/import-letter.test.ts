import assert from 'node:assert/strict';
import { importLetter, importText } from '../../server/src/letter/import-letter.ts';
import { letters } from '../fixtures/letters.ts';
import { bodyOf, findingsOf, itemsOf, leftoverOf, read } from './read-draft.ts';

const published = letters.filter(({ kind }) => kind === 'plaintext');
const of2016 = published.find(({ name }) => name === 'clean-2014-on.txt')?.text ?? '';

/** A short letter; each case puts its words into it. */
function letter({ summary = 'The worker fell.', title = 'Knee brace: Upheld', rationale = 'The knee is stable. Not medically necessary.', above = '', below = '' }): string {
  return `${above}Case Number: CM16-9100299\nDecision Date: 1/9/2017\n\nCLINICAL CASE SUMMARY\n${summary}\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\n${title}\n\n`
    + `Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.\n\nDecision rationale: ${rationale}\n${below}`;
}

describe('an imported letter', () => {
  for (const { name, text } of published) {
    it(`says what the text says: ${name}`, () => {
      const { draft, leftover } = importText(text);
      assert.equal(leftover, false);
      const before = read(text, 'plaintext');
      const after = read(draft, 'markdown');
      assert.equal(after.layout, 'draft');
      assert.deepEqual(itemsOf(after), itemsOf(before));
      assert.deepEqual(after.sections.map((section) => section.name), before.sections.map((section) => section.name));
      for (const [key, { value }] of before.facts) assert.equal(after.facts.get(key)?.value, key === 'priority' ? value.toLowerCase() : value);
      assert.deepEqual(findingsOf(draft, 'markdown'), findingsOf(text, 'plaintext'));
    });
  }

  it('has the table and the reviewer’s credentials as front matter', () => {
    assert.equal(importLetter(of2016).slice(0, importLetter(of2016).indexOf('\n\n')), `---
case-number: CM16-9100202
date-of-injury: 2014-04-19
ur-denial-date: 2016-11-03
application-received: 2016-11-21
date-assigned: 2016-12-08
decision-date: 2017-01-11
priority: standard
licensed-in: [California]
specialty: Physical Medicine and Rehabilitation
---`);
  });

  it('has the canonical shape', () => {
    assert.equal(bodyOf(importLetter(letter({}))), `## Clinical Case Summary

The worker fell.

## IMR Issues, Decisions and Rationales

### Knee brace: Upheld

**Claims Administrator guideline:** Decision based on MTUS Knee Complaints 2004.

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.

**Decision rationale:** The knee is stable. Not medically necessary.
`);
  });

  it('has dates in words, too, and not the letter’s own title twice', () => {
    const typed = of2016.replace(/Date of Injury:\s*\S+/, 'Date of Injury: March 3, 2015');
    const { draft, leftover } = importText(`Independent Medical Review Final Determination\n\n${typed}`);
    assert.match(draft, /^date-of-injury: 2015-03-03$/m);
    assert.deepEqual([draft.match(/Independent Medical Review Final Determination/g)?.length, leftover], [1, false]);
  });

  it('takes a missing case number from the footers', () => {
    const text = of2016.slice(of2016.indexOf('HOW THE IMR'));
    assert.match(importLetter(text), /^---\ncase-number: CM16-9100202\nlicensed-in/);
  });

  it('has the decision that a letter of 2013 gives in its last words only, and leaves those words', () => {
    const text = `Notice of Independent Medical Review Determination
Dated: 9/3/2013

CASE SUMMARY
The worker fell.

IMR DECISION(S) AND RATIONALE(S)

1) Regarding the request for a knee brace:

The Claims Administrator based its decision on the Knee Complaints chapter.
The Expert Reviewer based his/her decision on the Knee Complaints chapter.

Rationale for the Decision:
The knee is stable. The request for a knee brace is not medically necessary and appropriate.
`;
    const { draft } = importText(text);
    assert.match(draft, /\n### 1\) Regarding the request for a knee brace: Upheld\n/);
    assert.match(draft, /\n\*\*MAXIMUS guideline:\*\* The Expert Reviewer based his\/her decision on/);
    assert.match(draft, /The request for a knee brace is not medically necessary and appropriate\.\n/);
    assert.equal(leftoverOf(draft), 'Notice of Independent Medical Review Determination\n');
    assert.match(draft, /^decision-date: 2013-09-03$/m);
    assert.deepEqual(itemsOf(read(draft, 'markdown')).map((item) => ({ ...item, decision: '' })), itemsOf(read(text, 'plaintext')).map((item) => ({ ...item, decision: '' })));
  });

  it('makes an item of the one issue of a “Medical Professional Review”, and keeps its parts', () => {
    const { draft, leftover } = importText('MEDICAL PROFESSIONAL REVIEW\nISSUE AT DISPUTE:\nWhether a wooden walking cane is medically necessary.\n\nCASE SUMMARY:\nThe man fell.\n\n'
      + 'MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL\nREVIEWER AND WHY:\nThe Knee Complaints Chapter (2004).\n\n'
      + 'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT\nMEDICALLY NECESSARY:\nThe gait is steady.\n\nMEDICAL REVIEWER QUALIFICATIONS:\nThe reviewer is licensed in California.\n');
    assert.equal(leftover, false);
    assert.equal(bodyOf(draft), `## CASE SUMMARY:

The man fell.

## MEDICAL REVIEWER QUALIFICATIONS:

The reviewer is licensed in California.

## IMR Issues, Decisions and Rationales

### Whether a wooden walking cane is medically necessary.: Upheld

**MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:** The Knee Complaints Chapter (2004).

**RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:** The gait is steady.
`);
    assert.deepEqual(read(draft, 'markdown').items.map(({ reading }) => reading.title.text), ['wooden walking cane']);
    assert.deepEqual(findingsOf(draft, 'markdown'), []);
  });

  it('is a title alone where there is no text', () => {
    assert.deepEqual(importText(''), { draft: '# Independent Medical Review Final Determination\n', leftover: false });
  });
});

const rationales: readonly [name: string, words: string, paragraphs: string][] = [
  ['joins wrapped lines', 'The knee\nis   stable.', 'The knee is stable.'],
  ['heals a word that the letter writes whole elsewhere', 'The documentation is thin. More docu-\nmentation is needed.', 'The documentation is thin. More documentation is needed.'],
  ['keeps the hyphen of a word that it doesn’t know', 'Support by docu-\nments is missing.', 'Support by docu-ments is missing.'],
  ['keeps a range', 'Therapy 1-\n2 times a week.', 'Therapy 1-2 times a week.'],
  ['keeps a compound', 'A plain x-\nray of the knee; the x-ray is normal.', 'A plain x-ray of the knee; the x-ray is normal.'],
  ['keeps a compound that the letter writes both ways', 'A followup came. A follow-up came. A follow-\nup came.', 'A followup came. A follow-up came. A follow-up came.'],
  ['keeps a suspended hyphen apart', 'Care pre-\nand postoperative.', 'Care pre- and postoperative.'],
  ['drops a soft hyphen', 'A docu\u00AD\nment.', 'A document.'],
  ['keeps paragraphs', 'One sentence.\n\nAnother sentence.', 'One sentence.\n\nAnother sentence.'],
  ['joins a sentence that a blank line parts', 'One\n\nsentence.', 'One sentence.'],
  ['joins over a form feed', 'One\n\fSentence.', 'One Sentence.'],
  ['joins over a footer', 'One\nFinal Determination Letter for IMR Case Number CM16-9100299   2\n\n\nSentence.', 'One Sentence.'],
  ['drops a page number at the edge of a page', 'One\n2\n\fsentence.', 'One sentence.'],
  ['drops a counted page number', 'One\nPage 2 of 4\nsentence.', 'One sentence.'],
  ['keeps a number that was wrapped', 'Therapy in a number of\n12\nvisits.', 'Therapy in a number of 12 visits.'],
  ['keeps the points of a list apart', 'He has:\n- pain.\n- weakness.', 'He has:\n\n\\- pain.\n\n\\- weakness.'],
  ['keeps bullets apart, and what follows them', 'He has\n• pain at night and\nnumbness\n• weakness\nTherapy helped.', 'He has\n\n• pain at night and numbness\n\n• weakness\n\nTherapy helped.'],
  ['escapes what Markdown would take for a mark', 'The [[level]] of C5_6 is *open* <b>.', 'The \\[[level]] of C5_6 is \\*open\\* \\<b>.'],
];

describe('the text of an imported letter', () => {
  for (const [name, words, paragraphs] of rationales) {
    it(name, () => {
      assert.equal(bodyOf(importLetter(letter({ rationale: words }))).split('**Decision rationale:** ')[1], `${paragraphs}\n`);
      assert.equal(bodyOf(importLetter(letter({ summary: words }))).split('\n\n## IMR')[0], `## Clinical Case Summary\n\n${paragraphs}`);
    });
  }

  it('keeps a label in the publisher’s own words', () => {
    assert.match(importLetter(letter({}).replace('MAXIMUS', 'Expert Reviewer')), /\n\*\*Expert Reviewer guideline:\*\* Decision based/);
  });

  it('keeps a number in front of a title', () => {
    assert.match(importLetter(letter({ title: '1. Knee brace: Upheld' })), /\n### 1\. Knee brace: Upheld\n/);
  });

  it('has a decision that stands alone, or without a space, behind its title', () => {
    assert.match(importLetter(letter({ title: 'Knee brace is:\nUpheld' })), /\n### Knee brace is: Upheld\n/);
    assert.match(importLetter(letter({ title: 'Knee brace:Upheld' })), /\n### Knee brace: Upheld\n/);
  });
});

const leftovers: readonly [name: string, text: string, leftover: string][] = [
  ['above the table', letter({ above: 'Some Publisher, Inc.\n1. Main Street\n\nDear Sir:\n' }), 'Some Publisher, Inc.\n1\\. Main Street\n\nDear Sir:\n'],
  ['between a title and its labels', letter({ title: 'Knee brace: Upheld\n\nA stray line.' }), 'A stray line.\n'],
  ['behind the last item', letter({ below: '\nSincerely,\nThe Reviewer\ncc: The Department\n' }), 'Sincerely,\nThe Reviewer\ncc: The Department\n'],
  ['in an unknown section at the end', letter({ below: '\nAPPEAL RIGHTS AND DUTIES\nWrite within thirty days.\n' }), 'APPEAL RIGHTS AND DUTIES\nWrite within thirty days.\n'],
  ['in an unknown section on the way', letter({ summary: 'The worker fell.\n\nAPPLICABLE LAW\nLabor Code.' }), 'APPLICABLE LAW\nLabor Code.\n'],
  ['behind a label that comes twice', letter({ below: '\nMAXIMUS guideline: None.\n' }), 'MAXIMUS guideline: None.\n'],
  ['in the footer of another case', letter({ below: 'Final Determination Letter for IMR Case Number CM16-0000001\n' }), 'Final Determination Letter for IMR Case Number CM16-0000001\n'],
  ['in another document', 'Bread\n=====\n* 500 g of flour\n', 'Bread\n\\=====\n\\* 500 g of flour\n'],
];

describe('text that could not be placed', () => {
  for (const [name, text, leftover] of leftovers) {
    it(`stands at the end: ${name}`, () => {
      const imported = importText(text);
      assert.equal(leftoverOf(imported.draft), leftover);
      assert.equal(imported.leftover, true);
      assert.deepEqual(itemsOf(read(imported.draft, 'markdown')).length, text.includes('Knee brace') ? 1 : 0);
    });
  }

  it('stands in its original order', () => {
    const { draft } = importText(letter({ above: 'First.\n', title: 'Knee brace: Upheld\n\nSecond.', below: '\nSincerely,\nThird.\n' }));
    assert.equal(leftoverOf(draft), 'First.\n\nSecond.\n\nSincerely,\nThird.\n');
  });
});
