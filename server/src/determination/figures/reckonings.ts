import { isWithinPhrase } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import morphine from '../../vocabulary/morphine-factors.json' with { type: 'json' };
import { reckon, type Reckoning } from '../../vocabulary/products.ts';
import { listedPlaces } from '../words/listed-places.ts';

/** A figure that what stands beside it does not come to. `comes`: what it comes to. Span: in the sentence. */
export interface WrongTotal {
  readonly span: Span;
  readonly comes: string;
  /** It may be made otherwise. */
  readonly isLikely?: boolean;
}

type Figure = Mention<Factor>;

/** So many numbers make up a total; more are a list of something else. */
const MOST_PARTS = 5;
/** So many words stand between "comes to" and the figure. */
const MOST_BETWEEN = 4;
/** A rate stands so near the count that it belongs to it. */
const REACH = 80;

/**
 * The totals of a sentence that the rates, days and doses beside them do not come to: "six hours a day, five days a week for four weeks, for a
 * total of 160 hours". Only what comes out in units is held against a total, and only where every number between belongs to it.
 */
export function wrongTotals(sentence: Sentence): readonly WrongTotal[] {
  const { found, text } = sentence;
  if (!['comes-to', 'in-all', 'lasts', 'morphine-equivalent'].some((list) => found.present.has(list)) && !/[=(:—–]/.test(text)) return [];
  const figures = findFactors(text);
  if (figures.length < 2) return [];
  const explained = figures.flatMap((total, at) => (isExplained(sentence, total, figures[at + 1]) ? wrongBy(sentence, [figures.slice(at + 1, at + 3), figures.slice(at + 1, at + 4)], total) ?? [] : []));
  const totals = new Set([...announced(sentence, figures), ...summedUp(sentence, figures), ...marked(text, figures)]);
  const wrong = [...[...totals].flatMap((total) => wrongTotal(sentence, figures, total) ?? []), ...explained, ...lasting(sentence, figures)];
  return wrong.filter(({ span: { start } }, i) => wrong.findIndex((each) => each.span.start === start) === i);
}

const FACTORS: Readonly<Record<string, readonly number[] | undefined>> = morphine.factors;

/** The figures behind "comes to", "for a total of". */
function announced(sentence: Sentence, figures: readonly Figure[]): Figure[] {
  const said = listedPlaces(sentence, 'comes-to').flatMap(({ from, to }) => (isLimit(sentence, from) ? [] : behind(sentence, figures, to) ?? []));
  // A dose in equivalents is a total wherever it stands, but for a ceiling.
  const equivalents = figures.filter(({ value: { unit, vague }, span: { start } }) => unit === 'med' && !vague && !A_LIMIT.test(sentence.text.slice(Math.max(0, start - 40), start)));
  return [...said, ...equivalents, ...namedEquivalents(sentence, figures)];
}

/** "Hydrocodone 60 mg per day, morphine equivalent dose 90 mg per day": so many milligrams that the words before call equivalents. */
function namedEquivalents(sentence: Sentence, figures: readonly Figure[]): Figure[] {
  return listedPlaces(sentence, 'morphine-equivalent').flatMap(({ to }) => {
    const place = sentence.tokens.starts[sentence.tokens.keys[to] === ':' || sentence.tokens.keys[to] === 'of' || sentence.tokens.keys[to] === '=' ? to + 1 : to];
    return figures.filter(({ value: { unit, vague }, span: { start } }) => unit === 'mg' && !vague && start === place && !A_LIMIT.test(sentence.text.slice(Math.max(0, start - 60), start)));
  });
}

const A_LIMIT = /\b(?:ceiling|limit|threshold|guideline|maximum|max|cap|above|over|below|under|than|exceed|exceeds|exceeding|beyond|to|at|least|between|allow|allows|advis|recommend|page|caution|within)[a-z]{0,8}\b/i;

/** "Out of a maximum total of": what is allowed, not what it comes to. */
function isLimit({ tokens }: Sentence, from: number): boolean {
  const before = tokens.text.slice(Math.max(0, (tokens.starts[from] ?? 0) - 20), tokens.starts[from]);
  return /\b(?:maximum|max|limit|ceiling|allowed|permitted|out of an?|advised)\s(?:\w{1,10}\s)?$/i.test(before);
}

function behind({ tokens }: Sentence, figures: readonly Figure[], at: number): Figure | null {
  const from = tokens.starts[at];
  if (from === undefined) return null;
  const next = figures.find(({ span: place }) => place.start >= from);
  const isNear = next && next.span.start <= (tokens.starts[at + MOST_BETWEEN] ?? Infinity);
  if (isNear && /\b(?:below|above|under|within|less|short|over|beyond|than|against|half|twice|double|another|further|additional)\b/i.test(tokens.text.slice(from, next.span.start))) return null;
  return isNear && !/[,;)]/.test(tokens.text.slice(from, next.span.start).replace(/^,/, '')) ? next : null;
}

/** The figure before "in all", "altogether". */
function summedUp(sentence: Sentence, figures: readonly Figure[]): Figure[] {
  const { starts, text } = sentence.tokens;
  return listedPlaces(sentence, 'in-all').flatMap(({ from }) => {
    const last = figures.findLast(({ span: place }) => place.end <= (starts[from] ?? 0));
    return last && /^[^,;(]{0,12}$/.test(text.slice(last.span.end, starts[from])) ? [last] : [];
  });
}

/** The figure behind "=", and one that a bracket holds by itself: "(30 hours weekly)". */
function marked(text: string, figures: readonly Figure[]): Figure[] {
  return figures.filter(({ span: place }) => {
    const before = text.slice(Math.max(0, place.start - 12), place.start);
    const isAlone = (/\(\s?(?:#|(?:a )?total (?:of )?)?$/i.test(before) || IN_BRACKET.test(text.slice(Math.max(0, place.start - 40), place.start))) && /^\s?(?:in )?(?:total|all|altogether)?\s?\)/.test(text.slice(place.end));
    const isLast = /[:—–-]\s$/.test(before) && /^\s?[.,;]?$/.test(text.slice(place.end, place.end + 2));
    return isAlone || isLast || /=\s?#?$/.test(before);
  });
}

/** "(Total daily dose of", "(for a daily total of". */
const IN_BRACKET = /\(\s?(?:for |i\.e\.,? )?(?:an? |the )?(?:(?:total|daily|weekly|overall) ){1,2}(?:dose|amount|intake|hours|total)?:? ?(?:of |is |= ?)?$/i;

/** What a total should be by the numbers right before it, with the one right behind it where that is the reason ("90 tablets at four a day"). */
function wrongTotal(sentence: Sentence, figures: readonly Figure[], figure: Figure): WrongTotal | null {
  const total = figure.value.unit === null && figure.value.sign ? { ...figure, value: { ...figure.value, unit: 'piece' as const } } : figure;
  const at = figures.indexOf(figure);
  // "Needs it once a week" is how often.
  if ((total.value.unit === 'time' && total.value.per !== null) || total.value.times || (total.value.unit === null && isMeasured(sentence, total.span.end)) || hasOwnRate(sentence, total, figures[at + 1])) return null;
  const before = figures.slice(Math.max(0, at - MOST_PARTS), at);
  // Equivalents are made of doses.
  if (total.value.unit === 'med' && !before.some(({ value: { unit } }) => unit === 'mg' || unit === 'mcg')) return null;
  if (isTaken(sentence, total, figures[at + 1])) return null;
  if (isOfCourses(sentence, before, total)) return null;
  const ways = before.flatMap((_, i) => [before.slice(i), [...before.slice(i), ...given(sentence, total, figures[at + 1])]]);
  const wrong = wrongBy(sentence, ways, total);
  return wrong && isAddedTo(sentence, before, wrong) ? null : wrong;
}

/** "Cyclobenzaprine 10 mg TID": a dose with its own rate is no total of another's. */
function isTaken({ text }: Sentence, { value: { unit, per }, span: place }: Figure, next: Figure | undefined): boolean {
  return unit === 'mg' && per === null && next?.value.unit === 'time' && next.value.per === 'day' && /^,? ?(?:p\.?o\.? )?$/i.test(text.slice(place.end, next.span.start));
}

/** "Another 12 visits (2 x 6) bring the total to 30": the product has its own figure, and is added to what there was. */
function isAddedTo({ tokens: { keys } }: Sentence, before: readonly Figure[], { comes }: WrongTotal): boolean {
  return before.some(({ value: { value, per } }) => !per && String(value) === comes) && keys.some((key) => ADDED.has(key));
}

const ADDED: ReadonlySet<string> = new Set(['another', 'additional', 'further', 'more', 'bring', 'brings', 'bringing', 'raise', 'raises', 'prior', 'previous', 'already', 'completed']);

/** "Twice weekly over 3 weeks and once weekly over 4 weeks, ten visits in all": two products, which are added up. */
function isOfCourses(sentence: Sentence, before: readonly Figure[], total: Figure): boolean {
  if (total.value.unit === 'mg' || total.value.unit === 'med') return listedPlaces(sentence, 'time-of-day').length > 1 || areTwoDrugs(before);
  return before.some((_, i) => i > 0 && reckoned(sentence, before.slice(i), total) !== null && before.slice(0, i).some((__, j) => i - j > 1 && reckoned(sentence, before.slice(j, i), total) !== null));
}

/** "Was given cyclobenzaprine 10 mg TID": the strength of a drug that is named before it, with how often it is taken. */
function hasOwnRate(sentence: Sentence, { value: { unit, per }, span: place }: Figure, next: Figure | undefined): boolean {
  if (unit !== 'mg' || per || next?.value.per !== 'day' || next.span.start - place.end > 2) return false;
  return mentionsOf<Drug>(sentence, 'drug').some(({ to }) => place.start - (sentence.tokens.ends[to - 1] ?? 0) === 1);
}

/** "30 mg three times a day and 15 mg twice a day": two doses, each with its rate. */
function areTwoDrugs(figures: readonly Figure[]): boolean {
  const rated = figures.filter(({ value: { unit } }, i) => unit === 'mg' && figures[i + 1]?.value.per === 'day');
  return rated.length > 1;
}

/** What some figures of a sentence make of what a total counts, where the total is another; null where they agree, or make nothing of that kind. */
export function comesTo(sentence: Sentence, parts: readonly Figure[], total: Factor): string | null {
  if (hasWord(sentence, 'inexact') || hasWord(sentence, 'at-most')) return null;
  const made = parts.flatMap((_, i) => reckon(parts.slice(i).map(({ value }) => value), total) ?? []);
  return made.every(({ agrees }) => !agrees) ? made[0]?.comes ?? null : null;
}

/** What the total should be where it is right in none of the ways that come out. */
function wrongBy(sentence: Sentence, ways: readonly (readonly Figure[])[], total: Figure): WrongTotal | null {
  const made = ways.flatMap((way) => reckoned(sentence, way, total) ?? []);
  const [first] = made;
  return first && made.every(({ agrees }) => !agrees) ? { span: total.span, comes: first.comes } : null;
}

/** "#150, i.e. 4 tablets per day for 30 days", "12 visits (2 times a week for 4 weeks)": what stands behind says how the total is made. */
function isExplained({ text }: Sentence, total: Figure, next: Figure | undefined): boolean {
  const { unit, per, sign, vague } = total.value;
  if (!next?.value.per || per || vague || !(unit === 'session' || unit === 'piece' || unit === 'hour' || (unit === null && sign))) return false;
  return /^[\s,]*(?:[(=:—–]|i\.?e\.?|that is|meaning|or|at|as)[\s,(]*$/i.test(text.slice(total.span.end, next.span.start));
}

function given(sentence: Sentence, total: Figure, next: Figure | undefined): Figure[] {
  // "Make 525 mg, at 0.4 that comes to …": a factor is of what follows.
  return next && !next.value.times && hasWord(sentence, 'given-that', ...tokensOf(sentence, total.span.end, next.span.start)) ? [next] : [];
}

function reckoned(sentence: Sentence, parts: readonly Figure[], total: Figure): Reckoning | null {
  const first = parts[0]?.span.start ?? 0;
  const [from, to] = tokensOf(sentence, Math.min(first, total.span.start), Math.max(parts.at(-1)?.span.end ?? 0, total.span.end));
  // "60 + 60 (40 x 1.5) = 120" adds up what is no product.
  if (sentence.text.slice(Math.max(0, first - REACH), total.span.start).includes('+')) return null;
  if (isSaid(sentence, 'inexact', Math.max(0, from - 2), behindFigure(sentence, to))) return null;
  const isSpelt = parts.some(({ value }) => value.times && value.unit === null);
  const equivalents = isSpelt ? null : equivalentsOf(sentence, total, to);
  if (equivalents?.length === 0) return null;
  const isOfMorphine = equivalents !== null && (total.value.unit === 'mg' || total.value.unit === null);
  return reckon(parts.map(({ value }) => value), isOfMorphine ? { ...total.value, unit: 'med', per: null } : total.value, {
    ...(equivalents ? { equivalents } : {}), roughly: hasWord(sentence, 'roughly', from, to), atMost: isSaid(sentence, 'at-most', Math.max(0, from - 2), behindFigure(sentence, to)),
  });
}

const GOES_ON = new Set(['is', 'are', 'was', 'were', 'which', 'and', 'but', 'far', 'well', 'a', 'so', 'when', 'or', 'exceed', 'exceeds', 'surpasses', 'goes', 'lies', 'cannot', 'has', 'have', 'does', 'do', 'would', 'more', 'this', 'that', 'it']);

/** Three words behind a figure, or up to the comma: ", more than is advised" says nothing of the figure. */
function behindFigure({ tokens }: Sentence, to: number): number {
  const end = Math.min(to + 3, tokens.count);
  for (let at = to; at < end; at++) if (tokens.keys[at] === ',' && (tokens.keys[at + 2] === 'than' || GOES_ON.has(tokens.keys[at + 1] ?? ''))) return at;
  return end;
}

/** "Then", "as needed" among the words; the "up to" of "adds up to" is none. */
function isSaid(sentence: Sentence, list: string, from: number, to: number): boolean {
  return listedPlaces(sentence, list).some((place) => place.from >= from && place.to <= to && !isWithinPhrase(sentence.found, 'comes-to', place.from));
}

/** What the dose is multiplied by where the total is one of morphine equivalents; none where it can't be told, null where it is another. */
function equivalentsOf(sentence: Sentence, total: Figure, to: number): readonly number[] | null {
  const [at] = tokensOf(sentence, total.span.start, total.span.end);
  if (total.value.unit !== 'med' && !hasWord(sentence, 'morphine-equivalent', Math.max(0, at - MOST_BETWEEN - 2), Math.min(to + MOST_BETWEEN, sentence.tokens.count))) return null;
  // Percocet and oxycodone are one.
  const drugs = new Set(mentionsOf<Drug>(sentence, 'drug', 0, at).map(({ value }) => value.generic.split('/')[0]));
  const [only] = drugs;
  return (only !== undefined && drugs.size === 1 && FACTORS[only]) || [];
}

/** "20 mg" is read; "20 blocks", "20 cm" count something that nobody reckons. */
function isMeasured({ tokens }: Sentence, end: number): boolean {
  const at = tokens.starts.findIndex((start) => start >= end);
  return at >= 0 && tokens.kinds[at] === 'word' && !/^(?:in|of|and|not|which|all|altogether|for|so|rather|instead)$/.test(tokens.keys[at] ?? '');
}

/** "#60 would last a month": the count before the word is what the rate and the days come to. */
function lasting(sentence: Sentence, figures: readonly Figure[]): WrongTotal[] {
  const { tokens } = sentence;
  return listedPlaces(sentence, 'lasts').flatMap(({ from, to }) => {
    const start = tokens.starts[from] ?? 0;
    const count = figures.findLast(({ span: place, value }) => place.end <= start && isCount(value));
    const days = aMonth(sentence, to) ?? behind(sentence, figures, to);
    if (!count || !days) return [];
    const others = figures.filter((each) => each !== count && each !== days && each.value.unit !== 'mg' && each.span.start >= count.span.start - REACH);
    const [often, ...more] = others;
    if (!often || more.length > 0 || often.value.per !== 'day') return [];
    const made = reckoned(sentence, [often, days], { ...count, value: { ...count.value, unit: 'piece' } });
    return made && !made.agrees ? [{ span: count.span, comes: made.comes }] : [];
  });
}

function isCount({ unit, per, sign, vague }: Factor): boolean {
  return !per && !vague && (unit === 'piece' || (unit === null && sign === true));
}

/** "A month", which is no number. */
function aMonth({ tokens, text }: Sentence, at: number): Figure | null {
  const noun = /^(?:a|an|the|each|per|every|full)$/.test(tokens.keys[at] ?? '') ? at + 1 : at;
  const unit = tokens.keys[noun];
  if (unit !== 'month' && unit !== 'week') return null;
  const place = span(tokens.starts[at] ?? 0, tokens.ends[noun] ?? 0);
  return { value: { value: 1, unit, per: null }, text: text.slice(place.start, place.end), span: place };
}

/** The tokens that begin at an offset or behind it, up to those that begin before another. */
function tokensOf({ tokens: { starts, count } }: Sentence, from: number, to: number): [number, number] {
  const first = starts.findIndex((start) => start >= from);
  const last = starts.findIndex((start) => start >= to);
  return [first < 0 ? count : first, last < 0 ? count : last];
}
