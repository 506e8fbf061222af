import { readTokens } from '../../language/tokens.ts';
import { once } from '../../vocabulary/phrases.ts';
import data from './denial-words.json' with { type: 'json' };

/** What a phrase is to a denial (`denial-words.json`). */
export type DenialClass = 'deny' | 'silent' | 'people' | 'deed' | 'narrows' | 'weighs' | 'gain';

interface ClassedPhrase {
  readonly keys: readonly string[];
  readonly is: DenialClass;
}

const CLASSES: readonly DenialClass[] = ['deny', 'narrows', 'weighs', 'gain', 'people', 'silent', 'deed'];

/** The phrases by their first words, the longest first. */
const phrases = once((): ReadonlyMap<string, readonly ClassedPhrase[]> => {
  const byFirst = new Map<string, ClassedPhrase[]>();
  for (const is of CLASSES) {
    for (const phrase of data[is]) {
      const { keys } = readTokens(phrase);
      const [first = ''] = keys;
      const known = byFirst.get(first);
      if (known) known.push({ keys, is });
      else byFirst.set(first, [{ keys, is }]);
    }
  }
  for (const known of byFirst.values()) known.sort((one, other) => other.keys.length - one.keys.length);
  return byFirst;
});

/** The longest phrase of any class that begins at a token; null for a word that a denial may be of. */
export function denialPhraseAt(keys: readonly string[], at: number): { readonly is: DenialClass; readonly to: number } | null {
  const phrase = phrases().get(keys[at] ?? '')?.find((each) => each.keys.every((key, i) => keys[at + i] === key));
  return phrase ? { is: phrase.is, to: at + phrase.keys.length } : null;
}

/** "The knee is as yet uninjected": a deed and its denial in one word. */
export const UNDONE = /^un[a-z]{4,}ed$/;

const denying = once((): ReadonlySet<string> => new Set(data.deny.map((phrase) => readTokens(phrase).keys[0] ?? '')));

/** Whether words begin a denial anywhere that isn't one of worth ("not medically necessary"): a quick no for most sentences. */
export function mayDeny(keys: readonly string[]): boolean {
  return keys.some((key, at) => isUndone(key) || (denying().has(key) && denialPhraseAt(keys, at)?.is === 'deny' && !(key === 'not' && denialPhraseAt(keys, at + 1)?.is === 'weighs' && !isAtAnyTime(keys, at + 2))));
}

/** "Not needed [a brace] at any time". */
function isAtAnyTime(keys: readonly string[], at: number): boolean {
  const time = keys.indexOf('time', at);
  return time > 1 && keys[time - 1] === 'any' && keys[time - 2] === 'at';
}

/** "Uninjected". */
export function isUndone(key: string): boolean {
  return key.charCodeAt(0) === U && key.charCodeAt(1) === N && UNDONE.test(key);
}

const [U, N] = ['u'.charCodeAt(0), 'n'.charCodeAt(0)];

const ended = once(() => phrasesOf(data.ended));
const over = once(() => phrasesOf(data.over));

function phrasesOf(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map((phrase) => readTokens(phrase).keys.join(' ')));
}

/** Whether words say at a token that something came to an end. */
export function isEnded(keys: readonly string[], at: number): boolean {
  return ended().has(keys[at] ?? '') || ended().has(keys.slice(at, at + 2).join(' '));
}

/** Whether words say that a state has passed. */
export function isOver(keys: readonly string[]): boolean {
  return keys.some((key, at) => over().has(key) || over().has(`${key} ${keys[at + 1] ?? ''}`));
}

const aims = once((): ReadonlySet<string> => new Set(data.aims.map((word) => readTokens(word).keys[0] ?? '')));

/** Whether something at a token is what somebody was measured, seen or put on a list for: "measured the home for a ramp". */
export function isAimedAt(keys: readonly string[], at: number): boolean {
  const purpose = keys[at - 1] === 'for' ? at - 1 : at - 2;
  return keys[purpose] === 'for' && keys.slice(Math.max(0, purpose - 4), purpose).some((key) => aims().has(key));
}

const records = once((): ReadonlySet<string> => new Set(data.records));

/** Whether a word names papers: "therapy notes" are no therapy. */
export function isPaper(key: string): boolean {
  return records().has(key);
}
