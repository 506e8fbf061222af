import { CompletionItemKind } from 'vscode-languageserver-types';
import type { DecisionValue, DisputedItem } from '../determination/model.ts';
import { span, type Span } from '../markdown/span.ts';
import { decisionFor, opposite } from '../rules/common/wording.ts';
import type { Offer, Offers } from './completion-item.ts';
import { itemByNumber, type Cursor } from './cursor.ts';
import { decisionMeaning } from './decision-words.ts';
import type { Letter } from './letter.ts';

/** Behind the last colon of a heading, with what was typed of the word. */
const BEHIND_COLON = /:[\s*_]{0,4}([a-z-]{0,20})$/i;
/** The colon behind these words belongs to the title. */
const TITLE_PREFIX = /\b(?:associated (?:surgical )?services?|surgical services?|retrospective)\s?:[^:]{0,24}$/i;

/** Upheld and Overturned, behind the title's last colon. The one that the rationale and the parents speak for comes first. */
export function completeDecision(letter: Letter, cursor: Cursor): Offers | null {
  const { item } = cursor;
  if (!item || !onHeading(item, cursor)) return null;
  const place = wordPlace(item, cursor);
  if (!place) return null;
  const typed = letter.lines.text.slice(place.start, cursor.offset);
  const space = letter.lines.text.slice(place.start - 1, place.start) === ':' ? ' ' : '';
  const first = expected(letter, item);
  const offers = [first.value, opposite(first.value)].map((value): Offer => ({
    label: value, kind: CompletionItemKind.EnumMember, newText: space + value, foundBy: [value],
    detail: decisionMeaning(value), ...(value === first.value && first.why !== null && { beside: first.why }),
  }));
  return { place, typed, offers };
}

function onHeading({ start, reading }: DisputedItem, { offset, lineStart }: Cursor): boolean {
  return start <= offset && lineStart <= start + reading.heading.end;
}

function wordPlace({ start, reading: { decision } }: DisputedItem, { offset, before, after }: Cursor): Span | null {
  if (decision && start + decision.span.start <= offset && offset <= start + decision.span.end) {
    return span(start + decision.span.start, start + decision.span.end);
  }
  const behind = BEHIND_COLON.exec(before);
  if (!behind || TITLE_PREFIX.test(before) || !/^[a-z-]{0,20}[\s*_#]*$/i.test(after)) return null;
  return span(offset - (behind[1]?.length ?? 0), offset + (/^[a-z-]{0,20}/i.exec(after)?.[0].length ?? 0));
}

/** What the letter speaks for so far; without anything, what most determinations say. */
function expected({ determination }: Letter, item: DisputedItem): { value: DecisionValue; why: string | null } {
  const conclusion = item.reading.rationale?.conclusion;
  if (conclusion && !conclusion.unsure) return { value: decisionFor(conclusion.value), why: 'as the rationale concludes' };
  const parents = determination.dependencies
    .filter((dependency) => dependency.item === item.number)
    .map(({ parent }) => itemByNumber(determination, parent)?.reading.decision?.value);
  const why = 'as the item that it depends on';
  if (parents.includes('Upheld')) return { value: 'Upheld', why };
  if (parents.length > 0 && parents.every((value) => value === 'Overturned')) return { value: 'Overturned', why };
  return { value: 'Upheld', why: null };
}
