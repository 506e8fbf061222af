import type { LetterSummary } from '../../../protocol/summary.ts';
import { escapeHtml } from '../escape-html.ts';
import { count } from '../wording.ts';
import { link } from './links.ts';

export interface Group {
  readonly name: string;
  readonly className: string;
  /** HTML, one row an item. */
  readonly rows: readonly string[];
}

/** The items by what was decided; a group without items is left out. */
export function groupsOf({ items, undecided }: LetterSummary): Group[] {
  const having = (value: LetterSummary['items'][number]['value']) => items.filter((item) => item.value === value).map(itemRow);
  const listed = undecided.map(({ title }, index) => `<span class="number"></span>${link(`undecided-${index}`, title)}<small>listed in the head only</small>`);
  return [
    { name: 'Overturned', className: 'overturned', rows: having('Overturned') },
    { name: 'Upheld', className: 'upheld', rows: having('Upheld') },
    { name: 'Undecided', className: 'undecided', rows: [...having(null), ...listed] },
  ].filter(({ rows }) => rows.length > 0);
}

export function decisions(groups: readonly Group[]): string {
  if (groups.length === 0) return '<p class="faint">The letter has no disputed item yet.</p>';
  return groups.map(({ name, className, rows }) => `<details open class="${className}">
<summary><span class="badge">${name}</span> ${count(rows.length, 'item')}</summary>
<ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul></details>`).join('\n');
}

function itemRow({ number, title, value, decision, missing, counts }: LetterSummary['items'][number]): string {
  const notes = [
    value === null && decision !== null ? `“${decision}” decides nothing` : '',
    missing.length > 0 ? `missing: ${missing.join(', ')}` : '',
    counts.error > 0 ? count(counts.error, 'error') : '',
    counts.warning > 0 ? count(counts.warning, 'warning') : '',
  ].filter(Boolean).join(' · ');
  return `<span class="number">${number}</span>${link(`item-${number}`, title || '(no title)')}${notes && `<small>${escapeHtml(notes)}</small>`}`;
}
