import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook } from './phrases.ts';
import data from './states.json' with { type: 'json' };

const book = once(() => phrasebook(data.states.map((name) => ({ value: name, also: [name.toLowerCase()] }))));

/** The states of the United States that a text names in full, in their order. */
export function findStates(text: string): Mention<string>[] {
  return findPhrases(book(), text);
}
