import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/service/fix-all.ts';
import { formattingEdits, formattingInSlices } from '../../server/src/service/formatting.ts';
import { allAtOnce } from '../../server/src/markdown/sliced.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { letters } from '../fixtures/letters.ts';
import { letterOf } from './letter.ts';

function formatted(text: string): string {
  const letter = letterOf(text);
  return applyEdits(text, formattingEdits(letter).map(({ range, newText }) => ({
    span: { start: offsetAt(letter.lines, range.start), end: offsetAt(letter.lines, range.end) }, newText,
  })));
}

const head = '---\ncase-number: CM16-9000001\n---\n\n## IMR Issues, Decisions and Rationales\n\n';
const cane = `### Cane: Upheld

**Claims Administrator guideline:** Decision based on MTUS Knee Complaints 2004.

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.

**Decision rationale:** The gait is steady. A cane is not medically necessary.
`;

describe('formatting', () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'leaves a canonical draft as it is': [head + cane, head + cane],
    'gives headings their marks': [head.replace('## ', '# ') + cane.replace('### ', '## '), head + cane],
    'makes headings of underlined lines': [`${head.replace('## ', '').trimEnd()}\n====\n\nCane: Upheld\n---\n\n${cane.slice(cane.indexOf('**'))}`, head + cane],
    'makes headings of bold lines': [head + cane.replace('### Cane: Upheld', '**Cane: Upheld**'), head + cane],
    'puts the decision behind its colon': [head + cane.replace('Cane: Upheld', 'Cane :  **Upheld**'), head + cane],
    'brings a decision back to its title': [head + cane.replace('### Cane: Upheld', 'Cane:\nUpheld'), head + cane],
    'keeps the numbers of items': [head + cane.replace('### Cane', '##  1. Cane'), head + cane.replace('Cane', '1. Cane')],
    'makes labels bold': [head + cane.replace(/\*\*/g, ''), head + cane],
    'gives labels their usual capitals': [head + cane.replace('MAXIMUS guideline', 'Maximus Guideline').replace('Decision rationale', 'DECISION RATIONALE'), head + cane],
    'keeps the words of other labels': [head + cane.replace('MAXIMUS', 'Expert Reviewer'), head + cane.replace('MAXIMUS', 'Expert Reviewer')],
    'takes labels of one paragraph apart': [head + cane.replace(/\n\n\*\*/g, '\n**'), head + cane],
    'brings words back to their label': [head + cane.replace('rationale:** ', 'rationale:**\n\n'), head + cane],
    'leaves one blank line between blocks': [(head + cane).replace(/(?<!-)\n\n/g, '\n\n\n\n'), head + cane],
    'ends with one line end': [`${head}${cane.trimEnd()}   \n\n\n`, head + cane],
    'keeps the ends of lines that the file has': [(head + cane).replace(/\n\n\*\*/g, '\n**').replaceAll('\n', '\r\n'), (head + cane).replaceAll('\n', '\r\n')],
    'leaves a comment where it speaks of the next line': [
      `${head}<!-- imr-disable-next-line missing-guideline -- as agreed -->\n${cane}`, `${head}<!-- imr-disable-next-line missing-guideline -- as agreed -->\n${cane}`,
    ],
    'keeps lone carriage returns': [(head + cane).replace(/\n\n\*\*/g, '\n**').replaceAll('\n', '\r'), (head + cane).replaceAll('\n', '\r')],
    'leaves code, lists, quotations and hard breaks alone': [
      `${head}${cane}\n\`\`\`\nx\n\n\ny\n\`\`\`\n\n- a\n- b\n\n> q  \n> r\n`, `${head}${cane}\n\`\`\`\nx\n\n\ny\n\`\`\`\n\n- a\n- b\n\n> q  \n> r\n`,
    ],
    'leaves the front matter alone': [head.replace('case-number: CM16-9000001', 'decisiondate:   2017-01-01\n\ncase-number:    CM16-9000001') + cane.replace(/\*\*/g, ''),
      head.replace('case-number: CM16-9000001', 'decisiondate:   2017-01-01\n\ncase-number:    CM16-9000001') + cane],
  };
  for (const [name, [before, after]] of Object.entries(cases)) it(name, () => assert.equal(formatted(before), after));

  it('leaves published letters alone', () => {
    for (const { text, kind } of letters.filter((letter) => letter.kind === 'plaintext' || letter.name.includes('pasted'))) {
      assert.deepEqual(formattingEdits(letterOf(text, kind)), []);
    }
  });

  it('changes as little as it can', () => {
    const edits = formattingEdits(letterOf(head + cane.replace('### ', '## ').replace('**MAXIMUS guideline:**', 'MAXIMUS guideline:')));
    assert.deepEqual(edits.map(({ newText }) => newText), ['\n\n### ', '.\n\n**', ':** ']);
  });
});

describe('formatting any draft', () => {
  const draft = letters[0]?.text ?? '';
  /** What writers do to a draft's marks. */
  const damages: readonly ((text: string) => string)[] = [
    (text) => text.replace(/\n\n\*\*/, '\n**'), (text) => text.replace(/\*\*([^*]+)\*\*/, '$1'), (text) => text.replace(/\*\*([^*]+):\*\*/, '__$1__:'),
    (text) => text.replace(/\n### /, '\n## '), (text) => text.replace(/\n### (.*)\n/, '\n**$1**\n'), (text) => text.replace(/\n### (.*)\n/, '\n$1\n----\n'),
    (text) => text.replace(/\n## /, '\n# '), (text) => text.replace(/\n\n/, '\n\n\n'), (text) => text.replace(/: Upheld/, ':\nUpheld'),
    (text) => text.replace('MAXIMUS guideline', 'maximus GUIDELINE'), (text) => text.replace(/guideline:\*\* /, 'guideline:**\n'),
    (text) => text.replace(/\n/, '\r\n'), (text) => text.replace(/\n### /, '\n<!-- note -->\n### '), (text) => text.replace(/\. /, '. *'),
  ];
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

  it('keeps every word in its place, and changes nothing the second time', () => {
    const choices = fc.array(fc.tuple(fc.constantFrom(...damages), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 8 });
    fc.assert(fc.property(choices, fc.double({ min: 0.2, max: 1, noNaN: true }), (chosen, share) => {
      const damaged = chosen.reduce((text, [damage, where]) => {
        const at = Math.floor(where * text.length);
        return text.slice(0, at) + damage(text.slice(at));
      }, draft.slice(0, Math.ceil(share * draft.length)));
      const once = formatted(damaged);
      assert.deepEqual(words(once), words(damaged));
      assert.equal(formatted(once), once);
    }), { numRuns: 60 });
  });
});

describe('formatting a selection', () => {
  const crooked = cane.replace('### Cane', '##  Cane').replace('**Decision rationale:**', 'Decision rationale:');

  /** The letter after the lines from one that begins with these words to another were formatted. */
  function formattedLines(text: string, from: string, to: string): string {
    const letter = letterOf(text);
    const lines = text.split('\n');
    const range = { start: { line: lines.findIndex((line) => line.startsWith(from)), character: 0 }, end: { line: lines.findLastIndex((line) => line.startsWith(to)), character: 3 } };
    return applyEdits(text, allAtOnce(formattingInSlices(letter, range)).map(({ range: { start, end }, newText }) => ({
      span: { start: offsetAt(letter.lines, start), end: offsetAt(letter.lines, end) }, newText,
    })));
  }

  it('shapes what is selected, and nothing else', () => {
    const second = crooked.replace('Cane', 'Walker');
    assert.equal(formattedLines(`${head}${crooked}\n${second}`, '##  Walker', 'Decision rationale:'), `${head}${crooked}\n${cane.replace('Cane', 'Walker')}`);
  });

  it('shapes a single line of an item', () => {
    assert.equal(formattedLines(head + crooked, 'Decision rationale:', 'Decision rationale:'), head + crooked.replace('Decision rationale:', '**Decision rationale:**'));
  });

  it('comes to the same as all at once, when the rest is shaped afterwards', () => {
    const underlined = `${head}Cane: Upheld\n---\n\n${cane.slice(cane.indexOf('**'))}`;
    for (const [text, words] of [[head + crooked, '##  Cane'], [underlined, 'Cane: Upheld']] as const) {
      const part = formattedLines(text, words, words);
      assert.notEqual(part, text);
      assert.equal(formatted(part), formatted(text));
    }
  });
});
