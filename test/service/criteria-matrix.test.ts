import assert from 'node:assert/strict';
import { criteriaMatrix } from '../../server/src/service/criteria-matrix.ts';
import { draft, letterOf } from './letter.ts';
import { wordsIn } from './marked-letter.ts';

/** The matrix of a letter's only item, a row a criterion: its status and the words, by where they stand. */
function matrixOf(title: string, rationale: string, summary = '') {
  const text = draft(`### ${title}: Upheld\n\n**Decision rationale:** ${rationale} Therefore, the request is not medically necessary.\n`);
  const letter = letterOf(summary === '' ? text : text.replace('## IMR Issues', `## Clinical Case Summary\n\n${summary}\n\n## IMR Issues`));
  const { situation, rows } = criteriaMatrix(letter, letter.determination.items[0]!);
  for (const { words } of rows) for (const { text: said, range } of words) assert.equal(wordsIn(letter, range), said, 'each sentence is found at its place');
  return { situation, rows: new Map(rows.map(({ criterion, status, words }) => [criterion, [status, ...words.map(({ of, text: said }) => `${of}: ${said}`)]])) };
}

const TITLE = 'MRI of the cervical spine';
const FLAG = 'whether a red flag is present';

describe('the criteria of an item', () => {
  it('are those of the situation that it is for certain', () => {
    const { situation, rows } = matrixOf(TITLE, 'The neck is stiff.');
    assert.equal(situation, 'MRI of the cervical spine');
    assert.ok(rows.has(FLAG) && rows.size > 2);
  });

  it('are none where nothing is certain', () => assert.deepEqual(matrixOf('Something new', 'The neck is stiff.'), { situation: null, rows: new Map() }));

  const cases: Readonly<Record<string, readonly [rationale: string, summary: string, expected: readonly string[]]>> = {
    'not met, where it is denied': ['There is no red flag on record.', '', ['not-met', 'case: There is no red flag on record.']],
    'met, where the patient is said to have it': ['A red flag is documented in this patient.', '', ['met', 'case: A red flag is documented in this patient.']],
    'for the reviewer to read, where a sentence turns': ['A red flag was looked for, but the history is short.', '', ['said', 'case: A red flag was looked for, but the history is short.']],
    'not stated, where only the guideline speaks of it': ['The MTUS recommends imaging for a red flag.', '', ['not-stated', 'rule: The MTUS recommends imaging for a red flag.']],
    'not stated, where only the summary tells it': ['The neck is stiff.', 'No red flag was seen.', ['not-stated', 'summary: No red flag was seen.']],
    'not stated at all': ['The neck is stiff.', '', ['not-stated']],
  };
  for (const [name, [rationale, summary, expected]] of Object.entries(cases)) {
    it(`are ${name}`, () => assert.deepEqual(matrixOf(TITLE, rationale, summary).rows.get(FLAG), expected));
  }

  it('are told by the title, too', () => {
    const { rows } = matrixOf('Cold therapy unit, 7 day rental', 'The knee is swollen.');
    assert.deepEqual([...rows.values()].find(([, words]) => words?.startsWith('title: ')), ['said', 'title: Cold therapy unit, 7 day rental']);
  });
});
