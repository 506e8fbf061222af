import assert from 'node:assert/strict';
import labels from '../../server/src/determination/reading/label-words.json' with { type: 'json' };
import { fieldOfLabel } from '../../server/src/determination/reading/label-words.ts';
import { outline, readLetter, type Outline } from './read-letter.ts';

const CLAIMS = 'Decision based on MTUS Knee Complaints 2004.';
const REVIEWER = 'Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.';
const RATIONALE = 'The gait is steady. Therefore, the cane is not medically necessary.';
const CANE: Outline = { title: 'Walking cane', decision: 'Upheld', claims: CLAIMS, reviewer: REVIEWER, rationale: RATIONALE };
const CRUTCHES: Outline = { title: 'Crutches', decision: 'Overturned', claims: CLAIMS, reviewer: REVIEWER, rationale: RATIONALE };
const FIELDS = `**Claims Administrator guideline:** ${CLAIMS}\n\n**MAXIMUS guideline:** ${REVIEWER}\n\n**Decision rationale:** ${RATIONALE}\n`;
const SECTION = '## IMR Issues, Decisions and Rationales\n\n';
const BOTH = `### Walking cane: Upheld\n\n${FIELDS}\n### Crutches: Overturned\n\n${FIELDS}`;

const CLOSE = FIELDS.replace(/\*\*|\n(?=\n)/g, '');
const BULLETS = FIELDS.replace(/\*\*|\n(?=\n)/g, '').replace(/^(?=.)/gm, '  - ');
const TABLE = `| # | Disputed treatment | Decision | Claims Administrator guideline | MAXIMUS guideline | Rationale |
|---|---|---|---|---|---|
| 1 | Walking cane | Upheld | ${CLAIMS} | ${REVIEWER} | ${RATIONALE} |
| 2 | Crutches | Overturned | ${CLAIMS} | ${REVIEWER} | ${RATIONALE} |
`;

/** Two items, whatever stands between, above or around them. */
const TWO: readonly (readonly [string, string])[] = [
  ['a heading of the section’s level between them', `${SECTION}### Walking cane: Upheld\n\n${FIELDS}\n## Help with walking\n\n### Crutches: Overturned\n\n${FIELDS}`],
  ['a heading above the first', `${SECTION}## Help with walking\n\n${BOTH}`],
  ['the section once more, continued', `${SECTION}### Walking cane: Upheld\n\n${FIELDS}\n## IMR Issues, Decisions and Rationales (continued)\n\n### Crutches: Overturned\n\n${FIELDS}`],
  ['groups above deeper headings', `${SECTION}### For the stairs\n\n#### Walking cane: Upheld\n\n${FIELDS}\n### For the street\n\n#### Crutches: Overturned\n\n${FIELDS}`],
  ['a rule right under a rationale', `${SECTION}${BOTH.replace(`${RATIONALE}\n\n`, `${RATIONALE}\n---\n\n`)}`],
  ['a rule right under a guideline line', `${SECTION}${BOTH.replace(`${CLAIMS}\n\n`, `${CLAIMS}\n---\n\n`)}`],
  ['labels as headings', `${SECTION}${BOTH.replace(/\*\*([^*:]*):\*\* /g, '## $1\n\n')}`],
  ['labels as deeper headings with their words behind them', `${SECTION}${BOTH.replace(/\*\*([^*:]*:)\*\* /g, '#### $1 ')}`],
  ['a summary of the decisions above', `## Decisions\n\n- Walking cane: Upheld\n- Crutches: Overturned\n\n${SECTION}${BOTH}`],
  ['another part of the letter above the second', `${SECTION}### Walking cane: Upheld\n\n${FIELDS}\n## Documents Reviewed\n\nA chart.\n\n### Crutches: Overturned\n\n${FIELDS}`],
  ['headings of different levels', `${SECTION}#### Walking cane: Upheld\n\n${FIELDS}\n## Crutches: Overturned\n\n${FIELDS}`],
  ['titles without marks or decisions', `${SECTION}Walking cane\n\nDetermination: UPHELD\n\n${FIELDS}\nCrutches\n\nDetermination: OVERTURNED\n\n${FIELDS}`],
  ['titles that call themselves requests', `${SECTION}Request #1: Walking cane\n\n${FIELDS}\n**Decision:** Upheld\n\nRequest #2: Crutches\n\n${FIELDS}\n**Decision:** Overturned\n`],
  ['bold titles in a row of paragraphs', `${SECTION}**1. Walking cane – Upheld**\n\n${FIELDS}\n**2. Crutches – Overturned**\n\n${FIELDS}`],
  ['numbers in brackets', `${SECTION}**(1)** **Walking cane** (Upheld)\n\n${FIELDS}\n**(2)** **Crutches** (Overturned)\n\n${FIELDS}`],
  ['numbers in words', `${SECTION}### Item One: Walking cane: Upheld\n\n${FIELDS}\n### Item Two: Crutches: Overturned\n\n${FIELDS}`],
  ['underlined titles of the section’s level', `Our Decisions\n---\n\n${SECTION.trim().slice(3)}\n---\n\nWalking cane: Upheld\n---\n\n${FIELDS}\nCrutches\n: Overturned\n---\n\n${FIELDS}`],
  ['decisions behind the reasons', `${SECTION}### Walking cane\n\n${FIELDS}\n**UPHELD**\n\n### Crutches\n\n${FIELDS}\n**OVERTURNED**\n`],
  ['decisions below headings of their own', `${SECTION}### Walking cane\n\n${FIELDS}\n#### Decision\n\nUpheld\n\n### Crutches\n\n${FIELDS}\n#### Decision\n\nOverturned\n`],
  ['a numbered list whose labels stand close below', `${SECTION}1. Walking cane — UPHELD\n${CLOSE}\n2. Crutches — OVERTURNED\n${CLOSE}`],
  ['bullets, and deeper ones for the labels', `${SECTION}- **Walking cane: Upheld**\n${BULLETS}- **Crutches: Overturned**\n${BULLETS}`],
  ['a table', `${SECTION}${TABLE}`],
  ['a table below a heading of its own', `${SECTION}### All items\n\n${TABLE}`],
  ['a table with other heads, in another order', `${SECTION}| Reviewer guideline | Outcome | Treatment | CA guideline | Why |\n|:-|:-:|-|-|-|\n| ${REVIEWER} | **Upheld** | Walking cane | ${CLAIMS} | ${RATIONALE} |\n| ${REVIEWER} | Overturned | Crutches | ${CLAIMS} | ${RATIONALE} |\n`],
  ['a table without borders at its sides', `${SECTION}${TABLE.replace('#', 'No.').replace(/^\| (.*) \|$/gm, '$1').replace('|---|---|---|---|---|', '---|---|---|---|---')}`],
  ['Windows line ends', `${SECTION}${BOTH}`.replaceAll('\n', '\r\n')],
  ['form feeds', `${SECTION}${BOTH}`.replace('\n### Crutches', '\n\f\n### Crutches')],
];

/** One item in the ways that people write it. */
const WAYS: readonly (readonly [string, string])[] = [
  ['a decision behind a dash, in a title of many words', `### Walking cane – Upheld\n\n${FIELDS}`],
  ['a decision behind a dash, in bold', `### Walking cane — **Upheld**\n\n${FIELDS}`],
  ['a decision in code', `### Walking cane \`UPHELD\`\n\n${FIELDS}`],
  ['a decision in brackets', `### Walking cane (upheld)\n\n${FIELDS}`],
  ['a decision in capitals', `### Walking cane UPHELD\n\n${FIELDS}`],
  ['a decision behind a label', `### Walking cane\n\nDecision: Upheld\n\n${FIELDS}`],
  ['a decision behind a label in bold and capitals', `### Walking cane\n\n**DETERMINATION:** UPHELD\n\n${FIELDS}`],
  ['a decision below its label', `### Walking cane\n\n**Decision:**\n\nUpheld\n\n${FIELDS}`],
  ['a decision in a sentence behind its label', `### Question 1. Is a walking cane medically necessary?\n\n**Answer:** No. The denial is upheld.\n\n${FIELDS}`],
  ['a decision at the end', `### Walking cane\n\n${FIELDS}\nDecision: Upheld\n`],
  ['a decision in front of the title', `### UPHELD: Walking cane\n\n${FIELDS}`],
  ['a decision behind its label in the title', `### Walking cane. Decision: Upheld\n\n${FIELDS}`],
  ['dashes behind the labels', `**Disputed service 1 of 2: Walking cane**\n\nDecision - Upheld\n\n${CLOSE.replaceAll(':', ' -').replace('(s) -', '(s):')}`],
  ['a number of a chapter', `### 3.1 Walking cane: Upheld\n\n${FIELDS}`],
  ['a heading that is nothing but its number, the title behind a label', `### Disputed Treatment #1\n\n**Treatment:** Walking cane\n\n**Decision:** Upheld\n\n${FIELDS}`],
  ['a title called an item without a number', `DISPUTED ITEM: Walking cane\n\nIMR DECISION: UPHELD\n\n${FIELDS}`],
  ['a title behind “Re:”', `Re: Walking cane -- UPHELD\n\n${FIELDS}`],
  ['an underlined decision below its underlined title', `${SECTION}Walking cane\n===\n\nUpheld\n---\n\n${FIELDS}`],
  ['a Roman number', `**II. Walking cane: Upheld**\n\n${FIELDS}`],
  ['a table of its own', `${SECTION}| Item 1 | Walking cane |\n|---|---|\n| Decision | Upheld |\n| CA guideline | ${CLAIMS} |\n| MAXIMUS guideline | ${REVIEWER} |\n| Rationale | ${RATIONALE} |\n`],
  ['labels in the first person', `### Walking cane: Upheld\n\n**UR cited:** ${CLAIMS}\n\n**I relied on:** ${REVIEWER}\n\n**Why:** ${RATIONALE}\n`],
  ['a title called an issue', `Issue 1 – Walking cane: Upheld\n\n${FIELDS}`],
  ['a title called a request', `Request #2: Walking cane: Upheld\n\n${FIELDS}`],
  ['a lettered title', `### B. Walking cane: Upheld\n\n${FIELDS}`],
  ['the reviewer’s guideline first', `### Walking cane: Upheld\n\n**MAXIMUS guideline:** ${REVIEWER}\n\n**Claims Administrator guideline:** ${CLAIMS}\n\n**Decision rationale:** ${RATIONALE}\n`],
  ['labels that end in a full stop', `### Walking cane: Upheld\n\n${FIELDS.replaceAll(':**', '.**')}`],
  ['labels on lines of their own in capitals', `### Walking cane: Upheld\n\n${FIELDS.replace(/\*\*([^*:]*):\*\* /g, (_, label: string) => `${label.toUpperCase()}\n\n`)}`],
  ['labels of other organizations', `### Walking cane: Upheld\n\nGuidelines used by the claims administrator: ${CLAIMS}\n\nGuidelines relied on by the reviewer: ${REVIEWER}\n\nReasoning: ${RATIONALE}\n`],
  ['labels that nobody listed, in bold without a colon', `### Walking cane: Upheld\n\n**UR guideline** ${CLAIMS}\n\n**Reviewer’s guideline** ${REVIEWER}\n\n**Analysis** ${RATIONALE}\n`],
  ['labels in a table’s first column', `### Walking cane: Upheld\n\n| | |\n|---|---|\n| Claims Administrator guideline | ${CLAIMS} |\n| **MAXIMUS guideline** | ${REVIEWER} |\n| Rationale | ${RATIONALE} |\n`],
];

describe('two items', () => {
  for (const [name, draft] of TWO) it(`are both read with ${name}`, () => assert.deepEqual(outline(readLetter(draft)), [CANE, CRUTCHES]));
});

describe('an item of a working draft', () => {
  for (const [name, draft] of WAYS) {
    it(`is read whole with ${name}`, () => assert.deepEqual(outline(readLetter(draft)).map((item) => ({ ...item, title: item.title.replace(/^w/, 'W') })), [CANE]));
  }
  it('says in sentences what each relied on', () => {
    const [claims, reviewer] = [`The claims administrator’s guideline was ${CLAIMS.slice(18)}`, `The reviewer’s guideline is ${REVIEWER.slice(18)}`];
    assert.deepEqual(outline(readLetter(`### Walking cane: Upheld\n\n${claims}\n\n${reviewer}\n\n${RATIONALE}\n`)), [{ ...CANE, claims, reviewer }]);
  });
  it('is none where one line of the head names a party', () => {
    assert.deepEqual(outline(readLetter(`**Date of injury:** 2/14/2013\n\n**UR:** 1/3/2017\n\n${SECTION}### Walking cane: Upheld\n\n${FIELDS}`)), [CANE]);
  });
  it('keeps a label of the rationale’s own in the rationale', () => {
    const words = `Discussion of the file follows. ${RATIONALE}`;
    const letter = readLetter(`### Walking cane: Upheld\n\n${FIELDS.replace(RATIONALE, `See below.\n\nDiscussion: ${words}`)}`);
    assert.equal(outline(letter)[0]?.rationale, `See below. Discussion: ${words}`);
  });
  it('has no title in front of a second paragraph of its rationale', () => {
    const letter = readLetter(`### Walking cane: Upheld\n\n${FIELDS}\nNo fall is recorded\n\nDecision: Upheld\n`);
    assert.deepEqual(outline(letter).map(({ title }) => title), ['Walking cane']);
  });
});

describe('a table', () => {
  const DECIDED = '| Request | Decision |\n|---|---|\n| Walking cane | Upheld |\n| Crutches | Overturned |\n';
  it('of decisions alone holds no items', () => assert.deepEqual(outline(readLetter(`${SECTION}${DECIDED}`)), []));
  it('in front of the items is no second set of them', () => {
    assert.deepEqual(outline(readLetter(`${TABLE}\n${SECTION}${BOTH}`)), [CANE, CRUTCHES]);
  });
  it('in the summary tells what happened before', () => {
    assert.deepEqual(outline(readLetter(`## Clinical Case Summary\n\n${TABLE}\n${SECTION}`)), []);
  });
  it('in a rationale is part of it', () => {
    const letter = readLetter(`${SECTION}### Walking cane: Upheld\n\n${FIELDS}\n${TABLE}`);
    assert.deepEqual(outline(letter).map(({ title }) => title), ['Walking cane']);
  });
  it('whose columns are the items is said to be read into none', () => {
    const letter = readLetter(`${SECTION}| Item | Walking cane | Crutches |\n|---|---|---|\n| Decision | Upheld | Overturned |\n| MAXIMUS guideline | ${REVIEWER} | ${REVIEWER} |\n| Rationale | ${RATIONALE} | ${RATIONALE} |\n`);
    assert.deepEqual(outline(letter), []);
    assert.deepEqual(letter.unread.map(({ words, item }) => [words, item]), [['MAXIMUS guideline', null]]);
  });
  it('has places that count in its cells', () => {
    const text = `${SECTION}${TABLE}`;
    for (const { start, reading } of readLetter(text).items) {
      const { decision, reviewerGuideline, rationale } = reading;
      for (const [span, words] of [[reading.title.span, reading.title.text], [decision!.span, decision!.word], [reviewerGuideline!.prose.span, REVIEWER], [rationale!.prose.span, RATIONALE]] as const) {
        assert.equal(text.slice(start + span.start, start + span.end), words);
      }
    }
  });
  it('has a row without reasons, and a decision that is none', () => {
    assert.deepEqual(outline(readLetter(`${SECTION}| Item | Request | Decision | Rationale |\n|-|-|-|-|\n| 1 | Walking cane | Denied | |\n| 2 | A \\| B | Upheld | ${RATIONALE} |\n`)), [
      { title: 'Walking cane', decision: 'unknown: Denied' }, { title: 'A | B', decision: 'Upheld', rationale: RATIONALE },
    ]);
  });
});

describe('a heading behind the items', () => {
  for (const heading of ['## Signature', '# Enclosures', '## References']) {
    it(`ends the last of them: ${heading}`, () => assert.deepEqual(outline(readLetter(`${SECTION}${BOTH}\n${heading}\n\nA line of words.\n`)), [CANE, CRUTCHES]));
  }
});

describe('a label that nobody listed', () => {
  for (const [field, examples] of Object.entries(labels.examples)) {
    for (const label of examples) it(`names ${field}: ${label}`, () => assert.equal(fieldOfLabel(label) ?? 'none', field));
  }
  it('makes no determination of a file by itself', () => {
    assert.equal(readLetter('# Contributing\n\n## Guidelines\n\nBe kind.\n\n### Reasoning\n\nIt helps.\n').isDetermination, false);
  });
});
