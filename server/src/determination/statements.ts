import { placeOf, readSentence, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Statement, StatementKind } from '../language/statement.ts';
import { keptBy } from '../markdown/kept-by.ts';
import { shift, type Span } from '../markdown/span.ts';
import type { Prose } from './model.ts';
import { ownText } from './quotations.ts';
import { sentenceSpans, splitSentences } from './sentences.ts';

/** A sentence of some prose as it was read, and where it begins in the prose's text. */
export interface PlacedSentence {
  readonly sentence: Sentence;
  readonly start: number;
}

/** A statement, the sentence that it stands in, and its place in the prose's text. */
export interface PlacedStatement {
  readonly statement: Statement;
  readonly sentence: Sentence;
  readonly start: number;
  readonly span: Span;
}

/** All sentences, quoted words too: for a summary that is a quotation as a whole. Kept with the prose. */
export const allSentences = keptBy((prose: Prose): readonly PlacedSentence[] => placed(prose.text, sentenceSpans(prose)));

/** The sentences that the letter says itself, with the words of quotations blanked out. Kept with the prose. */
export const ownSentences = keptBy((prose: Prose): readonly PlacedSentence[] => {
  const own = ownText(prose);
  return own === prose.text ? allSentences(prose) : placed(own, splitSentences(own));
});

function placed(text: string, sentences: readonly Span[]): readonly PlacedSentence[] {
  return sentences.map(({ start, end }) => ({ sentence: readSentence(text.slice(start, end)), start }));
}

/** The sentence that a place of the prose's text lies in; undefined where it lies in none. */
export function sentenceAt(sentences: readonly PlacedSentence[], place: Span): PlacedSentence | undefined {
  return sentences.find((each) => isWithin(each, place));
}

/** Where tokens `from` up to, not including, `to` of a sentence stand in the prose's text. */
export function placeInProse({ sentence, start }: PlacedSentence, from: number, to: number): Span {
  return shift(placeOf(sentence.tokens, from, to), start);
}

/** Whether a place of the prose's text lies in a sentence. */
export function isWithin({ sentence, start }: PlacedSentence, place: Span): boolean {
  return start <= place.start && place.end <= start + sentence.text.length;
}

/** What the letter states itself in some prose of one kind, in the order of its sentences. */
export function statementsIn(prose: Prose, kind: StatementKind): readonly PlacedStatement[] {
  return statedByKind(prose).get(kind) ?? NONE;
}

/** Kept with the prose: every rule asks for its kinds, and most sentences state little. */
const statedByKind = keptBy((prose: Prose): ReadonlyMap<StatementKind, readonly PlacedStatement[]> => {
  const kinds = new Map<StatementKind, PlacedStatement[]>();
  for (const { sentence, start } of ownSentences(prose)) {
    for (const statement of sentence.statements) {
      const placed = { statement, sentence, start, span: shift(statement.span, start) };
      const known = kinds.get(statement.kind);
      if (known) known.push(placed);
      else kinds.set(statement.kind, [placed]);
    }
  }
  return kinds;
});

/** What some sentences state of one kind, in their order. */
export function statedIn(sentences: readonly PlacedSentence[], kind: StatementKind): readonly PlacedStatement[] {
  let stated: PlacedStatement[] | null = null;
  for (const { sentence, start } of sentences) {
    for (const statement of statementsOf(sentence, kind)) (stated ??= []).push({ statement, sentence, start, span: shift(statement.span, start) });
  }
  return stated ?? NONE;
}

/** Puts what is found in each of some sentences in its place. Most hold nothing of what somebody looks for, and nothing is made for those. */
export function foundIn<Found, Placed>(
  sentences: readonly PlacedSentence[], find: (sentence: Sentence) => readonly Found[], place: (found: Found, at: PlacedSentence) => Placed,
): readonly Placed[] {
  let all: Placed[] | null = null;
  for (const at of sentences) for (const found of find(at.sentence)) (all ??= []).push(place(found, at));
  return all ?? NONE;
}

/**
 * Finds things in sentences, each looked at alone, and puts them in their places in the prose. What is found in a sentence is kept by it, so that
 * typing in a long rationale costs one sentence.
 * @param find spans count in the sentence
 */
export function inEach<Found extends { readonly span: Span }>(find: (sentence: Sentence) => readonly Found[]): (sentences: readonly PlacedSentence[]) => readonly Found[] {
  const findIn = keptBy(find);
  return (sentences) => foundIn(sentences, findIn, (found, { start }) => ({ ...found, span: shift(found.span, start) }));
}

const NONE: readonly never[] = [];
