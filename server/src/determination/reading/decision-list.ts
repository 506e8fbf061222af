import { keptBy } from '../../markdown/kept-by.ts';
import { sourcePlace } from '../../markdown/source-runs.ts';
import { shift, span } from '../../markdown/span.ts';
import type { ItemLines } from './item-lines.ts';
import type { LetterLine } from './letter-lines.ts';
import type { Decision, ListedDecision } from '../model.ts';
import { numberLength } from './title-line.ts';

/** Letters of 2013 open with one such sentence for each request. Of others the summary may say so. */
const DETERMINED = /\bMAXIMUS[\w ,.]{0,40} has determined (?:that )?the requests? for /gi;
const VERDICT = /\b(?:is|are)\s?(not\s?)?medically\s?necessary\b/i;
/** No request is longer. */
const LONGEST = 600;

/**
 * The decisions that the letter lists outside of its items, in a table, in lines ("MRI: Upheld") or in the sentences of 2013, in their
 * order; what is listed twice alike counts once. Spans: offsets of the document.
 */
export function readDecisionList(lines: readonly LetterLine[], items: readonly ItemLines[]): ListedDecision[] {
  const list: ListedDecision[] = [];
  for (const paragraph of paragraphsOutside(lines, items)) {
    const determined = determinedIn(paragraph);
    list.push(...(determined.length > 0 ? determined : paragraph.flatMap(statedIn)));
  }
  const seen = new Set<string>();
  return list.filter(({ request, decision }) => seen.size < seen.add(`${bare(request)} ${decision.value}`).size);
}

/** Letters and figures only: requests are compared by them. */
function bare(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether two requests stand in the same words. */
export function sameRequest(one: string, other: string): boolean {
  return bare(one) !== '' && bare(one) === bare(other);
}

/** The entry of the list that says of a request, in the same words, how it is decided. */
export function listedFor(title: string, list: readonly ListedDecision[]): ListedDecision | null {
  return firstByWords(list).get(bare(title)) ?? null;
}

const firstByWords = keptBy((list: readonly ListedDecision[]): ReadonlyMap<string, ListedDecision> =>
  new Map(list.toReversed().map((entry) => [bare(entry.request), entry] as const).filter(([words]) => words !== '')));

function paragraphsOutside(lines: readonly LetterLine[], items: readonly ItemLines[]): LetterLine[][] {
  const paragraphs: LetterLine[][] = [];
  let item = 0;
  let goesOn = false;
  lines.forEach((line, i) => {
    while (item < items.length && items[item]!.end <= i) item++;
    const isInside = item < items.length && items[item]!.title <= i;
    if (isInside || line.line.heading > 0) goesOn = false;
    else if (goesOn && line.gap === 0) paragraphs.at(-1)?.push(line);
    else {
      paragraphs.push([line]);
      goesOn = true;
    }
  });
  return paragraphs;
}

function determinedIn(paragraph: readonly LetterLine[]): ListedDecision[] {
  const text = paragraph.map(({ line }) => line.text).join('\n');
  return [...text.matchAll(DETERMINED)].flatMap((opening) => {
    const from = opening.index + opening[0].length;
    const verdict = VERDICT.exec(text.slice(from, from + LONGEST));
    if (!verdict) return [];
    const verb = /^are/i.test(verdict[0]) ? 'are'.length : 'is'.length;
    const word = verdict[0].slice(verb).trimStart();
    const place = placeOf(paragraph, from + verdict.index + verdict[0].length - word.length, word.length);
    const decision: Decision = { word: word.replace(/\s+/g, ' '), value: verdict[1] ? 'Upheld' : 'Overturned', span: place };
    return [{ request: text.slice(from, from + verdict.index).replace(/\s+/g, ' ').trim(), decision }];
  });
}

/** Where a stretch of the paragraph's joined lines stands in the document. */
function placeOf(paragraph: readonly LetterLine[], at: number, length: number): Decision['span'] {
  let behind = 0;
  for (const { line, start } of paragraph) {
    if (at < behind + line.text.length) return shift(sourcePlace(line.runs, at - behind, Math.min(at - behind + length, line.text.length)), start);
    behind += line.text.length + 1;
  }
  return span(0, 0);
}

/** "Walking cane: Upheld", or the row of a table whose last cell is a decision: the request is its longest cell. */
function statedIn({ line, start }: LetterLine): ListedDecision[] {
  const { text, decision } = line;
  if (!decision?.value) return [];
  const before = text.slice(0, text.includes('|') ? text.lastIndexOf('|', decision.start) : decision.titleEnd).replace(/^[\s*_+-]+/, '');
  const cells = before.split('|').map((cell) => cell.replace(/[*_`]/g, '').trim());
  const request = cells.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '');
  if (request === '') return [];
  return [{ request: request.slice(numberLength(request)), decision: { word: decision.word, value: decision.value, span: shift(decision.place, start) } }];
}
