import { apart, step } from './steps.ts';

/** So many of the latest texts are remembered, twice over; the sentences of a letter that is being written are among them. */
export const REMEMBERED = 1000;
/** A longer text than a sentence or a title is hardly asked for again. */
const LONGEST = 300;

/**
 * Remembers what was read out of the latest texts, by their characters: what `read` gives must hang on nothing else, nor be changed by
 * whoever gets it. Memory is bounded: at most twice `most` texts.
 */
export function remember<T>(read: (text: string) => T, most = REMEMBERED): (text: string) => T {
  let latest = new Map<string, T>();
  let earlier = new Map<string, T>();
  return (text) => {
    step();
    let known = latest.get(text);
    if (known !== undefined) return known;
    known = earlier.get(text);
    if (known === undefined) known = apart(read, text);
    if (latest.size >= most) [earlier, latest] = [latest, new Map<string, T>()];
    latest.set(text, known);
    return known;
  };
}

/** The same for texts as short as a title or a sentence, which several readers ask for one after the other; a longer one is read each time. */
export function rememberShort<T>(read: (text: string) => T): (text: string) => T {
  const remembered = remember(read, REMEMBERED / 3);
  return (text) => (text.length > LONGEST ? read(text) : remembered(text));
}
