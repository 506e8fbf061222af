import { deniesForSilenceAlone, saidMtusSilence, silenceForbids } from '../../determination/argument/mtus-silence.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { leansOnAnother } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const deniedForMtusSilence = defineRule({
  id: 'denied-for-mtus-silence',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  summary: 'A treatment isn’t denied only because the MTUS doesn’t mention it.',
  why: 'Where the MTUS is silent the search goes on: to other guidelines, then to studies. Silence alone is no ground for a denial.',
  sources: [{ title: '8 CCR 9792.21(d)' }, { title: '8 CCR 9792.21.1(a)' }],
  leavesAlone: ['A rationale with any other reason beside the silence: another source, or a fact of the case.', 'Dependants.'],
  examples: {
    valid: ['### Wheelchair rental: Upheld\n\n**Decision rationale:** The MTUS is silent. The gait is steady on level ground. Therefore, the wheelchair is not medically necessary.'],
    invalid: [{ draft: '### Wheelchair rental: Upheld\n\n**Decision rationale:** ⟦The MTUS does not mention wheelchairs.⟧ Therefore, the wheelchair is not medically necessary.' }],
  },
  messages: {
    silenceAlone: ({ item }: { item: number }) =>
      `${itemName(item)} is denied only because the MTUS doesn’t mention it. Go on to other guidelines or studies, and say what they hold for this patient.`,
    silenceForbids: ({ item }: { item: number }) =>
      `${itemName(item)} holds that what the MTUS leaves out isn’t allowed. Silence forbids nothing: go on to other guidelines or studies, and say what they hold for this patient.`,
  },
  about: dependantsOf,
  check(item, _context, report, dependants) {
    const { decision, rationale } = item.reading;
    if (decision?.value !== 'Upheld' || !rationale?.conclusion || dependants.includes(item.number) || leansOnAnother(item.reading)) return;
    const forbidden = silenceForbids(rationale);
    if (forbidden) {
      report({ span: sourceSpan(rationale.prose, forbidden), messageId: 'silenceForbids', data: { item: item.number } });
      return;
    }
    const first = saidMtusSilence(item.reading)[0]?.span ?? rationale.conclusion.span;
    if (!deniesForSilenceAlone(item.reading)) return;
    report({
      span: sourceSpan(rationale.prose, first),
      messageId: 'silenceAlone',
      data: { item: item.number },
    });
  },
});
