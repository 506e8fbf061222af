import { phraseAt, standsAt } from '../language/lexicon.ts';
import { mentionsOf, type Sentence } from '../language/sentence.ts';
import { keptBy } from '../markdown/kept-by.ts';
import { isNumberWord } from '../vocabulary/numbers.ts';
import { stemOf } from '../vocabulary/stems.ts';
import { isOfGuideline } from './case-voice.ts';
import { denialPhraseAt, isPaper, isUndone, mayDeny, UNDONE, type DenialClass } from './denial-words.ts';
import { isCarer, thingsNamed, type Thing } from './named-things.ts';

/** What a denial is of: a thing of a vocabulary, or a word. */
export interface DeniedUnit {
  readonly thing: Thing | null;
  /** Of a word, and of a thing whose name is one word. */
  readonly stem: string | null;
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** All that one denial is of, in any words. Tokens `from` up to `to` hold the denial with what it denies. */
export interface DeniedWords {
  readonly units: readonly DeniedUnit[];
  readonly from: number;
  readonly to: number;
  /** How things stand, and not what was ever done: "he has no walker". */
  readonly isOfNow: boolean;
}

type PartClass = DenialClass | 'unit' | 'place' | 'comma' | 'or' | 'figure';

interface Part {
  readonly is: PartClass;
  readonly from: number;
  readonly to: number;
  readonly thing: Thing | null;
}

/** The parts of a clause. `relative`: it says which of the things before it are meant; `condition`: it tells when something would be, not that it is. */
interface Stretch {
  readonly parts: Part[];
  readonly role: 'clause' | 'relative' | 'condition';
}

/**
 * What a sentence denies, by composition: each word of the clause either denies, says nothing of what is denied (who, when, that it was done or written
 * down), or is of what is denied. Where a word narrows or weighs, nothing is read. Whether the words that are left mean something, only a text can tell
 * that has all of them. Kept with the sentence.
 */
export const wordsDenied = keptBy((sentence: Sentence): readonly DeniedWords[] => {
  if (!mayDeny(sentence.tokens.keys)) return NONE;
  const stretches = stretchesOf(sentence);
  return stretches.flatMap((stretch, i) => readWithRelative(sentence, stretch, stretches[i + 1]));
});

/** A clause whose relative clause tells which things are meant, is of fewer things than it names. */
function readWithRelative(sentence: Sentence, { parts, role }: Stretch, next: Stretch | undefined): readonly DeniedWords[] {
  const behind = next?.role === 'relative' ? next : undefined;
  if (role !== 'clause' || (behind && !saysNothing(behind))) return NONE;
  return readStretch(sentence, behind ? [...parts, ...behind.parts] : parts);
}

const NONE: readonly never[] = [];

/** A relative clause of no words of its own: "a test that nobody thought of". */
function saysNothing({ parts }: Stretch): boolean {
  return parts.every(({ is }) => is === 'deny' || is === 'silent' || is === 'people' || is === 'deed');
}

/** A sentence in its clauses. */
function stretchesOf(sentence: Sentence): Stretch[] {
  const { tokens } = sentence;
  const stretches: Stretch[] = [{ parts: [], role: 'clause' }];
  for (let at = 0; at < tokens.count;) {
    const parts = stretches.at(-1)?.parts ?? [];
    const phrase = denialPhraseAt(tokens.keys, at);
    const opened = openedAt(sentence, at, parts, phrase !== null);
    if (opened) {
      stretches.push({ parts: [], role: opened });
      at++;
      continue;
    }
    const part = partAt(sentence, at, parts, phrase);
    parts.push(part);
    at = part.to;
  }
  return stretches;
}

const HARD: ReadonlySet<string> = new Set([';', ':', '—', '(', ')', '"', '.', '?', '!']);
const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose', 'that']);
const OPENERS = ['opens-cause', 'opens-concession', 'opens-purpose', 'opens-main'];
const CONDITIONS = ['opens-condition', 'opens-time'];

/** Whether another clause begins at a token, and whether it says of which thing the one before it speaks. */
function openedAt({ tokens, found }: Sentence, at: number, parts: readonly Part[], isKnown: boolean): Stretch['role'] | null {
  const key = tokens.keys[at] ?? '';
  const before = parts.at(-1);
  if (tokens.kinds[at] === 'mark') return HARD.has(key) ? 'clause' : null;
  if (RELATIVE.has(key)) {
    if (before?.is === 'unit' || before?.is === 'place') return 'relative';
    return before?.is === 'comma' && key !== 'that' ? 'clause' : null;
  }
  if (SUBJECTS.has(key) && isNewSubject(tokens.keys, at, parts)) return 'clause';
  if (key === 'and') return standsAt(found, 'begins-clause', at + 1) || beginsAnother(tokens.keys, at) ? 'clause' : null;
  if (key === 'since') return denialPhraseAt(tokens.keys, at + 1)?.is === 'deny' ? 'clause' : null;
  if (key === 'nor' || isKnown || (found.lists[at]?.length ?? 0) === 0) return null;
  if (CONDITIONS.some((list) => standsAt(found, list, at))) return 'condition';
  return OPENERS.some((list) => standsAt(found, list, at)) ? 'clause' : null;
}

const SUBJECTS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'one', 'there', 'we', 'i']);
const VERBS: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'has', 'have', 'had', 'can', 'could', 'may', 'might', 'must', 'should', 'would', 'will', 'do', 'doe', 'did', 'cannot']);

/** "As no MRI has been obtained to this day [one could …]". */
function isNewSubject(keys: readonly string[], at: number, parts: readonly Part[]): boolean {
  const isSaid = parts.some(({ is }) => is === 'deny') && parts.some(({ is }) => is === 'unit') && parts.some(({ is }) => is === 'deed');
  return isSaid && VERBS.has(keys[at + 1] ?? '') && keys[at - 1] !== 'that' && keys[at - 1] !== 'no';
}

/** "The films are normal, and an examination of the hips is not recorded": both halves have a subject and a verb. */
function beginsAnother(keys: readonly string[], at: number): boolean {
  if (!ARTICLES.has(keys[at + 1] ?? '') || !keys.slice(0, at).some((key) => VERBS.has(key))) return false;
  const comma = keys.indexOf(',', at);
  return keys.slice(at + 2, Math.min(at + 9, comma < 0 ? keys.length : comma)).some((key) => VERBS.has(key));
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

const LEVEL = /^[clts]\d{1,2}$/;
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral', 'bilaterally', 'both']);
const ALTERNATIVE: ReadonlySet<string> = new Set(['or', 'nor']);
const JOINS: ReadonlySet<string> = new Set(['and', 'that', 'which', 'who']);

function partAt(sentence: Sentence, at: number, before: readonly Part[], phrase: ReturnType<typeof denialPhraseAt>): Part {
  const { tokens: { keys, kinds }, found } = sentence;
  const key = keys[at] ?? '';
  const part = (is: PartClass, to = at + 1, thing: Thing | null = null): Part => ({ is, from: at, to, thing });
  if (kinds[at] === 'mark') return part(key === ',' ? 'comma' : 'silent');
  if (ALTERNATIVE.has(key) && before.some(({ is }) => is === 'deny')) return part('or');
  const named = thingsNamed(sentence).find(({ from }) => from === at);
  if (phrase?.is === 'people' && before.at(-1)?.is === 'unit') return part('unit', phrase.to);
  if (phrase && phrase.to >= (named?.to ?? 0)) return part(phrase.is, phrase.to);
  if (named) return part(named.thing.kind === 'gain' ? 'weighs' : 'unit', named.to, named.thing);
  const region = found.mentions.find(({ kind, from }) => kind === 'region' && from === at);
  if (region) return part(region.value === 'psyche' ? 'unit' : 'place', region.to);
  if (LEVEL.test(key)) return part('place', kinds[at + 1] === 'number' ? at + 2 : at + 1);
  if (SIDES.has(key)) return part('place');
  if (isUndone(key) && !before.some(({ is }) => is === 'deny')) return part('deny');
  if (kinds[at] === 'number' || isNumberWord(key)) return part('figure');
  return part(JOINS.has(key) || key.length < 2 ? 'silent' : 'unit');
}

/** The clause as a whole, and the part of it between commas that denies, where that isn't one of a list. */
function readStretch(sentence: Sentence, parts: readonly Part[]): DeniedWords[] {
  const denials = parts.filter(({ is }) => is === 'deny');
  if (denials.filter((each) => !GOES_ON.has(sentence.tokens.keys[each.from] ?? '')).length > 1 || denials.length === 0) return [];
  const own = betweenCommas(parts);
  const isLess = own !== null && own.length < parts.filter(({ is }) => is !== 'comma').length && !parts.some(({ is }) => is === 'narrows');
  const agent = byWhom(sentence, parts);
  return [...(isSpreadOut(parts) ? [] : readParts(sentence, parts)), ...(isLess ? readParts(sentence, own) : []), ...(agent ? readParts(sentence, agent) : [])];
}

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

function betweenCommas(parts: readonly Part[]): readonly Part[] | null {
  const at = parts.findIndex(({ is }) => is === 'deny');
  const from = parts.findLastIndex(({ is }, i) => is === 'comma' && i < at) + 1;
  const end = parts.findIndex(({ is }, i) => is === 'comma' && i > at);
  if (end < 0) return parts.slice(from);
  const next = parts[end + 1]?.is;
  return next === 'unit' || next === 'place' || next === 'or' ? null : parts.slice(from, end);
}

function readParts(sentence: Sentence, all: readonly Part[]): DeniedWords[] {
  const { tokens: { keys }, found } = sentence;
  const first = all.findIndex(({ is }) => is === 'deny');
  const parts = keys[all[first]?.from ?? 0] === 'without' ? all.slice(first) : all;
  const to = parts.at(-1)?.to ?? 0;
  const denial = all[first];
  if (!denial || isOfGuideline(sentence, denial.from, denial.to) || parts.some((part, i) => isOther(sentence, part, parts[i - 1])) || hasFinding(sentence, parts)) return [];
  const isPlain = !PLAIN.has(keys[denial.from] ?? '') || parts.some((part) => part.is === 'deed' || (part.is === 'unit' && isParticiple(keys[part.to - 1])));
  if (!isPlain || phraseAt(found, 'denies-nothing', denial.from)) return [];
  if (isHabit(keys, denial)) return [];
  const isOfNow = !parts.some((part) => OF_ANY_TIME.has(keys[part.from] ?? '') || (part.is === 'unit' && !part.thing && isParticiple(keys[part.from])));
  if (isOfNow && saysThatIs(keys, parts)) return [];
  return alternatives(sentence, parts).map((units) => ({
    units, from: Math.min(denial.from, units[0]?.from ?? to), to: Math.max(denial.to, units.at(-1)?.to ?? 0, lastDeed(parts)), isOfNow,
  }));
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
  return part.is === 'weighs' || part.is === 'narrows' || part.is === 'figure' || (part.is === 'deed' && before?.is === 'unit' && part.to === part.from + 1 && isPaper(keys[part.from] ?? ''));
}

function lastDeed(parts: readonly Part[]): number {
  return parts.findLast(({ is }) => is === 'deed')?.to ?? 0;
}

/** "Acupuncture or an injection": each is denied. A word that only goes before another is none of them: "physical or occupational therapy". */
function alternatives(sentence: Sentence, parts: readonly Part[]): DeniedUnit[][] {
  const lists: DeniedUnit[][] = [[]];
  const hasAlternatives = parts.some(({ is }) => is === 'or');
  for (const part of parts) {
    if (part.is === 'or' || (part.is === 'comma' && hasAlternatives)) lists.push([]);
    else if ((part.is === 'unit' && !isTeller(sentence, part, parts)) || (part.is === 'deny' && isUndone(sentence.tokens.keys[part.from] ?? ''))) lists.at(-1)?.push(unitOf(sentence, part));
  }
  const isWhole = (units: readonly DeniedUnit[]) => units.some(({ thing }) => thing !== null) || !MODIFIER.test(sentence.tokens.keys[units.at(-1)?.from ?? 0] ?? '');
  return lists.map(withoutCarers).filter((units) => units.length > 0 && isOfDeeds(units) && (lists.length === 1 || isWhole(units)));
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

const MODIFIER = /(?:al|ic|ive|ous|ar|ary)$/;

function unitOf({ tokens: { keys } }: Sentence, { from, to, thing }: Part): DeniedUnit {
  const key = (keys[from] ?? '').replace(UNDONE, (undone) => undone.slice(2));
  return { thing, stem: to === from + 1 ? stemOf(key) : null, key, from, to };
}
