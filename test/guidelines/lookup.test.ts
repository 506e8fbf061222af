import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import {
  editionInForce, editionsOf, findSection, guidelinesByChapter, guidelinesByRegulation, guidelinesByTitle, inForceOn, nearestGuidelines,
  nearestSections,
} from '../../server/src/guidelines/lookup.ts';

const byId = (id: string) => catalogue().byId.get(id)!;

describe('guidelinesByTitle', () => {
  const titles: readonly (readonly [title: string, id: string | undefined])[] = [
    ['Low Back Complaints', 'acoem2-ch12'],
    ['neck & upper back complaints', 'acoem2-ch8'],
    ['Upper Back and Neck', 'acoem2-ch8'],
    ['Accupuncture Treatment Guidelines', 'mtus-acupuncture-2007'],
    ['Post-Surgical Treatment Guidelines', 'mtus-postsurgical-2009'],
    ['Shoulder chapter', 'acoem2-ch9'],
    ['Stress Related Conditions', 'acoem2-ch15'],
    ['Hip and Groin', 'acoem-hip-and-groin-disorders-2011'],
    ['Lower Spine Complaints', undefined],
    ['', undefined],
  ];
  for (const [title, id] of titles) {
    it(`knows “${title}” as ${id ?? 'nothing'}`, () => assert.equal(guidelinesByTitle(title)[0]?.id, id));
  }

  it('asks for the year and prefers the edition of the day', () => {
    assert.equal(guidelinesByTitle('Chronic Pain Medical Treatment', { year: 2016 })[0]?.id, 'mtus-chronic-pain-2016');
    assert.equal(guidelinesByTitle('Low Back Disorders', { date: '2020-01-01' })[0]?.id, 'acoem-low-back-disorders-2019');
    assert.deepEqual(guidelinesByTitle('Shoulder Complaints', { year: 2009 }), []);
    assert.equal(guidelinesByTitle('Low Back', { shelf: 'odg' })[0]?.id, 'odg-low-back');
  });
});

describe('Look-up', () => {
  it('knows chapters by number, the edition of the day first', () => {
    assert.deepEqual(guidelinesByChapter(12).map(({ id }) => id), ['acoem2-ch12']);
    assert.equal(guidelinesByChapter(10, '2008-01-01')[0]?.id, 'acoem2-ch10');
    assert.equal(guidelinesByChapter(10, '2013-01-01')[0]?.id, 'acoem-elbow-2007');
    assert.deepEqual(guidelinesByChapter(17), []);
  });

  it('knows guidelines by the section of the regulations', () => {
    assert.equal(guidelinesByRegulation('9792.24.2', '2014-01-01')[0]?.id, 'mtus-chronic-pain-2009');
  });

  it('finds a section whatever its case, signs, number and brackets', () => {
    const pain = byId('mtus-chronic-pain-2016');
    for (const title of ['tens, chronic pain', 'Electro-diagnostic testing (EMG/NCS)', 'MUSCLE RELAXANT', 'Proton pump inhibitors (PPIs', 'Low Level Laser Therapy']) {
      assert.ok(findSection(pain, title), title);
    }
    assert.equal(findSection(byId('mtus-opioids-2016'), '3.3.9')?.id, '3.3.9');
    assert.equal(findSection(byId('acoem2-ch12'), 'Special Studies of the moon'), null);
  });

  it('offers the nearest guidelines and sections for a name that does not exist', () => {
    assert.equal(nearestGuidelines('Lower Spine Complaints 2004', null)[0]?.value.id, 'acoem2-ch12');
    assert.equal(nearestGuidelines('Cervical Complaints', '2016-12-01')[0]?.value.id, 'acoem2-ch8');
    assert.equal(nearestSections(byId('acoem2-ch12'), 'Special Imaging Studies')[0]?.value.id, 'special-studies');
    assert.deepEqual(nearestGuidelines('zzz', null), []);
  });
});

describe('inForceOn', () => {
  const days: readonly (readonly [id: string, date: string, status: string, days: number | null])[] = [
    ['mtus-chronic-pain-2009', '2013-10-22', 'in-force', 1557],
    ['mtus-chronic-pain-2009', '2016-07-28', 'in-force', 2567],
    ['mtus-chronic-pain-2009', '2016-08-05', 'superseded', 8],
    ['mtus-chronic-pain-2016', '2016-07-20', 'not-yet', 9],
    ['acoem2-ch12', '2017-12-14', 'superseded', 14],
    ['acoem2-ch2', '2017-06-01', 'in-force', 3639],
    ['acoem2-ch2', '2018-03-01', 'uncertain', 90],
    ['mtus-acupuncture-2007', '2019-01-01', 'uncertain', 396],
    ['acoem-cannabis-2025', '2024-01-01', 'not-yet', 438],
    ['odg-knee-leg', '2016-01-01', 'in-force', null],
  ];
  for (const [id, date, status, count] of days) {
    it(`says ${status} of ${id} on ${date}`, () => {
      const force = inForceOn(byId(id), date);
      assert.equal(force.status, status);
      assert.equal(force.days, count);
    });
  }
});

describe('editionInForce', () => {
  const days: readonly (readonly [id: string, date: string, found: string | undefined])[] = [
    ['mtus-chronic-pain-2009', '2017-01-18', 'mtus-chronic-pain-2016'],
    ['mtus-chronic-pain-2016', '2014-01-01', 'mtus-chronic-pain-2009'],
    ['mtus-opioids-2016', '2014-01-01', 'mtus-chronic-pain-2009'],
    ['acoem2-ch12', '2022-01-01', 'acoem-low-back-disorders-2020'],
    ['acoem-low-back-disorders-2020', '2016-01-01', 'acoem2-ch12'],
    ['acoem2-ch10', '2012-01-01', 'acoem-elbow-2007'],
    ['acoem-hip-and-groin-disorders-2011', '2016-01-01', undefined],
    ['mtus-acupuncture-2007', '2020-01-01', 'mtus-acupuncture-2007'],
  ];
  for (const [id, date, found] of days) {
    it(`is ${found ?? 'nothing'} for ${id} on ${date}`, () => assert.equal(editionInForce(byId(id), date)?.id, found));
  }

  it('has the editions of a subject in order', () => {
    assert.deepEqual(editionsOf(byId('acoem2-ch12')).map(({ year }) => year), [2004, 2016, 2019, 2020]);
  });
});
