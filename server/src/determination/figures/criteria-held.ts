import { hasWord, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { span, type Span } from '../../markdown/span.ts';
import { unitNamed } from '../../vocabulary/measured.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import { boundsIn, type Bound } from './bounds.ts';
import { listedPlaces } from '../words/listed-places.ts';
import type { PlacedSentence } from '../statements.ts';

/** A conclusion that a criterion and what is told of the patient do not bear out. Span: of the words that draw it, in the text. */
export interface Misheld {
  readonly span: Span;
  readonly kind: 'bound' | 'one-is-enough' | 'all-are-wanted';
  readonly said: string;
  /** What the patient has, and what is wanted: "34", "30"; empty where criteria are counted. */
  readonly figure: string;
  readonly bound: string;
}

/** So many sentences behind a criterion stands what is concluded from it. */
const REACH = 2;

/**
 * Holds what is concluded of a criterion against the criterion: "A BMI of 30 or more is wanted. Hers is 34. She falls short of that." A sentence that
 * states the criterion, the patient's figures or number of criteria in the next one or two, and words that compare them; nothing where anything else is weighed.
 */
export function misheldCriteria(sentences: readonly PlacedSentence[]): readonly Misheld[] {
  if (!sentences.some(({ sentence }) => isCriterion(sentence))) return [];
  const parts = sentences.flatMap(partsOf);
  return parts.flatMap((rule, i) => (isCriterion(rule.sentence) ? held(rule, parts.slice(i + 1, i + 1 + REACH)) ?? [] : []));
}

/** "Three to eight visits are customary; eight visits go past that": a criterion and what is concluded from it in one sentence are two. */
function partsOf(placed: PlacedSentence): PlacedSentence[] {
  const { sentence, start } = placed;
  const cut = isCriterion(sentence) && VERDICTS.some(([, list]) => sentence.found.present.has(list)) ? BETWEEN_CLAUSES.exec(sentence.text) : null;
  if (!cut) return [placed];
  const behind = cut.index + cut[0].length;
  const parts = [{ sentence: readSentence(`${sentence.text.slice(0, cut.index)}.`), start }, { sentence: readSentence(sentence.text.slice(behind)), start: start + behind }];
  return concludedIn(parts[0]?.sentence ?? sentence) ? [placed] : parts;
}

const BETWEEN_CLAUSES = /;\s|\s?[—–]\s?(?=[a-z])|,\s(?:and|but|so|yet)\s|:\s(?=(?:he|she|his|her|the|with|at)\b)/;

const isCriterion = keptBy((sentence: Sentence): boolean => {
  const { present } = sentence.found;
  const isSaid = ['at-least-before', 'at-least-behind', 'at-most-before', 'at-most-behind', 'limits', 'any-of-them', 'all-of-them'].some((list) => present.has(list));
  return present.has('sets-a-criterion') && (isSaid || hasRange(sentence)) && !hasWord(sentence, 'weighs-more');
});

/** "Four to six visits", "8-10 visits". */
function hasRange(sentence: Sentence): boolean {
  return /\s(?:to|or)\s|\d\s?[-–]\s?\d/.test(sentence.text) && (boundsIn(sentence)?.some(({ upTo, of }) => upTo !== null && of.length > 0) ?? false);
}

type Verdict = 'short' | 'beyond' | 'within';
const VERDICTS: readonly (readonly [Verdict, string])[] = [['short', 'short-of-it'], ['beyond', 'beyond-it'], ['within', 'within-it']];

interface Concluded {
  readonly verdict: Verdict;
  readonly from: number;
  readonly span: Span;
  readonly text: string;
}

function held(rule: PlacedSentence, behind: readonly PlacedSentence[]): Misheld | null {
  for (const [i, { sentence, start }] of behind.entries()) {
    if (hasWord(sentence, 'weighs-more')) return null;
    const concluded = concludedIn(sentence);
    // "Without abstinence the requirement is not met": a ground of its own.
    if (concluded?.verdict === 'short' && hasWord(sentence, 'own-ground')) return null;
    if (!concluded) {
      if (isCriterion(sentence)) return null;
      continue;
    }
    const told = behind.slice(0, i + 1).map((each) => each.sentence);
    const found = byCount(rule.sentence, told, concluded) ?? byFigures(rule.sentence, told, concluded) ?? bySum(rule.sentence, sentence, concluded);
    return found && { ...found, span: span(start + concluded.span.start, start + concluded.span.end), said: concluded.text };
  }
  return null;
}

/** The one comparison that a sentence draws; null where it draws none, or two, or denies it. */
const concludedIn = keptBy((sentence: Sentence): Concluded | null => {
  const drawn = VERDICTS.flatMap(([verdict, list]) => listedPlaces(sentence, list).map((place) => ({ ...place, verdict })));
  // "Stays within" and "within that limit" are one, and so are "does not meet it" and the "meet" in it.
  const [first, ...others] = drawn.sort((one, other) => one.from - other.from).filter((each, i) => i === 0 || each.from >= (drawn[0]?.to ?? 0));
  // "Any one of them suffices" is part of the criterion.
  if (!first || others.length > 0 || isTurned(sentence, first) || hasWord(sentence, 'any-of-them', 0, first.from)) return null;
  const { starts, ends, text } = sentence.tokens;
  const place = span(starts[first.from] ?? 0, ends[first.to - 1] ?? text.length);
  return { verdict: first.verdict, from: first.from, span: place, text: text.slice(place.start, place.end) };
});

/** "Not", "if"; "with those he would exceed that" is no doubt. */
function isTurned(sentence: Sentence, { verdict, from }: { readonly verdict: Verdict; readonly from: number }): boolean {
  const { keys } = sentence.tokens;
  const last = verdict === 'beyond' && keys[from - 1] === 'would' ? from - 1 : from;
  // "The eight that she had already surpass this" is told, too.
  return [1, 2, 3].some((by) => from - by >= 0 && from - by < last && hasWord(sentence, 'turns-it', from - by, from - by + 1) && !(keys[from - by] === 'had' && from - by > 0 && !MARKS.has(keys[from - by - 1] ?? '')));
}

const MARKS: ReadonlySet<string> = new Set([',', ';', 'and', 'or', 'but']);

type Found = Pick<Misheld, 'kind' | 'figure' | 'bound'>;

function byFigures(rule: Sentence, told: readonly Sentence[], { verdict, text }: Concluded): Found | null {
  const wanted = requirements(rule);
  const read = told.map(boundsIn);
  const has = read.flatMap((bounds) => bounds ?? []).filter(({ way }) => way === null);
  if (!wanted || read.includes(null) || has.some(({ upTo }) => upTo !== null)) return null;
  const range = wanted.find(({ upTo, of }) => upTo !== null && has.length === 1 && has[0]?.of.some((name) => of.includes(name)));
  if (range) return byRange(range, has, verdict);
  const ends = wanted.map((bound): Bound => (bound.upTo === null ? bound : verdict === 'within' ? { ...bound, upTo: null, way: 'least' } : verdict === 'short' ? { ...bound, upTo: null, way: 'least' } : { ...bound, value: bound.upTo, upTo: null, way: 'most' }));
  const pairs = ends.map((bound, _, { length }) => ({ bound, figures: has.filter((each) => each.of.some((name) => bound.of.includes(name)) || (length === 1 && has.length === 1 && isUnnamed(each))) }));
  const known = pairs.flatMap(({ bound, figures: [figure, ...others] }) => (figure && others.length === 0 ? [{ bound, figure, isMet: meets(figure.value, bound) }] : []));
  // "Up to 35 hours. Twenty-eight is under that": what is under the most is in order.
  if (verdict === 'short' && UNDER.test(text) && wanted.some(({ way }) => way === 'most')) return null;
  const isAny = hasWord(rule, 'any-of-them');
  const met = known.filter(({ isMet }) => isMet);
  // "Above 40, or above 35 with diabetes": one of two bounds of a kind is enough.
  const unmet = known.filter(({ isMet, bound }) => !isMet && !met.some((other) => other.bound.of.some((name) => bound.of.includes(name))));
  const isWrong = verdict === 'within' ? !isAny && unmet.length > 0
    : verdict === 'beyond' ? known.length === pairs.length && ends.every(({ way }) => way === 'most') && met.length === known.length
      : met.length > 0 && (isAny || (known.length === pairs.length && met.length === known.length));
  const telling = (verdict === 'within' ? unmet : met)[0];
  return isWrong && telling ? { kind: 'bound', figure: String(telling.figure.value), bound: String(telling.bound.value) } : null;
}

const UNDER = /\b(?:below|under|beneath|short|shy)\b/i;

/** "With 32 she stays below that", "hers is 34". */
function isUnnamed({ of }: Bound): boolean {
  return of.every((word) => WHOSE.has(word));
}

const WHOSE = new Set('his hers theirs patient worker member claimant figure value number score result'.split(' '));

/** "Three to eight visits are customary. Eight visits go past that": the one figure of its kind. */
function byRange(range: Bound, has: readonly Bound[], verdict: Verdict): Found | null {
  const [figure, ...others] = has.filter(({ of }) => of.some((name) => range.of.includes(name)));
  if (!figure || others.length > 0 || has.length > 1) return null;
  const [isOver, isUnder] = [figure.value > (range.upTo ?? range.value), figure.value < range.value];
  const isWrong = verdict === 'within' ? isOver || isUnder : verdict === 'beyond' ? !isOver : !isUnder;
  return isWrong ? { kind: 'bound', figure: String(figure.value), bound: `${range.value} to ${range.upTo ?? ''}` } : null;
}

/** "With the ten completed and the six asked for he would exceed that limit": two counts that together are no more than the most that is wanted. */
function bySum(rule: Sentence, concluding: Sentence, { verdict }: Concluded): Found | null {
  const [most, ...others] = requirements(rule) ?? [];
  const [one, two, ...more] = boundsIn(concluding) ?? [];
  if (verdict !== 'beyond' || most?.way !== 'most' || others.length > 0 || !one || !two || more.length > 0 || !hasWord(concluding, 'adds')) return null;
  if ([one, two].some(({ way, upTo, of }) => way !== null || upTo !== null || (unitNamed(of[0] ?? '') !== undefined && !of.some((name) => most.of.includes(name))))) return null;
  const sum = one.value + two.value;
  return sum <= most.value ? { kind: 'bound', figure: String(sum), bound: String(most.value) } : null;
}

/** The bounds of a criterion; a figure beside them without a word of its own ("50% relief for six weeks") is the least, too. Null where none can be told. */
function requirements(rule: Sentence): readonly Bound[] | null {
  const bounds = boundsIn(rule)?.filter(({ of }) => of.length > 0);
  if (!bounds || bounds.length === 0 || !bounds.some(({ way, upTo }) => way !== null || upTo !== null) || bounds.length > 4) return null;
  const isMost = bounds.some(({ way }) => way === 'most');
  if (isMost && bounds.some(({ way }) => way === null)) return null;
  return bounds.map((bound) => ({ ...bound, way: bound.way ?? 'least' }));
}

function meets(value: number, { value: bound, way }: Bound): boolean {
  return way === 'most' ? value <= bound : value >= bound;
}

function byCount(rule: Sentence, told: readonly Sentence[], { verdict }: Concluded): Found | null {
  const [isAny, isAll] = [hasWord(rule, 'any-of-them'), hasWord(rule, 'all-of-them')];
  const counts = told.flatMap(countsIn);
  const [count, ...others] = counts;
  if (isAny === isAll || !count || others.length > 0) return null;
  if (isAny && verdict === 'short' && count.value >= 1 && count.isOnly) return { kind: 'one-is-enough', figure: '', bound: '' };
  return isAll && verdict === 'within' && (count.isOnly || (count.of !== null && count.value < count.of)) ? { kind: 'all-are-wanted', figure: '', bound: '' } : null;
}

/** "Only three of them are documented", "but two of the items", "one of the four". */
function countsIn(sentence: Sentence): { readonly value: number; readonly of: number | null; readonly isOnly: boolean }[] {
  const { tokens, text } = sentence;
  return tokens.keys.flatMap((key, at) => {
    if (!(isNumberWord(key) || tokens.kinds[at] === 'number')) return [];
    const amount = readAmount(text, tokens.starts[at] ?? 0);
    const isOf = tokens.keys[at + 1] === 'of' && OF_CRITERIA.has(tokens.keys[at + 2] ?? '');
    const isNamed = hasWord(sentence, 'criteria-word', at + 1, Math.min(tokens.count, at + 3));
    if (amount?.form !== 'one' || !(isOf || isNamed) || tokens.keys[at - 1] === 'the') return [];
    const of = isOf ? readAmount(text, tokens.starts[at + 3] ?? text.length)?.values[0] ?? null : null;
    return [{ value: amount.values[0] ?? 0, of, isOnly: ONLY.has(tokens.keys[at - 1] ?? '') }];
  });
}

const OF_CRITERIA = new Set(['them', 'the', 'these', 'those', 'which', 'it', 'its']);
const ONLY = new Set(['only', 'but', 'just', 'merely', 'barely']);
