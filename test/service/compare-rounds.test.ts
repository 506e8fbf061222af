import assert from 'node:assert/strict';
import type { RoundComparison } from '../../protocol/rounds.ts';
import { compareRounds } from '../../server/src/service/compare-rounds.ts';
import { soundLetter } from '../lsp/letters.ts';
import { letterOf } from './letter.ts';

const compared = (after: string, before = soundLetter): RoundComparison => compareRounds(letterOf(before), letterOf(after));
const said = ({ items, letter }: RoundComparison) => [...items.flatMap(({ number, changes }) => changes.map((change) => [number, change] as const)), ...letter.map((change) => [null, change] as const)]
  .map(([number, { kind, where, before, after }]) => [number, kind, where, before, after]);

describe('two rounds of a letter', () => {
  it('say nothing where nothing has changed, but for lines and marks', () => {
    const { items, letter } = compared(soundLetter.replace('normal reflexes', '**normal**\nreflexes').replace('An expert', '\nAn expert'));
    assert.deepEqual([items.map(({ status }) => status), letter], [['same', 'same'], []]);
  });

  it('tell another verdict first, then what it rests on, how much, and the words', () => {
    const after = soundLetter.replace('lumbar spine: Upheld', 'lumbar spine: Overturned').replace('is not medically necessary', 'is medically necessary')
      .replace('**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004', '**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009')
      .replace('no red flags', 'red flags for 6 weeks');
    assert.deepEqual(said(compared(after)).map(([number, kind, where, , now]) => [number, kind, where, now]), [
      [1, 'verdict', 'decision', 'Overturned'], [1, 'verdict', 'conclusion', 'medically necessary'],
      [1, 'citation', 'reviewer\'s guideline', 'MTUS Chronic Pain Medical Treatment 2009'],
      [1, 'quantity', 'rationale', '6 weeks'],
      [1, 'words', 'rationale', 'The records of this worker show normal reflexes, strength and sensation, and red flags for 6 weeks.'],
      [1, 'words', 'rationale', 'Therefore, the request is medically necessary.'],
    ]);
  });

  it('tell a quantity by what is gone and what is new alone', () => {
    const after = soundLetter.replace('Physical therapy, six visits', 'Physical therapy, ten visits');
    assert.deepEqual(said(compared(after)), [
      [2, 'quantity', 'title', 'six visits', 'ten visits'], [2, 'request', 'title', 'Physical therapy, six visits for the low back', 'Physical therapy, ten visits for the low back'],
    ]);
  });

  it('know an item that moved, one that is new and one that is gone', () => {
    const [head = '', first = '', second = ''] = soundLetter.split(/(?=^### )/m);
    assert.deepEqual(compared(`${head}${second}\n${first}`).items.map(({ number, before, status }) => [number, before, status]), [[1, 2, 'same'], [2, 1, 'same']]);
    assert.deepEqual(compared(`${head}${first}### Walking cane: Upheld\n\n${second}`).items.map(({ number, before, status }) => [number, before, status]), [[1, 1, 'same'], [2, null, 'added'], [3, 2, 'same']]);
    assert.deepEqual(compared(head + first).items.map(({ number, before, status }) => [number, before, status]), [[1, 1, 'same'], [null, 2, 'removed']]);
  });

  it('tell facts of the head and words outside of items', () => {
    const after = soundLetter.replace('decision-date: 2016-07-08', 'decision-date: 2016-07-11').replace('slipped on a wet floor', 'slipped on wet stairs');
    assert.deepEqual(said(compared(after)).map(([number, kind, where]) => [number, kind, where]), [[null, 'fact', 'decision-date'], [null, 'words', 'clinical case summary']]);
  });

  it('stand where they are now', () => {
    const { range } = compared(soundLetter.replace('no red flags', 'some red flags')).items[0]!.changes[0]!;
    assert.deepEqual(range, { start: { line: 27, character: 115 }, end: { line: 28, character: 77 } });
  });
});
