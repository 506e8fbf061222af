import { shift } from '../markdown/span.ts';
import type { Determination, DisputedItem } from '../determination/model.ts';
import { isDependant, lineFixes } from './citations.ts';
import { fieldEdit } from './edits.ts';
import { placeEdit } from './places.ts';
import { defineRule, type Fix, type LetterContext } from './rule.ts';
import { itemName } from './wording.ts';

export const missingGuideline = defineRule({
  id: 'missing-guideline',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'Every independent item names the guideline that the reviewer’s decision rests on.',
  why: 'The decision must cite the evidence and the standard that it applies. A line without a source leaves the parties nothing to check it against.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '8 CCR 9792.21.1(d)' }],
  leavesAlone: ['“The Expert Reviewer did not cite any medical evidence for its decision” on an item that only follows another (29 of 29).', 'The claims administrator’s line: it quotes somebody else.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Left knee arthroscopy: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n### Associated surgical service: Crutches: Upheld\n\n**MAXIMUS guideline:** The Expert Reviewer did not cite any medical evidence for its decision.'],
    invalid: [{
      draft: '### MRI of the left shoulder: Upheld\n\n⟦**MAXIMUS guideline:**⟧\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
      fixed: '### MRI of the left shoulder: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
    }],
  },
  check: (determination, report) => {
    for (const item of determination.items) {
      const line = item.reading.reviewerGuideline;
      const cited = line?.citations.some(({ status }) => status !== 'none') ?? false;
      if (cited || (line && line.prose.text !== '' && line.citations.length === 0)) continue;
      const nothingCited = line !== null && line.prose.text !== '';
      if (nothingCited && isDependant(item, determination.dependencies)) continue;
      const within = nothingCited ? line.prose.span : line ? line.label : item.reading.heading;
      report({
        span: shift(within, item.start),
        item: item.number,
        message: nothingCited
          ? `${itemName(item)} stands on its own, but its decision cites no evidence. Cite the guideline that it rests on.`
          : `${itemName(item)} doesn’t say which guideline the decision rests on. Cite it in the MAXIMUS guideline line.`,
        fixes: () => fixes(item, determination),
      });
    }
  },
});

function fixes(item: DisputedItem, determination: Determination): Fix[] {
  const context: LetterContext = determination;
  return lineFixes(item, context, (words) => placeEdit(item, fieldEdit(item, determination.layout, 'reviewerGuideline', words)));
}
