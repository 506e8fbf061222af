import { sourceSpan } from '../../determination/prose.ts';
import { conclusionEdit, decisionEdit } from '../common/edits.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { conclusionFor, decisionFor, itemName, necessityWords } from '../common/wording.ts';

export const conclusionContradictsDecision = defineRule({
  id: 'conclusion-contradicts-decision',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'The rationale concludes what the heading decides.',
  why: 'Upheld means that the denial stands: the request is not medically necessary. A letter whose heading says one thing and whose last sentence says the other can’t be carried out, and is a plainly erroneous finding that an appeal can rest on.',
  sources: [{ title: 'Labor Code 4610.6(h)' }, { title: '439 of 439 published decisions agree with their conclusion' }],
  leavesAlone: [
    'Anything but the last sentence with a verdict: guideline text and an opening verdict don’t count.',
    'Quoted words, and the note on tapering behind a denied opioid.',
    'A sentence that calls one thing necessary and another not.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the left knee: Upheld\n\n**Decision rationale:** Plain films have not been taken. Therefore, the request for an MRI of the left knee is not medically necessary.'],
    invalid: [{
      draft: '### MRI of the left knee: Overturned\n\n**Decision rationale:** Plain films have not been taken and the knee is stable. Therefore, the request for an MRI of the left knee is ⟦not medically necessary⟧.',
      fixed: '### MRI of the left knee: Upheld\n\n**Decision rationale:** Plain films have not been taken and the knee is stable. Therefore, the request for an MRI of the left knee is not medically necessary.',
    }],
  },
  messages: {
    contradiction: ({ item, decision, necessity }: { item: number; decision: string; necessity: string }) =>
      `${itemName(item)} is ${decision}, but its rationale concludes that the request is ${necessity}. Make the two agree.`,
  },
  check: (item, _context, report) => {
    const { decision, rationale } = item.reading;
    const conclusion = rationale?.conclusion;
    if (!decision?.value || !rationale || !conclusion || conclusion.unsure || conclusion.value === conclusionFor(decision.value)) return;
    const concluded = decisionFor(conclusion.value);
    const turned = conclusionEdit(rationale, decision.value);
    const fixes: Fix[] = [
      { title: `Set the decision to “${concluded}”, as the rationale concludes`, applicability: 'suggestion', edits: [decisionEdit(item.reading, concluded)] },
      ...(turned ? [{ title: `Set the conclusion to “${necessityWords(decision.value)}”, as the heading decides`, applicability: 'suggestion' as const, edits: [turned] }] : []),
    ];
    report({
      span: sourceSpan(rationale.prose, conclusion.verdict),
      messageId: 'contradiction',
      data: { item: item.number, decision: decision.word, necessity: necessityWords(concluded) },
      related: [{ span: decision.span, message: `The decision: ${decision.word}` }],
      fixes,
    });
  },
});
