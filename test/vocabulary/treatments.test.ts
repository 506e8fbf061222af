import assert from 'node:assert/strict';
import { allDrugs } from '../../server/src/vocabulary/drugs.ts';
import { regionIds } from '../../server/src/vocabulary/regions.ts';
import { allTreatments, findPerioperative, findTreatments } from '../../server/src/vocabulary/treatments.ts';
import data from '../../server/src/vocabulary/treatments.json' with { type: 'json' };
import { assertFinds } from './marks.ts';

const ids: Record<string, string> = {
  'imaging': '[MRI=mri] of the knee, [CT scan=ct], [X-rays=x-ray], [MR arthrogram=mr-arthrogram]',
  'an electrodiagnostic pair as one': '[EMG/NCV=emg-ncs] and [nerve conduction study=ncs]',
  'therapies by their abbreviation in capitals only': '[PT=physical-therapy]/[OT=occupational-therapy] for the pt',
  'the longest name': '[transforaminal epidural steroid injection=transforaminal-epidural], [epidural steroid injection=epidural-steroid-injection], [carpal tunnel release=carpal-tunnel-release]',
  'a chest x-ray as a test': '[Chest x-ray=chest-x-ray], [EKG=ecg], [PT/PTT=pt-ptt]',
  'a chiropractor\'s work': '[chiropractic treatment=chiropractic] with [manual therapy=manual-therapy]',
  'equipment': '[TENS unit=tens-unit], [cold therapy unit=cold-therapy], [LSO=lumbar-support], [knee brace=knee-brace]',
  'programs, care at home, ways there': '[FRP=functional-restoration-program], [home health aide=home-health-care], [transportation=transportation]',
  'no number for a stimulator': 'eight to ten weeks, in the tens',
  'no release of papers or of a tablet': 'release of records, extended release tablets, creatinine clearance, lab coat',
};

const kinds: readonly (readonly [string, string])[] = [
  ['arthroscopy', 'surgery'], ['L4-5 fusion', 'surgery'], ['subacromial decompression', 'surgery'], ['laminectomy', 'surgery'], ['microdiscectomy', 'surgery'],
  ['ACDF', 'surgery'], ['meniscal repair', 'surgery'], ['trigger finger release', 'surgery'], ['total knee replacement', 'surgery'], ['biceps tenodesis', 'surgery'],
  ['debridement', 'surgery'], ['partial meniscectomy', 'surgery'], ['osteotomy', 'surgery'], ['hardware removal', 'surgery'], ['ORIF', 'surgery'],
  ['urine drug screen', 'testing'], ['medical clearance', 'testing'], ['functional capacity evaluation', 'evaluation'], ['work hardening', 'program'],
  ['proton pump inhibitors', 'medication-class'], ['psychotherapy', 'psychological'], ['office visit', 'consultation'], ['medial branch block', 'injection'],
];

const perioperative: Record<string, string> = {
  'words before and after an operation': '[Post-op=post-operative] therapy, [pre-operative=pre-operative] labs, [postoperative=post-operative] sling, [preop=pre-operative]',
  'services around it': '[Associated surgical service=surgical-service]: sling; [Assistant surgeon=surgical-staff]; three-[day inpatient stay=hospital-stay]',
  'a clearance': '[Medical clearance=pre-operative]',
  'nothing in a plain request': 'Physical therapy for the knee',
};

describe('findTreatments', () => {
  for (const [name, marked] of Object.entries(ids)) it(`finds ${name}`, () => assertFinds(findTreatments, marked, ({ id }) => id));

  for (const [text, kind] of kinds) it(`takes ${text} for ${kind}`, () => assert.deepEqual(findTreatments(text).map(({ value }) => value.kind), [kind]));

  it('says where a treatment is that names no region', () => assert.deepEqual(findTreatments('ACDF')[0]?.value.regions, ['neck']));

  it('finds every treatment by every word of its own', () => {
    const lost = data.treatments.flatMap(({ id, name, also, exact = [] }) =>
      [name, ...also, ...exact].filter((phrase) => findTreatments(phrase).map(({ value, text }) => `${value.id} ${text}`).join() !== `${id} ${phrase}`),
    );
    assert.deepEqual(lost, []);
  });
});

describe('findPerioperative', () => {
  for (const [name, marked] of Object.entries(perioperative)) it(`finds ${name}`, () => assertFinds(findPerioperative, marked, (value) => value));
});

describe('the data of the treatments', () => {
  it('has every id once', () => assert.equal(new Set(allTreatments().map(({ id }) => id)).size, allTreatments().length));

  it('names known regions only', () => {
    const known = new Set<string>(regionIds);
    assert.deepEqual(allTreatments().filter(({ regions = [] }) => !regions.every((id) => known.has(id))), []);
  });

  it('has a medication class for every class of drugs', () => {
    const classes = new Set(allTreatments().filter(({ kind }) => kind === 'medication-class').map(({ id }) => id));
    assert.deepEqual([...new Set(allDrugs().map((drug) => drug.class))].filter((id) => !classes.has(id)), []);
  });
});
