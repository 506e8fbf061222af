import type { DisputedItem, ItemReading } from '../determination/model.ts';
import known from '../determination/wordings.json' with { type: 'json' };

/** The fields of an item that stand behind a label. */
export type LabelledField = Exclude<keyof typeof known.labels, 'decision' | 'guidelines'>;

/** The label as the letter's other items print it. */
export function labelWords(field: LabelledField, items: readonly DisputedItem[], text: string): string {
  for (const { start, reading } of items) {
    const label = labelOf(reading, field);
    if (!label || label.end === label.start) continue;
    const words = text.slice(start + label.start, start + label.end).replace(/[*_:]/g, '').trim();
    if (words !== '') return words;
  }
  return known.labels[field][0] ?? '';
}

function labelOf(reading: ItemReading, field: LabelledField): { start: number; end: number } | null {
  return field === 'dependsOn' ? null : reading[field]?.label ?? null;
}
