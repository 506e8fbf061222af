import type { Remark } from '../../../protocol/remarks.ts';
import type { SignOffFinding } from '../../../protocol/sign-off.ts';
import type { Letter } from './letter.ts';
import { itemAt } from './cursor.ts';
import { BLANK } from '../determination/reading/placeholder.ts';
import { positionAt, type LinePosition } from '../markdown/line-index.ts';
import { span, type Span } from '../markdown/span.ts';

// What the rules leave alone while a letter is written, and nobody signs over: blanks in comments and code, silenced ones, and what others remarked.

const COMMENT = /<!--(?!\s{0,20}imr-)([\s\S]{0,2000}?)-->/g;
/** How remarks to others or to oneself begin; other comments are notes of programs and templates. */
const REMARK = /^\s*(?:todo|fixme|remark|qa|query|question|note|check|ask|confirm|verify|pending|open)\b/i;

/** Blanks that are open anywhere in a letter, but for those in a place that is told of already, and its open remarks. */
export function openEnds(letter: Letter, remarks: readonly Remark[]): SignOffFinding[] {
  const told = letter.findings.filter(({ ruleId }) => ruleId === 'placeholder-left' || ruleId === 'suppression-without-reason').map(({ span: place }) => place);
  const isTold = (at: number): boolean => told.some(({ start, end }) => start <= at && at < end);
  const blanks = [...letter.lines.text.toString().matchAll(BLANK)].filter(({ index }) => !isTold(index))
    .map(({ 0: words, index }) => blocking(positionAt(letter.lines, index), itemAt(letter.determination, index)?.number ?? null, 'placeholder-left', `“${shown(words)}” is still to fill in. Write what belongs there, or take it out.`));
  return [...blanks, ...remarks.filter(({ state }) => state === 'open').map((remark) => blocking(remark.range.start, remark.item, 'open-remark', openRemark(remark)))];
}

const CLOSING: Readonly<Record<Remark['form'], string>> = { kept: 'resolve it', criticmarkup: 'take it out', comment: 'take the comment out' };

function openRemark({ form, text, proposal, said, isFound }: Remark): string {
  const by = said?.who ? ` of ${said.who}` : '';
  const [what, how] = proposal === null ? [`The remark${by} “${shown(text)}”`, 'Answer it'] : [`The proposal${by}, “${shown(proposal)}”,`, 'Take it, or answer it'];
  return `${what} is open${isFound ? '' : ', and its words are gone'}. ${how}, and ${CLOSING[form]}.`;
}

/** Comments in the letter that ask for something, and where they stand. */
export function remarkComments({ lines }: Letter): { readonly words: string; readonly span: Span }[] {
  return [...lines.text.toString().matchAll(COMMENT)].filter(({ 1: words = '' }) => REMARK.test(words) || words.includes('?'))
    .map(({ 0: comment, 1: words = '', index }) => ({ words: words.trim(), span: span(index, index + comment.length) }));
}

function blocking({ line, character }: LinePosition, item: number | null, rule: string, message: string): SignOffFinding {
  return { rule, severity: 'error', message, item, line: line + 1, column: character + 1, outcome: 'blocks' };
}

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
