import { catalogue, onceACatalogue } from './catalogue.ts';
import type { Guideline, GuidelineSection } from './guideline.ts';
import { inForceOn } from './in-force.ts';
import { longestPhrase, phraseIndex, type PhraseIndex } from './phrase-index.ts';
import { wordsOf } from './words.ts';

export { daysBetween, editionInForce, editionsOf, inForceAbout, inForceOn, type Force, type ForceStatus } from './in-force.ts';
export { nearestGuidelines, nearestSections, type Near } from './nearest.ts';

export type Shelf = 'mtus' | 'odg';

const titleIndexes = onceACatalogue(() => new Map<Shelf, PhraseIndex<Guideline>>());
const sectionIndexes = new WeakMap<Guideline, PhraseIndex<GuidelineSection>>();

/** The titles and other names of the guidelines, ODG apart because its chapters are called like ACOEM's. */
export function titleIndex(shelf: Shelf): PhraseIndex<Guideline> {
  let index = titleIndexes().get(shelf);
  if (!index) {
    const shelved = catalogue().guidelines.filter((guideline) => (guideline.family === 'odg') === (shelf === 'odg'));
    // Titles before aliases: where two entries share a name, the one that is called so comes first.
    const titles = shelved.map((guideline) => [guideline.title, guideline] as const);
    const aliases = shelved.flatMap((guideline) => guideline.aliases.map((alias) => [alias, guideline] as const));
    titleIndexes().set(shelf, (index = phraseIndex([...titles, ...aliases])));
  }
  return index;
}

/** The section titles of one guideline. */
export function sectionIndex(guideline: Guideline): PhraseIndex<GuidelineSection> {
  let index = sectionIndexes.get(guideline);
  if (!index) {
    const titles = guideline.sections.map((section) => [section.title, section] as const);
    const aliases = guideline.sections.flatMap((section) => section.aliases.map((alias) => [alias, section] as const));
    sectionIndexes.set(guideline, (index = phraseIndex([...titles, ...aliases])));
  }
  return index;
}

/** ACOEM 2nd edition by chapter number, the edition of the day first; none for a number without a chapter. */
export function guidelinesByChapter(chapter: number, date?: string | null): readonly Guideline[] {
  const found = catalogue().guidelines.filter((guideline) => guideline.family === 'acoem-2004' && guideline.chapter === chapter);
  return date ? inForceFirst(found, date) : found;
}

/** By the section of title 8 CCR that adopts it ("9792.24.2"), the edition of the day first. */
export function guidelinesByRegulation(regulation: string, date?: string | null): readonly Guideline[] {
  const found = catalogue().guidelines.filter((guideline) => guideline.regulation === regulation);
  return date ? inForceFirst(found, date) : found;
}

/**
 * By title, whatever its case, punctuation, plural and word order, with or without "Guidelines" or
 * "Chapter" behind it, "Disorders" for "Complaints", one typing mistake in a long word. Best first.
 */
export function guidelinesByTitle(
  title: string, { year, date, shelf = 'mtus' }: { year?: number; date?: string | null; shelf?: Shelf } = {},
): readonly Guideline[] {
  const words = wordsOf(title).filter(({ text }) => !TAILS.has(text));
  const match = longestPhrase(titleIndex(shelf), words, 0);
  const named = match?.next === words.length ? match.values : sameWords(words.map(({ text }) => text), shelf);
  const found = year === undefined ? named : named.filter((guideline) => guideline.printedYears.includes(year));
  return date ? inForceFirst(found, date) : found;
}

const TAILS = new Set(['guideline', 'chapter', 'mtus', 'acoem', 'the', 'california', 'ca']);
const LOOSE = new Set(['and', 'of', 'the', 'to', 'for', 'medical', 'complaint', 'disorder', 'guideline']);
const bags = onceACatalogue(() => new Map<Shelf, Map<string, Guideline[]>>());

/** Guidelines whose name has the same words, in whatever order. */
export function sameWords(words: readonly string[], shelf: Shelf): readonly Guideline[] {
  let known = bags().get(shelf);
  if (!known) {
    bags().set(shelf, (known = new Map()));
    for (const guideline of catalogue().guidelines) {
      if ((guideline.family === 'odg') !== (shelf === 'odg')) continue;
      for (const name of [guideline.title, ...guideline.aliases]) {
        const bag = bagOf(wordsOf(name).map(({ text }) => text));
        const same = known.get(bag);
        if (!same) known.set(bag, [guideline]);
        else if (!same.includes(guideline)) same.push(guideline);
      }
    }
  }
  const bag = bagOf(words);
  return bag === '' ? [] : (known.get(bag) ?? []);
}

function bagOf(words: readonly string[]): string {
  return words.filter((word) => !LOOSE.has(word)).sort().join(' ');
}

/** A guideline's section by its title, as tolerant as {@link guidelinesByTitle}; null where it has none of that name. */
export function findSection(guideline: Guideline, title: string): GuidelineSection | null {
  const words = wordsOf(title);
  const match = longestPhrase(sectionIndex(guideline), words, 0);
  return match?.next === words.length ? (match.values[0] ?? null) : null;
}

/** The guidelines that have a section of that title. */
export function guidelinesWithSection(title: string): readonly Guideline[] {
  return catalogue().guidelines.filter((guideline) => findSection(guideline, title) !== null);
}

function inForceFirst(found: readonly Guideline[], date: string): readonly Guideline[] {
  const order = ['in-force', 'uncertain', 'superseded', 'not-yet'];
  const rank = (guideline: Guideline): number => order.indexOf(inForceOn(guideline, date).status);
  return [...found].sort((a, b) => rank(a) - rank(b));
}
