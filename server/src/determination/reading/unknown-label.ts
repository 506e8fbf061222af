import { readMentions } from '../../guidelines/citation.ts';
import { sourcePlace } from '../../markdown/source-runs.ts';
import type { Span } from '../../markdown/span.ts';
import { CITES_GUIDELINE } from './guideline-openings.ts';
import { labelShape } from './label-shape.ts';
import { namesClaimsAdministrator } from './label-words.ts';
import type { LetterLine } from './letter-lines.ts';
import { placeOfLabel } from './lines.ts';

/** Words set off as a label that nobody knows. `end` counts in the line's text; places, the label's and its words', from the line's start in the source. */
export interface StrangeLabel {
  readonly words: string;
  readonly end: number;
  readonly place: Span;
  readonly wordsPlace: Span;
}

const BOLD = /^(?:[-+>]\s+)?(?:\*\*|__|<b>|<strong>)/i;
const MOST_WORDS = 6;
/** A guideline line is short; a rationale that speaks of guidelines is not. */
const LONGEST_GUIDELINE = 60;

/**
 * The unknown label that a line of an item opens with: a few bold words with their colon. Without marks of emphasis nothing tells a label from
 * a sentence, so only Markdown has them.
 */
export function strangeLabel({ line, block }: LetterLine): StrangeLabel | null {
  if (line.label || line.heading > 0 || line.decision || !BOLD.test(block.text.slice(line.start, line.start + 12))) return null;
  const shape = labelShape(line.text);
  if (!shape || !/:[\s*_]*$/.test(line.text.slice(0, shape.end)) || shape.words.split(/\s+/).length > MOST_WORDS) return null;
  const { words, start, end } = shape;
  if (namesClaimsAdministrator(words)) return null;
  const source = block.text.slice(line.start, line.start + line.length);
  return { words, end, place: placeOfLabel(shape, source, line.runs), wordsPlace: sourcePlace(line.runs, start, start + words.length) };
}

/** Whether words behind a label are those of a guideline line. */
export function citesGuideline(words: string): boolean {
  const text = words.trim();
  if (CITES_GUIDELINE.test(text)) return true;
  return text.split(/\s+/).length <= LONGEST_GUIDELINE && !/\bmedically necessary\b/i.test(text) && readMentions(text, null).some(({ status }) => status === 'resolved' || status === 'external');
}
