import type { SignOffFinding } from '../../../protocol/sign-off.ts';
import type { Letter } from './letter.ts';
import { itemAt } from './cursor.ts';
import { BLANK } from '../determination/placeholder.ts';
import { positionAt } from '../markdown/line-index.ts';

// What the rules leave alone while a letter is written, and nobody signs over: blanks in comments and code, silenced ones, and remarks.

const COMMENT = /<!--(?!\s{0,20}imr-)([\s\S]{0,2000}?)-->/g;
/** How remarks to others or to oneself begin; other comments are notes of programs and templates. */
const REMARK = /^\s*(?:todo|fixme|remark|qa|query|question|note|check|ask|confirm|verify|pending|open)\b/i;

/** Blanks and remarks that are open anywhere in a letter, but for those in a place that is told of already. */
export function openEnds(letter: Letter): SignOffFinding[] {
  const text = letter.lines.text.toString();
  const told = letter.findings.filter(({ ruleId }) => ruleId === 'placeholder-left' || ruleId === 'suppression-without-reason').map(({ span }) => span);
  const isTold = (at: number): boolean => told.some(({ start, end }) => start <= at && at < end);
  const blanks = [...text.matchAll(BLANK)].filter(({ index }) => !isTold(index))
    .map(({ 0: words, index }) => blocking(letter, index, 'placeholder-left', `“${shown(words)}” is still to fill in. Write what belongs there, or take it out.`));
  const remarks = [...text.matchAll(COMMENT)].filter(({ 1: words = '' }) => REMARK.test(words) || words.includes('?'))
    .map(({ 1: words = '', index }) => blocking(letter, index, 'open-remark', `The remark “${shown(words.trim())}” is open. Answer it, and take the comment out.`));
  return [...blanks, ...remarks];
}

function blocking(letter: Letter, at: number, rule: string, message: string): SignOffFinding {
  const { line, character } = positionAt(letter.lines, at);
  return { rule, severity: 'error', message, item: itemAt(letter.determination, at)?.number ?? null, line: line + 1, column: character + 1, outcome: 'blocks' };
}

function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
