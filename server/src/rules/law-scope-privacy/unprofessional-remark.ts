import { defineRule } from '../engine/rule.ts';
import { wordsStating } from '../common/stated-words.ts';

export const unprofessionalRemark = defineRule({
  id: 'unprofessional-remark',
  family: 'law-scope-privacy',
  scope: 'words',
  severity: 'warning',
  summary: 'The letter speaks of patient and provider with respect.',
  why: 'The patient reads the letter, and so may a judge. A disparaging word adds no reason and invites an appeal for bias.',
  sources: [{ title: 'Labor Code 4610.6(h)(3), (4): conflict of interest and bias as grounds of appeal' }],
  leavesAlone: ['Quoted words.', 'Clinical terms: “drug-seeking behavior”, “symptom magnification”.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** Symptom magnification was noted. The gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The request ⟦is ridiculous⟧ and the gait is steady. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    disparages: ({ words }: { words: string }) => `“${words}” disparages. Leave it out, and say what in the record speaks for or against the request.`,
  },
  check: (own, report) => {
    for (const { span, words } of wordsStating(own, 'person', 'tone', 'disparages')) report({ span, messageId: 'disparages', data: { words } });
  },
});
