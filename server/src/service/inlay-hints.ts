import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { DisputedItem } from '../determination/model.ts';
import { editionInForce } from '../guidelines/in-force.ts';
import type { Citation } from '../guidelines/guideline.ts';
import { offsetAt, positionAt } from '../markdown/line-index.ts';
import { span, type Span } from '../markdown/span.ts';
import { urDenialDate } from '../rules/common/citations.ts';
import type { Letter } from './letter.ts';
import { inDocument } from './mentions.ts';

/** Within a range: the number of each item before its title, and the year in force behind a guideline that is cited without one. */
export function inlayHints(letter: Letter, range: Range): InlayHint[] {
  const asked = span(offsetAt(letter.lines, range.start), offsetAt(letter.lines, range.end));
  const date = urDenialDate(letter.determination);
  return letter.determination.items
    .filter(({ start, end }) => start <= asked.end && end >= asked.start)
    .flatMap((item) => [...numberHint(letter, item), ...(date === null ? [] : editionHints(item, date))])
    .filter(({ offset }) => asked.start <= offset && offset <= asked.end)
    .map(({ offset, ...hint }) => ({ position: positionAt(letter.lines, offset), ...hint }));
}

type Hint = Omit<InlayHint, 'position'> & { readonly offset: number };

/** Items that the letter numbers itself need no hint. */
function numberHint({ lines }: Letter, { number, start, reading: { heading, title } }: DisputedItem): Hint[] {
  const marks = lines.text.slice(start + heading.start, start + title.span.start);
  if (title.text === '' || /\d/.test(marks)) return [];
  return [{ offset: start + title.span.start, label: `${number}.`, paddingRight: true, tooltip: `Item ${number} of this letter` }];
}

function editionHints(item: DisputedItem, date: string): Hint[] {
  const { claimsAdministratorGuideline, reviewerGuideline } = item.reading;
  return [claimsAdministratorGuideline, reviewerGuideline].flatMap((line) => line?.citations.flatMap((citation) => {
    const year = yearInForce(citation, date);
    const name = nameOf(citation);
    if (year === null || !name) return [];
    const offset = inDocument(item, line.prose, name).end;
    return [{ offset, label: String(year), paddingLeft: true, tooltip: `The edition in force on ${date}, the day of the UR denial` }];
  }) ?? []);
}

function yearInForce({ status, guideline, year }: Citation, date: string): number | null {
  if (status !== 'resolved' || !guideline || year) return null;
  return editionInForce(guideline, date)?.year ?? null;
}

function nameOf({ title, chapter }: Citation): Span | null {
  return title?.span ?? chapter?.span ?? null;
}
