import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { snippetFiles } from '../../scripts/snippets.ts';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import { inForceOn } from '../../server/src/guidelines/in-force.ts';
import { findSection } from '../../server/src/guidelines/lookup.ts';
import { missingCriteria, wordsToSearch } from '../../server/src/snippets/criteria.ts';
import regionData from '../../server/src/snippets/regions.json' with { type: 'json' };
import { skeletons } from '../../server/src/snippets/skeletons.ts';
import { citationOf, templateById, templates } from '../../server/src/snippets/templates.ts';
import { allDrugs } from '../../server/src/vocabulary/drugs.ts';
import { regionIds } from '../../server/src/vocabulary/regions.ts';
import { allTreatments } from '../../server/src/vocabulary/treatments.ts';
import { readSnippet } from './snippet-syntax.ts';

const dates = ['2013-10-22', '2016-12-01', '2019-05-01', '2024-03-01'];

describe('the situations', () => {
  it('are more than eighty, each with its own id and word', () => {
    assert.ok(templates.length > 80);
    assert.equal(new Set(templates.map(({ id }) => id)).size, templates.length);
    assert.equal(new Set(templates.map(({ word }) => word)).size, templates.length);
  });

  it('hold those that letters need most often', () => {
    const common = [
      'mri-lumbar', 'mri-cervical', 'mri-shoulder', 'mri-knee', 'mri-wrist', 'physical-therapy', 'dependent-upheld', 'dependent-supported',
      'partial-remaining', 'emg-lower', 'emg-upper', 'topical-compound', 'topical-nsaid', 'xray', 'chiropractic', 'acupuncture', 'opioid-ongoing',
      'nsaid', 'dme-general', 'tens', 'muscle-relaxant', 'mtus-silent', 'ppi',
    ];
    assert.deepEqual(common.filter((id) => templateById(id) === null), []);
    assert.equal(templateById('no such situation'), null);
  });

  for (const template of templates) {
    it(`${template.id} names regions, drug classes and kinds of treatment that the vocabulary has`, () => {
      const drugClasses = new Set<string>(allDrugs().map((drug) => drug.class));
      const kinds = new Set<string>(allTreatments().map(({ kind }) => kind));
      assert.deepEqual(template.regions?.filter((region) => !(regionIds as readonly string[]).includes(region)) ?? [], []);
      assert.deepEqual(template.classes?.filter((name) => !drugClasses.has(name)) ?? [], []);
      assert.deepEqual(template.kinds?.filter((kind) => !kinds.has(kind)) ?? [], []);
      assert.ok(template.triggers.length > 0 && template.criteria.length > 0);
    });

    it(`${template.id} cites what the catalogue has, in force on the day`, () => {
      for (const date of dates) {
        for (const regions of [[], ['knee'], ['hip', 'knee'], ['neck']]) {
          const citation = citationOf(template, date, regions);
          if (!citation) continue;
          const guideline = catalogue().byId.get(citation.guidelineId);
          assert.ok(guideline, citation.guidelineId);
          assert.ok(['in-force', 'uncertain'].includes(inForceOn(guideline, date).status), `${guideline.id} on ${date}`);
          if (guideline.family === 'odg') continue;
          for (const section of citation.sections) assert.ok(findSection(guideline, section), `${guideline.id} has no “${section}”`);
          for (const { from, to } of citation.pages) assert.ok(from > 0 && from <= to && to < 500);
        }
      }
    });
  }

  it('cite the 2009 chronic pain guideline by page as the letters do', () => {
    assert.deepEqual(citationOf(templateById('ppi')!, '2013-10-22')?.pages, [{ from: 68, to: 69 }]);
  });

  it('cite nothing where the date is unknown or the item follows another', () => {
    assert.equal(citationOf(templateById('ppi')!, null), null);
    assert.equal(citationOf(templateById('dependent-upheld')!, '2016-12-01'), null);
  });

  it('know the sources of regions that the vocabulary and the catalogue have', () => {
    const subjects = new Set(catalogue().guidelines.flatMap((guideline) => guideline.subjects));
    const postsurgical = catalogue().byId.get('mtus-postsurgical-2009')!;
    for (const [region, sources] of Object.entries(regionData.regions)) {
      assert.ok((regionIds as readonly string[]).includes(region), region);
      assert.ok(subjects.has(sources.subject) && catalogue().byId.has(sources.odg), region);
      if ('postsurgical' in sources) assert.ok(findSection(postsurgical, sources.postsurgical), region);
    }
  });
});

describe('what a rationale leaves out', () => {
  const esi = templateById('esi-first')!;
  const cases: readonly (readonly [name: string, rationale: string, missing: readonly string[]])[] = [
    ['everything, when it is only a conclusion', 'The request is not medically necessary.', ['radicular', 'examination', 'imaging', 'care', 'level']],
    ['nothing, when it speaks of all', 'Radiculopathy on examination with MRI findings at that level, after therapy failed.', []],
    ['what it doesn’t speak of', 'There is no dermatomal pain; reflexes are normal, and exercise helped.', ['imaging', 'level']],
  ];
  for (const [name, rationale, missing] of cases) {
    it(name, () => assert.deepEqual(missingCriteria(esi, wordsToSearch(rationale)).map(({ id }) => id), missing));
  }
});

describe('the snippets that the extension contributes', () => {
  for (const [name, text] of snippetFiles()) {
    it(`${name} is as the data says (else run “npm run snippets”)`, () => {
      assert.equal(readFileSync(new URL(`../../snippets/${name}`, import.meta.url), 'utf8'), text);
    });
    it(`${name} holds well-formed snippets for Markdown only`, () => {
      for (const snippet of Object.values(JSON.parse(text) as Record<string, { scope: string; prefix: string; body: string | string[] }>)) {
        assert.equal(snippet.scope, 'markdown');
        // A plain word, such as “opioid”, would stand before “Overturned” at a decision.
        assert.match(snippet.prefix, /^imr-[a-z0-9-]+$/);
        const { stops } = readSnippet([snippet.body].flat().join('\n'));
        assert.equal(stops.at(-1)?.number, 0);
      }
    });
  }

  it('have no prefix twice', () => {
    const prefixes = [...templates, ...skeletons].map(({ id }) => id);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});
