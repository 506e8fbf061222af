import { rememberShort } from '../markdown/remember.ts';
import { mention, type Mention } from './mention.ts';
import { isNumberWord, matchAt, readAmount } from './numbers.ts';
import { readWords, wordKey, type Words } from './words.ts';
import unitWords from './units.json' with { type: 'json' };

export type Unit = keyof typeof unitWords;

/**
 * A number with what it counts and what it is for: "six hours a day" is 6 `hour` for each `day`, "twice weekly" 2 `time` for each `week`, "two
 * 50 mg tablets t.i.d." three of them. `unit` null: a bare number, or a plain factor ("x 4", with `times`).
 */
export interface Factor {
  readonly value: number;
  readonly unit: Unit | null;
  readonly per: Unit | null;
  /** A range, a score, "10/325" without a unit: nothing to calculate with. */
  readonly vague?: boolean;
  /** Multiplied, by the sign before it: "x 4". */
  readonly times?: boolean;
  /** Behind "#". */
  readonly sign?: boolean;
  /** Made of two numbers: "two tabs t.i.d.". */
  readonly made?: boolean;
}

const UNITS = new Map(Object.entries(unitWords).flatMap(([unit, words]) => words.map((word) => [word, unit as Unit] as const)));
/** Words that are a rate by themselves, or say what a number is for. */
const ADVERBS: ReadonlyMap<string, Unit> = new Map([
  ['daily', 'day'], ['nightly', 'day'], ['weekly', 'week'], ['monthly', 'month'], ['yearly', 'year'], ['annually', 'year'],
]);
const OFTEN: ReadonlyMap<string, number> = new Map([['b', 2], ['t', 3], ['qi', 4], ['q', 1]]);
const TIMES: ReadonlyMap<string, number> = new Map([['once', 1], ['twice', 2], ['thrice', 3]]);

const latin = /(b|t|q(?=\.?\s?i))\.?\s?i\.?\s?d\b|(q)\.?\s?(?:d|hs|am|pm)\b/iy;
const everyHours = /(?:q\.?\s?|every\s|each\s)(\d{1,2}|four|six|eight|twelve)[\s-]?(?:h|hrs?|hours?)\b/iy;
const everyOther = /every (?:other|second) (day|week|month)\b|q\.?o\.?d\b/iy;
const everyFew = /every (\d{1,2}|two|three|four|six|eight|twelve) (day|week|month)s\b/iy;
const wholeTime = /a (week|month|year)\b/iy;
const weekdays = /Mondays? (?:to|through|thru|[-–]) Fridays?\b/iy;
const percent = /\s?%/y;
const nextWord = /[ -]?([a-zµ]+)/iy;
const gluedSign = /\s?[x×](?=\d)/iy;
/** "Of naproxen", "by mouth" between an amount and its "daily". */
const between = /(?: of [a-z-]+)?(?:,? (?:by mouth|p\.?o\.?|orally))?/iy;
const perJoint = /\s?\/\s?|,? (?:a|an|per|each|every|in an?|in each|x) (?!\d)/iy;
const ofEachWeek = / (?:of|in) (?:each|every|the|a) (week|month)\b/iy;
const byWeek = /\s(?=week|day|month|wk)/iy;
const atNight = / (?:at (?:bedtime|night|noon)|(?:each|every) (?:night|morning|evening)|in the (?:morning|evening))\b/iy;
const aDay = /(?:\s?\/\s?| (?:in|per|every) )(?:24|twenty-four)[\s-]?(?:h|hrs?|hours?)\b/iy;
const apiece = / (?:apiece|each)\b/iy;
/** What may stand between a number and what it counts. */
const MOST_BETWEEN = 3;
const STOPS = new Set('of and or to for per in the this that is was were with by at from on a an as each every are than when who which he she they it over then so x times'.split(' '));
/** Before these a "daily" says what kind of thing it is. */
const KIND_OF = new Set(['the', 'a', 'of', 'his', 'her', 'total', 'maximum', 'average', 'in']);

const KINDS = new Set(['med', 'medd', 'mme', 'morphine', 'dose', 'total', 'intake', 'limit', 'maximum', 'ceiling', 'living', 'activity']);

/** Every number of a text with its unit, in order and without overlap; those without one, too, so that a sum can tell whether it leaves one out. */
export const findFactors = rememberShort((text): readonly Mention<Factor>[] => {
  const words = readWords(text);
  const found: Mention<Factor>[] = [];
  let from = 0;
  words.keys.forEach((key, at) => {
    const start = words.starts[at] ?? 0;
    if (start < from) return;
    const factor = factorAt(words, at, key, start);
    if (factor) from = found[found.push(factor) - 1]?.span.end ?? from;
    // "3x6" is one word.
    for (let sign = factor && matchAt(gluedSign, text, from); sign; sign = matchAt(gluedSign, text, from)) {
      const next = counted(text, from + sign[0].length);
      if (!next) break;
      found.push({ ...next, value: { ...next.value, times: true } });
      from = next.span.end;
    }
  });
  return together(text, found);
});

function factorAt({ text, keys }: Words, at: number, key: string, start: number): Mention<Factor> | null {
  const code = text.charCodeAt(start);
  if ((code >= 48 && code <= 57) || isNumberWord(key)) return counted(text, start);
  const every = matchAt(everyHours, text, start);
  if (every) return rate(text, start, every[0].length, 24 / (readAmount(every[1] ?? '', 0)?.values[0] ?? 24), 'day');
  const other = matchAt(everyOther, text, start);
  if (other) return rate(text, start, other[0].length, 0.5, UNITS.get((other[1] ?? 'day').toLowerCase()) ?? 'day');
  const few = matchAt(everyFew, text, start);
  if (few) return rate(text, start, few[0].length, 1 / (readAmount(few[1] ?? '', 0)?.values[0] ?? 1), UNITS.get((few[2] ?? '').toLowerCase()) ?? 'day');
  const days = matchAt(weekdays, text, start);
  if (days) return mention({ value: 5, unit: 'day', per: 'week' }, text, start, start + days[0].length);
  const often = matchAt(latin, text, start);
  if (often) return rate(text, start, often[0].length, OFTEN.get(`${(often[1] ?? often[2] ?? '').toLowerCase()}${/^q\.?\s?i/i.test(often[0]) ? 'i' : ''}`) ?? 1, 'day');
  if (TIMES.has(key)) return timesAt(text, start, key);
  if (key === 'a') return aMonth(text, start);
  const unit = ADVERBS.get(key);
  return unit && !KIND_OF.has(keys[at - 1] ?? '') && !KINDS.has(keys[at + 1] ?? '') ? rate(text, start, key.length, 1, unit) : null;
}

function rate(text: string, start: number, length: number, value: number, per: Unit): Mention<Factor> {
  return mention({ value, unit: 'time', per }, text, start, start + length);
}

/** "For a month". */
function aMonth(text: string, start: number): Mention<Factor> | null {
  const time = matchAt(wholeTime, text, start);
  const unit = time && /\b(?:for|over) $/i.test(text.slice(Math.max(0, start - 5), start)) ? UNITS.get((time[1] ?? '').toLowerCase()) : undefined;
  return time && unit ? mention({ value: 1, unit, per: null }, text, start, start + time[0].length) : null;
}

/** "Twice a week", "once nightly". */
function timesAt(text: string, start: number, key: string): Mention<Factor> | null {
  const behind = perAt(text, start + key.length);
  return behind ? mention({ value: TIMES.get(key) ?? 1, unit: 'time', per: behind.unit }, text, start, behind.end) : null;
}

/** The number at an offset, with what it counts and what that is for. */
function counted(text: string, start: number): Mention<Factor> | null {
  const amount = readAmount(text, start);
  if (!amount) return null;
  const [value = 0] = amount.values;
  const behind = unitAt(text, amount.end) ?? (amount.form === 'one' ? alone(text, amount.end) : isCombined(amount.values) ? { unit: 'mg' as const, end: amount.end } : null);
  const vague = amount.form === 'range' || (amount.form === 'parts' && behind?.unit !== 'mg');
  const before = text.slice(Math.max(0, start - 32), start);
  const isFactor = MULTIPLIES.test(before) || (!behind && !Number.isInteger(value) && /\bat (?:a rate of )?$/i.test(before));
  const said = { value, ...(vague ? { vague } : {}), ...(isFactor ? { times: true } : {}), ...(/(?:#|\b(?:quantity|qty\.?|count|number)(?: of|:)?)\s?$/i.test(before) ? { sign: true } : {}) };
  if (!behind) return mention({ ...said, unit: null, per: null }, text, start, amount.end);
  const each = perAt(text, behind.end);
  const per = (behind.unit === 'session' && each?.unit === 'session' ? null : each) ?? (behind.unit === 'hour' || behind.unit === 'minute' ? inSessions(text, behind.end) ?? ofSessions(text, start, behind.end) : null) ?? eachHas(before, behind);
  return mention({ ...said, unit: behind.unit, per: per?.unit ?? null }, text, start, per?.end ?? behind.end);
}

/** "× 1.5", "a factor of 1.5"; "at 1.5" says the same only of a fraction. */
const MULTIPLIES = /(?:\s[x×]|multiplied by|\btimes|\bfactor(?: of)?|converted at)\s?$/i;

interface UnitPlace {
  readonly unit: Unit;
  readonly end: number;
}

/** The unit behind a number, with a few words before it ("twelve supervised visits"). */
function unitAt(text: string, from: number): UnitPlace | null {
  const share = matchAt(percent, text, from);
  if (share) return { unit: 'percent', end: from + share[0].length };
  const times = matchAt(/\s?[x×](?![a-z])/iy, text, from);
  if (times && perAt(text, from + times[0].length)) return { unit: 'time', end: from + times[0].length };
  let end = from;
  for (let passed = 0; passed <= MOST_BETWEEN; passed++) {
    const word = matchAt(nextWord, text, end);
    if (!word) return null;
    end += word[0].length;
    const key = wordKey(word[1] ?? '');
    const unit = UNITS.get(key);
    if (unit) return unit === 'mg' ? inEquivalents(text, end) ?? { unit, end } : { unit, end };
    if (STOPS.has(key) || isNumberWord(key)) return null;
  }
  return null;
}

/** "120 mg MED". */
function inEquivalents(text: string, from: number): UnitPlace | null {
  const word = matchAt(nextWord, text, from);
  return word && UNITS.get(wordKey(word[1] ?? '')) === 'med' ? { unit: 'med', end: from + word[0].length } : null;
}

/** "10/325", "7.5/200": an opioid with what it is combined with. */
function isCombined([first = 0, second = 0, ...others]: readonly number[]): boolean {
  return others.length === 0 && first <= 60 && WITH_IT.has(second);
}

const WITH_IT = new Set([200, 300, 325, 500, 650, 750]);

/** "Two a day": the number stands for whatever is taken or done. */
function alone(text: string, from: number): UnitPlace | null {
  return perAt(text, from) ? { unit: 'time', end: from } : null;
}

/** What a number is for: "a day", "/week", "daily", "at bedtime", "apiece". */
function perAt(text: string, from: number): UnitPlace | null {
  const start = from + (matchAt(between, text, from)?.[0].length ?? 0);
  const night = matchAt(atNight, text, start) ?? matchAt(aDay, text, start);
  if (night) return { unit: 'day', end: start + night[0].length };
  const ofEach = matchAt(ofEachWeek, text, from);
  if (ofEach) return { unit: UNITS.get((ofEach[1] ?? '').toLowerCase()) ?? 'week', end: from + ofEach[0].length };
  const joint = matchAt(perJoint, text, start) ?? (/[x×]$/i.test(text.slice(start - 1, start)) ? matchAt(byWeek, text, start) : null);
  const word = matchAt(nextWord, text, start + (joint?.[0].length ?? 0));
  const key = wordKey(word?.[1] ?? '');
  const unit = joint ? UNITS.get(key) : ADVERBS.get(key);
  if (word && unit && unit !== 'time') return { unit, end: start + (joint?.[0].length ?? 0) + word[0].length };
  const each = matchAt(apiece, text, start);
  return each ? { unit: 'session', end: start + each[0].length } : null;
}

/** "Each week has three visits". */
function eachHas(before: string, { unit, end }: UnitPlace): UnitPlace | null {
  const per = unit === 'percent' ? undefined : UNITS.get(EACH_HAS.exec(before)?.[1]?.toLowerCase() ?? '');
  return per && per !== unit ? { unit: per, end } : null;
}

const EACH_HAS = /\b(?:each|every) (day|week|month|session|visit)(?:,| has| had| have| holds| brings| brought| includes| included| consists of| comprises| contains| provides| offers| means| of| with)? $/i;

/** "4-hour sessions". */
function inSessions(text: string, from: number): UnitPlace | null {
  const word = matchAt(nextWord, text, from);
  return word && UNITS.get(wordKey(word[1] ?? '')) === 'session' ? { unit: 'session', end: from + word[0].length } : null;
}

/** "Sessions of 90 minutes". */
function ofSessions(text: string, start: number, end: number): UnitPlace | null {
  const [, noun = ''] = /(\w{4,12}) of $/.exec(text.slice(Math.max(0, start - 18), start)) ?? [];
  return UNITS.get(wordKey(noun)) === 'session' && noun.endsWith('s') && !/\d\D{0,20}$/.test(text.slice(Math.max(0, start - 40), start)) ? { unit: 'session', end } : null;
}

/** What only the number beside it makes clear: "two tabs t.i.d.", "ten sessions of 4 hours", "2x6", "twice a week x 6". */
function together(text: string, found: readonly Mention<Factor>[]): readonly Mention<Factor>[] {
  const made: Mention<Factor>[] = [];
  for (const next of found) {
    const last = made.at(-1);
    const joint = last ? text.slice(last.span.end, next.span.start) : '';
    const pieces = made.at(-2);
    const both = last ? pairOf(text, last, joint, next) : null;
    // "Two capsules of 300 mg three times a day": two at each time.
    if (last && pieces && isDoseOf(pieces, last) && next.value.unit === 'time' && next.value.per && TAKEN.has(joined(joint))) {
      made.splice(-2, 1, mention({ ...pieces.value, per: 'time' }, text, pieces.span.start, pieces.span.end));
    }
    if (both) made.splice(-1, 1, ...both);
    else made.push(next);
  }
  return made;
}

/** Pieces that nothing is said of yet, and the strength of each. */
function isDoseOf({ value: pieces }: Mention<Factor>, { value: strength }: Mention<Factor>): boolean {
  return pieces.unit === 'piece' && !pieces.per && !pieces.sign && strength.unit === 'mg' && strength.per === 'piece';
}

/** "Four Norco 10 mg a day", "3 x 600 mg": a bare number of what has the strength behind it. */
function isEach(one: Factor, joint: string, two: Factor): boolean {
  if (one.unit !== null || one.times || one.sign || one.per || two.unit !== 'mg' || one.value > MOST_AT_ONCE || !Number.isInteger(one.value)) return false;
  return two.times === true || (/^ (?:[A-Z][a-z]{2,15}|[a-z]{5,15})(?: (?:ER|IR|XR|SR|DR))? $/.test(joint) && !STOPS.has(joint.trim()));
}

/** Nobody takes more tablets in a day. */
const MOST_AT_ONCE = 12;

function joined(joint: string): string {
  return joint.replaceAll(/[\s,(]{1,9}/g, ' ').trim().toLowerCase();
}

const TAKEN = new Set(['', 'by mouth', 'po', 'p.o.', 'orally', 'taken', 'given', 'to be taken']);

function pairOf(text: string, { value: one, span: first }: Mention<Factor>, joint: string, { value: two, span: second }: Mention<Factor>): Mention<Factor>[] | null {
  const both = (left: Partial<Factor>, right: Partial<Factor>) =>
    [mention({ ...one, ...left }, text, first.start, first.end), mention({ ...two, ...right }, text, second.start, second.end)];
  if (one.vague || two.vague) return null;
  if ((one.unit === 'piece' || (one.unit === null && !one.times)) && !one.per && !one.sign && two.unit === 'time' && two.per && TAKEN.has(joined(joint))) {
    return [mention({ ...two, value: one.value * two.value, unit: one.unit ?? 'time', made: true }, text, first.start, second.end)];
  }
  if (one.unit === 'piece' && !one.sign && two.unit === 'mg' && OF_STRENGTH.test(joint)) return one.per === null ? both({ per: two.per }, { per: 'piece' }) : both({}, { per: 'piece' });
  if (isEach(one, joint, two)) return both({ unit: 'piece', per: two.per }, { per: 'piece', times: false });
  if (one.unit === 'session' && !one.per && (two.unit === 'hour' || two.unit === 'minute') && !two.per && /^ (?:of|lasting|at) $/.test(joint)) return both({}, { per: 'session' });
  if ((one.unit === 'minute' || one.unit === 'hour') && !one.per && two.unit === 'time' && two.per === 'day' && /^,? $/.test(joint)) return both({ per: 'session' }, {});
  if (one.unit === 'day' && (!one.per || one.per === 'week') && two.unit === 'hour' && (!two.per || two.per === 'session') && /^ (?:of|with|at) $/.test(joint)) return both({}, { per: 'day' });
  if (one.unit === 'hour' && !one.per && two.unit === 'day' && !two.per && joint === ' on each of ') return both({ per: 'day' }, two.value > 7 ? {} : { per: 'week' });
  if (one.unit === 'hour' && !one.per && two.unit === 'day' && two.per && /^,? (?:and )?(?:on )?$/.test(joint)) return both({ per: 'day' }, {});
  if (one.unit === null && two.unit === 'hour' && two.per === 'session' && /^ (?:such |separate )?$/.test(joint)) return both({ unit: 'session' }, {});
  return two.times && !two.per && /^\s?[x×]?\s?(?:times\s)?$/i.test(joint) ? multiplied(one, two, both) : null;
}

/** "Of acetaminophen", "of the". */
const OF_STRENGTH = /^ (?:of|at|in) (?:(?:the|a) |[a-z]{3,20} |[a-z]{3,20} [a-z]{3,20} )?$/i;

/** "Twice a week x 6", "2x6". */
function multiplied(one: Factor, two: Factor, both: (left: Partial<Factor>, right: Partial<Factor>) => Mention<Factor>[]): Mention<Factor>[] | null {
  if (one.unit === 'time' && one.per && two.unit === null) return both({}, { unit: one.per });
  return one.unit === null && !one.times && (two.unit === null || two.unit === 'week') ? both({ unit: 'time', per: 'week' }, { unit: 'week' }) : null;
}
