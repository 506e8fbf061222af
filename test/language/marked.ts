/** An example sentence of a row with the words that its slots take: "As {of: the surgery} is not approved, …". */
export interface MarkedSentence {
  readonly text: string;
  readonly slots: readonly { readonly name: string; readonly text: string }[];
}

/** Takes the marks out of an example sentence. */
export function readMarked(marked: string): MarkedSentence {
  const slots: { name: string; text: string }[] = [];
  const text = marked.replace(/\{([a-z-]+): ([^}]*)\}/g, (_, name: string, words: string) => {
    slots.push({ name, text: words });
    return words;
  });
  return { text, slots };
}
