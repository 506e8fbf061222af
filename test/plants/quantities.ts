import type { QuantityForm, QuantitySpec } from './letter-spec.ts';

const NUMBER_WORDS: Readonly<Record<number, string>> = { 15: 'fifteen', 30: 'thirty', 45: 'forty-five', 60: 'sixty', 90: 'ninety', 120: 'one hundred twenty' };

export function quantityWords({ number, form }: QuantitySpec): string {
  const written: Readonly<Record<QuantityForm, string>> = {
    hash: `#${number}`, count: `${NUMBER_WORDS[number] ?? number} count`, tablets: `${number} tablets`, visits: `${number} visits`, sessions: `${number} sessions`,
    weekly: `2 times a week for ${number} weeks`,
  };
  return written[form];
}

/** "Naproxen 500 mg #60", "Physical therapy for the knee, 12 visits". */
export function withQuantity(words: string, quantity: QuantitySpec | null): string {
  if (!quantity) return words;
  return `${words}${['visits', 'sessions', 'weekly', 'count', 'tablets'].includes(quantity.form) ? ',' : ''} ${quantityWords(quantity)}`;
}

/** The title of a request of which a part was authorised. */
export function partialTitle(words: string, form: QuantityForm, original: number, authorized: number, remaining: number): string {
  const of = (number: number): string => withQuantity(words, { number, form });
  return `${of(original)} was the original request. ${of(authorized)} was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, ${of(remaining)} is`;
}
