import assert from 'node:assert/strict';
import { allFindings, findFindings } from '../../server/src/vocabulary/findings.ts';
import data from '../../server/src/vocabulary/findings.json' with { type: 'json' };
import { assertFinds } from './marks.ts';

const cases: Record<string, string> = {
  'signs': '[spasms=spasm], [tenderness to palpation=tenderness], [decreased sensation=numbness], [muscle wasting=atrophy] and an [effusion=effusion]',
  'an examiner\'s tests': 'positive [straight leg raise=straight-leg-raise], [Spurling\'s test=spurling], [Hawkins=hawkins]',
  'diagnoses': '[lumbar radiculopathy=radiculopathy], [disc protrusion=disc-herniation], [segmental instability=instability]',
  'what treatment brings': 'no [side effects=side-effect], [functional improvement=functional-improvement]',
  'no words of another sense': 'respiratory depression, conscious sedation, DVT prophylaxis',
};

describe('findFindings', () => {
  for (const [name, marked] of Object.entries(cases)) it(`finds ${name}`, () => assertFinds(findFindings, marked, ({ id }) => id));

  it('finds every finding by every word of its own', () => {
    const lost = data.findings.flatMap(({ id, name, also, exact = [] }) =>
      [name, ...also, ...exact].filter((phrase) => findFindings(phrase).map(({ value, text }) => `${value.id} ${text}`).join() !== `${id} ${phrase}`),
    );
    assert.deepEqual(lost, []);
  });

  it('has every id once', () => assert.equal(new Set(allFindings().map(({ id }) => id)).size, allFindings().length));
});
