import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../server/src/service/hover.ts';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { draft, letterAt } from './letter.ts';

/** `over`: the words that the hover stands over; `says`: what is found in it. */
function expectHover(marked: string, expected: { over: string; says: readonly RegExp[] } | null, markdown = true): void {
  const { letter, position, text } = letterAt(marked);
  const found = hover(letter, position, { markdown });
  if (!expected) return assert.equal(found, null);
  assert.ok(found?.range && MarkupContent.is(found.contents));
  assert.equal(text.slice(offsetAt(letter.lines, found.range.start), offsetAt(letter.lines, found.range.end)), expected.over);
  for (const words of expected.says) assert.match(found.contents.value, words);
}

const item = (line: string, rationale = 'Therefore, the request for a knee MRI is not medically necessary.'): string =>
  draft(`### MRI of the right knee: Upheld\n\n**MAXIMUS guideline:** ${line}\n\n**Decision rationale:** ${rationale}\n`);
const family = (rationale: string): string => draft(
  '### Right knee arthroscopy: Upheld\n\n**Decision rationale:** Therefore, the arthroscopy is not medically necessary.\n\n'
  + `### Associated surgical service: Cold therapy unit: Upheld\n\n**Decision rationale:** ${rationale}\n`,
);

const cases: Readonly<Record<string, readonly [string, { over: string; says: readonly RegExp[] } | null]>> = {
  'a citation that fits says the guideline, its section, and that it was in force, in few lines': [
    item('Decision based on MTUS Knee Com|plaints 2004, Section(s): Special Studies.'),
    { over: 'MTUS Knee Complaints 2004, Section(s): Special Studies', says: [/Knee Complaints 2004/, /Section “Special Studies”/, /In force on 11\/18\/2016, the day of the UR denial\.$/] },
  ],
  'a citation of an edition that was no longer in force says what was': [
    item('Decision based on MTUS Chronic Pain Medical Treatment |2009.'),
    { over: 'MTUS Chronic Pain Medical Treatment 2009', says: [/no longer in force at the UR denial of 11\/18\/2016/, /Chronic Pain Medical Treatment 2016/] },
  ],
  'what is in force is so as far as is known, with the proposals for its section': [
    item('Decision based on MTUS Chronic |Pain 2017.'), { over: 'MTUS Chronic Pain 2017', says: [/In force from 12\/01\/2017 \(not certain\); known until 11\/10\/2023; proposals of 2025 and 2026 open\./] },
  ],
  'a letter behind what the catalogue knows is not said to fit': [
    item('Decision based on MTUS Knee Dis|orders 2020.').replace('2016-11-18', '2025-11-18'),
    { over: 'MTUS Knee Disorders 2020', says: [/In force from 09\/21\/2020; known until 11\/10\/2023\./, /As far as is known it fits this letter, .*11\/18\/2025: look up/] },
  ],
  'a newer ACOEM is right as a source outside of the MTUS, whichever edition was adopted': [
    item('Decision based on Non-MTUS Citation ACOEM Knee Dis|orders, 2025.'),
    { over: 'ACOEM Knee Disorders, 2025', says: [/ACOEM, outside of the MTUS/, /adopted or not \(8 CCR 9792\.21\.1\\?\(a\\?\)/] },
  ],
  'a guideline that nobody knows is said to be unknown': [
    item('Decision based on MTUS Low Back Complaints 20|33.'), { over: 'MTUS Low Back Complaints 2033', says: [/Not in the catalogue/, /2004/] },
  ],
  'a line that cites nothing says so': [
    item('The Expert Reviewer did not cite |any medical evidence for its decision.'),
    { over: 'The Expert Reviewer did not cite any medical evidence for its decision', says: [/no guideline was cited/] },
  ],
  'a decision says what it means, and what the rationale concludes': [
    item('').replace('Upheld', 'Up|held'), { over: 'Upheld', says: [/The denial stands/, /concludes: not medically necessary/] },
  ],
  'a decision without a rationale says that there is none': [
    item('', '').replace('Upheld', 'Up|held'), { over: 'Upheld', says: [/no rationale yet/] },
  ],
  'a word that is no decision is said to be none': [
    item('').replace('Upheld', 'Den|ied'), { over: 'Denied', says: [/no decision of a determination/] },
  ],
  'a number says which item is meant and why it matters': [
    family('As the request in question |1 is not medically necessary, neither is this one.'),
    { over: 'question 1', says: [/Item 1, “Right knee arthroscopy” \(Upheld\)/, /by its number/] },
  ],
  'a title says what depends on it': [
    family('No reason is given.').replace('Right knee', 'Right |knee'), { over: 'Right knee arthroscopy', says: [/Item 2, .* depends on it/] },
  ],
  'a title says what it depends on': [
    family('No reason is given.').replace('Cold therapy', 'Cold |therapy'),
    { over: 'Associated surgical service: Cold therapy unit', says: [/Depends on Item 1/, /goes with it/] },
  ],
  'a placeholder says what has to happen to it': [
    item('', 'On [[da|te]] the gait was steady.'), { over: '[[date]]', says: [/Write date, or take it out/] },
  ],
  'plain prose has none': [item('', 'The gait |was steady.'), null],
};

describe('hover', () => {
  for (const [name, [marked, expected]] of Object.entries(cases)) it(`over ${name}`, () => expectHover(marked, expected));

  it('has no marks of Markdown for editors that show plain text', () => {
    expectHover(item('Decision based on MTUS Knee Com|plaints 2004.'), { over: 'MTUS Knee Complaints 2004', says: [/^Knee Complaints 2004\n/] }, false);
  });

  it('shows the letter’s words as they are', () => {
    expectHover(family('No reason is given.').replace('Right knee', 'Right *knee*').replace('Cold |', 'Cold ').replace('Cold', 'C|old'), {
      over: 'Associated surgical service: Cold therapy unit', says: [/Right knee arthroscopy/],
    });
  });
});
