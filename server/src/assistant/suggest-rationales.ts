import type { RationaleSuggestions, SuggestRationalesInput } from '../../../protocol/tools.ts';
import type { DisputedItem } from '../determination/model.ts';
import { itemByNumber } from '../service/cursor.ts';
import type { Letter } from '../service/letter.ts';
import { fittingRationales } from '../service/rationale-texts.ts';
import { ToolFailure } from './tool-failure.ts';

const MOST = 5;

/** @throws ToolFailure for the number of an item that isn't there */
export function suggestRationales(letter: Letter, { item: number, includeText = false }: SuggestRationalesInput): RationaleSuggestions {
  const items = number === undefined ? letter.determination.items.filter(hasNoRationale) : [itemOf(letter, number)];
  return {
    letterText: items.length === 0 ? 'none' : includeText ? 'included' : 'titles',
    items: items.map((item) => ({
      number: item.number,
      title: item.reading.title.text,
      templates: fittingRationales(letter, item, 'plain').slice(0, MOST)
        .map(({ template: { id, title }, why, text }) => ({ id, title, why, ...(includeText && { text }) })),
    })),
  };
}

function itemOf({ determination }: Letter, number: number): DisputedItem {
  const item = itemByNumber(determination, number);
  if (item) return item;
  const { length } = determination.items;
  throw new ToolFailure(`The letter has no item ${number}; ${length === 0 ? 'it has none yet' : `its items are numbered 1 to ${length}`}.`);
}

function hasNoRationale({ reading: { rationale } }: DisputedItem): boolean {
  return !rationale || rationale.prose.text === '';
}
