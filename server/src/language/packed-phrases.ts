import type { TablePhrase } from './table-row.ts';

// All phrases that begin with a word, as one string: the tables hold thirty thousand, and as strings they take an eighth less of the package.

/** What stands between two phrases, before the other words of one, and before its exact form; no word has any of them. */
const [NEXT, WORDS, EXACT] = ['|', ' ', '\t'];

/** The phrases as one string: of each the places of its lists in base 36, its other words, and its exact form. */
export function packPhrases(phrases: readonly TablePhrase[]): string {
  return phrases.map(([lists, others, exact]) => `${lists.map((place) => place.toString(36)).join(',')}${others === '' ? '' : WORDS + others}${exact === undefined ? '' : EXACT + exact}`).join(NEXT);
}

/** The phrases that `packPhrases` made a string of. */
export function unpackPhrases(packed: string): TablePhrase[] {
  return packed.split(NEXT).map((phrase): TablePhrase => {
    const [said = '', exact] = phrase.split(EXACT);
    const [places = '', ...others] = said.split(WORDS);
    const lists = places.split(',').map((place) => Number.parseInt(place, 36));
    return exact === undefined ? [lists, others.join(WORDS)] : [lists, others.join(WORDS), exact];
  });
}
