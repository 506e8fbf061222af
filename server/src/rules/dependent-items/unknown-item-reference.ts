import type { Determination, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { referencesOf } from '../../determination/argument/references.ts';
import { allSentences, statementsIn } from '../../determination/statements.ts';
import { isForeign } from '../../determination/words/subject.ts';
import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, type Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import { summaryOf, titlesOf } from '../engine/own-words.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const unknownItemReference = defineRule({
  id: 'unknown-item-reference',
  family: 'dependent-items',
  scope: 'item',
  severity: 'error',
  waits: ['noSuchItem', 'noSuchThing'],
  summary: 'A question that a rationale points to is one of the letter’s own, and not itself.',
  why: 'A reason that rests on “question 4” in a letter of three items rests on nothing. Mostly an item was taken out or moved after the sentence was written.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['Numbers of questionnaires, scales and tables.', 'Numbers behind other words than question, issue, item or request.', 'A thing that any item or the summary speaks of, and what a guideline or a report says.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Home exercise kit: Upheld\n\n### Delivery of the kit: Upheld\n\n**Decision rationale:** As the kit was not certified in question 1, its delivery is not medically necessary.'],
    invalid: [{
      draft: '### Home exercise kit: Upheld\n\n**Decision rationale:** Exercise needs no kit here. Therefore, the kit is not medically necessary.\n\n### Delivery of the kit: Upheld\n\n**Decision rationale:** As the kit was not certified in question ⟦3⟧, its delivery is not medically necessary.\n',
      fixed: '### Home exercise kit: Upheld\n\n**Decision rationale:** Exercise needs no kit here. Therefore, the kit is not medically necessary.\n\n### Delivery of the kit: Upheld\n\n**Decision rationale:** As the kit was not certified in question 1, its delivery is not medically necessary.\n',
    }],
  },
  messages: {
    itself: ({ item }: { item: number }) => `${itemName(item)} points to itself. Name the item that it depends on.`,
    noSuchItem: ({ item, named, count }: { item: number; named: number; count: number }) =>
      `${itemName(item)} points to item ${named}, but the letter has ${count === 1 ? 'one item' : `${count} items`}. Name the item that is meant.`,
    noSuchThing: ({ item, named }: { item: number; named: string }) =>
      `${itemName(item)} points to what is said of “${named}”, but the letter decides no such thing. Name the item that is meant, or give the reason here.`,
  },
  about: (determination) => ({ titles: titlesOf(determination), said: pointsToAThing(determination) ? saidIn(determination) : [] }),
  check(item, _, report, { titles, said }) {
    const count = titles.length;
    const { rationale, dependsOn } = item.reading;
    const named = rationale ? referencesOf(item.reading).numbers.map(({ value, span }) => ({ value, span: sourceSpan(rationale.prose, span) })) : [];
    for (const { value, span } of [...dependsOn?.numbers ?? [], ...named]) {
      const itself = value === item.number;
      if (!itself && value >= 1 && value <= count) continue;
      const place = { span, fixes: toTheOther(item.number, count, { value, span }) };
      if (itself) report({ ...place, messageId: 'itself', data: { item: item.number } });
      else report({ ...place, messageId: 'noSuchItem', data: { item: item.number, named: value, count } });
    }
    if (!rationale || count < 2) return;
    const others = said.flatMap((things, i) => (i + 1 === item.number ? [] : things));
    for (const { text, span } of thingsPointedTo(rationale.prose)) {
      if (!titles.every((title) => isForeign(title.text, text)) || thingsOf(readSentence(text)).some((thing) => others.includes(thing))) continue;
      report({ span: sourceSpan(rationale.prose, span), messageId: 'noSuchThing', severity: 'warning', data: { item: item.number, named: text } });
    }
  },
});

/** "As explained above for the injection": the things whose reasons a rationale points to. Spans: in the prose's text. */
const thingsPointedTo = keptBy((prose: Prose): readonly { readonly text: string; readonly span: Span }[] =>
  statementsIn(prose, 'letter').flatMap(({ statement: { says, slots: { of } }, sentence, start }) =>
    (says['points'] !== 'to-a-thing' || !of || hasWord(sentence, 'of-other-texts') ? [] : [{ text: of.text, span: shift(of.span, start) }])));

function pointsToAThing({ items }: Determination): boolean {
  return items.some(({ reading: { rationale } }) => rationale !== null && thingsPointedTo(rationale.prose).length > 0);
}

/** What each rationale, and last the summary, speaks of: what somebody else's item speaks of may be what is meant. */
function saidIn(determination: Determination): (readonly string[])[] {
  const spoken = [...determination.items.map(({ reading: { rationale } }) => rationale?.prose), summaryOf(determination)?.reading.prose];
  return spoken.map((prose) => (prose ? thingsIn(prose) : []));
}

/** The ids of the treatments and drugs that some prose names, sentence by sentence. */
const thingsIn = keptBy((prose: Prose): readonly string[] => [...new Set(allSentences(prose).flatMap(({ sentence }) => thingsOf(sentence)))]);

const thingsOf = keptBy((sentence: Sentence): readonly string[] => [
  ...mentionsOf<Treatment>(sentence, 'treatment').map(({ value }) => value.id), ...mentionsOf<Drug>(sentence, 'drug').map(({ value }) => value.generic),
]);

/** Of two items only the other one can be meant; among more of them a number would be a guess. */
function toTheOther(own: number, count: number, { value, span }: { readonly value: number; readonly span: Span }): Fix[] {
  if (count !== 2) return [];
  const other = 3 - own;
  return [{ title: `Replace ${value} by ${other}`, applicability: 'suggestion', edits: [{ span, newText: String(other) }] }];
}
