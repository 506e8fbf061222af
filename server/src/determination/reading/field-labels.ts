import type { DisputedItem, ItemReading, Layout } from '../model.ts';
import known from './wordings.json' with { type: 'json' };

export type LabelledField = 'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale';

/** What a letter calls the fields of its items, as its own labels are written; null where no item has the field behind a label. */
export type FieldLabels = Readonly<Record<LabelledField, string | null>>;

/** The labels that the letter itself uses, those of the first item that has each. */
export function fieldLabels(items: readonly DisputedItem[]): FieldLabels {
  const first = (field: LabelledField): string | null => {
    for (const { reading } of items) if (writtenIn(reading, field) !== '') return writtenIn(reading, field);
    return null;
  };
  return { claimsAdministratorGuideline: first('claimsAdministratorGuideline'), reviewerGuideline: first('reviewerGuideline'), rationale: first('rationale') };
}

/** A label without any words is none: `|` and marks of emphasis. */
function writtenIn(reading: ItemReading, field: LabelledField): string {
  const written = reading[field]?.written ?? '';
  return labelWords(written) === '' ? '' : written;
}

/** The words of a label without their colon and their marks. */
function labelWords(written: string): string {
  return written.replace(/<[^<>]*>/g, '').replace(/[*_:|]/g, '').replace(/\s+/g, ' ').trim();
}

/** The first layouts say in sentences what the claims administrator and the reviewer relied on, and number their items. */
export const layoutsWithoutLabels: readonly Layout[] = ['2013-review', '2013-first', '2013-14-middle'];

/** Whether words of the field stand behind a label in letters of this layout, or in this letter. */
export function isLabelled(field: LabelledField | 'dependsOn', labels: FieldLabels, layout: Layout): boolean {
  return !layoutsWithoutLabels.includes(layout) || field === 'rationale' || (field !== 'dependsOn' && labels[field] !== null);
}

/** The words of the label under which the letter has a field; those of its layout where it has none. */
export function wordsOfLabel(field: LabelledField | 'dependsOn', labels: FieldLabels, layout: Layout): string {
  const written = field === 'dependsOn' ? null : labels[field];
  if (written !== null) return labelWords(written);
  return field === 'rationale' && layoutsWithoutLabels.includes(layout) ? 'Rationale for the Decision' : known.labels[field][0] ?? '';
}

/** A label in front of words on its line, with the blank behind it: in bold in a draft, unless the letter's own has no marks. */
export function labelBefore(field: LabelledField, labels: FieldLabels, layout: Layout): string {
  const words = wordsOfLabel(field, labels, layout);
  return layout !== 'draft' || isPlain(labels[field] ?? '') ? `${words}: ` : `**${words}:** `;
}

/** "Rationale:", without marks of emphasis. */
function isPlain(written: string): boolean {
  return /^[\p{L}\p{N}][^*_]*:\s*$/u.test(written);
}
