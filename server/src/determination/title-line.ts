import type { DecisionValue } from './model.ts';
import { decisionOf, type Wordings } from './wordings.ts';

/** The decision behind a title, in offsets of the line it stands on. */
export interface DecisionWord {
  /** Where the title ends on this line, its colon taken off. */
  readonly titleEnd: number;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly value: DecisionValue | null;
}

/** Marks of emphasis and full stops that may stand behind the decision. */
const TRAILING = /[\s*_.#]{1,8}$/;

/** The decision behind the last colon of a line ("X: Upheld"), or a decision that stands alone on its line. A placeholder keeps its place. */
export function readDecisionWord(text: string, wordings: Wordings): DecisionWord | null {
  const end = text.length - (TRAILING.exec(text.slice(-8))?.[0].length ?? 0);
  const colon = text.lastIndexOf(':', end - 1);
  const rest = text.slice(colon + 1, end);
  const start = colon + 1 + (/^[\s*_]*/.exec(rest)?.[0].length ?? 0);
  const word = text.slice(start, end);
  if (word === '' || word.length > 40) return null;
  if (colon >= 0 && /^\[\[[^\]]*\]\]$/.test(word)) return { titleEnd: colon, word, start, end, value: null };
  const value = decisionOf(word, wordings);
  if (value === undefined || (colon < 0 && value === null)) return dashed(text, end, wordings);
  return { titleEnd: Math.max(colon, 0), word, start, end, value };
}

/** "X – Upheld": a dash in the colon's place, before a word that is certainly a decision. */
function dashed(text: string, end: number, wordings: Wordings): DecisionWord | null {
  const match = /\s[-–—]\s{0,3}([A-Z]{4,12})$/i.exec(text.slice(0, end));
  const word = match?.[1];
  const value = word === undefined ? undefined : decisionOf(word, wordings);
  if (!match || word === undefined || !value) return null;
  return { titleEnd: match.index, word, start: end - word.length, end, value };
}

/** "1.", "1)", "Item 1:" or "1) Regarding the request for" in front of a title. */
export function numberLength(text: string): number {
  return /^[*_]{0,2}(?:(?:Item|Issue)\s+\d{1,3}\s*[.:)-]\s+|\d{1,3}[.)]\s+)?(?:Regarding the requests? for\s+)?/i.exec(text)?.[0].length ?? 0;
}

/** The letters of 2013 open an item with "1) Regarding the request for X:" and decide it in its last sentence only. */
export function isRegarding(text: string): boolean {
  return /^(?:\d{1,2}[.)]\s)?\s?Regarding the requests? for\b/i.test(text);
}
