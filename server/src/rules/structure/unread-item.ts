import { defineRule } from '../engine/rule.ts';

export const unreadItem = defineRule({
  id: 'unread-item',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'Every item of the letter has a title that can be told from the words around it.',
  why: 'Labels without a title of their own belong to an item that nobody can find: it isn’t counted, isn’t checked, and a reader takes its reasons for those of the item above. A letter must not be signed over it.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['A label that stands twice where nothing is behind one of the two.', 'Labels in quotations, comments and code.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n### Crutches: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.'],
    invalid: [{
      draft: '### Walking cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The gait is steady. Therefore, the cane is not medically necessary.\n\nCrutches, which are denied.\n\n**⟦MAXIMUS guideline:⟧** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** The knee bears weight. Therefore, crutches are not medically necessary.',
    }],
  },
  messages: {
    underNoTitle: ({ label }: { label: string }) => `“${label}” belongs to no item: no title stands above it. Give its item a heading, with the decision behind it.`,
    twice: ({ item, label }: { item: number; label: string }) =>
      `Item ${item} has “${label}” twice: another item seems to begin between them. Give it a heading, with the decision behind it.`,
    inTable: () => 'The items of this table are not read, since it is written in HTML or with tabs. Give each item a heading with its decision, or write the table with “|” between the cells.',
  },
  check: ({ unread, unreadTable }, report) => {
    if (unreadTable) report({ span: unreadTable, messageId: 'inTable' });
    for (const { words: label, span, item } of unread) {
      if (item === null) report({ span, messageId: 'underNoTitle', data: { label } });
      else report({ span, item, messageId: 'twice', data: { item, label } });
    }
  },
});
