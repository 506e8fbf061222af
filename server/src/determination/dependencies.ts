import { shift, type Span } from '../markdown/span.ts';
import { findPerioperative, findTreatments } from '../vocabulary/treatments.ts';
import type { Dependency, DependencyReason, DisputedItem, ItemReading, Prose } from './model.ts';
import { sourceSpan } from './prose.ts';
import { referencesOf } from './references.ts';

/** What a title says of its item's place among the others. */
interface TitlePlace {
  /** It asks for an operation. */
  readonly surgery: boolean;
  /** It asks for something around an operation: "Associated surgical service: …", "Post-op …", "Assistant surgeon". */
  readonly perioperative: Span | null;
  /** "Installation of X": the words for X. */
  readonly partOf: string | null;
  readonly words: ReadonlySet<string>;
}

const kept = new WeakMap<Prose, TitlePlace>();

function placeOf(reading: ItemReading): TitlePlace {
  const known = kept.get(reading.title);
  if (known) return known;
  const title = reading.title.text;
  const perioperative = findPerioperative(title)[0]?.span ?? null;
  const partOf = partOfTitle(title);
  const place = {
    surgery: perioperative === null && findTreatments(title).some(({ value }) => value.kind === 'surgery'),
    perioperative,
    partOf,
    words: contentWords(partOf ?? title),
  };
  kept.set(reading.title, place);
  return place;
}

/** "Installation of X": the words for X; null for a title that asks for a thing of its own. */
export function partOfTitle(title: string): string | null {
  return /^(?:installation|delivery|set-?up|fitting|maintenance|shipping|supplies|batteries|electrodes)\s(?:of|for)\s(?:the\s)?(.+)$/i.exec(title)?.[1] ?? null;
}

/**
 * Which items hang on which: first what the draft states, then the numbers that a rationale names, then the title, then the
 * rationale's words. A parent may stand outside the letter; then there is no dependency. An item never hangs on itself.
 */
export function readDependencies(items: readonly DisputedItem[]): Dependency[] {
  const surgeries = surgeriesAmong(items);
  return items.flatMap((item) => dependenciesOf(item, items, surgeries));
}

/** The items that ask for an operation; most items never ask which. */
type Surgeries = () => readonly DisputedItem[];

export function surgeriesAmong(items: readonly DisputedItem[]): Surgeries {
  let surgeries: readonly DisputedItem[] | undefined;
  return () => (surgeries ??= items.filter(({ reading }) => placeOf(reading).surgery));
}

/** Those of one item. */
export function dependenciesOf(item: DisputedItem, items: readonly DisputedItem[], surgeries: Surgeries): Dependency[] {
  const { reading } = item;
  if (reading.dependsOn) {
    return reading.dependsOn.numbers.flatMap(({ value, span }) => depend(item, [value], items, 'stated', span));
  }
  const { numbers, clauses } = referencesOf(reading);
  if (numbers.length > 0 && (clauses.length > 0 || placeOf(reading).partOf !== null)) {
    return numbers.flatMap(({ value, span }) => depend(item, [value], items, 'numbered', inRationale(reading, span)));
  }
  const byTitle = parentsByTitle(item, items, surgeries);
  if (byTitle.length > 0) return byTitle;
  for (const clause of clauses) {
    const parents = parentsByWords(item, clause.subject, items, surgeries);
    if (parents.length > 0) return depend(item, parents, items, 'rationale', inRationale(reading, clause.span));
  }
  return [];
}

function depend(item: DisputedItem, parents: readonly number[], items: readonly DisputedItem[], reason: DependencyReason, place: Span): Dependency[] {
  return parents
    .filter((parent) => parent !== item.number && parent >= 1 && parent <= items.length)
    .map((parent) => ({ item: item.number, parent, reason, span: shift(place, item.start) }));
}

function inRationale(reading: ItemReading, place: Span): Span {
  return reading.rationale ? sourceSpan(reading.rationale.prose, place) : reading.heading;
}

function parentsByTitle(item: DisputedItem, items: readonly DisputedItem[], surgeries: Surgeries): Dependency[] {
  const { perioperative, partOf, words } = placeOf(item.reading);
  const { title } = item.reading;
  if (perioperative) {
    const parents = surgeries().filter((surgery) => surgery.number !== item.number && regionsMeet(surgery, item)).map(({ number }) => number);
    return depend(item, parents, items, 'title', sourceSpan(title, perioperative));
  }
  if (partOf === null) return [];
  const parents = items.filter((other) => other.number !== item.number && placeOf(other.reading).partOf === null && covers(placeOf(other.reading).words, words));
  return depend(item, parents.map(({ number }) => number), items, 'title', title.span);
}

/** A post-operative knee service does not hang on a shoulder operation; without regions nothing speaks against it. */
function regionsMeet(surgery: DisputedItem, item: DisputedItem): boolean {
  const { regions } = item.reading;
  return regions.length === 0 || surgery.reading.regions.length === 0 || regions.some((region) => surgery.reading.regions.includes(region));
}

/** The items that "the requested surgery" or "the home exercise kits" can mean, other than the item itself. */
function parentsByWords(item: DisputedItem, subject: string, items: readonly DisputedItem[], surgeries: Surgeries): number[] {
  const words = contentWords(subject);
  if (SURGERY.test(subject) || (words.size === 0 && SURGERY_UNNAMED.test(subject))) return placeOf(item.reading).surgery ? [] : surgeries().map(({ number }) => number);
  if (words.size === 0 || covers(placeOf(item.reading).words, words)) return [];
  return items.filter((other) => other.number !== item.number && covers(placeOf(other.reading).words, words)).map(({ number }) => number);
}

const SURGERY = /\b(?:surg(?:ery|eries|ical)|operation|operative)\b/i;
/** "The primary procedure", "the associated request": an operation of the letter, where it has one. */
const SURGERY_UNNAMED = /\b(?:procedures?|interventions?)\b|\b(?:primary|associated|underlying|concurrent) (?:requests?|services?|treatments?|items?)\b/i;

function covers(title: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  return words.size > 0 && [...words].every((word) => title.has(word));
}

const EMPTY_WORDS = new Set([
  'the', 'a', 'an', 'of', 'for', 'to', 'in', 'on', 'with', 'and', 'or', 'this', 'that', 'requested', 'request', 'requests', 'proposed', 'associated', 'concurrent', 'service', 'services',
  'treatment', 'treatments', 'item', 'items', 'question', 'question', 'primary', 'underlying', 'above', 'medication', 'therapy', 'patient', 'applicant', 'claimant', 'worker', 'injured',
  'procedure', 'guideline', 'guidelines', 'condition', 'evidence', 'criteria', 'use',
]);

function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z][a-z0-9]+/g) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word)));
}
