import { mentionsOf, placeOf, type Sentence } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import { ingredients, sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';

/** A drug whose other name, in a bracket or behind “that is”, is that of another drug. Span: of the other name, in the text. */
export interface Misnamed {
  readonly drug: string;
  readonly called: string;
  readonly span: Span;
}

/**
 * "Topamax (tramadol)", "Ativan, which is to say alprazolam", "Norco, a combination of oxycodone and acetaminophen": a brand and a generic name that have no
 * ingredient in common; of a combination its first counts, since acetaminophen is in many.
 */
export function misnamedDrugs(sentence: Sentence): readonly Misnamed[] {
  const { text, found } = sentence;
  if (!found.present.has('drug')) return [];
  const drugs = mentionsOf<Drug>(sentence, 'drug').map(({ value, from, to }) => ({ value, place: placeOf(sentence.tokens, from, to) }));
  return drugs.flatMap(({ value, place }, i): Misnamed[] => {
    const next = drugs[i + 1];
    if (!next || !isOtherName(text, place, next.place)) return [];
    const [drug, called] = [text.slice(place.start, place.end), text.slice(next.place.start, next.place.end)];
    const isBothNames = isBrand(value, drug) !== isBrand(next.value, called);
    return isBothNames && !sharesIngredient(firstOf(value), firstOf(next.value)) && !sharesIngredient(value, firstOf(next.value)) ? [{ drug, called, span: next.place }] : [];
  });
}

function isOtherName(text: string, one: Span, other: Span): boolean {
  const between = text.slice(one.end, other.start);
  return (/^ ?\($/.test(between) && text[other.end] === ')') || EQUATES.test(between);
}

/** What says that the next name is of the same drug. */
const EQUATES = new RegExp(`^,? (?:${[
  'which is to say', 'that is(?: to say)?', 'i\\.?e\\.?', 'also (?:called|known as)', 'otherwise known as', 'better known as', 'known as', 'called', 'namely', 'a brand (?:name )?(?:of|for)', '(?:which|that) (?:is|contains|combines|holds)',
  '(?:which is |that is )?a (?:fixed |tablet )?(?:combination|mixture|compound|product) of', 'a (?:form|preparation|kind) of', 'the (?:brand|generic) (?:name )?(?:of|for)',
].join('|')}),? $`, 'i');

function firstOf(drug: Drug): string {
  return ingredients(drug)[0] ?? drug.generic;
}

function isBrand({ brands }: Drug, written: string): boolean {
  return brands.some((brand) => brand.toLowerCase() === written.toLowerCase());
}
