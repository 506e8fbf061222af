import { mentionsOf, placeOf, type Sentence } from '../language/sentence.ts';
import type { Span } from '../markdown/span.ts';
import { sharesIngredient, type Drug } from '../vocabulary/drugs.ts';

/** A drug whose other name, in a bracket behind it, is that of another drug. Span: of the bracket's words, in the text. */
export interface Misnamed {
  readonly drug: string;
  readonly called: string;
  readonly span: Span;
}

/** "Topamax (tramadol)": a brand and a generic name, one in a bracket that holds nothing else, which have no ingredient in common. */
export function misnamedDrugs(sentence: Sentence): readonly Misnamed[] {
  const { text } = sentence;
  if (!text.includes('(')) return [];
  const drugs = mentionsOf<Drug>(sentence, 'drug').map(({ value, from, to }) => ({ value, place: placeOf(sentence.tokens, from, to) }));
  return drugs.flatMap(({ value, place }, i): Misnamed[] => {
    const next = drugs[i + 1];
    if (!next || !/^ ?\($/.test(text.slice(place.end, next.place.start)) || text[next.place.end] !== ')') return [];
    const [drug, called] = [text.slice(place.start, place.end), text.slice(next.place.start, next.place.end)];
    const isBothNames = isBrand(value, drug) !== isBrand(next.value, called);
    return isBothNames && !sharesIngredient(value, next.value) ? [{ drug, called, span: next.place }] : [];
  });
}

function isBrand({ brands }: Drug, written: string): boolean {
  return brands.some((brand) => brand.toLowerCase() === written.toLowerCase());
}
