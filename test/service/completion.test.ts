import assert from 'node:assert/strict';
import { InsertTextFormat, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import { complete } from '../../server/src/service/completion.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import type { TextKind } from '../../server/src/determination/reading/read.ts';
import { draft, letterAt } from './letter.ts';

interface Expected {
  /** A character was typed; else the reviewer asks for the list. */
  readonly typing?: boolean;
  readonly plain?: boolean;
  readonly kind?: TextKind;
  /** The first labels, in order. */
  readonly labels?: readonly string[];
  /** Nothing is offered. */
  readonly none?: true;
  /** The line with the cursor after the first one, or the one of that label, is chosen. */
  readonly line?: string;
  readonly choose?: string;
  readonly lacks?: readonly string[];
}

function expectCompletion(marked: string, expected: Expected): void {
  const { list, accept } = completionAt(marked, expected);
  const labels = list.items.map(({ label }) => label);
  if (expected.none) assert.deepEqual(labels, []);
  if (expected.labels) assert.deepEqual(labels.slice(0, expected.labels.length), expected.labels);
  for (const label of expected.lacks ?? []) assert.ok(!labels.includes(label), `offers ${label}`);
  if (expected.line !== undefined) {
    const chosen = list.items.find(({ label }) => label === (expected.choose ?? labels[0]));
    assert.ok(chosen, `does not offer ${expected.choose}, but ${labels.join(' | ')}`);
    assert.equal(accept(chosen), expected.line);
  }
}

function completionAt(marked: string, { typing = false, plain = false, kind }: Expected): { list: CompletionList; accept: (item: CompletionItem) => string } {
  const { letter, position, text } = letterAt(marked, kind);
  const list = complete(letter, position, { snippets: !plain, typing });
  const accept = ({ textEdit, additionalTextEdits = [] }: CompletionItem): string => {
    assert.ok(textEdit && 'range' in textEdit);
    const { start, end } = textEdit.range;
    assert.equal(start.line, end.line, 'an edit of a completion stays on one line');
    assert.ok(start.line === position.line && start.character <= position.character && position.character <= end.character, 'the edit holds the cursor');
    const edits = [textEdit, ...additionalTextEdits].map(({ range, newText }) => ({ from: offsetAt(letter.lines, range.start), to: offsetAt(letter.lines, range.end), newText }));
    const changed = edits.sort((one, other) => other.from - one.from).reduce((all, { from, to, newText }) => all.slice(0, from) + newText + all.slice(to), text);
    return changed.split('\n')[position.line] ?? '';
  };
  return { list, accept };
}

const heading = '### MRI of the right knee: Upheld\n\n';
const knee = 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';
const reviewer = (words: string): string => draft(`${heading}**Claims Administrator guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**MAXIMUS guideline:**${words}\n\n**Decision rationale:** The records show a locked knee.\n`);
const rationale = (words: string, title = 'MRI of the right knee: Upheld'): string => draft(`### ${title}\n\n**MAXIMUS guideline:** ${knee}\n\n**Decision rationale:**${words}\n`);
const field = (words: string): string => `**MAXIMUS guideline:**${words}`;

const cases: Readonly<Record<string, Readonly<Record<string, readonly [string, Expected]>>>> = {
  'a guideline line': {
    'that is empty offers what fits the item': [reviewer(' |'), { typing: true, labels: ['Knee Complaints 2004'], line: field(` ${knee}`) }],
    'that holds a placeholder has it replaced': [reviewer(' Decision based on MTUS [[guideline]]|.'), { labels: ['Knee Complaints 2004'], line: field(` ${knee}`) }],
    'that holds a placeholder is replaced as a whole where another line is chosen': [
      reviewer(' Decision based on MTUS [[guideline]]|.'), { choose: 'No guideline cited', line: field(' The Expert Reviewer did not cite any medical evidence for its decision.') },
    ],
    'whose colon was just typed gets its space': [reviewer('|'), { typing: true, labels: ['Knee Complaints 2004'], line: field(` ${knee}`) }],
    'whose label lacks its closing stars gets them': [reviewer('|').replace('guideline:**|', 'guideline:|'), { typing: true, line: field(` ${knee}`) }],
    'in which the title is begun is replaced whole': [reviewer(' Kn|'), { labels: ['Knee Complaints 2004'], line: field(` ${knee}`) }],
    'in which “Decision based on” is begun is replaced whole': [reviewer(' Decision based |'), { typing: true, labels: ['Knee Complaints 2004'], line: field(` ${knee}`) }],
    'in which “MTUS” is begun is replaced whole': [reviewer(' MTUS |'), { typing: true, labels: ['Knee Complaints 2004'], line: field(` ${knee}`) }],
    'that is full is replaced whole when another is asked for': [reviewer(' De|cision based on MTUS Low Back Complaints 2004.'), { line: field(` ${knee}`) }],
    'offers other chapters that were in force, too': [reviewer(' MTUS Low Back |'), { typing: true, labels: ['Low Back Complaints 2004'], line: field(' Decision based on MTUS Low Back Complaints 2004.') }],
    'offers no edition that was not in force': [reviewer(' |'), { lacks: ['Chronic Pain Medical Treatment 2009', 'Knee Disorders 2019'] }],
    'of the claims administrator speaks of the claims administrator': [
      draft(`${heading}**Claims Administrator guideline:** |\n\n**Decision rationale:** None yet.\n`),
      { choose: 'No guideline cited', line: '**Claims Administrator guideline:** The Claims Administrator did not cite any medical evidence for its decision.' },
    ],
    'goes on in the wording of 2013 where the other lines have it': [
      draft(`${heading}**Claims Administrator guideline:** Decision based on MTUS ACOEM Chapter 13 Knee Complaints Page(s): 341-343.\n\n**MAXIMUS guideline:** |\n`),
      { choose: 'Low Back Complaints 2004', line: '**MAXIMUS guideline:** Decision based on MTUS ACOEM Chapter 12 Low Back Complaints.' },
    ],
    'offers a further guideline behind “and”': [
      reviewer(' Decision based on MTUS Knee Complaints 2004, and |'),
      { typing: true, choose: 'Low Back Complaints 2004', line: field(' Decision based on MTUS Knee Complaints 2004, and Low Back Complaints 2004.') },
    ],
    'takes no “and” within a title for the end of one': [reviewer(' Decision based on MTUS Neck and |'), { labels: ['Neck and Upper Back Complaints 2004'] }],
    'offers ODG behind “Non-MTUS Citation”': [
      reviewer(' Decision based on Non-MTUS Citation |'),
      { typing: true, choose: 'ODG Shoulder', line: field(' Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Shoulder.') },
    ],
    'offers nothing while a study is typed': [reviewer(' Smith et al, |'), { typing: true, none: true }],
  },
  'behind a guideline': {
    'a comma offers sections and pages': [reviewer(' Decision based on MTUS Knee Complaints 2004,|'), {
      typing: true, labels: ['Section(s):', 'Page(s):'], line: field(' Decision based on MTUS Knee Complaints 2004, Section(s): '),
    }],
    '“Section(s):” offers its sections, the fitting one first': [reviewer(' Decision based on MTUS Knee Complaints 2004, Section(s): |'), {
      typing: true, labels: ['Special Studies'], line: field(' Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies'), lacks: ['Functional restoration programs'],
    }],
    'sections that speak of the drug’s class come before the others': [
      reviewer(' Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): |').replace('MRI of the right knee', 'Norco 10/325 mg'),
      { labels: ['Medications for chronic pain', 'Opioid-induced constipation treatment'] },
    ],
    'a section that is begun is replaced': [reviewer(' Decision based on MTUS Knee Complaints 2004, Section(s): Surg|.'), {
      choose: 'Surgical Considerations', line: field(' Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.'),
    }],
    'a further section leaves out those that are named': [reviewer(' Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, |'), {
      typing: true, lacks: ['Special Studies'], choose: 'Surgical Considerations',
      line: field(' Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, Surgical Considerations'),
    }],
    '“Page(s):” offers its pages': [reviewer(' Decision based on MTUS Chronic Pain Medical Treatment 2016 Page(s): |'), { typing: true }],
    '“and” behind a section offers a further guideline': [reviewer(' Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, and |'), {
      typing: true, choose: 'Low Back Complaints 2004',
      line: field(' Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, and Low Back Complaints 2004.'),
    }],
  },
  'a rationale': {
    'that is empty offers the situation of the item first': [rationale(' |'), { typing: true, labels: ['MRI of the knee'] }],
    'that is begun with a drug’s name offers its situation': [rationale(' gabapentin |'), { typing: true, labels: ['Antiepilepsy drug for pain'] }],
    'of a dependant offers the dependant’s first': [
      draft(`### Right knee arthroscopy: Upheld\n\n**Decision rationale:** Therefore, the request is not medically necessary.\n\n### Associated surgical service: Cold therapy unit: Upheld\n\n**Decision rationale:** |\n`),
      { typing: true, labels: ['Dependent item, parent not supported'] },
    ],
    'is found by the beginning of a situation’s name': [rationale(' physical th|'), { typing: true, choose: 'Physical or occupational therapy, chronic phase' }],
    'that is being written offers nothing': [rationale(' The records |'), { typing: true, none: true }],
    'that is written offers nothing': [rationale(' The records show a locked knee, |'), { typing: true, none: true }],
    'offers nothing even when asked in the middle of prose': [rationale(' The records show a locked knee. The worker| limps.'), { none: true }],
    'offers nothing in its second paragraph': [rationale(' The knee locks.\n\nTherefore, |'), { typing: true, none: true }],
  },
  'a heading': {
    'offers the decisions behind its colon': [draft('### Walking cane: |\n\n**Decision rationale:** None.\n'), { typing: true, labels: ['Upheld', 'Overturned'], line: '### Walking cane: Upheld' }],
    'gets the space that the colon lacks': [draft('### Walking cane:|\n'), { typing: true, line: '### Walking cane: Upheld' }],
    'offers first what the rationale concludes': [
      draft('### Walking cane: |\n\n**Decision rationale:** Therefore, the request for a walking cane is medically necessary.\n'), { typing: true, labels: ['Overturned', 'Upheld'] },
    ],
    'completes a decision that is begun': [draft('### Walking cane: Ov|\n\n**Decision rationale:** None.\n'), { choose: 'Overturned', line: '### Walking cane: Overturned' }],
    'has its placeholder replaced': [draft('### Walking cane: [[Up|held or Overturned]]\n'), { line: '### Walking cane: Upheld' }],
    'offers no decision behind a colon of its title': [draft('### Associated surgical service: |\n\n**Decision rationale:** None.\n'), { typing: true, none: true }],
    'offers nothing within its title': [draft('### Walking |cane: Upheld\n'), { typing: true, none: true }],
  },
  'the start of a line': {
    'within an item offers the labels that are missing first': [
      draft(`${heading}**MAXIMUS guideline:** ${knee}\n\n|\n`), { labels: ['Claims Administrator guideline:', 'Decision rationale:', 'MAXIMUS guideline:'], line: '**Claims Administrator guideline:** ' },
    ],
    'completes a label that is begun': [draft(`${heading}Decision |\n`), { typing: true, labels: ['Decision rationale:'], line: '**Decision rationale:** ' }],
    'completes a label behind its stars': [draft(`${heading}**|\n`), { typing: true, labels: ['Claims Administrator guideline:'], line: '**Claims Administrator guideline:** ' }],
    'names the reviewer’s line as the letter’s other items do': [
      draft(`### Cane: Upheld\n\n**Expert Reviewer guideline:** ${knee}\n\n### Crutches: Upheld\n\nExp|\n`), { labels: ['Expert Reviewer guideline:'] },
    ],
    'offers a whole item behind the marks of a heading': [draft('### |\n'), { typing: true, plain: true, labels: ['Disputed item'], line: '### [[Requested treatment, with quantity and side]]: [[Upheld or Overturned]]' }],
    'offers first the items that the list has and the letter lacks': [
      draft('### Walking cane: Upheld\n\n|\n').replace('---\n\n', 'disputed-items:\n  - Walking cane\n  - Knee brace\n---\n\n'), { plain: true, choose: 'Item: Knee brace', line: '### Knee brace: [[Upheld or Overturned]]' },
    ],
    'offers nothing while prose is typed': [draft(`${heading}The records |\n`), { typing: true, none: true }],
    'opens no list by itself': [draft(`${heading}|\n`), { typing: true, none: true }],
  },
  'the front matter': {
    'offers the keys that it lacks': ['---\ncase-number: CM16-1\n|\n---\n', { labels: ['date-of-injury', 'ur-denial-date'], lacks: ['case-number'], plain: true, line: 'date-of-injury: [[YYYY-MM-DD]]' }],
    'completes a key that is begun': ['---\ncase-number: CM16-1\nur-|\n---\n', { typing: true, labels: ['ur-denial-date'] }],
    'offers the two priorities': ['---\ncase-number: CM16-1\npriority: |\n---\n', { typing: true, labels: ['standard', 'expedited'], line: 'priority: standard' }],
    'offers nothing behind other keys': ['---\ncase-number: |\n---\n', { typing: true, none: true }],
  },
  'plain prose': {
    'of the summary offers nothing': [draft('').replace('## IMR', '## Clinical Case Summary\n\nA worker of 40 years, |who fell.\n\n## IMR'), { typing: true, none: true }],
    'offers nothing behind a colon': [rationale(' The worker has three findings: |'), { typing: true, none: true }],
    'offers nothing behind a bracket': [rationale(' The worker (|'), { typing: true, none: true }],
  },
};

for (const [place, table] of Object.entries(cases)) {
  describe(`completion: ${place}`, () => {
    for (const [name, [marked, expected]] of Object.entries(table)) it(name, () => expectCompletion(marked, expected));
  });
}

describe('completion', () => {
  it('keeps its order by sortText, and chooses the first beforehand', () => {
    const { list } = completionAt(reviewer(' |'), {});
    const sorted = [...list.items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    assert.deepEqual(sorted, list.items);
    assert.deepEqual(list.items.filter(({ preselect }) => preselect), list.items.slice(0, 1));
  });

  for (const typed of ['Decision', 'MTUS', 'Knee', 'decision based on mtus kn', 'ACOEM Chapter 13', 'chapter 13']) {
    it(`is kept by editors that look for “${typed}” at the start of the words`, () => {
      const { list } = completionAt(reviewer(` ${typed}|`), {});
      assert.ok(list.items[0]?.filterText?.toLowerCase().startsWith(typed.toLowerCase()), list.items[0]?.filterText);
    });
  }

  it('leaves placeholders in sight for editors that know no tab stops', () => {
    const { list } = completionAt(rationale(' |'), { plain: true });
    const [first] = list.items;
    assert.equal(first?.insertTextFormat, InsertTextFormat.PlainText);
    assert.match(first.textEdit?.newText ?? '', /\[\[/);
    assert.doesNotMatch(first.textEdit?.newText ?? '', /\$/);
  });

  it('has tab stops for editors that know them', () => {
    const { list } = completionAt(rationale(' |'), {});
    assert.equal(list.items[0]?.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(list.items[0].textEdit?.newText ?? '', /\$\{1:/);
  });
});
