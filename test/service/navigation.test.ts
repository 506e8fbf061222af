import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver-types';
import { definition } from '../../server/src/service/definition.ts';
import { highlights } from '../../server/src/service/document-highlight.ts';
import type { Letter } from '../../server/src/service/letter.ts';
import { references } from '../../server/src/service/references.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { draft, letterAt, uri } from './letter.ts';

function wordsAt({ lines }: Letter, { start, end }: Range): string {
  return lines.text.slice(offsetAt(lines, start), offsetAt(lines, end));
}

function expectDefinition(marked: string, expected: readonly string[] | null): void {
  const { letter, position } = letterAt(marked);
  const found = definition(letter, position);
  assert.deepEqual(found?.map(({ range }) => wordsAt(letter, range)) ?? null, expected);
  assert.ok((found ?? []).every((location) => location.uri === uri));
}

function expectReferences(marked: string, expected: readonly string[], includeDeclaration = false): void {
  const { letter, position } = letterAt(marked);
  assert.deepEqual(references(letter, position, { includeDeclaration }).map(({ range }) => wordsAt(letter, range)), expected);
}

function expectHighlights(marked: string, expected: readonly string[]): void {
  const { letter, position } = letterAt(marked);
  assert.deepEqual(highlights(letter, position).map(({ range }) => wordsAt(letter, range)), expected);
}

const kits = (third: string): string => draft(
  '### Neck exercise kit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** Therefore, the kit is not medically necessary.\n\n'
  + '### Knee exercise kit: Upheld\n\n**Decision rationale:** The MTUS Knee Complaints 2004 are silent. Therefore, the kit is not medically necessary.\n\n'
  + `### Installation of the kits: Upheld\n\n${third}\n`,
);
const numbered = '**Decision rationale:** As the requests in questions 1 and 2 are not medically necessary, the installation is not medically necessary.';

describe('definition', () => {
  const cases: Readonly<Record<string, readonly [string, readonly string[] | null]>> = {
    'a question’s number leads to that item': [kits(numbered.replace('and 2', 'and |2')), ['Knee exercise kit']],
    'the word before the number leads there, too': [kits(numbered.replace('questions', 'quest|ions')), ['Neck exercise kit']],
    'a number on a “Depends on” line leads to that item': [kits('**Depends on:** items 1 and |2\n'), ['Knee exercise kit']],
    'a number that only names an item leads to it': [kits('**Decision rationale:** The records are those of question |1. No need is shown.'), ['Neck exercise kit']],
    'prose leads nowhere': [kits(numbered.replace('installation is', 'install|ation is')), null],
  };
  for (const [name, [marked, expected]] of Object.entries(cases)) it(name, () => expectDefinition(marked, expected));

  it('of words for an operation leads to the operation', () => {
    expectDefinition(draft('### Right knee arthroscopy: Upheld\n\n**Decision rationale:** Not medically necessary.\n\n### Post-|operative cold therapy unit: Upheld\n\n**Decision rationale:** None.\n'), ['Right knee arthroscopy']);
  });
});

describe('references', () => {
  it('of a title are the places where other items name it', () => {
    expectReferences(kits(numbered).replace('Neck exercise', 'Neck |exercise'), ['questions 1']);
  });
  it('have the title itself first where it is asked for', () => {
    expectReferences(kits(numbered).replace('Neck exercise', 'Neck |exercise'), ['Neck exercise kit', 'questions 1'], true);
  });
  it('of a place that names an item are those of that item', () => {
    expectReferences(kits(numbered.replace('and 2', 'and |2')), ['2']);
  });
  it('of prose are none', () => {
    expectReferences(kits(numbered.replace('installation is', 'install|ation is')), []);
  });
});

describe('document highlight', () => {
  it('of a citation shows the same guideline elsewhere', () => {
    expectHighlights(kits(numbered).replace('MTUS Knee', 'MTUS |Knee'), ['MTUS Knee Complaints 2004', 'MTUS Knee Complaints 2004']);
  });
  it('of a decision shows the conclusion', () => {
    expectHighlights(kits(numbered).replace('kit: Upheld', 'kit: Up|held'), ['Upheld', 'not medically necessary']);
  });
  it('of a title shows what depends on it, and where that is said', () => {
    expectHighlights(kits(numbered).replace('Neck exercise', 'Neck |exercise'), ['Neck exercise kit', 'Installation of the kits', 'questions 1']);
  });
  it('of prose shows nothing', () => {
    expectHighlights(kits(numbered.replace('installation is', 'install|ation is')), []);
  });
});
