import type { ConclusionValue, DisputedItem, GuidelineLine } from '../determination/model.ts';
import { urDenialDate } from '../rules/shared/citations.ts';
import { itemList, type ListedItem } from '../service/item-list.ts';
import type { Letter } from '../service/letter.ts';
import { citationFacts, type CitationFacts } from './citation-facts.ts';
import type { LetterText, TextOption } from './letter-text.ts';

export interface ItemsAnswer {
  readonly letterText: LetterText;
  readonly items: readonly ItemFacts[];
  /** Titles that the front matter lists and no item decides. */
  readonly undecided: readonly { readonly title: string; readonly line: number }[];
}

/** A disputed item. Lines count from 1. */
export interface ItemFacts extends Pick<ListedItem, 'number' | 'title' | 'decision' | 'missing' | 'counts'> {
  readonly line: number;
  readonly dependsOn: readonly number[];
  readonly regions: readonly string[];
  readonly claimsAdministratorGuideline: GuidelineLineFacts | null;
  readonly reviewerGuideline: GuidelineLineFacts | null;
  readonly rationale: { readonly conclusion: ConclusionValue | null; readonly text?: string } | null;
}

interface GuidelineLineFacts {
  readonly citations: readonly CitationFacts[];
  readonly text?: string;
}

/** The items with what each lacks. Of the letter's words it holds the titles and decisions; the others only where they are asked for. */
export function listItems(letter: Letter, { includeText = false }: TextOption): ItemsAnswer {
  const { items, undecided } = itemList(letter);
  const hasTitles = items.length + undecided.length > 0;
  return {
    letterText: includeText ? 'included' : hasTitles ? 'titles' : 'none',
    items: items.flatMap((listed, index) => {
      const item = letter.determination.items[index];
      return item ? [itemFacts(letter, listed, item, includeText)] : [];
    }),
    undecided: undecided.map(({ title, range }) => ({ title, line: range.start.line + 1 })),
  };
}

function itemFacts(letter: Letter, listed: ListedItem, { reading }: DisputedItem, includeText: boolean): ItemFacts {
  const { number, title, decision, missing, counts, parents, selectionRange } = listed;
  const date = urDenialDate(letter.determination);
  const lineFacts = (line: GuidelineLine | null): GuidelineLineFacts | null => line && {
    citations: line.citations.map((citation) => citationFacts(citation, date)),
    ...(includeText && { text: line.prose.text }),
  };
  const { rationale } = reading;
  return {
    number, title, decision, missing, counts,
    line: selectionRange.start.line + 1,
    dependsOn: parents,
    regions: reading.regions,
    claimsAdministratorGuideline: lineFacts(reading.claimsAdministratorGuideline),
    reviewerGuideline: lineFacts(reading.reviewerGuideline),
    rationale: rationale && { conclusion: rationale.conclusion?.value ?? null, ...(includeText && { text: rationale.prose.text }) },
  };
}
