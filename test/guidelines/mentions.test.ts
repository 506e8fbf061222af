import assert from 'node:assert/strict';
import { readMentions } from '../../server/src/guidelines/citation.ts';

const sentences: readonly (readonly [prose: string, expected: readonly string[]])[] = [
  ['As ⟦the MTUS-adopted ACOEM Guidelines in Chapter 5⟧ have it, exercise is the worker’s own affair.', ['acoem acoem2-ch5']],
  ['See ⟦page 82 of the MTUS Chronic Pain Medical Treatment Guidelines⟧ on this.', ['mtus mtus-chronic-pain-2009']],
  ['⟦MTUS/ACOEM Guidelines⟧ ask for red flags.', ['acoem -']],
  ['⟦The MTUS 2016 Opioids guideline⟧ asks for a contract.', ['mtus mtus-opioids-2016']],
  ['⟦ODG⟧ differs. ⟦The Low Back chapter⟧ is silent.', ['odg odg', 'odg odg-low-back']],
  ['⟦ACOEM⟧ is clear. ⟦The low back chapter⟧ asks for red flags.', ['acoem -', 'acoem acoem2-ch12']],
  ['⟦The ACOEM neck chapter⟧ gives massage no lasting benefit, and ⟦the MTUS hand chapter⟧ agrees.', ['acoem -', 'mtus -']],
  ['⟦The MTUS and ACOEM hip chapter⟧ agree with ⟦the head chapter of ACOEM⟧.', ['acoem -', 'acoem -']],
  ['⟦ACOEM⟧ differs from ⟦the ODG neck chapter⟧ and ⟦the wrist chapter of ODG⟧.', ['acoem -', 'odg odg-neck-upper-back', 'odg odg-forearm-wrist-hand']],
  ['⟦ACOEM Chapter 12⟧ and ⟦Chapter 8⟧ agree.', ['acoem acoem2-ch12', 'acoem acoem2-ch8']],
  ['⟦The Postsurgical Treatment Guidelines⟧ allow it; ⟦guidelines⟧ are no law.', ['mtus mtus-postsurgical-2009', 'other -']],
  ['⟦The Official Disability Guidelines (ODG), Neck and Upper Back⟧, allow it.', ['odg odg-neck-upper-back']],
  ['Chronic pain of the knee and shoulder; opioids, prevention and acupuncture treatment were tried in 2016.', []],
  ['Seen on page 3 of the report. The low back complaints persist.', []],
];

describe('readMentions', () => {
  for (const [marked, expected] of sentences) {
    it(`finds ${expected.join(', ') || 'nothing'} in “${marked.replace(/[⟦⟧]/g, '')}”`, () => {
      const prose = marked.replace(/[⟦⟧]/g, '');
      const mentions = readMentions(prose);
      assert.deepEqual(mentions.map(({ kind, guideline }) => `${kind} ${guideline?.id ?? '-'}`), expected);
      const words = [...marked.matchAll(/⟦(?:the )?([^⟦⟧]*)⟧/gi)].map((match) => match[1]);
      assert.deepEqual(mentions.map(({ text }) => text), words);
      for (const { text, span } of mentions) assert.equal(prose.slice(span.start, span.end), text);
    });
  }

  it('takes the edition of the day', () => {
    assert.equal(readMentions('The Chronic Pain Medical Treatment Guidelines agree.', '2017-01-10')[0]?.guideline?.id, 'mtus-chronic-pain-2016');
  });
});
