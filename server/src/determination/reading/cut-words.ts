import type { DisputedItem, ItemReading, Passage, Prose } from '../model.ts';

/** The words of an item of which only the beginning is read; undefined where all are. */
export function cutProse({ title, claimsAdministratorGuideline, reviewerGuideline, rationale }: ItemReading): Prose | undefined {
  return [title, claimsAdministratorGuideline?.prose, reviewerGuideline?.prose, rationale?.prose].find((prose) => prose?.isCut);
}

/** Where the first words stand that are too many to be read, an offset of the document; null where all are read. */
export function cutWords(items: readonly DisputedItem[], passages: readonly Passage[]): number | null {
  const places = [...items.map(({ start, reading }) => ({ start, prose: cutProse(reading) })), ...passages.map(({ start, reading: { prose } }) => ({ start, prose: prose.isCut ? prose : undefined }))];
  const ends = places.flatMap(({ start, prose }) => (prose ? [start + prose.span.end] : []));
  return ends.length === 0 ? null : ends.reduce((first, end) => Math.min(first, end));
}
