import { assertionOf } from '../../language/assertion.ts';
import { clauseAt } from '../../language/clauses.ts';
import { isWithinPhrase, standsAt } from '../../language/lexicon.ts';
import { NameSet } from '../../language/name-set.ts';
import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { once } from '../../vocabulary/phrases.ts';
import { isOfGuideline } from './case-voice.ts';
import { listedPlaces } from './listed-places.ts';
import { ANY_GAIN, NAMED_BEFORE, namedAhead, namedBefore, past, pastPlace, sourceAt, stateNamed, thingsNamed, type NamedPhrase, type NamedThing, type Thing } from './named-things.ts';

/** Something that a sentence says was not done, tried or had, or is not there. Tokens `from` up to `to` hold the denial with its thing. */
export interface DeniedThing extends NamedThing {
  /** Nothing narrows it to a time, a kind or an effect: not "no recent MRI", not "no injection since then". */
  readonly sure: boolean;
  /** What it is for stands behind ("no MRI to look for a cause"), or beside it ("no fever or ulcer"): likely, not certain. */
  readonly loose?: boolean;
  /** It is all that is said: "No GI bleed, no injections." */
  readonly isEntry?: boolean;
}

/** All that a sentence denies. The rows of `lack` say where a denial stands; what it denies is the phrase beside it. Kept with the sentence. */
export const thingsDenied = keptBy((sentence: Sentence): readonly DeniedThing[] => [...turnedStates(sentence), ...statementsOf(sentence, 'lack').flatMap((statement) => deniedBy(sentence, statement))]);

/** "Slim", "sleeps soundly": words of somebody who isn't in a state. */
function turnedStates(sentence: Sentence): DeniedThing[] {
  const { lists, present } = sentence.found;
  if (!present.meets(turned())) return [];
  return lists.flatMap((hits, from) => hits.filter(({ list }) => list.startsWith(TURNED)).flatMap(({ list, length }) => {
    const to = from + length;
    const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
    return denied || possible || conditional || planned ? [] : [{ thing: stateNamed(list.slice(TURNED.length)), from, to, sure: isWide(sentence, from) }];
  }));
}

const TURNED = 'unstate-';
const turned = once(() => NameSet.of((list) => list.startsWith(TURNED)));

function deniedBy(sentence: Sentence, statement: Statement): DeniedThing[] {
  switch (statement.says['denies']) {
    case 'ahead': return ofPhrase(sentence, statement, namedAhead(sentence, statement.to), plainEnd);
    case 'where done': return whereDone(sentence, statement);
    case 'ahead of the request': return ofPhrase(sentence, statement, namedAhead(sentence, statement.to), endOfComing).map((each) => ({ ...each, sure: true, loose: true }));
    case 'behind': return behind(sentence, statement);
    case 'gain': return [{ thing: ANY_GAIN, from: statement.from, to: statement.to, of: [], sure: isWide(sentence, statement.from) && !hasWord(sentence, 'modal', statement.from, statement.to) }];
    case 'named before': return itself(sentence, statement, NAMED_BEFORE);
    case 'gain that': return gainThat(sentence, statement);
    case 'verb': return verbOf(sentence, statement);
    case 'opioid': return itself(sentence, statement, OPIOID);
    case 'gain from': return gainFrom(sentence, statement);
    case 'gain of': return gainOf(sentence, statement);
    case 'health': return isTurned(sentence, statement.from) ? [] : itself(sentence, statement, OTHER_ILLNESS);
    case 'gut': return itself(sentence, statement, GUT_RISK);
    case undefined: default: return [];
  }
}

const OPIOID: Thing = { id: 'opioid', kind: 'medication-class', name: 'opioid' };
const OTHER_ILLNESS: Thing = { id: 'comorbidity', kind: 'state', name: 'other illness' };

const GUT_RISK: Thing = { id: 'gi-risk', kind: 'state', name: 'gastrointestinal risk' };

/** What a statement denies by its own words. */
function itself(sentence: Sentence, { from, to }: Statement, thing: Thing): DeniedThing[] {
  return [{ thing, from, to, sure: isWide(sentence, from) }];
}

/** "He isn't the healthy patient". */
function isTurned({ tokens }: Sentence, from: number): boolean {
  return tokens.keys.slice(Math.max(0, from - 3), from).includes('not');
}

/** Where a denial is over that goes on behind its things; null where they are narrowed there. */
type EndOf = (sentence: Sentence, at: number) => number | null;

function ofPhrase(sentence: Sentence, statement: Statement, phrase: NamedPhrase | null, endOf: EndOf): DeniedThing[] {
  const { from, to: at, says } = statement;
  if (isOfGuideline(sentence, from, at) || isUnsaid(sentence, at)) return [];
  if (!phrase && says['object'] === 'before' && isOfSomebody(sentence, from) && isEnd(sentence, past(sentence, at, 'so-far'))) return itself(sentence, statement, NAMED_BEFORE);
  const to = phrase && endOf(sentence, phrase.to);
  if (!phrase || to === null || speaksOfItself(sentence, from, phrase)) return [];
  const things = says['of'] === undefined ? phrase.things : phrase.things.filter(({ thing, from: place }) => thing.kind === says['of'] && !DEFINITE.has(sentence.tokens.keys[place - 1] ?? ''));
  return things.map((named) => ({ ...named, from, to, ...looseAt(sentence, to), sure: isWide(sentence, from) && !(says['of'] !== undefined && isForATime(sentence, from)) }));
}

/** What a denial is for makes it likely only. */
function looseAt(sentence: Sentence, to: number): { readonly loose?: true } {
  return isPurposeAt(sentence, past(sentence, to, 'so-far')) ? { loose: true } : {};
}

/** "No MRI [to look for a cause]", "no therapy [on which one could build]": what it would be good for, and nothing that would make it another one. */
function isPurposeAt(sentence: Sentence, at: number): boolean {
  if (!standsAt(sentence.found, 'for-a-purpose', at)) return false;
  const mark = sentence.tokens.kinds.indexOf('mark', at);
  const end = mark < 0 ? sentence.tokens.count : mark;
  return !hasWord(sentence, 'narrows-time', at, end) && !hasWord(sentence, 'of-a-course', at, end);
}

/** "No injection has been tried", and in notes "no injection". */
function whereDone(sentence: Sentence, statement: Statement): DeniedThing[] {
  const phrase = namedAhead(sentence, statement.to);
  const read = ofPhrase(sentence, statement, phrase, endOfDeed);
  if (read.length > 0 || !phrase || !isEntry(sentence, statement.from, phrase.to)) return read;
  return ofPhrase(sentence, statement, phrase, (_, at) => at).map((each) => ({ ...each, loose: true, isEntry: true }));
}

/** Whether tokens `from` up to `to` are all that a part of the sentence says: nothing but marks around them, and no verb behind. */
function isEntry(sentence: Sentence, from: number, to: number): boolean {
  const { keys, kinds, count } = sentence.tokens;
  const isBegun = from === 0 || (kinds[from - 1] === 'mark' && keys[from - 1] !== '—' && keys[from - 1] !== '(');
  const end = past(sentence, to, 'so-far');
  const isEnded = end >= count || kinds[end] === 'mark' || isPurposeAt(sentence, end);
  return isBegun && isEnded && keys[end] !== ':' && keys[end] !== '—' && (keys[end] !== ',' || !hasWord(sentence, 'auxiliary', end));
}

/** "A plain film can't show it": what shows nothing is named, and what it doesn't show is not. */
function speaksOfItself(sentence: Sentence, verb: number, { things }: NamedPhrase): boolean {
  if (things.some(({ thing }) => thing !== NAMED_BEFORE)) return false;
  const from = clauseAt(sentence.clauses, verb)?.from ?? 0;
  return thingsNamed(sentence).some((each) => from <= each.from && each.to === verb);
}

/** "She has not been given it": not "the treatment with the best evidence has not been given". */
function isOfSomebody(sentence: Sentence, verb: number): boolean {
  const from = clauseAt(sentence.clauses, verb)?.from ?? 0;
  return hasWord(sentence, 'patient', from, verb) || sentence.tokens.keys.slice(from, verb).some((key) => PERSONS.has(key)) || from === verb;
}

const PERSONS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'who', 'nobody']);

/** "Takes it every day, and the request does not mention it": what is not spoken of is there all the same. */
function isUnsaid({ tokens: { keys } }: Sentence, at: number): boolean {
  return PRONOUNS.has(keys[at] ?? '') && SPEAKS.has(keys[at - 1] ?? '');
}

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'them', 'this', 'that', 'these']);
const SPEAKS: ReadonlySet<string> = new Set(['mention', 'address', 'discuss', 'describe', 'document', 'explain', 'weigh', 'note', 'list', 'report']);

/** "Without a word on the pregnancy": who says "the" tells that it is there. */
const DEFINITE: ReadonlySet<string> = new Set(['the', 'his', 'her', 'their', 'this']);

/** "Twenty months without a seizure": so long, and not ever. */
function isForATime({ tokens: { keys } }: Sentence, from: number): boolean {
  return /^(?:hour|day|night|week|month|year)s?$/.test(keys[from - 1] ?? '');
}

/** "No evidence that the sertraline helps." */
function gainThat(sentence: Sentence, { from, to }: Statement): DeniedThing[] {
  const phrase = namedAhead(sentence, to);
  const end = phrase ? past(sentence, phrase.to, 'helps') : to;
  if (!phrase || end === phrase.to || !isEnd(sentence, past(sentence, end, 'so-far'))) return [];
  return [{ thing: ANY_GAIN, from, to: end, of: phrase.things.filter(({ thing }) => thing !== NAMED_BEFORE).map(({ thing }) => thing), sure: isWide(sentence, from) }];
}

/** "The knee was never injected." */
function verbOf(sentence: Sentence, { from, to, slots: { of } }: Statement): DeniedThing[] {
  const named = thingsNamed(sentence).find(({ to: end }) => end === of?.to);
  return named && isEnd(sentence, past(sentence, pastPlace(sentence, to), 'so-far')) ? [{ ...named, from, to, sure: isWide(sentence, from) }] : [];
}

/** "He did not benefit from therapy." */
function gainFrom(sentence: Sentence, { from, to }: Statement): DeniedThing[] {
  const phrase = namedAhead(sentence, to);
  if (!phrase || !isEnd(sentence, past(sentence, phrase.to, 'so-far'))) return [];
  return [{ thing: ANY_GAIN, from, to: phrase.to, of: phrase.things.map(({ thing }) => thing), sure: isWide(sentence, from) }];
}

/** "Acupuncture did not help." */
function gainOf(sentence: Sentence, { from, to }: Statement): DeniedThing[] {
  const phrase = namedBefore(sentence, from);
  if (!phrase || !isEnd(sentence, past(sentence, to, 'so-far'))) return [];
  return [{ thing: ANY_GAIN, from: phrase.things[0]?.from ?? from, to, of: phrase.things.map(({ thing }) => thing), sure: isWide(sentence, from) }];
}

function behind(sentence: Sentence, { from, to, says }: Statement): DeniedThing[] {
  const phrase = namedBefore(sentence, from);
  if (!phrase || !isEnd(sentence, past(sentence, pastPlace(sentence, to), 'so-far'))) return [];
  return phrase.things.filter(({ thing }) => (thing.kind === 'state') === (says['of'] === 'state')).map((named) => ({ ...named, to, ...looseAt(sentence, to), sure: isWide(sentence, from) }));
}

/** Behind the thing stands nothing more, how far that reaches, or that it was done: "no record that therapy was tried". */
function plainEnd(sentence: Sentence, at: number): number | null {
  const end = past(sentence, at, 'so-far');
  return isEnd(sentence, end) ? end : endOfDeed(sentence, at);
}

/** "No injection has been tried", "no injection so far"; "no injection" alone may be one that isn't asked for. */
function endOfDeed(sentence: Sentence, at: number): number | null {
  const verb = past(sentence, pastOther(sentence, at), 'auxiliary');
  const isDeed = verb > at && standsAt(sentence.found, 'done-to', verb);
  const end = past(sentence, isDeed ? pastPlace(sentence, pastPatient(sentence, past(sentence, verb, 'done-to'))) : at, 'so-far');
  const isSaidToReach = isDeed && hasWord(sentence, 'so-far', verb, end) && end < sentence.tokens.count;
  const source = isDeed ? sourceAt(sentence, end) : null;
  if (source && isEnd(sentence, source.to)) return source.to;
  return end > at && (isEnd(sentence, end) || (isSaidToReach && !standsAt(sentence.found, 'narrows-lack', end))) ? end : null;
}

/** "No psychologist has evaluated [the applicant]". */
function pastPatient(sentence: Sentence, at: number): number {
  const noun = sentence.tokens.keys[at] === 'the' || sentence.tokens.keys[at] === 'this' ? at + 1 : at;
  return past(sentence, noun, 'patient');
}

/** "No reduction in pain [or in medication] was reported." */
function pastOther(sentence: Sentence, at: number): number {
  const { keys, kinds } = sentence.tokens;
  if (keys[at] !== 'or' && keys[at] !== 'nor') return at;
  for (let next = at + 1; next <= at + 5 && kinds[next] === 'word'; next++) if (standsAt(sentence.found, 'auxiliary', next)) return next;
  return at;
}

/** "The request comes before any therapy [was even begun]." */
function endOfComing(sentence: Sentence, at: number): number | null {
  const verb = past(sentence, at, 'auxiliary');
  const end = verb > at ? past(sentence, past(sentence, verb, 'meanwhile'), 'done-to') : at;
  return isEnd(sentence, past(sentence, end, 'so-far')) ? end : null;
}

function isEnd(sentence: Sentence, at: number): boolean {
  return at >= sentence.tokens.count || sentence.tokens.kinds[at] === 'mark' || standsAt(sentence.found, 'goes-on', at) || isPurposeAt(sentence, at);
}

/** Nothing in the clause speaks of a part of the time, or of a part of what could be done. */
function isWide(sentence: Sentence, from: number): boolean {
  const clause = clauseAt(sentence.clauses, from);
  return !isNarrowed(sentence, clause?.from, clause?.to) && clause?.role !== 'condition' && clause?.role !== 'time';
}

/** "No therapy [prior to the request]" is of all the time that there was. */
function isNarrowed(sentence: Sentence, from: number | undefined, to: number | undefined): boolean {
  if (!hasWord(sentence, 'narrows-time', from, to)) return false;
  return listedPlaces(sentence, 'narrows-time').some((place) => place.from >= (from ?? 0) && place.to <= (to ?? sentence.tokens.count) && !isWithinPhrase(sentence.found, 'until-asked', place.from));
}
