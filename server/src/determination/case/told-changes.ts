import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { isOfThisPatient, isOfTheReview } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { allSentences, ownSentences, type PlacedSentence } from '../statements.ts';

/** "The Beck score fell from 38 to 21": what a measure was at first and in the end, and the words around; or a grade of a picture, whose `before` is null. Span: in the prose's text. */
export interface ToldChange {
  readonly before: number | null;
  readonly after: number;
  readonly words: ReadonlySet<string>;
  readonly text: string;
  readonly span: Span;
}

/** What a summary tells so. Kept with the prose. */
export const changesInSummary = keptBy((prose: Prose): readonly ToldChange[] => allSentences(prose).flatMap((placed) => (isOfTheReview(placed.sentence) ? [] : placedIn(placed))));

/** What a rationale tells so of this patient. Kept with the prose. */
export const changesInRationale = keptBy((prose: Prose): readonly ToldChange[] =>
  ownSentences(prose).flatMap((placed) => (isOfThisPatient(placed.sentence) && !hasWord(placed.sentence, 'modal') && !hasWord(placed.sentence, 'another-time') ? placedIn(placed) : [])));

function placedIn({ sentence, start }: PlacedSentence): ToldChange[] {
  return [...changesIn(sentence), ...gradesIn(sentence)].map((change) => ({ ...change, span: shift(change.span, start) }));
}

const FROM_TO = /\bfrom (\d{1,3}(?:\.\d)?)(?:\/\d{1,3})? to (\d{1,3}(?:\.\d)?)\b(?![\d/-])/gi;
/** So many characters before a change say of what it is. */
const AROUND = 60;

const changesIn = keptBy(({ text }: Sentence): readonly ToldChange[] => [...text.matchAll(FROM_TO)].map(({ 0: said, 1: before = '', 2: after = '', index }) => {
  const words = new Set(text.slice(Math.max(0, index - AROUND), index).toLowerCase().match(/[a-z]{3,}/g) ?? []);
  return { before: Number(before), after: Number(after), words, text: said, span: span(index, index + said.length) };
}));

const GRADE = /\bgrade (\d|iv|i{1,3})\b(?! or | to |[-–/])/gi;
const ROMAN: ReadonlyMap<string, number> = new Map([['i', 1], ['ii', 2], ['iii', 3], ['iv', 4]]);

const gradesIn = keptBy(({ text }: Sentence): readonly ToldChange[] => [...text.matchAll(GRADE)].map(({ 0: said, 1: grade = '', index }) =>
  ({ before: null, after: ROMAN.get(grade.toLowerCase()) ?? Number(grade), words: new Set(['grade']), text: said, span: span(index, index + said.length) })));
