import { clauseAt } from '../../language/clauses.ts';
import { isWithinPhrase, standsAt } from '../../language/lexicon.ts';
import { mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { findSpinalLevels } from '../../vocabulary/spinal-levels.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';

/**
 * Whom a sentence of a rationale speaks of. `case`: this patient, what was found, tried, measured, planned · `lack`: what this request or
 * file doesn't give, and no fact beside it · `general`: patients in general, as a guideline does · `request`: only what is asked for or goes on ·
 * `unsure`: none of these for sure.
 */
export type Voice = 'case' | 'lack' | 'general' | 'request' | 'unsure';

/**
 * Tells whom a sentence speaks of. Whatever may be about this patient is `case`: a person, a date, a measure, the past tense of care, a
 * finding, an entry of the record. `general` needs a word that only general talk has.
 */
export const voiceOf = keptBy((sentence: Sentence): Voice => {
  if (!sentence.tokens.kinds.includes('word')) return 'request';
  if (has(sentence, 'plan-to-continue')) return 'request';
  const advises = isAdvice(sentence);
  if (!has(sentence, 'voice-source') && findSides(sentence.text).some(({ value }) => value !== 'bilateral')) return 'case';
  if (speaksOfSomebody(sentence, advises) || isDated(sentence) || isInTime(sentence) || tellsPast(sentence, advises)) return 'case';
  if (has(sentence, 'lacking', ['evidence-lacking']) || (has(sentence, 'of-request') && !has(sentence, 'asks'))) {
    return (has(sentence, 'of-record') && !has(sentence, 'no-record')) || (!advises && (measuresBeside(sentence) || looksAtStudy(sentence))) ? 'case' : 'lack';
  }
  if (advises ? recordIsWanting(sentence) : statesFact(sentence)) return isMeasureOfAny(sentence) ? 'general' : 'case';
  if (has(sentence, 'asks') || (!advises && has(sentence, 'verdict-words'))) return 'request';
  if (advises && sentence.tokens.keys.includes(';') && halvesOf(sentence).some((half) => voiceOf(half) === 'case')) return 'case';
  // What will be done is of this patient, unless a source says it.
  if (!has(sentence, 'voice-source') && sentence.tokens.keys.includes('will')) return 'unsure';
  return advises || has(sentence, 'general') ? 'general' : 'unsure';
});

/** What stands around a semicolon is said by itself: "the Academy treats levels below 20; at 22 it is apt". */
function halvesOf({ text }: Sentence): readonly Sentence[] {
  return text.split(';').map((half) => readSentence(half.trim()));
}

/** The voice of a guideline: a source, or what one recommends, asks for and allows. */
function isAdvice(sentence: Sentence): boolean {
  return has(sentence, 'voice-source', ['no-study']) || has(sentence, 'voice-of-advice');
}

/** This patient, his or her physician, or this case; not "the patient" in an "if" of a guideline. */
function speaksOfSomebody(sentence: Sentence, advises: boolean): boolean {
  if (has(sentence, 'always-this-person') || has(sentence, 'this-case') || has(sentence, 'title-of-person')) return true;
  if (!advises && has(sentence, 'this-is')) return true;
  const ofSomebody = (at: number): boolean => !advises || !isConditional(sentence, at);
  return places(sentence, 'person-pronoun', ['either-person']).some(ofSomebody)
    || places(sentence, 'one-person', ['no-person']).some((at) => ofSomebody(at) && isThisOne(sentence, at, advises))
    || places(sentence, 'one-provider', ['no-person']).some((at) => ofSomebody(at) && isThisOne(sentence, at, advises) && !(advises && standsAt(sentence.found, 'modal', at + 1)));
}

/** "The patient", "the injured worker", "Claimant reports"; neither "a patient" nor, in a guideline, "the patient with a tumor". */
function isThisOne(sentence: Sentence, at: number, advises: boolean): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4) && sentence.tokens.kinds[before] === 'word'; before--) {
    if (standsAt(sentence.found, 'any-one', before) || standsAt(sentence.found, 'be', before)) return false;
    if (standsAt(sentence.found, 'this-one', before)) return !advises || !standsAt(sentence.found, 'relative', at + 1) && sentence.tokens.keys[at + 1] !== 'with';
  }
  return standsAt(sentence.found, 'does-something', at + 1) || /['’]s$/.test(sentence.tokens.text.slice(sentence.tokens.starts[at], sentence.tokens.ends[at]));
}

function isDated(sentence: Sentence): boolean {
  if (findDates(sentence.text).length > 0) return true;
  return places(sentence, 'month').some((at) => [at + 1, at - 1].some((beside) => sentence.tokens.kinds[beside] === 'number'));
}

function isInTime(sentence: Sentence): boolean {
  return [...places(sentence, 'in-time', ['in-time-of-anybody']), ...places(sentence, 'with-result')]
    .some((at) => !isConditional(sentence, at) && !standsAt(sentence.found, 'relative', at - 1));
}

/** What was done, tried and seen: the past tense outside of what studies found and of what a guideline asks for ("who have failed"). */
function tellsPast(sentence: Sentence, advises: boolean, except: readonly string[] = []): boolean {
  if (has(sentence, 'study-source', ['no-study'])) return false;
  const isAtLarge = advises || has(sentence, 'general');
  const isTold = (at: number): boolean => !isConditional(sentence, at) && !standsAt(sentence.found, 'relative', at - 1) && !standsAt(sentence.found, 'voice-source', at - 1)
    && !(isAtLarge && isAskedFor(sentence, at));
  if (places(sentence, 'has-been', ['lacking', ...except]).some((at) => isTold(at) && isPast(sentence, at))) return true;
  return places(sentence, advises ? 'told-plainly' : 'care-past', except).some(isTold);
}

/** What a guideline wants told or done before: "how often the unit was used", "after other procedures have failed". */
function isAskedFor(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= at - 5 && sentence.tokens.kinds[before] === 'word'; before--) if (standsAt(sentence.found, 'asks-how', before)) return true;
  return false;
}

/** "Was worn", "has been tried", "have failed"; neither "has been shown to" nor "has risks". */
function isPast(sentence: Sentence, at: number): boolean {
  const { keys } = sentence.tokens;
  for (let next = at + 1; next <= at + 3; next++) if (standsAt(sentence.found, 'known-in-general', next)) return false;
  const verb = keys[at] ?? '';
  if (verb !== 'has' && verb !== 'have') return true;
  return [at + 1, at + 2, at + 3].some((next) => standsAt(sentence.found, 'irregular-past', next) || /ed$/.test(keys[next] ?? ''));
}

/** A measure, a side, a level, an entry of the record, something seen. */
function statesFact(sentence: Sentence): boolean {
  const isGeneral = has(sentence, 'general');
  if (sentence.tokens.kinds.includes('number') || has(sentence, 'record-verb') || has(sentence, 'of-record', ['no-record'])) return true;
  if (findSides(sentence.text).length > 0 || findSpinalLevels(sentence.text).length > 0) return true;
  if (has(sentence, 'of-life') || statesDefinite(sentence)) return true;
  return isGeneral ? countsBeside(sentence) : has(sentence, 'is-seen') || mentionsOf(sentence, 'finding').length > 0 || counts(sentence);
}

/** "Eight tablets a month are no overuse, and most attacks end soon": a count in another part than what is said at large. */
function countsBeside(sentence: Sentence): boolean {
  const { keys, count } = sentence.tokens;
  const general = places(sentence, 'general');
  let from = 0;
  for (let at = 0; at <= count; at++) {
    if (at < count && keys[at] !== ',' && keys[at] !== ';') continue;
    if (!general.some((place) => from <= place && place < at) && counts(sentence, from, at)) return true;
    from = at + 1;
  }
  return false;
}

/** "A series is three to five injections", "a course lasts six weeks": what any one of them measures. */
function isMeasureOfAny(sentence: Sentence): boolean {
  const { keys, kinds } = sentence.tokens;
  if (!OF_ANY.has(keys[0] ?? '')) return false;
  const verb = keys.findIndex((key, at) => at > 0 && at < 6 && MEASURES.has(key));
  return verb > 0 && [verb + 1, verb + 2].some((at) => kinds[at] === 'number' || standsAt(sentence.found, 'number-word', at));
}

const OF_ANY: ReadonlySet<string> = new Set(['a', 'an', 'frequency', 'duration', 'dosage', 'dosing']);
const MEASURES: ReadonlySet<string> = new Set(['is', 'lasts', 'last', 'runs', 'run', 'consists', 'consist', 'takes', 'take', 'comprises', 'comprise', 'means', 'mean', 'holds', 'hold', 'requires', 'require']);

/** "The headache", "both knees": of somebody, outside of an "if". */
function statesDefinite(sentence: Sentence): boolean {
  const parts = [...mentionsOf(sentence, 'finding'), ...mentionsOf(sentence, 'region')].map(({ from }) => from);
  return [...parts, ...places(sentence, 'body-state')].some((at) => standsAt(sentence.found, 'definite', at - 1) && !isConditional(sentence, at));
}

/** "Two injections", "nine years". */
function counts(sentence: Sentence, from = 0, to = sentence.tokens.count): boolean {
  return places(sentence, 'counted').some((at) => from <= at && at < to && [at - 1, at - 2, at - 3].some((before) => standsAt(sentence.found, 'number-word', before)));
}

/** "The thresholds differ by 5 dB, and there is no vertigo": a figure in another part of the sentence than what is lacking. */
function measuresBeside(sentence: Sentence): boolean {
  const { tokens: { kinds, count } } = sentence;
  const lacks = [...places(sentence, 'lacking'), ...places(sentence, 'of-request')];
  let from = 0;
  for (let at = 0; at <= count; at++) {
    if (at < count && kinds[at] !== 'mark') continue;
    if (kinds.slice(from, at).includes('number') && !lacks.some((place) => from <= place && place < at)) return true;
    from = at + 1;
  }
  return false;
}

/** "No fracture or instability on the MRI": a study that was looked at. */
function looksAtStudy(sentence: Sentence): boolean {
  const { keys } = sentence.tokens;
  return mentionsOf<Treatment>(sentence, 'treatment').some(({ value: { kind }, from }) => kind === 'imaging' && keys[from - 1] === 'the' && (keys[from - 2] === 'on' || keys[from - 2] === 'in' || keys[from - 2] === 'by'));
}

/** A guideline asks for records; that they are missing, or here, is said of a case. */
function recordIsWanting(sentence: Sentence): boolean {
  const wanting = has(sentence, 'denies-ahead') || has(sentence, 'record-verb', ['to-be-recorded']) || has(sentence, 'denies-behind');
  return wanting && has(sentence, 'of-record', ['no-record', 'to-be-recorded']);
}

/** In a clause with "if", "when", "who" and the like. */
function isConditional(sentence: Sentence, at: number): boolean {
  const clause = clauseAt(sentence.clauses, at);
  const role = clause?.role;
  // "Which the worker has not had" tells of somebody; "who have failed therapy" of anybody.
  const ofAnybody = role === 'relative' && sentence.tokens.keys[clause?.from ?? 0] !== 'which';
  // "That the worker hopes for it" at the beginning is a fact.
  return role === 'condition' || role === 'time' || ofAnybody || [at - 1, at - 2].some((before) => standsAt(sentence.found, 'asks-whether', before) && !(before === 0 && sentence.tokens.keys[0] === 'that'));
}

function has(sentence: Sentence, list: string, except: readonly string[] = []): boolean {
  return sentence.found.present.has(list) && places(sentence, list, except).length > 0;
}

/** Where phrases of a list begin, but for those within a phrase of another. */
function places({ found, tokens }: Sentence, list: string, except: readonly string[] = []): number[] {
  if (!found.present.has(list)) return [];
  const covered = except.filter((other) => found.present.has(other));
  const starts: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (standsAt(found, list, at) && !covered.some((other) => isWithinPhrase(found, other, at))) starts.push(at);
  }
  return starts;
}

/** Whether a sentence names the patient, those who treat the patient, or what the record holds: narrower than `case`. */
export const speaksOfThisCase = keptBy((sentence: Sentence): boolean => {
  return speaksOfSomebody(sentence, isAdvice(sentence)) || has(sentence, 'of-record', ['no-record']);
});

/**
 * What a conclusion gives as its cause ("As the gait is steady, …"): the voice of that clause; null where it gives none. A cause stands at
 * the beginning or behind a comma, or follows "because".
 */
export const causeOf = keptBy((sentence: Sentence): Voice | null => {
  if (places(sentence, 'person-pronoun', ['either-person']).length > 0) return 'case';
  const { tokens } = sentence;
  for (const at of places(sentence, 'gives-cause', ['gives-no-cause'])) {
    const word = tokens.keys[at];
    if (at > 0 && tokens.kinds[at - 1] !== 'mark' && !standsAt(sentence.found, 'therefore', 0) && word !== 'because' && word !== 'since') continue;
    const commas = tokens.keys.flatMap((key, i) => (i > at && key === ',' ? [i] : []));
    // "With a click, groin pain and films that show nothing, …": the cause may go on behind its first comma.
    const voices = (commas.length > 0 ? commas : [tokens.count - 1]).map((end) => voiceOf(readSentence(tokens.text.slice(tokens.starts[at], tokens.ends[end]))));
    if (voices.includes('case')) return 'case';
    const voice = voices[0] ?? 'unsure';
    if (voice !== 'request' && (voice !== 'unsure' || word !== 'with')) return voice;
  }
  return null;
});

/** Whether a sentence asks for something and says nothing else ("The applicant wants one at home"). */
export function onlyAsks(sentence: Sentence): boolean {
  return has(sentence, 'asks') && mentionsOf(sentence, 'finding').length === 0 && !tellsPast(sentence, false, ['asks']);
}

/** Whether a sentence only says that there is no basis for an approval. */
export function onlyRefuses(sentence: Sentence): boolean {
  return has(sentence, 'no-basis') && voiceOf(sentence) !== 'case';
}
