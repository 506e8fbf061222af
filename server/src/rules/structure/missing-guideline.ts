import { fieldLabels, layoutsWithoutLabels } from '../../determination/reading/field-labels.ts';
import type { Determination } from '../../determination/model.ts';
import { leansOnAnother, lineFixes } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { fieldEdit } from '../common/edits.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const missingGuideline = defineRule({
  id: 'missing-guideline',
  family: 'structure',
  scope: 'item',
  severity: 'error',
  waits: true,
  summary: 'Every independent item names the guideline that the reviewer’s decision rests on.',
  why: 'The decision must cite the evidence and the standard that it applies. A line without a source leaves the parties nothing to check it against.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '8 CCR 9792.21.1(d)' }],
  leavesAlone: ['“The Expert Reviewer did not cite any medical evidence for its decision” on an item that only follows another (29 of 29).', 'The claims administrator’s line: it quotes somebody else.', 'The first layouts of 2013, which have no such line.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Left knee arthroscopy: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n### Associated surgical service: Crutches: Upheld\n\n**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.'],
    invalid: [{
      draft: '### MRI of the left shoulder: Upheld\n\n⟦**MAXIMUS guideline:**⟧\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
      fixed: '### MRI of the left shoulder: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
    }],
  },
  messages: {
    noEvidence: ({ item }: { item: number }) => `${itemName(item)} stands on its own, but its decision cites no evidence. Cite the guideline that it rests on.`,
    noLine: ({ item }: { item: number }) => `${itemName(item)} doesn’t say which guideline the decision rests on. Cite it in the reviewer’s guideline line.`,
  },
  about: (letter: Determination) => ({ dependants: dependantsOf(letter), labels: fieldLabels(letter.items) }),
  check(item, context, report, { dependants, labels }) {
    const line = item.reading.reviewerGuideline;
    const cited = line?.citations.some(({ status }) => status !== 'none') ?? false;
    if (cited || (line && line.prose.text !== '' && line.citations.length === 0)) return;
    if (line === null && layoutsWithoutLabels.includes(context.layout)) return;
    const nothingCited = line !== null && line.prose.text !== '';
    if (nothingCited && (dependants.includes(item.number) || leansOnAnother(item.reading))) return;
    report({
      span: nothingCited ? line.prose.span : line ? line.label : item.reading.heading,
      messageId: nothingCited ? 'noEvidence' : 'noLine',
      data: { item: item.number },
      // A cell of a table is filled in by hand.
      fixes: () => item.reading.isRow ? [] : lineFixes(item, context, (words) => fieldEdit(item, context.layout, labels, 'reviewerGuideline', words)),
    });
  },
});
