import type { SignedOrder } from '../../../protocol/sign-off.ts';
import { decidedThing, decidedWords } from '../determination/argument/decided-request.ts';
import { matchItems } from '../determination/reading/disputed-list.ts';
import type { Determination, DisputedItem, ItemReading } from '../determination/model.ts';
import { titleWords } from '../determination/words/title-words.ts';
import { leansOnAnother } from '../rules/common/citations.ts';
import { conclusionFor, decisionFor, itemName, necessityWords, requestOf } from '../rules/common/wording.ts';
import { alike } from '../rules/engine/alike.ts';
import { findQuantities } from '../vocabulary/quantities.ts';
import { findSides } from '../vocabulary/sides.ts';

/** Each item as the letter orders it, made of title, verdict and conclusion, to be read before it is signed. */
export function readBack(letter: Determination): SignedOrder[] {
  const { places } = matchItems(letter.listed ?? [], letter.items);
  return letter.items.map((item) => ({ verdict: verdictOf(item.reading), request: requestWords(item), differences: differencesOf(item, places.get(item)?.text ?? null) }));
}

/** One sentence: “Item 2. Denied, as not medically necessary: walking cane.” */
export function orderSentence({ number, verdict, request }: SignedOrder & { readonly number: number }): string {
  return `${itemName(number)}. ${verdict}: ${request}${request.endsWith('.') ? '' : '.'}`;
}

function verdictOf({ decision, rationale }: ItemReading): string {
  if (!decision?.value) return 'Not decided';
  const ordered = decision.value === 'Upheld' ? 'Denied' : 'To be authorized';
  const conclusion = rationale?.conclusion;
  if (!conclusion) return `${ordered}, without a conclusion`;
  if (conclusion.unsure) return `${ordered}, with a conclusion that says yes to one thing and no to another`;
  const words = necessityWords(decisionFor(conclusion.value));
  return conclusion.value === conclusionFor(decision.value) ? `${ordered}, as ${words}` : `${ordered}, but the rationale concludes that it is ${words}`;
}

function requestWords(item: DisputedItem): string {
  const { title, partial } = item.reading;
  if (title.text === '') return '(no title)';
  return partial?.remaining ? `${requestOf(item)}, which is what remains in dispute` : requestOf(item);
}

function differencesOf({ reading }: DisputedItem, entry: string | null): string[] {
  const title = reading.title.text;
  const inList = entry === null ? [] : figuresBeyond(entry, title);
  const inTitle = entry === null ? [] : figuresBeyond(title, entry);
  return [
    ...conclusionBeyond(reading),
    ...(inList.length > 0 ? [`The list of disputed items has ${quoted(inList)}, the heading has not.`] : []),
    ...(inTitle.length > 0 ? [`The heading has ${quoted(inTitle)}, the list of disputed items has not.`] : []),
  ];
}

/** What the conclusion decides beyond the heading: words only where nothing but a name stands before the verdict. */
function conclusionBeyond(reading: ItemReading): string[] {
  const { title, rationale } = reading;
  // What hangs on another item names that one.
  if (!rationale?.conclusion || leansOnAnother(reading)) return [];
  const decided = decidedWords(rationale.prose, rationale.conclusion)?.text ?? '';
  const thing = decidedThing(rationale.prose, rationale.conclusion)?.text ?? '';
  const beyond = [...namesBeyond(thing, title.text), ...figuresBeyond(decided, title.text)];
  return beyond.length === 0 ? [] : [`The conclusion decides “${thing || decided}”: the heading has no ${quoted(beyond)}.`];
}

/** What some words name and others don't; not by quantity or side. */
function namesBeyond(words: string, others: string): string[] {
  const known = titleWords(others);
  return words.split(/[\s,;()]+/).filter((word) => {
    const names = [...titleWords(word)];
    return names.length > 0 && !names.some((name) => known.has(name));
  });
}

/** Sides and quantities of some words that others don't have. */
function figuresBeyond(words: string, others: string): string[] {
  const [sides, known] = [findSides(others), findQuantities(others)];
  return [
    ...findSides(words).filter(({ value }) => !sides.some((other) => other.value === value)),
    ...findQuantities(words).filter(({ value }) => !known.some((other) => alike(other.value.values, value.values) && other.value.kind === value.kind)),
  ].map(({ text }) => text);
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
