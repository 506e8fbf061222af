import type { CitedGuideline } from '../../../protocol/summary.ts';
import { isoDate } from '../determination/reading/facts.ts';
import type { DisputedItem, GuidelineLine } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import type { Citation, Guideline } from '../guidelines/guideline.ts';
import { isBeyondHorizon } from '../guidelines/horizon.ts';
import { inForceOn } from '../guidelines/lookup.ts';
import { shift } from '../markdown/span.ts';
import { citationWords, isNewerAcoem } from './citation-words.ts';
import { rangeOf } from './cursor.ts';
import { fitWords, inForceWords, nameOf } from './guideline-words.ts';
import type { Letter } from './letter.ts';

/** What the items' guideline lines cite: what the reviewer rests on before what only the claims administrator does, each in the order of the letter. */
export function citedGuidelines({ determination: { items, facts }, lines }: Letter): CitedGuideline[] {
  const date = isoDate(facts.get('ur-denial-date'));
  const cited = new Map<string, CitedGuideline & { sections: string[]; reviewer: number[]; claimsAdministrator: number[] }>();
  for (const { line, citation, item, by } of citations(items)) {
    const key = ownGuideline(citation)?.id ?? citation.text.toLowerCase();
    const found = cited.get(key) ?? {
      ...described(citation, date), sections: [], reviewer: [], claimsAdministrator: [],
      range: rangeOf(lines, shift(sourceSpan(line.prose, citation.span), item.start)),
    };
    cited.set(key, found);
    for (const { text, section } of citation.sections) addOnce(found.sections, section?.title ?? text);
    addOnce(found[by], item.number);
  }
  return [...cited.values()].sort((a, b) => Number(a.reviewer.length === 0) - Number(b.reviewer.length === 0));
}

function citations(items: readonly DisputedItem[]): { line: GuidelineLine; citation: Citation; item: DisputedItem; by: 'reviewer' | 'claimsAdministrator' }[] {
  return items.flatMap((item) => {
    const of = (line: GuidelineLine | null, by: 'reviewer' | 'claimsAdministrator') =>
      (line?.citations ?? []).filter(({ status }) => status !== 'none').map((citation) => ({ line: line as GuidelineLine, citation, item, by }));
    return [...of(item.reading.reviewerGuideline, 'reviewer'), ...of(item.reading.claimsAdministratorGuideline, 'claimsAdministrator')];
  });
}

/** The edition that is cited; null for ACOEM's where it is cited as a source outside of the MTUS, whose edition the words tell. */
function ownGuideline(citation: Citation): Guideline | null {
  return isNewerAcoem(citation) ? null : citation.guideline;
}

function described(citation: Citation, date: string | null): Pick<CitedGuideline, 'name' | 'edition' | 'fit' | 'fitWords'> {
  const { status, text } = citation;
  const guideline = ownGuideline(citation);
  if (!guideline) {
    const { title, paragraphs } = citationWords(citation, date);
    return { name: text, edition: null, fit: status === 'unknown' ? 'unknown' : 'none', fitWords: `${title}. ${paragraphs.join(' ')}` };
  }
  const isOutside = guideline.family === 'odg';
  return {
    name: nameOf(guideline),
    edition: isOutside ? null : inForceWords(guideline),
    fit: isOutside ? 'none' : fitOf(guideline, date),
    fitWords: isOutside ? inForceWords(guideline) : fitWords(guideline, date) ?? '',
  };
}

/** Where the catalogue is not certain, a guideline is never said to be the wrong one. */
function fitOf(guideline: Guideline, date: string | null): CitedGuideline['fit'] {
  const status = date === null ? 'uncertain' : inForceOn(guideline, date).status;
  if (status === 'in-force') return date !== null && isBeyondHorizon(date) ? 'unsure' : 'yes';
  return status !== 'uncertain' && guideline.inForce.certain ? 'no' : 'unsure';
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) list.push(value);
}
