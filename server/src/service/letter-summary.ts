import type { CaseDate, LetterSummary } from '../../../protocol/summary.ts';
import { caseNotes } from '../determination/reading/case-notes.ts';
import { isoDate } from '../determination/reading/facts.ts';
import type { FactKey } from '../determination/model.ts';
import { daysBetween } from '../vocabulary/dates.ts';
import { citedGuidelines } from './cited-guidelines.ts';
import { rangeOf } from './cursor.ts';
import { itemList } from './item-list.ts';
import type { Letter } from './letter.ts';

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
    notes: caseNotes(letter.determination),
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
