import { findDrugs } from '../vocabulary/drugs.ts';
import { findTreatments } from '../vocabulary/treatments.ts';

/** What a title says, ready to be compared with the triggers of many templates. */
export interface TitleReading {
  /** The title's words and the vocabulary's names for its treatments, for `says`. */
  readonly words: string;
  /** Class of each drug named, with the drug's name. */
  readonly drugs: ReadonlyMap<string, string>;
  /** Kind of each treatment named, with the treatment's name. */
  readonly treatments: ReadonlyMap<string, string>;
}

export function readTitle(title: string): TitleReading {
  const drugs = findDrugs(title).map(({ value, text }) => [value.class, text] as const);
  const treatments = findTreatments(title).map(({ value }) => value);
  return {
    // The vocabulary's own names, so that "NCV" finds what speaks of nerve conduction.
    words: [title, ...treatments.map(({ name }) => name)].map(wordsOf).join('|'),
    drugs: new Map(drugs),
    treatments: new Map(treatments.map(({ kind, name }) => [kind, name])),
  };
}

/** Lower case and singular, with a space around each word, so that one phrase can be looked for in another. */
export function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[a-z\d]+(?:\.\d+)?/g) ?? [];
  return ` ${words.map(singular).join(' ')} `;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
