import type { Choose } from '../choose.ts';
import { withRationale, type Head, type LetterSpec, type Patient } from '../letter-spec.ts';
import { fill } from '../letter-words.ts';
import { part } from '../arbitrary-letter.ts';
import { onItem, type Plant, type Planted } from '../plant.ts';
import { slashed } from '../render.ts';

const DAY = 86_400_000;
const PRONOUN_FACTS = ['{He} sleeps through the night.', '{His} gait is steady on level ground.', '{He} takes part in a program of walks.'];

const WITHIN = ['On the last visit {he} walked well.', 'The patient says that {he} sleeps well.', 'In June {his} pain was mild.'];

/** What a summary tells, and what a rationale makes of it. */
const OTHERWISE = [
  ['{He} has never smoked.', '{He} smokes a pack a day.'],
  ['The {P} is right-handed.', 'The {P} is left-handed.'],
  ['{He} has been temporarily totally disabled.', '{He} works full duty.'],
  ['{He} completed six sessions of biofeedback.', '{He} has had no biofeedback.'],
  ['{He} attended 7 sessions of biofeedback.', '{He} has attended 35 sessions of biofeedback.'],
] as const;

/** "2017-02-14" of "2017-02-15". */
function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

function withHead({ head, ...letter }: LetterSpec, change: Partial<Head>): LetterSpec {
  return { ...letter, head: { ...head, ...change } };
}

/** A date of the head that stands before the one above it. */
function misplaced(letter: LetterSpec, key: 'application' | 'assigned' | 'decision', above: 'denial' | 'application' | 'assigned', choose: Choose): Planted | null {
  if (letter.layout === '2013-14') return null;
  const date = shifted(letter.head[above], -choose.whole(1, 5));
  return { letter: withHead(letter, { [key]: date }), item: null, at: letter.layout === 'draft' ? date : slashed(date) };
}

/** A summary whose sentence gives another date. */
function redated(letter: LetterSpec, sentence: RegExp, choose: Choose, date: string): Planted | null {
  if (letter.layout === '2013-14') return null;
  const at = choose.oneOf([slashed(shifted(date, -choose.whole(1, 40))), slashed(shifted(date, -365))]);
  return { letter: { ...letter, summary: letter.summary.map((words) => (sentence.test(words) ? words.replace(/ on (?:\d\S+|[A-Z]\w+ \d+, \d{4})(?= at work|\.$)/, ` on ${at}`) : words)) }, item: null, at };
}

function other(patient: Patient): Patient {
  return { ...patient, sex: patient.sex === 'male' ? 'female' : 'male' };
}

function said(letter: LetterSpec, index: number, fact: string): LetterSpec {
  return withRationale(letter, index, { facts: [fact, ...(letter.items[index]?.rationale?.facts ?? [])] });
}

function all({ items }: LetterSpec): number[] {
  return items.map((_, i) => i);
}

export const factPlants: readonly Plant[] = [
  { rule: 'date-order', name: 'the application is before the denial', plant: (letter, choose) => misplaced(letter, 'application', 'denial', choose) },
  { rule: 'date-order', name: 'the assignment is before the application', plant: (letter, choose) => misplaced(letter, 'assigned', 'application', choose) },
  { rule: 'date-order', name: 'the decision is before the assignment', plant: (letter, choose) => misplaced(letter, 'decision', 'assigned', choose) },
  {
    rule: 'date-order', name: 'a record is from after the decision',
    plant: (letter, choose) => onItem(letter.layout === '2013-14' ? [] : all(letter), choose, (i) => ({
      letter: said(letter, i, `On ${slashed(shifted(letter.head.decision, choose.whole(3, 300)))} the examination of this ${letter.patient.noun} was repeated.`),
    })),
  },
  { rule: 'date-mismatch', name: 'another date of injury in the summary', plant: (letter, choose) => redated(letter, /injured on/, choose, letter.head.injury) },
  { rule: 'date-mismatch', name: 'another date of the denial in the summary', plant: (letter, choose) => redated(letter, /^Utilization review/, choose, letter.head.denial) },
  {
    rule: 'sex-mismatch', name: 'a sentence of a rationale opens with the other pronoun',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, fill(choose.oneOf(PRONOUN_FACTS), other(letter.patient))) })),
  },
  {
    rule: 'sex-mismatch', name: 'a sentence of the summary opens with the other pronoun',
    plant: (letter, choose) => {
      const sentence = fill(choose.oneOf(PRONOUN_FACTS), other(letter.patient));
      return { letter: { ...letter, summary: [...letter.summary.slice(0, 2), sentence, ...letter.summary.slice(2)] }, item: null, at: sentence };
    },
  },
  {
    rule: 'sex-mismatch', name: 'the other pronoun within a sentence',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, fill(choose.oneOf(WITHIN), other(letter.patient))) })),
  },
  {
    rule: 'sex-mismatch', name: 'who advised something within a sentence', leftAlone: 'it may be a provider who advised it',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, fill('After the last visit {he} advised walks.', other(letter.patient))) })),
  },
  {
    rule: 'age-mismatch', name: 'another age before a trade, or at the beginning',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => {
      const age = letter.patient.age + choose.oneOf([-3, 3, 7]);
      return { letter: said(letter, i, fill(choose.oneOf([`This ${age} year old welder walks well.`, `At ${age}, {he} walks well.`, `{He} is ${age} and walks well.`]), letter.patient)) };
    }),
  },
  {
    rule: 'age-mismatch', name: 'another age in a rationale',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({
      letter: said(letter, i, `This ${letter.patient.age + choose.oneOf([-3, 2, 10])}-year-old ${letter.patient.sex} works at a desk.`),
    })),
  },
  {
    rule: 'age-mismatch', name: 'another age in the summary',
    plant: (letter, choose) => {
      const age = letter.patient.age + choose.oneOf([-2, 1, 10]);
      return { letter: { ...letter, summary: [...letter.summary, `The patient is a ${age} year old ${letter.patient.sex} who lives alone.`] }, item: null, at: `${age} year old` };
    },
  },
  {
    rule: 'finding-contradicts-summary', name: 'the rationale denies a sign that the summary reports',
    plant: (letter, choose) => onItem(all(letter).filter((i) => letter.items[i]?.request.regionWords), choose, (i) => {
      const request = letter.items[i]?.request;
      const sign = choose.oneOf(['swelling', 'spasm', 'weakness', 'numbness']);
      const words = request ? part(request) : '';
      const planted = said(letter, i, choose.oneOf([`There was no ${sign} of the ${words} on examination.`, `The examination of the ${words} showed no ${sign}.`, `The ${words} is without ${sign}.`]));
      return { letter: { ...planted, summary: [...letter.summary, `The examination of the ${words} revealed ${sign}.`] } };
    }),
  },
  {
    rule: 'fact-contradicts-summary', name: 'the rationale tells the history otherwise',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => {
      const [told, otherwise] = choose.oneOf(OTHERWISE);
      return { letter: { ...said(letter, i, fill(otherwise, letter.patient)), summary: [...letter.summary, fill(told, letter.patient)] } };
    }),
  },
  {
    rule: 'concession-contradicted', name: 'a sentence denies what it concedes',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => {
      const gain = choose.oneOf(['improvement', 'relief', 'benefit']);
      return { letter: said(letter, i, fill(`For this {P}, although ${gain} was ${choose.oneOf(['noted', 'recorded', 'shown'])}, there is no documentation of ${gain}.`, letter.patient)) };
    }),
  },
  {
    rule: 'impossible-value', name: 'a day, a score or a rating that there can’t be',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({
      letter: said(letter, i, choose.oneOf(['The form of February 30, 2014 shows no change.', 'The PHQ-9 score is 31.', 'The pain is rated as 13/10.', 'The grip is 22 degrees on both sides.'])),
    })),
  },
  {
    rule: 'number-disagrees', name: 'a word and its figure, or a schedule and its sum',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({
      letter: said(letter, i, choose.oneOf(['In all ten (12) visits were made.', 'Walks 3 times a week for 4 weeks come to 10 in all.'])),
    })),
  },
  {
    rule: 'code-mismatch', name: 'a code of another region, or of the other side',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({
      letter: said(letter, i, choose.oneOf(['The chart lists left carpal tunnel syndrome (G56.01).', 'The form asks for a scan of the ankle (CPT 72141).', 'The chart lists an old right rotator cuff tear (M75.122).'])),
    })),
  },
  {
    rule: 'head-mismatch', name: 'a priority or a count of decisions that isn’t the letter’s',
    plant: (letter, choose) => {
      if (letter.layout !== 'draft') return null;
      const [at, rest] = choose.oneOf([['This expedited review', ' rests on the file.'], ['All ninety requests of this letter are upheld', '.']] as const);
      return { letter: said(letter, choose.oneOf(all(letter)), at + rest), item: null, at };
    },
  },
];
