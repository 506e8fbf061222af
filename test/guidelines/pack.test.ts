import assert from 'node:assert/strict';
import { catalogue, ownCatalogue, useCatalogue } from '../../server/src/guidelines/catalogue.ts';
import { readCitations } from '../../server/src/guidelines/citation.ts';
import { horizonWords, isBeyondHorizon } from '../../server/src/guidelines/horizon.ts';
import { editionInForce, inForceOn } from '../../server/src/guidelines/lookup.ts';
import { catalogueWith, type Pack } from '../../server/src/guidelines/pack.ts';

const KNOWN = { source: 'the order itself', confidence: 'high' } as const;
const PACK: Pack = {
  origin: 'facts.json', knownUntil: '2026-05-01',
  guidelines: [
    { ...KNOWN, id: 'acoem-knee-disorders-2019', inForce: { to: '2026-03-31' }, sections: [] },
    { ...KNOWN, id: 'acoem-knee-disorders-2025', like: 'acoem-knee-disorders-2019', title: 'Knee Disorders', year: 2025, inForce: { from: '2026-04-01' }, sections: [] },
    { ...KNOWN, id: 'mtus-chronic-pain-2009', sections: [{ ...KNOWN, title: 'benzodiazepines', pages: { from: 24, to: 25 } }, { ...KNOWN, confidence: 'recalled', title: 'Return to work', pages: { from: 104, to: 104 } }] },
  ],
};

describe('a catalogue with a team’s own facts', () => {
  beforeEach(() => useCatalogue(catalogueWith([PACK])));
  afterEach(() => useCatalogue(ownCatalogue));

  it('has the edition that the team added, and the end that it knows of the one before', () => {
    const [citation] = readCitations('Decision based on MTUS Knee Disorders 2025.', '2026-04-20');
    assert.equal(citation?.guideline?.id, 'acoem-knee-disorders-2025');
    assert.equal(citation.guideline.regulation, '9792.23.6');
    const before = catalogue().byId.get('acoem-knee-disorders-2019')!;
    assert.equal(inForceOn(before, '2026-04-20').status, 'superseded');
    assert.equal(editionInForce(before, '2026-04-20')?.id, 'acoem-knee-disorders-2025');
  });

  it('reads the same line by its own facts again, once those are gone', () => {
    const read = () => readCitations('Decision based on MTUS Knee Disorders 2025.', '2026-04-20')[0]?.status;
    assert.equal(read(), 'resolved');
    useCatalogue(ownCatalogue);
    assert.equal(read(), 'unknown');
    useCatalogue(catalogueWith([PACK]));
    assert.equal(read(), 'resolved');
  });

  it('takes a page that the team is sure of for verified, and no other', () => {
    const sections = catalogue().byId.get('mtus-chronic-pain-2009')!.sections;
    const [known] = sections.filter(({ title }) => title === 'Benzodiazepines');
    assert.deepEqual([known?.pages, known?.pagesVerified], [{ from: 24, to: 25 }, true]);
    assert.equal(sections.find(({ title }) => title === 'Return to work')?.pagesVerified, false);
    assert.equal(catalogue().sources.get(known?.source[0] ?? '')?.pack, 'facts.json');
  });

  it('ends later, and holds proposals of earlier years for settled', () => {
    assert.deepEqual([isBeyondHorizon('2026-05-01'), isBeyondHorizon('2026-05-02')], [false, true]);
    assert.equal(horizonWords(), 'known until 2026-05-01; proposal of 2026 open');
  });

  it('is the same object for the same packs, and the program’s own without any', () => {
    assert.equal(catalogueWith([structuredClone(PACK)]), catalogueWith([PACK]));
    assert.equal(catalogueWith([]), ownCatalogue);
    assert.equal(ownCatalogue.byId.get('acoem-knee-disorders-2025'), undefined);
  });
});
