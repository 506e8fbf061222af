import type { Span } from '../../markdown/span.ts';
import type { Sentence } from '../../language/sentence.ts';
import type { PlacedSentence } from '../statements.ts';
import { listedPlaces } from '../words/listed-places.ts';

/** A body mass index that the height and the weight beside it do not give. Span: in the text. */
export interface WrongIndex {
  readonly span: Span;
  readonly comes: string;
}

interface Measure {
  readonly value: number;
  readonly span: Span;
}

/** Heights and weights are rounded, and clothes weigh something. */
const ROUNDED = 1.5;
/** Vital signs stand in so many sentences after one another. */
const TOGETHER = 3;

/** Holds each body mass index against the one height and the one weight in its sentence and those around it. */
export function wrongBodyMass(sentences: readonly PlacedSentence[]): readonly WrongIndex[] {
  if (!sentences.some(({ sentence }) => sentence.found.present.has('body-mass'))) return [];
  return sentences.flatMap((placed, at) => {
    const [index, ...others] = indexesIn(placed);
    if (!index || others.length > 0) return [];
    const isWhole = heightsIn(placed.sentence).length > 0 && weightsIn(placed.sentence).length > 0;
    const around = isWhole ? [placed] : sentences.slice(Math.max(0, at - TOGETHER + 1), at + TOGETHER);
    const [heights, weights] = [around.flatMap((each) => heightsIn(each.sentence)), around.flatMap((each) => weightsIn(each.sentence))].map(inOneUnit) as [readonly number[], readonly number[]];
    const [height, weight] = [heights[0], weights[0]];
    if (!height || !weight || heights.length > 1 || weights.length > 1 || around.some(({ sentence }) => hasBareWeight(sentence)) || around.flatMap(indexesIn).length > 1) return [];
    const comes = weight / height ** 2;
    return Math.abs(comes - index.value) <= ROUNDED ? [] : [{ span: index.span, comes: comes.toFixed(1) }];
  });
}

/** "220 lb (100 kg)" is one weight, rounded. */
function inOneUnit(measures: readonly number[]): readonly number[] {
  const [first = 0] = measures;
  return measures.every((each) => Math.abs(each - first) <= 0.02 * first) ? measures.slice(0, 1) : measures;
}

function indexesIn({ sentence, start }: PlacedSentence): Measure[] {
  const { tokens, text } = sentence;
  return listedPlaces(sentence, 'body-mass').flatMap(({ to }) => {
    const near = [0, 1, 2, 3, 4].map((by) => to + by).find((place) => tokens.kinds[place] === 'number');
    const at = near === undefined || !/^[ -]?(?:pounds|lbs?|kg|inch|cm)/i.test(text.slice(tokens.ends[near])) ? near : afterMeasures(tokens, near);
    if (at === undefined || /above|over|below|under|more|less|greater|least|than|goal|would|must|should|need/i.test(text.slice(tokens.starts[to], tokens.starts[at]))) return [];
    const value = Number(tokens.keys[at]);
    return value >= 10 && value <= 90 ? [{ value, span: { start: start + (tokens.starts[at] ?? 0), end: start + (tokens.ends[at] ?? 0) } }] : [];
  });
}

/** "Computed from 165 pounds and 62 inches, is 40.2": the number behind the verb. */
function afterMeasures({ kinds, keys, count }: Sentence['tokens'], from: number): number | undefined {
  for (let at = from + 1; at < count && at < from + 12; at++) if (kinds[at] === 'number' && IS.has(keys[at - 1] ?? '')) return at;
  return undefined;
}

const IS: ReadonlySet<string> = new Set(['is', 'was', 'be', 'at', 'comes to', 'gives', 'yields']);

const FEET = /\b([4-7])\s?(?:['’′]|feet|foot|ft\.?)[ ,-]*(?:(\d{1,2})(?![\d/])(?:["”″]|''| ?in)?)?/gi;
const INCHES = /\b([4-8]\d)[\s-]?(?:inches|inch|in\.|in(?=[,;)]|\s(?:and|tall)|$)|["”″])/gi;
/** "Ht 70, Wt 212": inches and pounds. */
const BARE_HEIGHT = /\b(?:Ht|height)[:.]?\s(?:is\s|of\s|was\s)?([5-7]\d)(?=[,;.)](?!\d)|$)/gi;
const CENTIMETRES = /\b(1[3-9]\d|20\d)\s?cm\b/gi;
const METRES = /\b([12]\.\d{1,2})\s?m(?:et(?:er|re)s?)?\b/gi;

/** Every height in metres. */
function heightsIn({ text }: Sentence): number[] {
  return [
    ...read(text, FEET, (feet, inches) => (feet * 12 + inches) * 0.0254), ...read(text, INCHES, (inches) => inches * 0.0254),
    ...read(text, BARE_HEIGHT, (inches) => inches * 0.0254), ...read(text, CENTIMETRES, (centimetres) => centimetres / 100), ...read(text, METRES, (metres) => metres),
  ];
}

/** "From 170 to 210 pounds". */
const WEIGHTS = /\b\d{2,3} (?:to|and|or|then) \d{2,3}(?:\.\d)?[ -]?(?:pounds|lbs?\b|kilos|kilograms|kgs?\b)/i;
const POUNDS = /\b(\d{2,3}(?:\.\d)?)[ -]?(?:pounds?|lbs?\b)/gi;
const BARE_WEIGHT = /\b(?:Wt|weight)[:.]?\s(?:is\s|of\s|was\s)?([1-4]\d\d)(?=[,;.)](?!\d)|$)/gi;
const KILOGRAMS = /\b(\d{2,3}(?:\.\d)?)[ -]?(?:kilos?|kilograms?|kgs?)\b/gi;

/** Every weight in kilograms, where a sentence speaks of the weight or the height: a limit of lifting is none. */
function weightsIn(sentence: Sentence): number[] {
  if (!sentence.found.present.has('body-size')) return [];
  const inPounds = [POUNDS, BARE_WEIGHT].flatMap((pattern) => read(sentence.text, pattern, (pounds) => pounds * 0.4536));
  return [...inPounds, ...read(sentence.text, KILOGRAMS, (kilograms) => kilograms)].filter((weight) => weight >= 36);
}

/** "He weighed 231 pounds in 2019; in August 2025, 318", "from 170 to 210 pounds": a weight without its unit. */
function hasBareWeight(sentence: Sentence): boolean {
  const { text, tokens: { kinds, keys, ends, count } } = sentence;
  if (weightsIn(sentence).length === 0) return false;
  if (WEIGHTS.test(text)) return true;
  for (let at = 0; at < count; at++) if (kinds[at] === 'number' && /^[1-4]\d\d$/.test(keys[at] ?? '') && isWithoutUnit(text.slice(ends[at]))) return true;
  return false;
}

/** Neither "268 lb" nor "268-page"; "268 in 2014" is. */
function isWithoutUnit(behind: string): boolean {
  return !/^[ -]?[a-z/]/i.test(behind) || /^ (?:in [\dA-Z]|(?:on|at|by|now|then|before|after|when|and)\b)/.test(behind);
}

function read(text: string, pattern: RegExp, inUnit: (first: number, second: number) => number): number[] {
  return [...text.matchAll(pattern)].map(([, first, second]) => inUnit(Number(first), Number(second ?? 0)));
}
