import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { isOfThisPatient } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { thingsNamed, type Thing } from '../words/named-things.ts';
import { allSentences, ownSentences, placeInProse, type PlacedSentence } from '../statements.ts';

/** "Has taken Norco since 2009", "zolpidem was begun in March 2015": the year from which something is told to be taken or done. Span: in the prose's text. */
export interface ToldSince {
  readonly thing: Thing | null;
  readonly year: string;
  readonly text: string;
  readonly span: Span;
}

/** From when a summary tells something. Kept with the prose. */
export const sinceInSummary = keptBy((prose: Prose): readonly ToldSince[] => allSentences(prose).flatMap((placed) => told(placed, sinceListed(placed.sentence))));

/** From when a rationale tells something of this patient. Kept with the prose. */
export const sinceInRationale = keptBy((prose: Prose): readonly ToldSince[] => ownSentences(prose).flatMap((placed) => told(placed, isOfThisPatient(placed.sentence) ? readSince(placed.sentence) : [])));

/** Every year that a summary names. Kept with the prose. */
export const yearsNamed = keptBy(({ text }: Prose): ReadonlySet<string> => new Set([...text.matchAll(/(?<!\d)(?:(?:19|20)\d\d|(?<=\d[/-])\d\d)(?!\d)/g)].map(([year]) => (year.length === 2 ? `20${year}` : year))));

function told(placed: PlacedSentence, since: readonly (Omit<ToldSince, 'span' | 'text'> & { readonly from: number; readonly to: number })[]): ToldSince[] {
  const { text, tokens } = placed.sentence;
  return since.map(({ thing, year, from, to }) => ({ thing, year, text: text.slice(tokens.starts[from], tokens.ends[to - 1]), span: placeInProse(placed, from, to) }));
}

/** So many tokens may stand between "since" and its year. */
const TO_YEAR = 4;
/** So many may stand between "started" and its year. */
const TO_BEGIN = 5;
/** So many may stand between what is taken and "since". */
const TO_THING = 9;

const readSince = keptBy((sentence: Sentence) => (hasWord(sentence, 'takes-since') ? since(sentence, false) : []));

/** "Norco since 2011": in a list of drugs nobody says that they are taken. */
const sinceListed = keptBy((sentence: Sentence) => (sentence.tokens.keys.includes('since') || hasWord(sentence, 'takes-since') ? since(sentence, true) : []));

function since(sentence: Sentence, isList: boolean) {
  const { keys, kinds, count } = sentence.tokens;
  return keys.flatMap((key, from) => {
    const opens = key === 'since' || (key === 'in' && keys.slice(Math.max(0, from - TO_BEGIN), from).some((word) => BEGINS.has(word)));
    if (!opens) return [];
    let at = from + 1;
    while (at < count && at <= from + TO_YEAR && kinds[at] !== 'mark' && !isYear(keys[at] ?? '')) at++;
    const first = isList ? Math.max(keys.lastIndexOf(',', from - 2), keys.lastIndexOf(';', from), keys.lastIndexOf('and', from)) : 0;
    const isTaken = hasWord(sentence, 'takes-since', Math.max(0, from - TO_THING), from + 1);
    if (!isYear(keys[at] ?? '') || !(isTaken || isList)) return [];
    const named = thingsNamed(sentence).filter(({ thing: { kind }, from: start, to }) => kind !== 'state' && kind !== 'gain' && to <= from && from - to <= TO_THING && (isTaken || start > first));
    const isIt = keys.slice(Math.max(0, from - TO_THING), from).some((word) => IT.has(word));
    return named.length > 1 || (named.length === 0 && !(isIt && isTaken)) ? [] : [{ thing: named[0]?.thing ?? null, year: keys[at] ?? '', from, to: at + 1 }];
  });
}

function isYear(key: string): boolean {
  return /^(?:19|20)\d\d$/.test(key);
}

const BEGINS: ReadonlySet<string> = new Set(['started', 'begun', 'began', 'initiated', 'commenced', 'introduced', 'prescribed']);
/** What stands for the thing that is asked for. */
const IT: ReadonlySet<string> = new Set(['it', 'this', 'drug', 'medication', 'medicine', 'agent', 'tablet', 'tablets', 'pill', 'pills', 'these', 'patch', 'cream', 'opioid', 'device', 'brace', 'unit']);
