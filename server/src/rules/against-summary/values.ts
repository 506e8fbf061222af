import { numbersInSummary, historyInRationale } from '../../determination/case/case-history.ts';
import { BODY_SURFACE, valuesInRationale, valuesInSummary, type MeasuredValue } from '../../determination/case/measured-values.ts';
import { thingsNamed, type NamedThing } from '../../determination/words/named-things.ts';
import { placesMeet } from '../../determination/words/parent-words.ts';
import type { Sentence } from '../../language/sentence.ts';
import { regionsRelated } from '../../vocabulary/regions.ts';
import { MONTHS } from '../../vocabulary/dates.ts';
import { findSpinalLevels } from '../../vocabulary/spinal-levels.ts';
import { areOfOneThing } from '../common/covered-things.ts';
import { overlap } from '../../markdown/span.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';
import { isFigure, visitsAdded } from './known-figures.ts';

/** Each measured value that the summary gives otherwise, but for those of the title, and those that rows have read. */
export const values: FactReader = ({ item, reading: { title, sides }, rationale, summary }) => {
  const stated = valuesInRationale(rationale);
  if (stated.length === 0) return [];
  const read = historyInRationale(rationale).filter(isFigure);
  return stated.filter(({ span }) => !read.some((fact) => overlap(fact.span, span))).flatMap((value) => {
    const isSum = /visit|session|treatment/.test(value.text) && visitsAdded(summary).has(value.value);
    const isKnown = isSum || [summary, title].some((prose) => numbersInSummary(prose).has(String(value.value)));
    const contrary = contraryValue(value.sides.length > 0 ? value : { ...value, sides: sides as readonly Side[] }, valuesInSummary(summary), isKnown);
    if (!contrary) return [];
    const { other, slip } = contrary;
    return [{ span: value.span, messageId: 'value', data: { item, what: other.what, stated: value.text, reported: other.text }, ...(slip ? {} : LIKELY), told: other.span }];
  });
};

/** What a summary gives otherwise than a rationale, and whether the one looks like a slip of the other. */
interface ContraryValue {
  readonly other: MeasuredValue;
  /** The same digits in another order, or with the point elsewhere: "6.5" for "5.6", "3.2" for "32". */
  readonly slip: boolean;
}

/**
 * The one value that a summary gives for what a rationale gives another for. Null where the rationale's stands
 * anywhere in the summary or comes of its figures, where the summary has several of the measure, and where it may be of another measure, place or time.
 * @param known whether the summary or the title has the figure, whatever of
 */
function contraryValue(value: MeasuredValue, values: readonly MeasuredValue[], known: boolean): ContraryValue | null {
  const ofKind = values.filter((other) => inOneUnit(value, other));
  const named = ofKind.filter((other) => namesMeet(value, other));
  const ofOtherSide = named.find((other) => isAlike(value, other) && areOpposite(value, other));
  if (known && !ofOtherSide && value.unit.kind !== 'time') return null;
  if (ofKind.some((other) => isAlike(value, other) && other !== ofOtherSide) || comesOf(value, named)) return null;
  const comparable = named.filter((other) => mayBeOne(value, other));
  if (ofOtherSide) return onItsSide(value, comparable);
  const [other, ...others] = comparable.length > 0 ? comparable : ofKind.filter((each) => isSlip(value, each) && isTold(value) && mayBeOne(value, each));
  if (!other || others.some((each) => amount(each) !== amount(other))) return null;
  if (comparable.length === 0 && (ofKind.length > 1 || named.length > 0)) return null;
  if (UNSURE.has(value.unit.kind) && value.unit.kind !== 'time' && !value.name.has(BODY_SURFACE) && ofKind.some((each) => each.unit.kind === value.unit.kind && amount(each) !== amount(other))) return null;
  const slip = isSlip(value, other);
  if (!value.plain) return slip && namesMeet(value, other) && !isRound(value) ? { other, slip: false } : null;
  return slip || isFarFrom(value, other) ? { other, slip } : null;
}

/** Guidelines draw their lines at tens and fives. */
function isRound({ value }: MeasuredValue): boolean {
  return value % 5 === 0;
}

/** Told in a unit in which a summary tells of few things. */
function isTold({ unit: { kind } }: MeasuredValue): boolean {
  return kind !== '' && !UNSURE.has(kind);
}

/** The other side's value, where the summary has one of this side, too. */
function onItsSide(value: MeasuredValue, comparable: readonly MeasuredValue[]): ContraryValue | null {
  const other = comparable.find(({ sides }) => sides.length === 1 && sides[0] === value.sides[0]);
  return other && isFarFrom(value, other) ? { other, slip: true } : null;
}

function areOpposite({ sides: [one, ...others], sided }: MeasuredValue, { sides: [other, ...more], sided: otherSided }: MeasuredValue): boolean {
  return sided && otherSided && others.length + more.length === 0 && ((one === 'left' && other === 'right') || (one === 'right' && other === 'left'));
}

/** Further from it, or from the nearer end of a range, than figures are rounded. */
function isFarFrom(value: MeasuredValue, other: MeasuredValue): boolean {
  const said = amount(value);
  return [amount(other), ...(other.upTo === null ? [] : [other.upTo * other.unit.is])].every((end) => Math.abs(said - end) > 0.1 * Math.max(said, end));
}

/** Units in which a summary tells of so many things that only the name says of which. */
const UNSURE: ReadonlySet<string> = new Set(['time', '/10', '/5', 'point', 'percent']);

function amount({ value, unit }: MeasuredValue): number {
  return value * unit.is;
}

function inOneUnit(one: MeasuredValue, other: MeasuredValue): boolean {
  return one.unit.kind === other.unit.kind || (one.unit.kind === '' && other.unit.kind === 'percent') || (one.unit.kind === 'percent' && other.unit.kind === '');
}

/** The same, as exactly as it is said. */
function isAlike(one: MeasuredValue, other: MeasuredValue): boolean {
  const rounded = one.approximate || other.approximate || one.unit.is !== other.unit.is;
  const ends = [amount(other), ...(other.upTo === null ? [] : [other.upTo * other.unit.is])];
  if (other.upTo !== null && amount(one) >= amount(other) && amount(one) <= other.upTo * other.unit.is) return true;
  return ends.some((end) => Math.abs(end - amount(one)) <= (rounded ? 0.15 : 0.001) * Math.max(end, amount(one)));
}

/** A sum, a difference or a share of what the summary gives. */
function comesOf(value: MeasuredValue, others: readonly MeasuredValue[]): boolean {
  const [amounts, said] = [others.map(amount), amount(value)];
  return amounts.some((one, i) => amounts.some((other, k) => k > i && [one + other, Math.abs(one - other)].some((sum) => Math.abs(sum - said) < 0.05)));
}

/** One of the names holds nothing but words of the other, or is its initials. */
function namesMeet(one: MeasuredValue, other: MeasuredValue): boolean {
  if (one.name.size === 0 || other.name.size === 0 || [...OF_MANY].some((word) => one.name.has(word) !== other.name.has(word))) return false;
  return isWithin(one.name, other.name) || isWithin(other.name, one.name) || one.name.has(other.initials) || other.name.has(one.initials);
}

/** The average of several is another measure than one of them. */
const OF_MANY: ReadonlySet<string> = new Set(['average', 'mean']);

function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const word of one) if (!other.has(word)) return false;
  return true;
}

function mayBeOne(one: MeasuredValue, other: MeasuredValue): boolean {
  const bothSides = [one, other].some(({ sides }) => sides.includes('bilateral'));
  // A time is of the side of the sentence before only where it is said to be.
  const sidesMeet = bothSides || (one.unit.kind === 'time' && !(one.sided && other.sided)) || placesMeet(one.sides, other.sides);
  return sidesMeet && regionsMeet(one, other) && timesMeet(one, other) && levelsMeet(one, other) && (isTold(one) || thingsMeet(one, other));
}

/** What has two words of its name in common is one measure, whatever part of the body its sentences name beside. */
function regionsMeet(one: MeasuredValue, other: MeasuredValue): boolean {
  if ([...one.name].filter((word) => other.name.has(word)).length > 1 || placesMeet(one.regions, other.regions)) return true;
  return one.regions.some((region) => other.regions.some((next) => regionsRelated(region, next)));
}

/** Whole days have to be the same; of a month ("in April") the summary's has to be. */
function timesMeet(one: MeasuredValue, other: MeasuredValue): boolean {
  const [days, others] = [one.dates, other.dates].map((dates) => dates.filter((date) => date !== '?'));
  if (!placesMeet(days ?? [], others ?? [])) return false;
  if (!one.dates.includes('?')) return true;
  const told = timeWords(one);
  return [...timeWords(other), ...(others ?? []).flatMap(wordsOfDay)].some((word) => told.includes(word)) || told.length === 0;
}

function timeWords({ sentence: { tokens } }: MeasuredValue): string[] {
  return tokens.keys.filter((key) => (MONTHS.includes(key) && key !== 'may') || /^(?:19|20)\d\d$/.test(key));
}

function wordsOfDay(date: string): string[] {
  return [MONTHS[Number(date.slice(5, 7)) - 1] ?? '', date.slice(0, 4)];
}

function levelsMeet(one: MeasuredValue, other: MeasuredValue): boolean {
  const [mine, theirs] = [one, other].map(({ sentence }) => findSpinalLevels(sentence.text).flatMap(({ value }) => value.levels));
  return placesMeet(mine ?? [], theirs ?? []);
}

/** What another treatment brought is another value. */
function thingsMeet({ sentence, part: [from, to] }: MeasuredValue, { sentence: otherSentence }: MeasuredValue): boolean {
  const mine = thingsOf(sentence).filter((each) => from <= each.from && each.to <= to);
  const theirs = thingsOf(otherSentence);
  return mine.length === 0 || theirs.length === 0 || mine.some(({ thing }) => theirs.some(({ thing: other }) => areOfOneThing(thing, other)));
}

function thingsOf(sentence: Sentence): readonly NamedThing[] {
  return thingsNamed(sentence).filter(({ thing: { kind } }) => kind !== 'gain' && kind !== 'state');
}

/** The same digits in another order, or with the point elsewhere. */
function isSlip({ value, unit }: MeasuredValue, other: MeasuredValue): boolean {
  if (unit.is !== other.unit.is || value === other.value) return false;
  const [mine, theirs] = [value, other.value].map((each) => digitsOf(each));
  if (mine === undefined || theirs === undefined) return false;
  return mine === theirs ? String(value).includes('.') !== String(other.value).includes('.') : mine.length > 1 && [...mine].sort().join('') === [...theirs].sort().join('');
}

/** The digits of a number without the noughts around them, which only place the point. */
function digitsOf(value: number): string {
  const digits = [...String(value)].filter((digit) => digit !== '.');
  const isOther = (digit: string) => digit !== '0';
  return digits.slice(Math.max(0, digits.findIndex(isOther)), digits.findLastIndex(isOther) + 1).join('');
}
