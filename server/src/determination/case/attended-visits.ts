import { partAround } from '../../language/clauses.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { jointBefore } from '../../language/tokens.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { countedGroup } from '../../vocabulary/counted.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { regionsNamed, type RegionId } from '../../vocabulary/regions.ts';
import { isOfThisPatient, isOfTheReview, speaksOfMany } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { thingsNamed, type NamedThing, type Thing } from '../words/named-things.ts';
import { allSentences, ownSentences, type PlacedSentence } from '../statements.ts';

/** "The ten sessions that she has attended", "injections x 3": how many there were, of which group, and of what, where the sentence says it. Span: in the prose's text. */
export interface CountedDeeds {
  readonly value: number;
  readonly group: string;
  readonly of: readonly Thing[];
  readonly sides: readonly Side[];
  readonly regions: readonly RegionId[];
  /** Told as had by this patient, of all that there were. */
  readonly sure: boolean;
  /** Of this patient, whatever else its sentence speaks of: "the 24 visits already attended exceed what is recommended". */
  readonly isOfOne: boolean;
  /** All other numbers of its sentence. */
  readonly beside: readonly number[];
  readonly span: Span;
}

/** What a summary counts. Kept with the prose. */
export const countedInSummary = keptBy((prose: Prose): readonly CountedDeeds[] => allSentences(prose).flatMap((placed) => (isOfTheReview(placed.sentence) ? [] : placedIn(placed))));

/** What a rationale tells as had by this patient. Kept with the prose. */
export const countedInRationale = keptBy((prose: Prose): readonly CountedDeeds[] => ownSentences(prose).flatMap((placed) => placedIn(placed).filter(({ sure, isOfOne }) => sure && (isOfOne || isOfThisPatient(placed.sentence)))));

function placedIn({ sentence, start }: PlacedSentence): CountedDeeds[] {
  return countedIn(sentence).map((counted) => ({ ...counted, span: shift(counted.span, start) }));
}

/** So many words may stand between a number and what it counts, or between a noun and the "x 3" behind it. */
const BETWEEN = 4;

const countedIn = keptBy((sentence: Sentence): readonly CountedDeeds[] => {
  const { tokens, text } = sentence;
  const numbers = numbersIn(sentence);
  if (numbers.length === 0) return [];
  const things = thingsNamed(sentence).filter(({ thing: { kind } }) => !NOT_DONE.has(kind));
  return numbers.flatMap(({ at, end, value }): CountedDeeds[] => {
    const noun = nounBehind(sentence, end, things) ?? nounBefore(tokens, at, things);
    if (!noun) return [];
    const part = partAround(sentence, at, COMMA);
    const own = text.slice(tokens.starts[part[0]] ?? 0, tokens.ends[part[1] - 1] ?? text.length);
    const of = thingsBeside(things, at, noun.to, part);
    const beside = numbers.filter((each) => each.at !== at && !isOfOther(sentence, each, things, of)).map((each) => each.value);
    return [{ value, group: noun.group, of, sides: findSides(own).map((side) => side.value), regions: regionsNamed(own), sure: isHad(sentence, at, noun.to), isOfOne: isOfOne(sentence, at, noun.to), beside, span: span(tokens.starts[at] ?? 0, tokens.ends[Math.max(at, noun.to - 1)] ?? 0) }];
  });
});

/** "12 visits of physical therapy, 6 of chiropractic care": a number right before a thing of another kind. */
function isOfOther({ tokens: { keys } }: Sentence, { end }: PlainNumber, things: readonly NamedThing[], of: readonly Thing[]): boolean {
  const noun = countedGroup(keys[end] ?? '') ? end + 1 : end;
  const from = keys[noun] === 'of' ? noun + 1 : noun;
  const thing = things.find((each) => each.from === from)?.thing;
  return thing !== undefined && of.length > 0 && of.every(({ kind }) => kind !== thing.kind);
}

const COMMA: ReadonlySet<string> = new Set([';']);
const NOT_DONE: ReadonlySet<string> = new Set(['state', 'gain', 'drug', 'structure']);

interface PlainNumber {
  readonly at: number;
  readonly end: number;
  readonly value: number;
}

/** The single numbers of a sentence that aren't of a date, a name, a rate or a rating. */
function numbersIn({ tokens, text }: Sentence): PlainNumber[] {
  let from = 0;
  const dates = /\d[/-]|\d,? \d{4}/.test(text) ? findDates(text) : [];
  return tokens.keys.flatMap((key, at): PlainNumber[] => {
    const start = tokens.starts[at] ?? 0;
    const isNumber = tokens.kinds[at] === 'number' ? !GLUES.has(jointBefore(tokens, at)) || isTimes(tokens, at) : isNumberWord(key);
    if (!isNumber || start < from || dates.some(({ span: day }) => day.start <= start && start < day.end)) return [];
    const amount = readAmount(text, start);
    from = amount?.end ?? from;
    if (amount?.form !== 'one' || /^\s?(?:%|mg|mm|cm|°)/.test(text.slice(amount.end))) return [];
    const next = tokens.starts.findIndex((each) => each >= amount.end);
    return [{ at, end: next < 0 ? tokens.count : next, value: amount.values[0] ?? 0 }];
  });
}

const GLUES: ReadonlySet<string | null> = new Set(['-', '/', '']);

function isTimes({ keys }: Sentence['tokens'], at: number): boolean {
  return keys[at - 1] === 'x' || keys[at - 1] === '×';
}

interface Noun {
  readonly group: string;
  readonly to: number;
}

/** "Eight supervised visits", "30 PT": a noun that is counted, or what was done by its own name. */
function nounBehind({ tokens: { keys, kinds } }: Sentence, end: number, things: readonly NamedThing[]): Noun | null {
  for (let at = end; at <= end + BETWEEN && kinds[at] === 'word' && !STOPS.has(keys[at] ?? ''); at++) {
    const group = countedGroup(keys[at] ?? '');
    if (group) return { group, to: at + 1 };
  }
  const thing = things.find(({ from }) => from === end);
  const group = thing && KINDS[thing.thing.kind];
  return group ? { group, to: thing.to } : null;
}

const STOPS: ReadonlySet<string> = new Set('of and or to for per in the this that is was were with by at from on a an as than then day days week weeks month months year years hour minute percent point degree mile block level mg'.split(' '));

/** What stands for its own visits where a number is right before it. */
const KINDS: Readonly<Record<string, string>> = { therapy: 'visits', chiropractic: 'visits', acupuncture: 'visits', psychological: 'visits', injection: 'injections' };

/** "Corticosteroid injections x 3". */
function nounBefore(tokens: Sentence['tokens'], at: number, things: readonly NamedThing[]): Noun | null {
  if (!isTimes(tokens, at)) return null;
  for (let before = at - 2; before >= Math.max(0, at - 2 - BETWEEN); before--) {
    const group = countedGroup(tokens.keys[before] ?? '');
    if (group) return { group, to: at + 1 };
  }
  const thing = things.findLast(({ to }) => to <= at - 1 && to >= at - 1 - BETWEEN);
  const group = thing && (KINDS[thing.thing.kind] ?? (thing.thing.id === 'corticosteroid' ? 'injections' : undefined));
  return group ? { group, to: at + 1 } : null;
}

/** What is named with a count: within it or right behind, else the last before it, else the first behind in its part of the sentence. */
function thingsBeside(things: readonly NamedThing[], at: number, to: number, [from, end]: readonly [number, number]): readonly Thing[] {
  const within = things.filter((each) => each.from >= at && each.from <= to + 2);
  if (within.length > 0) return within.map(({ thing }) => thing);
  const before = things.findLast((each) => each.to <= at && each.from >= from);
  const behind = things.find((each) => each.from >= to && each.to <= end);
  const next = before ?? behind;
  return next ? [next.thing] : [];
}

/** So many tokens before a count, and behind it, may say that it was had. */
const BEFORE = 6;
const BEHIND = 8;
const HAD: ReadonlySet<string> = new Set(['attended', 'completed', 'had', 'received', 'undergone', 'underwent', 'went', 'given', 'far', 'sat', 'finished', 'attend', 'participated', 'behind', 'done', 'took', 'rendered', 'failed', 'tried', 'were', 'was', 'been', 'since', 'date', 'all', 'altogether', 'past', 'already', 'spent', 'suffered', 'sustained', 'earlier', 'previous', 'prior', 'helped', 'brought', 'gave', 'left', 'got', 'logged', 'used', 'provided', 'did', 'gone']);
/** Words that make the count one of what is to come, of a part, or of somebody else's rule. */
const OTHER: ReadonlySet<string> = new Set(['another', 'further', 'more', 'additional', 'remaining', 'requested', 'asked', 'sought', 'proposed', 'allowed', 'allow', 'allows', 'least', 'than', 'most', 'to', 'first', 'last', 'if', 'will', 'would', 'should', 'may', 'no', 'not', 'authorized', 'approved', 'over', 'about', 'some', 'nearly', 'beyond', 'per', 'exceed', 'exceeds', 'up', 'next', 'new', 'other', 'these', 'those', 'up', 'only', 'recommended', 'each', 'every', 'between', 'until', 'within', 'under', 'above', 'limit', 'maximum', 'trial', 'initial', 'without', 'or', 'after']);
const TO_COME: ReadonlySet<string> = new Set(['will', 'would', 'may', 'should', 'if', 'can', 'could', 'must', 'usually', 'typically', 'generally', 'allow', 'allows', 'recommended', 'recommends', 'guideline', 'guidelines', 'request', 'requested', 'requests', 'asks', 'wants', 'proposed', 'study', 'studies', 'trial']);
const PASSED_OVER: ReadonlySet<string> = new Set(['only', 'but', 'just', 'all', 'of', 'the', 'his', 'her', 'a', 'total', 'from']);

function isHad(sentence: Sentence, at: number, to: number): boolean {
  const { keys } = sentence.tokens;
  if (hasWord(sentence, 'asked-behind', to) || keys.slice(0, at).some((key) => TO_COME.has(key))) return false;
  if (sumsUp(keys, at) || isEntry(sentence, at, to)) return true;
  let before = isNoMoreThan(keys, at) ? at - 4 : at - 1;
  while (before >= 0 && PASSED_OVER.has(keys[before] ?? '')) before--;
  const behind = keys.slice(to, to + BEHIND);
  const stop = behind.findIndex((key) => key === ',' || key === ';' || key === 'and');
  const comma = Math.max(keys.lastIndexOf(',', at - 1), keys.lastIndexOf(';', at - 1), at - BEFORE - 1);
  const near = [...keys.slice(comma + 1, at), ...behind.slice(0, stop < 0 ? BEHIND : stop)];
  if ((OTHER.has(keys[before] ?? '') && !isPassed(sentence, before, to)) || keys.slice(at + 1, to).some((key) => OTHER.has(key)) || keys[to] === 'per' || (keys[to] === 'of' && OF_MORE.has(keys[to + 1] ?? ''))) return false;
  // "Eight of the 18 visits": a part of them.
  if (keys[at - 1] === 'of' && isOfPart(sentence, at)) return false;
  return (OTHER.has(keys[before] ?? '') || near.some((key) => HAD.has(key))) && !near.some((key) => DECIDED.has(key));
}

/** "Therapy has been limited to 6 visits", "it consisted of six": a verb of the past that says how many there were. */
function sumsUp(keys: readonly string[], at: number): boolean {
  let before = at - 1;
  while (SUMMED_BY.has(keys[before] ?? '')) before--;
  const verb = keys[before] ?? '';
  return SUMS_UP.has(verb) || (LIMITED.has(verb) && PAST.has(keys[before - 1] ?? ''));
}

const SUMMED_BY: ReadonlySet<string> = new Set(['to', 'of', 'a', 'mere', 'only', 'just', 'but', 'barely', 'at', 'with', 'after', 'total', 'up']);
const SUMS_UP: ReadonlySet<string> = new Set(['amounted', 'consisted', 'comprised', 'totaled', 'totalled', 'numbered', 'encompassed', 'spanned', 'added', 'ended', 'stopped']);
const LIMITED: ReadonlySet<string> = new Set(['limited', 'restricted', 'confined']);
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'been', 'so', 'far']);

/** "PT x 6 only.", "PT: 6 visits.": an entry without a verb. */
function isEntry({ tokens: { keys, kinds, count } }: Sentence, at: number, to: number): boolean {
  const isMarked = keys[at - 1] === ':' || keys[at - 1] === 'x' || keys[at - 1] === '×';
  const end = keys[to] === 'only' || keys[to] === 'so' || keys[to] === 'done' ? to + 1 : to;
  return isMarked && (end >= count || kinds[end] === 'mark') && !keys.some((key) => VERBS.has(key) || DECIDED.has(key));
}

const VERBS: ReadonlySet<string> = new Set(['is', 'are', 'be', 'support', 'supported', 'found', 'per', 'allow', 'suggest', 'suggested', 'ask', 'rfa', 'request', 'order', 'course', 'postsurgical', 'appropriate', 'reasonable']);

/** "No more than six visits." */
function isNoMoreThan(keys: readonly string[], at: number): boolean {
  return keys[at - 1] === 'than' && keys[at - 2] === 'more' && (keys[at - 3] === 'no' || keys[at - 3] === 'not');
}

/** "After 24 visits he still has pain": what lies behind somebody who is told of as he or she is now. */
function isPassed({ tokens: { keys } }: Sentence, before: number, to: number): boolean {
  if (keys[before] !== 'after' || (before > 0 && !MARKS_OR_JOINTS.has(keys[before - 1] ?? ''))) return false;
  const person = keys.findIndex((key, at) => at >= to && PERSONS.has(key));
  return person >= to && STATED.has(keys[person + 1] ?? '') && keys[person + 2] !== 'to';
}

const MARKS_OR_JOINTS: ReadonlySet<string> = new Set([',', ';', ':', 'and', 'but', 'that']);
const PERSONS: ReadonlySet<string> = new Set(['he', 'she', 'patient', 'worker', 'claimant', 'iw', 'pt', 'employee', 'applicant', 'member']);
const STATED: ReadonlySet<string> = new Set(['has', 'had', 'is', 'was', 'still', 'remains', 'remained', 'continues', 'reports', 'reported', 'knows', 'should', 'ought', 'can', 'cannot']);

function isOfOne(sentence: Sentence, at: number, to: number): boolean {
  if (speaksOfMany(sentence) || hasWord(sentence, 'others-words')) return false;
  const behind = sentence.tokens.keys.slice(to, to + 2);
  return isPassed(sentence, at - 1, to) || isOfSomebody(sentence.tokens.keys, at) || (behind.some((key) => DONE.has(key)) && !behind.includes('be'));
}

/** "This patient already went through 24 visits": a person and a verb of the past right before the count. */
function isOfSomebody(keys: readonly string[], at: number): boolean {
  const before = keys.slice(Math.max(0, at - 7), at);
  const person = before.findLastIndex((key) => PERSONS.has(key));
  const behind = before.slice(person + 1);
  return person >= 0 && behind.some((key) => WENT.has(key)) && behind.every((key) => !TO_COME.has(key) && key !== ',' && key !== ';');
}

const WENT: ReadonlySet<string> = new Set(['went', 'had', 'has', 'attended', 'completed', 'received', 'underwent', 'did', 'got']);
const DONE: ReadonlySet<string> = new Set(['attended', 'completed', 'received', 'undergone']);

/** "Of them", "of which": what is told next is a part. */
const OF_MORE: ReadonlySet<string> = new Set(['them', 'which', 'these', 'those', 'whom']);
/** What was decided on, and not had. */
const DECIDED: ReadonlySet<string> = new Set(['certified', 'authorized', 'approved', 'denied', 'granted', 'allowed', 'necessary', 'requested', 'prescribed', 'ordered']);

function isOfPart({ tokens: { keys, kinds } }: Sentence, at: number): boolean {
  return [at - 2, at - 3].some((before) => kinds[before] === 'number' || isNumberWord(keys[before] ?? ''));
}
