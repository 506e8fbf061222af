import { against, reportContraries } from '../against-summary/compared.ts';
import { signMessages } from '../against-summary/sign-messages.ts';
import { signReaders } from '../against-summary/sign-readers.ts';
import { defineRule } from '../engine/rule.ts';

export const findingContradictsSummary = defineRule({
  id: 'finding-contradicts-summary',
  family: 'facts',
  scope: 'item',
  severity: 'warning',
  summary: 'The rationale doesn’t turn round what the case summary reports of the examination.',
  why: 'A denial for “lack of spasm” when the summary of the same letter reports spasm is a plainly erroneous finding of fact, and an appeal was won on one.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }, { title: '1 of 65 published letters of 12/2016 to 3/2017' }],
  leavesAlone: [
    'Complaints and diagnoses: those are weighed, not contradicted; only snoring, locking, catching and giving way are there or not.',
    'A qualified denial (“no significant weakness”, “no progressive deficit”, “no numbness in a dermatome”).',
    'A sign of another region, side or date, a sign that the summary denies or a test that it reports otherwise elsewhere, and what the summary tells of complaints, plans and the UR decision.',
    'Denials that stand more than three words before the sign, sentences on what guidelines ask for, and what somebody else said.',
    'A change in time: “recent”, “repeat”, “now”, “no longer”, “since then”.',
  ],
  examples: {
    valid: ['## Clinical Case Summary\n\nThe examination of the left knee revealed swelling.\n\n### Walking cane: Upheld\n\n**Decision rationale:** There is no swelling of the right knee. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '## Clinical Case Summary\n\nThe examination of the left knee revealed swelling and a limp.\n\n### Walking cane for the left knee: Upheld\n\n**Decision rationale:** There was ⟦no swelling⟧ noted on examination. Therefore, a cane is not medically necessary.' }],
  },
  messages: signMessages,
  about: against,
  check(item, _, report, letter) {
    reportContraries(item, letter, signReaders, report);
  },
});
