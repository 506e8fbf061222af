import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../server/src/service/selection-ranges.ts';
import { draft, letterAt } from './letter.ts';
import { wordsIn } from './marked-letter.ts';

/** What is selected step by step, without the last steps: section and letter. */
function steps(marked: string): string[] {
  const { letter, position, text } = letterAt(marked);
  const words: string[] = [];
  for (let range: SelectionRange | undefined = selectionRanges(letter, [position])[0]; range; range = range.parent) words.push(wordsIn(letter, range.range));
  assert.equal(words.pop(), text);
  if (words.at(-1)?.startsWith('IMR Issues')) words.pop();
  return words;
}

const cane = '### Cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The gait is steady. A cane is not medically necessary.';

describe('selection ranges', () => {
  const cases: Readonly<Record<string, readonly [marked: string, steps: readonly string[]]>> = {
    'grow from a word to its sentence, field and item': [
      draft(cane.replace('ste', 'st|e')),
      ['steady', 'The gait is steady.', 'The gait is steady. A cane is not medically necessary.', '**Decision rationale:** The gait is steady. A cane is not medically necessary.', cane],
    ],
    'grow from a title to its heading': [draft(cane.replace('Cane', 'Ca|ne')), ['Cane', '### Cane: Upheld', cane]],
    'grow from the summary’s sentence to its section': [
      '## Clinical Case Summary\n\nA fall is recorded. The knee hu|rts.\n\n## IMR Issues, Decisions and Rationales\n\n### Cane: Upheld\n',
      ['hurts', 'The knee hurts.', 'Clinical Case Summary\n\nA fall is recorded. The knee hurts.'],
    ],
  };
  for (const [name, [marked, expected]] of Object.entries(cases)) it(name, () => assert.deepEqual(steps(marked), expected));
});
