import type { Citation, Guideline } from '../guidelines/guideline.ts';
import { formatCitation, formatSource } from '../guidelines/format.ts';
import { rankGuidelines, type RankedGuideline } from '../guidelines/ranking.ts';
import { isoDate } from '../determination/facts.ts';
import type { Dependency, DisputedItem, GuidelineLine, ItemReading } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import { referencesOf } from '../determination/references.ts';
import { span, type Span } from '../markdown/span.ts';
import { findPerioperative } from '../vocabulary/treatments.ts';
import type { Fix, LetterContext, Severity } from './rule.ts';

// What the rules on guideline lines share. Spans count from the item's start.

/** A citation of one of an item's two guideline lines. */
export interface LineCitation {
  readonly citation: Citation;
  readonly line: GuidelineLine;
  /** The claims administrator's line quotes somebody else: a fault in it is at most information. */
  readonly quoted: boolean;
}

export function lineCitations({ claimsAdministratorGuideline, reviewerGuideline }: ItemReading): LineCitation[] {
  return [
    ...(reviewerGuideline?.citations ?? []).map((citation) => ({ citation, line: reviewerGuideline as GuidelineLine, quoted: false })),
    ...(claimsAdministratorGuideline?.citations ?? []).map((citation) => ({ citation, line: claimsAdministratorGuideline as GuidelineLine, quoted: true })),
  ];
}

/** The severity of a finding on a line: on a quoted one never above information. */
export function onLine({ quoted }: LineCitation, severity: Severity): Severity {
  return quoted && (severity === 'error' || severity === 'warning') ? 'information' : severity;
}

/** The date that decides which edition is in force: that of the UR denial; null where the letter doesn't give it. */
export function urDenialDate({ facts }: Pick<LetterContext, 'facts'>): string | null {
  return isoDate(facts.get('ur-denial-date'));
}

/** Where a part of a citation stands. */
export function citedPlace({ line }: Pick<LineCitation, 'line'>, within: Span): Span {
  return sourceSpan(line.prose, within);
}

/** What fits an item, best first. */
export function fittingGuidelines({ reading }: Pick<DisputedItem, 'reading'>, context: Pick<LetterContext, 'facts'>): readonly RankedGuideline[] {
  return rankGuidelines({
    title: reading.title.text,
    rationale: reading.rationale?.prose.text ?? '',
    regions: reading.regions,
    date: urDenialDate(context),
    postsurgical: findPerioperative(reading.title.text).length > 0,
  });
}

/** Fixes that put a whole line that fits the item in the place of the line's words. At most three, best first. */
export function lineFixes(item: DisputedItem, context: LetterContext, edit: (words: string) => Fix['edits'][number]): Fix[] {
  const lines = new Set<string>();
  for (const ranked of fittingGuidelines(item, context)) {
    lines.add(rankedLine(ranked, context));
    if (lines.size === 3) break;
  }
  return [...lines].map((words) => ({ title: `Cite “${shortLine(words)}”`, applicability: 'suggestion', edits: [edit(words)] }));
}

/** The line in the wording that the letter uses: by chapter and page as in 2013, by section as from 2014 on. */
export function rankedLine({ guideline, section, pages }: RankedGuideline, { layout }: Pick<LetterContext, 'layout'>): string {
  return formatCitation(guideline, {
    ...(section ? { sections: [section] } : {}), ...(pages ? { pages: [pages] } : {}), ...styleOf(guideline, layout),
  });
}

function styleOf({ family, year }: Guideline, layout: LetterContext['layout']): { style?: '2013' } {
  return layout.startsWith('2013') && family !== 'odg' && year !== null && year < 2014 ? { style: '2013' } : {};
}

function shortLine(words: string): string {
  const core = words.replace(/^.*?Decision based on (?:MTUS |Non-MTUS Citation )?/, '').replace(/\.$/, '');
  return core.length > 90 ? `${core.slice(0, 87)}…` : core;
}

/** Replaces one source of a line by a guideline, with those of its sections that the guideline has, too. */
export function sourceFix(cited: LineCitation, guideline: Guideline, title: string): Fix {
  const { citation } = cited;
  const sections = citation.sections.flatMap(({ text }) => guideline.sections.find((section) => section.title.toLowerCase() === text.toLowerCase()) ?? []);
  const start = citation.title?.span.start ?? citation.span.start;
  const place = citedPlace(cited, span(Math.min(start, citation.chapter?.span.start ?? start), citation.span.end));
  return { title, applicability: 'suggestion', edits: [{ span: place, newText: formatSource(guideline, { sections }) }] };
}

/** An item that follows another needs no source of its own. */
export function isDependant(item: DisputedItem, dependencies: readonly Dependency[]): boolean {
  return dependencies.some((dependency) => dependency.item === item.number) || leansOnAnother(item.reading);
}

/** By its own words the item hangs on something else, in the letter or outside of it. */
export function leansOnAnother(reading: ItemReading): boolean {
  return reading.dependsOn !== null || referencesOf(reading).clauses.length > 0 || findPerioperative(reading.title.text).length > 0;
}
