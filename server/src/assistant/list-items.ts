import type { ListedItem } from '../../../protocol/items.ts';
import type { GuidelineLineFacts, ItemFacts, ItemsAnswer, TextOption } from '../../../protocol/tools.ts';
import type { DisputedItem, GuidelineLine } from '../determination/model.ts';
import { urDenialDate } from '../rules/common/citations.ts';
import { itemList } from '../service/item-list.ts';
import type { Letter } from '../service/letter.ts';
import { citationFacts } from './citation-facts.ts';

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
