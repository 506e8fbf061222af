/** So many of the latest texts are remembered, twice over; the sentences of a letter that is being written are among them. */
export const REMEMBERED = 3000;

/**
 * Remembers what was read out of the latest texts, by their characters: what `read` gives must hang on nothing else, nor be changed by
 * whoever gets it. Memory is bounded: at most twice `REMEMBERED` texts.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  let latest = new Map<string, T>();
  let earlier = new Map<string, T>();
  return (text) => {
    let known = latest.get(text) ?? earlier.get(text);
    if (known === undefined) known = read(text);
    else if (latest.has(text)) return known;
    if (latest.size >= REMEMBERED) [earlier, latest] = [latest, new Map<string, T>()];
    latest.set(text, known);
    return known;
  };
}
