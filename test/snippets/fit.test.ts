import assert from 'node:assert/strict';
import { fitTemplates } from '../../server/src/snippets/fit.ts';
import { templateById } from '../../server/src/snippets/templates.ts';
import { findRegions } from '../../server/src/vocabulary/regions.ts';
import { findPerioperative } from '../../server/src/vocabulary/treatments.ts';

/** Titles as requests have them, with the template that a reviewer would reach for. */
const titles: readonly (readonly [title: string, template: string])[] = [
  ['MRI of the lumbar spine without contrast', 'mri-lumbar'],
  ['Open MRI of the lumbosacral spine', 'mri-lumbar'],
  ['Magnetic resonance imaging (MRI) of the cervical spine', 'mri-cervical'],
  ['MRI of the neck', 'mri-cervical'],
  ['MRI thoracic spine without contrast, #1', 'mri-thoracic'],
  ['MR arthrogram of the left shoulder', 'mri-shoulder'],
  ['MRI of the right knee without contrast', 'mri-knee'],
  ['MRI of the left wrist', 'mri-wrist'],
  ['MRI of the right elbow', 'mri-elbow'],
  ['MRI of the right foot', 'mri-ankle-foot'],
  ['MRI of the left hip', 'mri-hip'],
  ['MRI of the brain', 'mri-brain'],
  ['X-rays of the left shoulder', 'xray'],
  ['Lumbar spine x-ray, flexion and extension', 'xray'],
  ['CT scan of the cervical spine', 'ct'],
  ['Lumbar discogram at L4-L5', 'discography'],
  ['EMG/NCV of the bilateral lower extremities', 'emg-lower'],
  ['EMG/NCS of the right upper extremity', 'emg-upper'],
  ['Physical therapy 2 times a week for 6 weeks for the lumbar spine', 'physical-therapy'],
  ['Additional PT, 8 sessions, right knee', 'physical-therapy'],
  ['Initial physical therapy, 6 visits, left ankle', 'pt-acute'],
  ['Occupational therapy for nine sessions, right hand', 'physical-therapy'],
  ['Post-operative physical therapy for the right shoulder, 24 sessions', 'postop-pt'],
  ['Aquatic therapy 2 x 6, low back', 'aquatic'],
  ['Chiropractic treatment 3 times a week for 4 weeks, neck and back', 'chiropractic'],
  ['Spinal manipulation 1 times 8', 'chiropractic'],
  ['Massage therapy, 6 visits', 'massage'],
  ['Acupuncture once a week for six weeks, low back', 'acupuncture'],
  ['Right L5 transforaminal epidural steroid injection under fluoroscopic guidance', 'esi-first'],
  ['Repeat L4-L5 interlaminar epidural steroid injection', 'esi-repeat'],
  ['Bilateral medial branch block L4-L5 and L5-S1', 'facet'],
  ['Radiofrequency ablation, right C4-C6', 'rfa'],
  ['Left sacroiliac joint injection', 'si-joint'],
  ['Trigger point injections to the trapezius, #3', 'trigger-point'],
  ['Synvisc injection, left knee, series of 3', 'joint-injection'],
  ['Corticosteroid injection to the right shoulder', 'joint-injection'],
  ['TENS unit purchase', 'tens'],
  ['Interferential unit, 30 day rental', 'interferential'],
  ['H-wave device', 'h-wave'],
  ['Extracorporeal shockwave therapy, left heel', 'nmes-other'],
  ['Norco 10/325mg #60', 'opioid-ongoing'],
  ['Tramadol ER 150mg #30', 'opioid-ongoing'],
  ['Post-op Percocet 5/325mg #40', 'opioid-postop'],
  ['Urine drug screen', 'udt'],
  ['Naproxen 550mg #60', 'nsaid'],
  ['Celebrex 200mg #30', 'nsaid'],
  ['Pantoprazole 40mg #60 with one refill', 'ppi'],
  ['Pepcid 20mg', 'h2-blocker'],
  ['Cyclobenzaprine 7.5mg #60', 'muscle-relaxant'],
  ['Norflex 100mg #60', 'muscle-relaxant'],
  ['Gabapentin 300mg #90', 'gabapentin'],
  ['Cymbalta 60mg #30', 'antidepressant'],
  ['Xanax 1mg #60', 'benzodiazepine'],
  ['Ambien 10mg #30', 'sleep-aid'],
  ['Flurbiprofen 10%, cyclobenzaprine 3%, gabapentin 6% cream, one container', 'topical-compound'],
  ['Voltaren gel 1%, 100 gm', 'topical-nsaid'],
  ['Lidoderm patches 5% #30', 'lidoderm'],
  ['Capsaicin 0.025% cream', 'capsaicin'],
  ['Post-op Zofran 4mg #10', 'antiemetic'],
  ['L4-L5 transforaminal lumbar interbody fusion', 'lumbar-fusion'],
  ['L5-S1 microdiscectomy, left', 'lumbar-decompression'],
  ['ACDF C5-C6', 'cervical-fusion'],
  ['Right knee arthroscopy with partial medial meniscectomy', 'knee-arthroscopy'],
  ['Left total knee replacement', 'tka'],
  ['Left shoulder arthroscopy with Bankart repair', 'rotator-cuff'],
  ['Right carpal tunnel release', 'carpal-tunnel'],
  ['Spinal cord stimulator trial', 'scs'],
  ['Assistant surgeon', 'assistant-surgeon'],
  ['Pre-op clearance with EKG and chest x-ray', 'preop'],
  ['Cold therapy unit, 7 day rental', 'postop-dme'],
  ['Lumbar support', 'lumbar-support'],
  ['Wheelchair, 2 month rental', 'dme-general'],
  ['Lumbar spine home rehab kit', 'home-exercise-kit'],
  ['Gym membership, 6 months', 'gym'],
  ['Functional capacity evaluation', 'fce'],
  ['Work hardening, 10 sessions', 'work-conditioning'],
  ['Functional restoration program, 80 hours', 'frp'],
  ['Functional restoration program evaluation', 'frp-eval'],
  ['Psychological evaluation', 'psych-eval'],
  ['Cognitive behavioral therapy, 6 sessions', 'cbt'],
  ['Home health aide, 4 hours a day', 'home-health'],
  ['Transportation to medical visits', 'transport'],
  ['Weight loss program', 'weight-loss'],
  ['Follow-up visit with pain management specialist', 'specialist-referral'],
  ['Orthopedic spine surgeon evaluation and treatment', 'specialist-referral'],
  ['Hyperbaric oxygen, 20 sessions', 'mtus-silent'],
];

function namesOf(title: string, options: { dependent?: boolean; parent?: 'Upheld' | 'Overturned'; partial?: boolean; decision?: 'Upheld' | 'Overturned' } = {}): string[] {
  const postsurgical = findPerioperative(title).some(({ value }) => value === 'post-operative');
  const regions = findRegions(title).map(({ value }) => value);
  const { dependent = false, parent = null, partial = false, decision = null } = options;
  return fitTemplates({ title, regions, decision, dependent, parent, partial, postsurgical }).map(({ template }) => template.id);
}

describe('the templates that fit an item', () => {
  for (const [title, template] of titles) {
    it(`“${title}” finds ${template} among the first three`, () => {
      const best = namesOf(title).slice(0, 3);
      assert.ok(best.includes(template), `found ${best.join(', ')}`);
    });
  }

  it('the expected one stands first for nearly every title', () => {
    const others = titles.filter(([title, template]) => namesOf(title)[0] !== template).map(([title]) => title);
    assert.ok(others.length <= titles.length / 20, others.join(' | '));
  });

  const dependent = { dependent: true };
  it('an upheld dependant starts with the template for a parent that is not supported', () => {
    assert.equal(namesOf('Associated surgical service: Cold therapy unit', { ...dependent, decision: 'Upheld' })[0], 'dependent-upheld');
  });
  it('an overturned dependant starts with the template for a parent that is supported', () => {
    assert.equal(namesOf('Associated surgical service: Cold therapy unit', { ...dependent, decision: 'Overturned' })[0], 'dependent-supported');
  });
  it('a dependant gets no template that says of its parent what the letter decides otherwise', () => {
    assert.ok(!namesOf('Associated surgical service: Cold therapy unit', { ...dependent, decision: 'Overturned', parent: 'Upheld' }).includes('dependent-supported'));
    assert.ok(!namesOf('Associated surgical service: Cold therapy unit', { ...dependent, decision: 'Upheld', parent: 'Overturned' }).includes('dependent-upheld'));
  });
  it('a dependant keeps the template of what it asks for within reach', () => {
    assert.ok(namesOf('Post-op physical therapy, 12 visits', dependent).slice(0, 3).includes('postop-pt'));
  });
  it('a partly authorized request has its template among the first three', () => {
    assert.ok(namesOf('Acupuncture, 8 sessions', { partial: true }).slice(0, 3).includes('partial-remaining'));
  });
  it('an MRI of one region does not lead to the template of another', () => {
    assert.ok(!namesOf('MRI of the right knee').slice(0, 3).includes('mri-lumbar'));
  });
  it('a title that nothing speaks of, and an empty one, get the general templates', () => {
    assert.deepEqual(namesOf('Something unheard of'), ['mtus-silent', 'no-rfa-detail']);
    assert.deepEqual(namesOf(''), ['mtus-silent', 'no-rfa-detail']);
  });
  it('says why a template fits', () => {
    const [best] = fitTemplates({ title: 'Norco 10/325 #60', regions: [], decision: null, dependent: false, partial: false, postsurgical: false });
    assert.equal(best?.template, templateById('opioid-ongoing'));
    assert.match(best?.why ?? '', /Norco|norco/);
  });
});
