import { cueBefore } from '../../language/assertion.ts';
import { clauseAt, partAround } from '../../language/clauses.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { isOfValues, measureWord, unitNamed, type MeasureUnit } from '../../vocabulary/measured.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { isNumberWord, readAmount, type Amount } from '../../vocabulary/numbers.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { noPlace, ownPlace, placeBehind, sentencesInSummary, type FactPlace, type OwnPlace } from '../words/case-places.ts';
import { isAnotherTime, speaksOfMany } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { foundIn, ownSentences, placeInProse, type PlacedSentence } from '../statements.ts';
import { isGlued, nameBefore, placesOfName, placesOfTime } from '../words/value-names.ts';
import { voiceOf } from '../words/voice.ts';

/**
 * A value that words give for something that is measured or counted, whatever it is: "a latency of 6.5 ms", "a 14 mm tear", "relief for nine weeks". `name`: the
 * words that say what is measured. Span: in the prose's text.
 */
export interface MeasuredValue extends FactPlace {
  readonly value: number;
  /** The other end of a range. */
  readonly upTo: number | null;
  /** What kind of unit it is given in, and how much of the kind's first unit one is; `''` for a bare number. */
  readonly unit: MeasureUnit;
  readonly name: ReadonlySet<string>;
  /** The name as it is written, and its words' first letters. */
  readonly what: string;
  readonly initials: string;
  /** As it is written, with its unit. */
  readonly text: string;
  /** A plain fact of this patient as he or she is now. */
  readonly plain: boolean;
  /** Not plain, but only since it may be meant of everybody, or is what something changed to: a slip of a figure tells that it isn't. */
  readonly likely: boolean;
  readonly approximate: boolean;
  /** Its own sentence says of which side it is. */
  readonly sided: boolean;
  readonly sentence: Sentence;
  /** The tokens of the part of the sentence that it stands in. */
  readonly part: readonly [from: number, to: number];
  readonly span: Span;
}

/** A value before its place in the prose is known: tokens `from` up to `to` of its sentence. */
interface ReadValue extends Omit<MeasuredValue, keyof FactPlace | 'span' | 'sided'>, OwnPlace {
  readonly from: number;
  readonly to: number;
}

/** What a summary gives. Kept with the prose. */
export const valuesInSummary = keptBy((prose: Prose): readonly MeasuredValue[] =>
  sentencesInSummary(prose).flatMap((placed) => valuesIn(placed.sentence).flatMap((value) => (isToCome(placed.sentence, value) ? [] : [placedValue(value, placed, placed.before)]))));

/** "She wants to continue Prozac and to see her for six months": how long something is to go on. */
function isToCome(sentence: Sentence, { unit, from }: ReadValue): boolean {
  return unit.kind === 'time' && hasWord(sentence, 'to-come', 0, from);
}

/** What a rationale tells of its patient in its own words, each a single figure. Kept with the prose. */
export const valuesInRationale = keptBy((prose: Prose): readonly MeasuredValue[] =>
  foundIn(ownSentences(prose), tellingValuesIn, (value, placed) => placedValue(value, placed, noPlace)));

const tellingValuesIn = keptBy((sentence: Sentence): readonly ReadValue[] => valuesIn(sentence).filter(({ plain, likely, upTo }) => (plain || likely) && upTo === null));

/** The value keeps what it was read with: to copy all but some fields costs many times as much. */
function placedValue(value: ReadValue, placed: PlacedSentence, before: FactPlace): MeasuredValue {
  const { regions, sides, dates } = placeBehind(value, before);
  return { ...value, regions, sides, dates, sided: value.ownSides !== undefined, span: placeInProse(placed, value.from, value.to) };
}

const valuesIn = keptBy((sentence: Sentence): readonly ReadValue[] => {
  const { tokens } = sentence;
  if (!tokens.kinds.includes('number') && !tokens.keys.some(isNumberWord)) return [];
  const dates = /\d[/-]|\d,? \d{4}/.test(tokens.text) ? findDates(tokens.text) : [];
  const values: ReadValue[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const amount = isNumberAt(sentence, at) ? readAmount(tokens.text, tokens.starts[at] ?? 0) : null;
    if (!amount) continue;
    const start = tokens.starts[at] ?? 0;
    const date = dates.find(({ span: day }) => day.start <= start && start < day.end);
    const read = date ? null : valueAt(sentence, at, amount);
    if (read) values.push(read);
    const end = date?.span.end ?? amount.end;
    while (at + 1 < tokens.count && (tokens.starts[at + 1] ?? 0) < end) at++;
  }
  return values.length > 0 ? onTheirSides(sentence, values) : values;
});

/** "4.3 ms on the right and 3.1 ms on the left": each with its side, as far as a part of the sentence names two. */
function onTheirSides(sentence: Sentence, values: readonly ReadValue[]): readonly ReadValue[] {
  const { text, tokens } = sentence;
  const sides = findSides(text);
  if (sides.length < 2) return values;
  const partOf = (place: number): number => text.lastIndexOf(';', place);
  return [...new Set(values.map(({ from }) => partOf(tokens.starts[from] ?? 0)))].flatMap((part) => {
    const [own, named] = [values.filter(({ from }) => partOf(tokens.starts[from] ?? 0) === part), sides.filter(({ span: { start } }) => partOf(start) === part)];
    return named.length < 2 ? own : besideTheirSides(tokens, own, named);
  });
}

/** Where each side stands behind its value, the first one behind it, else the last one before it, with no other value between. */
function besideTheirSides({ starts, ends, text }: Sentence['tokens'], values: readonly ReadValue[], sides: readonly Mention<Side>[]): readonly ReadValue[] {
  const startOf = (value: ReadValue | undefined): number => (value ? starts[value.from] ?? 0 : text.length);
  const endOf = (value: ReadValue | undefined): number => (value ? ends[value.to - 1] ?? 0 : 0);
  const within = (first: number, last: number): Mention<Side>[] => sides.filter(({ span: place }) => first <= place.start && place.end <= last);
  const stepsBehind = within(0, startOf(values[0])).length === 0;
  return values.map((value, i) => {
    const [before, behind] = [within(endOf(values[i - 1]), startOf(value)).at(-1), within(endOf(value), startOf(values[i + 1]))[0]];
    const side = stepsBehind ? behind : before ?? behind;
    return side ? { ...value, ownSides: [side.value] } : value;
  });
}

/** A number that stands by itself: not that of "PHQ-9", "L4-5" or "#60". */
function isNumberAt({ tokens }: Sentence, at: number): boolean {
  if (tokens.kinds[at] !== 'number') return isNumberWord(tokens.keys[at] ?? '');
  return !isGlued(tokens, at) && tokens.text[(tokens.starts[at] ?? 0) - 1] !== '#';
}

function valueAt(sentence: Sentence, at: number, amount: Amount): ReadValue | null {
  const { tokens } = sentence;
  const pressure = amount.form === 'parts' ? pressureAt(sentence, at, amount) : null;
  if (pressure) return pressure;
  if (isOfValues('labels', tokens.keys[at - 1] ?? '') || (amount.form === 'parts' && !/^\/(?:5|10|100)$/.test(tokens.text.slice(tokens.ends[at], amount.end)))) return null;
  const whole = wholeOf(tokens, at, amount);
  const unit = whole && unitBehind(sentence, whole.to, { ...amount, end: whole.end });
  if (!unit || unit.kind === 'dose') return null;
  const behind = whole.to + unit.words;
  const { places, ...named } = namedAt(sentence, at, unit, behind);
  if (unit.kind === '' && (named.name.size === 0 || isPronoun(tokens, at) || !isBeside(tokens, at))) return null;
  const [value = 0, upTo = null] = amount.form === 'parts' ? amount.values.slice(0, 1) : amount.values;
  const text = tokens.text.slice(tokens.starts[at], unit.words > 0 ? tokens.ends[behind - 1] : unit.end);
  const place = { from: at, to: Math.max(behind, at + 1) };
  const told = { ...toldAt(sentence, at, behind, places), approximate: isOfValues('approximate', tokens.keys[at - 1] ?? ''), part: partAround(sentence, at, COMMA) };
  return { value, upTo, unit, ...named, ...told, text, sentence, ...place, ...ownPlace(sentence, place) };
}

/** "Blood pressure of 128/82": by its upper value. */
function pressureAt(sentence: Sentence, at: number, { values, end }: Amount): ReadValue | null {
  const { tokens } = sentence;
  const [upper = 0, lower = 0, ...more] = values;
  const isOne = more.length === 0 && upper >= 80 && upper <= 260 && lower >= 40 && lower < upper;
  if (!isOne || !tokens.keys.slice(Math.max(0, at - 5), at).some((key) => key === 'pressure' || key === 'bp')) return null;
  const next = tokens.starts.findIndex((start) => start >= end);
  const place = { from: at, to: next < 0 ? tokens.count : next };
  const told = { ...toldAt(sentence, at, place.to, []), approximate: false, part: partAround(sentence, at, COMMA) };
  return { value: upper, upTo: null, unit: { kind: 'blood pressure', is: 1 }, name: new Set(['pressure']), what: 'blood pressure', initials: 'bp', ...told, text: tokens.text.slice(tokens.starts[at], end), sentence, ...place, ...ownPlace(sentence, place) };
}

/** "The knee is the one that hurts", "each of the two": no figure. */
function isPronoun({ keys, kinds }: Sentence['tokens'], at: number): boolean {
  return kinds[at] === 'word' && (keys[at] === 'one' || OF_WHAT_WAS_NAMED.has(keys[at - 1] ?? ''));
}

const OF_WHAT_WAS_NAMED: ReadonlySet<string> = new Set(['the', 'these', 'those', 'other', 'all', 'any']);

/** The token behind an amount and where it ends: "24 of 30 authorized sessions" goes on to the sessions, "4 of 5" of anything else measures nothing. */
function wholeOf(tokens: Sentence['tokens'], at: number, { end }: Amount): { readonly to: number; readonly end: number } | null {
  let to = at + 1;
  while (to < tokens.count && (tokens.starts[to] ?? 0) < end) to++;
  if (!/^ of (?:the )?\d/.test(tokens.text.slice(end))) return { to, end };
  const unit = unitOfWhole(tokens, to);
  return unit === 0 ? null : { to: unit, end: tokens.ends[unit - 1] ?? end };
}

/** What is measured, as it is written and by its words. */
function namedAt(sentence: Sentence, at: number, unit: MeasureUnit, behind: number): Pick<MeasuredValue, 'name' | 'what' | 'initials'> & { readonly places: readonly number[] } {
  const { tokens } = sentence;
  const places = unit.kind === 'time' ? placesOfTime(tokens, at, behind, partAround(sentence, at, COMMA)[0]) : placesOfName(tokens, at, unit.kind === '' ? null : behind);
  const isOfShare = unit.kind === 'time' && OF_A_SHARE.test(tokens.text.slice(Math.max(0, (tokens.starts[at] ?? 0) - 30), tokens.starts[at]));
  const ownName = isOfShare ? 'relief' : nameByUnit(tokens, at, unit, places.length > 0);
  if (ownName !== null) return { name: new Set([ownName]), what: ownName, initials: '', places: [] };
  const words = places.map((place) => tokens.keys[place] ?? '');
  const what = places.map((place) => tokens.text.slice(tokens.starts[place], tokens.ends[place])).join(' ');
  return { name: new Set(words.map(measureWord)), what, initials: words.length > 1 ? words.map((word) => word.charAt(0)).join('') : '', places };
}

/** What is measured in units of its own, and the weight of somebody "at 231 lb". */
function nameByUnit({ keys, text, ends }: Sentence['tokens'], at: number, { kind }: MeasureUnit, isNamed: boolean): string | null {
  const behind = kind === 'percent' ? text.slice(ends[at], (ends[at] ?? 0) + 50) : '';
  if (kind === 'percent' && OF_THE_BODY.test(behind)) return BODY_SURFACE;
  return OWN_UNITS.has(kind) || (!isNamed && kind === 'weight' && keys[at - 1] === 'at') ? kind : null;
}

/** "Burns of 12 percent of the body surface". */
const OF_THE_BODY = /^ ?(?:%|per ?cent)\s(?:of )?(?:the |his |her |total |whole ){0,2}(?:body|TBSA|BSA)\b/i;
export const BODY_SURFACE = 'body surface';

const OWN_UNITS: ReadonlySet<string> = new Set(['mme', 'pack year', 'tender point', 'cigarette']);

/** "60% x 5 weeks", "70% for two months": so long lasted the relief. */
const OF_A_SHARE = /(?:%|per ?cent)(?: of (?:the|her|his) pain| (?:pain )?relief)?\s(?:x|×|for|lasting)\s$/i;

/** Where the sessions begin of which there were so many: "of 30 authorized sessions"; 0 where none do. */
function unitOfWhole({ keys }: Sentence['tokens'], from: number): number {
  for (let to = from; to < from + 7; to++) if (unitNamed(keys[to] ?? '')?.kind === 'session') return to;
  return 0;
}

interface UnitBehind extends MeasureUnit {
  /** So many tokens the unit takes, and where it ends. */
  readonly words: number;
  readonly end: number;
}

const BARE: MeasureUnit = { kind: '', is: 1 };

/** The unit of an amount: per cent, the most of a rating ("/10"), a word, or nothing; null for an age and a year. */
function unitBehind({ tokens }: Sentence, to: number, { end, form }: Amount): UnitBehind | null {
  const { text, keys } = tokens;
  if (form === 'parts') return { kind: text.slice(text.lastIndexOf('/', end - 1), end), is: 1, words: 0, end };
  const rating = /^ ?(?:\/|out of |on a scale of (?:\d to )?) ?(?:10|ten)\b/.exec(text.slice(end, end + 30));
  if (rating) return { kind: '/10', is: 1, words: 0, end: end + rating[0].length };
  const sign = /^ ?([%°])/.exec(text.slice(end, end + 2));
  if (sign) return { ...(unitNamed(sign[1] ?? '') ?? BARE), words: keys[to] === '°' ? 1 : 0, end: end + sign[0].length };
  if (/^[- ](?:years?|yrs?|y)[-/ ]?(?:old|of age|o\b)/i.test(text.slice(end, end + 16))) return null;
  const glued = /^ ?[a-z]+\/[a-z]+/i.exec(text.slice(end, end + 12));
  const joined = glued ? unitNamed(glued[0].trim().toLowerCase()) : undefined;
  if (joined) return { ...joined, words: 2, end };
  const two = unitNamed(`${keys[to] ?? ''} ${keys[to + 1] ?? ''}`);
  if (two) return { ...two, words: 2, end };
  const one = unitNamed(keys[to] ?? '');
  return one ? { ...one, words: 1, end } : { ...BARE, words: 0, end };
}

/** A bare number measures something only right behind its name: "AHI 41", "a PHQ-9 of nine". */
function isBeside(tokens: Sentence['tokens'], at: number): boolean {
  const { keys, kinds } = tokens;
  return !/^(?:19|20)\d\d$/.test(keys[at] ?? '') && (keys[at - 1] === 'of' || kinds[at + 1] !== 'word' || isOfValues('breaks', keys[at + 1] ?? '')) && nameBefore(tokens, at).length > 0;
}

const COMMA: ReadonlySet<string> = new Set([',']);

/** So many tokens before a value and behind it may make it a limit. */
const BEFORE = 8;
const BEHIND = 2;

/** Whether a value is a plain fact: of this patient, of the present, no limit, no change, and nothing that is asked for, possible or denied. */
function toldAt(sentence: Sentence, at: number, behind: number, name: readonly number[]): Pick<MeasuredValue, 'plain' | 'likely'> {
  if (!isFact(sentence, at, behind, name)) return { plain: false, likely: false };
  // "Twenty degrees of rotation came back."
  const changed = isChanged(sentence, at, Math.max(behind, (name.at(-1) ?? 0) + 1));
  const voice = voiceOf(sentence);
  const plain = !changed && !isGeneral(sentence, at) && voice !== 'general' && voice !== 'request';
  return { plain, likely: !plain && voice !== 'request' && (!changed || sentence.tokens.keys[at - 1] === 'to') };
}

function isFact(sentence: Sentence, at: number, behind: number, name: readonly number[]): boolean {
  const { keys, text, starts } = sentence.tokens;
  if (/(?:[<>≤≥~+−]\s?|\s[-–])$/.test(text.slice(Math.max(0, (starts[at] ?? 0) - 2), starts[at])) || hasWord(sentence, 'others-words') || speaksOfMany(sentence)) return false;
  if (cueBefore(sentence, 'denies-ahead', at, NEAR) !== null) return false;
  // "After 18 sessions" tells of what was done so far.
  if (keys[at - 1] !== 'after' && isElsewhen(sentence, at)) return false;
  const [from, to] = partAround(sentence, at, COMMA);
  if (hasWord(sentence, 'to-come', from, at)) return false;
  const before = keys.slice(Math.max(from, at - BEFORE), at);
  // The "average" of "pure tone average" is what is measured.
  const isAverage = (key: string): boolean => AVERAGES.has(key) && name.length > 1 && name.some((place) => keys[place] === key);
  // "Burned over 12 percent of the body" is no limit.
  const isOver = (key: string): boolean => key === 'over' && OF_THE_BODY.test(text.slice(sentence.tokens.ends[at], (sentence.tokens.ends[at] ?? 0) + 50));
  return !before.some((key) => isOfValues('limits', key) && !isAverage(key) && !isOver(key)) && !keys.slice(behind, Math.min(to, behind + BEHIND)).some((key, i) => isOfValues('limitsBehind', key) && !(key === 'normal' && i > 0 && IS.has(keys[behind + i - 1] ?? '')));
}

/** "An angle of 46 degrees is normal": what it is worth, and no limit. */
const IS: ReadonlySet<string> = new Set(['is', 'was', 'being', 'are', 'were']);

const AVERAGES: ReadonlySet<string> = new Set(['average', 'mean']);

/** Words of a change stand in its part of the sentence. */
function isChanged(sentence: Sentence, at: number, behind: number): boolean {
  const [from, to] = partAround(sentence, at, COMMA);
  return sentence.tokens.keys.slice(from, Math.min(to, behind + BEHIND)).some((key) => isOfValues('changes', key));
}

/** So near a denial is of the value itself: "no period of therapy of six weeks". */
const NEAR = 5;

/** Words of another time that are of something else where they stand behind a value ("a depth of 21 mm asks for a new shell"). */
const OF_OTHERS: ReadonlySet<string> = new Set(['new', 'newer', 'additional', 'repeat', 'repeated', 'further']);

function isElsewhen(sentence: Sentence, at: number): boolean {
  if (!isAnotherTime(sentence, { from: at })) return false;
  const { role, from, to } = clauseAt(sentence.clauses, at) ?? { role: 'main', from: 0, to: sentence.tokens.count };
  if (role === 'condition' || role === 'time') return true;
  return sentence.found.lists.slice(from, to).some((hits, i) => hits.some(({ list }) => list === 'another-time') && !(from + i > at && OF_OTHERS.has(sentence.tokens.keys[from + i] ?? '')));
}

/** Words that make a sentence no guideline's where they stand in a clause behind the value: "a score of 16 speaks for depression, which should be treated first". */
const OF_LATER: ReadonlySet<string> = new Set(['should', 'if', 'unless', 'usually', 'generally', 'typically']);

function isGeneral(sentence: Sentence, at: number): boolean {
  if (!hasWord(sentence, 'speaks-generally')) return false;
  const end = clauseAt(sentence.clauses, at)?.to ?? sentence.tokens.count;
  return sentence.found.lists.some((hits, place) => hits.some(({ list }) => list === 'speaks-generally') && !((place >= end || sentence.tokens.keys[place - 1] === 'that') && OF_LATER.has(sentence.tokens.keys[place] ?? '')));
}
