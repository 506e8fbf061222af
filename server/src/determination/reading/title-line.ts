import type { DecisionValue } from '../model.ts';
import { decisionOf, isDecisionLabel, type Wordings } from './wordings.ts';
import known from './wordings.json' with { type: 'json' };

/** The decision behind a title, in offsets of the line it stands on. */
export interface DecisionWord {
  /** Where the title begins on this line, if the decision stands in front of it. */
  readonly titleStart?: number;
  /** Where the title ends on this line, its colon taken off. */
  readonly titleEnd: number;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly value: DecisionValue | null;
}

/** Marks of emphasis and full stops that may stand behind the decision. */
const TRAILING = /[\s*_.#`]{1,8}$/;

/** The decision behind the last colon of a line ("X: Upheld"), or a decision that stands alone on its line. A placeholder keeps its place. */
export function readDecisionWord(text: string, wordings: Wordings): DecisionWord | null {
  const end = text.length - (TRAILING.exec(text.slice(-8))?.[0].length ?? 0);
  const colon = text.lastIndexOf(':', end - 1);
  const rest = text.slice(colon + 1, end);
  const start = colon + 1 + (/^[\s*_]*/.exec(rest)?.[0].length ?? 0);
  const word = text.slice(start, end);
  if (word === '') return null;
  if (text.includes('|')) return inLastCell(text, wordings);
  if (colon >= 0 && /^\[\[[^\]]*\]\]$/.test(word)) return { titleEnd: colon, word, start, end, value: null };
  const value = word.length > 40 ? undefined : decisionOf(word, wordings);
  if (value === undefined || (colon < 0 && value === null)) return dashed(text, end, wordings) ?? marked(text, wordings) ?? inCapitals(text, end, wordings);
  return { titleEnd: endOfTitle(text, Math.max(colon, 0), wordings), word, start, end, value };
}

/** "Cane. Decision: Upheld": the label in front of the colon is none of the title. */
function endOfTitle(text: string, colon: number, wordings: Wordings): number {
  const joint = /[.;,|–—-]\s{1,3}([a-z’' ]{6,30})$/i.exec(text.slice(Math.max(0, colon - 40), colon));
  return joint && isDecisionLabel(joint[1] ?? '', wordings) ? colon - joint[0].length : colon;
}

/** "Upheld: Cane", as some headings have it. */
export function readLeadingDecision(text: string, wordings: Wordings): DecisionWord | null {
  const match = /^([A-Z]{4,12})\s{0,2}[:–—-]\s{0,3}(?=\S)/i.exec(text);
  const word = match?.[1] ?? '';
  const value = wordings.decisions.get(word.toLowerCase());
  return match && value ? { titleStart: match[0].length, titleEnd: text.length, word, start: 0, end: word.length, value } : null;
}

/** "A | Walking cane | Upheld": the last cell of a table's row. */
function inLastCell(text: string, wordings: Wordings): DecisionWord | null {
  const bar = text.lastIndexOf('|');
  // "Decision | Upheld | Overturned" decides two items, which stand in columns.
  if (isDecisionLabel(text.slice(0, text.indexOf('|')), wordings) && text.indexOf('|') < bar) return null;
  const found = readDecisionBehind(text, bar + 1, wordings);
  return found?.value && found.end - found.start > text.length - bar - 12 ? { ...found, titleEnd: bar } : null;
}

/** "X – Upheld": a dash in the colon's place, before a word that is certainly a decision. */
function dashed(text: string, end: number, wordings: Wordings): DecisionWord | null {
  const match = /\s[-–—]{1,2}\s{0,3}([A-Z]{4,12})$/i.exec(text.slice(0, end));
  const word = match?.[1];
  const value = word === undefined ? undefined : decisionOf(word, wordings);
  if (!match || word === undefined || !value) return null;
  return { titleEnd: match.index, word, start: end - word.length, end, value };
}

/** "X `UPHELD`", "X **Upheld**", "X (upheld)": marks around the decision in the colon's place. What is no decision of ours must look like one. */
function marked(text: string, wordings: Wordings): DecisionWord | null {
  const match = /\s[`([*_]{1,3}([A-Z][A-Z -]{3,24})[`)\]*_.]{1,4}$/i.exec(text.slice(-40));
  const word = match?.[1];
  const value = word === undefined ? undefined : decisionOf(word, wordings);
  if (!match || word === undefined || value === undefined || (value === null && word !== word.toUpperCase())) return null;
  const at = text.length - match[0].length;
  const start = at + match[0].indexOf(word);
  return { titleEnd: withoutDash(text, at), word, start, end: start + word.length, value };
}

/** "Walking cane UPHELD": capitals set the decision off from a title that isn't in capitals. */
function inCapitals(text: string, end: number, wordings: Wordings): DecisionWord | null {
  const word = /\s([A-Z]{6,10})$/.exec(text.slice(0, end))?.[1];
  const value = word === undefined ? undefined : decisionOf(word, wordings);
  if (word === undefined || !value || text === text.toUpperCase()) return null;
  return { titleEnd: withoutDash(text, end - word.length), word, start: end - word.length, end, value };
}

function withoutDash(text: string, end: number): number {
  let at = end;
  while (at > 0 && ' \t-–—,'.includes(text.charAt(at - 1))) at--;
  return at;
}

/** The decision in the words behind a label ("Answer: No. The denial is upheld."), in offsets of `text` from `from` on; null where they give none, or two. */
export function readDecisionBehind(text: string, from: number, wordings: Wordings): DecisionWord | null {
  const end = text.length - (TRAILING.exec(text.slice(-8))?.[0].length ?? 0);
  const words = text.slice(from, Math.max(from, end));
  const lead = /^[\s*_`]*/.exec(words)?.[0].length ?? 0;
  const whole = words.length - lead > 40 ? undefined : decisionOf(words.slice(lead), wordings);
  const word = (at: number, length: number, value: DecisionValue | null): DecisionWord => {
    const start = from + at;
    return { titleEnd: 0, word: text.slice(start, start + length), start, end: start + length, value };
  };
  if (whole !== undefined) return word(lead, words.length - lead, whole);
  const found = [...words.slice(0, 120).matchAll(/[A-Z]{6,12}/gi)].flatMap((match) => {
    const value = wordings.decisions.get(match[0].toLowerCase());
    return value ? [word(match.index, match[0].length, value)] : [];
  });
  return found.every(({ value }) => value === found[0]?.value) ? found[0] ?? null : null;
}

const NAMES = known.itemNames.join('|').replaceAll(' ', '\\s');
const COUNTS = 'One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve';
const NAMED_NUMBER = String.raw`(?:${NAMES})\s{0,2}(?:No\.?\s|Number\s)?#?(?:\d{1,3}|${COUNTS})(?:\sof\s(?:\d{1,3}|${COUNTS}))?`;
/** "1.", "1)", "(1)", "B.", "#2:", "Item 1:", "Issue 2 –", "Request #3:" in front of a title. */
const NUMBER = new RegExp(String.raw`^[*_]{0,2}(?:${NAMED_NUMBER}\s?[.:)|–—-](?:\s+|$)|(?:#|\()?\d{1,3}[.):]\s+)?`, 'i');
const LETTER = /^[*_]{0,2}(?:[A-H]|[IVX]{1,4})[.)]\s+(?=[A-Z])/;
/** "3.1 Cane", which is no amount. */
const PART = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z]{2})/;
const BULLET = /^[-*+•]\s+/;
const REQUEST = new RegExp(String.raw`^(?:Regarding the requests? for\s+|(?:Re|${NAMES})\s?:\s+)?`, 'i');

/** How long what stands in front of a title is: a bullet, its number, and "Regarding the request for". */
export function numberLength(text: string): number {
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  const behind = text.slice(bullet);
  const number = bullet + ((LETTER.exec(behind) ?? PART.exec(behind) ?? NUMBER.exec(behind))?.[0].length ?? 0);
  return number + (REQUEST.exec(text.slice(number))?.[0].length ?? 0);
}

/** Whether a line is nothing but the number of an item, whose title stands below: "Disputed treatment #1". */
export function isBareNumber(text: string): boolean {
  return BARE.test(text);
}

const BARE = new RegExp(String.raw`^[*_]{0,2}${NAMED_NUMBER}\s?[.:)]?[*_]{0,2}$`, 'i');

/** Whether a line gives the title of an item behind its name: "Treatment: Walking cane". */
export function isNamedTitle(text: string): boolean {
  return NAMED_TITLE.test(text);
}

const NAMED_TITLE = new RegExp(String.raw`^(?:${NAMES})\s?:\s+\S`, 'i');

/** Whether a line calls itself an item by its number: "Request #2: …", "Issue 1 - …", or nothing but "Item 3". */
export function isNumberedItem(text: string): boolean {
  return NAMED.test(text);
}

const NAMED = new RegExp(String.raw`^[*_]{0,2}${NAMED_NUMBER}\s?(?:[.:)|–—-]|[*_]{0,2}$)`, 'i');

/** "1. X is not medically necessary and appropriate.": the title of late 2013, in offsets of its last line; null for other lines. */
export function readVerdictTitle(text: string): DecisionWord | null {
  const verdict = /\s(?:is|are)\s((?:not\s?)?medically\snecessary(?:\sand\sappropriate)?)\.?$/i.exec(text);
  const word = verdict?.[1];
  if (!verdict || word === undefined || /\bhas determined\b/i.test(text)) return null;
  const start = verdict.index + verdict[0].indexOf(word);
  return { titleEnd: verdict.index, word, start, end: start + word.length, value: /^not/i.test(word) ? 'Upheld' : 'Overturned' };
}

/** Whether a line opens with a number as an item of late 2013 does. */
export function isNumbered(text: string): boolean {
  return /^\d{1,2}[.)]\s/.test(text);
}

/** The letters of 2013 open an item with "1) Regarding the request for X:" and decide it in its last sentence only. */
export function isRegarding(text: string): boolean {
  return /^(?:\d{1,2}[.)]\s)?\s?Regarding the requests? for\b/i.test(text);
}
