import type { Citation, CitationStatus } from '../guidelines/guideline.ts';
import type { ConclusionValue, DecisionValue, Determination, DisputedItem, GuidelineLine, PartialRequest } from '../determination/model.ts';
import { positionAt, type LineIndex } from '../markdown/line-index.ts';

/** A citation as `outline` and `cite` print it. */
export interface CitationOutline {
  readonly text: string;
  readonly guideline: string | null;
  readonly sections: readonly string[];
  /** "46-47", or "46" for a single page. */
  readonly pages: readonly string[];
  readonly status: CitationStatus;
}

interface GuidelineOutline {
  readonly text: string;
  readonly line: number;
  readonly citations: readonly CitationOutline[];
}

interface ItemOutline {
  readonly number: number;
  readonly title: string;
  /** Null for a word that decides nothing, as for none. */
  readonly decision: DecisionValue | null;
  readonly line: number;
  readonly claimsAdministratorGuideline: GuidelineOutline | null;
  readonly reviewerGuideline: GuidelineOutline | null;
  readonly rationale: { readonly text: string; readonly line: number; readonly conclusion: ConclusionValue | null } | null;
  readonly partial: PartialRequest | null;
  /** Of the title; where it names none, of the items that this one depends on. */
  readonly regions: readonly string[];
  readonly sides: readonly string[];
  readonly dependsOn: readonly number[];
}

/** A letter as `imr outline --format json` prints it. Lines count from 1. */
export interface Outline {
  readonly filePath: string;
  readonly layout: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly sections: readonly { readonly name: string; readonly line: number }[];
  readonly items: readonly ItemOutline[];
}

export function outlineOf(filePath: string, determination: Determination, lines: LineIndex): Outline {
  const { layout, facts, sections, items } = determination;
  return {
    filePath,
    layout,
    facts: Object.fromEntries([...facts].map(([key, { value }]) => [key, value])),
    sections: sections.map(({ name, heading }) => ({ name, line: lineOf(heading.start, lines) })),
    items: items.map((item) => itemOutline(item, parentsOf(item, determination), lines)),
  };
}

function itemOutline({ number, start, reading }: DisputedItem, parents: readonly DisputedItem[], lines: LineIndex): ItemOutline {
  const { title, decision, heading, rationale, partial, regions, sides } = reading;
  const lineAt = (offset: number): number => lineOf(start + offset, lines);
  return {
    number,
    title: title.text,
    decision: decision?.value ?? null,
    line: lineAt(heading.start),
    claimsAdministratorGuideline: guidelineOutline(reading.claimsAdministratorGuideline, lineAt),
    reviewerGuideline: guidelineOutline(reading.reviewerGuideline, lineAt),
    rationale: rationale && {
      text: rationale.prose.text, line: lineAt(rationale.label.start), conclusion: rationale.conclusion?.value ?? null,
    },
    partial: partial && { original: partial.original, authorized: partial.authorized, remaining: partial.remaining },
    regions: regions.length > 0 ? regions : [...new Set(parents.flatMap((parent) => parent.reading.regions))],
    sides,
    dependsOn: parents.map((parent) => parent.number),
  };
}

function guidelineOutline(line: GuidelineLine | null, lineAt: (offset: number) => number): GuidelineOutline | null {
  return line && { text: line.prose.text, line: lineAt(line.label.start), citations: line.citations.map(citationOutline) };
}

export function citationOutline({ text, guideline, sections, pages, status }: Citation): CitationOutline {
  return {
    text,
    guideline: guideline?.id ?? null,
    sections: sections.map((cited) => cited.text),
    pages: pages.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)),
    status,
  };
}

function parentsOf({ number }: DisputedItem, { items, dependencies }: Determination): DisputedItem[] {
  const parents = new Set(dependencies.filter(({ item }) => item === number).map(({ parent }) => parent));
  return items.filter((item) => parents.has(item.number));
}

function lineOf(offset: number, lines: LineIndex): number {
  return positionAt(lines, offset).line + 1;
}
