import assert from 'node:assert/strict';
import type { Insertion } from '../../protocol/insertion.ts';
import { guidelineCitations } from '../../server/src/service/guideline-citations.ts';
import { plainSnippet, withFewStops } from '../../server/src/service/plain-snippet.ts';
import { rationaleTemplates } from '../../server/src/service/rationale-templates.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { draft, letterAt } from './letter.ts';

/** The draft, from its first item on, after the first of the list was chosen. */
function chosen(list: typeof rationaleTemplates, marked: string): { first: Insertion; items: string } {
  const { letter, position, text } = letterAt(marked);
  const [first] = list(letter, position);
  assert.ok(first?.range);
  const { start, end } = first.range;
  const changed = text.slice(0, offsetAt(letter.lines, start)) + plainSnippet(first.snippet) + text.slice(offsetAt(letter.lines, end));
  return { first, items: changed.slice(changed.indexOf('###')) };
}

const knee = 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';

describe('the list of rationale templates', () => {
  it('fills an empty rationale from anywhere in the item', () => {
    const { first, items } = chosen(rationaleTemplates, draft('### MRI of the |right knee: Upheld\n\n**Decision rationale:**\n'));
    assert.equal(first.label, 'MRI of the knee');
    assert.match(items, /^### MRI of the right knee: Upheld\n\n\*\*Decision rationale:\*\* The MTUS [^\n]+ is not medically necessary\.\n$/);
  });
  it('can be read before one is taken, its blanks in sight, and says which were written for other situations', () => {
    const { letter, position } = letterAt(draft('### MRI of the |right knee: Upheld\n\n**Decision rationale:**\n'));
    const list = rationaleTemplates(letter, position);
    const text = list[0]?.text ?? '';
    assert.ok(text.startsWith('The MTUS ') && text.includes('[[') && text.endsWith(' is not medically necessary.'), text);
    const firstOther = list.findIndex(({ other }) => other);
    assert.ok(firstOther > 0 && list.slice(firstOther).every(({ other }) => other));
  });
  it('takes the place of a placeholder, whether the cursor stands behind it or elsewhere', () => {
    for (const marked of ['knee: Upheld\n\n**Decision rationale:** [[rationale]]|\n', '|knee: Upheld\n\n**Decision rationale:** [[rationale]]\n']) {
      assert.match(chosen(rationaleTemplates, draft(`### MRI of the right ${marked}`)).items, /Upheld\n\n\*\*Decision rationale:\*\* The MTUS [^\n]+ is not medically necessary\.\n$/);
    }
  });
  it('adds the label where the item lacks it', () => {
    assert.match(chosen(rationaleTemplates, draft('### MRI of the |right knee: Upheld\n')).items, /Upheld\n\n\*\*Decision rationale:\*\* The MTUS /);
  });
  it('goes in at the cursor where the rationale has words', () => {
    assert.match(chosen(rationaleTemplates, draft('### MRI of the right knee: Upheld\n\n**Decision rationale:** Before. |After.\n')).items, /Before\. The MTUS [^\n]+After\.\n/);
  });
  it('keeps the words of a rationale in which the cursor doesn’t stand', () => {
    assert.match(chosen(rationaleTemplates, draft('### MRI of the |right knee: Upheld\n\n**Decision rationale:** Before.\n')).items, /Before\.\n\nThe MTUS /);
  });
  it('is empty outside of the items', () => {
    const { letter, position } = letterAt(draft('').replace('IMR', 'I|MR'));
    assert.deepEqual(rationaleTemplates(letter, position), []);
  });
});

describe('the list of guideline citations', () => {
  it('fills the reviewer’s line from anywhere in the item', () => {
    const { items } = chosen(guidelineCitations, draft('### MRI of the |right knee: Upheld\n\n**MAXIMUS guideline:**\n\n**Decision rationale:** None.\n'));
    assert.equal(items.split('\n')[2], `**MAXIMUS guideline:** ${knee}`);
  });
  it('adds that line where the item lacks it', () => {
    const { items } = chosen(guidelineCitations, draft('### MRI of the |right knee: Upheld\n\n**Decision rationale:** None.\n'));
    assert.equal(items, `### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** ${knee}\n\n**Decision rationale:** None.\n`);
  });
  it('replaces the line in which the cursor stands', () => {
    const { items } = chosen(guidelineCitations, draft('### MRI of the right knee: Upheld\n\n**Claims Administrator guideline:** Nothing| much.\n'));
    assert.equal(items, `### MRI of the right knee: Upheld\n\n**Claims Administrator guideline:** ${knee}\n`);
  });
  it('replaces a placeholder and nothing around it, so that the tab stops there live on', () => {
    const { first, items } = chosen(guidelineCitations, draft('### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS [[guideline]]|.\n'));
    assert.equal(first.snippet, 'Knee Complaints 2004, Section(s): Special Studies');
    assert.equal(items, `### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** ${knee}\n`);
  });
  it('fills a reviewer’s line that holds a placeholder from anywhere in the item', () => {
    const { items } = chosen(guidelineCitations, draft('### MRI of the |right knee: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS [[guideline]].\n'));
    assert.equal(items, `### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** ${knee}\n`);
  });
  it('goes in at the cursor of a rationale whose line is filled', () => {
    const { items } = chosen(guidelineCitations, draft(`### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** ${knee}\n\n**Decision rationale:** The | asks for more.\n`));
    assert.match(items, /The MTUS Knee Complaints 2004, Section\(s\): Special Studies asks for more\./);
  });
});

describe('a snippet that goes in at a tab stop of another', () => {
  it('keeps eight tab stops and leaves what is more in sight', () => {
    const snippet = Array.from({ length: 10 }, (_, index) => `\${${index + 1}:[[${index + 1}]]}`).join(' ');
    assert.ok(withFewStops(`${snippet}$0`).endsWith('${8:[[8]]} [[9]] [[10]]$0'));
  });
});

describe('a snippet without tab stops', () => {
  const cases: Readonly<Record<string, readonly [string, string]>> = {
    'keeps its placeholders': ['On ${1:[[date]]}.$0', 'On [[date]].'],
    'takes the first of a choice': ['It ${2|is\\, or,is not|} so.', 'It is, or so.'],
    'has no escapes': ['5\\$ \\} \\\\ ${1:a\\}b}', '5$ } \\ a}b'],
  };
  for (const [name, [snippet, text]] of Object.entries(cases)) it(name, () => assert.equal(plainSnippet(snippet), text));
});
