import type { PartialRequest, Prose } from '../../determination/model.ts';
import { decidedCount, decidedPart, decidedQuantities } from '../../determination/figures/decided-quantities.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { shift, type Span } from '../../markdown/span.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { comparable, findQuantities, type Quantity } from '../../vocabulary/quantities.ts';
import { defineRule } from '../engine/rule.ts';
import { askedOtherwise } from '../../determination/case/asked-visits.ts';
import { weighedOtherwise } from '../../determination/figures/weighed-amounts.ts';
import { summaryOf } from '../engine/own-words.ts';
import { itemName, requestOf } from '../common/wording.ts';

export const quantityMismatch = defineRule({
  id: 'quantity-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'Number, dose, frequency and duration that are decided are those that were requested.',
  why: 'The order is carried out as it is written. “#90” decided where “#60” was requested leaves a prescription that nobody reviewed.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    'Other units: twelve visits against twice a week for six weeks.',
    'Maxima that a guideline names, outside of the conclusion.',
    'A partly authorised request is compared with what remains in dispute; its first figure in the conclusion is a warning, not an error.', 'A conclusion that names the requested figure among others.',
    'A number that a rationale weighs where it was had, is a total or a first part, stands beside the requested one, or is offered in its place (“four visits would be reasonable” under a denial).',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** Up to #120 a month may be taken. No gain is recorded for this patient. Therefore, naproxen 500 mg #60 is not medically necessary.'],
    invalid: [{
      draft: '### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, naproxen 500 mg ⟦#90⟧ is not medically necessary.',
      fixed: '### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, naproxen 500 mg #60 is not medically necessary.',
    }],
  },
  messages: {
    otherFigure: ({ item, requested, decided }: { item: number; requested: string; decided: string }) =>
      `${itemName(item)} asks for ${counted(requested)}, but its conclusion decides ${counted(decided)}. Decide what was requested.`,
    otherUnit: ({ item, requested, said }: { item: number; requested: string; said: string }) =>
      `${itemName(item)} asks for ${requested}, and its rationale speaks of ${said}. Correct the unit.`,
    askedOtherwise: ({ item, said, requested }: { item: number; said: string; requested: string }) =>
      `${itemName(item)} says that ${said} are asked for, but the request is “${requested}”. Correct the one that is wrong.`,
    weighed: ({ item, said, requested }: { item: number; said: string; requested: string }) =>
      `${itemName(item)} weighs “${said}”, but the request is “${requested}”. Argue from the number that was requested.`,
    onlyPart: ({ item, said }: { item: number; said: string }) => `${itemName(item)} decides a part of what was requested (“${said}”), and the rest stays undecided. Decide all of it.`,
    wholeRequest: ({ item, requested, decided }: { item: number; requested: string; decided: string }) =>
      `${itemName(item)} leaves ${counted(requested)} in dispute, but its conclusion decides the ${counted(decided)} that were requested at first. Decide what remains.`,
  },
  about: (determination) => summaryOf(determination) ?? null,
  check: (item, _context, report, about) => {
    const { rationale, title, decision } = item.reading;
    if (!rationale) return;
    const request = requestOf(item);
    const requested = findQuantities(request);
    if (requested.length === 0 && !/\d/.test(title.text)) return;
    for (const { asked, span: within } of gramsForMilligrams(rationale.prose, requested)) {
      const span = sourceSpan(rationale.prose, within);
      const said = rationale.prose.text.slice(within.start, within.end);
      report({ span, messageId: 'otherUnit', data: { item: item.number, requested: asked, said }, fixes: [{ title: `Replace “${said}” by “${asked}”`, applicability: 'suggestion', edits: [{ span, newText: asked }] }] });
    }
    const { conclusion } = rationale;
    const asked = item.reading.partial ? [] : askedOtherwise(rationale.prose, request, about?.reading.prose ?? null);
    for (const { text: said, span: within } of asked) {
      if (conclusion && conclusion.span.start <= within.start && within.end <= conclusion.span.end) continue;
      report({ span: sourceSpan(rationale.prose, within), severity: 'warning', messageId: 'askedOtherwise', data: { item: item.number, said, requested: request }, related: [{ span: title.span, message: 'The request' }] });
    }
    const weighs = decision?.value ? weighedOtherwise(rationale.prose, title.text, decision.value, about?.reading.prose ?? null) : [];
    for (const { text: said, span: within, isSure } of weighs) {
      if (asked.some((each) => each.span.start === within.start) || (conclusion && conclusion.span.start <= within.start && within.end <= conclusion.span.end)) continue;
      report({ span: sourceSpan(rationale.prose, within), severity: isSure ? 'warning' : 'information', messageId: 'weighed', data: { item: item.number, said, requested: request }, related: [{ span: title.span, message: 'The request' }] });
    }
    const count = conclusion && !item.reading.partial ? decidedCount(rationale.prose.text.slice(conclusion.span.start, conclusion.span.end), request) : null;
    if (conclusion && count) return report({ span: sourceSpan(rationale.prose, shift(count.span, conclusion.span.start)), messageId: 'otherFigure', data: { item: item.number, requested: count.asked, decided: count.text }, related: [{ span: title.span, message: `The request: ${count.asked}` }] });
    if (!conclusion || requested.length === 0) return;
    const sentence = rationale.prose.text.slice(conclusion.span.start, conclusion.span.end);
    const part = item.reading.partial ? null : decidedPart(sentence);
    if (part) return report({ span: sourceSpan(rationale.prose, shift(part.span, conclusion.span.start)), severity: 'warning', messageId: 'onlyPart', data: { item: item.number, said: part.text }, related: [{ span: title.span, message: 'The request' }] });
    const decided = findQuantities(sentence);
    for (const quantity of decidedQuantities(sentence)) {
      const against = requested.filter(({ value }) => comparable(value, quantity.value));
      const first = against[0];
      if (!first || agrees(quantity, against) || isProduct(quantity, requested) || against.some((each) => decided.some((other) => comparable(other.value, each.value) && agrees(other, [each])))) continue;
      const place = { start: conclusion.span.start + quantity.span.start, end: conclusion.span.start + quantity.span.end };
      const span = sourceSpan(rationale.prose, place);
      const right = quantity.text.endsWith('s') ? counted(first.text) : first.text;
      const whole = isOfWholeRequest(item.reading.partial, quantity, first);
      report({
        span,
        ...(whole ? { severity: 'warning' } : {}),
        messageId: whole ? 'wholeRequest' : 'otherFigure',
        data: { item: item.number, requested: first.text, decided: quantity.text },
        related: [{ span: title.span, message: `The request: ${first.text}` }],
        fixes: [{ title: `Replace “${quantity.text}” by “${right}”`, applicability: 'suggestion', edits: [{ span, newText: right }] }],
      });
      return;
    }
  },
});

/** "600 g" in a rationale where the title asks for 600 mg, and for nothing by the gram. */
function gramsForMilligrams({ text }: Prose, requested: readonly Mention<Quantity>[]): { readonly asked: string; readonly span: Span }[] {
  const doses = requested.filter(({ value }) => value.kind === 'dose');
  if (doses.some(({ value }) => value.unit === 'g') || !/\d ?(?:g|grams?)\b/i.test(text)) return [];
  return findQuantities(text).flatMap(({ value, span }) => {
    const same = value.kind === 'dose' && value.unit === 'g' ? doses.find((dose) => dose.value.unit === 'mg' && isCombined(dose.value) === isCombined(value) && dose.value.values[0] === value.values[0]) : undefined;
    return same ? [{ asked: same.text, span }] : [];
  });
}

/** The "2 month" of "a 2 month supply" by itself: "2 months". */
function counted(text: string): string {
  return text.replace(/^((?!1\b)\d+)[ -](day|week|month|year|visit|session)$/, '$1 $2s');
}

/** The figure of a partly authorised request before anything of it was authorised: "#120", or the eight visits of "2 x 4". */
function isOfWholeRequest(partial: PartialRequest | null, quantity: Mention<Quantity>, remaining: Mention<Quantity>): boolean {
  if (!partial) return false;
  const [decided] = quantity.value.values;
  const [left] = remaining.value.values;
  return findQuantities(partial.original).some((each) => comparable(each.value, quantity.value) && agrees(quantity, [each]))
    || findQuantities(partial.authorized).some(({ value }) => comparable(value, quantity.value) && (value.values[0] ?? 0) + (left ?? 0) === decided);
}

function agrees({ value }: Mention<Quantity>, requested: readonly Mention<Quantity>[]): boolean {
  return requested.some((other) => value.assumed !== other.value.assumed || (isCombined(value) && isCombined(other.value)
    ? value.values.every((number, i) => number === other.value.values[i])
    : value.values.some((number) => other.value.values.includes(number))));
}

/** "Three tubes of 100 g" are 300 g, "2 x 6" are twelve visits, and 4 hours a day, 5 days a week for 6 weeks are 120 hours. */
function isProduct({ value: { values: [decided], range } }: Mention<Quantity>, requested: readonly Mention<Quantity>[]): boolean {
  const single = requested.flatMap(({ value }) => (value.range || value.values.length > 1 ? [] : value.values));
  return !range && single.some((one, i) => single.some((other, j) => j > i && (one * other === decided || single.some((third, k) => k > j && one * other * third === decided))));
}

/** "10/325 mg" is one dose of two drugs. */
function isCombined({ kind, values, range }: Quantity): boolean {
  return kind === 'dose' && values.length > 1 && !range;
}
