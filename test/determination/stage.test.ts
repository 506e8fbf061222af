import assert from 'node:assert/strict';
import { stagesOf, type Stage } from '../../server/src/determination/reading/stage.ts';
import { draft, letterOf } from '../service/letter.ts';

const lines = '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:**';
const sound = `### Walking cane: Upheld\n\n${lines} The gait is steady. Therefore, a cane is not medically necessary.\n`;
const blank = `### Knee brace: [[Upheld or Overturned]]\n\n${lines} [[rationale]]\n`;

/** `item`: of the last item. */
const cases: readonly { readonly name: string; readonly text: string; readonly item: Stage; readonly letter?: Stage }[] = [
  { name: 'nothing but blanks', text: draft(blank), item: 'drafting', letter: 'drafting' },
  { name: 'a template with two blanks, though decision and verdict are there', text: draft(`### Knee brace: Upheld\n\n${lines} The knee is [[stable]] and [[dry]]. Therefore, a brace is not medically necessary.\n`), item: 'drafting' },
  { name: 'one blank and no decision', text: draft(`### Knee brace\n\n${lines} The knee is [[stable]]. A brace is not medically necessary.\n`), item: 'drafting' },
  { name: 'one blank and no verdict', text: draft(`### Knee brace: Upheld\n\n${lines} The knee is [[stable]].\n`), item: 'drafting' },
  { name: 'one blank, overlooked in a whole item', text: draft(`### Knee brace: Upheld\n\n${lines} The knee is [[stable]]. Therefore, a brace is not medically necessary.\n`), item: 'finishing', letter: 'finishing' },
  { name: 'no blank and no conclusion', text: draft(`### Knee brace: Upheld\n\n${lines} The knee is stable.\n`), item: 'finishing' },
  { name: 'no rationale, in a letter without blanks', text: draft(`${sound}\n### Knee brace: Upheld\n`), item: 'finishing', letter: 'finishing' },
  { name: 'no rationale yet, in a letter with blanks elsewhere', text: draft(`${blank}\n### Walking cane: Upheld\n\n${lines}\n`), item: 'drafting' },
  { name: 'no verdict yet, in a letter with blanks elsewhere', text: draft(`${blank}\n### Walking cane: Upheld\n\n${lines} The gait is steady.\n`), item: 'drafting' },
  { name: 'a whole item in a letter with blanks elsewhere', text: draft(`${blank}\n${sound}`), item: 'finishing', letter: 'drafting' },
  { name: 'a wrong word for the decision is no blank', text: draft(`### Knee brace: Denied\n\n${lines} The knee is stable. Therefore, a brace is not medically necessary.\n`), item: 'finishing' },
  { name: 'one blank in the head', text: `---\ncase-number: CM16-9000001\nspecialty: [[specialty]]\n---\n\n${sound}`, item: 'finishing', letter: 'finishing' },
  { name: 'a head of blanks over a whole item', text: `---\ncase-number: CM16-9000001\ndate-of-injury: [[YYYY-MM-DD]]\nspecialty: [[specialty]]\n---\n\n${sound}`, item: 'finishing', letter: 'drafting' },
  { name: 'a blank in the head and one in the summary', text: `---\ncase-number: CM16-9000001\nspecialty: [[specialty]]\n---\n\n## Clinical Case Summary\n\n[[age and diagnosis]]\n\n## IMR Issues, Decisions and Rationales\n\n${sound}`, item: 'finishing', letter: 'drafting' },
];

describe('how far an item is', () => {
  for (const { name, text, item, letter } of cases) {
    it(`${name}: ${item}`, () => {
      const stages = stagesOf(letterOf(text).determination);
      assert.equal(stages.items.at(-1), item);
      if (letter) assert.equal(stages.letter, letter);
    });
  }
});
