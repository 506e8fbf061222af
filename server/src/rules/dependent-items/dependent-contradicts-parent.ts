import type { DisputedItem } from '../../determination/model.ts';
import { readPartialRequest } from '../../determination/figures/partial-request.ts';
import { referencesOf } from '../../determination/argument/references.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { parentPlace, tiesOf, tiesOfItem } from '../common/dependence.ts';
import { conclusionEdit, decisionEdit } from '../common/edits.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemList, itemName } from '../common/wording.ts';

export const dependentContradictsParent = defineRule({
  id: 'dependent-contradicts-parent',
  family: 'dependent-items',
  scope: 'item',
  severity: 'error',
  summary: 'What hangs on a denied request isn’t approved.',
  why: 'Post-operative therapy, a cold unit or an assistant surgeon has no purpose without the operation. In 25 of 25 published letters the dependants of an upheld denial are upheld too.',
  sources: [{ title: '25 of 25 dependants under an upheld parent in letters of 12/2016 to 3/2017' }, { title: 'Labor Code 4610.6(h)' }],
  leavesAlone: [
    'The other direction: a dependant may be denied on its own merits under an approved operation.',
    'A dependant one of whose parents is overturned.', 'Therapy, drugs and visits that are given because the operation is not.', 'A parent outside the letter.', 'A service after an operation that was done already.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### Knee arthroscopy: Overturned\n\n### Associated surgical service: Crutches: Upheld\n\n**Decision rationale:** Crutches are at home already. Therefore, crutches are not medically necessary.'],
    invalid: [{
      draft: '### Left knee arthroscopy: Upheld\n\n**Decision rationale:** The knee is stable and films show no loose body. Therefore, arthroscopy is not medically necessary.\n\n### Associated surgical service: Crutches: ⟦Overturned⟧\n\n**Decision rationale:** Crutches help in the first week after an operation. Therefore, crutches are medically necessary.\n',
      fixed: '### Left knee arthroscopy: Upheld\n\n**Decision rationale:** The knee is stable and films show no loose body. Therefore, arthroscopy is not medically necessary.\n\n### Associated surgical service: Crutches: Upheld\n\n**Decision rationale:** Crutches help in the first week after an operation. Therefore, crutches are not medically necessary.\n',
    }],
  },
  messages: {
    parentUpheld: ({ item, others }: { item: number; others: readonly number[] }) =>
      `${itemName(item)} depends on ${itemList(others)}, which ${others.length === 1 ? 'is' : 'are'} Upheld. Uphold it as well, or say why it stands on its own.`,
  },
  about: tiesOf,
  check(item, _, report, all) {
    const { decision } = item.reading;
    if (decision?.value !== 'Overturned') return;
    const ties = tiesOfItem(item, all);
    const [first] = ties;
    // Of what was asked in part is authorized: there is something to hang on.
    if (!first || ties.some((tie) => tie.decision !== 'Upheld' || readPartialRequest(tie.title.text) !== null)) return;
    if (first.reason === 'rationale' && isInsteadOfParent(item) && !isForAfterParent(item)) return;
    const numbers = ties.map(({ parent }) => parent);
    report({
      span: decision.span,
      messageId: 'parentUpheld',
      data: { item: item.number, others: numbers },
      related: [...ties.map(parentPlace), { span: first.span, message: `Here item ${item.number} says that it depends on ${itemList(numbers)}` }],
      fixes: [followParent(item)],
    });
  },
});

/** "As the surgery is not necessary, further therapy is": what the patient gets instead of the operation. */
function isInsteadOfParent({ reading }: DisputedItem): boolean {
  return findTreatments(reading.title.text).some(({ value }) => INSTEAD.has(value.kind)) || findDrugs(reading.title.text).length > 0;
}

/** "Once the cuff is repaired, supervised motion is needed", "as the trial is approved". */
function isForAfterParent({ reading }: DisputedItem): boolean {
  return referencesOf(reading).clauses.some(({ says, ahead }) => says === 'supported' || (says === 'served' && ahead));
}

const INSTEAD: ReadonlySet<string> = new Set(['therapy', 'chiropractic', 'acupuncture', 'injection', 'psychological', 'consultation', 'program', 'evaluation', 'imaging']);

function followParent(item: DisputedItem): Fix {
  const turned = conclusionEdit(item.reading.rationale, 'Upheld');
  const edits = [decisionEdit(item.reading, 'Upheld'), ...(turned ? [turned] : [])];
  return { title: `Uphold item ${item.number} as its parent: decision${turned ? ' and conclusion' : ''}`, applicability: 'suggestion', edits };
}
