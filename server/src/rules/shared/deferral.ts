import type { Rationale } from '../../determination/model.ts';
import type { Span } from '../../markdown/span.ts';

const DEFERS = /\b(?:defer(?:s|red)? (?:to|the decision|a decision)|(?:additional|further|more) (?:records|information|documentation) (?:is|are) (?:needed|required|requested|necessary)|pending (?:receipt|review) of|cannot be determined|unable to (?:determine|decide|make a determination))\b/i;

/** Where the last sentence of a rationale puts the decision off instead of giving a verdict. Span: in the rationale's `prose.text`. */
export function deferral({ prose, sentences }: Rationale): Span | null {
  const sentence = sentences.at(-1);
  const match = sentence && DEFERS.exec(prose.text.slice(sentence.start, sentence.end));
  return match ? { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length } : null;
}
