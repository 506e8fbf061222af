import { cueBefore } from '../../language/assertion.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Unplaced } from './history-fact.ts';
import { thingsNamed } from '../words/named-things.ts';

/** What somebody keeps doing with a thing: "wears a prosthesis", "uses crutches". */
const VERBS: ReadonlySet<string> = new Set(['wear', 'use', 'take', 'own']);
const KINDS: ReadonlySet<string> = new Set(['dme', 'drug']);
/** So many tokens may stand between. */
const REACH = 5;

/** What a patient does day by day, or doesn't: "he wears a brace ten hours a day", "she does not take Lyrica". Kept with the sentence. */
export const habitsIn = keptBy((sentence: Sentence): readonly Unplaced[] => {
  const { keys } = sentence.tokens;
  if (!keys.some((key) => VERBS.has(key))) return NONE;
  return thingsNamed(sentence).filter(({ thing: { kind } }) => KINDS.has(kind)).flatMap(({ thing, from, to }) => {
    const verb = keys.findLastIndex((key, at) => at < from && from - at <= REACH && VERBS.has(key));
    if (verb < 0 || keys.slice(verb, from).some((key) => key === 'and' || key === ',' || key === 'for')) return [];
    const isNot = keys[verb - 1] === 'not' && DOES.has(keys[verb - 2] ?? '');
    const isPlain = isNot ? !keys.slice(to).some((key) => NARROWS.has(key)) : !UNSURE.has(keys[verb - 1] ?? '') && cueBefore(sentence, 'denies-ahead', from) === null;
    const sure = isPlain && !hasWord(sentence, 'to-come') && !hasWord(sentence, 'of-the-family', 0, from);
    return [{ topic: 'habit', value: isNot ? 'absent' : 'present', name: thing.name, treatment: thing, from: isNot ? verb - 1 : verb, to, sure }];
  });
});

const NONE: readonly never[] = [];
const DOES: ReadonlySet<string> = new Set(['do', 'doe']);
const UNSURE: ReadonlySet<string> = new Set(['to', 'can', 'may', 'could', 'should', 'will', 'must', 'would', 'not', 'of', 'the', 'for', 'did']);
/** "He does not take Norco with alcohol", "does not wear it at night". */
const NARROWS: ReadonlySet<string> = new Set(['with', 'at', 'during', 'when', 'while', 'as', 'every', 'daily', 'often', 'regularly', 'more', 'all', 'because', 'anymore', 'any', 'in', 'on', 'enough', 'for', 'consistently', 'properly', 'prescribed', 'outside', 'outdoor', 'indoor']);
