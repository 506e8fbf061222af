import type { HistoryFact } from '../../determination/case/history-fact.ts';
import type { Prose } from '../../determination/model.ts';
import { thingsNamed } from '../../determination/words/named-things.ts';
import { allSentences, placeInProse, sentenceAt, ownSentences } from '../../determination/statements.ts';
import { daysIn } from '../../determination/case/told-since.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import { areOfOneThing } from '../common/covered-things.ts';

/** So many words behind a test tell what it has shown. */
const TELLING = 4;
const DENIES: ReadonlySet<string> = new Set(['no', 'not', 'without', 'negative', 'normal', 'never', 'nothing', 'intact', 'requested', 'ordered', 'planned', 'pending', 'request', 'unremarkable', 'denied']);

/**
 * What a summary tells in so many words of a test that a rationale calls normal: the same test of the same day or month, and nothing there that is denied or
 * normal. Null where it may be another one.
 */
export function toldOfNormal({ topic, value, treatment, span }: HistoryFact, rationale: Prose, summary: Prose): { readonly span: Span } | null {
  const own = topic === 'result' && value === 'normal' && treatment ? sentenceAt(ownSentences(rationale), span)?.sentence : undefined;
  const [day, ...others] = own ? daysIn(own) : [];
  if (!treatment || day === undefined || others.length > 0 || day.length < MONTH) return null;
  const told = allSentences(summary).filter(({ sentence }) => daysIn(sentence).some((each) => each.slice(0, MONTH) === day.slice(0, MONTH)) && testIn(sentence, treatment) !== undefined);
  const [one, ...more] = told;
  const test = one && testIn(one.sentence, treatment);
  if (!one || more.length > 0 || !test || daysIn(one.sentence).length > 1 || !tells(one.sentence, test.to)) return null;
  return { span: placeInProse(one, test.from, test.to) };
}

/** Of "2021-11-05" the month. */
const MONTH = 7;

function testIn(sentence: Sentence, test: NonNullable<HistoryFact['treatment']>) {
  return thingsNamed(sentence).find(({ thing }) => areOfOneThing(test, thing));
}

function tells(sentence: Sentence, from: number): boolean {
  const { keys, kinds } = sentence.tokens;
  const behind = keys.slice(from);
  return !hasWord(sentence, 'result-normal') && !behind.some((key) => DENIES.has(key)) && behind.filter((key, i) => kinds[from + i] === 'word' && key.length > TELLING).length >= TELLING;
}
