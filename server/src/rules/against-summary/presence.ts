import { absentInSummary, partsNamed, type AbsentWords } from '../../determination/case/absent-words.ts';
import { isQuestion } from '../../determination/case/case-history.ts';
import { noPlace, ownPlace, placeBehind, type FactPlace } from '../../determination/words/case-places.ts';
import type { DeniedUnit } from '../../determination/words/denied-unit.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import type { Thing } from '../../determination/words/named-things.ts';
import { placesMeet } from '../../determination/words/parent-words.ts';
import { presenceOf, type Presence } from '../../determination/case/present-words.ts';
import { allSentences, ownSentences, placeInProse, type PlacedSentence } from '../../determination/statements.ts';
import { placesIn, toldTogether, type Place } from '../../determination/case/told-words.ts';
import { assertionOf } from '../../language/assertion.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import { overlap, type Span } from '../../markdown/span.ts';
import { isCommonWord } from '../../vocabulary/everyday.ts';
import type { ClinicalFinding } from '../../vocabulary/findings.ts';
import { regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { firstOfPlace, LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';
import { isGeneral } from './words.ts';
import { areOfOneThing, coversThing, isWithoutPlace } from '../common/covered-things.ts';
import { thingsOfTitle } from '../common/item-history.ts';

/** What a rationale tells of this patient. Span: in its text. */
interface Present {
  readonly text: string;
  readonly span: Span;
}

/**
 * What a rationale tells as had, done or seen, and the summary says isn't there, in any words: the same thing or word, of the same part of the body, and nothing in the
 * summary that bears the rationale out. The mirror of a denial that is held against what the summary tells (`contraryWords`).
 */
export const presence: FactReader = ({ item, reading, rationale, summary }) => firstOfPlace(absentInSummary(summary).flatMap((absent) => {
  const asked = thingsOfTitle(reading.title);
  const units = neededOf(absent, asked);
  if (!units) return [];
  const covers = coveringWith(asked);
  return ownSentences(rationale).filter(({ sentence }) => !isQuestion(sentence)).flatMap((placed) => presentIn(reading, placed, absent, units, summary, covers)).map(({ span, text }) => ({
    span, messageId: 'told', data: { item, stated: text, reported: absent.text }, ...LIKELY, told: absent.span,
  } as const));
}));

/** The words that a rationale must have, too: of a specific thing the last, of a general one all, side by side. Null where they are too general. */
function neededOf({ units, named, findings }: AbsentWords, asked: readonly Thing[]): readonly DeniedUnit[] | null {
  const head = units.at(-1);
  const things = units.filter(({ thing }) => thing !== null);
  // What is asked for may be called by its last word: "testing" for "neuropsychological testing".
  if (things.length > 0) return things.map((unit) => (asked.some((thing) => unit.thing && areOfOneThing(thing, unit.thing)) ? { ...unit, stem: unit.stem ?? stemOf(unit.key) } : unit));
  if (findings.length > 0) return units;
  if (!head || (units.length === 1 && isGeneralWord(head) && named.length === 0)) return null;
  return isGeneralWord(head) ? units : [head];
}

function isGeneralWord(unit: DeniedUnit): boolean {
  return isGeneral(unit) || (unit.thing === null && isCommonWord(unit.key));
}

/** Whether what is denied covers what is told; of what is asked for the other way round, too. */
type Covers = (denied: Thing, told: Thing) => boolean;

function coveringWith(asked: readonly Thing[]): Covers {
  return (denied, told) => coversThing(denied, told) || (coversThing(told, denied) && asked.some((thing) => areOfOneThing(thing, denied)));
}

function presentIn({ title, regions, sides }: ItemReading, placed: PlacedSentence, absent: AbsentWords, units: readonly DeniedUnit[], summary: Prose, covers: Covers): Present[] {
  const { sentence } = placed;
  const inWords = placesIn(sentence, units, covers);
  const places = inWords ?? findingIn(sentence, absent);
  const how = places && presenceOf(sentence, places.from, places.to);
  if (!places || !how || !isOfKind(how, units, thingsOfTitle(title)) || !isNamedAlike(placed, places, how, absent, units)) return [];
  const own = placeBehind(ownPlace(sentence, { from: how.from, to: places.to }), noPlace);
  const here = { ...own, regions: own.regions.length > 0 ? own.regions : (regions as readonly RegionId[]), sides: own.sides.length > 0 ? own.sides : (sides as readonly Side[]) };
  const isAnywhere = units.some(({ thing }) => thing !== null && isWithoutPlace(thing));
  const isOfPart = absent.findings.length === 0 && units.every(isGeneralWord);
  const isHere = (place: FactPlace): boolean => isAnywhere || (areNear(here, place) && sidesMeet(here, place));
  const isTold = toldTogether(summary, units, covers).some((told) => told.how !== 'none' && !overlap(told.span, absent.span) && (isAnywhere || (placesMeet(here.regions, told.regions) && sidesMeet(here, told) && (told.regions.length > 0 || !isOfPart))));
  if (!isHere(absent) || isTold || ((!inWords || units.length < 2) && isFoundIn(summary, absent))) return [];
  const span = placeInProse(placed, how.from, places.to);
  return [{ text: sentence.text.slice(span.start - placed.start, span.end - placed.start), span }];
}

/** Whether a summary reports the finding anywhere. */
function isFoundIn(summary: Prose, { findings }: AbsentWords): boolean {
  return allSentences(summary).some(({ sentence }) => mentionsOf<ClinicalFinding>(sentence, 'finding').some(({ value, from, to }) => findings.includes(value.id) && !assertionOf(sentence, from, to).denied));
}

/** A finding of the vocabulary by any of its names. */
function findingIn(sentence: Sentence, { findings }: AbsentWords): Place | undefined {
  return findings.length === 0 ? undefined : mentionsOf<ClinicalFinding>(sentence, 'finding').find(({ value }) => findings.includes(value.id));
}

/** What is had, and not only done. */
const STATES: ReadonlySet<string> = new Set(['state', 'structure']);

/** A state is had or seen; what was done, was done; "the oxycodone" is one that is taken, where it isn't asked for. */
function isOfKind({ is }: Presence, units: readonly DeniedUnit[], asked: readonly Thing[]): boolean {
  const kind = units[0]?.thing?.kind;
  if (is === 'thing') return (kind === 'drug' || kind === 'medication-class') && !asked.some((thing) => units.some((unit) => unit.thing && areOfOneThing(thing, unit.thing)));
  return is === 'deed' || kind === undefined || STATES.has(kind);
}

/** Of a general word the part of the body stands with it in both: "no leg pain", "her leg pain"; several stand side by side. */
function isNamedAlike({ sentence }: PlacedSentence, { from, to }: Place, presence: Presence, absent: AbsentWords, units: readonly DeniedUnit[]): boolean {
  if (absent.findings.length > 0 || units.some((unit) => !isGeneralWord(unit))) return true;
  if (units.length > 1) return to - from <= units.length;
  return partsNamed(sentence, presence.from, to).some((part) => absent.named.includes(part));
}

function areNear({ regions }: FactPlace, { regions: others }: FactPlace): boolean {
  return placesMeet(regions, others) || regions.some((region) => others.some((other) => regionsRelated(region, other)));
}

function sidesMeet({ sides }: FactPlace, { sides: others }: FactPlace): boolean {
  return placesMeet(sides, others) || sides.includes('bilateral') || others.includes('bilateral');
}
