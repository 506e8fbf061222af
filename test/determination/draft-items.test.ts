import assert from 'node:assert/strict';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { defaultLetterSettings } from '../../server/src/determination/settings.ts';
import { openSource } from '../../server/src/service/source.ts';
import { outline, readLetter, type Outline } from './read-letter.ts';

const CLAIMS = 'Decision based on MTUS Knee Complaints 2004.';
const REVIEWER = 'Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.';
const RATIONALE = 'The gait is steady. Therefore, the cane is not medically necessary.';
const CANE: Outline = { title: 'Walking cane', decision: 'Upheld', claims: CLAIMS, reviewer: REVIEWER, rationale: RATIONALE };
const FIELDS = `**Claims Administrator guideline:** ${CLAIMS}\n\n**MAXIMUS guideline:** ${REVIEWER}\n\n**Decision rationale:** ${RATIONALE}\n`;

interface Case {
  readonly name: string;
  readonly draft: string;
  readonly items: readonly Outline[];
}

const WHOLE: readonly Case[] = [
  ['a canonical item', `### Walking cane: Upheld\n\n${FIELDS}`],
  ['a heading of any level', `# Walking cane: Upheld\n\n${FIELDS}`],
  ['a heading closed with hashes', `### Walking cane: Upheld ###\n\n${FIELDS}`],
  ['a setext heading', `Walking cane: Upheld\n---\n\n${FIELDS}`],
  ['a setext heading of two lines', `Walking\ncane: Upheld\n====\n\n${FIELDS}`],
  ['a numbered title', `### 1. Walking cane: Upheld\n\n${FIELDS}`],
  ['a title numbered with a bracket', `### 2) Walking cane: Upheld\n\n${FIELDS}`],
  ['a title called item', `### Item 1: Walking cane: Upheld\n\n${FIELDS}`],
  ['a title in bold', `### **Walking cane**: Upheld\n\n${FIELDS}`],
  ['title and decision in bold', `### **Walking cane: Upheld**\n\n${FIELDS}`],
  ['a plain paragraph as the title', `Walking cane: Upheld\n\n${FIELDS}`],
  ['a bold paragraph as the title', `**Walking cane: Upheld**\n\n${FIELDS}`],
  ['a decision on the next line', `### Walking cane:\n\nUpheld\n\n${FIELDS}`],
  ['a decision in capitals with a full stop', `### Walking cane: UPHELD.\n\n${FIELDS}`],
  ['a dash before the decision', `### Walking cane – Upheld\n\n${FIELDS}`],
  ['labels without bold', `### Walking cane: Upheld\n\n${FIELDS.replaceAll('**', '')}`],
  ['labels with the colon behind the bold', `### Walking cane: Upheld\n\n${FIELDS.replaceAll(':** ', '**: ')}`],
  ['labels in capitals', `### Walking cane: Upheld\n\n${FIELDS.replace('Decision rationale', 'DECISION RATIONALE').replace('MAXIMUS guideline', 'MAXIMUS GUIDELINE')}`],
  ['misspelt labels', `### Walking cane: Upheld\n\n${FIELDS.replace('Decision rationale', 'Decison rationale').replace('Administrator', 'Administator').replace('MAXIMUS guideline', 'MAXIMUS guidline')}`],
  ['another organization’s label', `### Walking cane: Upheld\n\n${FIELDS.replace('MAXIMUS guideline', 'Expert Reviewer guideline')}`],
  ['fields in another order', `### Walking cane: Upheld\n\n**Decision rationale:** ${RATIONALE}\n\n**MAXIMUS guideline:** ${REVIEWER}\n\n**Claims Administrator guideline:** ${CLAIMS}\n`],
  ['fields without blank lines', `### Walking cane: Upheld\n${FIELDS.replaceAll('\n\n', '\n')}`],
  ['fields as a list', `### Walking cane: Upheld\n\n- **Claims Administrator guideline:** ${CLAIMS}\n- **MAXIMUS guideline:** ${REVIEWER}\n- **Decision rationale:** ${RATIONALE}\n`],
  ['labels alone on their lines', `### Walking cane: Upheld\n\n${FIELDS.replaceAll(':** ', ':**\n\n')}`],
  ['labels in bold by underscores', `### Walking cane: Upheld\n\n${FIELDS.replaceAll('**', '__')}`],
  ['a wrapped rationale', `### Walking cane: Upheld\n\n${FIELDS.replace('Therefore, the', 'Therefore,\n  the')}`],
  ['a rationale of two paragraphs', `### Walking cane: Upheld\n\n${FIELDS.replace('steady. ', 'steady.\n\n')}`],
  ['a rationale that lost its label', `### Walking cane: Upheld\n\n${FIELDS.replace('**Decision rationale:** ', '')}`],
  ['comments between and within', `### Walking cane: Upheld\n\n<!-- Upheld: see the note -->\n\n${FIELDS.replace('steady. ', 'steady. <!-- quite: Overturned --> ')}`],
  ['code between the fields', `### Walking cane: Upheld\n\n\`\`\`\n### Crutches: Overturned\n\`\`\`\n\n${FIELDS}`],
  ['a quotation behind the rationale', `### Walking cane: Upheld\n\n${FIELDS}\n> Crutches: Overturned\n`],
  ['an item set in as code, as pasted', `    Walking cane: Upheld\n\n${FIELDS}`],
  ['tabs and trailing spaces', `### Walking cane:\tUpheld  \n\n${FIELDS.replaceAll('\n\n', '  \n\n')}`],
].map(([name = '', draft = '']) => ({ name, draft, items: [CANE] }));

const DAMAGED: readonly Case[] = [
  { name: 'a heading that is half typed', draft: '### Walking ca\n\n### Crutches: Upheld\n', items: [{ title: 'Crutches', decision: 'Upheld' }] },
  { name: 'a half typed heading below the items’ own', draft: '## IMR Issues, Decisions and Rationales\n\n### Walking ca\n\n### Crutches: Upheld\n', items: [{ title: 'Walking ca' }, { title: 'Crutches', decision: 'Upheld' }] },
  { name: 'a decision that is half typed', draft: `### Walking cane: Uph\n\n${FIELDS}`, items: [{ ...CANE, decision: 'unknown: Uph' }] },
  { name: 'a decision outside the vocabulary', draft: `### Walking cane: Denied\n\n${FIELDS}`, items: [{ ...CANE, decision: 'unknown: Denied' }] },
  { name: 'a heading without a decision', draft: `### Walking cane\n\n${FIELDS}`, items: [{ title: 'Walking cane', claims: CLAIMS, reviewer: REVIEWER, rationale: RATIONALE }] },
  { name: 'an empty title', draft: `### : Upheld\n\n${FIELDS}`, items: [{ ...CANE, title: '' }] },
  { name: 'a label with nothing behind it', draft: '### Walking cane: Upheld\n\n**Decision rationale:**\n\n### Crutches: Upheld\n', items: [{ title: 'Walking cane', decision: 'Upheld', rationale: '' }, { title: 'Crutches', decision: 'Upheld' }] },
  { name: 'a title with colons', draft: '### Associated surgical service: Cane: wooden: Overturned\n', items: [{ title: 'Associated surgical service: Cane: wooden', decision: 'Overturned' }] },
  { name: 'a title with colons and no decision', draft: `### Associated surgical service: Cane\n\n${FIELDS}`, items: [{ title: 'Associated surgical service: Cane', claims: CLAIMS, reviewer: REVIEWER, rationale: RATIONALE }] },
  { name: 'a heading behind the items', draft: `## IMR Issues, Decisions and Rationales\n\n### Walking cane: Upheld\n\n${FIELDS}\n## Signature\n\nSigned.\n`, items: [CANE] },
  { name: 'two labels of a kind, the first empty', draft: `### Walking cane: Upheld\n\n**Decision rationale:**\n\n**Decision rationale:** ${RATIONALE}\n`, items: [{ title: 'Walking cane', decision: 'Upheld', rationale: RATIONALE }] },
  { name: 'nothing at all', draft: '', items: [] },
  { name: 'a front matter that is never closed', draft: '---\ncase-number: CM20-0000001\n', items: [] },
];

describe('the items of a draft', () => {
  for (const { name, draft, items } of WHOLE) it(`are whole in spite of ${name}`, () => assert.deepEqual(outline(readLetter(draft)), items));
  for (const { name, draft, items } of DAMAGED) it(`are read as far as they go: ${name}`, () => assert.deepEqual(outline(readLetter(draft)), items));

  it('state what they depend on', () => {
    const letter = readLetter('### Walking cane: Upheld\n\n**Depends on:** items 2 and 3\n\n**Decision rationale:** None.\n');
    assert.deepEqual(letter.items[0]?.reading.dependsOn?.numbers.map(({ value }) => value), [2, 3]);
    assert.equal(letter.items[0]?.reading.rationale?.prose.text, 'None.');
  });

  it('have the labels and decisions that the settings add', () => {
    const settings = { ...defaultLetterSettings, labels: { ...defaultLetterSettings.labels, rationale: ['Grund'] }, decisions: { Upheld: ['Bestätigt'], Overturned: [] } };
    const text = '### Walking cane: Bestätigt\n\n**Grund:** The gait is steady.\n';
    const letter = createLetterReader(settings)(openSource(text, 'markdown').blocks, 'markdown');
    assert.deepEqual(outline(letter), [{ title: 'Walking cane', decision: 'Upheld', rationale: 'The gait is steady.' }]);
  });

  it('tell a partly authorized request', () => {
    const title = 'Therapy x 12 was the original request. Therapy x 4 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Therapy x 8 is';
    assert.deepEqual(readLetter(`### ${title}: Upheld\n`).items[0]?.reading.partial, { original: 'Therapy x 12', authorized: 'Therapy x 4', remaining: 'Therapy x 8' });
  });

  it('tell a partly authorized request in its other wording', () => {
    const title = 'Therapy x 12 was the original request. The Claims Administrator authorized Therapy x 4, leaving the original request IMR eligible. The original request, Therapy x 12 is';
    assert.deepEqual(readLetter(`### ${title}: Upheld\n`).items[0]?.reading.partial, { original: 'Therapy x 12', authorized: 'Therapy x 4', remaining: null });
  });
});

describe('a Markdown file', () => {
  const LETTERS = ['---\ncase-number: CM20-0000001\n---\n', '## IMR Issues, Decisions and Rationales\n', '# How the IMR Final Determination Was Made\n', `### Walking cane: Upheld\n\n${FIELDS}`];
  const OTHERS = ['', '# Shopping list\n\n- Milk: two\n', '---\ntitle: Notes\n---\n\n# Notes: Approved\n', '## Decision rationale\n\nWe chose SQLite.\n', '```\n### Walking cane: Upheld\n**MAXIMUS guideline:** none\n```\n'];
  for (const text of LETTERS) it(`is a determination: ${JSON.stringify(text.slice(0, 50))}`, () => assert.ok(readLetter(text).isDetermination));
  for (const text of OTHERS) it(`is left alone: ${JSON.stringify(text.slice(0, 50))}`, () => assert.ok(!readLetter(text).isDetermination));
});
