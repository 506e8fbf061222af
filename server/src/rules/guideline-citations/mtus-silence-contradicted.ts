import type { Rationale } from '../../determination/model.ts';
import { deniesForSilenceAlone, isAboutRequest, saidMtusSilence } from '../../determination/mtus-silence.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { sentenceAround } from '../../determination/sentences.ts';
import { leansOnAnother } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const mtusSilenceContradicted = defineRule({
  id: 'mtus-silence-contradicted',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale that calls the MTUS silent rests on a source outside of it.',
  why: 'If the MTUS says nothing about the request, it can’t be what the decision is based on: the line must name the source that was used instead.',
  sources: [{ title: '8 CCR 9792.21.1(d)' }, { title: '4 of 439 published items' }],
  leavesAlone: ['A line that cites any source outside of the MTUS.', '“Makes no recommendation” where a current ACOEM guideline is cited: that is one of its ratings.', 'Silence on a detail, such as the number of visits.', 'A rationale that calls one guideline silent and argues from another one of the MTUS.', 'A denial for silence alone: `denied-for-mtus-silence` speaks of that.', 'Dependants.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.\n\n**Decision rationale:** The MTUS is silent. ODG asks for a limited gait, and the gait is steady. Therefore, the wheelchair is not medically necessary.'],
    invalid: [{
      draft: '### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** ⟦The MTUS is silent on wheelchairs.⟧ The gait of this patient is steady on level ground. Therefore, the wheelchair is not medically necessary.',
    }],
  },
  messages: {
    onlyMtus: ({ item }: { item: number }) =>
      `${itemName(item)} says that the MTUS is silent, but its guideline line cites only the MTUS. Cite the source that the decision rests on.`,
  },
  about: dependantsOf,
  check(item, _context, report, dependants) {
    const { reviewerGuideline: line, rationale } = item.reading;
    if (!line || !rationale || dependants.includes(item.number) || leansOnAnother(item.reading)) return;
    const cited = line.citations.filter(({ status }) => status !== 'none');
    if (cited.length === 0 || cited.some(({ status }) => status !== 'resolved')) return;
    const silence = saidMtusSilence(item.reading).filter((each) => isAboutRequest(each, item.reading.title)).map(({ span }) => span);
    const first = silence[0];
    if (!first || deniesForSilenceAlone(item.reading)) return;
    // "The 2016 edition is silent, while the 2009 edition …": another guideline of the MTUS is argued from.
    const argued = rationale.citations.some(({ kind, span }) => (kind === 'mtus' || kind === 'acoem') && (!sentenceAround(silence, span) || severalIn(rationale.citations, first)));
    if (argued) return;
    report({
      span: sourceSpan(rationale.prose, first),
      messageId: 'onlyMtus',
      data: { item: item.number },
      related: [{ span: line.prose.span, message: 'The guideline line' }],
      fixes: [{
        title: 'Add a source outside of the MTUS to the line',
        applicability: 'suggestion',
        edits: [{ span: { start: line.prose.span.end, end: line.prose.span.end }, newText: ` Decision based on Non-MTUS Citation ${sourceOf(rationale)}.` }],
      }],
    });
  },
});

/** What the rationale argues from outside of the MTUS; where it names nothing, only the reviewer knows. */
function sourceOf({ citations }: Rationale): string {
  return citations.some(({ kind }) => kind === 'odg') ? 'Official Disability Guidelines (ODG)' : '[[source]]';
}

function severalIn(citations: readonly { readonly guideline: object | null; readonly span: { readonly start: number; readonly end: number } }[], sentence: { readonly start: number; readonly end: number }): boolean {
  return new Set(citations.filter(({ guideline, span }) => guideline && sentence.start <= span.start && span.end <= sentence.end).map(({ guideline }) => guideline)).size > 1;
}
