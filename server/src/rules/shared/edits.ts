import { span } from '../../markdown/span.ts';
import type { DecisionValue, DisputedItem, ItemReading, Layout, Rationale } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import type { FixEdit } from '../engine/rule.ts';
import { conclusionFor } from './wording.ts';

// Edits that several rules' fixes are made of. Spans count from the item's start.

/** Writes the decision: over the word that is there, or behind the title. */
export function decisionEdit(reading: ItemReading, value: DecisionValue): FixEdit {
  const { decision } = reading;
  // In a letter of 2013 the decision is a verdict ("is not medically necessary"), not a word behind the title.
  if (decision?.value && /necess/i.test(decision.word)) return { span: decision.span, newText: decision.value === value ? decision.word : turnVerdict(decision.word) };
  if (decision) return { span: decision.span, newText: value };
  const { end } = reading.title.span;
  return { span: span(end, Math.max(end, reading.heading.end)), newText: `: ${value}` };
}

/** Turns the rationale's conclusion to the decision; null where there is none to turn or it says so already. */
export function conclusionEdit(rationale: Rationale | null, value: DecisionValue): FixEdit | null {
  const conclusion = rationale?.conclusion;
  if (!rationale || !conclusion || conclusion.value === conclusionFor(value)) return null;
  const words = rationale.prose.text.slice(conclusion.verdict.start, conclusion.verdict.end);
  return { span: sourceSpan(rationale.prose, conclusion.verdict), newText: turnVerdict(words) };
}

/** "not medically necessary" becomes "medically necessary" and the other way; so do "non-certified", "has been established" and the like. */
export function turnVerdict(words: string): string {
  const negated = /\b(?:non-?\s?(?=certif)|un(?=necessary|warranted|supported)|in(?=appropriate)|(?:is|are|was|were)n't\b|cannot\b|not[\s-]|nor\s|neither\s|no\s)/i.exec(words);
  if (negated) return withoutNegation(words, negated);
  if (/\bdenied\b/i.test(words)) return words.replace(/\bdenied\b/i, 'approved');
  const participle = /\b(?:medically|certified|necessary|appropriate|indicated|warranted|justified|supported|approved|reasonable|recommended)\b/i.exec(words);
  const auxiliary = /\b(?:is|are|was|were|has|have)\b/i.exec(words);
  if (/\bmedical necessity\b/i.test(words) && auxiliary) return insertAt(words, auxiliary.index + auxiliary[0].length, ' not');
  if (participle) return `${words.slice(0, participle.index)}not ${words.slice(participle.index)}`;
  return `not ${words}`;
}

function withoutNegation(words: string, negated: RegExpExecArray): string {
  const word = negated[0].toLowerCase();
  const behind = words.slice(negated.index + negated[0].length);
  const before = words.slice(0, negated.index);
  if (word.endsWith("n't")) return `${before}${negated[0].slice(0, -3)}${behind}`;
  if (word === 'cannot') return `${before}can${behind}`;
  return before + behind;
}

function insertAt(words: string, at: number, inserted: string): string {
  return words.slice(0, at) + inserted + words.slice(at);
}

/** The first layouts say in sentences what the claims administrator and the reviewer relied on, and number their items. */
export const layoutsWithoutLabels: readonly Layout[] = ['2013-first', '2013-14-middle'];

/** The labels as the canonical draft and the published letters print them. */
const LABELS = { reviewerGuideline: 'MAXIMUS guideline:', rationale: 'Decision rationale:', claimsAdministratorGuideline: 'Claims Administrator guideline:' };

/**
 * Inserts a field with its label, or its words behind a label that stands there empty: the reviewer's line before the rationale, the
 * rationale at the end of the item.
 */
export function fieldEdit(item: DisputedItem, layout: Layout, field: 'reviewerGuideline' | 'rationale', words: string): FixEdit {
  const { reading } = item;
  const own = reading[field];
  if (own) {
    const empty = own.prose.text === '';
    const at = empty ? span(own.label.end, own.label.end) : own.prose.span;
    return { span: at, newText: empty && own.label.end > own.label.start ? ` ${words}` : words };
  }
  const words2013 = layoutsWithoutLabels.includes(layout) && field === 'rationale' ? 'Rationale for the Decision:' : LABELS[field];
  const label = layout === 'draft' ? `**${words2013}**` : words2013;
  const at = field === 'reviewerGuideline' && reading.rationale ? reading.rationale.label.start : null;
  if (at !== null) return { span: span(at, at), newText: `${label} ${words}\n\n` };
  const end = lastWord(reading, field);
  return { span: span(end, end), newText: `\n\n${label} ${words}` };
}

/** The end of the last field that the new one stands behind, or of the heading. */
function lastWord(reading: ItemReading, field: 'reviewerGuideline' | 'rationale'): number {
  const before = [reading.claimsAdministratorGuideline, ...(field === 'rationale' ? [reading.reviewerGuideline] : [])];
  return Math.max(reading.heading.end, reading.dependsOn?.span.end ?? 0, ...before.map((line) => (line ? Math.max(line.prose.span.end, line.label.end) : 0)));
}
