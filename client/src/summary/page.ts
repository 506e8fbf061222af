import type { LetterSummary } from '../../../protocol/summary.ts';
import { escapeHtml } from '../escape-html.ts';
import { count } from '../wording.ts';
import { citationTable } from './citation-table.ts';
import { decisions, groupsOf } from './decisions.ts';
import { dependenceGraph } from './dependence-graph.ts';
import { timeLine } from './time-line.ts';

export interface PageSources {
  readonly styles: string;
  /** Where styles may come from, as the content security policy writes it. */
  readonly cspSource: string;
}

/** The letter summary as a page that runs no script: its links are commands. `summary`: null where no letter is open. */
export function summaryPage(summary: LetterSummary | null, { styles, cspSource }: PageSources): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(styles)}">
<title>Letter summary</title>
</head>
<body>${summary ? content(summary) : '<p>Open a determination letter to see its summary here.</p>'}</body>
</html>`;
}

function content(summary: LetterSummary): string {
  const total = summary.items.length + summary.undecided.length;
  const groups = groupsOf(summary);
  const parts = groups.map(({ name, rows }) => `${rows.length} ${name.toLowerCase()}`);
  let x = 0;
  const bar = groups.map(({ className, rows }) => {
    const [left, width] = [x, (100 * rows.length) / total];
    x += width;
    return `<rect class="${className}" x="${left}%" width="${width}%" height="100%"/>`;
  });
  return `<header><p class="faint">Letter summary</p><h1>${escapeHtml(summary.caseNumber ?? 'No case number')}</h1>
<p>${count(total, 'item')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}</p><svg class="shares" width="100%" height="8" aria-hidden="true">${bar.join('')}</svg></header>
${section('Decisions', decisions(groups))}
${section('Guidelines cited', citationTable(summary))}
${section('Dates', timeLine(summary.dates) + summary.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join(''))}
${section('Dependence', dependenceGraph(summary.items))}`;
}

function section(title: string, html: string): string {
  return `<section><h2>${title}</h2>${html}</section>`;
}
