import { clauseAt } from '../../language/clauses.ts';
import { statementsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import { noPlace, ownPlace, placeBehind, sentencesInSummary, type FactPlace } from '../words/case-places.ts';
import { isOfTheReview } from '../words/case-voice.ts';
import { wordsDenied } from '../words/denied-words.ts';
import type { DeniedUnit } from '../words/denied-unit.ts';
import { isEnded } from '../words/denial-words.ts';
import type { Prose } from '../model.ts';
import { thingsNamed, type Thing } from '../words/named-things.ts';
import { placeInProse } from '../statements.ts';
import { howTold } from './told-things.ts';

/** A sentence of a summary that has all of some words close together. */
export interface ToldWords extends FactPlace {
  readonly how: 'done' | 'maybe' | 'none';
  /** It says that something came to an end. */
  readonly isEnded: boolean;
  /** Nothing stands between them. */
  readonly isAdjacent: boolean;
  readonly sentence: Sentence;
  readonly span: Span;
}

/** So many tokens may lie between the first and the last of the words. */
const CLOSE = 12;

/** The words of a sentence by their stems. */
const stemsIn = keptBy(({ tokens }: Sentence): ReadonlyMap<string, readonly number[]> => {
  const stems = new Map<string, number[]>();
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== 'word') continue;
    const stem = stemOf(tokens.keys[at] ?? '');
    const known = stems.get(stem);
    if (known) known.push(at);
    else stems.set(stem, [at]);
  }
  return stems;
});

/** Tokens `from` up to, not including, `to`. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where a summary has all of some words in one sentence, and what it says of them. */
export function toldTogether(prose: Prose, units: readonly DeniedUnit[], covers: (denied: Thing, told: Thing) => boolean): ToldWords[] {
  if (units.length === 0) return [];
  return sentencesInSummary(prose).flatMap((placed) => {
    const { sentence, before } = placed;
    const places = placesOf(sentence, units, covers);
    if (!places) return [];
    const { from, to } = around(places);
    if (to - from > CLOSE) return [];
    const { keys: told } = sentence.tokens;
    const how = isOfTheReview(sentence) || places.some((each) => isDenied(sentence, each)) ? 'none' : weakest(places.map((each) => howTold(sentence, each.from, each.to)));
    return [{
      sentence, ...placeBehind(ownPlace(sentence, { from, to }), units.every(({ thing }) => thing === null) ? noPlace : before), how, isEnded: told.some((_, at) => isEnded(told, at)),
      isAdjacent: places.every((each, i) => i === 0 || each.from === places[i - 1]?.to), span: placeInProse(placed, from, to),
    }];
  });
}

/** The summary denies it as well: "the spray had never been prescribed", "no spray was given". */
function isDenied(sentence: Sentence, { from, to }: Place): boolean {
  const isBehind = statementsOf(sentence, 'lack').some((lack) => lack.says['denies'] === 'behind' && lack.from >= to && lack.from - to <= BESIDE && clauseAt(sentence.clauses, from) === clauseAt(sentence.clauses, lack.from));
  return isBehind || wordsDenied(sentence).some(({ units }) => units.some((unit) => unit.from <= from && to <= unit.to));
}

/** So few words stand between a thing and a denial behind it. */
const BESIDE = 2;

function weakest(each: readonly ToldWords['how'][]): ToldWords['how'] {
  if (each.includes('none')) return 'none';
  return each.includes('done') ? 'done' : 'maybe';
}

/** Where a sentence has all of some words close together; null where it hasn't. */
export function placesIn(sentence: Sentence, units: readonly DeniedUnit[], covers: (denied: Thing, told: Thing) => boolean): Place | null {
  const places = units.length > 0 ? placesOf(sentence, units, covers) : null;
  const place = places && around(places);
  return place && place.to - place.from <= CLOSE ? place : null;
}

function around(places: readonly Place[]): Place {
  return { from: Math.min(...places.map(({ from }) => from)), to: Math.max(...places.map(({ to }) => to)) };
}

function placesOf(sentence: Sentence, units: readonly DeniedUnit[], covers: (denied: Thing, told: Thing) => boolean): Place[] | null {
  const places: Place[] = [];
  for (const unit of units) {
    const place = placeOf(sentence, unit, covers) ?? within(sentence, unit, units, covers);
    if (!place) return null;
    places.push(place);
  }
  return places;
}

/** "No steroid was injected" and "a steroid injection": a word within the name of what another of the words denies. */
function within(sentence: Sentence, { thing, stem }: DeniedUnit, units: readonly DeniedUnit[], covers: (denied: Thing, told: Thing) => boolean): Place | undefined {
  const at = thing || stem === null ? undefined : stemsIn(sentence).get(stem)?.[0];
  if (at === undefined) return undefined;
  return thingsNamed(sentence).find(({ thing: told, from, to }) => from <= at && at < to && units.some((unit) => unit.thing !== null && covers(unit.thing, told)));
}

function placeOf(sentence: Sentence, unit: DeniedUnit, covers: (denied: Thing, told: Thing) => boolean): Place | undefined {
  const { thing: denied } = unit;
  const named = denied ? thingsNamed(sentence).find(({ thing }) => covers(denied, thing)) : undefined;
  const at = named || unit.stem === null ? undefined : stemsIn(sentence).get(unit.stem)?.find((each) => !unit.thing || !isInThing(sentence, each));
  return named ?? (at === undefined ? undefined : { from: at, to: at + 1 });
}

/** A word within the name of another thing is that thing: the ultrasound of a therapy is no test. */
function isInThing(sentence: Sentence, at: number): boolean {
  return thingsNamed(sentence).some(({ from, to }) => from <= at && at < to);
}
