import type { Sentence } from '../language/sentence.ts';

/** Where the phrases of a list stand in a sentence, the longest at each place: tokens `from` up to, not including, `to`. */
export function listedPlaces({ found }: Sentence, list: string): readonly { readonly from: number; readonly to: number }[] {
  if (!found.present.has(list)) return [];
  return found.lists.flatMap((hits, from) => {
    const to = Math.max(0, ...hits.filter((hit) => hit.list === list).map((hit) => hit.to));
    return to > 0 ? [{ from, to }] : [];
  });
}
