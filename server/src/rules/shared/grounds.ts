import type { DisputedItem, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { span, type Span } from '../../markdown/span.ts';
import { inSentences } from './in-sentences.ts';

// What the rules share that look at the ground on which a request is denied.

/** A sentence that reports what a guideline or a study says. */
const REPORTED = /\b(?:guidelines?|MTUS|ACOEM|ODG|stud(?:y|ies)|trials?|literature|authors?|evidence shows|according to|utilization review|claims administrator|UR)\b/i;

/** Looks for the first words of a sentence that match one of the patterns, unless the sentence reports guidelines, studies or the denial. */
function groundsIn(patterns: readonly RegExp[]): (prose: Prose) => readonly { readonly words: string; readonly span: Span }[] {
  return inSentences((sentence) => {
    if (REPORTED.test(sentence)) return [];
    const match = patterns.map((pattern) => pattern.exec(sentence)).find((found) => found !== null);
    return match ? [{ words: match[0], span: span(match.index, match.index + match[0].length) }] : [];
  });
}

export interface FoundGround {
  readonly words: string;
  /** Counted from the item's start. */
  readonly span: Span;
}

/** Finds the grounds of a denial that match a pattern, in the reviewer's own voice. */
export function findGrounds(patterns: readonly RegExp[]): (item: DisputedItem) => readonly FoundGround[] {
  const grounds = groundsIn(patterns);
  return ({ reading: { decision, rationale } }) => decision?.value !== 'Upheld' || !rationale ? []
    : grounds(rationale.prose).map(({ words, span: within }) => ({ words, span: sourceSpan(rationale.prose, within) }));
}
