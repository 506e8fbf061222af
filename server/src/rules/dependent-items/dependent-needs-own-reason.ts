import type { DisputedItem, Rationale } from '../../determination/model.ts';
import { referencesOf, type ParentClause } from '../../determination/argument/references.ts';
import { parentPlace, tiesOf, tiesOfItem } from '../common/dependence.ts';
import { decisionEdit } from '../common/edits.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { dependenceSentence, itemList, itemName } from '../common/wording.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { sentenceAround } from '../../determination/sentences.ts';

export const dependentNeedsOwnReason = defineRule({
  id: 'dependent-needs-own-reason',
  family: 'dependent-items',
  scope: 'item',
  severity: 'error',
  waits: true,
  summary: 'A dependant isn’t denied for want of a parent that the same letter approves.',
  why: '“As the surgery is not medically necessary” can’t carry a denial where the letter finds the surgery necessary. The dependant needs a reason of its own, or follows its parent.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '6 of 12 dependants under an overturned parent were upheld, each on a ground of its own' }],
  leavesAlone: ['A dependant that is denied on its own merits: quantity, duration, another condition.', 'A parent outside the letter, or one of several parents upheld.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Knee arthroscopy: Overturned\n\n### Associated surgical service: Cold unit: Upheld\n\n**Decision rationale:** The operation is supported, but no period of use is named. Therefore, the cold unit is not medically necessary.'],
    invalid: [{
      draft: '### Left knee arthroscopy: Overturned\n\n**Decision rationale:** The knee locks and films show a loose body. Therefore, arthroscopy is medically necessary.\n\n### Associated surgical service: Crutches: Upheld\n\n**Decision rationale:** ⟦As the requested surgery is not medically necessary⟧, crutches are not medically necessary.\n',
      fixed: '### Left knee arthroscopy: Overturned\n\n**Decision rationale:** The knee locks and films show a loose body. Therefore, arthroscopy is medically necessary.\n\n### Associated surgical service: Crutches: Overturned\n\n**Decision rationale:** As the request in question 1 is medically necessary, the request for Associated surgical service: Crutches is medically necessary.\n',
    }],
  },
  messages: {
    parentOverturned: ({ item, others }: { item: number; others: readonly number[] }) => others.length === 1
      ? `${itemName(item)} is denied because ${itemList(others)} is not necessary, but the letter overturns that denial. Give a reason of its own, or overturn it too.`
      : `${itemName(item)} is denied because ${itemList(others)} are not necessary, but the letter overturns those denials. Give a reason of its own, or overturn it too.`,
  },
  about: tiesOf,
  check(item, _, report, all) {
    const { rationale, decision } = item.reading;
    if (!rationale || decision?.value !== 'Upheld') return;
    const ties = tiesOfItem(item, all);
    if (ties.length === 0 || ties.some((tie) => tie.decision !== 'Overturned')) return;
    const clause = referencesOf(item.reading).clauses.find(({ says, named }) => says === 'denied' && (named || ties.some(({ reason }) => reason !== 'title')));
    if (!clause) return;
    const numbers = ties.map(({ parent }) => parent);
    report({
      span: sourceSpan(rationale.prose, clause.span),
      messageId: 'parentOverturned',
      data: { item: item.number, others: numbers },
      related: ties.map(parentPlace),
      fixes: [overturnToo(item, rationale, clause, numbers)],
    });
  },
});

/** Overturns the item and writes the sentence of dependence anew; a conclusion further down is taken out with it, as the sentence concludes. */
function overturnToo(item: DisputedItem, rationale: Rationale, clause: ParentClause, numbers: readonly number[]): Fix {
  const sentence = sentenceAround(rationale.sentences, clause.span) ?? clause.span;
  const { conclusion } = rationale;
  const edits = [
    decisionEdit(item.reading, 'Overturned'),
    { span: sourceSpan(rationale.prose, sentence), newText: dependenceSentence(item, numbers, 'Overturned') },
  ];
  if (conclusion && conclusion.span.start > sentence.start) edits.push({ span: sourceSpan(rationale.prose, { start: sentence.end, end: conclusion.span.end }), newText: '' });
  return { title: `Overturn item ${item.number} as its parent: decision and sentence`, applicability: 'suggestion', edits };
}
