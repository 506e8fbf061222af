import { assertionOf } from '../../language/assertion.ts';
import { clauseAt, partAround } from '../../language/clauses.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { readTokens } from '../../language/tokens.ts';
import { isNumberWord } from '../../vocabulary/numbers.ts';
import { once } from '../../vocabulary/phrases.ts';
import { speaksOfMany } from '../words/case-voice.ts';
import data from './presence-words.json' with { type: 'json' };
import { voiceOf } from '../words/voice.ts';

/** What a sentence says is there: a state is had or seen, a deed was done, and a thing that is called "the" or "his" may be either. `from`: where its noun phrase begins. */
export interface Presence {
  readonly is: 'state' | 'deed' | 'thing';
  readonly from: number;
}

const setOf = (words: readonly string[]) => once((): ReadonlySet<string> => new Set(words.map((word) => readTokens(word).keys[0] ?? '')));
const has = setOf(data.has);
const shown = setOf(data.shown);
const was = setOf(data.was);
const done = setOf(data.done);
const past = setOf(data.past);
const graded = setOf(data.graded);
const apart = setOf(data.apart);
const transparent = setOf(data.transparent);

const DETERMINERS: ReadonlySet<string> = new Set(['his', 'her', 'their', 'the', 'a', 'an', 'this', 'these', 'those', 'both', 'all', 'such', 'no', 'any', 'whose']);
const POSSESSIVE: ReadonlySet<string> = new Set(['his', 'her', 'their', 'whose']);
const MODAL: ReadonlySet<string> = new Set(['would', 'could', 'should', 'may', 'might', 'can', 'must', 'will', 'shall', 'need', 'needs', 'not', 'never', 'nor', 'without', 'no', 'if', 'whether', 'unless', 'cannot', 'to', 'hardly', 'non', 'ex', 'none', 'neither', 'nothing', 'nobody', 'what', 'how', 'whichever']);
const PREPOSITIONS: ReadonlySet<string> = new Set(['of', 'for', 'with', 'from', 'in', 'on', 'at', 'by', 'about', 'against', 'into', 'than', 'as', 'under', 'over', 'after', 'before', 'during', 'between', 'through', 'toward', 'per']);
const WITH: ReadonlySet<string> = new Set(['with', 'given', 'considering', 'despite', 'because', 'view', 'spite', 'notwithstanding', 'account']);
/** So many words may stand between a verb and what it is of, and between a thing and its verb. */
const [BEFORE, BEHIND] = [7, 8];
/** So far a list goes on behind a verb of seeing. */
const LISTED = 12;

/** Whether tokens `from` up to `to` are told as something that this patient has, or has had; null where that isn't said, or is denied, asked for or left open. */
export function presenceOf(sentence: Sentence, from: number, to: number): Presence | null {
  const { keys } = sentence.tokens;
  const start = phraseStart(sentence, from);
  const words = keys.slice(start, from);
  const isPast = words.some((word) => past().has(word)) || isDatedBehind(sentence, to);
  if (isApart(keys, start) || words.some((word) => MODAL.has(word)) || hasWord(sentence, 'others-words') || hasWord(sentence, 'of-the-family', 0, from) || speaksOfMany(sentence) || voiceOf(sentence) === 'general') return null;
  // Whose something is, has it, whatever else is said of it: "her nightmares would require other means".
  const isOwn = POSSESSIVE.has(words[0] ?? '');
  if (isOwn && !isPast && !isDoneBehind(sentence, to)) return { is: 'state', from: start };
  const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
  if (denied || possible || conditional || planned || hasWord(sentence, 'to-come', partAround(sentence, from, CUTS)[0], from)) return null;
  const isDone = (isPast || isCounted(sentence, start, from) || isOwn) && isDoneBehind(sentence, to);
  if (isDone || hasBefore(sentence, start) || isOwnedBehind(keys, to) || (!words.includes('a') && isSaidDone(sentence, to))) return { is: 'deed', from: start };
  if (isSeen(sentence, start, to) || isPredicate(sentence, start) || (words.some((word) => graded().has(word)) && WITH.has(keys[start - 1] ?? ''))) return { is: 'state', from: start };
  return words[0] === 'the' && words.length === 1 ? { is: 'thing', from: start } : null;
}

/** The token at which the noun phrase of a token begins: "the first [guard]", "her post-traumatic [nightmares]". */
function phraseStart({ tokens: { keys, kinds } }: Sentence, from: number): number {
  let at = from;
  while (at > 0 && from - at < 6 && kinds[at - 1] !== 'mark') {
    const key = keys[at - 1] ?? '';
    if (key === 'of' && transparent().has(keys[at - 2] ?? '')) {
      at -= 2;
      continue;
    }
    if (PREPOSITIONS.has(key) || has().has(key) || shown().has(key) || MODAL.has(key) || key === 'and' || key === 'or' || key === 'is' || key === 'was' || key === 'are' || key === 'were' || key === 'been') break;
    at--;
    if (DETERMINERS.has(key) || POSSESSIVE.has(key)) break;
  }
  return at;
}

/** "A risk of a clot", "to treat insomnia". */
function isApart(keys: readonly string[], start: number): boolean {
  return keys.slice(Math.max(0, start - 3), start).some((key, i, words) => apart().has(key) && words.slice(i + 1).every((word) => PREPOSITIONS.has(word) || word === 'and' || word === 'or' || DETERMINERS.has(word)));
}

/** "He has had …", "she is taking …": somebody, a verb of having, and nothing else that denies it or leaves it open. */
function hasBefore(sentence: Sentence, start: number): boolean {
  const { keys } = sentence.tokens;
  const clause = clauseAt(sentence.clauses, start);
  const first = Math.max(clause?.from ?? 0, start - BEFORE);
  const verb = keys.findLastIndex((key, at) => at >= first && at < start && has().has(key));
  if (verb < 0 || keys.slice(verb + 1, start).some((key) => MODAL.has(key) || PREPOSITIONS.has(key) || key === ',')) return false;
  const before = keys.slice(clause?.from ?? 0, verb);
  const isSaid = before.some((key) => PERSONS.has(key)) || hasWord(sentence, 'patient', clause?.from, verb) || (keys[(clause?.from ?? 0) - 1] === 'who') || keys[clause?.from ?? 0] === 'who';
  return isSaid && !before.slice(-4).some((key) => MODAL.has(key));
}

const PERSONS: ReadonlySet<string> = new Set(['he', 'she', 'who', 'man', 'woman', 'worker', 'claimant', 'applicant', 'patient', 'employee', 'gentleman', 'lady', 'iw']);

/** "The earlier course [quieted them]": a verb of what was, in the same clause or behind what stands between commas; not what was asked for. */
function isDoneBehind(sentence: Sentence, to: number): boolean {
  const { keys } = sentence.tokens;
  const behind = keys.slice(to, to + BEHIND).filter((key, i) => key !== 'may' || sentence.tokens.kinds[to + i + 1] !== 'number');
  const verb = behind.findIndex((key) => was().has(key) || has().has(key) || shown().has(key) || key === 'with' || PAST_TENSE.test(key));
  return verb >= 0 && !behind.slice(0, verb + 3).some((key) => MODAL.has(key) && !OBJECTS.has(key)) && !hasWord(sentence, 'to-come', ...partAround(sentence, to - 1, CUTS));
}

const CUTS: ReadonlySet<string> = new Set([',', ';', ':']);
/** "Brought nothing", "led to a fall". */
const OBJECTS: ReadonlySet<string> = new Set(['to', 'nothing', 'no']);
const PAST_TENSE = /^[a-z]{3,}ed$/;

/** "Of 2021", "of last year", "in June". */
function isDatedBehind({ tokens: { keys, kinds }, found }: Sentence, to: number): boolean {
  return keys.slice(to, to + 4).some((key, i) => (kinds[to + i] === 'number' && /^(?:19|20)\d\d$/.test(key)) || key === 'ago' || (key === 'last' && /^(?:year|month|week|spring|summer|fall|autumn|winter)$/.test(keys[to + i + 1] ?? '')) || found.lists[to + i]?.some(({ list }) => list === 'month') === true);
}

/** "Two [injections]"; not "a [unit]". */
function isCounted({ tokens: { keys, kinds } }: Sentence, start: number, from: number): boolean {
  return [start, start + 1].some((at) => at < from && (kinds[at] === 'number' || (isNumberWord(keys[at] ?? '') && !DETERMINERS.has(keys[at] ?? ''))));
}

/** "[The walker] that he owns". */
function isOwnedBehind(keys: readonly string[], to: number): boolean {
  const at = keys[to] === 'that' || keys[to] === 'which' ? to + 1 : to;
  return (keys[at] === 'he' || keys[at] === 'she') && keys.slice(at + 1, at + 4).some((key) => has().has(key)) && !keys.slice(at + 1, at + 4).some((key) => MODAL.has(key));
}

/** "[Gabapentin] was tried", "has been worn". */
function isSaidDone(sentence: Sentence, to: number): boolean {
  const { keys } = sentence.tokens;
  const at = keys[to] === 'has' || keys[to] === 'have' || keys[to] === 'had' ? to + 1 : to;
  return (keys[at] === 'was' || keys[at] === 'were' || keys[at] === 'been') && done().has(keys[at + 1] ?? '') && !hasWord(sentence, 'to-come', ...partAround(sentence, to - 1, CUTS));
}

/** "He is markedly [antalgic]", "she is described as [unstable]". */
function isPredicate(sentence: Sentence, start: number): boolean {
  const { keys } = sentence.tokens;
  const at = keys[start - 1] === 'as' && shown().has(keys[start - 2] ?? '') ? start - 3 : start - 1;
  const from = Math.max(0, at - 4);
  const isSaid = keys[at] === 'is' || keys[at] === 'was' || keys[at] === 'remain';
  return isSaid && (keys.slice(from, at).some((key) => PERSONS.has(key)) || hasWord(sentence, 'patient', from, at)) && !keys.slice(from, at).some((key) => MODAL.has(key));
}

/** "The films show …", "… was found on examination". */
function isSeen(sentence: Sentence, start: number, to: number): boolean {
  const { keys } = sentence.tokens;
  const clause = clauseAt(sentence.clauses, start);
  const isListed = keys[start - 1] === 'and';
  const first = Math.max(clause?.from ?? 0, start - (isListed ? LISTED : BEFORE));
  const verb = keys.findLastIndex((key, at) => at >= first && at < start && shown().has(key));
  const isAhead = verb >= 0 && !keys.slice(Math.max(first, verb - 3), start).some((key) => MODAL.has(key) || key === ',' || (!isListed && PREPOSITIONS.has(key) && key !== 'with'));
  const next = keys.slice(to, to + 3).findIndex((key) => shown().has(key));
  return isAhead || (next >= 0 && !keys.slice(to, to + next + 2).some((key) => MODAL.has(key) || key === ','));
}
