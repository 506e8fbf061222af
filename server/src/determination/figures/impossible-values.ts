import { standsAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, placeOf, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import { overlap, type Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { findScales, mostDegrees, mostIn } from '../../vocabulary/measures.ts';
import { inEach } from '../statements.ts';

/** A value that no patient can have. `most`: the highest there is; null where the unit is wrong. Span: in the text. */
export interface ImpossibleValue {
  readonly what: string;
  readonly most: number | null;
  readonly span: Span;
  /** Of two figures the first, which must be the higher one, is the lower. */
  readonly isTurned?: true;
}

/** The values in some sentences that no scale or living patient reaches, or that stand in a unit of something else. */
export const impossibleValuesIn = inEach((sentence): readonly ImpossibleValue[] =>
  (/\d/.test(sentence.text) ? [...beyondScales(sentence), ...turnedPairs(sentence), ...beyondRating(sentence), ...measured(sentence), ...beyondMotion(sentence), ...ofTheWhole(sentence)] : []));

/** "PHQ-9 of 31": the number behind the scale, with nothing but words for a score between. */
function beyondScales(sentence: Sentence): ImpossibleValue[] {
  const { tokens, text } = sentence;
  const dates = findDates(text);
  return findScales(text).flatMap(({ value: { name, most, inPercent, ofTwo }, text: said, span: place }) => {
    // "He had 60 visits" names no HADS.
    if (/^[a-z]{1,4}$/.test(said)) return [];
    let at = tokens.starts.findIndex((start) => start >= place.end);
    while (at >= 0 && at < tokens.count && isScoreWord(sentence, at)) at++;
    const number = at >= 0 && tokens.kinds[at] === 'number' ? placeOf(tokens, at, at + 1) : null;
    if (!number || Number(tokens.keys[at]) <= most || dates.some(({ span }) => span.start <= number.start && number.end <= span.end)) return [];
    const behind = text.slice(number.end);
    if ((inPercent && /^\s?(?:%|percent)/.test(behind)) || (ofTwo && /^\/\d/.test(behind))) return [{ what: name, most, span: number }];
    return /^\s?(?:mm|%|percent|patients|years|[-/]\d)/.test(behind) && name !== 'BMI' ? slashed(text, number.end, most, name, number) : [{ what: name, most, span: number }];
  });
}

/** Two figures of two or three digits, which so many characters behind the name of a measure are its own. */
const PAIR = /(?<![\d/])(\d{2,3})\/(\d{2,3})(?![\d/])/;
const NEAR = 40;

/** "A blood pressure of 84/146": the first figure is the higher one. */
function turnedPairs({ text }: Sentence): ImpossibleValue[] {
  return findScales(text).filter(({ value: { ofTwo } }) => ofTwo).flatMap(({ value: { name, most }, span: { end } }): ImpossibleValue[] => {
    const pair = PAIR.exec(text.slice(end, end + NEAR));
    const [upper, lower] = [Number(pair?.[1]), Number(pair?.[2])];
    if (!pair || !(upper < lower) || lower > most) return [];
    const place = { start: end + pair.index, end: end + pair.index + pair[0].length };
    return findDates(text).some((day) => overlap(day.span, place)) ? [] : [{ what: name, most, isTurned: true, span: place }];
  });
}

/** "27/24" is out of a scale all the same; "31%" and "31 patients" are something else. */
function slashed(text: string, end: number, most: number, what: string, span: Span): ImpossibleValue[] {
  return new RegExp(`^/${most}\\b`).test(text.slice(end)) ? [{ what, most, span }] : [];
}

function isScoreWord({ tokens, found }: Sentence, at: number): boolean {
  return /^[(:,]$/.test(tokens.keys[at] ?? '') || standsAt(found, 'score-joint', at);
}

/** "Pain 12/10", "11 out of 10", "strength 6/5"; "on 12/10" is a day. */
function beyondRating(sentence: Sentence): ImpossibleValue[] {
  const { tokens, text } = sentence;
  return tokens.keys.flatMap((key, at): ImpossibleValue[] => {
    const isOutOf = tokens.keys[at + 1] === 'out' && tokens.keys[at + 2] === 'of';
    const bound = isOutOf ? at + 3 : boundOnScale(tokens, at) ?? at + 1;
    const most = Number(tokens.keys[bound]);
    const joined = tokens.kinds[at] === 'number' && (isOutOf || bound > at + 1 || text.slice(tokens.ends[at], tokens.starts[bound]) === '/');
    if (!joined || (most !== 10 && most !== 5) || !(Number(key) > most && Number(key) <= 99) || /^[/-]/.test(text.slice(tokens.ends[bound]))) return [];
    const rated = hasWord(sentence, most === 10 ? 'rated-in-ten' : 'rated-in-five', Math.max(0, at - 5), at);
    const first = text[(tokens.starts[at] ?? 0) - 1] === '-' && tokens.kinds[at - 1] === 'number' ? at - 1 : at;
    if (!rated || !hasWord(sentence, 'before-rating', first - 1, first) || /^\s?(?:mg|of|visits|sessions)/.test(text.slice(tokens.ends[bound]))) return [];
    return [{ what: most === 10 ? 'pain rating' : 'strength grade', most, span: placeOf(tokens, at, bound + 1) }];
  });
}

/** "12 on a scale of 10", "13 on a 0-10 scale": where the most of the scale stands. */
function boundOnScale({ keys, kinds }: Sentence['tokens'], at: number): number | null {
  if (keys[at + 1] !== 'on' && keys[at + 1] !== 'of') return null;
  const end = keys.findIndex((key, i) => i > at + 1 && i <= at + 8 && key === 'scale');
  if (end < 0) return null;
  const last = keys.findLastIndex((_, i) => i > at + 1 && i <= end + 4 && kinds[i] === 'number');
  return last > at + 1 ? last : null;
}

function measured(sentence: Sentence): ImpossibleValue[] {
  return statementsOf(sentence, 'dispute').flatMap(({ says, slots: { measure, amount, unit } }): ImpossibleValue[] => {
    if (says['what'] !== 'measure' || !measure || !amount || !unit || hasWord(sentence, 'motion-word', measure.to, amount.from)) return [];
    const most = mostIn(says['measure'] ?? '', sentence.tokens.keys[unit.from] ?? '');
    if (most !== undefined && Number(amount.text) <= most) return [];
    return [{ what: says['measure'] ?? '', most: most ?? null, span: { start: amount.span.start, end: unit.span.end } }];
  });
}

/** "The neck flexed to 140 degrees", "a motion of 5 to 210 degrees": further than the part that is named before it can move. */
function beyondMotion(sentence: Sentence): ImpossibleValue[] {
  const { tokens } = sentence;
  return tokens.keys.flatMap((key, at): ImpossibleValue[] => {
    if ((key !== 'degree' && key !== 'deg') || tokens.kinds[at - 1] !== 'number' || hasWord(sentence, 'adds-up-motion')) return [];
    const first = rangeFrom(sentence, at - 1);
    if (!hasWord(sentence, 'motion-word', Math.max(0, first - 8), first)) return [];
    const region = mentionsOf<RegionId>(sentence, 'region', Math.max(0, first - 9), first).at(-1)?.value;
    const most = mostDegrees(typeof region === 'string' ? region : undefined);
    return Number(tokens.keys[at - 1]) > most ? [{ what: 'motion', most, span: placeOf(tokens, at - 1, at + 1) }] : [];
  });
}

/** Where the range that ends in a number begins: "5 to 210", "0-215"; the number itself without one. */
function rangeFrom({ tokens: { keys, kinds } }: Sentence, at: number): number {
  if (kinds[at - 1] === 'number') return at - 1;
  return kinds[at - 2] === 'number' && (keys[at - 1] === 'to' || keys[at - 1] === '—') ? at - 2 : at;
}

/** "130% relief": nobody is relieved of more than there was. */
function ofTheWhole(sentence: Sentence): ImpossibleValue[] {
  return statementsOf(sentence, 'dispute').flatMap(({ says, slots: { share } }): ImpossibleValue[] => {
    const isShare = says['what'] === 'relief' && share && /^\s?(?:%|per ?cent)/.test(sentence.text.slice(share.span.end));
    return isShare && Number(share.text) > 100 && Number(share.text) < 1000 ? [{ what: 'relief', most: 100, span: share.span }] : [];
  });
}
