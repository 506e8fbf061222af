import type { Determination, DisputedItem } from '../../determination/model.ts';
import type { Span } from '../../markdown/span.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { referencesOf } from '../../determination/argument/references.ts';
import { sentenceAround } from '../../determination/sentences.ts';
import type { RequestWords } from '../../determination/words/parent-words.ts';
import { findPerioperative, findTreatments } from '../../vocabulary/treatments.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { dependantsOf } from '../common/dependence.ts';
import { titlesOf } from '../engine/own-words.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { dependenceSentence, itemName, requestOf } from '../common/wording.ts';

export const dependencyWithoutParent = defineRule({
  id: 'dependency-without-parent',
  family: 'dependent-items',
  scope: 'item',
  severity: 'warning',
  waits: true,
  summary: 'A denial that rests on another denied request names one that the letter denies.',
  why: '“As the requested surgery is not medically necessary” says nothing where no such surgery is decided in the letter: the reader can’t find the reason.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '1 of 439 published items' }],
  leavesAlone: ['A rationale that names its parent by number: `unknown-item-reference` speaks of a wrong one.', 'A sentence that says the request is supported: a parent may have been authorised outside the letter.', 'A request that is an item of the letter, whatever its decision.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Crutches: Overturned\n\n**Decision rationale:** The concurrent request for surgery is supported. Therefore, crutches are medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n\n### Crutches: Upheld\n\n**Decision rationale:** ⟦As the requested surgery is not medically necessary⟧, crutches are not medically necessary.\n' }],
  },
  messages: {
    noSuchParent: ({ item, subject }: { item: number; subject: string }) =>
      `${itemName(item)} is denied for want of “${subject}”, but no such request is denied in this letter. Name the item that is meant, or give a reason of its own.`,
  },
  about: (determination) => ({ dependants: dependantsOf(determination), denied: deniedItems(determination), titles: titlesOf(determination) }),
  check(item, _, report, { dependants, denied, titles }) {
    const { rationale, decision, dependsOn } = item.reading;
    if (!rationale || decision?.value !== 'Upheld' || dependants.includes(item.number)) return;
    // A number that leads nowhere is another rule's matter.
    const { numbers, clauses } = referencesOf(item.reading);
    if (dependsOn || numbers.length > 0) return;
    const clause = clauses.find(({ says, decides, parent, subject }) => says === 'denied' && decides && isOperation(parent) && !PAST.test(subject));
    if (!clause) return;
    const sentence = sourceSpan(rationale.prose, sentenceAround(rationale.sentences, clause.span) ?? clause.span);
    if (denied.some((number) => number !== item.number && isUnreadable(titles[number - 1]?.text))) return;
    const parents = denied.filter((number) => number !== item.number).slice(0, OFFERED);
    report({
      span: sourceSpan(rationale.prose, clause.span),
      messageId: 'noSuchParent',
      data: { item: item.number, subject: clause.subject },
      fixes: [...parents.map((parent) => nameParent(item, parent, sentence)), ownReason(item, sentence)],
    });
  },
});

/** A denied item in words of which none is known may be the operation that is meant. */
function isUnreadable(title: string | undefined): boolean {
  return title !== undefined && findTreatments(title).length === 0 && findDrugs(title).length === 0 && findPerioperative(title).length === 0;
}

/** "He has had no recent operation": none that is asked for. */
const PAST = /\b(?:recent|prior|previous|earlier|past)\b/i;

/** So many items are offered as the parent that is meant. */
const OFFERED = 3;

/** Only the want of an operation or an injection is looked for: other services are often decided elsewhere. */
function isOperation({ operation, treatments }: RequestWords): boolean {
  return operation || treatments.some(({ kind }) => kind === 'surgery' || kind === 'injection');
}

function nameParent(item: DisputedItem, parent: number, sentence: Span): Fix {
  return { title: `Name item ${parent} as its parent`, applicability: 'suggestion', edits: [{ span: sentence, newText: dependenceSentence(item, [parent], 'Upheld') }] };
}

/** A sentence of its own to fill in. */
function ownReason(item: DisputedItem, sentence: Span): Fix {
  const newText = `The records show [[why the request is not necessary by itself]]. Therefore, the request for ${requestOf(item)} is not medically necessary.`;
  return { title: 'Give it a reason of its own to fill in', applicability: 'suggestion', edits: [{ span: sentence, newText }] };
}

function deniedItems({ items }: Pick<Determination, 'items'>): number[] {
  return items.filter(({ reading }) => reading.decision?.value === 'Upheld').map(({ number }) => number);
}
