import type { DisputedItem } from '../determination/model.ts';
import { withoutQuotations } from '../determination/quotations.ts';
import { sourceSpan } from '../determination/prose.ts';
import { span, type Span } from '../markdown/span.ts';

// What the rules share that look at the ground on which a request is denied.

/** A sentence that reports what a guideline or a study says. */
const REPORTED = /\b(?:guidelines?|MTUS|ACOEM|ODG|stud(?:y|ies)|trials?|literature|authors?|evidence shows|according to|utilization review|claims administrator|UR)\b/i;

/** A sentence of a denial's rationale in the reviewer's own voice. `words`: quotations blanked out. */
interface OwnSentence {
  readonly words: string;
  readonly start: number;
}

/** The sentences of an upheld item that argue in the reviewer's own voice: without those that report guidelines, studies or the denial. */
function ownSentences({ reading: { decision, rationale } }: DisputedItem): OwnSentence[] {
  if (decision?.value !== 'Upheld' || !rationale) return [];
  const own = withoutQuotations(rationale.prose.text);
  return rationale.sentences
    .map(({ start, end }) => ({ words: own.slice(start, end), start }))
    .filter(({ words }) => !REPORTED.test(words));
}

export interface FoundGround {
  readonly words: string;
  /** Counted from the item's start. */
  readonly span: Span;
}

/** The first words that match one of the patterns, sentence by sentence. */
export function findGrounds(item: DisputedItem, patterns: readonly RegExp[]): FoundGround[] {
  const prose = item.reading.rationale?.prose;
  if (!prose) return [];
  return ownSentences(item).flatMap(({ words, start }) => {
    const match = patterns.map((pattern) => pattern.exec(words)).find((found) => found !== null);
    if (!match) return [];
    const at = start + match.index;
    return [{ words: match[0], span: sourceSpan(prose, span(at, at + match[0].length)) }];
  });
}
