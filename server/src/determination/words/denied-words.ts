import { phraseAt } from '../../language/lexicon.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import { isOfGuideline } from './case-voice.ts';
import { composed } from './composed-things.ts';
import { betweenCommas, stretchesOf, type Part, type Stretch } from './denial-parts.ts';
import { denialPhraseAt, isPaper, isUndone, mayDeny, UNDONE } from './denial-words.ts';
import type { DeniedUnit } from './denied-unit.ts';
import { isCarer } from './named-things.ts';

/** All that one denial is of, in any words. Tokens `from` up to `to` hold the denial with what it denies. */
export interface DeniedWords {
  readonly units: readonly DeniedUnit[];
  readonly from: number;
  readonly to: number;
  /** How things stand, and not what was ever done: "he has no walker". */
  readonly isOfNow: boolean;
  /** Only since the time that tokens tell of from here on: "not tested since [2013]". */
  readonly since?: number;
}

/**
 * What a sentence denies, by composition: each word of the clause either denies, says nothing of what is denied (who, when, that it was done or written
 * down), or is of what is denied. Where a word narrows or weighs, nothing is read. Whether the words that are left mean something, only a text can tell
 * that has all of them. Kept with the sentence.
 */
export const wordsDenied = keptBy((sentence: Sentence): readonly DeniedWords[] => {
  if (!mayDeny(sentence.tokens.keys)) return NONE;
  const stretches = stretchesOf(sentence);
  return stretches.flatMap((stretch, i) => [...readWithRelative(sentence, stretch, stretches[i + 1]), ...readSince(sentence, stretch)]);
});

/** A clause whose relative clause tells which things are meant, is of fewer things than it names. */
function readWithRelative(sentence: Sentence, { parts, role }: Stretch, next: Stretch | undefined): readonly DeniedWords[] {
  const behind = next?.role === 'relative' ? next : undefined;
  if (role !== 'clause' || (behind && !saysNothing(behind, sentence))) return NONE;
  return readStretch(sentence, behind && !behind.parts.some(({ is }) => is === 'unit' || is === 'weighs') ? [...parts, ...behind.parts] : parts);
}

const NONE: readonly never[] = [];

/** "The lungs have not been imaged since she left the hospital": what stands before, of the time that stands behind. */
function readSince(sentence: Sentence, { parts, role }: Stretch): readonly DeniedWords[] {
  const at = parts.findIndex(({ is, from }) => is === 'narrows' && sentence.tokens.keys[from] === 'since');
  if (at < 0 || role !== 'clause') return NONE;
  const [before, since] = [parts.slice(0, at), parts[at]?.to ?? 0];
  const isDenied = before.filter(({ is }) => is === 'deny').length === 1;
  return isDenied ? readParts(sentence, before).filter(({ isOfNow }) => !isOfNow).map((denied) => ({ ...denied, since })) : NONE;
}

/** "No cardiac history that would speak against it" denies the history. */
const SPEAKS_AGAINST: ReadonlySet<string> = new Set(['would', 'could', 'might', 'speak', 'speaks', 'argue', 'tell', 'militate', 'against', 'forbid', 'preclude', 'stand', 'way']);

/** A relative clause of no words of its own: "a test that nobody thought of". */
function saysNothing({ parts }: Stretch, { tokens: { keys } }: Sentence): boolean {
  return parts.every(({ is, from, to }) => (to === from + 1 && SPEAKS_AGAINST.has(keys[from] ?? '')) || is === 'deny' || is === 'silent' || is === 'people' || is === 'deed');
}

/** The clause as a whole, and the part of it between commas that denies, where that isn't one of a list. */
function readStretch(sentence: Sentence, parts: readonly Part[]): DeniedWords[] {
  const denials = parts.filter(({ is }) => is === 'deny');
  const listed = denials.length > 1 ? listedDenials(sentence, parts) : null;
  if (listed) return listed.flatMap((each) => readParts(sentence, each));
  if (denials.filter((each) => !GOES_ON.has(sentence.tokens.keys[each.from] ?? '')).length > 1 || denials.length === 0) return [];
  const own = betweenCommas(parts);
  const isLess = own !== null && own.length < parts.filter(({ is }) => is !== 'comma').length && !parts.some(({ is }) => is === 'narrows');
  const agent = byWhom(sentence, parts);
  return [...(isSpreadOut(parts) ? [] : readParts(sentence, parts)), ...(isLess ? readParts(sentence, own) : []), ...(agent ? readParts(sentence, agent) : [])];
}

/** "There was no brace, no splint and no therapy", "nowhere to be seen: no toxicology, no contract": each by itself; null where anything else stands between. */
function listedDenials({ tokens: { keys } }: Sentence, parts: readonly Part[]): readonly Part[][] | null {
  const first = parts.findIndex(({ is }) => is === 'deny');
  const lists: Part[][] = [];
  for (const part of parts.slice(first)) {
    if (part.is === 'deny') lists.push([...parts.slice(0, first), part]);
    else if (part.is !== 'comma' && part.is !== 'or' && keys[part.from] !== 'and') lists.at(-1)?.push(part);
  }
  const isList = parts.slice(0, first).every(({ is }) => is === 'deed' || is === 'silent' || is === 'people') && parts.every(({ is, from }) => is !== 'deny' || LISTED.has(keys[from] ?? ''));
  const isNamed = lists.every((list) => list.some(({ thing }) => thing !== null) && list.every(({ is, thing }) => is !== 'unit' || thing !== null));
  return isList && isNamed ? lists.map((list) => (first === 0 ? [...list, ON_FILE] : list)) : null;
}

const LISTED: ReadonlySet<string> = new Set(['no', 'nor', 'neither', 'without']);
/** A list of things that are not there is one of what wasn't done. */
const ON_FILE: Part = { is: 'deed', from: 0, to: 0, thing: null };

/** Things before a comma are no part of a denial that has its own behind: "she is in a boot, lacks strength". */
function isSpreadOut(parts: readonly Part[]): boolean {
  const denial = parts.findIndex(({ is }) => is === 'deny');
  const comma = parts.findLastIndex(({ is }, i) => is === 'comma' && i < denial);
  return comma >= 0 && parts.slice(0, comma).some(({ is }) => is === 'unit') && parts.slice(comma).some(({ is }) => is === 'unit');
}

/** "The tendon has at no point been looked at by ultrasound": a passive clause from its denial on; null for any other. */
function byWhom({ tokens: { keys } }: Sentence, parts: readonly Part[]): readonly Part[] | null {
  const denial = parts.findIndex(({ is }) => is === 'deny');
  const by = parts.findIndex(({ from }, i) => i > denial && (keys[from] === 'by' || keys[from] === 'with'));
  const isPassive = by > 0 && parts[by - 1]?.is === 'deed' && parts.slice(by).some(({ is }) => is === 'unit') && parts.slice(0, denial).some(({ is }) => is === 'unit');
  return isPassive && !parts.some(({ is }) => is === 'narrows' || is === 'comma') ? parts.slice(denial) : null;
}

/** "Neither … nor" is one denial. */
const GOES_ON: ReadonlySet<string> = new Set(['nor', 'neither']);

function readParts(sentence: Sentence, all: readonly Part[]): DeniedWords[] {
  const { tokens: { keys }, found } = sentence;
  const first = all.findIndex(({ is }) => is === 'deny');
  const parts = keys[all[first]?.from ?? 0] === 'without' ? all.slice(first) : all;
  const to = parts.at(-1)?.to ?? 0;
  const denial = all[first];
  if (!denial || isOfGuideline(sentence, denial.from, denial.to) || parts.some((part, i) => isOther(sentence, part, parts[i - 1]) && !isNeedOfAnyTime(keys, part, parts)) || hasFinding(sentence, parts)) return [];
  const isPlain = !PLAIN.has(keys[denial.from] ?? '') || parts.some((part) => part.is === 'deed' || (part.is === 'unit' && isParticiple(keys[part.to - 1]))) || isOnIt(keys, denial);
  if (!isPlain || phraseAt(found, 'denies-nothing', denial.from)) return [];
  if (isHabit(keys, denial) || isElliptic(keys, denial, to)) return [];
  const isOfNow = !parts.some((part) => OF_ANY_TIME.has(keys[part.from] ?? '') || (part.is === 'unit' && !part.thing && isParticiple(keys[part.from])));
  if (isOfNow && saysThatIs(keys, parts)) return [];
  return alternatives(sentence, parts).map(composed).map((units) => ({
    units, from: Math.min(denial.from, units[0]?.from ?? to), to: Math.max(denial.to, units.at(-1)?.to ?? 0, lastDeed(parts)), isOfNow,
  }));
}

/** "She has not needed steroids at any time": she had none. */
function isNeedOfAnyTime(keys: readonly string[], { from }: Part, parts: readonly Part[]): boolean {
  // "A unit on trial" is one that was tried.
  if (keys[from] === 'trial' && keys[from - 1] === 'on') return true;
  // "He had no need of prednisone."
  if (keys[from] === 'need' && keys[from - 1] === 'no' && keys[from - 2] === 'had') return true;
  return (keys[from] === 'needed' || keys[from] === 'required') && parts.some((part) => keys[part.from] === 'never' || keys[part.from] === 'ever' || keys.slice(part.from, part.to).join(' ') === 'at any time');
}

/** A sign or a diagnosis that is no thing of its own. */
function hasFinding(sentence: Sentence, parts: readonly Part[]): boolean {
  const findings = mentionsOf(sentence, 'finding', parts[0]?.from, parts.at(-1)?.to);
  return findings.some(({ from, to }) => !parts.some((part) => part.thing !== null && part.from <= from && to <= part.to));
}

/** "He does not use the brace": what he does now, and not what he had. */
function isHabit(keys: readonly string[], { from, to }: Part): boolean {
  return keys[from] === 'not' && (keys[from - 1] === 'do' || keys[from - 1] === 'doe') && HABITS.has(keys[to] ?? '');
}

/** "She isn't on an NSAID." */
function isOnIt(keys: readonly string[], { from, to }: Part): boolean {
  return keys[from] === 'not' && (keys[to] === 'on' || keys[to] === 'currently') && BE.has(keys[from - 1] ?? '');
}

const BE: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'remains']);

/** "A mason lifts all day; a clerk does not": what is denied stands before. */
function isElliptic(keys: readonly string[], denial: Part, end: number): boolean {
  return denial.to >= end && keys[denial.from] === 'not' && DOES.has(keys[denial.from - 1] ?? '');
}

const DOES: ReadonlySet<string> = new Set(['do', 'doe', 'did']);
const HABITS: ReadonlySet<string> = new Set(['use', 'wear', 'take', 'need', 'own', 'keep', 'attend', 'see', 'want', 'do', 'perform', 'have', 'receive', 'participate', 'visit', 'apply', 'try', 'go']);

/** "No record that the exercises are performed": of a habit, and not of what there was. */
function saysThatIs(keys: readonly string[], parts: readonly Part[]): boolean {
  const that = parts.findIndex(({ from }) => keys[from] === 'that');
  return that >= 0 && parts.slice(that).some(({ from }) => keys[from] === 'is' || keys[from] === 'are');
}

/** Words that deny alone only where something is said to be done or had: "no acupuncture" may be one that isn't asked for. */
const PLAIN: ReadonlySet<string> = new Set(['not', 'no', 'never', 'nor', 'neither', 'none', 'nobody', 'nothing', 'nowhere', 'without', 'at', 'on', 'in', 'any', 'zero', 'a', 'an', 'the']);
const OF_ANY_TIME: ReadonlySet<string> = new Set(['never', 'ever', 'been', 'did', 'had', 'was', 'were', 'having', 'yet', 'at', 'to', 'so', 'thus', 'hitherto', 'nobody']);

function isParticiple(key = ''): boolean {
  return key.length > 4 && key.endsWith('ed');
}

/** What weighs, counts, or speaks of papers on a thing: "no therapy notes". */
function isOther({ tokens: { keys } }: Sentence, part: Part, before: Part | undefined): boolean {
  return part.is === 'weighs' || part.is === 'gain' || part.is === 'narrows' || part.is === 'figure' || (part.is === 'deed' && before?.is === 'unit' && part.to === part.from + 1 && isPaper(keys[part.from] ?? ''));
}

function lastDeed(parts: readonly Part[]): number {
  return parts.findLast(({ is }) => is === 'deed')?.to ?? 0;
}

/** "Acupuncture or an injection": each is denied. A word that only goes before another is none of them: "physical or occupational therapy". */
function alternatives(sentence: Sentence, parts: readonly Part[]): DeniedUnit[][] {
  const lists: DeniedUnit[][] = [[]];
  const hasAlternatives = parts.some(({ is }) => is === 'or');
  const { keys } = sentence.tokens;
  const isEach = parts.some(({ is, from }) => is === 'deny' && PASSED_BY.has(keys[from] ?? ''));
  for (const part of parts) {
    if (part.is === 'or' || (part.is === 'comma' && hasAlternatives) || (isEach && keys[part.from] === 'and')) lists.push([]);
    else if ((part.is === 'unit' && !isTeller(sentence, part, parts) && !isPurpose(keys, part, parts)) || (part.is === 'deny' && isUndone(sentence.tokens.keys[part.from] ?? '') && !denialPhraseAt(sentence.tokens.keys, part.from))) lists.at(-1)?.push(unitOf(sentence, part));
  }
  const isWhole = (units: readonly DeniedUnit[]) => units.some(({ thing }) => thing !== null) || !MODIFIER.test(sentence.tokens.keys[units.at(-1)?.from ?? 0] ?? '');
  return lists.map(withoutCarers).filter((units) => units.length > 0 && isOfDeeds(units) && (lists.length === 1 || isWhole(units)));
}

/** "Never part of what was done for this man's vertigo", "no stay was needed for his mood": what a thing is for. */
function isPurpose(keys: readonly string[], { from, thing }: Part, parts: readonly Part[]): boolean {
  const purpose = keys.slice(Math.max(0, from - 4), from).lastIndexOf('for');
  const isOwn = purpose >= 0 && parts.some((part) => part.thing !== null && part.thing.kind !== 'state' && part.to <= from - (Math.min(4, from) - purpose));
  return isOwn && (thing === null || thing.kind === 'state') && keys.slice(Math.max(0, from - 4), from).some((key) => key === 'his' || key === 'her' || key === 'this');
}

/** What was seen within the body, and illness beside other words, is weighed and not done. */
function isOfDeeds(units: readonly DeniedUnit[]): boolean {
  const isDone = units.some(({ thing, key }) => (thing ? thing.kind !== 'state' : isParticiple(key)));
  return !units.some(({ thing }) => thing?.kind === 'structure' || (thing?.kind === 'state' && units.length > 1 && !isDone));
}

/** "The dentist does not mention a defect": who is there, and doesn't tell of something. "The dentist has not seen her" is of the dentist. */
function isTeller({ tokens: { keys } }: Sentence, { thing, from, to }: Part, parts: readonly Part[]): boolean {
  if (!thing || !isCarer(thing) || !DEFINITE.has(keys[from - 1] ?? '')) return false;
  const behind = parts.filter((part) => part.from >= to);
  return behind.some(({ is }) => is === 'deny') && !behind.some((part) => keys.slice(part.from, part.to).some((key) => SEES.has(key)));
}

const DEFINITE: ReadonlySet<string> = new Set(['the', 'his', 'her', 'their']);
const SEES: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'been', 'see', 'saw', 'seen', 'met', 'meet', 'examine', 'examined', 'evaluate', 'evaluated', 'assess', 'assessed', 'treat', 'treated', 'visit', 'visited']);

/** "No dentist has placed an implant" is of the implant. */
function withoutCarers(units: DeniedUnit[]): DeniedUnit[] {
  const others = units.filter(({ thing }) => !thing || !isCarer(thing));
  return others.length > 0 ? others : units;
}

/** "Bypassing A and B" is said of both. */
const PASSED_BY: ReadonlySet<string> = new Set(['bypassing', 'bypassed', 'skipping', 'skipped', 'leapfrogging', 'without', 'forgoing', 'omitting']);

const MODIFIER = /(?:al|ic|ive|ous|ar|ary)$/;

/** What a part of a clause is as a thing or word that is denied. */
export function unitOf({ tokens: { keys } }: Sentence, { from, to, thing }: Part): DeniedUnit {
  const key = (keys[from] ?? '').replace(UNDONE, (undone) => undone.slice(2));
  return { thing, stem: to === from + 1 ? stemOf(key) : null, key, from, to };
}
