import { sourceSpan } from '../../determination/prose.ts';
import { statementsIn } from '../../determination/statements.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { Statement, StatementKind } from '../../language/statement.ts';
import type { Span } from '../../markdown/span.ts';
import { areOnCase, type Words } from '../engine/own-words.ts';

/** Whether what a sentence states counts. */
type Counts = (sentence: Sentence, statement: Statement) => boolean;

/** Words of the letter's own on the case that state something of one kind: `key` has to say `value`. Span: counted as the prose's own is. */
export function wordsStating({ prose, place }: Words, kind: StatementKind, key: string, value: string, counts?: Counts): readonly { readonly span: Span; readonly words: string }[] {
  if (!areOnCase({ prose, place })) return [];
  const stated = statementsIn(prose, kind).filter(({ statement, sentence }) => statement.says[key] === value && counts?.(sentence, statement) !== false);
  // Two rows may read the same words: they are told once.
  return stated.filter(({ span }, i) => !stated.slice(0, i).some((before) => span.start < before.span.end && before.span.start < span.end))
    .map(({ span }) => ({ span: sourceSpan(prose, span), words: prose.text.slice(span.start, span.end) }));
}
