import { assertionOf } from '../../language/assertion.ts';
import { clauseAt } from '../../language/clauses.ts';
import { longestPhraseAt, phraseAt, standsAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { once } from '../../vocabulary/phrases.ts';
import type { ClinicalFinding } from '../../vocabulary/findings.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import type { Treatment, TreatmentKind } from '../../vocabulary/treatments.ts';
import data from './argument-words.json' with { type: 'json' };
import { KeyedPhrases } from '../words/keyed-phrases.ts';
import { isKindred } from '../words/subject.ts';
import { speaksOfThisCase, voiceOf } from '../words/voice.ts';

/**
 * How the sentences of a rationale bear on the request, by what each says for itself. `against`, `weaklyAgainst` and `inFavor` count things said, `open`
 * sentences that may be either. `turned`: something weighs one thing against another.
 */
export interface Argument {
  readonly against: number;
  readonly weaklyAgainst: number;
  readonly inFavor: number;
  readonly open: number;
  /** Of what is said in favor, what can be nothing else; 0 where anything is denied, or a bound is set that nobody says is kept. */
  readonly plainly: number;
  readonly rules: number;
  readonly turned: boolean;
}

/**
 * What a sentence says, whatever is requested. `rule`: what holds for patients in general, with its bounds · `failed`: a treatment that brought
 * nothing, which is against it and for another one · `undone`: one that wasn't tried or done · `denied`: a denial of something that no list knows.
 */
interface Bearing {
  readonly is: 'against' | 'for' | 'rule' | 'failed' | 'undone' | 'denied' | 'open' | 'turns';
  readonly count: number;
  readonly plainly: number;
}

/** Reads the argument of a rationale's sentences, all but the conclusion, on what a title asks for. */
export function argumentOf(sentences: readonly Sentence[], title: string): Argument {
  const sum = { against: 0, weaklyAgainst: 0, inFavor: 0, open: 0, plainly: 0, rules: 0, turned: false };
  const limits: Limit[] = [];
  let isPlain = true;
  // Films that show nothing are a reason for a scan.
  const isOfFilms = mentionsImaging(readSentence(title));
  for (const sentence of sentences) {
    const { is, count, plainly } = bearingOf(sentence);
    if (is === 'turns') return { ...sum, turned: true };
    if (is === 'rule') {
      sum.rules++;
      limits.push(...limitsOf(sentence));
    } else if (is === 'against' && isOfFilms && mentionsImaging(sentence)) sum.weaklyAgainst++;
    else if (is === 'against') sum.against += count;
    else if (is !== 'for' && passes(sentence, limits)) sum.against += 2;
    else if (is === 'failed' && isKindred(title, sentence.text)) sum.against++;
    else if (is === 'for' || is === 'failed' || ((is === 'undone' || is === 'denied') && isKindred(title, sentence.text))) sum.inFavor++;
    else if (is === 'denied' || is === 'undone') sum.weaklyAgainst++;
    else sum.open++;
    sum.plainly += plainly;
    isPlain &&= is === 'rule' || (plainly > 0 && (is === 'failed' || !sentence.found.present.has('speaks-against')));
  }
  const isKept = limits.length === 0 || sentences.some((each) => hasWord(each, 'within-it'));
  return isPlain && isKept ? sum : { ...sum, plainly: 0 };
}

const mentionsImaging = keptBy((sentence: Sentence): boolean => {
  return mentionsOf<Treatment>(sentence, 'treatment').some(({ value: { kind } }) => kind === 'imaging');
});

const bearingOf = keptBy((sentence: Sentence): Bearing => {
  if (hasWord(sentence, 'turns-argument')) return bearing('turns');
  const counts = weighed(sentence);
  if (counts === sentence) return bearingOfPlain(sentence);
  // What a sentence ends with weighs more than what it concedes: against the request, it is a reason; in favor, another thing outweighs what was said before.
  const behind = counts ? bearingOfPlain(counts) : null;
  return behind?.is === 'against' ? behind : bearing('turns');
});

/** The part of a sentence that counts, where it concedes something: what stands behind "but", or behind the comma after "although …". */
function weighed(sentence: Sentence): Sentence | null {
  const { text, tokens, found: { present } } = sentence;
  if (!present.has('concedes') && !present.has('turns-to')) return sentence;
  if (present.has('turns-to')) {
    const last = placesOf(sentence, 'turns-to').at(-1)?.to ?? 0;
    return last < tokens.count ? readSentence(text.slice(tokens.starts[last])) : null;
  }
  const comma = standsAt(sentence.found, 'concedes', 0) ? tokens.keys.indexOf(',') : -1;
  return comma > 0 ? readSentence(text.slice(tokens.starts[comma + 1])) : null;
}

function bearingOfPlain(sentence: Sentence): Bearing {
  if (!isRule(sentence)) return bearingOfCase(sentence);
  const { present } = sentence.found;
  const against = present.has('speaks-against') && !present.has('modal') ? affirmed(sentence, 'speaks-against') : 0;
  if (against > 0) return bearing('against', against);
  return present.has('advises-against') && !isNarrowed(sentence) ? bearing('against') : bearing('rule');
}

function bearing(is: Bearing['is'], count = 1, plainly = 0): Bearing {
  return { is, count, plainly };
}

/** Only what names a source, advises or asks for something of anybody is a rule: "Clearance comes first" may be an argument. */
function isRule(sentence: Sentence): boolean {
  const { present } = sentence.found;
  if (namesAPerson(sentence)) return voiceOf(sentence) === 'general';
  if (present.has('voice-source') || present.has('wants-of-anybody')) return true;
  if (affirmed(sentence, 'well-chosen') > 0) return false;
  return (present.has('voice-of-advice') || present.has('advises-against')) && !speaksOfThisCase(sentence);
}

/** "He", "the patient", "this worker"; not "patients", "a patient". */
function namesAPerson(sentence: Sentence): boolean {
  if (hasWord(sentence, 'person-pronoun') || hasWord(sentence, 'always-this-person')) return true;
  return placesOf(sentence, 'one-person').some(({ from }) => standsAt(sentence.found, 'this-one', from - 1) || standsAt(sentence.found, 'this-one', from - 2));
}

function isNarrowed(sentence: Sentence): boolean {
  const { from = 0, to = 0 } = placesOf(sentence, 'advises-against')[0] ?? {};
  return says(sentence, 'narrows-advice', 0, from) || says(sentence, 'narrows-advice', to);
}

/** What is told of the patient or the request: anything in favor counts, however little it is. */
function bearingOfCase(sentence: Sentence): Bearing {
  const plainly = affirmed(sentence, 'plainly-for');
  const isNormal = hasWord(sentence, 'is-normal') || hasWord(sentence, 'test-negative');
  if (placesOf(sentence, 'speaks-for').some(({ from, to }) => !isWithinAny(sentence, from) && !isDenied(sentence, from, to)) || plainly > 0) return bearing(failsToHelp(sentence) ? 'failed' : 'for', 1, plainly);
  const findings = mentionsOf<ClinicalFinding>(sentence, 'finding').filter(({ value: { kind } }) => kind === 'sign' || kind === 'test');
  const denied = findings.filter(({ from, to }) => isNormal || isDenied(sentence, from, to));
  if (denied.length < findings.length) return bearing('for');
  if (failsToHelp(sentence)) return bearing('failed');
  if (placesOf(sentence, 'harm-word').some(({ from, to }) => isDenied(sentence, from, to))) return bearing('for', 1, 1);
  if (placesOf(sentence, 'well-missed').some(({ from, to }) => isDenied(sentence, from, to))) return bearing('for');
  if (sentence.found.present.has('left-undone')) return bearing('undone');
  const lacks = placesOf(sentence, 'support-word').some(({ from, to }) => !isWithinAny(sentence, from) && !isWithinAny(sentence, from - 1) && isDenied(sentence, from, to));
  const said = placesOf(sentence, 'speaks-against').length + affirmed(sentence, 'harm-told') + (sentence.found.present.has('advises-against') ? 1 : 0);
  const count = said + (denied.length > 0 || lacks || isNormal ? 1 : 0);
  if (count > 0) return bearing('against', count);
  // "None of the records explains why an ordinary one would not serve."
  if (hasWord(sentence, 'denies-a-thing') && sentence.found.present.has('of-paper') && !sentence.found.present.has('treatment')) return bearing('against');
  return hasWord(sentence, 'denies-a-thing') || sentence.found.present.has('weakly-against') ? bearing('denied') : bearing('open');
}

function affirmed(sentence: Sentence, list: string): number {
  return placesOf(sentence, list).filter(({ from, to }) => !isDenied(sentence, from, to)).length;
}

/** "Therapy brought no relief", "naproxen did not help"; that no gain was recorded is said of the records. */
function failsToHelp(sentence: Sentence): boolean {
  const { present } = sentence.found;
  if (!present.has('is-gain') || (present.has('told-of-record') && present.has('of-function'))) return false;
  const isNone = placesOf(sentence, 'is-gain').some(({ from, to }) => isDenied(sentence, from, to));
  return isNone && (present.has('other-care') || present.has('drug') || mentionsOf<Treatment>(sentence, 'treatment').some(({ value: { kind } }) => !FINDS_OUT.has(kind)));
}

/** What finds something out brings no relief. */
const FINDS_OUT: ReadonlySet<TreatmentKind> = new Set(['testing', 'imaging', 'electrodiagnostics', 'evaluation']);

/** A word for a gain within words that speak against the request ("no lasting benefit") says nothing for itself. */
function isWithinAny(sentence: Sentence, at: number): boolean {
  return placesOf(sentence, 'speaks-against').some(({ from, to }) => from <= at && at < to) || placesOf(sentence, 'advises-against').some(({ from, to }) => from <= at && at < to);
}

/** A denial ends where something is told behind a comma ("no radiculopathy, a clear deficit of flexion"), and reaches the clause that tells which thing is meant. */
function isDenied(sentence: Sentence, from: number, to: number): boolean {
  const { found, clauses, tokens: { keys } } = sentence;
  if (!assertionOf(sentence, from, to).denied) {
    const clause = clauseAt(clauses, from);
    return clause?.role === 'relative' && hasWord(sentence, 'denies-ahead', Math.max(0, clause.from - REACH), clause.from);
  }
  let at = from - 1;
  while (at > 0 && !standsAt(found, 'denies-ahead', at)) at--;
  const comma = keys.slice(0, from).findIndex((key, i) => i > at && key === ',' && (TELLS.has(keys[i + 1] ?? '') || (keys[i + 1] === 'and' && hasWord(sentence, 'be', i, from))));
  return comma < 0;
}

const REACH = 8;

const TELLS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'with', 'he', 'she', 'his', 'her', 'it', 'there']);

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The phrases of a list, those within another left out. */
function placesOf({ found, tokens }: Sentence, list: string): readonly Place[] {
  if (!found.present.has(list)) return NONE;
  const places: Place[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const to = longestPhraseAt(found, list, at);
    if (to !== undefined && at >= (places.at(-1)?.to ?? 0)) places.push({ from: at, to });
  }
  return places;
}

const NONE: readonly never[] = [];

/** A bound that a rule sets: so many days, visits or milligrams at most, or at least. */
interface Limit {
  readonly of: 'days' | 'visits' | 'mg';
  readonly value: number;
  readonly way: 'most' | 'least';
}

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365 };

interface Measured {
  readonly of: Limit['of'];
  readonly value: number;
  readonly at: number;
}

/** Visits, milligrams and lengths of time, "two years old" of an injury too; of a range the larger number. */
const measuresIn = keptBy((sentence: Sentence): readonly Measured[] => {
  const { tokens: { keys, kinds, starts }, text } = sentence;
  const measures: Measured[] = [];
  let from = 0;
  for (let at = 0; at < keys.length; at++) {
    const start = starts[at] ?? 0;
    if (start < from || !(kinds[at] === 'number' || isNumberWord(keys[at] ?? ''))) continue;
    const amount = readAmount(text, start);
    if (!amount || amount.form === 'parts') continue;
    from = amount.end;
    const behind = starts.findIndex((each) => each >= amount.end);
    const measured = behind < 0 ? null : unitOf(keys, behind) ?? bareVisits(keys, at, behind);
    if (measured) measures.push({ of: measured.of, value: Math.max(...amount.values) * measured.times, at });
  }
  return measures;
});

function unitOf(keys: readonly string[], at: number): { readonly of: Limit['of']; readonly times: number } | null {
  const unit = keys[at] ?? '';
  const days = DAYS[unit];
  if (days !== undefined) return keys[at + 1] !== 'old' || keys.slice(0, at).some((key) => HURTS.has(key)) ? { of: 'days', times: days } : null;
  if (unit === 'mg') return { of: 'mg', times: 1 };
  return keys.slice(at, at + 3).some((key) => VISITS.has(key)) ? { of: 'visits', times: 1 } : null;
}

/** "She has had 46." */
function bareVisits(keys: readonly string[], at: number, behind: number): { readonly of: 'visits'; readonly times: 1 } | null {
  return HAD.has(keys[at - 1] ?? '') && /^[.,;]$/.test(keys[behind] ?? '') ? { of: 'visits', times: 1 } : null;
}

const HAD: ReadonlySet<string> = new Set(['had', 'completed', 'attended', 'received', 'finished', 'undergone']);
const VISITS: ReadonlySet<string> = new Set(['visit', 'session', 'treatment', 'appointment']);
const HURTS: ReadonlySet<string> = new Set(['injury', 'complaint', 'strain', 'sprain', 'accident', 'fall', 'pain', 'symptom', 'fracture', 'operation', 'surgery', 'scar', 'tear']);

const limitsOf = keptBy((sentence: Sentence): readonly Limit[] => {
  return measuresIn(sentence).flatMap(({ of, value, at }): Limit[] => {
    const near = (kind: Said): boolean => says(sentence, kind, Math.max(0, at - 4), at);
    if (near('limit-least-before')) return sentence.found.present.has('advises-against') ? [{ of, value, way: 'least' }] : [];
    return near('limit-most-before') ? [{ of, value, way: 'most' }] : [];
  });
});

/** Whether what is told of the patient is beyond a bound: the one figure of its kind, and the one bound. */
function passes(sentence: Sentence, limits: readonly Limit[]): boolean {
  if (limits.length === 0) return false;
  const measures = measuresIn(sentence);
  return limits.some(({ of, value, way }) => {
    const told = measures.filter((each) => each.of === of);
    if (told.length !== 1 || limits.filter((each) => each.of === of).length !== 1) return false;
    const has = told[0]?.value ?? value;
    return way === 'most' ? has > value : has < value;
  });
}

/** Whether a conclusion is no more than a verdict: no cause, purpose or exception is given in it. */
export const isBareVerdict = keptBy((sentence: Sentence): boolean => {
  return !hasWord(sentence, 'turns-argument') && !says(sentence, 'gives-purpose') && phraseAt(sentence.found, 'opens-cause', 0) === undefined;
});

type Said = keyof typeof data;

/** Words that are in most sentences, and so not in the lists that every sentence is searched for: asked only of what is argued. None begins with another of its kind. */
const phrases = once(() => new Map(Object.entries(data).map(([kind, words]) => [kind, new KeyedPhrases(words.map((word) => [word, kind]))])));

/** Whether a phrase of a kind stands in tokens `from` up to `to`. */
function says({ tokens }: Sentence, kind: Said, from = 0, to = tokens.count): boolean {
  const ofKind = phrases().get(kind);
  for (let at = from; at < to; at++) if ((ofKind?.at(tokens, at)?.to ?? Infinity) <= to) return true;
  return false;
}
