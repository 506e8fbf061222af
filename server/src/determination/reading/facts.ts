import type { FrontMatter } from '../../markdown/block.ts';
import { withoutEditorialMarks } from '../../markdown/editorial-marks.ts';
import { fold } from '../../markdown/fold.ts';
import { sourcePlace } from '../../markdown/source-runs.ts';
import { shift } from '../../markdown/span.ts';
import { readDate } from '../../vocabulary/dates.ts';
import type { LetterLine } from './letter-lines.ts';
import type { Fact, FactKey } from '../model.ts';

const KEYS: readonly FactKey[] = [
  'case-number', 'date-of-injury', 'ur-denial-date', 'application-received', 'date-assigned', 'decision-date', 'priority', 'licensed-in', 'specialty',
];

/** The keys of a draft's head that are read. */
export const HEAD_KEYS: readonly string[] = [...KEYS, 'disputed-items'];

const kept = new WeakMap<FrontMatter, ReadonlyMap<FactKey, Fact>>();

/** The facts of a draft's front matter, kept with it. Dates are given as YYYY-MM-DD in `value` where they can be read. */
export function factsOfFrontMatter(frontMatter: FrontMatter): ReadonlyMap<FactKey, Fact> {
  let facts = kept.get(frontMatter);
  if (!facts) kept.set(frontMatter, (facts = readFacts(frontMatter)));
  return facts;
}

function readFacts(frontMatter: FrontMatter): Map<FactKey, Fact> {
  const facts = new Map<FactKey, Fact>();
  for (const { key, value, valueSpan } of frontMatter.entries) {
    if (value === null || !(KEYS as readonly string[]).includes(key)) continue;
    const { text } = fold(withoutEditorialMarks(typeof value === 'string' ? value : value.join(', ')), false);
    if (text === '') continue;
    facts.set(key as FactKey, { key: key as FactKey, value: readDate(text) ?? text, text, span: valueSpan });
  }
  return facts;
}

/** In figures as the table prints it, or in words as somebody types it over. */
const DATE = String.raw`(\d{1,2}\/\d{1,2}\/\d{2,4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})`;
/** The table on top of a published letter; its rows and columns come in different orders out of a PDF. */
const TABLE: readonly (readonly [FactKey, RegExp])[] = [
  ['case-number', /\bCase Number:\s*([A-Z]{2}\d{2}-\d{4,8})/],
  ['date-assigned', new RegExp(String.raw`\bDate Assigned:\s*${DATE}`)],
  ['date-of-injury', new RegExp(String.raw`\bDate of Injury:\s*${DATE}`)],
  ['decision-date', new RegExp(String.raw`\bDecision Date:\s*${DATE}`)],
  ['decision-date', new RegExp(String.raw`\bDated:\s*${DATE}`)],
  ['ur-denial-date', new RegExp(String.raw`\b(?:UR Denial Date|Date of UR Denial):\s*${DATE}`)],
  ['priority', /\bPriority:\s*(Standard|Expedited)/],
  ['application-received', new RegExp(String.raw`\bApplication\s{1,20}(?:Received:\s*)?${DATE}`)],
];
/** The letters of 2013 say it in a sentence, below the list of their decisions. */
const SENTENCES: typeof TABLE = [
  ['application-received', new RegExp(String.raw`\bIndependent\sMedical\sReview\swas\sfiled\son\s${DATE}`)],
  ['application-received', new RegExp(String.raw`\bfiled\son\s${DATE},?\sdisputing\b`)],
  ['ur-denial-date', new RegExp(String.raw`\bUtilization\sReview\sDenial\sdated\s${DATE}`)],
  ['ur-denial-date', new RegExp(String.raw`\bdisputing\s(?:[A-Za-z]{1,20}\s){1,6}(?:dated|of)\s${DATE}`)],
  ['date-assigned', new RegExp(String.raw`\bNotice\sof\sAssignment\b[^.]{1,80}\son\s${DATE}`)],
];
const SENTENCE_LINES = 60;
/** The table stands in the first lines of the letter. */
const TABLE_LINES = 16;

/** The facts of a published letter's table. */
export function factsOfTable(lines: readonly LetterLine[]): Map<FactKey, Fact> {
  const facts = new Map<FactKey, Fact>();
  readInto(facts, TABLE, lines.slice(0, TABLE_LINES));
  if (!facts.has('ur-denial-date') || !facts.has('application-received')) readInto(facts, SENTENCES, lines.slice(0, SENTENCE_LINES));
  return facts;
}

/** A head that names neither the denial nor the application, with what the sentences above the first item say of them. */
export function withSaid(facts: ReadonlyMap<FactKey, Fact>, lines: readonly LetterLine[]): ReadonlyMap<FactKey, Fact> {
  if (facts.has('ur-denial-date') || facts.has('application-received')) return facts;
  const said = new Map(facts);
  readInto(said, SENTENCES, lines.slice(0, SENTENCE_LINES));
  return said;
}

function readInto(facts: Map<FactKey, Fact>, patterns: typeof TABLE, head: readonly LetterLine[]): void {
  let text = '';
  const starts: { at: number; line: LetterLine }[] = [];
  for (const line of head) {
    starts.push({ at: text.length, line });
    text += `${line.line.text}\n`;
  }
  for (const [key, pattern] of patterns) {
    const match = facts.has(key) ? null : pattern.exec(text);
    const value = match?.[1];
    if (!match || value === undefined) continue;
    const at = match.index + match[0].length - value.length;
    const line = starts.findLast((start) => start.at <= at);
    if (!line) continue;
    const place = sourcePlace(line.line.line.runs, at - line.at, at - line.at + value.length);
    facts.set(key, { key, value: readDate(value) ?? value, text: value, span: shift(place, line.line.start) });
  }
}

/** A fact's date as YYYY-MM-DD; null where it is missing or can't be read. */
export function isoDate(fact: Fact | undefined): string | null {
  return fact && readDate(fact.value) === fact.value ? fact.value : null;
}
