import { CompletionItemKind } from 'vscode-languageserver-types';
import { matchItems } from '../determination/reading/disputed-list.ts';
import { fieldLabels, wordsOfLabel } from '../determination/reading/field-labels.ts';
import type { DisputedItem } from '../determination/model.ts';
import known from '../determination/reading/wordings.json' with { type: 'json' };
import { skeletons, type Skeleton } from '../snippets/skeletons.ts';
import type { Offer } from './completion-item.ts';
import type { Letter } from './letter.ts';
import { escapeSnippet } from './plain-snippet.ts';

const FIELDS = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'] as const;
const FORMS = ['item', 'partial-item', 'dependent-item'];

/** Whether the offset stands in the part of the letter that holds the items. */
export function itemsSection({ determination: { sections } }: Letter, offset: number): boolean {
  return sections.some(({ name, heading, span }) => name === 'issues-decisions-and-rationales' && heading.end < offset && offset <= span.end);
}

/** Whole items to fill in: those first that are listed as disputed and not decided yet. */
export function itemOffers(letter: Letter, near: DisputedItem | null): Offer[] {
  const { listed, items } = letter.determination;
  const forms = FORMS.flatMap((id) => skeletons.find((skeleton) => skeleton.id === id) ?? []);
  const [plain] = forms;
  const undecided = listed && plain ? matchItems(listed, items).undecided : [];
  return [
    ...undecided.map(({ text }) => offerOf(letter, near, { ...plain as Skeleton, title: `Item: ${text}` }, text)),
    ...forms.map((form) => offerOf(letter, near, form)),
  ];
}

function offerOf(letter: Letter, near: DisputedItem | null, skeleton: Skeleton, title?: string): Offer {
  return {
    label: skeleton.title, kind: CompletionItemKind.Snippet, snippet: true, detail: skeleton.description,
    newText: textOf(letter, near, skeleton, title), foundBy: [skeleton.word, skeleton.title, `### ${skeleton.word}`],
  };
}

/** The skeleton in the letter's own form: its depth of heading, its labels, no marks in plain text. */
function textOf({ determination: { layout, items, text } }: Letter, near: DisputedItem | null, { body }: Skeleton, title?: string): string {
  const labels = fieldLabels(items);
  const depth = depthOf(text, near ?? items[0] ?? null);
  let lines = body.map((line) => FIELDS.reduce((each, field) => each.replace(`**${known.labels[field][0]}:**`, () => `**${escapeSnippet(wordsOfLabel(field, labels, layout))}:**`), line));
  if (title !== undefined) lines = lines.map((line) => line.replace(/\$\{1:[^}]*\}/, () => `\${1:${escapeSnippet(title)}}`));
  if (layout !== 'draft') return lines.map((line) => line.replace(/^#+ /, '').replaceAll('**', '')).join('\n');
  return lines.join('\n').replace(/^#+/, '#'.repeat(depth));
}

function depthOf(text: string, item: DisputedItem | null): number {
  const marks = item ? /^#{1,6}/.exec(text.slice(item.start, item.start + 6))?.[0].length : undefined;
  return marks ?? 3;
}
