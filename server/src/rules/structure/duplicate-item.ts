import type { Prose } from '../../determination/model.ts';
import { span } from '../../markdown/span.ts';
import { requestKey } from '../../determination/words/same-request.ts';
import { titlesOf } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const duplicateItem = defineRule({
  id: 'duplicate-item',
  family: 'structure',
  scope: 'item',
  severity: 'warning',
  summary: 'Each disputed item is decided once.',
  why: 'A title that stands twice is mostly a copy whose side, level or dose was meant to be changed; if it isn’t, the same request gets two decisions.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Left and right, different levels, different doses or quantities: those are different items.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Wrist brace, left: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Forearm, Wrist, and Hand Complaints 2004.\n\n### Wrist brace, right: Upheld'],
    invalid: [{
      draft: '### Ketoprofen cream: Upheld\n\n**Decision rationale:** The cream is compounded. Therefore, the request for ketoprofen cream is not medically necessary.\n\n### ⟦Ketoprofen cream⟧: Upheld\n\n**Decision rationale:** The cream is compounded. Therefore, the request for ketoprofen cream is not medically necessary.\n',
      fixed: '### Ketoprofen cream: Upheld\n\n**Decision rationale:** The cream is compounded. Therefore, the request for ketoprofen cream is not medically necessary.\n\n',
    }],
  },
  messages: {
    sameTitle: ({ item, other }: { item: number; other: number }) =>
      `${itemName(item)} has the same title as item ${other}. Change the side, level or quantity that tells them apart, or take one out.`,
    sameRequest: ({ item, other }: { item: number; other: number }) =>
      `${itemName(item)} asks for the same as item ${other} in other words. Say what tells them apart, or take one out.`,
    requestDecidedTwice: ({ item, other, here, there }: { item: number; other: number; here: string; there: string }) =>
      `${itemName(item)} asks for the same as item ${other} in other words, but is ${here} where that is ${there}. Say what tells the two requests apart, or decide them alike.`,
    decidedTwice: ({ item, other, here, there }: { item: number; other: number; here: string; there: string }) =>
      `${itemName(item)} has the same title as item ${other}, but is ${here} where that is ${there}. Say what tells the two requests apart, or decide them alike.`,
  },
  about: (determination) => ({ titles: titlesOf(determination), decisions: determination.items.map(({ reading }) => reading.decision?.value ?? null) }),
  check(item, _, report, { titles, decisions }) {
    const { title } = item.reading;
    const sameWords = firstWith(titles).get(compared(title));
    const inOtherWords = sameWords === undefined || sameWords === item.number;
    const other = inOtherWords ? firstAsking(titles).get(requestKey(title.text) ?? '') : sameWords;
    const original = other === undefined ? undefined : titles[other - 1];
    if (other === undefined || !original || other === item.number) return;
    const [here, there] = [item.reading.decision?.value, decisions[other - 1]];
    const place = { span: title.span, related: [{ span: original.span, of: other, message: `Item ${other}` }] };
    // Which of two decisions is meant only the reviewer knows: nothing is taken out then.
    if (here && there && here !== there) return report({ ...place, messageId: inOtherWords ? 'requestDecidedTwice' : 'decidedTwice', data: { item: item.number, other, here, there } });
    report({
      ...place,
      messageId: inOtherWords ? 'sameRequest' : 'sameTitle',
      data: { item: item.number, other },
      fixes: () => [{ title: `Take out item ${item.number}`, applicability: 'suggestion', edits: [{ span: span(0, item.reading.length), newText: '' }] }],
    });
  },
});

/** Item numbers by the first title that is compared so, and by the first that asks for a thing in whatever words. */
const firstWith = keptBy((titles: readonly Prose[]) => firstBy(titles, (title) => compared(title) || null));
const firstAsking = keptBy((titles: readonly Prose[]) => firstBy(titles, ({ text }) => requestKey(text)));

/** Item numbers by the first title that has a key; null: none. */
function firstBy(titles: readonly Prose[], keyOf: (title: Prose) => string | null): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  titles.forEach((title, i) => {
    const key = keyOf(title);
    if (key !== null && !first.has(key)) first.set(key, i + 1);
  });
  return first;
}

/** Letters, digits and what belongs to a dose; numbers in words as digits. */
const compared = keptBy((title: Prose) => title.text.toLowerCase().replace(/[a-z]+/g, inDigits).replace(/[^a-z0-9.%/]+/g, ' ').trim());

function inDigits(word: string): string {
  return isNumberWord(word) ? String(readAmount(word, 0)?.values[0] ?? word) : word;
}
