import type { Range } from 'vscode-languageserver-types';
import { isoDate } from '../determination/facts.ts';
import type { DecisionValue, FactKey } from '../determination/model.ts';
import { daysBetween } from '../vocabulary/dates.ts';
import { citedGuidelines, type CitedGuideline } from './cited-guidelines.ts';
import { rangeOf } from './cursor.ts';
import { itemList, type ItemList, type ListedItem } from './item-list.ts';
import type { Letter } from './letter.ts';

/** The answer of `imr/letterSummary`: what a reviewer shows a colleague of a letter. */
export interface LetterSummary {
  readonly uri: string;
  readonly caseNumber: string | null;
  /** With the items that each depends on (`parents`). */
  readonly items: readonly SummarisedItem[];
  /** What the front matter lists and no item decides. */
  readonly undecided: ItemList['undecided'];
  readonly citations: readonly CitedGuideline[];
  /** All five, in the order in which they should follow each other. */
  readonly dates: readonly CaseDate[];
}

export interface SummarisedItem extends ListedItem {
  /** What its decision means; null where it has none, or a word that is none. */
  readonly value: DecisionValue | null;
}

export interface CaseDate {
  readonly name: string;
  /** YYYY-MM-DD where it can be read, else the letter's words; null where the letter doesn't say. */
  readonly value: string | null;
  /** Whole days since the date before it that can be read, negative where it is the earlier; null where there is none. */
  readonly days: number | null;
  readonly range: Range | null;
}

const DATES: readonly (readonly [FactKey, string])[] = [
  ['date-of-injury', 'Injury'], ['ur-denial-date', 'UR denial'], ['application-received', 'Application'], ['date-assigned', 'Assigned'], ['decision-date', 'Decision'],
];

export function letterSummary(letter: Letter): LetterSummary {
  const { facts, items: read } = letter.determination;
  const { uri, items, undecided } = itemList(letter);
  return {
    uri,
    caseNumber: facts.get('case-number')?.value ?? null,
    items: items.map((item, index) => ({ ...item, value: read[index]?.reading.decision?.value ?? null })),
    undecided,
    citations: citedGuidelines(letter),
    dates: caseDates(letter),
  };
}

function caseDates({ determination: { facts }, lines }: Letter): CaseDate[] {
  let last: string | null = null;
  return DATES.map(([key, name]) => {
    const fact = facts.get(key);
    const date = isoDate(fact);
    const days = last !== null && date !== null ? daysBetween(last, date) : null;
    last = date ?? last;
    return { name, value: fact?.value ?? null, days, range: fact ? rangeOf(lines, fact.span) : null };
  });
}
