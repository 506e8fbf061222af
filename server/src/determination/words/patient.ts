import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import type { Span } from '../../markdown/span.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { inEach } from '../statements.ts';

export type Sex = 'male' | 'female';

/** What a text says of the patient outright. Span: in the text. */
export interface Said<Value> {
  readonly value: Value;
  readonly span: Span;
}

const SEXES: Readonly<Record<string, Sex>> = {
  male: 'male', man: 'male', gentleman: 'male', m: 'male', female: 'female', woman: 'female', lady: 'female', f: 'female', himself: 'male', herself: 'female',
};

/** The ages that some sentences give the patient, in years, in their order. Guideline limits, other people and other times don't count. */
export const agesIn = inEach(agesOf);

/** The sexes that some sentences give the patient outright, in their order. Pronouns are none. */
export const sexesIn = inEach(sexesOf);

/** The decades of age that some sentences put the patient in, by their first year: 60 for "in her sixties". */
export const decadesIn = inEach(decadesOf);

const DECADES: Readonly<Record<string, number>> = {
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, quadragenarian: 40, quinquagenarian: 50, sexagenarian: 60, septuagenarian: 70, octogenarian: 80,
};

function decadesOf(sentence: Sentence): readonly Said<number>[] {
  return inOrder(ofThePatient(sentence).flatMap(({ slots: { decade } }) => {
    const value = decade && (DECADES[sentence.tokens.keys[decade.from] ?? ''] ?? Number.parseInt(decade.text, 10));
    return decade && value ? [{ value, span: decade.span }] : [];
  }));
}

function agesOf(sentence: Sentence): readonly Said<number>[] {
  return inOrder(ofThePatient(sentence).flatMap(({ slots: { age } }) => {
    const value = age && readAmount(age.text, 0)?.values[0];
    return age && value !== undefined && isAge(value) && !isLimit(sentence.text, age.span.start) ? [{ value, span: age.span }] : [];
  }));
}

function sexesOf(sentence: Sentence): readonly Said<Sex>[] {
  return inOrder(ofThePatient(sentence).flatMap(({ slots: { who, self } }) => {
    const said = who ?? self;
    const value = SEXES[said?.text.toLowerCase() ?? ''];
    return said && value ? [{ value, span: said.span }] : [];
  }));
}

/** Several rows may read the same words: each place counts once. */
function inOrder<Value>(said: readonly Said<Value>[]): readonly Said<Value>[] {
  return said.filter(({ span }, i) => said.findIndex((other) => other.span.start === span.start) === i).sort((one, other) => one.span.start - other.span.start);
}

/** "Age < 65" is a limit. */
function isLimit(text: string, start: number): boolean {
  return /[<>≤≥]\s?$/.test(text.slice(Math.max(0, start - 2), start));
}

/** Nobody younger works, and nobody gets older. */
function isAge(value: number): boolean {
  return Number.isInteger(value) && value >= 14 && value < 120;
}

/** The statements of a sentence that speak of the letter's patient as he or she is now. */
function ofThePatient(sentence: Sentence): readonly Statement[] {
  const statements = statementsOf(sentence, 'person');
  if (statements.length === 0 || hasWord(sentence, 'not-now') || hasWord(sentence, 'of-people-at-large') || speaksOfMany(sentence)) return [];
  return statements.filter((statement) => !isJoined(sentence, statement) && !isAboutAnother(sentence, statement));
}

/** "Patients", "workers over 40": people in general. */
function speaksOfMany({ tokens, found }: Sentence): boolean {
  return found.present.has('patient') && tokens.starts.some((start, at) =>
    found.lists[at]?.some(({ list, length }) => list === 'patient' && isPlural(tokens.text.slice(start, tokens.ends[at + length - 1]))) === true);
}

function isPlural(word: string): boolean {
  return /(?:[^s’']s|men)$/i.test(word);
}

/** Between an age and its noun stand adjectives: "a 62 year old with a daughter who is a nurse" names another. */
function isJoined(sentence: Sentence, { slots: { age, who }, from }: Statement): boolean {
  if (!who) return false;
  return isPlural(who.text) || hasWord(sentence, 'age-joint', age ? age.to : from + 1, who.from);
}

/** A relative, a colleague or a customer in the sentence may be the one who is meant; "this 62 year old nurse" is the patient whoever comes behind. */
function isAboutAnother(sentence: Sentence, { from, to, slots: { who } }: Statement): boolean {
  const pointed = sentence.tokens.keys.slice(Math.max(0, from - 1), from + 1).some((key) => key === 'this') || isPredicate(sentence, from);
  return ANOTHER.some((list) => hasWord(sentence, list, 0, who?.from ?? to) || (!pointed && hasWord(sentence, list, who?.to ?? to)));
}

const ANOTHER = ['family-member', 'other-at-work'] as const;

/** "The patient is a 52-year-old nurse who was hurt when a resident pulled": it is the patient, whoever comes behind. */
function isPredicate({ tokens: { keys }, found }: Sentence, from: number): boolean {
  const before = keys[from - 1] === 'a' || keys[from - 1] === 'an' ? from - 2 : from - 1;
  const at = keys[from] === 'is' || keys[from] === 'was' ? from : before;
  const isVerb = keys[at] === 'is' || keys[at] === 'was';
  return isVerb && (keys[at - 1] === 'he' || keys[at - 1] === 'she' || found.lists.some((hits, start) => start < at && hits.some(({ list, length }) => list === 'patient' && start + length === at)));
}
