import assert from 'node:assert/strict';
import { linesLostIn } from '../../client/src/pasted-lines.ts';

const cases = [
  { name: 'are those of the clipboard when they were run together', words: 'Norco #60Walking cane', clipboard: 'Norco #60\r\nWalking cane\r\n', expected: ['Norco #60', 'Walking cane'] },
  { name: 'are found where blanks stand for the breaks', words: 'Norco #60 Walking cane', clipboard: 'Norco #60\n\nWalking cane', expected: ['Norco #60', 'Walking cane'] },
  { name: 'are none in what was typed', words: 'Norco', clipboard: 'Norco #60\nWalking cane', expected: [] },
  { name: 'are none when one line was pasted', words: 'Walking cane', clipboard: 'Walking cane\n', expected: [] },
];

describe('the lines of a pasted list', () => {
  for (const { name, words, clipboard, expected } of cases) it(name, () => assert.deepEqual(linesLostIn(words, clipboard), expected));
});
