import { sourceSpan } from '../../determination/prose.ts';
import type { Prose } from '../../determination/model.ts';
import { statementsIn } from '../../determination/statements.ts';
import { foreignArguedDrugs, genericsOf } from '../../determination/argument/argued-drugs.ts';
import { misnamedDrugs } from '../../determination/case/misnamed-drugs.ts';
import { titleWords } from '../../determination/words/title-words.ts';
import { findDrugs, sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { mentionsOf } from '../../language/sentence.ts';
import { summaryOf, titlesOf } from '../engine/own-words.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { inSentences } from '../common/in-sentences.ts';
import { itemName, requestOf } from '../common/wording.ts';

export const drugMismatch = defineRule({
  id: 'drug-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'The drug that is decided is the drug that was requested.',
  why: 'A conclusion carried over from another item decides a drug that this item isn’t about, and leaves the requested one undecided.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['A brand and its generic name, a combination and its ingredients.', 'A class or a paraphrase (“this medication”).', 'A conclusion that names the requested drug beside others.', 'Ingredients of a compound whose title doesn’t list them.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Norco 10/325 mg #60: Upheld\n\n**Decision rationale:** No gain is recorded. A taper is advised. Therefore, hydrocodone/acetaminophen is not medically necessary for this patient.'],
    invalid: [{
      draft: '### Naproxen 500 mg: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, the request for ⟦tizanidine⟧ is not medically necessary.',
      fixed: '### Naproxen 500 mg: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, the request for Naproxen is not medically necessary.',
    }],
  },
  messages: {
    otherDrug: ({ item, requested, decided }: { item: number; requested: string; decided: string }) =>
      `${itemName(item)} is about ${requested}, but its conclusion decides ${decided}. Decide the drug that was requested.`,
    otherName: ({ drug, called }: { drug: string; called: string }) => `${drug} and ${called} are two drugs. Write the one that is meant, under one of its own names.`,
    argued: ({ item, drug, requested }: { item: number; drug: string; requested: string }) =>
      `${itemName(item)} is about ${requested}, and its rationale argues from ${drug}, which nothing else in the letter names. Argue from the drug that was requested.`,
    notInCompound: ({ item, drug, requested }: { item: number; drug: string; requested: string }) =>
      `${itemName(item)} argues from ${drug} as an ingredient, and what was requested is ${requested}. Argue from what it holds.`,
  },
  about(determination) {
    const summary = summaryOf(determination);
    return [...genericsOf([...(summary ? [summary.reading.prose] : []), ...titlesOf(determination)])];
  },
  check: (item, _context, report, known) => {
    const { rationale, title } = item.reading;
    if (!rationale) return;
    for (const { drug, called, span } of misnamedIn(rationale.prose)) report({ span: sourceSpan(rationale.prose, span), severity: 'warning', messageId: 'otherName', data: { drug, called } });
    const request = requestOf(item);
    const requested = findDrugs(request);
    const first = requested[0];
    if (!first) return;
    const foreign = requested.length > 1 ? foreignIngredient(rationale.prose, requested) : null;
    if (foreign) return report({ span: sourceSpan(rationale.prose, foreign.span), severity: 'warning', messageId: 'notInCompound', data: { item: item.number, drug: foreign.text, requested: request.slice(first.span.start, requested.at(-1)?.span.end) } });
    const { conclusion } = rationale;
    for (const { text: drug, span: within } of foreignArguedDrugs(rationale.prose, request, new Set(known))) {
      if (!(conclusion && conclusion.span.start <= within.start && within.end <= conclusion.span.end)) report({ span: sourceSpan(rationale.prose, within), severity: 'warning', messageId: 'argued', data: { item: item.number, drug, requested: first.text }, related: [{ span: title.span, message: 'The request' }] });
    }
    if (!conclusion) return;
    const sentence = rationale.prose.text.slice(conclusion.span.start, conclusion.verdict.end);
    const decided = findDrugs(sentence);
    const [other] = decided;
    if (!other) return;
    if (decided.some(({ value }) => requested.some((drug) => isSameDrug(drug.value, value)))) {
      if (!decided.every((said) => requested.every((drug) => areTwoProducts(drug, said)))) return;
    }
    // The title's own words in the conclusion: the other drug stands beside the requested one under a name we don't know.
    const words = titleWords(sentence);
    if ([...titleWords(first.text)].some((word) => words.has(word) && !FORMS.has(word))) return;
    const right = wholeName(request, requested);
    const asked = request.slice(right.start, right.end);
    const wrong = withForm(sentence, wholeName(sentence, decided), asked);
    const written = sentence.slice(wrong.start, wrong.end);
    const span = sourceSpan(rationale.prose, shift(wrong, conclusion.span.start));
    report({
      span,
      messageId: 'otherDrug',
      data: { item: item.number, requested: asked, decided: written },
      related: [{ span: title.span, message: `The request: ${asked}` }],
      fixes: [{ title: `Replace “${written}” by “${asked}”`, applicability: 'suggestion', edits: [{ span, newText: asked }] } satisfies Fix],
    });
  },
});

const misnamedIn = inSentences(misnamedDrugs);

/** The first drug that a rationale calls an ingredient of a compound whose title lists others. Span: in the prose's text. */
function foreignIngredient(prose: Prose, requested: readonly Mention<Drug>[]): { readonly text: string; readonly span: Span } | null {
  for (const { statement: { says, slots: { drug } }, sentence, start } of statementsIn(prose, 'guideline')) {
    const value = drug && says['says'] === 'is-ingredient' ? mentionsOf<Drug>(sentence, 'drug', drug.from, drug.to)[0]?.value : undefined;
    if (drug && value && !requested.some((each) => sharesIngredient(each.value, value))) return { text: drug.text, span: shift(drug.span, start) };
  }
  return null;
}

/** Forms of many drugs: a Flector patch is no Lidoderm patch. */
const FORMS: ReadonlySet<string> = new Set(['patch', 'cream', 'gel', 'ointment', 'lotion', 'spray', 'solution', 'film', 'injection', 'er', 'ir', 'xr', 'sr', 'cr', 'dr', 'odt']);

/** What may stand between the parts of a compound: "gabapentin 10%, ketoprofen 10% and lidocaine". */
const WITHIN_COMPOUND = /^[\s\d.,%/+&-]*(?:\b(?:mg|and|with)\b[\s\d.,%/+&-]*){0,3}$/;

/** Where the first drug stands with all that is compounded with it. Span: in the text. */
function wholeName(text: string, [first, ...others]: readonly Mention<Drug>[]): Span {
  let end = first?.span.end ?? 0;
  for (const { span: next } of others) {
    if (next.start < end || !WITHIN_COMPOUND.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return span(first?.span.start ?? 0, end);
}

/** With the "cream" behind it where the requested name ends in the same word, so that no fix writes it twice. */
function withForm(sentence: string, { start, end }: Span, asked: string): Span {
  const form = asked.slice(asked.lastIndexOf(' '));
  return span(start, form.startsWith(' ') && sentence.startsWith(form, end) ? end + form.length : end);
}

/** Two brands of different contents, such as two ointments that both hold lidocaine; of one generic they may be meant as one. */
function areTwoProducts(a: Mention<Drug>, b: Mention<Drug>): boolean {
  return a.value.generic !== b.value.generic && isBrand(a) && isBrand(b);
}

function isBrand({ text, value: { brands } }: Mention<Drug>): boolean {
  return brands.some((brand) => text.toLowerCase().startsWith(brand.split(' ')[0]?.toLowerCase() ?? brand));
}

/** A combination and its ingredient are the same; two opioids that are both combined with acetaminophen are not. */
function isSameDrug(a: Drug, b: Drug): boolean {
  const [first, second] = [a.generic, b.generic].map((generic) => /^(.+)\/acetaminophen$/.exec(generic)?.[1]);
  return first !== undefined && second !== undefined ? first === second : sharesIngredient(a, b);
}
