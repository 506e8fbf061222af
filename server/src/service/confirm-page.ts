import type { Citation, Guideline, GuidelineSection, PageRange } from '../guidelines/guideline.ts';
import { contains, type Span } from '../markdown/span.ts';
import { readPack } from '../settings/packs.ts';
import type { Letter } from './letter.ts';
import { citationsOf } from './mentions.ts';
import { pageWords } from './section-completion.ts';

/** The pack of the pages that were confirmed in an editor. */
export const confirmedPagesFile = 'confirmed-pages.json';

/** What somebody who has looked into the guideline can confirm. */
export interface PageToConfirm {
  readonly guideline: Guideline;
  readonly section: GuidelineSection;
  readonly pages: PageRange;
}

/** A list would tempt to confirm what wasn't looked up. */
const MOST = 3;

/** Pages that a citation at the place gives or leaves to the catalogue, which only recalls them. `place`: offsets of the document. */
export function pagesToConfirm({ determination: { items } }: Letter, place: Span): PageToConfirm[] {
  const cited = items.flatMap(citationsOf).find(({ span }) => contains(span, place.start) && contains(span, place.end));
  return cited ? unconfirmed(cited.citation).slice(0, MOST) : [];
}

function unconfirmed({ guideline, sections, pages }: Citation): PageToConfirm[] {
  if (!guideline || guideline.family === 'odg') return [];
  return sections.flatMap(({ section }) => {
    if (!section || section.pagesVerified) return [];
    const known = pagesOf(section, pages, sections.length === 1);
    return known ? [{ guideline, section, pages: known }] : [];
  });
}

/** Those that the catalogue recalls, unless the citation gives others. Of several sections it isn't said whose pages they are. */
function pagesOf({ pages: recalled }: GuidelineSection, cited: Citation['pages'], isAlone: boolean): PageRange | null {
  const [first] = cited;
  if (!first) return recalled;
  if (recalled && cited.every(({ from, to }) => recalled.from <= from && to <= recalled.to)) return recalled;
  return isAlone && cited.length === 1 ? { from: first.from, to: first.to } : null;
}

/** "“Benzodiazepines” is on page 24"; what the catalogue recalls stands beside it, where that is another. */
export function pageSentence({ section: { title, pages: recalled }, pages }: PageToConfirm): string {
  const isOther = recalled !== null && (recalled.from !== pages.from || recalled.to !== pages.to);
  return `“${title}” is on ${pageWords(pages)}${isOther ? `, not ${pageWords(recalled)}` : ''}`;
}

/** The text of the pack with that page in it; null where the pack can't be read as it stands, so that nothing is lost. `today`: YYYY-MM-DD. */
export function withConfirmedPage(pack: string, { guideline: { id }, section: { title }, pages: { from, to } }: PageToConfirm, today: string): string | null {
  const before = pack.trim() === '' ? { guidelines: [] } : parsed(pack);
  if (before === null) return null;
  const confirmed = { title, pages: { from, to }, source: `looked up in the guideline on ${today}`, confidence: 'high' };
  const at = before.guidelines.findIndex((guideline) => guideline.id === id);
  const known = before.guidelines[at] ?? { id };
  const sections = [...(known.sections ?? []).filter((section) => section.title !== title), confirmed];
  const changed = { ...known, sections };
  const guidelines = at < 0 ? [...before.guidelines, changed] : before.guidelines.with(at, changed);
  return `${JSON.stringify({ ...before, guidelines }, null, 2)}\n`;
}

interface Written {
  readonly guidelines: readonly { readonly id: string; readonly sections?: readonly { readonly title?: string }[] }[];
}

/** Only what holds as it stands is written anew. */
function parsed(pack: string): Written | null {
  if (readPack(confirmedPagesFile, pack).problems.length > 0) return null;
  try {
    const { guidelines = [], ...rest } = JSON.parse(pack) as Partial<Written>;
    return { ...rest, guidelines };
  } catch {
    return null;
  }
}
