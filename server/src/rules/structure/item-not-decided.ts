import type { Determination, Prose } from '../../determination/model.ts';
import { matchItems } from '../../determination/reading/disputed-list.ts';
import { fieldLabels, labelBefore, layoutsWithoutLabels, type LabelledField } from '../../determination/reading/field-labels.ts';
import { ownSentences } from '../../determination/statements.ts';
import { hasWord } from '../../language/sentence.ts';
import { titleWords } from '../../determination/words/title-words.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { findDrugs, ingredients } from '../../vocabulary/drugs.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { placeInWords, summaryOf } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

export const itemNotDecided = defineRule({
  id: 'item-not-decided',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  waits: true,
  summary: 'Every item that is in dispute gets a decision of its own.',
  why: 'The application says what is in dispute, and each of those items must be decided. An item that the letter passes over comes back as a complaint, or as an order that can’t be carried out.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '8 CCR 9792.10.6' }],
  leavesAlone: [
    'Another order, other quantities, abbreviations: the words are compared loosely.',
    'Without a `disputed-items` list in the head: what the summary tells outside of a sentence on the denial, and whatever is of the kind of a decided item. What it says was denied, and nothing of its kind is decided, is information.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM20-0000001\ndisputed-items:\n  - PT x 12, left knee\n---\n\n### Physical therapy for the left knee, 12 visits: Upheld\n'],
    invalid: [{
      draft: '---\ncase-number: CM20-0000001\ndisputed-items:\n  - Naproxen 500 mg #60\n  - ⟦TENS unit⟧\n---\n\n### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** No gain in function is documented. Therefore, naproxen is not medically necessary.\n',
    }],
  },
  messages: {
    listed: ({ title }: { title: string }) => `“${title}” is in dispute, but the letter doesn’t decide it. Add the item with its decision, guideline and rationale.`,
    denied: ({ request }: { request: string }) =>
      `The summary says that utilization review denied “${request}”, but the letter decides nothing of that kind. Add the item, if it is in dispute.`,
  },
  check: (determination, report) => {
    const { listed, items } = determination;
    if (!listed) {
      for (const place of deniedOnly(determination)) report({ ...place, severity: 'information', messageId: 'denied' });
      return;
    }
    for (const { text, span: place } of matchItems(listed, items).undecided) {
      report({
        span: place,
        messageId: 'listed',
        data: { title: text },
        fixes: () => addItem(determination, text),
      });
    }
  },
});

/** Without a list, the sentence of the summary that tells what utilization review denied is the nearest to one. */
function deniedOnly(determination: Determination): { span: Span; data: { request: string }; fixes: () => Fix[] }[] {
  const summary = summaryOf(determination);
  const denied = summary ? deniedIn(summary.reading.prose) : [];
  if (!summary || denied.length === 0 || determination.items.length === 0) return [];
  const titles = determination.items.map(({ reading }) => requestsIn(reading.title));
  // What a title asks for in words that the vocabulary lacks may be just that.
  if (titles.some((requests) => requests.length === 0)) return [];
  const decided = titles.flat();
  const words = new Set(determination.items.flatMap(({ reading }) => [...titleWords(reading.title.text)]));
  const isDecided = ({ text, kinds }: Request): boolean => decided.some((request) => request.kinds.some((kind) => kinds.includes(kind)))
    || [...titleWords(text)].some((word) => words.has(word));
  return denied.filter((request) => !isDecided(request)).map(({ text, span: place }) => ({
    span: placeInWords({ prose: summary.reading.prose, start: summary.start }, place),
    data: { request: text },
    fixes: () => addItem(determination, text),
  }));
}

/** A treatment or a drug that somebody asked for. `kinds`: what else is taken for the same. Span: in the text. */
interface Request {
  readonly text: string;
  readonly kinds: readonly string[];
  readonly span: Span;
}

const deniedIn = keptBy((prose: Prose) => ownSentences(prose)
  .filter(({ sentence }) => hasWord(sentence, 'review') && hasWord(sentence, 'refused-by-review'))
  .flatMap(({ sentence, start }) => findRequests(sentence.text).map((request) => ({ ...request, span: shift(request.span, start) }))));
const requestsIn = keptBy(({ text }: Prose) => findRequests(text));

function findRequests(text: string): Request[] {
  const drugs = findDrugs(text).map(({ value, text: name, span: place }) => ({ text: name, kinds: ['medication', ...ingredients(value)], span: place }));
  const treatments = findTreatments(text).map(({ value: { id, kind }, text: name, span: place }) => ({ text: name, kinds: kind === 'medication-class' ? ['medication'] : [id, kind], span: place }));
  return [...drugs, ...treatments];
}

/** Nothing for the first layouts of 2013, whose items have another form. */
function addItem(determination: Determination, title: string): Fix[] {
  if (layoutsWithoutLabels.includes(determination.layout)) return [];
  return [{ title: `Add the item “${title}”`, applicability: 'suggestion', edits: [{ span: endOfItems(determination), newText: skeleton(determination, title) }] }];
}

function endOfItems({ items, sections, text }: Determination): { start: number; end: number } {
  const section = sections.find(({ name }) => name === 'issues-decisions-and-rationales');
  const end = items.at(-1)?.end ?? section?.span.end ?? text.length;
  const at = text.slice(0, end).trimEnd().length;
  return span(at, at);
}

/** The item with the labels that the letter's other items have. */
function skeleton({ items, layout }: Determination, title: string): string {
  const labels = fieldLabels(items);
  const field = (name: LabelledField, words: string): string => `${labelBefore(name, labels, layout)}[[${words}]]`;
  const lines = [
    `${layout === 'draft' ? '### ' : ''}${title}: [[Upheld or Overturned]]`,
    field('claimsAdministratorGuideline', 'guideline'), field('reviewerGuideline', 'guideline'), field('rationale', 'rationale'),
  ];
  return `\n\n${lines.join('\n\n')}`;
}
