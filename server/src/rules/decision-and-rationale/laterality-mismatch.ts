import { leansOnItemBefore } from '../../determination/leaning.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { ownSentences, type PlacedSentence } from '../../determination/statements.ts';
import { hasWord, readSentence, statementsOf } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const lateralityMismatch = defineRule({
  id: 'laterality-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'The side that is decided is the side that was requested.',
  why: 'A right knee that is decided as a left one is a wrong-side order in the making.',
  sources: [{ title: '0 of 439 published items' }, { title: 'Labor Code 4610.6(h)' }],
  leavesAlone: ['Bilateral requests, titles without a side.', 'A conclusion without a side, or with both.', 'In the rest of the rationale it is a warning, and only where the requested side is never named, and the other one isn’t told of as history, to compare, or as the place that a graft comes from.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the left knee: Upheld\n\n**Decision rationale:** The right knee had surgery in 2019. The left knee is stable. Therefore, an MRI of the left knee is not medically necessary.'],
    invalid: [{
      draft: '### MRI of the left knee: Upheld\n\n**Decision rationale:** The left knee of this patient is stable. Therefore, an MRI of the ⟦right⟧ knee is not medically necessary.',
      fixed: '### MRI of the left knee: Upheld\n\n**Decision rationale:** The left knee of this patient is stable. Therefore, an MRI of the left knee is not medically necessary.',
    }],
  },
  messages: {
    conclusion: ({ item, side, said }: { item: number; side: string; said: string }) =>
      `${itemName(item)} is about the ${side} side, but its conclusion says “${said}”. Decide the side that was requested.`,
    rationale: ({ item, side, said }: { item: number; side: string; said: string }) =>
      `${itemName(item)} is about the ${side} side, but its rationale speaks only of the other one (“${said}”). Make sure that the requested side was reviewed.`,
  },
  check: (item, _context, report) => {
    const { sides, rationale, title } = item.reading;
    const side = sides[0];
    if (!rationale || sides.length !== 1 || side === undefined || side === 'bilateral') return;
    const { prose, conclusion } = rationale;
    const named = findSides(prose.text);
    const concluded = conclusion ? named.filter(({ span }) => conclusion.span.start <= span.start && span.end <= conclusion.span.end) : [];
    const here = concluded.length > 0 ? concluded : findSides(withoutQuotations(prose.text));
    const first = here[0];
    if (!first || here.some(({ value }) => value === side || value === 'bilateral')) return;
    const error = concluded.length > 0;
    if (!error && (hasWord(readSentence(title.text), 'beside') || leansOnItemBefore(rationale) || here.every(({ span }) => isTold(ownSentences(prose), span)))) return;
    const span = sourceSpan(prose, first.span);
    const place = { span, data: { item: item.number, side, said: first.text }, related: [{ span: title.span, message: `The request names the ${side} side` }] };
    if (!error) return report({ ...place, messageId: 'rationale', severity: 'warning' });
    const newText = like(first.text, side);
    report({
      ...place,
      messageId: 'conclusion',
      fixes: [{ title: `Replace “${first.text}” by “${newText}”`, applicability: 'suggestion', edits: [{ span, newText }] }],
    });
  },
});

/** The other side is told of beside the requested one: its history, or a comparison. */
function isTold(sentences: readonly PlacedSentence[], place: Span): boolean {
  const around = sentences.find(({ sentence, start }) => start <= place.start && place.end <= start + sentence.text.length);
  return around !== undefined && (hasWord(around.sentence, 'beside') || statementsOf(around.sentence, 'dependence').some(({ says }) => says['parent'] === 'done'));
}

function like(text: string, side: string): string {
  return /^[A-Z]/.test(text) ? side.charAt(0).toUpperCase() + side.slice(1) : side;
}
