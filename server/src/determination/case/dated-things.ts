import { hasWord, type Sentence } from '../../language/sentence.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { regionsNamed, type RegionId } from '../../vocabulary/regions.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import type { Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { isOfAName } from './case-history.ts';
import { isOfThisPatient } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { thingsNamed, type NamedThing, type Thing } from '../words/named-things.ts';
import { allSentences, inEach, ownSentences } from '../statements.ts';

/** A test or treatment, or whatever it was, with the day on which it was done: "the MRI of 3/4/2020". Span: that of the day, in the prose's text. */
export interface DatedThing {
  readonly thing: Thing;
  /** The word right before its day. */
  readonly word: Thing | null;
  readonly iso: string;
  readonly text: string;
  readonly regions: readonly RegionId[];
  readonly sides: readonly Side[];
  /** Told as done, of this patient. */
  readonly sure: boolean;
  readonly span: Span;
}

const datedIn = inEach(dated);

/** What a summary dates. Kept with the prose. */
export const datedInSummary = keptBy((prose: Prose) => datedIn(allSentences(prose)));
/** What a rationale dates in its own words. Kept with the prose. */
export const datedInRationale = keptBy((prose: Prose) => datedIn(ownSentences(prose)));
/** Every day that a text names. Kept with the prose. */
export const daysNamed = keptBy(({ text }: Prose): ReadonlySet<string> => new Set(findDates(text).map(({ value }) => value)));

const NEVER_DATED: ReadonlySet<string> = new Set(['drug', 'medication-class', 'gain', 'state', 'structure']);

function dated(sentence: Sentence): DatedThing[] {
  if (!/\d/.test(sentence.text)) return [];
  const dates = findDates(sentence.text);
  if (dates.length === 0) return [];
  const things = thingsNamed(sentence).filter(({ thing: { kind } }) => !NEVER_DATED.has(kind));
  const sure = isOfThisPatient(sentence) && !hasWord(sentence, 'another-time') && !hasWord(sentence, 'earlier-history');
  const place = { regions: regionsNamed(sentence.text), sides: findSides(sentence.text).map(({ value }) => value) };
  return dates.flatMap(({ value, text, span }) => {
    const at = sentence.tokens.starts.findIndex((start) => start >= span.start);
    const thing = thingOf(sentence, things, at) ?? wordBefore(sentence, at) ?? EVENT;
    return [{ thing, word: wordBefore(sentence, at), iso: value, text, ...place, sure: sure && !hasWord(sentence, 'to-come', 0, at), span }];
  });
}

/** What a day is said of that no word says. */
const EVENT: Thing = { id: 'event', kind: 'event', name: 'event' };

const OF_A_DAY: ReadonlySet<string> = new Set(['of', 'dated', 'from', 'on']);

/** "The trial of 2/10/2023": what the word right before says, where no vocabulary knows it. */
function wordBefore({ tokens }: Sentence, at: number): Thing | null {
  const key = tokens.keys[at - 2] ?? '';
  if (!OF_A_DAY.has(tokens.keys[at - 1] ?? '') || tokens.kinds[at - 2] !== 'word' || key.length < 4) return null;
  return { id: `word ${key.replace(/ed$/, '')}`, kind: 'word', name: key };
}

/** So many words may stand between a thing and its day. */
const BETWEEN = 9;

/** The thing that a day is said of: the last one before it, with no other number between. */
function thingOf({ tokens }: Sentence, things: readonly NamedThing[], at: number): Thing | null {
  const named = things.findLast(({ to }) => to <= at);
  if (!named || at - named.to > BETWEEN) return null;
  for (let between = named.to; between < at; between++) if ((tokens.kinds[between] === 'number' && !isOfAName(tokens, between)) || tokens.keys[between] === ';' || tokens.keys[between] === 'and') return null;
  return named.thing;
}
