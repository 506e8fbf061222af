import assert from 'node:assert/strict';
import { readLetter } from './read-letter.ts';

interface Item {
  readonly title: string;
  readonly says?: string;
  readonly on?: string;
}

/** "2→1 title": item 2 hangs on item 1, and how we know. */
function dependencies(items: readonly Item[]): string[] {
  const text = items.map(({ title, says, on }) =>
    `### ${title}: Upheld\n\n${on === undefined ? '' : `**Depends on:** ${on}\n\n`}**Decision rationale:** ${says ?? 'The records were read. It is not medically necessary.'}\n`).join('\n');
  return readLetter(text).dependencies.map(({ item, parent, reason }) => `${item}→${parent} ${reason}`);
}

const SURGERY: Item = { title: 'Left knee arthroscopy' };
const KIT: Item = { title: 'Lumbar home exercise kit' };

const CASES: readonly { readonly name: string; readonly items: readonly Item[]; readonly depend: readonly string[] }[] = [
  { name: 'nothing on nothing', items: [KIT, { title: 'Naproxen 500 mg #60' }], depend: [] },
  { name: 'what the draft states', items: [KIT, SURGERY, { title: 'Delivery', on: 'items 1 and 2' }], depend: ['3→1 stated', '3→2 stated'] },
  { name: 'a statement before all that the words suggest', items: [SURGERY, KIT, { title: 'Associated surgical service: Crutches', on: 'item 2' }], depend: ['3→2 stated'] },
  { name: 'a statement of nothing, which holds, too', items: [SURGERY, { title: 'Associated surgical service: Crutches', on: 'none' }], depend: [] },
  { name: 'not on itself', items: [KIT, { title: 'Delivery', on: 'items 1 and 2' }], depend: ['2→1 stated'] },
  { name: 'not beyond the letter', items: [KIT, { title: 'Delivery', on: 'item 9' }], depend: [] },
  { name: 'questions by number', items: [KIT, { title: 'Knee home exercise kit' }, { title: 'Training', says: 'Since the exercise kits were not certified, in questions 1 and 2, training is not certified.' }], depend: ['3→1 numbered', '3→2 numbered'] },
  { name: 'a range of questions', items: [KIT, SURGERY, KIT, { title: 'Delivery', says: 'As the requests in questions 1 to 3 are not certified, delivery is not certified.' }], depend: ['4→1 numbered', '4→2 numbered', '4→3 numbered'] },
  { name: 'an associated surgical service', items: [SURGERY, { title: 'Associated surgical service: Cold therapy unit' }], depend: ['2→1 title'] },
  { name: 'pre-operative clearance, which stands first', items: [{ title: 'Pre-operative clearance' }, SURGERY], depend: ['1→2 title'] },
  { name: 'an assistant surgeon', items: [SURGERY, { title: 'Assistant surgeon' }], depend: ['2→1 title'] },
  { name: 'therapy after an operation on the same part', items: [SURGERY, { title: 'Post-operative physical therapy for the left knee' }], depend: ['2→1 title'] },
  { name: 'not therapy after an operation on another part', items: [SURGERY, { title: 'Post-operative physical therapy for the right shoulder' }], depend: [] },
  { name: 'an operation by another word in the rationale', items: [SURGERY, { title: 'Cold therapy unit', says: 'As the requested surgery is not medically necessary, the unit is not medically necessary.' }], depend: ['2→1 rationale'] },
  { name: 'the installation of a thing', items: [{ title: 'Stair lift' }, { title: 'Installation of the stair lift' }], depend: ['2→1 title'] },
  { name: 'nothing by “again”', items: [KIT, { title: 'Knee home exercise kit', says: 'Again, the guideline deems exercise enough. The kit is not medically necessary.' }], depend: [] },
  { name: 'nothing by a quotation', items: [SURGERY, { title: 'Cold therapy unit', says: 'The guideline says “as the surgery is not medically necessary, no unit is”. The unit is not medically necessary.' }], depend: [] },
  { name: 'nothing by the numbers of a questionnaire', items: [KIT, { title: 'Counseling', says: 'As the pain is not supported by question 1 of the questionnaire, counseling is not medically necessary.' }], depend: [] },
];

describe('the dependencies of a letter', () => {
  for (const { name, items, depend } of CASES) it(`hold ${name}`, () => assert.deepEqual(dependencies(items), depend));
});
