import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wordsDenied } from '../../server/src/determination/words/denied-words.ts';
import { readSentence } from '../../server/src/language/sentence.ts';

/** What is denied: a thing by its id, a word by its stem; alternatives behind a bar. */
const DENIED: readonly (readonly [sentence: string, denied: string])[] = [
  ['At no time was the left shoulder manipulated under anesthesia.', 'manipul @anesthesia'],
  ['Nobody has yet thought of a bone scan.', '@bone-scan'],
  ['The file is innocent of any pain diary.', 'pain diar'],
  ['A bone scan was omitted from the work-up.', '@bone-scan'],
  ['Discography is the one test that nobody thought of in this case.', '@discography'],
  ['The prescriber has gone without a single look into CURES.', '@cures'],
  ['The stump is as yet unrevised.', 'stump revis'],
  ['Neither acupuncture nor an injection was ever given.', '@acupuncture | @injection'],
  ['One looks in vain for a pain diary.', 'pain diar'],
  ['No injection has been given since the operation.', '@injection since'],
  ['Nobody has ever tested his urine, so the provider could not say it.', '@urine-drug-test'],
];
const LEFT: readonly string[] = [
  'No further injection has been given.', 'There is no need for a brace.', 'The MRI does not show a herniation.', 'No therapy notes were provided.',
  'There is no record that the exercises are performed.', 'He could not tolerate the brace.', 'Surgery was not overlooked, nor was therapy not tried.', 'No acupuncture.', 'When no injection was given, surgery is early.',
  'The guideline does not recommend acupuncture.', 'No brace of his own was supplied.', 'He has never had an injection that helped.',
];

describe('what a sentence denies in any words', () => {
  for (const [sentence, denied] of DENIED) it(sentence, () => assert.equal(deniedIn(sentence), denied));
  for (const sentence of LEFT) it(`leaves alone: ${sentence}`, () => assert.equal(deniedIn(sentence), ''));
});

function deniedIn(sentence: string): string {
  return wordsDenied(readSentence(sentence)).map(({ units, since }) => [...units.map(({ thing, stem }) => (thing ? `@${thing.id}` : stem)), ...(since === undefined ? [] : ['since'])].join(' ')).join(' | ');
}
