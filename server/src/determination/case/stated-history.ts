import { assertionOf } from '../../language/assertion.ts';
import { phraseAt, standsAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Slot, Statement } from '../../language/statement.ts';
import { findDates } from '../../vocabulary/dates.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import { resultsIn } from './case-results.ts';
import { isOfGuideline } from '../words/case-voice.ts';
import { gainsDenied } from '../words/denied-gains.ts';
import { thingsDenied } from '../words/denied-things.ts';
import { wordsDenied, type DeniedWords } from '../words/denied-words.ts';
import type { ToldTreatment, Unplaced } from './history-fact.ts';
import { asThing, gainNamed, isPictured, NAMED_BEFORE } from '../words/named-things.ts';

/** What the rows read of the history in a sentence, what it denies, and what its tests have shown. */
export function statedIn(sentence: Sentence): Unplaced[] {
  const told = statementsOf(sentence, 'case').flatMap((statement) => historyOf(sentence, statement) ?? []);
  told.sort((one, other) => Number(other.treatment !== null) - Number(one.treatment !== null));
  const facts = [...told, ...denied(sentence), ...results(sentence)];
  const read = facts.filter((fact, i) => !facts.slice(0, i).some((known) => isReadTwice(known, fact)));
  const inWords = wordsDenied(sentence).map((words) => inAnyWords(sentence, words));
  const gains = gainsDenied(sentence).map(({ gain, of, from, to }) => ({ topic: 'gain', value: 'absent', name: gain.name, treatment: gain, of, from, to, sure: !isOfGuideline(sentence, from, to) }));
  return [...read, ...gains.filter((fact) => !read.some((known) => isReadTwice(known, fact))), ...inWords.filter((fact) => !read.some((known) => isReadTwice(known, fact) && known.treatment?.id === fact.treatment?.id))];
}

/** Two rows may read the same words. */
function isReadTwice(one: Unplaced, other: Unplaced): boolean {
  return one.topic === other.topic && one.value === other.value && one.from < other.to && other.from < one.to;
}

function historyOf(sentence: Sentence, statement: Statement): Unplaced | null {
  const { says: { history, value, name }, from, to, slots } = statement;
  if (history === undefined) return null;
  const fact = { treatment: null, from, to, sure: !assertionOf(sentence, from, to).denied && !assertionOf(sentence, from, to).possible };
  const number = slots['number'] ? String(readAmount(slots['number'].text, 0)?.values[0] ?? '') : '';
  switch (history) {
    case 'score': return slots['number'] && (PART_OF_SUM.test(sentence.text.slice(slots['number'].span.end)) || OR_LESS.test(sentence.text.slice(slots['number'].span.end)) || LIMIT.test(sentence.text.slice(0, slots['number'].span.start))) ? null : scoreFact({ ...fact, sure: fact.sure && !standsAt(sentence.found, 'modal', to) }, name ?? slots['of']?.text ?? '', number);
    case 'obese': return Number(slots['number']?.text) < OBESE ? null : { ...fact, topic: 'state', value: 'present', name: 'obesity', treatment: { id: 'obesity', kind: 'state', name: 'obesity' } };
    case 'structure': {
      if (value === 'present' && assertionOf(sentence, from, to).denied) return null;
      const torn = slots['of']?.text.toLowerCase().replace(/ tendon$/, '') ?? '';
      return { ...fact, topic: 'state', value: value ?? '', name: `tear of the ${torn}`, treatment: { id: `tear ${torn}`, kind: 'structure', name: `tear of the ${torn}` }, sure: value === 'absent' ? isPlainly(sentence, from) : fact.sure };
    }
    case 'done': return doneFact(sentence, statement);
    case 'gain-denied': return { ...fact, topic: 'gain', value: 'absent', name: 'benefit', treatment: gainNamed(value ?? ''), sure: fact.sure && !hasWord(sentence, 'to-come') };
    case 'trend': return trendOf(sentence, fact, statement);
    case 'stopped': {
      const treatment = treatmentOf(sentence, statement);
      const why = slots['why']?.text ?? '';
      return treatment && why !== '' ? { ...fact, topic: 'reason for stopping', value: why.toLowerCase(), name: why, treatment } : null;
    }
    case 'gain': return { ...fact, topic: history, value: 'present', name: value ?? '', treatment: gainNamed(value ?? ''), sure: !assertionOf(sentence, from, to).denied && isGain(sentence, statement) };
    case 'rise': return slots['first'] ? { ...fact, topic: 'bronchodilator response', ...riseOf(Number(slots['first'].text), Number(number), isRiseBy(sentence, slots['first'])) } : null;
    case 'work status': return value === undefined || (value === 'full' && isNotSo(sentence, from, to)) ? null : { ...fact, topic: history, value, name: name ?? history };
    case 'visits': return { ...fact, topic: 'visits', value: number, name: slots['of']?.text ?? '', treatment: treatmentOf(sentence, statement) };
    case 'household': return { ...fact, topic: history, value: value ?? '', name: name ?? history, sure: !sentence.tokens.keys.slice(Math.max(0, from - 3), from).some((key) => key === 'not' || key === 'never') };
    case 'family': return slots['of'] ? { ...fact, topic: history, value: value ?? '', name: `${slots['of'].text} ${name ?? ''}`, treatment: { id: slots['of'].text.toLowerCase(), kind: 'state', name: slots['of'].text } } : null;
    case 'completed': return { ...fact, topic: 'visits', value: number, name: 'visits' };
    case 'allergy': {
      const treatment = treatmentOf(sentence, statement);
      return treatment && { ...fact, topic: 'allergy', value: treatment.id, name: treatment.name, treatment };
    }
    case 'occupation': return { ...fact, topic: history, value: value ?? '', name: name ?? '', sure: fact.sure && isOfTheWorker(sentence, from) };
    case 'mechanism': return { ...fact, topic: 'mechanism of injury', value: value ?? '', name: name ?? '', sure: fact.sure && !isOfFigures(sentence, to) && (hasWord(sentence, 'told-of-the-injury') || findDates(sentence.text).length > 0) };
    default: return value === undefined ? null : { ...fact, topic: history, value, name: name ?? history };
  }
}

/** Words of a score that rose. */
const UP: ReadonlySet<string> = new Set(['climbed', 'rose', 'went up', 'increased', 'worsened', 'got worse', 'grew worse', 'deteriorated', 'crept up', 'shot up']);

/** "Her PHQ-9 climbed", "PHQ-9 was 18 in May, 9 in June": which way a score went, in words or by its first and last figure; null where a later year stands first. */
function trendOf({ tokens }: Sentence, fact: Pick<Unplaced, 'treatment' | 'from' | 'to' | 'sure'>, { to, slots: { of, word, first, number } }: Statement): Unplaced | null {
  const [before, after] = [Number(first?.text), Number(number?.text)];
  const years = tokens.keys.slice(first?.to ?? to, to + YEARS_BEHIND).filter((key) => /^(?:19|20)\d\d$/.test(key));
  const isTurned = years.some((year, i) => i > 0 && year < (years[i - 1] ?? ''));
  if (!of || isTurned || (!word && !(before !== after && before < MOST_OF_A_SCORE && after < MOST_OF_A_SCORE))) return null;
  const isUp = word ? UP.has(word.text.toLowerCase().replace(/\s+/g, ' ')) : after > before;
  const scale = of.text.toLowerCase().replace(/\W/g, '');
  return { ...fact, topic: `trend ${SCALES[scale] ?? scale}`, value: isUp ? 'up' : 'down', name: word ? `${of.text} ${word.text}` : `${of.text} from ${before} to ${after}` };
}

/** So many tokens behind the last figure may still give its year; what is more than any score is a year itself. */
const [YEARS_BEHIND, MOST_OF_A_SCORE] = [6, 200];

/** So many points of a hundred are a response to a bronchodilator. */
const RESPONSE = 10;

/** `isBy`: the second figure is the rise itself, "by 16 percent". */
function riseOf(before: number, second: number, isBy: boolean) {
  const after = isBy ? before + second : second;
  return { value: after - before >= RESPONSE ? 'present' : 'absent', name: `from ${before} to ${after}` };
}

function isRiseBy({ tokens: { keys, kinds } }: Sentence, { to }: Slot): boolean {
  const next = kinds.indexOf('number', to);
  return keys[next - 1] === 'by';
}

/** "She isn't back to full duty." */
function isNotSo({ tokens: { keys } }: Sentence, from: number, to: number): boolean {
  return keys.slice(Math.max(0, from - 1), to).some((key) => key === 'not' || key === 'never');
}

/** "Of 35 percent or less". */
const OR_LESS = /^\s*(?:%|per ?cent|points)?,? or (?:less|more|lower|higher|greater|worse|better|below|above|over)\b/i;
/** "MED = 60 (morphine) + …". */
const PART_OF_SUM = /^\s*(?:\([^)]{0,30}\)\s*)?\+/;

/** "BMI >40", "AHI >=15", "a BMI of less than 40", and by how much it changed: "ODI −28". */
const LIMIT = /(?:[<>≤≥]=?|[+−]|\s[-–]|\b(?:than|below|above|under|over|exceeding|least|most|between|within))\s?$/i;

/** From so high a body mass index on, nobody says that somebody isn't obese. */
const OBESE = 31;

/** The names of one measure are one topic. */
const SCALES: Readonly<Record<string, string>> = { hba1c: 'a1c', hemoglobina1c: 'a1c', bodymassindex: 'bmi', apneahypopneaindex: 'ahi', forcedvitalcapacity: 'fvc', lvef: 'ejectionfraction' };

function scoreFact(fact: Pick<Unplaced, 'treatment' | 'from' | 'to' | 'sure'>, name: string, value: string): Unplaced {
  const scale = name.toLowerCase().replace(/\W/g, '');
  return { ...fact, topic: `score ${SCALES[scale] ?? scale}`, value, name };
}

/** Nothing that may be denies what it says: "whether the cuff is intact". */
function isPlainly(sentence: Sentence, from: number): boolean {
  const { possible, conditional, planned } = assertionOf(sentence, from, from + 1);
  return !possible && !conditional && !planned;
}

/** "Pain fell from 9 to 4", "a fall in the score". */
function isOfFigures({ tokens }: Sentence, to: number): boolean {
  return tokens.kinds[to] === 'number' || tokens.keys[to] === 'in';
}

/** "This nurse", "a 48-year-old forklift driver": a trade alone may be anybody's. */
function isOfTheWorker(sentence: Sentence, from: number): boolean {
  return sentence.tokens.keys[from - 1] === 'this' || isToReturn(sentence, from) || hasWord(sentence, 'told-of-the-worker', Math.max(0, from - 9), Math.min(sentence.tokens.count, from + 3));
}

/** "An electrician who is to climb ladders", "a roofer has to carry": the work that somebody must be fit for. */
function isToReturn({ tokens: { keys } }: Sentence, from: number): boolean {
  const isAny = from === 1 && (keys[0] === 'a' || keys[0] === 'an') && !CARERS.has(keys[from] ?? '');
  return isAny && keys.slice(from + 1, from + 6).some((key) => MUST.has(key));
}

const MUST: ReadonlySet<string> = new Set(['must', 'is', 'has', 'needs', 'need', 'who', 'cannot', 'stands', 'lifts', 'kneels', 'climbs', 'carries']);
/** Whoever looks after the patient is not the patient. */
const CARERS: ReadonlySet<string> = new Set(['nurse', 'therapist', 'aide', 'caregiver', 'driver', 'registered', 'home', 'teacher', 'coach', 'instructor', 'technician', 'hospice', 'caretaker']);

/** So much of a score may be left where it has fallen enough to speak of. */
const GAINED = 0.8;

/** A figure of pain that fell, not one of a scale of five nor of motion; a gain that came, and not one that is hoped for. */
function isGain(sentence: Sentence, { says, slots: { first, number, percent } }: Statement): boolean {
  if (hasWord(sentence, 'to-come') && !hasWord(sentence, 'surely-done')) return false;
  if (first && number && says['value'] === 'gain-score') return Number(number.text) <= GAINED * Number(first.text);
  if (first && number) return Number(first.text) > Number(number.text) && Number(first.text) <= 10 && hasWord(sentence, 'of-pain');
  return says['value'] === 'gain-function' || percent === undefined || Number(percent.text) >= 20;
}

function doneFact(sentence: Sentence, statement: Statement): Unplaced | null {
  const { from, to } = statement;
  const treatment = treatmentOf(sentence, statement);
  if (!treatment) return null;
  const { denied, possible, conditional, planned } = assertionOf(sentence, from, to);
  return { topic: 'treatment', value: 'done', name: treatment.name, treatment, from, to, sure: !denied && !possible && !conditional && !planned };
}

/** What was never done, and the states that somebody is not in. */
function denied(sentence: Sentence): Unplaced[] {
  const read = thingsDenied(sentence).map(({ thing, from, to, sure, of, loose, isEntry }) =>
    ({ ...DENIED[thing.kind] ?? NEVER, name: thing.name, treatment: thing, from, to, sure: sure && (thing.kind !== 'structure' || isPictured(sentence)), of: of ?? [], ...(isFirmly(sentence, from, to, thing) && !loose ? {} : { loose: true }), ...(isEntry ? { isEntry } : {}) }));
  return [...read, ...statementsOf(sentence, 'lack').flatMap((statement) => neverOf(sentence, statement) ?? [])];
}

/** Of a thing that it names itself, and of what was done or written: "no EMG" in a list may be its result. A state is denied by any word. */
function isFirmly({ tokens: { keys } }: Sentence, from: number, to: number, thing: ToldTreatment): boolean {
  if (thing === NAMED_BEFORE) return false;
  return thing.kind === 'state' || thing.kind === 'structure' || keys.slice(Math.max(0, from - 2), to).some((key) => DONE_OR_WRITTEN.has(key));
}

const DONE_OR_WRITTEN: ReadonlySet<string> = new Set([
  'never', 'ever', 'been', 'had', 'has', 'have', 'having', 'was', 'were', 'did', 'undergone', 'received', 'tried', 'documentation', 'documented', 'record', 'recorded', 'evidence', 'mention', 'mentioned', 'report',
  'reported', 'nobody', 'shown', 'history', 'trial', 'indication', 'noted', 'found', 'done', 'performed', 'obtained', 'given', 'taken', 'underwent',
]);

/** What is denied in any words: one thing of a vocabulary, or words whose meaning only the letter knows. */
function inAnyWords({ text, tokens }: Sentence, { units, from, to, isOfNow, since }: DeniedWords): Unplaced {
  const [first, ...others] = units;
  if (since !== undefined) return { topic: 'words', value: 'never', name: first?.thing && others.length === 0 ? first.thing.name : text.slice(tokens.starts[from], tokens.ends[to - 1]), treatment: null, from, to, sure: true, words: units, isOfNow, since: text.slice(tokens.starts[since]) };
  if (first?.thing && others.length === 0 && (!isOfNow || first.thing.kind === 'state')) return { ...DENIED[first.thing.kind] ?? NEVER, name: first.thing.name, treatment: first.thing, from, to, sure: first.thing.kind !== 'structure', loose: true };
  const name = first?.thing && others.length === 0 ? first.thing.name : text.slice(tokens.starts[from], tokens.ends[to - 1]);
  return { topic: 'words', value: 'never', name, treatment: null, from, to, sure: true, words: units, isOfNow };
}

/** What tests have shown. A test that is asked for has shown nothing. */
function results(sentence: Sentence): Unplaced[] {
  return resultsIn(sentence).map(({ test, value, from, to }) => {
    const { possible, conditional, planned } = assertionOf(sentence, from, to);
    return { topic: 'result', value, name: value, treatment: test, from, to, sure: !possible && !conditional && !planned && (value === 'normal' || hasWord(sentence, 'result-shows', from, to) || sentence.tokens.keys.slice(0, to).includes(':')) };
  });
}

const NEVER = { topic: 'treatment', value: 'never' };
/** What is said of that which isn't done or not done. */
const DENIED: Readonly<Record<string, typeof NEVER>> = { state: { topic: 'state', value: 'absent' }, structure: { topic: 'state', value: 'absent' }, gain: { topic: 'gain', value: 'absent' } };

/** "Neither hand was ever operated on": the row says itself what was never done. */
function neverOf(sentence: Sentence, statement: Statement): Unplaced | null {
  const treatment = statement.says['value'] === 'never' ? treatmentOf(sentence, statement) : null;
  if (!treatment) return null;
  const { from, to } = statement;
  return { topic: 'treatment', value: 'never', name: treatment.name, treatment, from, to, sure: phraseAt(sentence.found, 'narrows-lack', to) === undefined };
}

/** What a statement speaks of: the row's own treatment, or that of its slot. */
function treatmentOf(sentence: Sentence, { says, slots }: Statement): ToldTreatment | null {
  if (says['treatment'] !== undefined) return { id: says['treatment'], kind: says['kind'] ?? '', name: says['treatment'].replace('-', ' ') };
  const { of } = slots;
  if (!of) return null;
  const [treatment] = mentionsOf<Treatment>(sentence, 'treatment', of.from, of.to);
  if (treatment) return treatment.value;
  const [drug] = mentionsOf<Drug>(sentence, 'drug', of.from, of.to);
  return drug ? asThing(drug.value) : null;
}
