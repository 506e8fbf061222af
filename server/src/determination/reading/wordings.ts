import type { DecisionValue, SectionName } from '../model.ts';
import { labelShape } from './label-shape.ts';
import { fieldOfLabel } from './label-words.ts';
import type { LetterSettings } from '../settings.ts';
import known from './wordings.json' with { type: 'json' };

export type LabelKind = keyof typeof known.labels;

/** A label at the start of a line. Offsets count in the line's text. */
export interface Label {
  readonly kind: LabelKind;
  readonly start: number;
  /** Behind the label, its colon and its marks of emphasis: where the field's words begin. */
  readonly end: number;
  /** It is one of the labels that are listed; not: its words alone say what it must be. */
  readonly isListed: boolean;
}

/** The words by which a letter's parts are known, in the form in which they are compared. */
export interface Wordings {
  readonly labels: ReadonlyMap<string, LabelKind>;
  readonly sections: ReadonlyMap<string, SectionName>;
  readonly decisions: ReadonlyMap<string, DecisionValue>;
  /** Words that stand for a decision but are none: the value that is probably meant, or null. */
  readonly mistaken: ReadonlyMap<string, DecisionValue | null>;
}

/** Letters only, lower case: labels are matched by their words, whatever stands around them. */
function compared(words: string): string {
  return words.toLowerCase().replace(/[^a-z]/g, '');
}

/** Whether words stand in front of a decision ("Determination"). */
export function isDecisionLabel(words: string, wordings: Wordings): boolean {
  return wordings.labels.get(compared(words)) === 'decision';
}

/** Whether words are the same but for capitals, blanks and marks. */
export function sameLetters(one: string, other: string): boolean {
  return compared(one) === compared(other);
}

export function createWordings(settings: LetterSettings): Wordings {
  const labels = new Map<string, LabelKind>();
  for (const kind of Object.keys(known.labels) as LabelKind[]) {
    const own = kind in settings.labels ? settings.labels[kind as keyof LetterSettings['labels']] : [];
    for (const words of [...known.labels[kind], ...own]) labels.set(compared(words), kind);
  }
  const sections = new Map<string, SectionName>();
  for (const [name, wordings] of Object.entries(known.sections)) {
    for (const words of wordings) sections.set(compared(words), name as SectionName);
  }
  const decisions = new Map<string, DecisionValue>();
  const mistaken = new Map<string, DecisionValue | null>();
  for (const value of ['Upheld', 'Overturned'] as const) {
    for (const words of [...known.decisions[value], ...settings.decisions[value]]) decisions.set(compared(words), value);
    for (const words of known.mistakenDecisions[value]) mistaken.set(compared(words), value);
  }
  for (const words of known.mistakenDecisions.neither) mistaken.set(compared(words), null);
  return { labels, sections, decisions, mistaken };
}

const LABEL = /^([\s>*_#+-]*(?:\d{1,2}[.)]\s[\s*_]*)?)([A-Z][A-Z /()'’-]{4,50}?)(\s*(?:[*_]+\s*)?:\s*[*_]*\s*|\s*\*\*\s*|$)/i;
const LEAD = /^[\s>+-]*(?:\d{1,2}[.)]\s)?/;
const LABEL_LENGTH = 60;

/**
 * The label that a line opens with: a listed one, tolerant of bold, bullets and one slip of the pen in each eight letters, or one whose words
 * tell it. `boldEnds`: where in the line words end that were bold in the source.
 */
export function readLabel(line: string, wordings: Wordings, boldEnds: readonly number[] = []): Label | null {
  const label = labelByColon(line, wordings) ?? labelByBold(line, wordings, boldEnds) ?? toldLabel(line, wordings) ?? labelByDash(line, wordings);
  const bar = label && /^\|\s*/.exec(line.slice(label.end, label.end + 8))?.[0].length;
  return bar ? { ...label, end: label.end + bar } : label;
}

function labelByBold(line: string, wordings: Wordings, boldEnds: readonly number[]): Label | null {
  if (boldEnds.length === 0) return null;
  const start = LEAD.exec(line)?.[0].length ?? 0;
  for (const end of boldEnds) {
    const words = line.slice(start, end);
    const listed = wordings.labels.get(compared(words));
    const kind = listed ?? fieldOfLabel(words);
    if (kind) return { kind, start, end: end + (line[end] === ' ' ? 1 : 0), isListed: listed !== undefined };
  }
  return null;
}

function labelByColon(line: string, wordings: Wordings): Label | null {
  const match = LABEL.exec(line.slice(0, LABEL_LENGTH + 20));
  if (!match) return null;
  const [whole, lead = '', words = '', tail = ''] = match;
  const kind = nearest(compared(words), wordings.labels);
  if (kind === null) return null;
  // Without a colon only the label's own words, bold or alone on the line, are one.
  if (!tail.includes(':') && !wordings.labels.has(compared(words))) return null;
  const start = lead.length - (/[*_]{1,4}$/.exec(lead)?.[0].length ?? 0);
  return { kind, start, end: whole.length, isListed: true };
}

function toldLabel(line: string, wordings: Wordings): Label | null {
  const shape = labelShape(line);
  if (!shape) return null;
  const { words, start, end } = shape;
  const listed = wordings.labels.get(compared(words));
  if (listed) return { kind: listed, start, end, isListed: true };
  const kind = readSection(words, false, wordings) ? null : fieldOfLabel(words);
  return kind && { kind, start, end, isListed: false };
}

/** "Rationale - The gait …": a dash between blanks in the colon's place. */
function labelByDash(line: string, wordings: Wordings): Label | null {
  const match = /^([\s>*_+-]{0,8})([A-Z][A-Z /()'’]{3,60})\s[-–—]{1,2}\s{1,4}(?=\S)/i.exec(line.slice(0, LABEL_LENGTH + 20));
  if (!match) return null;
  const [whole, lead = '', words = ''] = match;
  const listed = wordings.labels.get(compared(words));
  const kind = listed ?? fieldOfLabel(words);
  return kind && { kind, start: lead.length, end: whole.length, isListed: listed !== undefined };
}

/** The section that a heading opens; a line of text must be a section's name to the letter. */
export function readSection(line: string, isHeading: boolean, wordings: Wordings): SectionName | null {
  if (line.length > 80) return null;
  const words = compared(line);
  const again = known.continued.find((each) => words.endsWith(each));
  return wordings.sections.get(again ? words.slice(0, -again.length) : words) ?? (isHeading ? nearest(words, wordings.sections) : null);
}

function nearest<T>(words: string, known: ReadonlyMap<string, T>): T | null {
  const exact = known.get(words);
  if (exact !== undefined) return exact;
  for (const [candidate, value] of known) {
    const slips = Math.min(3, Math.floor(candidate.length / 8));
    if (Math.abs(candidate.length - words.length) <= slips && candidate[0] === words[0] && distance(candidate, words, slips) <= slips) return value;
  }
  return null;
}

/** Letters to change, add, drop or swap between two words (Damerau-Levenshtein, adjacent swaps); more than `limit` is just more. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (previous[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    previous = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** What a word behind a title decides: a value, null for a word that is no decision of ours, undefined for no decision word at all. */
export function decisionOf(words: string, wordings: Wordings): DecisionValue | null | undefined {
  const letters = compared(words);
  const value = wordings.decisions.get(letters);
  if (value) return value;
  return letters !== '' && meantDecision(words, wordings) !== undefined ? null : undefined;
}

/** The decision that a wrong or half-typed word probably means; null where it means neither; undefined where it is no such word. */
export function meantDecision(words: string, wordings: Wordings): DecisionValue | null | undefined {
  const letters = compared(words);
  if (wordings.mistaken.has(letters)) return wordings.mistaken.get(letters) ?? null;
  for (const [known, value] of wordings.decisions) {
    if (letters.length >= 2 && known.startsWith(letters)) return value;
    if (letters.length >= 4 && distance(known, letters, 2) <= 2) return value;
  }
  return undefined;
}
