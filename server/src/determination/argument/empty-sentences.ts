import type { Sentence } from '../../language/sentence.ts';
import data from './empty-words.json' with { type: 'json' };
import type { ItemReading } from '../model.ts';
import { ownSentences } from '../statements.ts';

const PROCESS: ReadonlySet<string> = new Set(data.process);
const POINTERS: ReadonlySet<string> = new Set(data.pointers);

/** What the sentences in front of a verdict say: `nothing` but that the request was looked at, or `see above`; null where any may hold a reason. */
export function emptyReasons({ rationale, title }: ItemReading): 'nothing' | 'see above' | null {
  if (!rationale?.conclusion) return null;
  const { start } = rationale.conclusion.span;
  const others = ownSentences(rationale.prose).filter((each) => each.start !== start);
  if (others.length === 0) return null;
  const asked = new Set(title.text.toLowerCase().match(/[a-z]+/g) ?? []);
  if (others.every(({ sentence }) => hasOnly(sentence, POINTERS, NONE))) return 'see above';
  return others.every(({ sentence }) => hasOnly(sentence, PROCESS, asked) || hasOnly(sentence, POINTERS, NONE)) ? 'nothing' : null;
}

const NONE: ReadonlySet<string> = new Set();

function hasOnly({ tokens: { keys, kinds } }: Sentence, words: ReadonlySet<string>, asked: ReadonlySet<string>): boolean {
  return kinds.includes('word') && keys.every((key, at) => kinds[at] === 'mark' || words.has(key) || asked.has(key));
}
