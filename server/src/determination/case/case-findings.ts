import { assertionOf } from '../../language/assertion.ts';
import { phraseAt, phraseBefore, standsAt } from '../../language/lexicon.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import type { WordMention } from '../../language/lexicon.ts';
import type { ClinicalFinding } from '../../vocabulary/findings.ts';
import { behindPlace } from '../words/case-places.ts';
import type { ReadFact } from './case-fact.ts';

type FindingMention = WordMention<ClinicalFinding>;

/** The signs and tests of an examination that a sentence states, present or absent. What is possible, conditional, past or planned is no fact. */
export function findingsIn(sentence: Sentence): readonly ReadFact[] {
  const mentions = mentionsOf<ClinicalFinding>(sentence, 'finding');
  return mentions.flatMap((mention) => {
    if (mention.value.kind === 'test') return [testFact(sentence, mention, mentions), otherResult(sentence, mention, mentions)].filter((fact) => fact !== null);
    return mention.value.kind === 'sign' ? signFact(sentence, mention, mentions) ?? [] : [];
  });
}

function signFact(sentence: Sentence, mention: FindingMention, mentions: readonly FindingMention[]): ReadFact | null {
  const denial = denialBefore(sentence, mention, mentions);
  const fact = { topic: mention.value.id, name: mention.value.name, from: mention.from, to: mention.to, shownFrom: mention.from, shownTo: mention.to, measure: null };
  if (denial !== null && isPlainEnd(sentence, mention.to, mentions)) return { ...fact, value: 'absent', sure: true, shownFrom: denial };
  const behind = denialBehind(sentence, mention.to);
  if (behind !== null) return { ...fact, value: 'absent', sure: true, shownTo: behind };
  const { denied, possible, conditional, planned, past } = assertionOf(sentence, mention.from, mention.to);
  if (isHardlyThere(sentence, mention.to)) return { ...fact, value: 'present', sure: false };
  if (denied) return { ...fact, value: 'absent', sure: false };
  if (possible || conditional) return null;
  return { ...fact, value: 'present', sure: !planned && !past };
}

/** So many words may stand between a denial and what it denies. */
const BETWEEN = 3;

/** The token at which a denial stands whose list the mention belongs to: "no spasm", "neither atrophy nor muscle spasm"; null for any other. */
function denialBefore({ tokens, found }: Sentence, { from }: FindingMention, mentions: readonly FindingMention[]): number | null {
  let plain = 0;
  let joined = false;
  for (let at = from - 1; at >= 0; at--) {
    const denial = phraseBefore(found, 'denies-sign', at + 1);
    if (denial !== null) return joined && !isListed(tokens.keys, from) ? null : denial;
    const other = mentions.find(({ to }) => to === at + 1);
    const key = tokens.keys[at] ?? '';
    if (other) [at, plain] = [other.from, 0];
    else if (key === ',') joined = true;
    else if (key === 'or' || key === 'nor' || key === 'any') joined = false;
    else if (tokens.kinds[at] !== 'word' || key === 'and' || ++plain > BETWEEN || phraseBefore(found, 'narrows-denial', at + 1) !== null) return null;
  }
  return null;
}

/** "No A, B or C": behind a comma, an "or" has to follow. */
function isListed(keys: readonly string[], from: number): boolean {
  return keys.slice(from, from + 14).some((key) => key === 'or' || key === 'nor');
}

/** Whether nothing narrows a denial behind what it denies: not "no spasm that would explain the pain". */
function isPlainEnd({ tokens, found }: Sentence, to: number, mentions: readonly FindingMention[]): boolean {
  const at = behindPlace({ tokens, found }, to, OF_A_PLACE);
  if (at >= tokens.count || tokens.kinds[at] === 'mark') return true;
  return mentions.some(({ from }) => from === at) || standsAt(found, 'plain-behind', at);
}

const OF_A_PLACE = new Set(['muscle', 'eminence', 'region', 'area', 'this', 'that', 'man', 'woman', 'patient', 'worker', 'of', 'in', 'at', 'over', 'about', 'around', 'along', 'the', 'his', 'her', 'their', 'left', 'right', 'both', 'either', 'bilateral', 'bilaterally']);

const BE = new Set(['is', 'was', 'were', 'are']);

/** "Spasm is nearly gone": neither there nor absent. */
function isHardlyThere({ tokens, found }: Sentence, to: number): boolean {
  const at = behindPlace({ tokens, found }, to, OF_A_PLACE);
  return standsAt(found, 'hardly-there-behind', BE.has(tokens.keys[at] ?? '') ? at + 1 : at);
}

/** "Spasm was absent": where the denial ends; null where there is none. */
function denialBehind({ tokens, found }: Sentence, to: number): number | null {
  let at = behindPlace({ tokens, found }, to, OF_A_PLACE);
  if (BE.has(tokens.keys[at] ?? '')) at++;
  return phraseAt(found, 'denied-behind', at) ?? null;
}

/** A test with its result; a test without one is taken for positive where that excuses, and accuses nothing. */
function testFact(sentence: Sentence, mention: FindingMention, mentions: readonly FindingMention[]): ReadFact | null {
  const { topic, name } = { topic: mention.value.id, name: mention.value.name };
  const ahead = resultAhead(sentence, mention, mentions);
  const before = resultBefore(sentence, mention, mentions);
  const { possible, conditional } = assertionOf(sentence, mention.from, mention.to);
  if (possible || conditional || isOtherwise(sentence.tokens, mention) || sentence.tokens.keys.slice(mention.to, mention.to + 2).some((key) => NEEDED.has(key))) return null;
  const result = before?.direct && ahead && ahead.value !== before.value ? null : (before?.direct ? before : ahead ?? before);
  const fact = { topic, name, measure: null, from: mention.from, to: mention.to };
  if (!result) return { ...fact, ...markedResult(sentence, mention), shownTo: mention.to };
  return { ...fact, value: result.value, sure: true, shownFrom: Math.min(mention.from, result.from), shownTo: Math.max(mention.to, result.to) };
}

/** "Phalen's test is positive, but Tinel's is not": its result is the one before, turned round. */
function isOtherwise({ keys, kinds, count }: Sentence['tokens'], { to }: FindingMention): boolean {
  const at = keys[to] === 'test' || keys[to] === 'sign' ? to + 1 : to;
  return BE.has(keys[at] ?? '') && keys[at + 1] === 'not' && (at + 2 >= count || kinds[at + 2] === 'mark' || TURNS.has(keys[at + 2] ?? ''));
}

/** Between two parts of a sentence that say different things. */
const TURNS: ReadonlySet<string> = new Set(['but', 'while', 'whereas', 'and', 'yet', 'though', 'although']);

/** "A positive Lachman would be needed." */
const NEEDED: ReadonlySet<string> = new Set(['would', 'should', 'must']);

/** "Positive on the right, negative on the left": a second result, which only excuses. */
function otherResult({ tokens, found }: Sentence, { from, to, value: { id, name } }: FindingMention, mentions: readonly FindingMention[]): ReadFact | null {
  let firstAt = to;
  while (firstAt < tokens.count && !resultAt(found.lists, firstAt)) firstAt++;
  const end = mentions.find((other) => other.from >= firstAt && other.value.id !== id)?.from ?? tokens.count;
  const results = [];
  for (let at = Math.max(0, from - 2); at < end; at++) results.push(...(resultAt(found.lists, at) ? [{ ...resultAt(found.lists, at), at }] : []));
  const [first, ...others] = results;
  const other = others.find(({ value }) => value !== first?.value);
  return other?.value === undefined ? null : { topic: id, name, value: other.value, sure: false, measure: null, from: other.at, to: other.at + 1, shownFrom: from, shownTo: to };
}

/** "+ Tinel", "Tinel (+)", "no Tinel". */
function markedResult({ tokens }: Sentence, { from, to }: FindingMention): Pick<ReadFact, 'value' | 'sure' | 'shownFrom'> {
  const before = tokens.text.slice(tokens.ends[from - 1] ?? 0, tokens.starts[from]);
  const behind = tokens.text.slice(tokens.ends[to - 1], tokens.starts[to] ?? tokens.text.length);
  if (/^\s?\+\s?$/.test(before) || /^\s?\(?\+/.test(behind)) return { value: 'positive', sure: true, shownFrom: from };
  const denied = NO.has(tokens.keys[from - 1] ?? '');
  return denied ? { value: 'negative', sure: true, shownFrom: from - 1 } : { value: 'positive', sure: false, shownFrom: from };
}

const NO = new Set(['no', 'without', 'not']);

interface TestResult {
  readonly value: 'positive' | 'negative';
  readonly from: number;
  readonly to: number;
  /** Nothing but other tests between. */
  readonly direct: boolean;
}

/** So far a result may stand behind its test. */
const RESULT_REACH = 9;

function resultAhead({ tokens, found }: Sentence, { to }: FindingMention, mentions: readonly FindingMention[]): TestResult | null {
  for (let at = to; at < Math.min(tokens.count, to + RESULT_REACH); at++) {
    const result = resultAt(found.lists, at);
    if (result) return { ...result, direct: at === to };
    const test = mentions.find(({ from }) => from === at);
    const key = tokens.keys[at] ?? '';
    if (test) at = test.to - 1;
    else if (tokens.kinds[at] === 'mark' && !(key === ',' && mentions.some(({ from }) => from === at + 1)) && key !== ':' && key !== '(') return null;
    else if (key === 'but') return null;
  }
  return null;
}

function resultBefore({ tokens, found }: Sentence, { from }: FindingMention, mentions: readonly FindingMention[]): TestResult | null {
  let direct = true;
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const start = phraseBefore(found, 'test-positive', at + 1) ?? phraseBefore(found, 'test-negative', at + 1);
    const result = start === null ? null : resultAt(found.lists, start);
    if (result && tokens.keys[from - 1] === ',' && mentions.some((other) => other.to === result.from)) return null;
    if (result) return isDenied(tokens.keys, result.from) ? turned(result, direct) : { ...result, direct };
    const test = mentions.find(({ to }) => to === at + 1);
    const key = tokens.keys[at] ?? '';
    if (key === 'but' || key === 'while' || key === 'whereas') return null;
    if (test) at = test.from;
    else if (key !== 'and' && key !== ',' && key !== 'or' && key !== 'for' && key !== 'a') {
      if (tokens.kinds[at] === 'mark') return null;
      direct = false;
    }
  }
  return null;
}

/** "No positive", "without a positive". */
function isDenied(keys: readonly string[], at: number): boolean {
  return NO.has(keys[at - 1] ?? '') || (keys[at - 1] === 'a' && NO.has(keys[at - 2] ?? ''));
}

/** A denied positive is a negative; a denied negative is left open. */
function turned({ value, from, to }: Omit<TestResult, 'direct'>, direct: boolean): TestResult | null {
  return value === 'positive' ? { value: 'negative', from: from - 1, to, direct } : null;
}

function resultAt(lists: Sentence['found']['lists'], at: number): Omit<TestResult, 'direct'> | null {
  const hits = lists[at] ?? [];
  const negative = hits.find(({ list }) => list === 'test-negative');
  if (negative) return { value: 'negative', from: at, to: at + negative.length };
  const positive = hits.find(({ list }) => list === 'test-positive');
  return positive ? { value: 'positive', from: at, to: at + positive.length } : null;
}
