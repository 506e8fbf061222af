import { rememberShort } from '../markdown/remember.ts';
import { mention, type Mention } from './mention.ts';
import { isNumberWord, matchAt, readAmount, type Amount } from './numbers.ts';
import { readWords, type Words } from './words.ts';

export type QuantityKind = 'count' | 'sessions' | 'frequency' | 'duration' | 'dose' | 'percent' | 'refills';

/**
 * How much, how often or how long.
 * - `count`: "#60", "sixty count" (unit ''), "60 tablets" (unit 'tablet'), "times 12" (unit 'times')
 * - `sessions`: "12 visits" (unit 'session') · `refills` (unit 'refill') · `percent` (unit '%')
 * - `frequency`: times in a `unit` ('day', 'week', 'month'; '6 hours' for "every 6 hours") · `duration` (unit 'day', 'week', …)
 * - `dose`: unit as written, in lower case: 'mg', 'mcg/hr', 'ml'
 */
export interface Quantity {
  readonly kind: QuantityKind;
  /** One number; both ends of a range; the parts of a combination's dose. */
  readonly values: readonly number[];
  readonly range: boolean;
  readonly unit: string;
  /** True where the text leaves the unit out: "2x6" is taken for two times a week for six weeks. */
  readonly assumed?: boolean;
}

const time = '(minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?';
const percent = /\s?%|\sper ?cent(?![a-z])/iy;
const dose = /[ -]?(mcg|ug|µg|mg|gm|grams?|g|ml|cc|meq|iu)(\s?\/\s?(?:hr|hour|ml|gm|g|kg|day))?(?![a-z])/iy;
const furtherDose = /\s?[/-]\s?(\d+(?:\.\d+)?)\s?(?:mcg|mg)(?![a-z])/iy;
const frequency = new RegExp(
  String.raw`(?:\s?(?:x|times?|visits?|sessions?|treatments?|days?)?(?:\s?\/\s?|\s?(?:a|per|each|every) )|\sx )${time}(?![a-z])`,
  'iy',
);
const adverb = /\s?(?:x|times?|sessions?|visits?)\s(daily|weekly|monthly)(?![a-z])/iy;
const duration = new RegExp(String.raw`[ -]?${time}(?![a-z])`, 'iy');
const age = /[- ](?:old|of age|ago|earlier|later)(?![a-z])/iy;
const between = '(?:[ -](?!(?:of|and|or|to|for|per|in|the|this|that|is|was|were|with|by)\\b)[a-z][a-z-]{0,20}){0,4}';
const sessions = new RegExp(String.raw`${between}[ -](?:sessions?|visits?|treatments|appointments?)(?![a-z])`, 'iy');
const refills = /\s(?:additional\s)?refills?(?![a-z])/iy;
const piece = 'tablet|tab|capsule|cap|pill|patch|tube|bottle|box|pad|unit|pair|vial|syringe|pack|bag|container|injection';
const pieces = new RegExp(String.raw`[ -]?(${piece})(?:e?s)?(?![a-z])`, 'iy');
const counted = /[ -]count(?![a-z])/iy;
/** Two numbers of "2x6"; with a unit of length behind them they are a size. */
const twofold = /\s?(?:x|×|times)\s?/iy;
const forHowLong = /,?\s?(?:for|x|×|times|over)\s?/iy;
const length = /\s?(?:cm|mm|inch|in\.|feet|ft)/iy;

/** Words that are a frequency by themselves. */
const once = /(once|twice)\s(?:(?:a|per|each|every)\s)?(day|week|month|daily|weekly|monthly)(?![a-z])/iy;
const latin: Readonly<Record<string, number>> = { bid: 2, tid: 3, qid: 4 };

const units: Readonly<Record<string, string>> = {
  min: 'minute', hr: 'hour', wk: 'week', mo: 'month', yr: 'year', daily: 'day', weekly: 'week', monthly: 'month',
  tab: 'tablet', cap: 'capsule', gm: 'g', gram: 'g', grams: 'g', ug: 'mcg', 'µg': 'mcg',
};

/** Every quantity that a text states, in order and without overlap. Bare numbers, ages, dates and pain scores are none. */
export const findQuantities = rememberShort((text): readonly Mention<Quantity>[] => {
  const words = readWords(text);
  const found: Mention<Quantity>[] = [];
  let from = 0;
  words.keys.forEach((key, index) => {
    const start = words.starts[index] ?? 0;
    if (start < from) return;
    const here = quantitiesAt(words, index, key);
    found.push(...here.mentions);
    from = here.end;
  });
  return found;
});

/** Whether two quantities measure the same thing, so that their values may be held against each other: sessions and a bare "#8" do. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.kind === b.kind) return a.unit === b.unit || (a.kind === 'count' && isTaken(a.unit) && isTaken(b.unit));
  const countable = (quantity: Quantity) => quantity.kind === 'sessions' || (quantity.kind === 'count' && quantity.unit === 'times');
  const bare = (quantity: Quantity) => quantity.kind === 'count' && quantity.unit === '';
  return (countable(a) && (countable(b) || bare(b))) || (bare(a) && countable(b));
}

/** A bare "#90" is of what is taken one by one. */
function isTaken(unit: string): boolean {
  return unit === '' || unit === 'tablet' || unit === 'capsule' || unit === 'pill' || unit === 'patch';
}

interface Reading {
  readonly mentions: Mention<Quantity>[];
  /** Where to go on. */
  readonly end: number;
}

const nothing: Reading = { mentions: [], end: 0 };

function quantitiesAt(words: Words, index: number, key: string): Reading {
  const { text } = words;
  const start = words.starts[index] ?? 0;
  const code = text.charCodeAt(start);
  if ((code >= 48 && code <= 57) || isNumberWord(key)) return fromNumber(text, text[start - 1] === '.' ? decimalStart(text, start) : start);
  if (key === 'once' || key === 'twice') return fromOnce(text, start);
  if (Object.hasOwn(latin, key)) return one(simple('frequency', latin[key] ?? 1, 'day'), text, start, words.ends[index] ?? start);
  return prefixes.test(key) ? fromPrefix(text, start) : nothing;
}

/** The full stop of ".5" belongs to the number, that of "no.5" does not. */
function decimalStart(text: string, start: number): number {
  return start < 2 || /\s/.test(text[start - 2] ?? '') ? start - 1 : start;
}

/** The keys of the words that `prefix` and `noRefills` begin with. */
const prefixes = /^(?:x\d*|time|qty|quantity|count|refill|sery|no)$/;
const prefix = /(?:x|times|qty\.?|quantity|count|refills?|series(?= of ))(?:\s?[:=x]\s?|\sof\s|\s)?(?=[\da-z.])/iy;
const noRefills = /no refills?/iy;

/** "Qty 60", "times 12", "x12", "refills: 2", "no refills", and "a series of three", which is of injections where nothing else is named. */
function fromPrefix(text: string, start: number): Reading {
  const none = matchAt(noRefills, text, start);
  if (none) return one(simple('refills', 0, 'refill'), text, start, start + none[0].length);
  const match = matchAt(prefix, text, start);
  if (!match) return nothing;
  const word = match[0].toLowerCase();
  const amount = readAmount(text, start + match[0].length);
  if (!amount || amount.form === 'parts') return nothing;
  if (/^refill/.test(word)) return one(asQuantity(amount, 'refills', 'refill'), text, start, amount.end);
  const measured = measure(text, start + match[0].length, amount);
  if (measured) return measured;
  return one(asQuantity(amount, 'count', /^(?:x|times)/.test(word) ? 'times' : /^series/.test(word) ? 'injection' : ''), text, start, amount.end);
}

function fromOnce(text: string, start: number): Reading {
  const match = matchAt(once, text, start);
  if (!match) return nothing;
  const [all, word = '', unit = ''] = match;
  return one(simple('frequency', word.toLowerCase() === 'once' ? 1 : 2, unitOf(unit)), text, start, start + all.length);
}

function fromNumber(text: string, start: number): Reading {
  const amount = readAmount(text, start);
  if (!amount) return { mentions: [], end: datesEnd(text, start) };
  const sign = /[#×]\s?$/.exec(text.slice(Math.max(start - 2, 0), start))?.[0] ?? '';
  const measured = measure(text, start, amount) ?? (sign === '' ? twofoldAt(text, start, amount) : null);
  if (measured) return measured;
  if (sign === '' || amount.form === 'parts') return { mentions: [], end: amount.end };
  return one(asQuantity(amount, 'count', sign.startsWith('#') ? '' : 'times'), text, start - sign.length, amount.end);
}

/** Past all the figures of a date, so that its year doesn't begin a quantity. */
function datesEnd(text: string, start: number): number {
  return start + (matchAt(/[\d/.-]+/y, text, start)?.[0].length ?? 1);
}

/** What the words behind a number make of it; null where they say nothing. */
function measure(text: string, start: number, amount: Amount): Reading | null {
  const { end } = amount;
  let match = matchAt(percent, text, end);
  if (match) return one(asQuantity(amount, 'percent', '%'), text, start, end + match[0].length);
  match = matchAt(dose, text, end);
  if (match) return doseAt(text, start, amount, match);
  if (amount.form === 'parts') return null;
  match = matchAt(frequency, text, end) ?? matchAt(adverb, text, end);
  if (match) return frequencyAt(text, start, amount, end + match[0].length, unitOf(match[1] ?? ''));
  match = matchAt(duration, text, end);
  if (match) return durationAt(text, start, amount, match);
  match = matchAt(refills, text, end);
  if (match) return one(asQuantity(amount, 'refills', 'refill'), text, start, end + match[0].length);
  match = matchAt(pieces, text, end);
  if (match) return one(asQuantity(amount, 'count', unitOf(match[1] ?? '')), text, start, end + match[0].length);
  match = matchAt(counted, text, end);
  if (match) return one(asQuantity(amount, 'count', ''), text, start, end + match[0].length);
  match = amount.values.some(isYear) ? null : matchAt(sessions, text, end);
  if (match) return one(asQuantity(amount, 'sessions', 'session'), text, start, end + match[0].length);
  return null;
}

/** "10/325 mg", "25mg/ml", "10mg/325mg". */
function doseAt(text: string, start: number, amount: Amount, match: RegExpExecArray): Reading {
  const values = [...amount.values];
  let end = amount.end + match[0].length;
  for (let further = matchAt(furtherDose, text, end); further && values.length < 5; further = matchAt(furtherDose, text, end)) {
    values.push(Number(further[1]));
    end += further[0].length;
  }
  const per = (match[2] ?? '').replaceAll(/\s/g, '').toLowerCase().replace('/hour', '/hr').replace('/gm', '/g');
  return one({ kind: 'dose', values, range: amount.form === 'range', unit: unitOf(match[1] ?? '') + per }, text, start, end);
}

/** A frequency, and where its number of weeks lacks the unit ("2 times a week x 6") that too. */
function frequencyAt(text: string, start: number, amount: Amount, end: number, unit: string): Reading {
  const often = mention(asQuantity(amount, 'frequency', unit), text, start, end);
  const joint = matchAt(forHowLong, text, end);
  const longAt = end + (joint?.[0].length ?? 0);
  const long = joint ? readAmount(text, longAt) : null;
  if (!long || long.form === 'parts' || measure(text, longAt, long)) return { mentions: [often], end };
  return { mentions: [often, mention({ ...asQuantity(long, 'duration', unit), assumed: true }, text, longAt, long.end)], end: long.end };
}

function durationAt(text: string, start: number, amount: Amount, match: RegExpExecArray): Reading {
  const end = amount.end + match[0].length;
  if (matchAt(age, text, end)) return { mentions: [], end };
  const unit = unitOf(match[1] ?? '');
  const every = /(?:every|each)\s$/i.test(text.slice(Math.max(start - 6, 0), start));
  if (every) return one(simple('frequency', 1, `${amount.values.join('-')} ${unit}s`), text, start, end);
  return one(asQuantity(amount, 'duration', unit), text, start, end);
}

/** "2x6", "1 times 8", "2 x 6 weeks": so many times a week for so many weeks. */
function twofoldAt(text: string, start: number, amount: Amount): Reading | null {
  const joint = matchAt(twofold, text, amount.end);
  const secondAt = amount.end + (joint?.[0].length ?? 0);
  const second = joint ? readAmount(text, secondAt) : null;
  if (!joint || !second || second.form === 'parts') return null;
  if (matchAt(length, text, second.end) || matchAt(dose, text, second.end)) return { mentions: [], end: second.end };
  const often = mention({ ...asQuantity(amount, 'frequency', 'week'), assumed: true }, text, start, amount.end + joint[0].trimEnd().length);
  const long = matchAt(duration, text, second.end);
  if (long) return { mentions: [often, ...durationAt(text, secondAt, second, long).mentions], end: second.end + long[0].length };
  const weeks = mention({ ...asQuantity(second, 'duration', 'week'), assumed: true }, text, secondAt, second.end);
  return { mentions: [often, weeks], end: second.end };
}

/** "2009 Chronic Pain Treatments": nobody asks for that many. */
function isYear(value: number): boolean {
  return value >= 1900 && value < 2100;
}

function one(value: Quantity, text: string, start: number, end: number): Reading {
  return { mentions: [mention(value, text, start, end)], end };
}

function simple(kind: QuantityKind, value: number, unit: string): Quantity {
  return { kind, values: [value], range: false, unit };
}

function asQuantity(amount: Amount, kind: QuantityKind, unit: string): Quantity {
  return { kind, values: amount.values, range: amount.form === 'range', unit };
}

function unitOf(word: string): string {
  const unit = word.toLowerCase();
  return units[unit] ?? unit;
}
