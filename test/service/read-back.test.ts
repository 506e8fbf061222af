import assert from 'node:assert/strict';
import { readBack } from '../../server/src/service/read-back.ts';
import { draft, letterOf } from './letter.ts';

const rationale = (conclusion: string): string => `\n\n**Decision rationale:** The joint is stable. ${conclusion}`;
const denied = (words: string): string => rationale(`Therefore, the request for ${words} is not medically necessary.`);

/** What is read back of one item; `listed`: what the head has for it. */
function read(item: string, listed?: string) {
  const text = draft(`### ${item}\n`);
  const [back] = readBack(letterOf(listed === undefined ? text : text.replace('---\n\n', `disputed-items:\n  - ${listed}\n---\n\n`)).determination);
  return [back?.verdict, back?.request, ...back?.differences ?? []];
}

describe('reading back', () => {
  const cases: Readonly<Record<string, readonly [item: string, expected: readonly string[]]>> = {
    'a denial': [`Knee brace: Upheld${denied('the knee brace')}`, ['Denied, as not medically necessary', 'Knee brace']],
    'an approval': [`Knee brace: Overturned${rationale('The brace is medically necessary.')}`, ['To be authorized, as medically necessary', 'Knee brace']],
    'a conclusion that says otherwise': [
      `Knee brace: Overturned${denied('a knee brace')}`, ['To be authorized, but the rationale concludes that it is not medically necessary', 'Knee brace'],
    ],
    'no conclusion': [`Knee brace: Upheld${rationale('It was worn.')}`, ['Denied, without a conclusion', 'Knee brace']],
    'no decision': ['Knee brace', ['Not decided', 'Knee brace']],
    'what remains in dispute': [
      `Acupuncture 12 visits was the original request. Acupuncture 6 visits was authorized by UR. The remaining IMR eligible portion of the original request, Acupuncture 6 visits is: Upheld${denied('acupuncture 6 visits')}`,
      ['Denied, as not medically necessary', 'Acupuncture 6 visits, which is what remains in dispute'],
    ],
    'another thing in the conclusion': [
      `MRI of the knee: Upheld${denied('MRI of the left shoulder')}`,
      ['Denied, as not medically necessary', 'MRI of the knee', 'The conclusion decides “MRI of the left shoulder”: the heading has no “shoulder”, “left”.'],
    ],
    'another quantity in the conclusion': [
      `Naproxen 500 mg #60: Upheld${denied('naproxen 500 mg #90')}`,
      ['Denied, as not medically necessary', 'Naproxen 500 mg #60', 'The conclusion decides “naproxen 500 mg #90”: the heading has no “#90”.'],
    ],
    'a paraphrase without a name': [`Knee brace: Upheld${rationale('Therefore, this request is not medically necessary.')}`, ['Denied, as not medically necessary', 'Knee brace']],
  };
  for (const [name, [item, expected]] of Object.entries(cases)) it(`tells ${name}`, () => assert.deepEqual(read(item), expected));

  it('holds the heading against the list, by sides and quantities', () => {
    const item = `Left knee brace, 2 units: Upheld${denied('the left knee brace, 2 units,')}`;
    assert.deepEqual(read(item, 'Left knee brace, 2 units').slice(2), []);
    assert.deepEqual(read(item, 'Knee brace, 3 units').slice(2), [
      'The list of disputed items has “3 units”, the heading has not.', 'The heading has “Left”, “2 units”, the list of disputed items has not.',
    ]);
  });
});
