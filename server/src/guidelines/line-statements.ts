import { publisherAt } from './publisher.ts';
import type { Reading } from './source-parts.ts';
import { comparable } from './words.ts';

/** What makes a sentence of a publisher's name: "The MTUS does not address …", "MTUS silent". */
const VERBS = new Set([
  'is', 'are', 'was', 'were', 'has', 'have', 'had', 'do', 'does', 'did', 'don', 'doesn', 'didn', 'isn', 'silent', 'never', 'cannot',
  'addresses', 'mentions', 'covers', 'speaks', 'contains', 'recommends', 'says', 'states', 'lacks', 'fails', 'gives', 'provides', 'offers', 'makes', 'keeps', 'remains', 'stays', 'bears', 'deals',
].map(comparable));
/** What may stand in front of the name, and between it and the verb. */
const BEFORE = new Set(['the', 'ca', 'california', 'adopted', 'current', 'found', 'find', 'noted', 'as', 'since', 'because', 'although', 'while']);
const BETWEEN = new Set(['guideline', 'adopted', 'itself', 'and', 'or', 'nor', 'chapter', 'schedule', 'also', 'currently']);
/** "Neither the MTUS nor ACOEM speaks of …", "There is nothing in the MTUS on …". */
const DENYING = new Set(['neither', 'nothing', 'no', 'not', 'nowhere', 'none', 'never', 'cannot', 'silent']);
/** So far behind its denying word a sentence names the MTUS. */
const WORDS_BEFORE_NAME = 12;
/** So many words of a sentence are looked through. */
const WORDS_OF_SENTENCE = 30;

/**
 * The word behind a sentence of a guideline line that says something of the MTUS or of ACOEM as a whole, where such a sentence
 * begins at a word; null where none does. `from` is the first word of the clause. The sentence ends at its stop, at a semicolon,
 * or where ODG is named behind a sign.
 */
export function statementAt(reading: Reading, from: number, at: number, end: number): number | null {
  if (at > from && !/:\s/.test(gapBefore(reading, at)) && !endsSentence(gapBefore(reading, at))) return null;
  return isStatement(reading, at, end) ? statementEnd(reading, at, end) : null;
}

function isStatement(reading: Reading, from: number, end: number): boolean {
  const { words } = reading;
  let at = from;
  while (at < end && BEFORE.has(words[at]!.text)) at++;
  if (words[at]?.text === 'there' && at + 1 < end && VERBS.has(words[at + 1]!.text)) return true;
  if (at < end && DENYING.has(words[at]!.text)) {
    const stop = Math.min(end, at + WORDS_BEFORE_NAME);
    return namesMtus(words, at, stop) || words.slice(at, stop).some(({ text }) => text === 'adopted');
  }
  const publisher = publisherAt(words, at, end);
  if (publisher?.kind !== 'mtus' && publisher?.kind !== 'acoem') return deniesOfMtus(reading, from, end);
  at = publisher.next;
  while (at < end && (BETWEEN.has(words[at]!.text) || publisherAt(words, at, end))) at++;
  return at < end && (VERBS.has(words[at]!.text) || (/^,\s/.test(gapBefore(reading, at)) && deniesOfMtus(reading, from, end)));
}

/** "Saunas are not addressed by the MTUS.", "The MTUS, including its chapter on pain, contains no …". */
function deniesOfMtus(reading: Reading, from: number, end: number): boolean {
  const { words } = reading;
  const stop = Math.min(statementEnd(reading, from, end), from + WORDS_OF_SENTENCE);
  const has = (set: ReadonlySet<string>): boolean => words.slice(from, stop).some(({ text }) => set.has(text));
  return has(VERBS) && has(DENYING) && namesMtus(words, from, stop);
}

function namesMtus(words: Reading['words'], from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const kind = publisherAt(words, at, end)?.kind;
    if (kind === 'mtus' || kind === 'acoem') return true;
  }
  return false;
}

function statementEnd(reading: Reading, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const gap = gapBefore(reading, at);
    if (endsSentence(gap) || (/[,:]/.test(gap) && publisherAt(reading.words, at, end)?.kind === 'odg')) return at;
  }
  return end;
}

function endsSentence(gap: string): boolean {
  return /[.!?][\s"”')\]]|;/.test(gap) || /\n\s*\n/.test(gap.slice(0, 40));
}

/** What stands between a word and the one before it. */
function gapBefore({ text, words }: Reading, at: number): string {
  return text.slice(at > 0 ? words[at - 1]!.end : 0, words[at]!.start);
}
