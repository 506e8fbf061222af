import type { DecisionValue } from '../../determination/model.ts';
import { decisionEdit } from '../common/edits.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { decisionFor, itemName } from '../common/wording.ts';

export const missingDecision = defineRule({
  id: 'missing-decision',
  family: 'structure',
  scope: 'item',
  severity: 'error',
  waits: true,
  summary: 'Every disputed item says whether the denial is Upheld or Overturned.',
  why: 'The determination binds the parties item by item. An item without a decision word leaves the claims administrator without an order to follow, even where the rationale makes the reviewer’s mind plain.',
  sources: [{ title: 'Labor Code 4610.6(e) and (g)' }],
  leavesAlone: ['A decision that stands alone on the line below its title.', 'A decision word that is misspelt or outside the vocabulary: `unknown-decision` speaks of that.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Lumbar support brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004.'],
    invalid: [{
      draft: '### ⟦Lumbar support brace⟧\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care.\n\n**Decision rationale:** A brace has a place in the first days only. This injury is eight months old and the brace is meant for daily use at a desk. Therefore, the request for a lumbar support brace is not medically necessary.',
      fixed: '### Lumbar support brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care.\n\n**Decision rationale:** A brace has a place in the first days only. This injury is eight months old and the brace is meant for daily use at a desk. Therefore, the request for a lumbar support brace is not medically necessary.',
    }],
  },
  messages: {
    undecided: ({ item }: { item: number }) => `${itemName(item)} has no decision. Write “: Upheld” or “: Overturned” behind its title.`,
  },
  check: (item, _context, report) => {
    const { reading } = item;
    if (reading.decision) return;
    const concluded = reading.rationale?.conclusion;
    const values: DecisionValue[] = concluded && !concluded.unsure ? [decisionFor(concluded.value)] : ['Upheld', 'Overturned'];
    const fixes = values.map((value): Fix => ({
      title: concluded ? `Write “${value}”, as the rationale concludes` : `Write “${value}”`,
      applicability: 'suggestion',
      edits: [decisionEdit(reading, value)],
    }));
    const span = reading.title.text === '' ? reading.heading : reading.title.span;
    report({ span, messageId: 'undecided', data: { item: item.number }, fixes });
  },
});
