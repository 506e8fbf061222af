import { phraseAt, standsAt } from '../../language/lexicon.ts';
import { hasWord, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import type { Conclusion, Prose } from '../model.ts';
import { statementsIn, type PlacedStatement } from '../statements.ts';

/** The words of what a conclusion decides. `start` counts in the rationale's `prose.text`. */
export interface DecidedWords {
  readonly text: string;
  readonly start: number;
}

/** What a conclusion says that it decides: the words nearest before the verdict; null where it doesn't say. */
export function decidedWords(prose: Prose, { span, verdict }: Conclusion): DecidedWords | null {
  const decided = statementsIn(prose, 'dispute')
    .filter(({ statement: { says }, start, span: place }) => start === span.start && says['what'] === 'decided' && place.start < verdict.end);
  const nearest = decided.reduce<PlacedStatement | null>((best, each) => (best && wordsStart(best) >= wordsStart(each) ? best : each), null);
  const of = nearest?.statement.slots['of'];
  if (!nearest || !of || of.text === '') return null;
  const words = { text: of.text, start: nearest.start + of.span.start };
  return isOfClauseBefore(prose, words, verdict) ? null : words;
}

/** "Until the MRI has been read, eight visits are not necessary": what a clause before the verdict's speaks of. */
function isOfClauseBefore({ text }: Prose, { text: words, start }: DecidedWords, verdict: Span): boolean {
  const sentence = readSentence(words);
  return [0, 1, 2].some((at) => standsAt(sentence.found, 'opens-a-clause', at)) && text.slice(start + words.length, verdict.start).includes(',');
}

function wordsStart({ statement: { slots: { of } } }: PlacedStatement): number {
  return of?.from ?? -1;
}

/** A thing that is decided, with the words that stand around its name. */
export interface DecidedThing extends DecidedWords {
  readonly within: string;
}

/**
 * The thing that a conclusion decides, where its words are nothing but that thing's name right before the verdict: what stands there
 * may be held against the title. Null for "this request", for a clause of its own, and wherever somebody else comes in.
 */
export function decidedThing(prose: Prose, conclusion: Conclusion): DecidedThing | null {
  const decided = decidedWords(prose, conclusion);
  if (!decided || conclusion.unsure) return null;
  const thing = withoutOpening(decided);
  return isName(readSentence(thing.text)) && isRightBefore(prose, thing, conclusion) ? { ...thing, within: decided.text } : null;
}

const isName = keptBy((sentence: Sentence): boolean => !NO_NAME.some((list) => hasWord(sentence, list)) && !isGeneric(sentence));

/** Words that make a clause of a name, or bring somebody else in. */
const NO_NAME = ['be', 'have', 'do', 'modal', 'no-part-of-a-name', 'patient', 'provider', 'guideline', 'records'] as const;

/** "With the repair approved, the sling": the sling; "in the absence of a trial the unit": the unit; "it is my opinion that the unit": the unit. */
function withoutOpening(decided: DecidedWords): DecidedWords {
  const start = startOfName(readSentence(decided.text));
  return { text: decided.text.slice(start), start: decided.start + start };
}

const startOfName = keptBy((sentence: Sentence): number => {
  const { tokens: { keys, starts }, found } = sentence;
  const opens = standsAt(found, 'opens-an-aside', 0);
  const comma = opens ? keys.lastIndexOf(',') : -1;
  let from = Math.max(comma, keys.lastIndexOf('that')) + 1;
  if (opens && comma < 0) keys.forEach((key, at) => {
    if (at > from && DETERMINERS.has(key) && !hasWord(sentence, 'opens-an-aside', at - 1, at) && keys[at - 1] !== 'of') from = at + 1;
  });
  return starts[from] ?? 0;
});

const DETERMINERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'his', 'her', 'any']);

/** "The treatment", "this device after surgery": it says of nothing what it is. "Treatment with acupuncture" does. */
function isGeneric({ tokens, found }: Sentence): boolean {
  let at = 0;
  while (at < tokens.count && (DETERMINERS.has(tokens.keys[at] ?? '') || tokens.keys[at] === 'requested')) at++;
  const head = phraseAt(found, 'names-no-thing', at);
  return at >= tokens.count || (head !== undefined && !NAMES_BEHIND.has(tokens.keys[head] ?? ''));
}

const NAMES_BEHIND: ReadonlySet<string> = new Set(['of', 'for', 'with', ':']);

/** Between name and verdict stands a verb at most: "is", "should be regarded as". */
function isRightBefore({ text }: Prose, { text: name, start }: DecidedWords, { verdict }: Conclusion): boolean {
  const between = text.slice(start + name.length, verdict.start);
  return between.length <= LONGEST_VERB && !/[;:.]/.test(between);
}

const LONGEST_VERB = 45;
