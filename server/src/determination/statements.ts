import { readSentence, statementsOf, type Sentence } from '../language/sentence.ts';
import type { Statement, StatementKind } from '../language/statement.ts';
import { shift, type Span } from '../markdown/span.ts';
import type { Prose } from './model.ts';
import { withoutQuotations } from './quotations.ts';
import { splitSentences } from './sentences.ts';

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

const own = new WeakMap<Prose, readonly PlacedSentence[]>();
const all = new WeakMap<Prose, readonly PlacedSentence[]>();

/** The sentences that the letter says itself, with the words of quotations blanked out. Kept with the prose. */
export function ownSentences(prose: Prose): readonly PlacedSentence[] {
  return sentencesOf(prose, own, withoutQuotations);
}

/** All sentences, quoted words too: for a summary that is a quotation as a whole. Kept with the prose. */
export function allSentences(prose: Prose): readonly PlacedSentence[] {
  return sentencesOf(prose, all, (text) => text);
}

function sentencesOf(prose: Prose, kept: WeakMap<Prose, readonly PlacedSentence[]>, words: (text: string) => string): readonly PlacedSentence[] {
  let sentences = kept.get(prose);
  if (!sentences) {
    const text = words(prose.text);
    sentences = splitSentences(text).map(({ start, end }) => ({ sentence: readSentence(text.slice(start, end)), start }));
    kept.set(prose, sentences);
  }
  return sentences;
}

/** What some sentences state of one kind, in their order. */
export function statedIn(sentences: readonly PlacedSentence[], kind: StatementKind): readonly PlacedStatement[] {
  return sentences.flatMap(({ sentence, start }) =>
    statementsOf(sentence, kind).map((statement) => ({ statement, sentence, start, span: shift(statement.span, start) })));
}
