import assert from 'node:assert/strict';
import { findRegionGroups, findRegions, regionIds, regionName, regionsRelated, type RegionId } from '../../server/src/vocabulary/regions.ts';
import data from '../../server/src/vocabulary/regions.json' with { type: 'json' };
import { assertFinds } from './marks.ts';

const found: Record<string, string> = {
  'plain names, in any case': 'The [Shoulder=shoulder], both [KNEES=knee] and a [hip=hip].',
  'the spine by its parts': '[C-spine=neck], [cervical spine=neck], [thoracic=upper-back], [lumbosacral spine=low-back], [L-spine=low-back] and [low back=low-back]',
  'structures of the shoulder': 'a [rotator cuff=shoulder] tear, [biceps tenodesis=shoulder], [acromioclavicular=shoulder] arthrosis, a torn [labrum=shoulder]',
  'structures of the knee': '[meniscal=knee] tear, [ACL=knee] deficiency, the [patella=knee]',
  'structures of arm and hand': '[cubital tunnel=elbow], [carpal tunnel=wrist], [de Quervain’s=wrist], the left [thumb=hand] and [index fingers=hand]',
  'structures of leg and foot': '[plantar fasciitis=foot], [hallux=foot], second [toe=foot], [Achilles tendon=ankle]',
  'the longest name wins': 'the [femoral neck=hip], the [radial head=elbow], a [thoracic outlet=shoulder]',
  'a possessive and a line break within a name': 'the [knee\'s=knee] motion, the [low\nback=low-back]',
  'the sacroiliac joint is the pelvis': '[SI joint=pelvis] and [sacroiliac joints=pelvis]',
  'jaw, mind, chest, lungs and hearing': '[TMJ=jaw], [psychological=psyche], [chest=chest] x-ray, [pulmonary=lung], [hearing=hearing] aid',
  'regions by their spinal level': 'fusion at [L4-5=low-back], then [C5-6=neck]',
  'both names around a slash': 'left [wrist=wrist]/[hand=hand]',
  'no widths, idioms, ranks or ways back': 'shoulder-width, on the other hand, hands-on, head of household, went back to work, face to face, keep an eye',
  'no sense of feet but the body\'s': 'walks 50 feet; swollen [feet=foot]',
  'no leg in a test of the back': 'straight leg raise is positive',
  'no hand in handedness': 'right hand dominant',
  'nothing across a comma or a full stop': 'too low, [neck=neck]. Low. Backs',
};

const groups: Record<string, readonly [string, readonly RegionId[]]> = {
  'the upper extremity': ['bilateral upper extremities', ['shoulder', 'upper-arm', 'elbow', 'forearm', 'wrist', 'hand']],
  'the lower extremity': ['left lower extremity', ['hip', 'thigh', 'knee', 'lower-leg', 'ankle', 'foot']],
  'the spine alone': ['spine surgery', ['neck', 'upper-back', 'low-back']],
  'the back alone': ['back pain', ['upper-back', 'low-back']],
};

const related: readonly (readonly [RegionId, RegionId, boolean])[] = [
  ['low-back', 'pelvis', true], ['hip', 'pelvis', true], ['wrist', 'hand', true], ['forearm', 'hand', true], ['knee', 'lower-leg', true],
  ['ankle', 'foot', true], ['neck', 'shoulder', true], ['whole-body', 'elbow', true], ['eye', 'eye', true],
  ['neck', 'low-back', false], ['shoulder', 'elbow', false], ['hip', 'knee', false], ['knee', 'foot', false], ['neck', 'head', true], ['chest', 'knee', false],
];

describe('findRegions', () => {
  for (const [name, marked] of Object.entries(found)) it(`finds ${name}`, () => assertFinds(findRegions, marked, (value) => value));

  it('gives both regions of a segment between two', () => {
    assert.deepEqual(findRegions('at C7-T1').map(({ value, text }) => [value, text]), [['neck', 'C7-T1'], ['upper-back', 'C7-T1']]);
  });

  for (const { id, name, also, exact = [] } of data.regions) {
    it(`finds ${name} by every word of its own`, () => {
      for (const phrase of [...also, ...exact]) assert.deepEqual(findRegions(phrase).map(({ value, text }) => [value, text]), [[id, phrase]]);
    });
  }
});

describe('findRegionGroups', () => {
  for (const [name, [text, regions]] of Object.entries(groups)) {
    it(`finds ${name}`, () => assert.deepEqual(findRegionGroups(text).map(({ value }) => value.regions), [regions]));
  }

  it('is silent where the word belongs to a region', () => assert.deepEqual(findRegionGroups('lumbar spine, low back'), []));
});

describe('the data of the regions', () => {
  it('has every region of the type and no other', () => assert.deepEqual(data.regions.map(({ id }) => id).sort(), [...regionIds].sort()));

  it('groups and relates known regions only', () => {
    const known = new Set<string>(regionIds);
    for (const id of [...data.groups.flatMap(({ regions }) => regions), ...data.related.flat()]) assert.ok(known.has(id), id);
  });

  it('has a name for every region', () => assert.deepEqual(regionIds.filter((id) => regionName(id) === ''), []));
});

describe('regionsRelated', () => {
  for (const [a, b, expected] of related) {
    it(`${a} and ${b} are ${expected ? '' : 'not '}related, either way round`, () => {
      assert.deepEqual([regionsRelated(a, b), regionsRelated(b, a)], [expected, expected]);
    });
  }
});
