import { longestPhraseAt } from '../../language/lexicon.ts';
import type { Sentence } from '../../language/sentence.ts';

/** Where the phrases of a list stand in a sentence, the longest at each place: tokens `from` up to, not including, `to`. */
export function listedPlaces({ found }: Sentence, list: string): readonly { readonly from: number; readonly to: number }[] {
  if (!found.present.has(list)) return [];
  return found.lists.flatMap((hits, from) => {
    const to = hits.length > 0 ? longestPhraseAt(found, list, from) : undefined;
    return to === undefined ? [] : [{ from, to }];
  });
}
