import type { ImportedLetter } from '../../../protocol/new-letter.ts';
import type { Determination, DisputedItem, SectionName } from '../determination/model.ts';
import { UNPLACED_ADVICE, UNPLACED_HEADING } from '../determination/reading/unplaced.ts';
import { withoutCommands } from '../markdown/characters.ts';
import type { Sliced } from '../markdown/sliced.ts';
import { frontMatter } from './head.ts';
import type { JoinLines } from './line-joins.ts';
import { escapeHeading, escapeInline, escapeLine } from './markdown-escapes.ts';
import { oneLine, paragraphs, separateLines } from './paragraphs.ts';
import type { Piece } from './pieces.ts';
import { bodyOf, decisionOf, dependsOnOf, headingOf, isInHeading, itemParts, labelOf, proseOf, titleOf, type ItemPart } from './places.ts';

const TITLE = 'Independent Medical Review Final Determination';
const SECTIONS: Readonly<Record<SectionName, string>> = {
  'how-determination-was-made': 'How the IMR Final Determination Was Made',
  'documents-reviewed': 'Documents Reviewed',
  'clinical-case-summary': 'Clinical Case Summary',
  'issues-decisions-and-rationales': 'IMR Issues, Decisions and Rationales',
};
const LABELS: Readonly<Record<ItemPart, string>> = {
  claimsAdministratorGuideline: 'Claims Administrator guideline', reviewerGuideline: 'MAXIMUS guideline', rationale: 'Decision rationale',
};

/** The words of the letter by the place they go to. */
interface Words {
  readonly placed: ReadonlyMap<string, readonly Piece[]>;
  readonly join: JoinLines;
}

/** Writes the draft, part by part in the order of the letter, from the words that go to each. */
export function* writeDraft(letter: Determination, caseNumber: string | null, pieces: readonly Piece[], join: JoinLines): Sliced<ImportedLetter> {
  const words: Words = { placed: byPlace(pieces), join };
  const left = pieces.filter(({ place }) => place === null);
  yield;
  const parts = [frontMatter(letter, caseNumber, howText(letter, words)), `# ${TITLE}`];
  for (const part of sections(letter, words)) {
    parts.push(part);
    yield;
  }
  parts.push(...leftover(left, join));
  yield;
  return { draft: withoutCommands(`${parts.filter((part) => part !== '').join('\n\n')}\n`), leftover: left.length > 0 };
}

function byPlace(pieces: readonly Piece[]): Map<string, Piece[]> {
  const placed = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.place === null) continue;
    const same = placed.get(piece.place);
    if (same) same.push(piece);
    else placed.set(piece.place, [piece]);
  }
  return placed;
}

const lineOf = ({ placed, join }: Words, place: string): string => oneLine(placed.get(place) ?? [], join);
const paragraphsOf = ({ placed, join }: Words, place: string): string[] => paragraphs(placed.get(place) ?? [], join);

function howText({ sections: all }: Determination, words: Words): string {
  const how = all.findIndex(({ name }) => name === 'how-determination-was-made');
  return how < 0 ? '' : paragraphsOf(words, bodyOf(how)).join('\n');
}

/** The items stand under their section's heading; a text without it gets one, since a draft's items need it. */
function sections({ sections: all, items }: Determination, words: Words): string[] {
  const home = all.findIndex(({ name }) => name === 'issues-decisions-and-rationales');
  const itemsOf = (index: number): string[] => index === home ? items.flatMap((item) => itemParagraphs(item, words)) : [];
  const parts = all.flatMap(({ name }, i) => [
    heading(SECTIONS[name], lineOf(words, headingOf(i))), ...paragraphsOf(words, bodyOf(i)).map(escapeLine), ...itemsOf(i),
  ]);
  return home >= 0 || items.length === 0 ? parts : [...parts, `## ${SECTIONS['issues-decisions-and-rationales']}`, ...itemsOf(-1)];
}

/** The canonical heading where the letter's own differs in nothing but its capitals. */
function heading(canonical: string, own: string): string {
  return own === '' ? '' : `## ${sameLetters(own, canonical) ? canonical : escapeHeading(own)}`;
}

function sameLetters(one: string, other: string): boolean {
  const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters(one) === letters(other);
}

function itemParagraphs(item: DisputedItem, words: Words): string[] {
  const fields = itemParts.flatMap((part) => fieldParagraphs(item, part, words));
  return [`### ${itemHeading(item, words)}`, ...fields, escapeLine(lineOf(words, dependsOnOf(item.number)))];
}

function itemHeading({ number, reading }: DisputedItem, words: Words): string {
  const title = lineOf(words, titleOf(number));
  if (!reading.decision) return escapeHeading(title);
  const decision = isInHeading(reading) ? lineOf(words, decisionOf(number)) : reading.decision.value ?? '';
  const colon = title.replace(/[\s:–—-]{1,9}$/, '');
  return escapeHeading(colon === '' ? decision : `${colon}: ${decision}`);
}

/** A guideline line is one paragraph; a rationale may have several. */
function fieldParagraphs({ number, reading }: DisputedItem, part: ItemPart, words: Words): string[] {
  if (!reading[part]) return [];
  const label = lineOf(words, labelOf(number, part)).replace(/[\s:*_]{0,9}$/, '');
  const bold = `**${label === '' || sameLetters(label, LABELS[part]) ? LABELS[part] : escapeInline(label)}:**`;
  const [first = '', ...rest] = part === 'rationale' ? paragraphsOf(words, proseOf(number, part)) : [lineOf(words, proseOf(number, part))];
  return [`${bold} ${escapeInline(first)}`.trimEnd(), ...rest.map(escapeLine)];
}

function leftover(left: readonly Piece[], join: JoinLines): string[] {
  if (left.length === 0) return [];
  // The advice also keeps a label below it from making an item of the heading.
  return [`## ${UNPLACED_HEADING}`, UNPLACED_ADVICE, ...separateLines(left, join).map((lines) => lines.map(escapeLine).join('\n'))];
}
