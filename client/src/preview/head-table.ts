import { escapeHtml } from '../escape-html.ts';
import { withPrintedDates } from '../wording.ts';
import type { Token } from './token.ts';

/** What the head of a published letter shows, two facts a row. */
const FACTS: readonly (readonly [string, string])[] = [
  ['case-number', 'Case number'], ['date-assigned', 'Date assigned'], ['date-of-injury', 'Date of injury'], ['decision-date', 'Decision date'],
  ['ur-denial-date', 'UR denial date'], ['application-received', 'Application received'], ['priority', 'Priority'],
  ['specialty', 'Reviewer’s specialty'], ['licensed-in', 'Licensed in'],
];

/** Each key of the front matter with its values. Of YAML it reads what a letter's head is made of: words, dates and lists of them. */
export function readFacts(source: string): ReadonlyMap<string, readonly string[]> {
  const facts = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of frontMatter(source)) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trim();
    if (/^\s*- /.test(line)) last.push(unquoted(line.replace('-', '')));
    else if (/^[a-z-]+$/.test(line.slice(0, colon))) facts.set(line.slice(0, colon), last = valuesOf(value));
  }
  return facts;
}

export function headTable(facts: ReadonlyMap<string, readonly string[]>): string {
  const cells = FACTS.flatMap(([key, name]) => {
    const words = (facts.get(key) ?? []).map((value) => escapeHtml(withPrintedDates(value))).join(', ');
    return words === '' ? [] : [`<th scope="row">${name}</th><td${/\d/.test(words) ? ' class="imr-number"' : ''}>${words}</td>`];
  });
  const rows = cells.flatMap((cell, index) => (index % 2 === 0 ? [`${cell}${cells[index + 1] ?? '<td colspan="2"></td>'}`] : []));
  const items = (facts.get('disputed-items') ?? []).map((item) => `<li>${escapeHtml(item)}</li>`);
  if (items.length > 0) rows.push(`<th scope="row">In dispute</th><td colspan="3"><ol>${items.join('')}</ol></td>`);
  return rows.length === 0 ? '' : `<table class="imr-head"><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>\n`;
}

/** The table stands below the letter's title, as in a published letter, or on top where there is none. */
export function behindTitle(tokens: readonly Token[]): number {
  const title = tokens.find(({ type }) => type === 'heading_open');
  return title?.tag === 'h1' ? tokens.findIndex(({ type }) => type === 'heading_close') + 1 : 0;
}

function frontMatter(source: string): readonly string[] {
  const [first, ...lines] = source.split('\n');
  const end = lines.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  return first?.trimEnd() === '---' ? lines.slice(0, Math.max(end, 0)) : [];
}

function valuesOf(value: string): string[] {
  if (value.startsWith('[') && value.endsWith(']')) return value.slice(1, -1).split(',').map(unquoted);
  return value === '' ? [] : [unquoted(value)];
}

function unquoted(value: string): string {
  const words = value.trim();
  return /^(["']).*\1$/.test(words) ? words.slice(1, -1) : words;
}
