import assert from 'node:assert/strict';
import { folderWith } from './command-line.ts';

const PACK = JSON.stringify({
  source: 'page of the order', confidence: 'high', knownUntil: '2026-05-01',
  guidelines: [
    { id: 'acoem-knee-disorders-2019', inForce: { to: '2026-03-31' } },
    { id: 'acoem-knee-disorders-2025', like: 'acoem-knee-disorders-2019', title: 'Knee Disorders', year: 2025, inForce: { from: '2026-04-01' } },
  ],
});
const LETTER = `---
case-number: CM26-9100052
ur-denial-date: 2026-04-20
---

### Knee brace: Upheld

**MAXIMUS guideline:** Decision based on MTUS Knee Disorders 2020.

**Decision rationale:** The guideline asks for an unstable knee, and this patient's joint is stable. Therefore, the brace is not medically necessary.
`;

describe('imr catalogue', () => {
  it('says until when it is known, what is in force, and that the team has added nothing', async () => {
    const { code, out } = await folderWith({}).imr(['catalogue']);
    assert.equal(code, 0);
    assert.match(out, /^The guideline catalogue of \d{4}-\d\d-\d\d, known until 2023-11-10; proposals of 2025 and 2026 open\.\nNo facts of the team’s own/);
    assert.match(out, /\nacoem-knee-disorders-2019 +In force from 2020-09-21; known until 2023-11-10\. Sure; the program \(2020-09-21 order/);
    assert.doesNotMatch(out, /acoem-knee-disorders-2015/);
  });

  it('shows the pages of one guideline, and which of them are checked', async () => {
    const { out } = await folderWith({}).imr(['catalogue', 'mtus-chronic-pain-2009']);
    assert.match(out, /Benzodiazepines: page 24, not checked; the program \(from general knowledge, unverified\)/);
  });

  it('names the file where a fact of the team stands', async () => {
    const folder = folderWith({ '.imr/catalogue/orders.json': PACK });
    const { out } = await folder.imr(['catalogue', '--format', 'json', '--date', '2026-04-20']);
    const { packs, knownUntil, guidelines } = JSON.parse(out);
    assert.deepEqual([packs, knownUntil], [['.imr/catalogue/orders.json'], '2026-05-01']);
    const knees = guidelines.filter(({ id }: { id: string }) => id.includes('knee'));
    assert.deepEqual(knees.map(({ id, pack, confidence }: Record<string, unknown>) => [id, pack, confidence]), [['acoem-knee-disorders-2025', '.imr/catalogue/orders.json', 'high']]);
    assert.match((await folder.imr(['cite', 'MTUS Knee Disorders 2025'])).out, /in force from 2026-04-01; known until 2026-05-01/);
  });

  it('offers what was meant in place of an id that is none', async () => {
    const { code, err } = await folderWith({}).imr(['catalogue', 'mtus-chronic-pain-209']);
    assert.deepEqual([code, /Did you mean “mtus-chronic-pain-2009”\?/.test(err)], [2, true]);
  });

  it('counts in imr check, from the letter’s folder or one above it', async () => {
    const folder = folderWith({ '.imr/catalogue/orders.json': PACK, 'team/case.md': LETTER });
    const { out } = await folder.imr(['check', 'team/case.md', '--format', 'compact']);
    assert.match(out, /superseded after 2026-03-31.*In force was “Knee Disorders 2025”/);
    assert.doesNotMatch(out, /beyond-catalogue/);
    assert.match((await folder.imr(['check', 'team/case.md', '--no-config', '--format', 'compact'])).out, /beyond-catalogue/);
    assert.match((await folder.imr(['sign-off', 'team/case.md', '--format', 'json'])).out, /"cataloguePacks": \[\s+"\.imr\/catalogue\/orders\.json"/);
  });

  it('stops at a pack with a mistake', async () => {
    const folder = folderWith({ '.imr/catalogue/orders.json': PACK.replace('2026-03-31', 'soon'), 'case.md': LETTER });
    for (const args of [['check', 'case.md'], ['catalogue'], ['cite', 'ODG']]) {
      const { code, err } = await folder.imr(args);
      assert.equal(code, 2);
      assert.match(err, /orders\.json: “guidelines\[0\]\.inForce\.to” must be a day such as 2026-04-01, found “soon”/);
    }
  });
});
