import type { Citation } from '../guidelines/guideline.ts';
import type { DependencyReason, Determination, DisputedItem, Prose } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import { referencesOf } from '../determination/argument/references.ts';
import { shift, span, type Span } from '../markdown/span.ts';

/** A place where an item speaks of another one. Spans: offsets of the document. */
export interface ItemMention {
  readonly item: number;
  readonly target: number;
  readonly span: Span;
  /** Why the item depends on the other; null where it only names it. */
  readonly reason: DependencyReason | null;
}

/** A citation of an item's guideline lines and rationale, where it stands in the document. */
export interface CitationPlace {
  readonly citation: Citation;
  readonly span: Span;
}

/** Where items speak of other items: what they depend on, and the numbers that their rationales name. */
export function itemMentions({ items, dependencies, text }: Determination): ItemMention[] {
  const stated = dependencies.map(({ item, parent, reason, span: place }) => ({ item, target: parent, reason, span: withNoun(text, place) }));
  const named = items.flatMap((item) => {
    const prose = item.reading.rationale?.prose;
    return !prose ? [] : referencesOf(item.reading).numbers
      .filter(({ value }) => value >= 1 && value <= items.length && value !== item.number)
      .map(({ value, span: place }) => ({
        item: item.number, target: value, reason: null, span: withNoun(text, inDocument(item, prose, place)),
      }));
  });
  const known = new Set(stated.map(keyOf));
  return [...stated, ...named.filter((mention) => !known.has(keyOf(mention)))];
}

function keyOf({ item, target, span: place }: Omit<ItemMention, 'reason'>): string {
  return `${item} ${target} ${place.end}`;
}

const NOUN = /\b(?:items?|questions?|issues?|requests?)\s(?:numbers?\s|nos?\.\s|#\s?)?$/i;

/** "question 1", where the model has the number alone. */
function withNoun(text: string, place: Span): Span {
  if (!/^\d/.test(text.slice(place.start, place.end))) return place;
  const noun = NOUN.exec(text.slice(Math.max(0, place.start - 24), place.start));
  return noun ? span(place.start - noun[0].length, place.end) : place;
}

/** The citations of an item, those of its guideline lines first. */
export function citationsOf(item: DisputedItem): CitationPlace[] {
  const { reviewerGuideline, claimsAdministratorGuideline, rationale } = item.reading;
  return [claimsAdministratorGuideline, reviewerGuideline, rationale].flatMap((field) =>
    field?.citations.map((citation) => ({ citation, span: inDocument(item, field.prose, citation.span) })) ?? []);
}

/** A span of an item's prose in offsets of the document. */
export function inDocument(item: DisputedItem, prose: Prose, place: Span): Span {
  return shift(sourceSpan(prose, place), item.start);
}
