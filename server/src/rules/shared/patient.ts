import type { Prose } from '../../determination/model.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { remember } from '../../markdown/remember.ts';
import { ownSentences } from './in-sentences.ts';
import { keptBy } from '../engine/own-words.ts';

export type Sex = 'male' | 'female';

/** Where a text says how old the patient is, or of which sex. Spans: in the text. */
export interface PatientStatement {
  readonly age: { readonly value: number; readonly span: Span } | null;
  readonly sex: { readonly value: Sex; readonly span: Span } | null;
}

const SEXES: Readonly<Record<string, Sex>> = {
  male: 'male', man: 'male', gentleman: 'male', female: 'female', woman: 'female', lady: 'female',
};

/** "59 year old", "59-year-old", "59 years of age", "59 y/o". */
const AGE = String.raw`(\d{1,3})(?:[- ]{1,2}|-? ?)(?:years?|yrs?\.?|y\/?o\b)[- ]?(?:old|of age)?`;
const SEX = String.raw`(male|man|gentleman|female|woman|lady)`;
const WHO = 'injured worker|worker|patient|claimant|applicant|employee|individual';
/** An age that a word for the patient follows: "59 year old, right hand dominant female". */
const AGE_OF = new RegExp(String.raw`(?<![\d.-])\b${AGE},?(?: (?!and|or|to|of|in|with|who|the\b)[a-z][a-z-]{1,15}){0,3}? (?:${SEX}|${WHO})\b`, 'gi');
/** "The patient is 59 years old", "This is a 59 year old". */
const IS_OF_AGE = new RegExp(String.raw`\b(?:${WHO}) (?:is|was) (?:now )?(?:an? |a\(n\) )?(?:now )?${AGE}`, 'gi');
/** "The injured worker is a female who". */
const IS_OF_SEX = new RegExp(String.raw`\b(?:${WHO}) (?:is|was) (?:an? |a\(n\) )(?:[a-z-]{2,15} )?${SEX}\b`, 'gi');
/** A sentence about somebody else, about patients in general, or about another time. */
const NOT_NOW = /\b(?:patients|persons|people|adults|workers|study|studies|trial|recommend\w*|guidelines?|older than|younger than|at the (?:time|date|onset)|on the (?:day|date) of|when (?:he|she) was|when injured|wife|husband|son|daughter|mother|father|child|brother|sister|spouse|co-?worker|supervisor|manager|foreman|boss|customer|client|inmate|student|suspect|pedestrian|neighbou?r|(?:boy|girl)?friend|roommate|coach|driver|passenger)\b/i;

/** Every statement has one of these: a quick no for most sentences. */
const HINT = /\d[- ]{0,2}y|(?:male|man|lady)\b/i;

/** What a text says of the patient's age and sex, in its order. Quotations, guideline limits and other people don't count. */
export const findPatient = keptBy((prose: Prose): readonly PatientStatement[] =>
  ownSentences(prose).flatMap(({ words, start }) => statements(words).map(({ age, sex }) => ({
    age: age && { ...age, span: shift(age.span, start) }, sex: sex && { ...sex, span: shift(sex.span, start) },
  }))));

/** What one sentence says. Spans: in the sentence. */
const statements = remember((sentence: string): readonly PatientStatement[] => {
  if (!HINT.test(sentence) || NOT_NOW.test(sentence)) return [];
  const found = [...sentence.matchAll(AGE_OF), ...sentence.matchAll(IS_OF_AGE)].map((match) => statement(match, match[1], match[2]));
  const sexes = [...sentence.matchAll(IS_OF_SEX)].map((match) => statement(match, undefined, match[1]));
  const ages = found.filter(({ age }, i) => found.findIndex((other) => other.age?.span.start === age?.span.start) === i);
  return [...ages, ...sexes.filter(({ sex }) => !ages.some((other) => other.sex?.span.start === sex?.span.start))]
    .sort((one, other) => startOf(one) - startOf(other));
});

function statement(match: RegExpExecArray, age: string | undefined, sex: string | undefined): PatientStatement {
  const from = match.index;
  const ageAt = age === undefined ? -1 : from + match[0].indexOf(age);
  const sexAt = sex === undefined ? -1 : from + match[0].lastIndexOf(sex);
  const value = SEXES[sex?.toLowerCase() ?? ''];
  return {
    age: age === undefined ? null : { value: Number(age), span: span(ageAt, ageAt + age.length) },
    sex: sex === undefined || value === undefined ? null : { value, span: span(sexAt, sexAt + sex.length) },
  };
}

function startOf({ age, sex }: PatientStatement): number {
  return age?.span.start ?? sex?.span.start ?? 0;
}
