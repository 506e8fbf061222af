// npm run ranking -- DIR: how often the ranking names the guideline that reviewers cited, on the drafts of a folder. Their line is
// read for the answer only; the ranking sees title, summary, regions and date, and in the second row the rationale as well.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLetterReader } from '../server/src/determination/reading/read.ts';
import type { Determination, DisputedItem } from '../server/src/determination/model.ts';
import { rankGuidelines } from '../server/src/guidelines/ranking.ts';
import { parseBlocks } from '../server/src/markdown/parse.ts';

interface Count {
  items: number;
  first: number;
  firstThree: number;
}

const folder = process.argv[2];
if (!folder) {
  console.error('Usage: npm run ranking -- DIR (a folder of Markdown drafts)');
  process.exit(2);
}
const letters = readdirSync(folder).filter((name) => name.endsWith('.md')).sort();
const read = createLetterReader();
const misses: string[] = [];
const blind: Count = { items: 0, first: 0, firstThree: 0 };
const argued: Count = { items: 0, first: 0, firstThree: 0 };
for (const name of letters) {
  const determination = read(parseBlocks(readFileSync(join(folder, name), 'utf8')), 'markdown');
  for (const item of determination.items) {
    const miss = count(blind, determination, item, false);
    if (miss) misses.push(`${name} item ${item.number}: ${miss}`);
    count(argued, determination, item, true);
  }
}
report('title, summary, date', blind);
report('and the rationale', argued);
console.log(`\nNot among the first three:\n${misses.join('\n')}`);

/** Counts an item whose reviewer cites an MTUS source; says what was missed, or nothing. */
function count(counts: Count, determination: Determination, item: DisputedItem, withRationale: boolean): string | null {
  const { reading } = item;
  const cited = (reading.reviewerGuideline?.citations ?? [])
    .flatMap((citation) => (citation.status === 'resolved' && citation.guideline ? citation.guideline.id : []));
  if (cited.length === 0) return null;
  const ranked = rankGuidelines({
    title: reading.title.text,
    summaryHints: summaryOf(determination),
    ...(withRationale && reading.rationale ? { rationale: reading.rationale.prose.text } : {}),
    regions: reading.regions,
    date: determination.facts.get('ur-denial-date')?.value ?? null,
    postsurgical: false,
  }).slice(0, 3).map(({ guideline }) => guideline.id);
  counts.items++;
  if (cited.includes(ranked[0] ?? '')) counts.first++;
  if (ranked.some((id) => cited.includes(id))) counts.firstThree++;
  else return `${reading.title.text.slice(0, 90)} — cited ${cited.join(', ')}, ranked ${ranked.join(', ')}`;
  return null;
}

function summaryOf({ sections, text }: Determination): string {
  const summary = sections.find(({ name }) => name === 'clinical-case-summary');
  return summary ? text.slice(summary.span.start, summary.span.end) : '';
}

function report(what: string, { items, first, firstThree }: Count): void {
  const share = (part: number): string => `${items ? Math.round((1000 * part) / items) / 10 : 0} %`;
  console.log(`${what}: ${items} items, first ${share(first)}, among three ${share(firstThree)}`);
}
