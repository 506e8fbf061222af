import type { Criterion, RationaleTemplate } from './template.ts';

/** The words of a rationale as those of criteria are looked for in them. */
export function wordsToSearch(rationale: string): string {
  return ` ${spaced(rationale)} `;
}

/** What a rationale with these `wordsToSearch` has to address in this situation and doesn't speak of, in the template's order. */
export function missingCriteria(template: RationaleTemplate, words: string): readonly Criterion[] {
  return template.criteria.filter((criterion) => !isAddressed(criterion, words));
}

/** Whether words (`wordsToSearch`) speak of a criterion. */
export function isAddressed(criterion: Criterion, words: string): boolean {
  return criterion.words.some((word) => speaksOf(words, word));
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
