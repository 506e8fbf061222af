import assert from 'node:assert/strict';
import { rankGuidelines, type RankingQuery } from '../../server/src/guidelines/ranking.ts';

const query: RankingQuery = { title: '', regions: [], date: '2016-12-15', postsurgical: false };

const items: readonly (readonly [asked: Partial<RankingQuery>, guideline: string, section: string | undefined])[] = [
  [{ title: 'MRI of the left knee' }, 'acoem2-ch13', 'Special Studies'],
  [{ title: 'MRI of the left knee', date: '2018-06-01' }, 'acoem-knee-disorders-2015', undefined],
  [{ title: 'X-rays', regions: ['wrist'] }, 'acoem2-ch11', 'Special Studies'],
  [{ title: 'Physical therapy 2x6, lumbar spine' }, 'mtus-chronic-pain-2016', 'Physical medicine treatment'],
  [{ title: 'Physical therapy 2x6, lumbar spine', date: '2013-11-01' }, 'mtus-chronic-pain-2009', 'Physical medicine'],
  [{ title: 'Post-op physical therapy, right shoulder, 12 sessions' }, 'mtus-postsurgical-2009', 'Shoulder'],
  [{ title: 'Occupational therapy 12 sessions', regions: ['hand'], postsurgical: true }, 'mtus-postsurgical-2009', 'Forearm, Wrist, & Hand'],
  [{ title: 'EMG/NCV of the bilateral lower extremities' }, 'mtus-chronic-pain-2016', 'Electrodiagnostic testing (EMG/NCS)'],
  [{ title: 'EMG/NCV of the bilateral lower extremities', date: '2014-02-01' }, 'acoem2-ch12', 'Special Studies'],
  [{ title: 'Acupuncture, 6 visits, neck' }, 'mtus-acupuncture-2007', undefined],
  [{ title: 'Norco 10/325 mg #60' }, 'mtus-opioids-2016', '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment'],
  [{ title: 'Norco 10/325 mg #60', date: '2014-02-01' }, 'mtus-chronic-pain-2009', 'Opioids, criteria: on-going management'],
  [{ title: 'Post-op Percocet 5/325 mg #30' }, 'mtus-opioids-2016', '1.4 Opioids for Acute Pain: Opioids for Post-operative Pain'],
  [{ title: 'Flurbiprofen 20%, baclofen 5% cream 180 g' }, 'mtus-chronic-pain-2016', 'Topical analgesics, compounded'],
  [{ title: 'Right shoulder arthroscopy' }, 'acoem2-ch9', 'Surgical Considerations'],
  [{ title: 'Home exercise kit for the knee', date: '2013-11-01' }, 'acoem2-ch5', undefined],
  [{ title: 'Something unheard of', regions: ['elbow'] }, 'acoem-elbow-2007', undefined],
  [{ title: 'Something unheard of' }, 'mtus-chronic-pain-2016', undefined],
  [{ title: 'Ankle brace', rationale: 'The Postsurgical Treatment Guidelines allow it.' }, 'mtus-postsurgical-2009', undefined],
];

describe('rankGuidelines', () => {
  for (const [asked, guideline, section] of items) {
    it(`puts ${guideline}${section ? `, ${section},` : ''} first for ${JSON.stringify(asked)}`, () => {
      const [first] = rankGuidelines({ ...query, ...asked });
      assert.equal(first?.guideline.id, guideline);
      assert.equal(first?.section?.title, section);
    });
  }

  it('names each guideline once, with the pages of its section', () => {
    const ranked = rankGuidelines({ ...query, title: 'Physical therapy and manual therapy, low back and knee', date: '2013-11-01' });
    assert.equal(new Set(ranked.map(({ guideline }) => guideline)).size, ranked.length);
    assert.deepEqual(ranked[0]?.pages, { from: 98, to: 99 });
  });
});
