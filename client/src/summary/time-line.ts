import type { CaseDate } from '../../../protocol/summary.ts';
import { escapeHtml } from '../escape-html.ts';
import { count, shortened, withPrintedDates } from '../wording.ts';
import { placeLink } from './links.ts';

/**
 * The dates of the case on a line, side by side and not to scale: months go by before the denial, and days behind it. Places are
 * percentages, so that the words keep their size in a narrow panel.
 */
export function timeLine(dates: readonly CaseDate[]): string {
  const step = 100 / dates.length;
  const points = dates.map((date, index) => {
    const x = step * (index + 0.5);
    const value = date.value === null ? 'not stated' : withPrintedDates(date.value);
    const isEarlier = (date.days ?? 0) < 0;
    const gap = gapWords(date.days) + (isEarlier ? ' earlier' : '');
    const label = escapeHtml(`${date.name}: ${value}${gap && `, ${gap}${isEarlier ? '' : ' later'}`}`);
    const point = `<circle cx="${x}%" cy="44" r="6"/><text x="${x}%" y="22" class="name">${date.name}</text><text x="${x}%" y="72">${escapeHtml(shortened(value, 16))}</text>`;
    return (gap && `<text x="${x - step / 2}%" y="36" class="gap${isEarlier ? ' wrong' : ''}">${gap}</text>`)
      + (date.range ? `<a href="${placeLink(`date-${index}`)}" aria-label="${label}">${point}</a>` : `<g class="open" role="img" aria-label="${label}">${point}</g>`);
  });
  const order = dates.some(({ days }) => (days ?? 0) < 0) ? '<p class="wrong">The dates are out of order.</p>' : '';
  return `<div class="scroll"><svg class="time-line" width="100%" height="84" role="group" aria-label="Dates of the case, in their order">
<line x1="${step / 2}%" x2="${100 - step / 2}%" y1="44" y2="44"/>${points.join('\n')}</svg></div>${order}`;
}

/** "16 days", "9 months", "2 years". */
function gapWords(days: number | null): string {
  if (days === null) return '';
  const length = Math.abs(days);
  if (length < 60) return count(length, 'day');
  return length < 730 ? count(Math.round(length / 30.4), 'month') : count(Math.round(length / 365.25), 'year');
}
