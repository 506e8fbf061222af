import { span, type Span } from '../markdown/span.ts';
import type { ItemReading } from './model.ts';
import { withoutQuotations } from './quotations.ts';
import { findPerioperative, findTreatments } from '../vocabulary/treatments.ts';

/** "questions 1 and 2": the items that a rationale names by number. Spans: in the rationale's `prose.text`. */
export interface NumberedReference {
  readonly value: number;
  readonly span: Span;
}

/** "As the requested surgery is not medically necessary": the item says that it stands or falls with another. */
export interface ParentClause {
  /** The words for the parent: "requested surgery". */
  readonly subject: string;
  readonly says: 'denied' | 'supported';
  /** In the rationale's `prose.text`. */
  readonly span: Span;
}

export interface References {
  readonly numbers: readonly NumberedReference[];
  readonly clauses: readonly ParentClause[];
}

const NONE: References = { numbers: [], clauses: [] };
const kept = new WeakMap<ItemReading, References>();

/** What an item's rationale says of the other items. Kept with the reading. */
export function referencesOf(reading: ItemReading): References {
  const known = kept.get(reading);
  if (known) return known;
  const { rationale } = reading;
  const references = rationale ? read(rationale.prose.text, rationale.sentences, reading.title.text) : NONE;
  kept.set(reading, references);
  return references;
}

function read(text: string, sentences: readonly Span[], title: string): References {
  const own = withoutQuotations(text);
  return { numbers: readNumbers(own), clauses: [...sentences.flatMap((sentence) => readClauses(own, sentence)), ...readConsequences(own, title)] };
}

/**
 * "questions 1 and 2", "item #3", "issue number 2". The plain words "item" and "number" are common in guideline text and in
 * questionnaires, so a number alone counts only behind "question", "issue", "request" or "disputed item".
 */
const NUMBERED = /\b(?:(?:disputed |IMR )?(?:items?|questions?|issues?)|requests?)\s(?:numbers?\s|nos?\.\s|#\s?)?(\d{1,2}(?![\d%/.]\d)(?:(?:\s?,\s?|\s?(?:and|or|&|-|to|through)\s?|,\sand\s)#?\d{1,2}(?![\d%/.]\d))*)(?=[\s,.;:)]|$)/gi;
/** What may stand in front of or behind such a number where it counts something else. */
const OTHER_LISTS = /\b(?:questionnaire|scale|survey|index|inventory|PHQ|screening|answered|table|criteria|RFA|request for authorization|forms?|checklist)\b/i;

function readNumbers(text: string): NumberedReference[] {
  const numbers: NumberedReference[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const list = match[1] ?? '';
    const start = match.index + match[0].length - list.length;
    if (OTHER_LISTS.test(text.slice(Math.max(0, match.index - 60), start + list.length + 40))) continue;
    let before: number | null = null;
    for (const digits of list.matchAll(/\d{1,2}/g)) {
      const value = Number(digits[0]);
      const place = span(start + digits.index, start + digits.index + digits[0].length);
      const range = /(?:-|to|through)\s?#?$/.test(list.slice(0, digits.index));
      if (range && before !== null) for (let between = before + 1; between < value; between++) numbers.push({ value: between, span: place });
      numbers.push({ value, span: place });
      before = value;
    }
  }
  return numbers;
}

/** "As / since / because the X is not medically necessary": the cause stands in X. */
const CAUSE = /\b(?:as|since|because|given that|given|due to the fact that|in light of the fact that|inasmuch as)\s(?:that\s)?(?:the|this|these|those|her|his)\s([\w/'’-]+(?:\s[\w/'’-]+){0,7}?)\s(?:(?:in question|itself|as requested|request)\s)?(?:is|are|was|were|has been|have been)\s(?:also\s|both\s|deemed\s|considered\s|found\s|to be\s|determined\s|not\s|being\s|medically\s)*(non-?certified|(?:un)?(?:necessary|certified|supported|approved|authorized|established|appropriate|denied|upheld|overturned|recommended|warranted|indicated))\b/gi;
/** "The concurrent request for surgery is supported." */
const CONCURRENT = /\bthe\s(?:concurrent(?:ly)?|associated|accompanying|underlying|primary|related)\s((?:[\w/-]+\s){0,5}?(?:surgery|procedure|operation|intervention|injection|arthroscopy|fusion|repair|request(?:\sfor(?:\s[\w/-]+){1,6}?)?))\s(?:is|was|has been|is also)\s(not\s)?(?:medically\s)?(supported|approved|certified|authorized|necessary|overturned|denied|upheld|non-?certified)\b/gi;
/** "The surgery was not found to be medically necessary; therefore …": what follows hangs on it. */
const CONSEQUENCE = /\b(?:the|this|her|his)\s((?:[\w/'’-]+\s){0,4}?(?:surgery|procedure|operation|intervention|injection|ESI|arthroscopy|fusion))\s(?:is|was|has been)\s(?:also\s|deemed\s|considered\s|found\s|to be\s|determined\s|not\s|medically\s)*(non-?certified|(?:un)?(?:necessary|certified|supported|approved|authorized|established|denied|upheld|warranted|indicated))(?:\sabove)?(?:[;,.]|\sand)\s(?:therefore|hence|thus|so|as such|consequently|accordingly)\b/gi;

/** "The requested surgery is approved", "The surgery itself is supported". */
const REQUESTED = /\bthe\s(?:requested\s|proposed\s|planned\s)?((?:[\w/'’-]+\s){0,3}?(?:surgery|procedure|operation|surgical intervention))\s(?:itself\s)?(?:is|was|has been)\s(?:also\s|deemed\s|considered\s|found\s|to be\s|not\s|medically\s)*(non-?certified|necessary|certified|supported|approved|authorized|denied|upheld|overturned)\b/gi;

/** Each clause has one of these behind its verb: a quick no for most sentences. */
const SAID = /certified|necessary|supported|approved|authorized|established|appropriate|denied|upheld|overturned|recommended|warranted|indicated/i;

function readClauses(text: string, sentence: Span): ParentClause[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!SAID.test(words)) return [];
  const clauses: ParentClause[] = [];
  for (const match of words.matchAll(CAUSE)) {
    const verb = match[2] ?? '';
    const negated = /\bnot\s(?:[a-z]+\s){0,4}\S+$/i.test(match[0]);
    clauses.push(clause(sentence, match, match[1] ?? '', denies(verb, negated)));
  }
  for (const match of words.matchAll(CONCURRENT)) clauses.push(clause(sentence, match, match[1] ?? '', denies(match[3] ?? '', match[2] !== undefined)));
  return clauses;
}

/** Where the title asks for an operation itself, the words speak of that one. */
function readConsequences(text: string, title: string): ParentClause[] {
  const found = [...text.matchAll(CONSEQUENCE), ...text.matchAll(REQUESTED)];
  if (found.length === 0 || (asksForProcedure(title) && findPerioperative(title).length === 0)) return [];
  const whole = span(0, text.length);
  return found.filter(({ index }) => !CONCEDED.test(text.slice(Math.max(0, index - 25), index))).map((match) => clause(whole, match, match[1] ?? '', denies(match[2] ?? '', /\snot\s/i.test(match[0]))));
}

/** "Even though the surgery is not approved" says that the item doesn't hang on it. */
const CONCEDED = /\b(?:though|although|while|whether|regardless of(?: whether)?|if|despite)\s$/i;

function asksForProcedure(title: string): boolean {
  return findTreatments(title).some(({ value }) => value.kind === 'surgery' || value.kind === 'injection');
}

function denies(verb: string, negated: boolean): boolean {
  return /^(?:non|un|denied|upheld)/i.test(verb) !== negated;
}

function clause(sentence: Span, match: RegExpExecArray, subject: string, denied: boolean): ParentClause {
  const start = sentence.start + match.index;
  return { subject: subject.trim(), says: denied ? 'denied' : 'supported', span: span(start, start + match[0].length) };
}
