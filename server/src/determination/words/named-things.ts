import { longestPhraseAt, phraseBefore, standsAt, type Found } from '../../language/lexicon.ts';
import { NameSet } from '../../language/name-set.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { once } from '../../vocabulary/phrases.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import { behindPlace } from './case-places.ts';

/**
 * What somebody had, has, or lacks: a treatment, test or drug by its id in the vocabulary, who or what else gives care (`surgeon`, `cures`), or a
 * state of the patient (`diabetes`, `homebound`) or what was gained (`gain-pain`) by the name of its list. `kind`: that of a treatment, `drug`, `care`, `state` or `gain`.
 */
export interface Thing {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** The class of a drug, by the id of its treatment. */
  readonly drugClass?: string;
}

/** A thing at tokens `from` up to `to`. */
export interface NamedThing {
  readonly thing: Thing;
  readonly from: number;
  readonly to: number;
  /** Of a gain ("relief from the injection"): what it comes of, where that is said. */
  readonly of?: readonly Thing[];
}

/** What a sentence names, in order, the longest at each place. Kept with the sentence. */
export const thingsNamed = keptBy((sentence: Sentence): readonly NamedThing[] => {
  const named = [
    ...mentionsOf<Treatment>(sentence, 'treatment').map(({ value, from, to }) => ({ thing: value as Thing, from, to })),
    ...mentionsOf<Drug>(sentence, 'drug').map(({ value, from, to }) => ({ thing: asThing(value), from, to })),
    ...listed(sentence.found),
  ];
  named.sort((one, other) => one.from - other.from || other.to - one.to || Number(one.thing.kind === 'medication-class') - Number(other.thing.kind === 'medication-class'));
  let end = 0;
  return named.filter(({ from, to }) => from >= end && (end = to) > 0);
});

/** Whether a sentence speaks of a picture, in which what lies within the body is seen. */
export function isPictured(sentence: Sentence): boolean {
  return thingsNamed(sentence).some(({ thing: { id, kind } }) => kind === 'imaging' || id === 'imaging');
}

const CARERS: ReadonlySet<string> = new Set([
  'psychologist', 'psychiatrist', 'mental-health-professional', 'surgeon', 'pain-specialist', 'neurologist', 'rheumatologist', 'cardiologist', 'podiatrist', 'dietitian', 'internist', 'ophthalmologist', 'ent', 'gastroenterologist', 'dentist',
]);

/** Somebody who gives care: there only where somebody was seen. */
export function isCarer({ id, kind }: Thing): boolean {
  return kind === 'consultation' || CARERS.has(id);
}

/** A drug as a thing that was taken. */
export function asThing({ generic, class: drugClass }: Drug): Thing {
  return { id: generic, kind: 'drug', name: generic, drugClass };
}

/** The lists of what no vocabulary has: `thing-surgeon`, `state-diabetes`, `seen-stenosis`. */
function listed({ lists, present }: Found): NamedThing[] {
  if (!present.meets(ofThings())) return [];
  return lists.flatMap((hits, from) => hits.filter(({ list }) => isOfThings(list)).map(({ list, length }) => ({ thing: listedThing(list), from, to: from + length })));
}

const PREFIXES: ReadonlySet<string> = new Set(['thing-', 'state-']);

function isOfThings(list: string): boolean {
  return PREFIXES.has(list.slice(0, 6)) || list.startsWith('seen-') || GAINS.has(list);
}

const ofThings = once(() => NameSet.of(isOfThings));

/** What a treatment may bring, as words call it. */
const GAINS: ReadonlyMap<string, string> = new Map([['gain-pain', 'pain relief'], ['gain-score', 'better score'], ['gain-function', 'gain in function'], ['gain-any', 'benefit']]);

/** A gain of any kind. */
export const ANY_GAIN = gainNamed('gain-any');

/** What a message calls a thing whose list has another name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['homebound', 'confinement to the home'], ['rheumatoid', 'inflammatory arthritis'], ['hiv', 'HIV infection'], ['crps', 'CRPS'], ['ptsd', 'PTSD'], ['copd', 'COPD'], ['gi-bleed', 'gastrointestinal bleeding'],
  ['gi-risk', 'gastrointestinal risk'], ['gi-disease', 'gastrointestinal disease'], ['clot', 'thrombosis'], ['cures', 'CURES report'], ['cbt', 'cognitive behavioral therapy'], ['emg', 'EMG'], ['ncs', 'nerve conduction study'],
]);

function listedThing(list: string): Thing {
  if (list.startsWith('seen-')) return { id: list, kind: 'structure', name: list.slice(5).replaceAll('-', ' ') };
  if (GAINS.has(list)) return gainNamed(list);
  const state = stateNamed(list.slice(6));
  return list.startsWith('state-') ? state : { ...state, kind: 'care' };
}

/** A state that somebody may be in: "diabetes", "nausea". */
export function stateNamed(id: string): Thing {
  return { id, kind: 'state', name: NAMES.get(id) ?? id.replaceAll('-', ' ') };
}

/** A gain as a thing that there was, or wasn't. */
export function gainNamed(list: string): Thing {
  return { id: list, kind: 'gain', name: GAINS.get(list) ?? 'benefit' };
}

/** Things in a row, "physical therapy, acupuncture or an injection of the knee", and the token behind them. */
export interface NamedPhrase {
  readonly things: readonly NamedThing[];
  readonly to: number;
}

/**
 * The things that a phrase names which begins at a token; null where it names anything else: "the response to acupuncture", "a second injection"
 * and "therapy notes" are not what was, or wasn't, done.
 */
export function namedAhead(sentence: Sentence, at: number): NamedPhrase | null {
  const things: NamedThing[] = [];
  let end = at;
  for (let start: number | null = at; start !== null; start = joinedAt(sentence, end)) {
    const named = thingAt(sentence, pastModifiers(sentence, start)) ?? (start === at ? pronounAt(sentence, at) : undefined);
    if (!named) break;
    end = past(sentence, pastPlace(sentence, past(sentence, named.to, 'np-behind')), 'np-behind');
    const source = named.thing.kind === 'gain' ? sourceAt(sentence, named.to) : null;
    things.push(source ? { ...named, of: source.of } : named);
    end = source?.to ?? end;
  }
  return things.length > 0 ? { things, to: end } : null;
}

const OF_A_PLACE: ReadonlySet<string> = new Set(['of', 'to', 'for', 'at', 'in', 'into', 'on', 'the', 'space', 'his', 'her', 'this', 'left', 'right', 'both', 'either', 'bilateral', 'spine', 'region', 'area', 'joint']);
const BEHIND_PART: ReadonlySet<string> = new Set(['spine', 'region', 'area', 'joint', 'space']);

/** Past "of the left knee": up to the last part of the body that is named there, and no further. */
export function pastPlace(sentence: Sentence, at: number): number {
  const { tokens, found } = sentence;
  const reach = behindPlace(sentence, at, OF_A_PLACE);
  const part = found.mentions.findLast(({ kind, from, to }) => kind === 'region' && from >= at && to <= reach);
  if (part) return BEHIND_PART.has(tokens.keys[part.to] ?? '') ? part.to + 1 : part.to;
  const level = tokens.keys.findLastIndex((key, i) => i >= at && i <= at + 3 && LEVEL.test(key));
  return level < 0 ? at : level + 1;
}

/** "With it", "from the epidural injection": what a gain comes of, and the token behind; null where nothing of the kind stands there. */
export function sourceAt(sentence: Sentence, at: number): { readonly of: readonly Thing[]; readonly to: number } | null {
  const cause = longestPhraseAt(sentence.found, 'gain-from', at);
  if (cause === undefined) return null;
  const named = namedAhead(sentence, cause);
  if (named) return { of: named.things.map(({ thing }) => thing).filter((thing) => thing !== NAMED_BEFORE), to: pastDate(sentence, named.to) };
  const to = longestPhraseAt(sentence.found, 'gain-from-it', cause);
  return to === undefined ? null : { of: [], to };
}

/** Past "of May 2013", "on 3/4/2020". */
function pastDate({ tokens: { keys, kinds }, found }: Sentence, at: number): number {
  if (keys[at] !== 'of' && keys[at] !== 'in' && keys[at] !== 'on' && keys[at] !== 'from') return at;
  let end = at + 1;
  while (kinds[end] === 'number' || standsAt(found, 'month', end)) end++;
  return end > at + 1 ? end : at;
}

/** So many tokens a phrase before its verb may have. */
const LONGEST_SUBJECT = 16;

/** The things of a phrase that ends right before a token, where it is all that its clause has said: "acupuncture [has not been tried]". */
export function namedBefore(sentence: Sentence, verb: number): NamedPhrase | null {
  const to = beforeRelative(sentence, verb);
  for (let from = Math.max(0, to - LONGEST_SUBJECT); from < to; from++) {
    if (!opensSubject(sentence, from)) continue;
    const phrase = namedAhead(sentence, from);
    if (phrase?.to === to) return phrase;
  }
  return null;
}

/** "A brace, which would be cheap, [was never worn]": where the clause between begins; the token itself where there is none. */
function beforeRelative({ tokens: { keys } }: Sentence, at: number): number {
  if (keys[at - 1] !== ',') return at;
  for (let start = at - 2; start > 0; start--) if (keys[start] === ',') return RELATIVE.has(keys[start + 1] ?? '') ? start : at;
  return at;
}

const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'that', 'though', 'although', 'a', 'an', 'the', 'as', 'however']);

function opensSubject({ tokens, found }: Sentence, at: number): boolean {
  return at === 0 || tokens.kinds[at - 1] === 'mark' || phraseBefore(found, 'subject-opener', at) !== null;
}

/** The thing that begins at a token. */
function thingAt(sentence: Sentence, at: number): NamedThing | undefined {
  return thingsNamed(sentence).find(({ from }) => from === at);
}

/** Stands for what was named before: "none", "such a trial". */
export const NAMED_BEFORE: Thing = { id: 'named-before', kind: 'named-before', name: '' };

/** The word that stands for something named before, where a phrase is no more than that: not the "this" of "this knee". */
function pronounAt({ found }: Sentence, at: number): NamedThing | undefined {
  const to = longestPhraseAt(found, 'np-anaphor', at);
  const isOfPart = found.mentions.some(({ kind, from }) => kind === 'region' && from === to);
  return to === undefined || isOfPart ? undefined : { thing: NAMED_BEFORE, from: at, to };
}

const LEVEL = /^[clts]\d{1,2}$/;
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral', 'both']);

/** Past "a course of supervised", "cervical", "left L5-S1": what may stand before a thing without making it another one. */
function pastModifiers(sentence: Sentence, start: number): number {
  const { tokens, found } = sentence;
  let at = start;
  while (at < tokens.count && !thingAt(sentence, at)) {
    const region = found.mentions.find(({ kind, from }) => kind === 'region' && from === at);
    const key = tokens.keys[at] ?? '';
    const next = region?.to ?? longestPhraseAt(found, 'np-before', at) ?? (SIDES.has(key) || LEVEL.test(key) ? at + 1 : at);
    if (next === at) return at;
    at = next;
  }
  return at;
}

/** Past the phrases of a list from a token on. */
export function past({ found }: Sentence, start: number, list: string): number {
  let at = start;
  for (let next = longestPhraseAt(found, list, at); next !== undefined; next = longestPhraseAt(found, list, at)) at = next;
  return at;
}

/** Where the next thing of a row begins, behind a comma, "or" and the like; null where none follows. */
function joinedAt(sentence: Sentence, at: number): number | null {
  const { tokens, found } = sentence;
  const behindComma = tokens.keys[at] === ',' ? at + 1 : at;
  const joint = longestPhraseAt(found, 'np-joint', behindComma) ?? (behindComma > at ? behindComma : null);
  return joint !== null && thingAt(sentence, pastModifiers(sentence, joint)) ? joint : null;
}
