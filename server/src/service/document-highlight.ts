import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { contains, shift, type Span } from '../markdown/span.ts';
import { cursorAt, itemByNumber, rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { citationsOf, inDocument, itemMentions } from './mentions.ts';
import { meantItems } from './references.ts';

/** What belongs to the place: the same guideline elsewhere, a decision and its conclusion, an item with its parents and dependants. */
export function highlights(letter: Letter, position: Position): DocumentHighlight[] {
  const { item, offset } = cursorAt(letter, position);
  if (!item) return [];
  const places = sameGuideline(letter, offset) ?? decisionAndConclusion(letter, offset) ?? family(letter, meantItems(letter, position));
  return places.map((place) => ({ range: rangeOf(letter.lines, place), kind: DocumentHighlightKind.Text }));
}

function sameGuideline({ determination }: Letter, offset: number): Span[] | null {
  const citations = determination.items.flatMap(citationsOf);
  const guideline = citations.find(({ span, citation }) => citation.guideline && contains(span, offset))?.citation.guideline;
  return guideline ? citations.filter(({ citation }) => citation.guideline === guideline).map(({ span }) => span) : null;
}

function decisionAndConclusion({ determination }: Letter, offset: number): Span[] | null {
  const item = determination.items.find(({ start, end }) => start <= offset && offset < end);
  if (!item) return null;
  const { decision, rationale } = item.reading;
  const verdict = rationale?.conclusion && inDocument(item, rationale.prose, rationale.conclusion.verdict);
  const places = [...(decision ? [shift(decision.span, item.start)] : []), ...(verdict ? [verdict] : [])];
  return places.some((place) => contains(place, offset)) ? places : null;
}

/** The titles of the items, of what they depend on and of what depends on them, and the words that say so. */
function family({ determination }: Letter, numbers: readonly number[]): Span[] {
  const mentions = itemMentions(determination).filter(({ item, target }) => numbers.includes(item) || numbers.includes(target));
  const items = new Set([...numbers, ...mentions.flatMap(({ item, target }) => [item, target])]);
  const titles = [...items].flatMap((number) => {
    const item = itemByNumber(determination, number);
    return item ? [shift(item.reading.title.span, item.start)] : [];
  });
  const spans = new Map([...titles, ...mentions.map(({ span }) => span)].map((place) => [`${place.start} ${place.end}`, place]));
  return [...spans.values()].sort((a, b) => a.start - b.start);
}
