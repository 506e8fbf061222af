import { phraseBefore } from '../../language/lexicon.ts';
import { clauseOf, hasWord, mentionsOf, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { rememberShort } from '../../markdown/remember.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import { countedInSummary } from '../case/attended-visits.ts';
import { speaksOfMany } from '../words/case-voice.ts';
import type { DecisionValue, Prose } from '../model.ts';
import { foundIn, ownSentences } from '../statements.ts';

// A rationale argues for or against a number of visits as though that number were asked for: "Sixteen visits overshoot the full course".

/** What is counted. `time`: days of a rental or a trial. */
type Group = 'visits' | 'injections' | 'hours' | 'pieces' | 'time';

/** A number that a rationale weighs. Span: in its sentence. */
interface Weighed {
  readonly value: number;
  readonly group: Group;
  /** "A week" behind it. */
  readonly per: string | null;
  readonly text: string;
  readonly span: Span;
  /** Null: the words don't say which way. */
  readonly against: boolean | null;
  /** "Eighteen more visits": no count of what was had. */
  readonly isMore: boolean;
  /** Said of one request: neither of a diagnosis nor of a kind of patient. */
  readonly isPlain: boolean;
  readonly treatments: readonly Treatment[];
}

const NOUNS: Readonly<Record<string, Group>> = {
  visit: 'visits', session: 'visits', treatment: 'visits', appointment: 'visits', sitting: 'visits', time: 'visits',
  injection: 'injections', block: 'injections', infusion: 'injections', hour: 'hours', tablet: 'pieces', capsule: 'pieces', pill: 'pieces', patch: 'pieces',
  day: 'time', week: 'time', month: 'time',
};
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

const weighedIn = keptBy((sentence: Sentence): readonly Weighed[] =>
  statementsOf(sentence, 'dispute').flatMap((statement) => (statement.says['what'] === 'weighed' && !isAside(sentence, statement) ? weighed(sentence, statement) ?? [] : [])));

function weighed(sentence: Sentence, { says, slots: { of, judged }, to }: Statement): Weighed | null {
  if (!of) return null;
  const { keys } = sentence.tokens;
  const amount = readAmount(sentence.text, of.span.start);
  const noun = keys.slice(of.from, of.to).findLast((key) => key in NOUNS);
  const group = noun && NOUNS[noun];
  const rate = RATE.exec(sentence.text.slice(of.span.end));
  if (amount?.form !== 'one' || !noun || !group || (noun === 'time' && !rate)) return null;
  const against = judged && says['more'] === undefined ? says['judged'] === 'beyond' || AGAINST.test(judged.text) !== keys.slice(Math.max(0, Math.min(of.from, judged.from) - 2), Math.max(of.to, judged.to)).some((key) => DENIES.has(key)) : null;
  return {
    value: (amount.values[0] ?? 0) * (group === 'time' ? DAYS[noun] ?? 1 : 1), group, per: rate ? PER[(rate[1] ?? '').toLowerCase()] ?? null : null, text: of.text, span: of.span,
    against, isMore: keys.slice(of.from, of.to).some((key) => MORE.has(key)), isPlain: !(keys[to] === 'for' && OF_ANY.has(keys[to + 1] ?? '')),
    treatments: mentionsOf<Treatment>(sentence, 'treatment').map(({ value }) => value).filter(({ kind }) => kind !== 'surgery'),
  };
}

const RATE = /^ (?:(?:a|per|each|every) )?(day|week|month|daily|weekly|monthly)\b/i;
const PER: Readonly<Record<string, string>> = { day: 'day', daily: 'day', week: 'week', weekly: 'week', month: 'month', monthly: 'month' };
const AGAINST = /^(?:excessive|too|un|more|far more|in excess|beyond|over|above|not|deny|refuse|no\b)/i;
const DENIES: ReadonlySet<string> = new Set(['not', 'hardly', 'scarcely', 'no', 'nothing', 'none', 'cannot', 'without']);
const MORE: ReadonlySet<string> = new Set(['more', 'further', 'additional', 'extra', 'new']);
const OF_ANY: ReadonlySet<string> = new Set(['a', 'an', 'such', 'any', 'most']);

/** What was had, what others said or allowed, a bound, a total, a part, a condition: no number that is asked for. */
function isAside(sentence: Sentence, statement: Statement): boolean {
  const { keys } = sentence.tokens;
  const { of, judged } = statement.slots;
  if (!of || speaksOfMany(sentence)) return true;
  const role = clauseOf(sentence, statement)?.role;
  if (role === 'condition' || role === 'concession' || role === 'time') return true;
  if (hasWord(sentence, 'voice-source', 0, of.from) || hasWord(sentence, 'claims-administrator') || hasWord(sentence, 'provider')) return true;
  if (keys.some((key) => NOT_ASKED.has(key)) || keys.slice(of.to, judged?.from ?? of.to).some((key) => PAST.has(key))) return true;
  if (hasWord(sentence, 'in-all') || keys.slice(Math.max(0, of.from - 4), of.to + 1).some((key) => BEGINS.has(key))) return true;
  // "Six of the 18 visits", "ten to twelve visits".
  const isJoined = JOINS.has(keys[of.from - 1] ?? '') && [of.from - 2, of.from - 3].some((at) => sentence.tokens.kinds[at] === 'number' || isNumberWord(keys[at] ?? ''));
  return isJoined || AFTER_WHICH.has(keys[of.from - 1] ?? '') || (keys[of.from - 1] !== 'to' && phraseBefore(sentence.found, 'beyond-word', of.from) !== null);
}

const NOT_ASKED: ReadonlySet<string> = new Set(['had', 'completed', 'attended', 'received', 'underwent', 'undergone', 'already', 'previously', 'earlier', 'previous', 'prior', 'altogether', 'total', 'combined', 'cumulative', 'authorized', 'authorised', 'certified', 'only', 'instead', 'enough', 'sufficient', 'used', 'usually', 'typically', 'year', 'another', 'remaining', 'per']);
/** A first part. */
const BEGINS: ReadonlySet<string> = new Set(['trial', 'initial', 'initially', 'first', 'start', 'starting']);
const PAST: ReadonlySet<string> = new Set(['was', 'were', 'been']);
const JOINS: ReadonlySet<string> = new Set(['of', 'to', 'or', 'and', '-', '–', 'the']);
const AFTER_WHICH: ReadonlySet<string> = new Set(['between', 'least', 'most', 'after', 'only']);

/** What a title asks for of one group. `all`: every number that may stand for it; `most`: the largest. */
interface Asked {
  readonly all: ReadonlySet<number>;
  readonly most: number;
}

/** What a title counts of a group; null where it counts none of it, or where it can't be told. */
const askedFor = rememberShort((title): ReadonlyMap<string, Asked> => {
  const factors = findFactors(title).filter(({ value: { unit } }) => unit === null || !MEASURES.has(unit)).map(({ value }) => value);
  const asked = new Map<string, Asked>();
  if (factors.length === 0 || factors.some(({ vague }) => vague)) return asked;
  const values = factors.map(({ value }) => value);
  const all = new Set(values.flatMap((one, i) => [one, ...values.flatMap((two, j) => (j > i ? [one * two, one + two, ...values.slice(j + 1).map((three) => one * two * three)] : []))]));
  const ofAll = { all, most: Math.max(...all) };
  const hasDrug = findDrugs(title).length > 0;
  const isGiven = /inject|block|infusion/i.test(title);
  const counts = factors.some(({ unit, per, times, sign }) => unit === 'session' || (unit === 'time' && per !== null) || (unit === null && (times === true || sign === true)));
  if (isGiven ? factors.every(({ unit, per }) => (unit === null || unit === 'session') && !per) : false) asked.set('injections', ofAll);
  if (counts && !isGiven && !hasDrug) asked.set('visits', ofAll);
  if (factors.some(({ unit }) => unit === 'hour')) asked.set('hours', ofAll);
  if (hasDrug && factors.some(({ unit, sign }) => unit === 'piece' || sign === true)) asked.set('pieces', ofAll);
  const [time, ...others] = factors;
  if (time && others.length === 0 && time.unit !== null && time.unit in DAYS && !time.per) asked.set('time', daysOf(time));
  for (const { value, per, unit } of factors) if (per && (unit === 'time' || unit === 'session' || unit === 'hour')) asked.set(`${unit === 'hour' ? 'hours' : 'visits'} a ${per}`, { all: new Set([value]), most: value });
  return asked;
});

const MEASURES: ReadonlySet<string> = new Set(['mg', 'mcg', 'percent', 'med', 'refill']);

/** A month of rental is four weeks, thirty days or thirty-one. */
function daysOf({ value, unit }: Factor): Asked {
  const days = value * (DAYS[unit ?? ''] ?? 1);
  return { all: new Set([-3, -2, -1, 0, 1, 2, 3].map((more) => days + more)), most: days };
}

/** A number that is weighed and isn't asked for. Span: in the rationale's text. */
export interface OtherAmount {
  readonly text: string;
  readonly span: Span;
  readonly isSure: boolean;
}

const weighedOf = keptBy((prose: Prose): readonly Weighed[] => foundIn(ownSentences(prose), weighedIn, (each, { start }) => ({ ...each, span: shift(each.span, start) })));

/**
 * The numbers that a rationale weighs where the title asks for others: only where the requested number doesn't stand beside them, the summary doesn't tell them as had,
 * and they aren't offered in its place ("six visits would be reasonable" under a denial).
 */
export function weighedOtherwise(rationale: Prose, title: string, decision: DecisionValue, summary: Prose | null): readonly OtherAmount[] {
  const found = weighedOf(rationale);
  if (found.length === 0) return [];
  const asked = askedFor(title);
  const sentence = readSentence(title);
  const own = mentionsOf<Treatment>(sentence, 'treatment').map(({ value }) => value);
  const told = findFactors(rationale.text).filter(({ value: { vague } }) => !vague).map(({ value }) => value.value);
  const had = summary ? countedInSummary(summary).map(({ value }) => value) : [];
  return found.flatMap((each) => {
    const requested = asked.get(each.per === null ? each.group : `${each.group} a ${each.per}`);
    if (!requested || requested.all.has(each.value) || told.some((value) => requested.all.has(value))) return [];
    if (each.treatments.length > 0 && !each.treatments.some(({ id, kind }) => own.some((other) => other.id === id || other.kind === kind))) return [];
    if (!each.isMore && had.includes(each.value)) return [];
    if ([...had, ...told].some((value) => requested.all.has(each.value - value))) return [];
    const denied = decision === 'Upheld';
    if (each.against !== null && each.against !== denied) return [];
    const isSure = each.against !== null && each.isPlain && (!denied || each.value > requested.most);
    return [{ text: each.text, span: each.span, isSure }];
  });
}
