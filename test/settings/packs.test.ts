import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findPacks, packKeys, readPack } from '../../server/src/settings/packs.ts';

const KNOWN = { source: 'the order itself', confidence: 'high' };
const read = (pack: unknown) => readPack('facts.json', typeof pack === 'string' ? pack : JSON.stringify(pack));
const guideline = (facts: object) => ({ ...KNOWN, guidelines: [facts] });

describe('a pack of a team’s own facts', () => {
  it('is read with the source and the confidence of the file, unless a fact has its own', () => {
    const { pack, problems } = read({
      ...KNOWN, knownUntil: '2026-05-01',
      guidelines: [
        { id: 'acoem-opioids-2017', inForce: { to: '2026-03-31' } },
        { id: 'mtus-chronic-pain-2009', sections: [{ title: 'Benzodiazepines', pages: { from: 24 }, source: 'a colleague', confidence: 'recalled' }] },
      ],
    });
    assert.deepEqual(problems, []);
    assert.equal(pack?.knownUntil, '2026-05-01');
    assert.deepEqual(pack.guidelines.map(({ source, confidence, inForce }) => ({ source, confidence, inForce })), [
      { ...KNOWN, inForce: { to: '2026-03-31' } }, { ...KNOWN, inForce: undefined },
    ]);
    assert.deepEqual(pack.guidelines[1]?.sections, [{ title: 'Benzodiazepines', source: 'a colleague', confidence: 'recalled', pages: { from: 24, to: 24 } }]);
  });

  const faults: readonly [string, unknown, RegExp][] = [
    ['text that is no JSON', '{ "guidelines": [', /^facts\.json can't be read/],
    ['a list', [], /a pack holds “guidelines”/],
    ['an unknown key', { guideline: [] }, /“guideline” is not known\. Did you mean “guidelines”\?/],
    ['a day that is none', { ...KNOWN, knownUntil: 'today' }, /“knownUntil” must be a day such as 2026-04-01, found “today”/],
    ['a horizon of which nobody says where it is from', { knownUntil: '2026-01-01' }, /“knownUntil” needs a “source” and a “confidence”/],
    ['a guideline without an id', guideline({ title: 'Knee Disorders' }), /“guidelines\[0\]\.id” is missing/],
    ['an id that is misspelt', guideline({ id: 'acoem-opioid-2017', inForce: { to: null } }), /has no “acoem-opioid-2017”.*Did you mean “acoem-opioids-2017”\?/],
    ['a model that nobody knows', guideline({ id: 'new', title: 'Hip', year: 2026, like: 'acoem-hips' }), /“guidelines\[0\]\.like”: the catalogue has no “acoem-hips”/],
    ['a fact without a source', { guidelines: [{ id: 'acoem-opioids-2017', inForce: { to: null } }] }, /“guidelines\[0\]” needs a “source” and a “confidence”/],
    ['a confidence that is none', { source: 'x', confidence: 'sure', guidelines: [] }, /“confidence” must be one of high, medium, low, recalled, found “sure”/],
    ['pages that run backwards', guideline({ id: 'mtus-chronic-pain-2009', sections: [{ title: 'Opioids', pages: { from: 9, to: 2 } }] }), /“guidelines\[0\]\.sections\[0\]\.pages” must hold “from” and “to”/],
    ['a section without a title', guideline({ id: 'mtus-chronic-pain-2009', sections: [{ pages: { from: 9 } }] }), /sections\[0\]\.title” is missing/],
    ['a year in words', guideline({ id: 'new', title: 'Hip', year: 'this year' }), /“guidelines\[0\]\.year” must be a whole number, found “this year”/],
  ];
  for (const [name, pack, words] of faults) {
    it(`says what is wrong with ${name}`, () => assert.match(read(pack).problems[0] ?? '', words));
  }

  it('keeps what is right beside what is wrong', () => {
    const { pack, problems } = read({ ...KNOWN, guidelines: [{ id: 'nobody' }, { id: 'acoem-opioids-2017', inForce: { to: '2026-03-31' } }] });
    assert.deepEqual([problems.length, pack?.guidelines.map(({ id }) => id)], [1, ['acoem-opioids-2017']]);
  });

  it('is looked for in the nearest folder that has one, by the names of the files', async () => {
    const files: Readonly<Record<string, string>> = { '/team/.imr/catalogue/b.json': JSON.stringify(KNOWN), '/team/.imr/catalogue/a.json': JSON.stringify(KNOWN), '/.imr/catalogue/c.json': JSON.stringify(KNOWN) };
    const list = (folder: string) => Promise.resolve(Object.keys(files).filter((file) => file.startsWith(`${folder}/`)));
    const { packs } = await findPacks(['/team/letters', '/team', ''], { list, read: (file) => Promise.resolve(files[file] ?? null) });
    assert.deepEqual(packs.map(({ origin }) => origin), ['.imr/catalogue/a.json', '.imr/catalogue/b.json']);
  });

  it('has a schema with the same keys', () => {
    const { properties } = JSON.parse(readFileSync(new URL('../../docs/catalogue.schema.json', import.meta.url), 'utf8'));
    const own = properties.guidelines.items.properties;
    const section = own.sections.items.properties;
    const keys = { file: properties, guideline: own, inForce: own.inForce.properties, section, pages: section.pages.properties };
    for (const [name, known] of Object.entries(packKeys)) assert.deepEqual(Object.keys(keys[name as keyof typeof keys]).sort(), [...known].sort(), name);
  });

  it('is shown on its page by an example that holds', () => {
    const page = readFileSync(new URL('../../docs/catalogue.md', import.meta.url), 'utf8');
    assert.deepEqual(read(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '').problems, []);
  });
});
