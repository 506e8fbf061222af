import type { Criterion, RationaleTemplate } from './template.ts';

/** What the rationale of an item in this situation has to address and doesn't speak of, in the template's order. */
export function missingCriteria(template: RationaleTemplate, rationale: string): readonly Criterion[] {
  const words = ` ${spaced(rationale)} `;
  return template.criteria.filter((criterion) => !criterion.words.some((word) => speaksOf(words, word)));
}

const sought = new Map<string, string>();

/** Short words count as they are, longer ones as stems. */
function speaksOf(words: string, word: string): boolean {
  let form = sought.get(word);
  if (form === undefined) {
    const spacedWord = spaced(word);
    sought.set(word, (form = spacedWord.length < 4 ? ` ${spacedWord} ` : ` ${spacedWord}`));
  }
  return words.includes(form);
}

/** Lower case, with a single space for whatever is neither letter, digit nor percent sign. */
function spaced(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9%]+/g, ' ').trim();
}
