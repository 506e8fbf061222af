import { assertionOf, cueBefore } from '../../language/assertion.ts';
import { clauseAt, partAround } from '../../language/clauses.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { isAimedAt, isOver } from '../words/denial-words.ts';
import { thingsDenied } from '../words/denied-things.ts';
import type { Unplaced } from './history-fact.ts';
import { isCarer, isPictured, thingsNamed, type NamedThing, type Thing } from '../words/named-things.ts';

/** What a summary tells of as done, and as it is. What is denied, planned or asked for is none; what only stands there excuses. */
export function thingsTold(sentence: Sentence): Unplaced[] {
  return [...thingsNamed(sentence), ...steroidInjected(sentence)].flatMap(({ thing, from, to }) => {
    const { denied: isDenied, possible, conditional, planned } = assertionOf(sentence, from, to);
    const isNone = thing.kind === 'state' ? isDenied : (cueBefore(sentence, 'denies-ahead', from) ?? -1) >= partAround(sentence, from, CUTS)[0];
    if (thing.kind === 'state' && isDenied && (DENIES.has(sentence.tokens.keys[from - 1] ?? '') || isDeniedByPatient(sentence, from))) return { name: thing.name, treatment: thing, from: from - 1, to, topic: 'state', value: 'absent', sure: !hasWord(sentence, 'narrows-time') };
    if (thing.kind === 'gain' || isNone || isRisked(sentence.tokens.keys, to) || thingsDenied(sentence).some((other) => other.from <= from && to <= other.to)) return [];
    const fact = { name: thing.name, treatment: thing, from, to };
    if (thing.kind === 'state' && NONE.has(sentence.tokens.keys[to + 1] ?? '')) return { ...fact, topic: 'state', value: 'absent', sure: true };
    if (thing.kind === 'state' || thing.kind === 'structure') return { ...fact, topic: 'state', value: 'present', sure: !possible && !conditional && !planned && isOwn(sentence, from) && !isOver(sentence.tokens.keys) && (thing.kind === 'state' || isPictured(sentence)) };
    const deed = isCarer(thing) ? (hasWord(sentence, 'met-carer') && !isOnlyAdvised(sentence) ? 'done' : null) : deedAround(sentence, from, to);
    const undone = hasWord(sentence, 'not-done', from, clauseAt(sentence.clauses, from)?.to) || cueBefore(sentence, 'not-done', from) !== null;
    const surely = hasWord(sentence, 'surely-done', to, partAround(sentence, from, CUTS)[1]);
    const loose = deed === 'done' && !isCarer(thing) && !surely && !isDated(sentence) && deedBeside(sentence, from, to) === null;
    return { ...fact, ...(loose ? { loose } : {}), topic: 'treatment', value: deed === 'asked' ? 'asked' : 'done', sure: !undone && !possible && !conditional && (surely || (deed === 'done' && !planned)) };
  });
}

/** "The opioid risk score": of what may come of a thing. */
function isRisked(keys: readonly string[], to: number): boolean {
  return keys[to] === 'risk';
}

/** "She denies locking and giving way": so many words behind, in the same part of the sentence. */
function isDeniedByPatient({ tokens: { keys } }: Sentence, at: number): boolean {
  const before = keys.slice(Math.max(0, at - 8), at);
  const denies = before.findLastIndex((key) => key === 'denies' || key === 'deny' || key === 'denied');
  return denies >= 0 && !before.slice(denies).some((key) => key === 'but' || key === ';' || key === 'has' || key === 'reports');
}

/** "Did not lose consciousness." */
const DENIES: ReadonlySet<string> = new Set(['not', 'never', 'no', 'without']);

/** "Injected with 40 mg of Kenalog" is a corticosteroid injection. */
function steroidInjected(sentence: Sentence): NamedThing[] {
  const named = thingsNamed(sentence);
  const injection = named.find(({ thing: { id } }) => id === 'injection');
  return injection && named.some(({ thing: { drugClass } }) => drugClass === 'corticosteroid') ? [{ ...injection, thing: STEROID_INJECTION }] : [];
}

const STEROID_INJECTION: Thing = { id: 'corticosteroid-injection', kind: 'injection', name: 'corticosteroid injection' };

/** Whether words at tokens `from` up to `to` tell of something as done or there (`done`), maybe so, or of nothing of the kind: denied, planned, asked for. */
export function howTold(sentence: Sentence, from: number, to: number): 'done' | 'maybe' | 'none' {
  const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
  if (denied || possible || conditional || planned || isAimedAt(sentence.tokens.keys, from) || isRisked(sentence.tokens.keys, to) || hasWord(sentence, 'not-done', ...partAround(sentence, from, CUTS)) || hasWord(sentence, 'of-the-family', 0, from)) return 'none';
  switch (deedAround(sentence, from, to)) {
    case 'asked': return 'none';
    case 'done': return 'done';
    case null: default: return 'maybe';
  }
}

/** Whether a thing was done or is to come: by the nearest word of either kind before it in its part of the sentence, else behind it, else by all that the sentence says. */
function deedAround(sentence: Sentence, at: number, end: number): 'done' | 'asked' | null {
  const [from] = partAround(sentence, at, CUTS);
  // "He asked for a brace, for a TENS unit and for a first course of acupuncture."
  if (sentence.tokens.keys[from] === 'for' && hasWord(sentence, 'to-come', 0, from)) return 'asked';
  if (isListOfRequests(sentence, at)) return 'asked';
  const beside = deedBeside(sentence, at, end);
  if (beside) return beside;
  for (let before = from - 1; before >= 0; before--) {
    const deed = deedAt(sentence, before, from);
    if (deed === 'asked') return deed;
    if (deed) break;
  }
  if (hasWord(sentence, 'to-come')) return hasWord(sentence, 'done-before') ? null : 'asked';
  return hasWord(sentence, 'done-before') || hasWord(sentence, 'weakly-done') || isDated(sentence) ? 'done' : null;
}

/** The nearest word of a deed or a plan in the same part of the sentence, before a thing or else behind it. */
function deedBeside(sentence: Sentence, at: number, end: number): 'done' | 'asked' | null {
  const [from, to] = partAround(sentence, at, CUTS);
  for (let before = at - 1; before >= from; before--) {
    const deed = deedAt(sentence, before, at);
    if (deed) return deed;
  }
  for (let behind = end; behind < to; behind++) {
    const deed = deedAt(sentence, behind, to);
    if (deed) return deed;
  }
  return null;
}

/** "Request of 02/20/2024: two further blocks; inpatient infusion; alendronate 40 mg daily". */
function isListOfRequests(sentence: Sentence, at: number): boolean {
  const colon = sentence.tokens.keys.indexOf(':');
  return colon > 0 && colon < at && hasWord(sentence, 'to-come', colon <= OPENING ? 0 : colon - NEAR, colon);
}

/** So many tokens may stand before the colon of a list; where there are more, so near to it must be what asks. */
const [OPENING, NEAR] = [8, 4];

/** Whether a sentence gives a day or a year: "in June 2020", "5/3/2020". */
function isDated({ text, tokens }: Sentence): boolean {
  return findDates(text).length > 0 || tokens.keys.some((key, at) => tokens.kinds[at] === 'number' && /^(?:19|20)\d\d$/.test(key));
}

function deedAt({ found, tokens: { keys } }: Sentence, at: number, to: number): 'done' | 'asked' | null {
  const hits = found.lists[at]?.filter(({ length }) => at + length <= to) ?? [];
  if (hits.some(({ list }) => list === 'to-come')) return 'asked';
  // "For nightly use" is what something is meant for.
  const isPurpose = keys[at] === 'use' && keys.slice(Math.max(0, at - 3), at).includes('for');
  return !isPurpose && hits.some(({ list }) => list === 'done-before') ? 'done' : null;
}

/** A state of the patient's own, and not a risk of it. */
function isOwn(sentence: Sentence, from: number): boolean {
  return !hasWord(sentence, 'of-the-family') && !sentence.tokens.keys.slice(Math.max(0, from - 4), from).some((key) => key === 'risk' || key === 'prevent');
}

/** "Allergies: none." */
const NONE: ReadonlySet<string> = new Set(['none', 'nil', 'nkda', 'unknown']);
const CUTS: ReadonlySet<string> = new Set([',', ';']);
/** "A dietitian is recommended": nobody has seen one. */
function isOnlyAdvised({ tokens: { keys } }: Sentence): boolean {
  return keys.some((key, at) => (key === 'recommended' || key === 'advised') && ADVISED.has(keys[at - 1] ?? ''));
}

const ADVISED: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'been']);
