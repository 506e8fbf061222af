import { clauseAt } from '../../language/clauses.ts';
import { phraseAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Slot, Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { regionsNamed } from '../../vocabulary/regions.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import { saysNoReason, saysOnlySilence } from './field-silence.ts';
import type { ItemReading, Prose, Rationale } from '../model.ts';
import { ownSentences, statementsIn, type PlacedSentence, type PlacedStatement } from '../statements.ts';
import { verdictsOf } from './verdicts.ts';
import { causeOf, onlyAsks, onlyRefuses, speaksOfThisCase, voiceOf } from '../words/voice.ts';

/** A sentence that says that the MTUS is silent. Span: in the rationale's `prose.text`. */
export interface MtusSilence {
  readonly sentence: Sentence;
  readonly span: Span;
  /** What it is silent on, where the sentence says so behind it. */
  readonly of: Slot | null;
  /** The words that say it. */
  readonly statement: Statement;
}

/**
 * Whether a rationale may be showing that the MTUS was looked at and doesn't answer: it speaks of the MTUS, or of a chapter of ACOEM, and
 * not to say what it advises; or of absence, negation, scope or rebuttal beside it. Loose on purpose: it only excuses.
 */
export function mayCallMtusSilent({ prose }: Pick<Rationale, 'prose'>): boolean {
  return inTurn(prose, ['perhaps-silent', 'silent', 'no-recommendation']).length > 0
    || ownSentences(prose).some(({ sentence }) => namesWithoutAdvice(sentence));
}

/** "The knee chapter of 2004 leaves these out, and ODG allows them": no advice in the clause that names it. */
function namesWithoutAdvice(sentence: Sentence): boolean {
  if (!hasWord(sentence, 'advises')) return namesAdoptedText(sentence);
  const and = sentence.tokens.keys.findIndex((key, at) => TURNS_TO.has(key) && hasWord(sentence, 'odg', at));
  return and > 0 && !hasWord(sentence, 'advises', 0, and) && namesAdoptedText(readSentence(sentence.text.slice(0, sentence.tokens.starts[and])));
}

const TURNS_TO: ReadonlySet<string> = new Set(['and', 'but', ';', 'while', 'whereas', 'so']);

/** "The adopted hand guideline", "the schedule", "Shoulder Disorders", "Chapter 13"; the chapters of ODG have no numbers. */
const namesAdoptedText = keptBy((sentence: Sentence): boolean => {
  return hasWord(sentence, 'adopted-text') || (!hasWord(sentence, 'odg') && hasWord(sentence, 'adopted-title')) || (hasWord(sentence, 'chapter') && (sentence.tokens.kinds.includes('number') || !hasWord(sentence, 'odg')));
});

/** Whether a sentence may say that a source is silent. Loose on purpose, like `mayCallMtusSilent`. */
export function maySaySilence(sentence: Sentence): boolean {
  return says(sentence, ['perhaps-silent', 'silent', 'no-recommendation']);
}

/** Whether a sentence of a guideline line may say that the MTUS is silent. */
export function callsMtusSilent(words: string): boolean {
  return maySaySilence(readSentence(words));
}

/** Whether a rationale speaks of the MTUS at all. */
export function namesMtus({ prose }: Pick<Rationale, 'prose'>): boolean {
  return ownSentences(prose).some(({ sentence }) => hasWord(sentence, 'adopted'));
}

/** The sentences of an item's rationale that say for sure that the MTUS is silent on something. */
export function saidMtusSilence(reading: ItemReading): readonly MtusSilence[] {
  const { rationale } = reading;
  if (!rationale) return [];
  const silence = silenceIn(reading);
  const said = statementsIn(rationale.prose, 'guideline').filter(({ statement: { says } }) => silence.includes(says['says'] ?? ''));
  return said.filter((each, i) => each.start !== said[i - 1]?.start).map((each) => {
    const of = said.find(({ start, statement: { slots } }) => start === each.start && slots['of'])?.statement.slots['of'] ?? null;
    return { sentence: each.sentence, span: placed(each), of, statement: each.statement };
  });
}

/** "Makes no recommendation" is silence in the older guidelines; the current ones of ACOEM rate treatments so. */
function silenceIn({ reviewerGuideline }: ItemReading): readonly string[] {
  const isRating = reviewerGuideline?.citations.some(({ guideline }) => guideline?.family === 'acoem') === true;
  return isRating ? ['silent'] : ['silent', 'no-recommendation'];
}

/**
 * Whether a rationale denies for no other reason than that the MTUS is silent: it names no other source, and each of its sentences tells of
 * the silence or the search, repeats what is asked for, or gives the verdict.
 */
export const deniesForSilenceAlone = keptBy((reading: ItemReading): boolean => {
  if (reading.rationale?.conclusion?.value !== 'not-medically-necessary') return false;
  const { prose, conclusion, citations } = reading.rationale;
  if (citations.some(({ kind }) => kind === 'odg' || kind === 'study')) return false;
  const title = readSentence(reading.title.text);
  const read = inTurn(prose, silenceIn(reading));
  const sentences = ownSentences(prose);
  const silent = new Set([...read.map(({ start }) => start), ...sentences.filter(({ sentence }) => saysOnlySilence(sentence, title)).map(({ start }) => start)]);
  return silent.size > 0 && sentences.every((each) => {
    const isSilence = silent.has(each.start);
    if (each.start === conclusion.span.start) return isSilence ? voiceOf(each.sentence) !== 'case' : givesNoOtherCause(each.sentence);
    if (isSilence) return findDates(each.sentence.text).length === 0 && !advisesBeside(each.sentence) && !goesOn(each.sentence);
    if (saysNoReason(each.sentence, title)) return true;
    return says(each.sentence, ['searched']) || (onlyAsks(each.sentence) && !OF_PATIENT.has(each.sentence.tokens.keys[0] ?? '')) || onlyRefuses(each.sentence) || voiceOf(each.sentence) === 'request';
  });
});

/** "She has them on eight days, and fifteen are asked for" asks for nothing. */
const OF_PATIENT = new Set(['he', 'she', 'his', 'her', 'they']);

/** Where a rationale holds that what the MTUS leaves out is refused ("what it does not contain it does not allow"), in the reviewer's own words. Span: in the rationale's `prose.text`. */
export function silenceForbids({ prose }: Pick<Rationale, 'prose'>): Span | null {
  const own = statementsIn(prose, 'guideline').filter(isOwnView);
  const maxim = own.find(({ statement: { says: what } }) => what['says'] === 'silence-forbids');
  const refusal = maxim ? undefined : own.find(refusesForSilence);
  return maxim?.span ?? (refusal ? placed(refusal) : null);
}

/** "Since the MTUS does not list such boots, they are not medically necessary": the silence is the cause, and the sentence knows no other. */
function refusesForSilence({ sentence, statement: { says: { says: what }, from, to } }: PlacedStatement): boolean {
  if (what !== 'silent' || sentence.clauses.length > MOST_CLAUSES) return false;
  const refused = verdictsOf(sentence).find(({ value, strength }) => value === 'not-medically-necessary' && strength === 'strong');
  if (!refused || hasWord(sentence, 'odg') || hasWord(sentence, 'advises') || speaksOfThisCase(sentence)) return false;
  const isCause = clauseAt(sentence.clauses, from)?.role === 'cause';
  return refused.from < from ? isCause : isCause || hasWord(sentence, 'therefore', to, refused.from);
}

/** The silence, the verdict, and a word between them that opens a clause. */
const MOST_CLAUSES = 3;

function isOwnView({ sentence, statement }: PlacedStatement): boolean {
  const role = clauseAt(sentence.clauses, statement.from)?.role;
  return role !== 'concession' && role !== 'condition' && !hasWord(sentence, 'set-aside') && !hasWord(sentence, 'told-of-silence');
}

/** The parts of the body for which a rationale says that no guideline was adopted, each with its place in the rationale's `prose.text`. */
export function partsWithoutGuideline({ prose }: Pick<Rationale, 'prose'>): readonly { readonly regions: readonly string[]; readonly span: Span }[] {
  return statementsIn(prose, 'guideline').flatMap(({ statement: { says: what, slots }, span: place }) =>
    (what['says'] === 'none-adopted' && slots['of'] ? [{ regions: regionsNamed(slots['of'].text), span: place }] : []));
}

/** "Without guideline support, …" gives the silence again as its cause. */
function givesNoOtherCause(sentence: Sentence): boolean {
  const cause = causeOf(sentence);
  return cause === null || (cause !== 'case' && hasWord(sentence, 'guideline') && !hasWord(sentence, 'advises'));
}

/** "The MTUS does not discuss pools but recommends exercise at home, which the patient can do." */
function advisesBeside(sentence: Sentence): boolean {
  const but = sentence.tokens.keys.findIndex((key) => key === 'but' || key === 'however');
  return but >= 0 && hasWord(sentence, 'advises', but);
}

/** "… has no entry in the MTUS, which settles nothing; the review of 2010 finds the trials at odds": what stands behind the semicolon is another matter. */
function goesOn(sentence: Sentence): boolean {
  const { keys, kinds, count } = sentence.tokens;
  const mark = keys.indexOf(';');
  if (mark < 0) return false;
  const words = kinds.filter((kind, at) => at > mark && kind === 'word').length;
  const isMore = words > MOST_WORDS_BEHIND && !hasWord(sentence, 'adopted', mark, count) && !hasWord(sentence, 'guideline', mark, count);
  return isMore && !statementsOf(sentence, 'guideline').some(({ from }) => from > mark) && !verdictsOf(sentence).some(({ from }) => from > mark);
}

/** So many words behind a semicolon may still draw the conclusion ("; ergo not certified"). */
const MOST_WORDS_BEHIND = 5;

/**
 * Whether silence is said of the request itself: of a word of its title, of "it" or "this request", or of nothing in particular; not of
 * a detail such as the number of visits.
 */
export function isAboutRequest({ sentence, of, statement }: MtusSilence, title: Prose): boolean {
  if (advisesBeside(sentence)) return false;
  const clause = clauseAt(sentence.clauses, statement.from);
  const [from, to] = of ? [of.from, of.to] : [clause?.from ?? 0, sentence.tokens.count];
  if (hasWord(sentence, 'detail', from, of ? Math.min(of.to, of.from + 4) : statement.from)) return false;
  return speaksGenerally(sentence, from, to) || sharesWord(sentence, readSentence(title.text), from, to);
}

/** Whether silence is said of the MTUS as a whole, not of one guideline or chapter of it. */
export function isOfWholeMtus({ sentence }: MtusSilence): boolean {
  return hasWord(sentence, 'whole-schedule') && !hasWord(sentence, 'part-guideline') && !hasWord(sentence, 'adopted-title') && !hasWord(sentence, 'chapter') && !sentence.tokens.kinds.includes('number');
}

/** "It", "this request", or nothing but the words of silence. */
function speaksGenerally(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const isNamed = sentence.tokens.kinds[at] === 'word' && !phraseAt(sentence.found, 'unnamed', at);
    if (isNamed && !isWithin(sentence, at)) return false;
  }
  return true;
}

/** The words that name the MTUS and its silence name no request. */
function isWithin(sentence: Sentence, at: number): boolean {
  return sentence.statements.some(({ kind, from, to, slots }) => kind === 'guideline' && from <= at && at < (slots['of']?.from ?? to));
}

function sharesWord(sentence: Sentence, title: Sentence, from: number, to: number): boolean {
  const words = new Set(title.tokens.keys.filter((key, at) => title.tokens.kinds[at] === 'word' && key.length > 2 && !phraseAt(title.found, 'unnamed', at)));
  for (let at = from; at < to; at++) if (words.has(sentence.tokens.keys[at] ?? '')) return true;
  return sharesThing(mentionsOf<Drug>(sentence, 'drug', from, to), mentionsOf<Drug>(title, 'drug'))
    || sharesThing(mentionsOf<Treatment>(sentence, 'treatment', from, to), mentionsOf<Treatment>(title, 'treatment'));
}

function sharesThing<T>(one: readonly { readonly value: T }[], other: readonly { readonly value: T }[]): boolean {
  return one.some(({ value }) => other.some((each) => each.value === value));
}

/** The sentences that say one of some things, and those right behind a sentence that names the MTUS that go on with it. */
function inTurn(prose: Prose, wanted: readonly string[]): Span[] {
  if (statementsIn(prose, 'guideline').length === 0) return [];
  const sentences = ownSentences(prose);
  return sentences.filter(({ sentence }, i) => says(sentence, wanted) || (says(sentence, FOLLOWS) && isOnMtus(sentences[i - 1]))).map(placed);
}

const FOLLOWS = ['follows'];

function isOnMtus(before: PlacedSentence | undefined): boolean {
  return before !== undefined && (hasWord(before.sentence, 'adopted') || hasWord(before.sentence, 'searched'));
}

function says(sentence: Sentence, wanted: readonly string[]): boolean {
  for (const statement of statementsOf(sentence, 'guideline')) if (wanted.includes(statement.says['says'] ?? '')) return true;
  return false;
}

function placed({ sentence, start }: PlacedSentence): Span {
  return span(start, start + sentence.text.length);
}
