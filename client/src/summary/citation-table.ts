import type { CitedGuideline, LetterSummary } from '../../../protocol/summary.ts';
import { escapeHtml } from '../escape-html.ts';
import { withPrintedDates } from '../wording.ts';
import { link } from './links.ts';

const FITS = { yes: 'In force', no: 'Not in force', unsure: 'Not certain', unknown: 'Unknown', none: '' };

/** What is cited: the edition, whether it was in force on the UR denial date, and where. */
export function citationTable({ citations }: LetterSummary): string {
  if (citations.length === 0) return '<p class="faint">No guideline is cited.</p>';
  return `<table><thead><tr><th scope="col">Guideline and edition</th><th scope="col">On the UR denial date</th><th scope="col">Items</th></tr></thead>
<tbody>${citations.map(row).join('\n')}</tbody></table>`;
}

function row({ name, edition, fit, fitWords, sections, reviewer, claimsAdministrator }: CitedGuideline, index: number): string {
  const small = (words: string | null) => (words ? `<small>${escapeHtml(withPrintedDates(words))}</small>` : '');
  return `<tr><th scope="row">${link(`citation-${index}`, name)}${small(sections.join(' · '))}${small(edition)}</th>
<td>${fit === 'none' ? '' : `<span class="badge fit-${fit}">${FITS[fit]}</span>`}${fit === 'yes' ? '' : small(fitWords)}</td>
<td>${by('Reviewer', reviewer)}${by('Claims administrator', claimsAdministrator)}</td></tr>`;
}

function by(who: string, items: readonly number[]): string {
  return items.length === 0 ? '' : `<div><span class="faint">${who}</span> ${runsOf(items).map(([from, to]) =>
    link(`item-${from}`, from === to ? String(from) : `${from}–${to}`)).join(', ')}</div>`;
}

/** 1, 2, 3, 7 → 1–3, 7: a letter of two hundred items cites one guideline in most of them. */
export function runsOf(numbers: readonly number[]): (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
