import { jointBefore, type Tokens } from '../../language/tokens.ts';
import { isOfGroup, isOfValues, unitNamed } from '../../vocabulary/measured.ts';
import { isNumberWord } from '../../vocabulary/numbers.ts';

/** Whether a number is the end of a name: "PHQ-9", "L4-5", "A1". */
export function isGlued(tokens: Tokens, at: number): boolean {
  const joint = jointBefore(tokens, at);
  return joint === '-' || joint === '/' || joint === '';
}

/** The tokens that name what is measured: those right before the value and right behind its unit, else the last word of the sentence before that may be one. `behind`: where the unit ends; null for a bare number. */
export function placesOfName(tokens: Tokens, at: number, behind: number | null): number[] {
  const after = behind === null ? [] : nameBehind(tokens, behind);
  // "She had 70% relief": who had it is no name of it.
  const before = after.length > 0 && HAS.has(tokens.keys[at - 1] ?? '') ? [] : nameBefore(tokens, at);
  return before.length + after.length > 0 ? [...before, ...after] : lastWordBefore(tokens, at);
}

/** So many words before a time may say what lasted so long. */
const OF_A_TIME = 3;

/**
 * The tokens that say what lasted a time: a word of what can last ("eased her pain for six weeks"), else the words of the part of the sentence before ("the splints were
 * worn for three weeks").
 */
export function placesOfTime(tokens: Tokens, at: number, behind: number, from: number): number[] {
  for (let place = at - 1; place >= 0 && tokens.keys[place] !== ';'; place--) if (isOfGroup(tokens.keys[place] ?? '') && !isTheLast(tokens, place)) return [place];
  const after = nameBehind(tokens, behind).filter((place) => isOfGroup(tokens.keys[place] ?? '')).slice(0, 1);
  if (after.length > 0) return after;
  const before: number[] = [];
  for (let place = at - 1; place >= from && before.length < OF_A_TIME; place--) if (isOfName(tokens, place) && !isOfValues('joints', tokens.keys[place] ?? '')) before.unshift(place);
  return before.every((place) => PASSED.has(tokens.keys[place] ?? '')) ? placeBehindTime(tokens, behind) ?? before : before;
}

/** "The last visit": which, and not how long. */
function isTheLast({ keys, kinds }: Tokens, at: number): boolean {
  return keys[at] === 'last' && kinds[at + 1] === 'word' && !isNumberWord(keys[at + 1] ?? '');
}

/** What says only that a time went by. */
const PASSED: ReadonlySet<string> = new Set(['spent', 'spend', 'spends', 'passed', 'stayed', 'lived', 'remained', 'kept', 'patient', 'worker', 'member', 'claimant', 'she', 'he', 'pt', 'employee']);

/** "Seven days in a boot": what the time was spent in. */
function placeBehindTime(tokens: Tokens, behind: number): number[] | null {
  if (!IN_OR_WITH.has(tokens.keys[behind] ?? '')) return null;
  let place = behind + 1;
  while (ARTICLES.has(tokens.keys[place] ?? '')) place++;
  const named: number[] = [];
  for (; place < tokens.count && isOfName(tokens, place) && !isOfValues('joints', tokens.keys[place] ?? ''); place++) named.push(place);
  return named.length > 0 ? named : null;
}

const IN_OR_WITH: ReadonlySet<string> = new Set(['in', 'with', 'on', 'of']);
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'his', 'her', 'their', 'this', 'that']);

const HAS: ReadonlySet<string> = new Set(['had', 'has', 'have']);

/** The words before a value, and those that they are "of": "the latency of the left median nerve was". */
export function nameBefore(tokens: Tokens, at: number): number[] {
  let place = at - 1;
  while (place >= 0 && (isOfValues('joints', tokens.keys[place] ?? '') || isSoft(tokens, place))) place--;
  const named: number[] = [];
  for (; place >= 0; place--) {
    if (isOfName(tokens, place)) named.unshift(place);
    else if (named.length > 0 && OF_A_PLACE.has(tokens.keys[place] ?? '') && isJoined(tokens, place)) continue;
    else break;
  }
  return named;
}

const OF_A_PLACE: ReadonlySet<string> = new Set(['of', 'in', 'for', 'the', 'his', 'her', 'left', 'right']);

/** Whether "of", "in" or "for" stands at or before a place, among words of its kind, and a name before that. */
function isJoined(tokens: Tokens, at: number): boolean {
  let place = at;
  let joined = false;
  for (; place >= 0 && OF_A_PLACE.has(tokens.keys[place] ?? ''); place--) joined ||= place >= 0 && PREPOSITIONS.has(tokens.keys[place] ?? '');
  return joined && isOfName(tokens, place);
}

const PREPOSITIONS: ReadonlySet<string> = new Set(['of', 'in', 'for']);

/** A colon, bracket or comma before "at" or "of". */
function isSoft({ keys }: Tokens, at: number): boolean {
  const key = keys[at] ?? '';
  return key === ':' || key === '(' || (key === ',' && isOfValues('joints', keys[at + 1] ?? ''));
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral']);

function nameBehind(tokens: Tokens, from: number): number[] {
  let place = from;
  if (tokens.keys[place] === 'of' || tokens.keys[place] === 'in') place++;
  if (SIDES.has(tokens.keys[place] ?? '')) place++;
  const named: number[] = [];
  for (; place < tokens.count && isOfName(tokens, place); place++) named.push(place);
  return named;
}

/** A spinal level tells where, and not what; "last" tells which, and "lasted" is of something. */
const LEVEL = /^[clst]\d{1,2}$/;

function isOfName(tokens: Tokens, at: number): boolean {
  if (tokens.kinds[at] === 'number') return isGlued(tokens, at);
  const key = tokens.keys[at] ?? '';
  return tokens.kinds[at] === 'word' && key.length > 1 && key !== 'last' && !LEVEL.test(key) && !isOfValues('breaks', key) && !isNumberWord(key) && unitNamed(key) === undefined;
}

function lastWordBefore(tokens: Tokens, at: number): number[] {
  for (let place = at - 1; place >= 0 && tokens.keys[place] !== ';'; place--) {
    const key = tokens.keys[place] ?? '';
    if (isOfName(tokens, place) && !isOfValues('joints', key)) return [place];
  }
  return [];
}

