import { rememberByEdition } from './by-edition.ts';
import { catalogue } from './catalogue.ts';
import type { Guideline, GuidelineSection } from './guideline.ts';
import { inForceOn } from './in-force.ts';
import { oneEditApart, wordsOf } from './words.ts';

/** Something with a likeness from 0 (nothing in common) to 1 (the same words). */
export interface Near<T> {
  readonly value: T;
  readonly likeness: number;
}

const LITTLE = new Set(['and', 'of', 'the', 'to', 'for', 'in', 'mtus', 'acoem', 'guideline', 'chapter', 'section']);
/** They say what kind of guideline it is, hardly which. */
const COMMON = new Set(['complaint', 'disorder', 'treatment', 'medical', 'pain']);
/** Everyday words for the words of the titles. */
const MEANS: Readonly<Record<string, string>> = {
  lumbar: 'back', spine: 'back', lower: 'low', cervical: 'neck', thoracic: 'upper', leg: 'knee', feet: 'foot',
  postoperative: 'postsurgical', mental: 'stress', psychological: 'stress',
};

/**
 * The guidelines whose names are most like a text ("Lower Spine Complaints 2004"), best first, those
 * in force on `date` and those of a year that the text names before others. Word overlap that forgives one typing mistake a word.
 */
export const nearestGuidelines = rememberByEdition((text, date): readonly Near<Guideline>[] => {
  const words = significant(text);
  const year = Number(/\b(?:19|20)\d\d\b/.exec(text)?.[0] ?? NaN);
  const near = catalogue().guidelines.filter(({ family }) => family !== 'odg').map((guideline) => {
    const names = [guideline.title, ...guideline.aliases];
    const likeness = Math.max(...names.map((name) => overlap(words, significantIn(name))));
    return { value: guideline, likeness, bonus: bonusOf(guideline, year, date) };
  });
  return near
    .filter(({ likeness }) => likeness >= 0.3)
    .sort((a, b) => b.likeness + b.bonus - (a.likeness + a.bonus))
    .slice(0, 3)
    .map(({ value, likeness }) => ({ value, likeness }));
});

/** The sections of a guideline whose titles are most like a text, best first. */
export function nearestSections(guideline: Guideline, text: string, count = 3): readonly Near<GuidelineSection>[] {
  const words = significant(text);
  const likeness = (section: GuidelineSection): number => (
    Math.max(...[section.title, ...section.aliases].map((name) => overlap(words, significantIn(name))))
  );
  return guideline.sections
    .map((section) => ({ value: section, likeness: likeness(section) }))
    .filter((near) => near.likeness >= 0.3)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count);
}

function bonusOf(guideline: Guideline, year: number, date: string | null | undefined): number {
  const printed = guideline.printedYears.includes(year) ? 0.15 : 0;
  return printed + (date && inForceOn(guideline, date).status === 'in-force' ? 0.2 : 0);
}

const known = new Map<string, readonly string[]>();

/** The same for a name of the catalogue, which is kept: somebody who is typing a name asks again at each letter. */
function significantIn(name: string): readonly string[] {
  let words = known.get(name);
  if (!words) known.set(name, words = significant(name));
  return words;
}

function significant(text: string): readonly string[] {
  const words = wordsOf(text).map(({ text: word }) => word).filter((word) => !LITTLE.has(word) && !/^\d+$/.test(word));
  return [...new Set(words.map((word) => MEANS[word] ?? word))];
}

function overlap(asked: readonly string[], known: readonly string[]): number {
  const weight = (word: string): number => (COMMON.has(word) ? 0.4 : 1);
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + weight(word), 0);
  const shared = known.filter((word) => asked.some((other) => other === word || (word.length > 4 && oneEditApart(word, other))));
  const whole = sum(asked) + sum(known);
  return whole === 0 ? 0 : (2 * sum(shared)) / whole;
}
