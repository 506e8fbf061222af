import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-types';
import { codeLenses } from '../../server/src/service/code-lens.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { draft, letterOf, uri } from './letter.ts';

/** Each lens as “title of its item: its words”. */
function lensesOf(items: string): string[] {
  const letter = letterOf(draft(items));
  return codeLenses(letter, { commands: true }).map(({ range: { start, end }, command }) =>
    `${letter.lines.text.slice(offsetAt(letter.lines, start), offsetAt(letter.lines, end))}: ${command?.title}`);
}

/** The words of the places to which the first lens leads. */
function placesOf(items: string): string[] {
  const letter = letterOf(draft(items));
  const [lens] = codeLenses(letter, { commands: true });
  assert.equal(lens?.command?.command, 'imr.showPlaces');
  assert.deepEqual(lens.command.arguments?.slice(0, 2), [uri, lens.range.start]);
  return (lens.command.arguments[2] as Location[]).map(({ range: { start, end } }) =>
    letter.lines.text.slice(offsetAt(letter.lines, start), offsetAt(letter.lines, end)));
}

const surgery = '### Right knee arthroscopy: Upheld\n\n**Decision rationale:** The tear is healed. Not medically necessary.\n\n';
const brace = '### Knee brace: Upheld\n\n**Depends on:** item 1\n\n**Decision rationale:** None is needed.\n\n';
const walker = '### Walker: Upheld\n\n**Decision rationale:** As the surgery in question 1 is not medically necessary, the walker is not medically necessary.\n\n';
const partial = (remaining: number): string =>
  `### Norco #60 was the original request. Norco #25 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco #${remaining} is: Upheld\n\n**Decision rationale:** None.\n`;

describe('code lenses', () => {
  const cases: Readonly<Record<string, readonly [items: string, lenses: readonly string[]]>> = {
    'are none on items that stand alone': ['### Cane: Upheld\n\n**Decision rationale:** None.\n', []],
    'say what depends on an item, and on what it depends': [surgery + brace, ['Right knee arthroscopy: 1 item depends on this one', 'Knee brace: depends on item 1, Upheld']],
    'count the items that depend on one': [
      surgery + brace + walker,
      ['Right knee arthroscopy: 2 items depend on this one', 'Knee brace: depends on item 1, Upheld', 'Walker: depends on item 1, Upheld'],
    ],
    'name every parent': [
      `${surgery}### Left knee arthroscopy: Overturned\n\n**Decision rationale:** None.\n\n${brace.replace('item 1', 'items 1 and 2')}`,
      ['Right knee arthroscopy: 1 item depends on this one', 'Left knee arthroscopy: 1 item depends on this one', 'Knee brace: depends on item 1, Upheld; item 2, Overturned'],
    ],
    'say that a parent isn’t decided': [
      surgery.replace(': Upheld', '') + brace, ['Right knee arthroscopy: 1 item depends on this one', 'Knee brace: depends on item 1, not decided'],
    ],
    'take a placeholder for no decision': [
      surgery.replace(': Upheld', ': [[Upheld or Overturned]]') + brace, ['Right knee arthroscopy: 1 item depends on this one', 'Knee brace: depends on item 1, not decided'],
    ],
    'do the sum of a partly authorized request': [partial(35), [`${partial(35).slice(4).split(':')[0]}: 60 − 25 = 35 in dispute`]],
    'say where that sum is wrong': [partial(45), [`${partial(45).slice(4).split(':')[0]}: 60 − 25 = 35, the title says 45`]],
  };
  for (const [name, [items, lenses]] of Object.entries(cases)) it(name, () => assert.deepEqual(lensesOf(items), lenses));

  it('lead to where the dependants say so', () => assert.deepEqual(placesOf(surgery + brace + walker), ['item 1', 'question 1']));
  it('lead from a dependant to its parents', () => {
    const letter = letterOf(draft(surgery + brace));
    const places = codeLenses(letter, { commands: true })[1]?.command?.arguments?.[2] as Location[];
    assert.deepEqual(places.map(({ range }) => letter.lines.text.slice(offsetAt(letter.lines, range.start), offsetAt(letter.lines, range.end))), ['Right knee arthroscopy']);
  });
  it('are words alone where the client has no command for them', () => {
    assert.deepEqual(codeLenses(letterOf(draft(surgery + brace)), { commands: false }).map(({ command }) => command?.command), ['', '']);
  });
});
