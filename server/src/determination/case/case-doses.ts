import { clauseAt } from '../../language/clauses.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import type { Prose } from '../model.ts';
import { allSentences, inEach, ownSentences } from '../statements.ts';

/** A drug with the strength that stands behind its name: "10/325", "20". Span: in the prose's text. */
export interface Dose {
  readonly drug: Drug;
  readonly strength: string;
  /** Told as the present dose: of no change, limit or guideline. */
  readonly sure: boolean;
  readonly span: Span;
}

/** Digits with a unit, or the parts of a combination. */
const STRENGTH = /^,? ?(?:(?:[EXSI]R|CR|LA|DR|XL) )?(\d+(?:\.\d+)?(?:\/\d+)?)(?: ?(mg|mcg))?/i;

/** The doses that some words give. Quoted words are left out of what a reviewer says (`own`). */
export function dosesIn(prose: Prose, own: boolean): readonly Dose[] {
  return doses(own ? ownSentences(prose) : allSentences(prose));
}

const doses = inEach((sentence): readonly Dose[] => mentionsOf<Drug>(sentence, 'drug').flatMap(({ value, from, to }) => doseAt(sentence, value, from, to) ?? []));

function doseAt(sentence: Sentence, drug: Drug, from: number, to: number): Dose | null {
  const { text, starts, ends } = sentence.tokens;
  const end = ends[to - 1] ?? 0;
  const match = STRENGTH.exec(text.slice(end));
  const strength = match?.[1] ?? '';
  if (!match || (match[2] === undefined && !strength.includes('/'))) return null;
  return { drug, strength, sure: isPresent(sentence, from), span: span(starts[from] ?? 0, end + match[0].length) };
}

function isPresent(sentence: Sentence, from: number): boolean {
  const clause = clauseAt(sentence.clauses, from);
  return sentence.tokens.keys[from - 1] !== 'to' && !hasWord(sentence, 'dose-differs', clause?.from, clause?.to) && !hasWord(sentence, 'others-words') && clause?.role !== 'condition';
}
