import { goesOnWithSource, leansOnItemBefore } from '../../determination/argument/leaning.ts';
import type { DisputedItem, GuidelineLine, Rationale } from '../../determination/model.ts';
import { callsMtusSilent, mayCallMtusSilent, namesMtus } from '../../determination/argument/mtus-silence.ts';
import { isBareConclusion } from '../common/bare-conclusion.ts';
import { citedPlace, leansOnAnother, rankedLine, fittingGuidelines } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { quotedSectionOf } from '../common/quoted-section.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const mtusSkipped = defineRule({
  id: 'mtus-skipped',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  waits: true,
  summary: 'A decision that rests on other sources alone says that the MTUS does not answer the question.',
  why: 'The search begins with the MTUS. Other guidelines and studies come after it, where it is silent or has been rebutted, and the letter has to show that step. 16 of 69 published items that cite only other sources don’t.',
  sources: [{ title: '8 CCR 9792.21.1(a), the medical evidence search sequence' }],
  leavesAlone: ['A rationale or a guideline line that speaks in any words of the MTUS, ACOEM or the adopted guidelines and of their silence, scope or rebuttal.', 'A line that cites the MTUS as well.', 'Dependants, a rationale that leans on the item before (“The same holds here”), and one without any reason: `missing-rationale` speaks of that.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.\n\n**Decision rationale:** The MTUS does not address wheelchairs. ODG asks for a limited gait, and the gait is steady. Therefore, the wheelchair is not medically necessary.'],
    invalid: [{
      draft: '### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on Non-MTUS Citation ⟦Official Disability Guidelines (ODG), Knee & Leg⟧.\n\n**Decision rationale:** ODG asks for a limited gait, and the gait is steady. Therefore, the wheelchair is not medically necessary.',
      fixed: '### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.\n\n**Decision rationale:** The MTUS does not address this request. ODG asks for a limited gait, and the gait is steady. Therefore, the wheelchair is not medically necessary.',
    }],
  },
  messages: {
    silenceUnsaid: ({ item }: { item: number }) =>
      `${itemName(item)} rests on sources outside of the MTUS, and the rationale doesn’t say that the MTUS is silent. Say so, or cite the MTUS.`,
  },
  about: dependantsOf,
  check(item, context, report, dependants) {
    const { reviewerGuideline: line, rationale } = item.reading;
    if (!line || !rationale || rationale.prose.text === '' || isBareConclusion(item.reading) || dependants.includes(item.number) || leansOnAnother(item.reading) || leansOnItemBefore(rationale) || goesOnWithSource(rationale)) return;
    const cited = line.citations.filter(({ status }) => status !== 'none');
    const first = cited[0];
    if (!first || cited.some(({ status }) => status !== 'external') || saysSilent(line) || mayCallMtusSilent(rationale)) return;
    report({
      span: citedPlace({ line }, first.span),
      messageId: 'silenceUnsaid',
      data: { item: item.number },
      fixes: () => [
        ...sayingSo(item, rationale),
        ...withinMtus(item, context).map((words): Fix => ({ title: `Cite “${words}” as well`, applicability: 'suggestion', edits: [{ span: { start: line.prose.span.start, end: line.prose.span.start }, newText: `${words} ` }] })),
      ],
    });
  },
});

/** "The MTUS does not address scooters." may stand in the line itself. */
function saysSilent({ citations }: GuidelineLine): boolean {
  return citations.some(({ status, kind, text }) => status === 'none' && kind === 'mtus' && callsMtusSilent(text));
}

/** Not where the rationale argues from the MTUS, or the claims administrator cites its section: it would say of it what isn't so. */
function sayingSo({ reading }: DisputedItem, rationale: Rationale): Fix[] {
  if (namesMtus(rationale) || quotedSectionOf(reading)) return [];
  const { start } = rationale.prose.span;
  return [{
    title: 'Say in the rationale that the MTUS does not address the request',
    applicability: 'suggestion',
    edits: [{ span: { start, end: start }, newText: 'The MTUS does not address this request. ' }],
  }];
}

function withinMtus(item: DisputedItem, context: LetterContext): string[] {
  const best = fittingGuidelines(item, context).find(({ guideline }) => guideline.family !== 'odg');
  return best ? [rankedLine(best, context)] : [];
}
