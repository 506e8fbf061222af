import { CompletionItemKind } from 'vscode-languageserver-types';
import { catalogue } from '../guidelines/catalogue.ts';
import { formatSource } from '../guidelines/format.ts';
import type { Guideline } from '../guidelines/guideline.ts';
import { inForceOn } from '../guidelines/lookup.ts';
import type { RankedGuideline } from '../guidelines/ranking.ts';
import { span } from '../markdown/span.ts';
import { fittingGuidelines, rankedLine, urDenialDate } from '../rules/common/citations.ts';
import type { Offer, Offers } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import { fitWords, inForceWords, nameOf } from './guideline-words.ts';
import { guidelinePlace, readTyping, type GuidelinePlace } from './guideline-place.ts';
import type { Letter } from './letter.ts';
import { completeSections } from './section-completion.ts';
import { wordingOf } from './wording-of-letter.ts';

/** What fits a guideline line where the cursor stands: whole lines, a further guideline, or a section or page of the one that is named. */
export function completeGuideline(letter: Letter, cursor: Cursor): Offers | null {
  const place = guidelinePlace(letter, cursor);
  if (!place) return null;
  const typing = readTyping(place.typed, urDenialDate(letter.determination));
  if (typing.kind === 'marker' || typing.kind === 'section' || typing.kind === 'page') return completeSections(letter, cursor, place, typing);
  const typed = place.typed.slice(typing.from);
  // An edit of a completion stays on one line: of a line that wraps only the part that is being typed can be replaced.
  if (typing.kind === 'line' && place.wraps) return null;
  const offers = typing.kind === 'line' ? lineOffers(letter, place) : sourceOffers(letter, place, typing.kind === 'outside');
  const rest = typing.kind === 'line' ? place.words.end : restEnd(cursor);
  return { place: span(place.words.start + typing.from, rest), typed, offers };
}

/** Up to the next comma or full stop, or all of the line where nothing else stands on it. */
function restEnd({ offset, after, lineEnd }: Cursor): number {
  return /^[\s.]*$/.test(after) ? lineEnd : offset + (/^[^,.;]*/.exec(after)?.[0].length ?? 0);
}

/** Whole guideline lines, those that fit the item first, in the wording of the letter. */
export function lineOffers(letter: Letter, { item, field, lead }: Pick<GuidelinePlace, 'item' | 'field' | 'lead'>): Offer[] {
  const wording = wordingOf(letter);
  const date = urDenialDate(letter.determination);
  const lines = allGuidelines(letter, item).map((ranked) => {
    const line = spokenBy(field, rankedLine(ranked, wording));
    return { ...offerOf(ranked, date), newText: lead + line, foundBy: [line, ...namesOf(ranked.guideline)] };
  });
  const nothing = spokenBy(field, 'The Expert Reviewer did not cite any medical evidence for its decision.');
  const none = { label: 'No guideline cited', kind: CompletionItemKind.Value, newText: lead + nothing, foundBy: [nothing, 'None cited', 'No guideline cited'] };
  // Whoever denied a request has often cited nothing, which the reviewer can't choose; a reviewer who cites nothing is rare.
  const at = field === 'claimsAdministratorGuideline' ? Math.min(lines.length, 1) : lines.length;
  return [...lines.slice(0, at), none, ...lines.slice(at)];
}

/** A further guideline on the same line; behind "Non-MTUS Citation" the chapters of ODG. */
function sourceOffers(letter: Letter, { item }: GuidelinePlace, outside: boolean): Offer[] {
  const { layout } = wordingOf(letter);
  const date = urDenialDate(letter.determination);
  return allGuidelines(letter, item)
    .filter(({ guideline }) => (guideline.family === 'odg') === outside)
    .map((ranked) => {
      const { guideline, section, pages } = ranked;
      const details = { ...(section && { sections: [section] }), ...(pages && { pages: [pages] }) };
      const source = formatSource(guideline, layout.startsWith('2013') && !outside ? { ...details, style: '2013' } : details);
      return { ...offerOf(ranked, date), newText: `${source}.`, foundBy: [source, ...namesOf(guideline)] };
    });
}

/** The guidelines that fit the item, and behind them all others that were in force. */
function allGuidelines(letter: Letter, item: GuidelinePlace['item']): RankedGuideline[] {
  const { determination } = letter;
  const fitting = fittingGuidelines(item, determination);
  const date = urDenialDate(determination);
  const known = new Set(fitting.map(({ guideline }) => guideline));
  const others = catalogue().guidelines.filter((guideline) => !known.has(guideline) && (date === null || isUsable(guideline, date)));
  return [...fitting, ...others.map((guideline) => ({ guideline, section: null, pages: null, reason: 'another guideline' }))];
}

function isUsable(guideline: Guideline, date: string): boolean {
  const { status } = inForceOn(guideline, date);
  return status === 'in-force' || status === 'uncertain';
}

function offerOf({ guideline, section, reason }: RankedGuideline, date: string | null): Omit<Offer, 'newText'> {
  return {
    label: nameOf(guideline),
    kind: CompletionItemKind.Reference,
    ...(section && { beside: section.title }),
    detail: reason,
    documentation: [guideline.fullTitle, inForceWords(guideline), fitWords(guideline, date)].filter(Boolean).join('\n\n'),
  };
}

/** What a reviewer may begin to type for it. */
function namesOf({ title, family, chapter, year, aliases }: Guideline): string[] {
  const name = year === null ? title : `${title} ${year}`;
  if (family === 'odg') return [name, `ODG ${name}`, `Official Disability Guidelines (ODG), ${name}`, `Non-MTUS ${name}`, ...aliases];
  const numbered = `Chapter ${chapter} ${title}`;
  const chapters = chapter === null ? [] : [`ACOEM ${numbered}`, numbered, `MTUS ACOEM ${numbered}`];
  return [name, `MTUS ${name}`, `ACOEM ${name}`, ...chapters, ...aliases];
}

/** The claims administrator's line speaks of the claims administrator. */
function spokenBy(field: GuidelinePlace['field'], line: string): string {
  return field === 'reviewerGuideline' ? line : line.replace(/^The Expert Reviewer\b/, 'The Claims Administrator');
}
