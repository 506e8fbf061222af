import assert from 'node:assert/strict';
import { offsetAt } from '../../server/src/markdown/line-index.ts';
import { span } from '../../server/src/markdown/span.ts';
import { pagesToConfirm, pageSentence, withConfirmedPage } from '../../server/src/service/confirm-page.ts';
import { readPack } from '../../server/src/settings/packs.ts';
import { draft, letterAt } from './letter.ts';

function offered(line: string) {
  const { letter, position } = letterAt(draft(`### Xanax 0.5 mg: Upheld\n\n**MAXIMUS guideline:** Decision based on ${line}\n\n**Decision rationale:** Therefore, it is not medically necessary.\n`));
  const at = offsetAt(letter.lines, position);
  return pagesToConfirm(letter, span(at, at));
}

const cases: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'a page that the catalogue recalls as well': ['MTUS Chronic Pain |Medical Treatment 2009, Section(s): Benzodiazepines Page(s): 24.', ['“Benzodiazepines” is on page 24']],
  'the page of a section that is cited without one': ['MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzo|diazepines.', ['“Benzodiazepines” is on page 24']],
  'another page than the one recalled': ['MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines Page(s): 2|6.', ['“Benzodiazepines” is on page 26, not page 24']],
  'the own page of each of several sections': [
    'MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines, Biofeed|back.', ['“Benzodiazepines” is on page 24', '“Biofeedback” is on pages 24-25'],
  ],
  'nothing for a page that is verified': ['MTUS Low Back Com|plaints 2004, Section(s): Initial Care Page(s): 298.', []],
  'nothing outside of a citation': ['MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines. Read |twice.', []],
  'nothing of ODG': ['Non-MTUS Citation Official Disability Guidelines (ODG), Pa|in, Benzodiazepines.', []],
};

describe('Confirm this page', () => {
  for (const [name, [line, sentences]] of Object.entries(cases)) {
    it(`offers ${name}`, () => assert.deepEqual(offered(line).map(pageSentence), sentences));
  }

  it('writes a pack that holds, and keeps what stands in it', () => {
    const [benzodiazepines, biofeedback] = offered('MTUS Chronic Pain Medical |Treatment 2009, Section(s): Benzodiazepines, Biofeedback.');
    const one = withConfirmedPage('', benzodiazepines!, '2026-11-29')!;
    const both = withConfirmedPage(one, biofeedback!, '2026-11-30')!;
    const again = withConfirmedPage(both, { ...benzodiazepines!, pages: { from: 26, to: 26 } }, '2026-12-01')!;
    const { pack, problems } = readPack('confirmed-pages.json', again);
    assert.deepEqual(problems, []);
    assert.deepEqual(pack?.guidelines.map(({ id, sections }) => [id, sections.map(({ title, pages, source }) => [title, pages?.from, source])]), [
      ['mtus-chronic-pain-2009', [['Biofeedback', 24, 'looked up in the guideline on 2026-11-30'], ['Benzodiazepines', 26, 'looked up in the guideline on 2026-12-01']]],
    ]);
  });

  it('leaves a file alone that it can’t read', () => {
    const [page] = offered('MTUS Chronic Pain |Medical Treatment 2009, Section(s): Benzodiazepines.');
    assert.equal(withConfirmedPage('{ "guidelines": [', page!, '2026-11-29'), null);
    assert.equal(withConfirmedPage('{ "guidlines": [] }', page!, '2026-11-29'), null);
  });
});
