import { sourceSpan } from '../../determination/prose.ts';
import { ownSentences, statedIn } from '../../determination/statements.ts';
import type { StatementKind } from '../../language/statement.ts';
import type { Span } from '../../markdown/span.ts';
import { areOnCase, type Words } from '../engine/own-words.ts';

/** Words of the letter's own on the case that state something of one kind: `key` has to say `value`. Span: counted as the prose's own is. */
export function wordsStating({ prose, place }: Words, kind: StatementKind, key: string, value: string): readonly { readonly span: Span; readonly words: string }[] {
  if (!areOnCase({ prose, place })) return [];
  return statedIn(ownSentences(prose), kind).filter(({ statement: { says } }) => says[key] === value)
    .map(({ span }) => ({ span: sourceSpan(prose, span), words: prose.text.slice(span.start, span.end) }));
}
