import type { UnknownLabel } from '../../determination/model.ts';
import { shift } from '../../markdown/span.ts';
import { defineRule } from '../engine/rule.ts';

const FIELDS: Readonly<Record<UnknownLabel['field'], string>> = {
  claimsAdministratorGuideline: 'the claims administrator’s guideline', reviewerGuideline: 'the reviewer’s guideline', rationale: 'the rationale',
};

export const unknownLabel = defineRule({
  id: 'unknown-label',
  family: 'structure',
  scope: 'letter',
  severity: 'warning',
  summary: 'The labels of an item are those of the published letters, or those that the team has named in its settings.',
  why: 'Behind a label that nobody knows the checks have to guess which part of the item stands there. A reader has to, too. Where the label is your house style, the lightbulb writes it into the settings of the folder (`.imr.yaml`), and it is known in all letters there.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Further items with the same label: a letter hears of it once.', 'Labels in plain text, where nothing sets them off.', 'Bold words in a rationale that has its label.', 'Labels that name the claims administrator.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Guideline relied on:** Decision based on MTUS Knee Complaints 2004.\n\n**Reasons:** The gait is steady. Therefore, the cane is not medically necessary.'],
    invalid: [{
      draft: '### Walking cane: Upheld\n\n**⟦Literature⟧:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The gait is steady. Therefore, the cane is not medically necessary.',
    }],
  },
  messages: {
    takenFor: ({ label, field }: { label: string; field: UnknownLabel['field'] }) =>
      `“${label}” is no label that a letter is known to have. What stands behind it is taken for ${FIELDS[field]}: use that label, or teach yours to the settings.`,
  },
  check: ({ items }, report) => {
    const said = new Set<string>();
    for (const { number, start, reading: { unknownLabels } } of items) {
      for (const { words: label, field, span } of unknownLabels) {
        const key = label.toLowerCase();
        if (!said.has(key)) report({ span: shift(span, start), item: number, messageId: 'takenFor', data: { label, field } });
        said.add(key);
      }
    }
  },
});
