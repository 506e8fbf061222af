import { phraseAt } from '../../language/lexicon.ts';
import type { MentionKind } from '../../language/name-set.ts';
import { placeOf, type Sentence } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';

/** A name in a sentence, and what it names. Span: in the sentence. */
export interface Named {
  readonly what: 'providerName' | 'personName' | 'employerName';
  readonly span: Span;
}

const VOCABULARIES: readonly MentionKind[] = ['drug', 'treatment', 'region', 'finding', 'perioperative'];

/**
 * Names that a word for a calling or an employer tells: "Therapist Kim Park", "works at the Amazon warehouse", "Brightwater Logistics". What
 * is capital for another reason is no name: a drug, a test, a month, a heading.
 */
export function namesIn(sentence: Sentence): readonly Named[] {
  const { found } = sentence;
  if (!['calling', 'family-member', 'works-at', 'company-word'].some((list) => found.present.has(list))) return [];
  return found.lists.flatMap((hits, at) => hits.flatMap(({ list, length }) => {
    const to = at + length;
    if (list === 'calling' || list === 'family-member') return afterCalling(sentence, at, to, list === 'calling' ? 'providerName' : 'personName');
    if (list === 'works-at') return employer(sentence, sentence.tokens.keys[to] === 'the' ? to + 1 : to);
    return list === 'company-word' ? company(sentence, at) : [];
  }));
}

/** "Nurse practitioner Susan Lee", "Orthopedist R. Patel", "her husband Luis Mora": two capital words, or an initial and one. */
function afterCalling(sentence: Sentence, from: number, behind: number, what: Named['what']): Named[] {
  const { tokens } = sentence;
  // "The adjuster, Paul Lee, …": a comma on both sides.
  const apart = tokens.keys[behind] === ',' && tokens.keys[behind + 3] === ',';
  const at = apart ? behind + 1 : behind;
  const initial = isInitial(sentence, at);
  const last = initial ? (tokens.keys[at + 1] === '.' ? at + 2 : at + 1) : at + 1;
  if ((!initial && !isName(sentence, at)) || !isName(sentence, last) || !touches(sentence, apart ? at : from, last)) return [];
  return [{ what, span: placeOf(tokens, from, last + 1) }];
}

function employer(sentence: Sentence, at: number): Named[] {
  if (!isName(sentence, at)) return [];
  let end = at + 1;
  while (isName(sentence, end) && touches(sentence, at, end)) end++;
  return [{ what: 'employerName', span: placeOf(sentence.tokens, at, end) }];
}

function company(sentence: Sentence, at: number): Named[] {
  if (at === 0 || !isCapital(sentence, at) || !isName(sentence, at - 1)) return [];
  return [{ what: 'employerName', span: placeOf(sentence.tokens, at - 1, at + 1) }];
}

function isInitial({ tokens }: Sentence, at: number): boolean {
  return /^[A-Z]$/.test(tokens.text.slice(tokens.starts[at], tokens.ends[at]));
}

function isCapital({ tokens }: Sentence, at: number): boolean {
  return tokens.kinds[at] === 'word' && /^[A-Z][a-z]/.test(tokens.text.slice(tokens.starts[at], tokens.ends[at]));
}

function isName(sentence: Sentence, at: number): boolean {
  const { found } = sentence;
  if (!isCapital(sentence, at) || (sentence.tokens.keys[at] ?? '').length < 3) return false;
  if (phraseAt(found, 'no-name', at) || phraseAt(found, 'calling', at)) return false;
  return !found.mentions.some(({ kind, from, to }) => VOCABULARIES.includes(kind) && from <= at && at < to);
}

/** Only blanks and full stops of initials stand between. */
function touches({ tokens }: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tokens.kinds[at] === 'mark' && tokens.keys[at] !== '.') return false;
  return true;
}
