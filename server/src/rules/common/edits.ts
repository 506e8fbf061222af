import { span } from '../../markdown/span.ts';
import { isLabelled, labelBefore, type FieldLabels } from '../../determination/reading/field-labels.ts';
import type { DecisionValue, DisputedItem, ItemReading, Layout, Rationale } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { hasWord, readSentence, type Sentence } from '../../language/sentence.ts';
import type { FixEdit } from '../engine/rule.ts';
import { conclusionFor } from './wording.ts';

// Edits that several rules' fixes are made of. Spans count from the item's start.

/** Writes the decision: over the word that is there, or behind the title. */
export function decisionEdit(reading: ItemReading, value: DecisionValue): FixEdit {
  const { decision } = reading;
  // In a letter of 2013 the decision is a verdict ("is not medically necessary"), not a word behind the title.
  if (decision?.value && /necess/i.test(decision.word)) return { span: decision.span, newText: decision.value === value ? decision.word : turnVerdict(decision.word) ?? value };
  if (decision) return { span: decision.span, newText: value };
  const { end } = reading.title.span;
  return { span: span(end, Math.max(end, reading.heading.end)), newText: `: ${value}` };
}

/** Turns the rationale's conclusion to the decision; null where there is none to turn, it says so already, or one word can't turn it. */
export function conclusionEdit(rationale: Rationale | null, value: DecisionValue): FixEdit | null {
  const conclusion = rationale?.conclusion;
  if (!rationale || !conclusion || conclusion.value === conclusionFor(value)) return null;
  const words = rationale.prose.text.slice(conclusion.verdict.start, conclusion.verdict.end);
  const newText = turnVerdict(words);
  return newText === null ? null : { span: sourceSpan(rationale.prose, conclusion.verdict), newText };
}

/**
 * "not medically necessary" becomes "medically necessary" and the other way; so do "non-certified", "has been established" and the like.
 * Null for words that can't be turned by one word: "neither … nor", "the denial is reversed".
 */
function turnVerdict(words: string): string | null {
  const sentence = readSentence(words);
  const { tokens } = sentence;
  for (let at = 0; at < tokens.count; at++) {
    const key = tokens.keys[at] ?? '';
    const other = OTHER_WAY[key];
    if (other !== undefined) return replaced(words, tokens.starts[at] ?? 0, tokens.ends[at] ?? 0, other);
    if (key === 'not' || key === 'non') return replaced(words, tokens.starts[at] ?? 0, behindJoint(words, tokens.ends[at] ?? 0), '');
    if (key === 'no' || key === 'nor' || key === 'neither' || key === 'none') return null;
  }
  const at = whereNotGoes(sentence);
  return at === null ? null : `${words.slice(0, at)}not ${words.slice(at)}`;
}

/** Words that say the other way without a "not". */
const OTHER_WAY: Readonly<Record<string, string>> = {
  unnecessary: 'necessary', inappropriate: 'appropriate', unwarranted: 'warranted', unsupported: 'supported', denied: 'approved',
};

function replaced(words: string, from: number, to: number, by: string): string {
  return words.slice(0, from) + by + words.slice(to);
}

/** Past the blank or the hyphen behind a "not" or "non"; "n't" has neither. */
function behindJoint(words: string, at: number): number {
  return /^[\s-]/.test(words.slice(at)) ? at + 1 : at;
}

/** Behind the verb of "medical necessity is established", else before the first word of the verdict; null for another wording. */
function whereNotGoes(sentence: Sentence): number | null {
  const { tokens } = sentence;
  const places = Array.from({ length: tokens.count }, (_, at) => at);
  const ofNecessity = hasWord(sentence, 'establishes') || /\bmedical necessity\b/i.test(tokens.text);
  const verb = ofNecessity ? places.find((at) => hasWord(sentence, 'be', at, at + 1) || hasWord(sentence, 'have', at, at + 1)) : undefined;
  if (verb !== undefined) return (tokens.ends[verb] ?? 0) + 1;
  const bare = places.find((at) => tokens.keys[at] === 'be' && hasWord(sentence, 'modal', at - 1, at));
  if (bare !== undefined) return tokens.starts[bare] ?? 0;
  const word = places.find((at) => hasWord(sentence, 'turnable', at, at + 1));
  return word === undefined ? null : (tokens.starts[word] ?? 0);
}

/**
 * Inserts a field with its label, or its words behind a label that stands there empty: the reviewer's line before the rationale, the
 * rationale at the end of the item. `labels`: what the letter calls its fields.
 */
export function fieldEdit(item: DisputedItem, layout: Layout, labels: FieldLabels, field: 'reviewerGuideline' | 'rationale', words: string): FixEdit {
  const { reading } = item;
  const own = reading[field];
  const stated = field === 'reviewerGuideline' ? asInLayout(layout, words) : words;
  if (own) {
    const empty = own.prose.text === '';
    const at = empty ? span(own.label.end, own.label.end) : own.prose.span;
    return { span: at, newText: empty && own.label.end > own.label.start ? ` ${stated}` : stated };
  }
  const label = isLabelled(field, labels, layout) ? labelBefore(field, labels, layout) : '';
  const at = field === 'reviewerGuideline' && reading.rationale ? reading.rationale.label.start : null;
  if (at !== null) return { span: span(at, at), newText: `${label}${stated}\n\n` };
  const end = lastWord(reading, field);
  return { span: span(end, end), newText: `\n\n${label}${stated}` };
}

/** The first layouts say in a sentence who based the decision on what. */
function asInLayout(layout: Layout, line: string): string {
  if (layout !== '2013-first' && layout !== '2013-14-middle') return line;
  return line.replace(/^Decision based on\b/, `The ${layout === '2013-first' ? 'Expert' : 'Physician'} Reviewer based his/her decision on`);
}

/** The end of the last field that the new one stands behind, or of the heading. */
function lastWord(reading: ItemReading, field: 'reviewerGuideline' | 'rationale'): number {
  const before = [reading.claimsAdministratorGuideline, ...(field === 'rationale' ? [reading.reviewerGuideline] : [])];
  return Math.max(reading.heading.end, reading.dependsOn?.span.end ?? 0, ...before.map((line) => (line ? Math.max(line.prose.span.end, line.label.end) : 0)));
}
