import type { DisputedItem } from '../determination/model.ts';
import { itemByNumber } from '../service/cursor.ts';
import type { Letter } from '../service/letter.ts';
import { fittingRationales } from '../service/rationale-texts.ts';
import type { LetterText, TextOption } from './letter-text.ts';
import { ToolFailure } from './tool-failure.ts';

export interface SuggestRationalesInput extends TextOption {
  /** From 1; absent: every item that has no rationale yet. */
  readonly item?: number;
}

export interface RationaleSuggestions {
  readonly letterText: LetterText;
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    /** Best first. */
    readonly templates: readonly SuggestedTemplate[];
  }[];
}

export interface SuggestedTemplate {
  readonly id: string;
  readonly title: string;
  /** What of the item it fits. */
  readonly why: string;
  /** Only where text was asked for: the template written out for the item, its clinical facts left as `[[placeholders]]`. */
  readonly text?: string;
}

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
