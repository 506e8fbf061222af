import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Guideline, GuidelineSection, PageRange } from '../guidelines/guideline.ts';
import { span } from '../markdown/span.ts';
import { fittingGuidelines } from '../rules/common/citations.ts';
import { findDrugs } from '../vocabulary/drugs.ts';
import { findTreatments } from '../vocabulary/treatments.ts';
import type { Offer, Offers } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import type { GuidelinePlace, Typing } from './guideline-place.ts';
import type { Letter } from './letter.ts';
import { wordingOf } from './wording-of-letter.ts';

type TypingDetail = Extract<Typing, { guideline: Guideline }>;

/** The sections and pages of the guideline that the line names before the cursor. */
export function completeSections(letter: Letter, cursor: Cursor, { item, words, typed }: GuidelinePlace, typing: TypingDetail): Offers {
  const { offset, after } = cursor;
  const { kind, from, guideline, citation } = typing;
  const place = span(words.start + from, kind === 'marker' ? offset : offset + (/^[^,.;]*/.exec(after)?.[0].length ?? 0));
  const begun = typed.slice(from);
  if (kind === 'marker') return { place, typed: begun, offers: markerOffers(letter, guideline) };
  const fitting = fittingGuidelines(item, letter.determination).find((ranked) => ranked.guideline === guideline)?.section ?? null;
  const named = citation.sections.flatMap(({ section, span: at }) => (section && at.start !== from ? [section] : []));
  const sections = inOrder(guideline, fitting, item.reading.title.text).filter((section) => !named.includes(section));
  return { place, typed: begun, offers: kind === 'page' ? pageOffers(sections, named) : sections.filter(isTitle).map(sectionOffer) };
}

/** "Section(s):" and "Page(s):", as far as the guideline has them, the letter's own way first. */
function markerOffers(letter: Letter, { sections }: Guideline): Offer[] {
  const offer = (label: string, newText: string): Offer =>
    ({ label, kind: CompletionItemKind.Keyword, newText, foundBy: [newText, `, ${label}`, ` ${label}`] });
  const bySection = sections.some(isTitle) ? [offer('Section(s):', ', Section(s): ')] : [];
  const byPage = sections.some(({ pages }) => pages !== null) ? [offer('Page(s):', ' Page(s): ')] : [];
  return wordingOf(letter).layout.startsWith('2013') ? [...byPage, ...bySection] : [...bySection, ...byPage];
}

/** The catalogue also notes where a page speaks of something without a title of its own: such a note is no section. */
function isTitle({ title, confidence }: GuidelineSection): boolean {
  return confidence !== 'recalled' || !/\bmention\b/i.test(title);
}

function sectionOffer({ title, aliases, pages, confidence }: GuidelineSection): Offer {
  return {
    label: title, kind: CompletionItemKind.Reference, newText: title, foundBy: [title, ...aliases],
    ...(pages && { beside: pageWords(pages) }),
    ...(confidence === 'recalled' && { detail: 'from general knowledge, not checked' }),
  };
}

function pageOffers(sections: readonly GuidelineSection[], named: readonly GuidelineSection[]): Offer[] {
  const offers = new Map<string, Offer>();
  for (const { title, pages, pagesVerified } of [...named, ...sections]) {
    if (!pages) continue;
    const numbers = numbersOf(pages);
    if (offers.has(numbers)) continue;
    offers.set(numbers, {
      label: numbers, kind: CompletionItemKind.Reference, newText: numbers, beside: title, foundBy: [numbers, title],
      ...(!pagesVerified && { detail: 'from general knowledge, not checked' }),
    });
  }
  return [...offers.values()];
}

/** The section that fits the item first, then those that share a word with what its title asks for, then the guideline's order. */
function inOrder({ sections }: Guideline, fitting: GuidelineSection | null, title: string): GuidelineSection[] {
  const asked = contentWords(`${title} ${namesOf(title)}`);
  const rank = (section: GuidelineSection): number => {
    if (section === fitting) return 0;
    return contentWords([section.title, ...section.aliases].join(' ')).some((word) => asked.some((other) => isSame(word, other))) ? 1 : 2;
  };
  const ranks = new Map(sections.map((section) => [section, rank(section)]));
  return [...sections].sort((one, other) => (ranks.get(one) ?? 2) - (ranks.get(other) ?? 2));
}

/** What a title's brands and short forms stand for: "Norco" is hydrocodone, an opioid. */
function namesOf(title: string): string {
  const drugs = findDrugs(title).map(({ value }) => `${value.generic} ${value.class}`);
  return [...drugs, ...findTreatments(title).map(({ value }) => value.name)].join(' ');
}

function contentWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}

/** "opioid" and "opioids". */
function isSame(word: string, other: string): boolean {
  return word === other || word === `${other}s` || other === `${word}s`;
}

function numbersOf({ from, to }: PageRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

export function pageWords(pages: PageRange): string {
  return `${pages.from === pages.to ? 'page' : 'pages'} ${numbersOf(pages)}`;
}
