import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importLetter } from '../../server/src/letter/import-letter.ts';
import { letters } from '../fixtures/letters.ts';

/** Pieces that published letters are made of, and that confuse whoever reads them. */
const line = fc.constantFrom(
  'Case Number: CM16-9100299', 'Date Assigned: 12/08/2016  Date of Injury: 04/19/2014', 'Decision Date: 1/9/2017 UR Denial Date: 11/03/2016', 'Priority: Standard  Application 11/21/2016',
  'Received:', 'HOW THE IMR FINAL DETERMINATION WAS MADE', 'CLINICAL CASE SUMMARY', 'Clinical Case Sumary', 'DOCUMENTS REVIEWED', 'IMR ISSUES, DECISIONS AND RATIONALES', 'IMR DECISION(S) AND RATIONALE(S)',
  'APPEAL RIGHTS AND DUTIES', 'State(s) of Licensure: California,Ohio', 'Certification(s)/Specialty: Family: Practice #1', 'Knee brace: Upheld', '2. Therapy, 12 visits:Overturned.', 'Upheld', 'X was the original request. Y was authorized by the Claims',
  'Administrator. The remaining IMR eligible portion of the original request, Z is', 'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.', 'MAXIMUS guideline:', 'Expert Reviewer guideline: none', 'Decision rationale: The knee is', 'Decision rationale: Again.',
  'Depends on: item 1', '1) Regarding the request for a knee brace:', 'The Expert Reviewer based his/her decision on', 'Rationale for the Decision:', 'stable. Therefore, the request is not medically necessary.', 'Sincerely,', 'cc: The Department', '<!-- imr-disable-file -->', '# Heading', '---', '```', '* * *', '[a]: b', '12 visits of [[level]] \\ __ <b>', '', '', '\f', '   ',
);
const text = fc.oneof(
  fc.tuple(fc.array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) }), { maxLength: 40 }), fc.constantFrom('\n', '\n\n', '\r\n', '\f')).map(([lines, end]) => lines.join(end)),
  fc.tuple(fc.constantFrom(...letters), fc.nat(3000), fc.nat(4000)).map(([letter, from, length]) => letter.text.slice(from, from + length)),
);

const PAGE_MARK = /^(?:Final Determination Letter for IMR Case Number.*|(?:Page )?\d{1,3}(?: of \d{1,3})?)$/i;

/** The words and how often each comes; a number without its leading zeros, since the draft writes dates in its own way. */
function countWords(letter: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of letter.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []) {
    const known = word.replace(/^0+(?=\d)/, '');
    counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  return counts;
}

function assertNoWordLost(letter: string): void {
  const own = letter.split(/[\n\r\f]/).filter((row) => !PAGE_MARK.test(row.trim())).join('\n');
  const kept = countWords(importLetter(letter));
  for (const [word, count] of countWords(own)) assert.ok((kept.get(word) ?? 0) >= count, `“${word}” is lost`);
}

describe('importing any text', () => {
  it('never throws and loses no word', () => {
    fc.assert(fc.property(text, assertNoWordLost), { numRuns: 200 });
  });

  for (const { name, text: letter } of letters) it(`loses no word of ${name}`, () => assertNoWordLost(letter));
});
