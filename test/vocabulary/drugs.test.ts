import assert from 'node:assert/strict';
import { allDrugs, drugClass, drugNamed, findDrugs, ingredients, sameDrug, sharesIngredient } from '../../server/src/vocabulary/drugs.ts';
import { assertFinds } from './marks.ts';

const norco = 'hydrocodone/acetaminophen';

const cases: Record<string, string> = {
  'brands and generics, in any case': `[Norco=${norco}] 10/325mg, [NAPROXEN=naproxen], [prilosec=omeprazole]`,
  'a combination however it is written': `[hydrocodone/APAP=${norco}], [Hydrocodone-acetaminophen=${norco}], [hydrocodone bitartrate and acetaminophen=${norco}], [APAP/codeine=acetaminophen/codeine]`,
  'a name with a number': '[Tylenol #3=acetaminophen/codeine] and [Tylenol=acetaminophen]',
  'another drug by its route': '[Voltaren gel=diclofenac topical], [Voltaren=diclofenac], [Lidocaine 5% patch=lidocaine patch]',
  'compounded names': '[Terocin=methyl salicylate/capsaicin/menthol/lidocaine], [Fanatrex=gabapentin], [Deprizine=ranitidine]',
  'two drugs where "and" stands between': '[gabapentin=gabapentin] and [cyclobenzaprine=cyclobenzaprine]',
  'the parts of a cream one by one': '[Flurbiprofen=flurbiprofen] 10%, [Gabapentin=gabapentin] 6%',
  'no English words': 'Relief, balance, well versed, emend the report, focus, a serial number, lithium battery',
  'no measure for a drug': 'morphine equivalent dose of 80, serum testosterone, vitamin D level',
  'no part of a word': 'somatic, lyrical, advilish, normsoma',
};

const same: readonly (readonly [string, string, boolean, boolean])[] = [
  ['Norco', 'hydrocodone/APAP', true, true],
  ['Norco 10/325mg #60', 'Vicodin', true, true],
  ['Prilosec', 'omeprazole 20 mg', true, true],
  ['Norco', 'hydrocodone', false, true],
  ['Flector patch', 'diclofenac', false, true],
  ['Pepcid', 'Prilosec', false, false],
  ['Norco and Soma', 'Norco', false, false],
  ['plain words', 'plain words', false, false],
];

const classes: readonly (readonly [string, string | null])[] = [
  ['famotidine', 'h2-blocker'], ['Protonix', 'proton-pump-inhibitor'], ['Flexeril', 'muscle-relaxant'], ['Lyrica', 'antiepileptic'], ['Cymbalta', 'antidepressant'],
  ['Xanax', 'benzodiazepine'], ['Ambien', 'sleep-aid'], ['Zofran', 'antiemetic'], ['Celebrex', 'nsaid'], ['Percocet', 'opioid'], ['LidoPro', 'topical-analgesic'], ['chocolate', null],
];

describe('findDrugs', () => {
  for (const [name, marked] of Object.entries(cases)) it(`finds ${name}`, () => assertFinds(findDrugs, marked, ({ generic }) => generic));

  it('finds every drug by its generic name and its brands', () => {
    const lost = allDrugs().flatMap(({ generic, brands }) =>
      [generic, ...brands].filter((name) => findDrugs(name).map(({ value, text }) => `${value.generic} ${text}`).join() !== `${generic} ${name}`),
    );
    assert.deepEqual(lost, []);
  });
});

describe('sameDrug and sharesIngredient', () => {
  for (const [a, b, isSame, shares] of same) {
    it(`${a} and ${b}: ${isSame ? 'one drug' : shares ? 'an ingredient in common' : 'two drugs'}`, () => {
      assert.deepEqual([sameDrug(a, b), sameDrug(b, a), sharesIngredient(a, b), sharesIngredient(b, a)], [isSame, isSame, shares, shares]);
    });
  }
});

describe('drugClass', () => {
  for (const [name, expected] of classes) it(`puts ${name} under ${expected}`, () => assert.equal(drugClass(name), expected));
});

describe('the data of the drugs', () => {
  it('has at least 300 drugs, each once', () => {
    assert.ok(allDrugs().length >= 300);
    assert.equal(new Set(allDrugs().map(({ generic }) => generic)).size, allDrugs().length);
  });

  it('marks opioids as opioids', () => assert.deepEqual(allDrugs().filter((drug) => drug.class === 'opioid' && !drug.opioid), []));

  it('gives the ingredients without the route', () => {
    assert.deepEqual([norco, 'Flector'].map((name) => drugNamed(name)).map((drug) => drug && ingredients(drug)), [['hydrocodone', 'acetaminophen'], ['diclofenac']]);
  });
});
