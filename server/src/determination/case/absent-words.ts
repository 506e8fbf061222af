import { partAround } from '../../language/clauses.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { readTokens } from '../../language/tokens.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import type { ClinicalFinding } from '../../vocabulary/findings.ts';
import { once } from '../../vocabulary/phrases.ts';
import { factsOfSummary } from './case-facts.ts';
import { noPlace, ownPlace, placeBehind, sentencesInSummary, type FactPlace } from '../words/case-places.ts';
import { isOfTheReview } from '../words/case-voice.ts';
import { thingsDenied } from '../words/denied-things.ts';
import { stretchesOf, type Part, type Stretch } from '../words/denial-parts.ts';
import { isPaper } from '../words/denial-words.ts';
import { unitOf, wordsDenied } from '../words/denied-words.ts';
import type { DeniedUnit } from '../words/denied-unit.ts';
import type { Prose } from '../model.ts';
import { thingsNamed } from '../words/named-things.ts';
import { PARTS } from '../words/placed-words.ts';
import data from './presence-words.json' with { type: 'json' };
import { placeInProse } from '../statements.ts';

/** What a summary says there isn't, or never was, in any words. Span: in the prose's text, with its denial. */
export interface AbsentWords extends FactPlace {
  /** The words for parts of the body in its own part of the sentence, and the findings of the vocabulary that it names. */
  readonly named: readonly string[];
  readonly findings: readonly string[];
  readonly units: readonly DeniedUnit[];
  readonly text: string;
  readonly span: Span;
}

type ReadAbsence = Pick<AbsentWords, 'units'> & { readonly from: number; readonly to: number };

/** All that a summary denies of this patient. Kept with the prose. */
export const absentInSummary = keptBy((prose: Prose): readonly AbsentWords[] => [...inWords(prose), ...asSigns(prose)]);

/** Signs that it calls absent in words of their own: "sensation intact", "gait normal", "stable on drawer testing". */
function asSigns(prose: Prose): AbsentWords[] {
  return factsOfSummary(prose).filter(({ value }) => value === 'absent').map(({ topic, regions, sides, dates, span }) => ({ units: [], named: [], findings: [topic], regions, sides, dates, text: prose.text.slice(span.start, span.end), span }));
}

function inWords(prose: Prose): AbsentWords[] {
  return sentencesInSummary(prose).flatMap((placed) => absentIn(placed.sentence).map(({ units, from, to }) => {
    const span = placeInProse(placed, from, to);
    const { sentence, before } = placed;
    const isOfAny = sentence.tokens.keys.slice(to).some((key) => OF_ANY.has(key));
    const [first, last] = partAround(sentence, to - 1, PARTS);
    return { units, ...placeBehind(ownPlace(sentence, { from, to }), isOfAny ? noPlace : before), named: partsNamed(sentence, first, last), findings: mentionsOf<ClinicalFinding>(sentence, 'finding').filter((mention) => from <= mention.from && mention.from < to && mention.to >= (units.at(-1)?.to ?? 0)).map(({ value }) => value.id), text: prose.text.slice(span.start, span.end), span };
  }));
}

/** "On any exam", "anywhere". */
const OF_ANY: ReadonlySet<string> = new Set(['any', 'anywhere', 'ever', 'either']);

/** "No muscle spasm on any exam", "prazosin has not been tried", "nightmares are denied". What a denial narrows or weighs is none. */
const absentIn = keptBy((sentence: Sentence): readonly ReadAbsence[] => absencesIn(sentence).map(({ units, from, to }) => ({ units: units.map((unit) => ({ ...unit, key: sentence.tokens.keys[unit.to - 1] ?? '' })), from, to })));

function absencesIn(sentence: Sentence): readonly ReadAbsence[] {
  const said = [
    ...wordsDenied(sentence).filter(({ since, from, to }) => since === undefined && !sentence.tokens.keys.slice(from, to).some((key, i) => key === 'and' && OPENS.has(sentence.tokens.keys[from + i + 1] ?? ''))),
    ...thingsDenied(sentence).filter(({ sure, thing: { kind } }) => sure && kind !== 'gain' && kind !== 'named-before').map(({ thing, from, to }) => ({ units: [{ thing, stem: null, key: '', from, to: thingsNamed(sentence).find((named) => named.thing.id === thing.id && from <= named.from && named.to <= to)?.to ?? to }], from, to })),
  ];
  if (hasWord(sentence, 'of-the-family')) return [];
  if (!sentence.tokens.keys.some((key) => quick().has(key))) return said;
  const stretches = stretchesOf(sentence);
  const before = [...stretches.flatMap(({ parts }) => beforeDenial(sentence, parts)), ...stretches.flatMap(({ parts }, i) => beforeNone(sentence, parts, stretches[i + 1]))];
  if (isOfTheReview(sentence)) return [...said, ...before.filter(({ units, from, to }) => units.every(({ thing }) => thing?.kind === 'state') || mentionsOf(sentence, 'finding', from, to).length > 0)];
  return [...said, ...stretches.flatMap(({ parts }) => behindDenial(sentence, parts)), ...before];
}

/** The words for parts of the body that stand at tokens. */
export function partsNamed(sentence: Sentence, from: number, to: number): readonly string[] {
  return mentionsOf(sentence, 'region', from, to).flatMap((mention) => sentence.tokens.keys.slice(mention.from, mention.to));
}

const phrasesOf = (phrases: readonly string[]) => phrases.map((phrase) => readTokens(phrase).keys);
const absent = once(() => phrasesOf(data.absent));
const denied = once(() => phrasesOf(data.denied));
/** Without any of these words a sentence has none of the phrases. */
const quick = once((): ReadonlySet<string> => new Set([...absent(), ...denied()].map((phrase) => phrase.find((key) => key.length > 1 && !BE.has(key)) ?? '')));
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were']);
const TRANSPARENT: ReadonlySet<string> = new Set(data.transparent);

/** How many tokens of the longest phrase stand at a token; none where no phrase does. */
function lengthAt(keys: readonly string[], at: number, phrases: readonly (readonly string[])[]): number {
  return Math.max(0, ...phrases.filter((phrase) => phrase.every((key, i) => keys[at + i] === key)).map(({ length }) => length));
}

/** "No cough, fever or weight loss": each of what stands behind a denial, up to the first word that says more. */
function behindDenial(sentence: Sentence, parts: readonly Part[]): ReadAbsence[] {
  const { keys } = sentence.tokens;
  const [first, end] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0];
  return keys.slice(first, end).flatMap((_, i) => {
    const at = first + i;
    const length = lengthAt(keys, at, absent());
    return length === 0 ? [] : listed(sentence, parts.filter(({ from }) => from >= at + length), at);
  });
}

/** The things of a list, each with the denial before it. */
function listed(sentence: Sentence, parts: readonly Part[], denial: number): ReadAbsence[] {
  const { keys } = sentence.tokens;
  const lists: Part[][] = [[]];
  for (const part of parts) {
    const last = lists.at(-1);
    const key = keys[part.from] ?? '';
    if (part.is === 'narrows' || part.is === 'weighs' || part.is === 'figure' || part.is === 'gain') return absences(sentence, lists.slice(0, -1), denial);
    if (lists.length > 1 && last?.length === 0 && OPENS.has(key)) break;
    if (part.is === 'or' || part.is === 'comma' || key === 'and') lists.push([]);
    else if (isThrough(keys, part) || part.is === 'place' || key === 'of' || key === 'a' || key === 'an' || key === 'any' || key === 'the') continue;
    else if (part.is === 'unit') last?.push(part);
    else if (last && last.length > 0) break;
    else if (part.is === 'deny') break;
  }
  return absences(sentence, lists, denial);
}

/** "No fracture and a normal joint space": what is there. */
const OPENS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'his', 'her', 'normal', 'positive', 'full', 'good', 'mild', 'moderate', 'severe']);

/** "History of": what stands behind is meant. */
function isThrough(keys: readonly string[], { from, to }: Part): boolean {
  return keys[to] === 'of' && to === from + 1 && (TRANSPARENT.has(keys[from] ?? '') || isPaper(keys[from] ?? ''));
}

function absences(sentence: Sentence, lists: readonly (readonly Part[])[], denial: number): ReadAbsence[] {
  return lists.filter((list) => list.length > 0).map((list) => ({ units: list.map((part) => unitOf(sentence, part)), from: denial, to: list.at(-1)?.to ?? denial }));
}

const NONE: ReadonlySet<string> = new Set(['none', 'nil', 'never', 'no']);

/** "Acupuncture: none": an entry and its colon, behind which nothing else stands. */
function beforeNone(sentence: Sentence, parts: readonly Part[], next: Stretch | undefined): ReadAbsence[] {
  const { keys, kinds, count } = sentence.tokens;
  const none = next?.parts[0]?.from ?? 0;
  const isAlone = none > 0 && NONE.has(keys[none] ?? '') && keys[none - 1] === ':' && (none + 1 >= count || kinds[none + 1] === 'mark');
  const named = parts.filter(({ is }) => is === 'unit');
  const isEntry = parts.every(({ is }) => is === 'unit' || is === 'place' || is === 'silent');
  return isAlone && isEntry && named.length > 0 ? [{ units: named.map((part) => unitOf(sentence, part)), from: named[0]?.from ?? 0, to: none + 1 }] : [];
}

/** "Nightmares and flashbacks are denied", "acupuncture none": what stands before, in the same part of the sentence. */
function beforeDenial(sentence: Sentence, parts: readonly Part[]): ReadAbsence[] {
  const { keys, count } = sentence.tokens;
  const end = parts.find(({ from }) => lengthAt(keys, from, denied()) > 0);
  if (!end) return [];
  const to = end.from + lengthAt(keys, end.from, denied());
  const isEnd = to >= count || sentence.tokens.kinds[to] === 'mark';
  const before = parts.filter((part) => part.to <= end.from);
  const own = before.slice(before.findLastIndex(({ is }) => is === 'comma' || is === 'figure') + 1);
  if (!isEnd || own.some(({ is }) => is === 'deny' || is === 'weighs' || is === 'narrows' || is === 'deed')) return [];
  const lists: Part[][] = [[]];
  for (const part of own) {
    if (keys[part.from] === 'and' || part.is === 'or') lists.push([]);
    else if (part.is === 'unit') lists.at(-1)?.push(part);
  }
  return lists.filter((list) => list.length > 0).map((list) => ({ units: list.map((part) => unitOf(sentence, part)), from: list[0]?.from ?? 0, to }));
}
