import { CompletionItemKind } from 'vscode-languageserver-types';
import { fieldLabels, isLabelled, wordsOfLabel } from '../determination/reading/field-labels.ts';
import type { DisputedItem } from '../determination/model.ts';
import { span } from '../markdown/span.ts';
import { isBegun, type CompletionOptions, type Offer, type Offers } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import { itemOffers, itemsSection } from './item-completion.ts';
import type { Letter } from './letter.ts';

const FIELDS = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale', 'dependsOn'] as const;

type LabelledField = (typeof FIELDS)[number];

/** A line that may become a label or an item: nothing but the beginning of one stands on it. */
const LINE_START = /^\s{0,3}(?:#{1,6}\s{0,3}|[*_]{1,2})?[a-z ]{0,30}$/i;

/** Labels and whole items, at the start of a line where the items stand. */
export function completeLineStart(letter: Letter, cursor: Cursor, { typing }: CompletionOptions): Offers | null {
  const { before, after, item, lineStart, lineEnd } = cursor;
  if (after.trim() !== '' || !LINE_START.test(before) || (!item && !itemsSection(letter, cursor.offset))) return null;
  if (item && cursor.offset <= item.start + item.reading.heading.end) return null;
  const heading = before.includes('#');
  const typed = before.trimStart();
  // Who types words at the start of a line writes prose, unless they are those of a label.
  if (typing && (typed.length < 2 || (heading && typed.replace(/#/g, '').trim() !== ''))) return null;
  const labels = item && !heading ? labelOffers(letter, item) : [];
  const offers = [...labels, ...(typing && !heading ? [] : itemOffers(letter, item))];
  const begun = typed === '' || heading ? offers : offers.filter((offer) => isBegun(offer, typed));
  return { place: span(lineStart + before.length - typed.length, lineEnd), typed, offers: begun };
}

function labelOffers({ determination: { layout, items } }: Letter, { reading }: DisputedItem): Offer[] {
  const labels = fieldLabels(items);
  const fields = FIELDS.filter((field) => isLabelled(field, labels, layout) && (field !== 'dependsOn' || items.length > 1));
  const isMissing = (field: LabelledField): boolean => reading[field] === null;
  return [...fields.filter(isMissing), ...fields.filter((field) => !isMissing(field))].map((field) => {
    const words = wordsOfLabel(field, labels, layout);
    const newText = layout === 'draft' ? `**${words}:** ` : `${words}: `;
    return {
      label: `${words}:`, kind: CompletionItemKind.Field, newText, foundBy: [words, `**${words}`],
      ...(!isMissing(field) && { beside: 'this item has one' }),
    };
  });
}
