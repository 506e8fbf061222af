import { partAround } from '../../language/clauses.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { tellsNoFinding, isCommonWord } from '../../vocabulary/everyday.ts';
import type { ClinicalFinding } from '../../vocabulary/findings.ts';
import { isOfValues, measureWord } from '../../vocabulary/measured.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { findSpinalLevels, type SpinalLevels } from '../../vocabulary/spinal-levels.ts';
import { isAnotherTime, isOfThisPatient } from './case-voice.ts';
import type { Prose } from '../model.ts';
import { allSentences, inEach, ownSentences } from '../statements.ts';
import { voiceOf } from './voice.ts';

/** A side or spinal levels that words name, and what they say is there: the words around it that aren't everybody's. Span: in the prose's text. */
export interface PlacedWords {
  readonly side: Side | null;
  readonly levels: SpinalLevels | null;
  /** The findings and the words of its part of the sentence, and the words of all of it. */
  readonly findings: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** The parts of the body that its part of the sentence names. */
  readonly regions: readonly RegionId[];
  /** A finding of this patient as he or she is now, of one place, that nothing denies. */
  readonly plain: boolean;
  /** Told of one side, be it of another time, and not to compare it. */
  readonly told: boolean;
  readonly text: string;
  readonly span: Span;
}

/** What a summary places. Kept with the prose. */
export const placedInSummary = keptBy((prose: Prose): readonly PlacedWords[] => placedIn(allSentences(prose)));

/** What a rationale places in its own words. Kept with the prose. */
export const placedInRationale = keptBy((prose: Prose): readonly PlacedWords[] => placedIn(ownSentences(prose)));

const placedIn = inEach((sentence: Sentence): readonly PlacedWords[] => {
  const [sides, levels] = [findSides(sentence.text), findSpinalLevels(sentence.text)];
  if (sides.length + levels.length === 0) return [];
  const all = wordsOf(sentence, 0, sentence.tokens.count);
  const isOneSide = new Set(sides.map(({ value }) => value)).size === 1;
  const placed = (mention: Mention<unknown>) => ({ ...around(sentence, mention), all, text: mention.text, span: mention.span });
  return [
    ...sides.map((mention) => ({ ...placed(mention), side: mention.value, levels: null })).map((each) => ({ ...each, plain: each.plain && isOneSide, told: each.told && isOneSide })),
    ...levels.map((mention) => ({ ...placed(mention), side: null, levels: mention.value })).map((each) => ({ ...each, plain: each.plain && levels.length === 1 })),
  ];
});

/** The words of the part of the sentence that a place stands in, and whether it states a finding. */
function around(sentence: Sentence, { span }: Mention<unknown>): Pick<PlacedWords, 'near' | 'findings' | 'regions' | 'plain' | 'told'> {
  const { tokens } = sentence;
  const at = Math.max(0, tokens.starts.findIndex((start, i) => start <= span.start && span.start < (tokens.ends[i] ?? 0)));
  const [from, to] = partAround(sentence, at, PARTS);
  return { near: wordsOf(sentence, from, to), findings: findingsOf(sentence, from, to), regions: regionsWithin(sentence, from, to), plain: isPlain(sentence, at, from, to), told: isTold(sentence, at, from, to) };
}

/** What ends the part of a sentence that a finding is told in. */
export const PARTS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')']);

function isTold(sentence: Sentence, at: number, from: number, to: number): boolean {
  const isTool = sentence.tokens.keys.slice(Math.max(from, at - 3), at).some((key) => TOOL.has(key));
  return !isTool && !NOT_TOLD.some((list) => hasWord(sentence, list)) && !hasWord(sentence, 'to-come', from, to) && !sentence.tokens.keys.slice(from, to).some((key) => tellsNoFinding(key) && key !== 'to');
}

const NOT_TOLD = ['beside', 'others-words'] as const;
/** "He put it on with his left hand": the side that does something. */
const TOOL: ReadonlySet<string> = new Set(['with', 'using', 'uses', 'use', 'used', 'hold', 'holds', 'holding', 'carries', 'by']);

/** Whether tokens `from` up to `to`, with the one at `at`, state a finding of this patient as he or she is now. */
export function isPlain(sentence: Sentence, at: number, from: number, to: number): boolean {
  if (!isOfThisPatient(sentence) || hasWord(sentence, 'beside') || hasWord(sentence, 'to-come') || isAnotherTime(sentence, { from: at })) return false;
  if (voiceOf(sentence) !== 'case' || sentence.tokens.keys.slice(from, to).some((key) => tellsNoFinding(key))) return false;
  return !hasWord(sentence, 'earlier-history');
}

/** The parts of the body that tokens name. */
export function regionsWithin(sentence: Sentence, from: number, to: number): readonly RegionId[] {
  return mentionsOf<RegionId>(sentence, 'region', from, to).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}

function findingsOf(sentence: Sentence, from: number, to: number): ReadonlySet<string> {
  return new Set(mentionsOf<ClinicalFinding>(sentence, 'finding', from, to).map(({ value }) => value.id));
}

/** The words that say what something is: findings by their names, other words but for those that any finding, or no finding, has. */
function wordsOf(sentence: Sentence, from: number, to: number): ReadonlySet<string> {
  const { keys, kinds } = sentence.tokens;
  const words = new Set(findingsOf(sentence, from, to));
  for (let at = from; at < to; at++) {
    const key = keys[at] ?? '';
    if (kinds[at] !== 'word' || key.length < 4 || isOfValues('breaks', key) || isCommonWord(key)) continue;
    words.add(measureWord(key));
  }
  return words;
}

