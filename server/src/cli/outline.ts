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
  const parents = parentsIn(determination);
  return {
    filePath,
    layout,
    facts: Object.fromEntries([...facts].map(([key, { value }]) => [key, value])),
    sections: sections.map(({ name, heading }) => ({ name, line: lineOf(heading.start, lines) })),
    items: items.map((item) => itemOutline(item, parents.get(item.number) ?? [], lines)),
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

/** What each item depends on, by its number, in the order of the letter. */
function parentsIn({ items, dependencies }: Determination): ReadonlyMap<number, readonly DisputedItem[]> {
  const numbers = new Map<number, Set<number>>();
  for (const { item, parent } of dependencies) numbers.set(item, (numbers.get(item) ?? new Set()).add(parent));
  const places = new Map(items.map(({ number }, place) => [number, place]));
  return new Map([...numbers].map(([item, parents]) => {
    const inOrder = [...parents].flatMap((parent) => places.get(parent) ?? []).sort((one, other) => one - other);
    return [item, inOrder.flatMap((place) => items[place] ?? [])];
  }));
}

function lineOf(offset: number, lines: LineIndex): number {
  return positionAt(lines, offset).line + 1;
}
