import { hasWord, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import { remember } from '../../markdown/remember.ts';
import { shift, type Span } from '../../markdown/span.ts';
import type { TreatmentKind } from '../../vocabulary/treatments.ts';
import type { Dependency, DependencyReason, DisputedItem, ItemReading } from '../model.ts';
import { asksForOperation, mayMean, names, partOfTitle, placesMeet, requestWords, wordsOfTitle, type RequestWords } from '../words/parent-words.ts';
import { sourceSpan } from '../prose.ts';
import { referencesOf, type ParentClause } from './references.ts';

/** What a title says of its item's place among the others. */
interface TitlePlace extends RequestWords {
  /** It asks for an operation. */
  readonly asksForOperation: boolean;
  /** Something around an operation: "Associated surgical service: …", "Post-op …", "Assistant surgeon". The words that say so. */
  readonly around: Span | null;
  /** "Rehabilitation following the arthroscopy", "Facility fee for item 1": what it is for. */
  readonly serves: RequestWords | null;
  readonly numbers: readonly number[];
  /** "Installation of X": the words for X. */
  readonly partOf: RequestWords | null;
  /** "X trial", "permanent X": what is implanted for good is tried before. */
  readonly stage: 'trial' | 'implant' | null;
}

function placeOf({ title }: ItemReading): TitlePlace {
  return placeOfTitle(title.text);
}

const placeOfTitle = remember((title): TitlePlace => {
  const sentence = readSentence(title);
  const words = requestWords(sentence);
  const part = partOfTitle(title);
  const served = statementsOf(sentence, 'dependence').find(({ says, slots }) => says['parent'] === 'served' && slots['of']);
  const of = served?.slots['of'];
  return {
    ...words,
    // Hand therapy follows operations of the wrist and the elbow, too.
    regions: words.treatments.some(({ id }) => id === 'hand-therapy') ? [] : words.regions,
    asksForOperation: asksForOperation(words) && !served,
    around: standsAlone(words) ? null : sentence.found.mentions.some(({ kind }) => kind === 'perioperative') ? perioperativePlace(sentence) : (served?.span ?? null),
    serves: of ? requestWords(sentence, of.from, of.to) : null,
    numbers: numbersOfTitle(sentence),
    partOf: part === null ? null : wordsOfTitle(part),
    stage: hasWord(sentence, 'trial-stage') ? 'trial' : hasWord(sentence, 'implant-stage') ? 'implant' : null,
  };
});

/** What helps without the operation, too: "Pre-operative smoking cessation". */
function standsAlone({ perioperative, treatments }: RequestWords): boolean {
  return perioperative.length > 0 && perioperative.every((around) => around === 'pre-operative') && treatments.some(({ kind }) => kind === 'program' || kind === 'psychological');
}

function perioperativePlace({ found, tokens }: Sentence): Span {
  const first = found.mentions.find(({ kind }) => kind === 'perioperative');
  return { start: tokens.starts[first?.from ?? 0] ?? 0, end: tokens.ends[(first?.to ?? 1) - 1] ?? tokens.text.length };
}

/** "For item 1": the items that a title names. */
function numbersOfTitle(sentence: Sentence): number[] {
  return statementsOf(sentence, 'dependence').flatMap(({ slots }) => (slots['numbers']?.text.match(/\d{1,2}/g) ?? []).map(Number));
}

/**
 * Which items hang on which: first what the draft states, then the numbers that a rationale or a title names, then the title, then the
 * rationale's words. A parent may stand outside the letter; then there is no dependency. An item never hangs on itself, and nothing
 * hangs on an operation that its own rationale says was done before.
 */
export function readDependencies(items: readonly DisputedItem[]): Dependency[] {
  const surgeries = surgeriesAmong(items);
  return items.flatMap((item) => dependenciesOf(item, items, surgeries));
}

/** The items that ask for an operation; most items never ask which. */
type Surgeries = () => readonly DisputedItem[];

export function surgeriesAmong(items: readonly DisputedItem[]): Surgeries {
  let surgeries: readonly DisputedItem[] | undefined;
  return () => (surgeries ??= items.filter(({ reading }) => placeOf(reading).asksForOperation));
}

/** Among more items than this, several times the most of any letter, only numbers say which hangs on which: else each is compared with each. */
export const MANY_ITEMS = 200;

/** Those of one item. */
export function dependenciesOf(item: DisputedItem, items: readonly DisputedItem[], surgeries: Surgeries): Dependency[] {
  const { reading } = item;
  if (reading.dependsOn) {
    return reading.dependsOn.numbers.flatMap(({ value, span }) => depend(item, [value], items, 'stated', span));
  }
  if (items.length < 2) return [];
  const { numbers, clauses } = referencesOf(reading);
  const place = placeOf(reading);
  if (place.numbers.length > 0) return depend(item, place.numbers, items, 'numbered', reading.title.span);
  if (numbers.length > 0 && (clauses.some(({ says }) => says !== 'served') || place.partOf !== null)) {
    return numbers.flatMap(({ value, span }) => depend(item, [value], items, 'numbered', inRationale(reading, span)));
  }
  if (items.length > MANY_ITEMS) return [];
  const byTitle = parentsByTitle(item, place, items, surgeries);
  const byRationale = parentsByRationale(item, place, items, surgeries);
  if (byTitle.length === 0) return byRationale;
  // Of two operations in a letter the rationale says which one is meant: "after the transposition, which is approved".
  const meant = byTitle.filter(({ parent }) => byRationale.some((each) => each.parent === parent));
  const said = meant.length > 0 ? meant : byRationale;
  return said.length > 0 ? said : byTitle;
}

/** The parents of the first clause that means an item of the letter. */
function parentsByRationale(item: DisputedItem, place: TitlePlace, items: readonly DisputedItem[], surgeries: Surgeries): Dependency[] {
  const { reading } = item;
  for (const clause of referencesOf(reading).clauses) {
    const kind = place.treatments[0]?.kind ?? 'other';
    if (clause.says === 'served' && place.around === null && !MAY_SERVE.has(kind) && !(clause.ahead && kind === 'therapy')) continue;
    const meant = parentsByClause(item, clause, items, surgeries);
    const parents = clause.says === 'served' ? meant.filter((number) => isProcedure(items[number - 1])) : meant;
    if (parents.length > 0) return depend(item, parents, items, 'rationale', inRationale(reading, clause.span));
  }
  return [];
}

/** Only around an operation or an injection is something used: "after TENS has failed" ties to nothing. */
function isProcedure(item: DisputedItem | undefined): boolean {
  if (!item) return false;
  const place = placeOf(item.reading);
  return place.asksForOperation || (place.around === null && place.treatments.some(({ kind }) => kind === 'injection'));
}

/** What is asked for around an operation though its title doesn't say so: its rationale's "after the repair" is enough. */
const MAY_SERVE: ReadonlySet<TreatmentKind> = new Set(['dme', 'device', 'testing', 'home-care', 'transport', 'evaluation', 'other']);

function depend(item: DisputedItem, parents: readonly number[], items: readonly DisputedItem[], reason: DependencyReason, place: Span): Dependency[] {
  return [...new Set(parents)]
    .filter((parent) => parent !== item.number && parent >= 1 && parent <= items.length)
    .map((parent) => ({ item: item.number, parent, reason, span: shift(place, item.start) }));
}

function inRationale(reading: ItemReading, place: Span): Span {
  return reading.rationale ? sourceSpan(reading.rationale.prose, place) : reading.heading;
}

function parentsByTitle(item: DisputedItem, place: TitlePlace, items: readonly DisputedItem[], surgeries: Surgeries): Dependency[] {
  const { title } = item.reading;
  if (place.around) {
    const span = sourceSpan(title, place.around);
    const found = place.serves ? itemsMeant(item, place.serves, items, surgeries) : aroundWhat(item, place, items, surgeries);
    return depend(item, withoutDone(item, found), items, 'title', span);
  }
  const { partOf } = place;
  if (place.stage === 'implant') return depend(item, withoutDone(item, trialsOf(place, items)), items, 'title', title.span);
  if (!partOf) return [];
  const parents = items.filter((other) => other.number !== item.number && !placeOf(other.reading).partOf && mayMean(partOf, placeOf(other.reading)));
  return depend(item, parents.map(({ number }) => number), items, 'title', title.span);
}

/** The requests for a trial of what is to be implanted. */
function trialsOf({ treatments }: TitlePlace, items: readonly DisputedItem[]): DisputedItem[] {
  const ids = new Set(treatments.filter(({ kind }) => kind === 'surgery').map(({ id }) => id));
  return items.filter(({ reading }) => placeOf(reading).stage === 'trial' && placeOf(reading).treatments.some(({ id }) => ids.has(id)));
}

/** The operations that a service is around; anaesthesia, a facility and guidance serve injections, too. */
function aroundWhat(item: DisputedItem, place: TitlePlace, items: readonly DisputedItem[], surgeries: Surgeries): readonly DisputedItem[] {
  const fits = (other: DisputedItem): boolean => other.number !== item.number && placesMeet(place.regions, other.reading.regions);
  const operations = surgeries().filter(fits);
  if (operations.length > 0 || !place.perioperative.some((service) => SERVES_INJECTIONS.has(service))) return operations;
  return items.filter((other) => fits(other) && placeOf(other.reading).around === null && placeOf(other.reading).treatments.some(({ kind }) => kind === 'injection'));
}

const SERVES_INJECTIONS: ReadonlySet<string> = new Set(['anesthesia', 'facility']);

/** The items that a clause of the rationale can mean. */
function parentsByClause(item: DisputedItem, { parent, numbers }: ParentClause, items: readonly DisputedItem[], surgeries: Surgeries): number[] {
  if (numbers.length > 0) return [...numbers];
  return withoutDone(item, itemsMeant(item, parent, items, surgeries));
}

/** The items that "the requested surgery" or "the home exercise kits" can mean, other than the item itself. */
function itemsMeant(item: DisputedItem, words: RequestWords, items: readonly DisputedItem[], surgeries: Surgeries): readonly DisputedItem[] {
  const others = (among: readonly DisputedItem[]): DisputedItem[] =>
    among.filter((other) => other.number !== item.number && placesMeet(words.regions, other.reading.regions));
  if (words.operation && words.treatments.every(({ id }) => id === 'surgery')) return others(surgeries());
  if (words.drugs.length === 0 && words.treatments.length === 0 && words.regions.length > 0) return others(surgeries());
  const outright = others(items).filter((other) => names(words, placeOf(other.reading)));
  const meant = outright.length > 0 && !outright.every(servesAnother) ? outright : others(items).filter((other) => mayMean(words, placeOf(other.reading)));
  // "Sedation for the injection" is not what "the injection" means, where the letter has that one, too.
  const named = meant.every(servesAnother) ? meant : meant.filter((other) => !servesAnother(other));
  // "The arthroscopy" is the meniscectomy where the letter has one; what is around an operation is none.
  const operations = named.filter((other) => placeOf(other.reading).asksForOperation);
  return operations.length > 0 ? operations : named;
}

function servesAnother({ reading }: DisputedItem): boolean {
  const { around, serves } = placeOf(reading);
  return around !== null || serves !== null;
}

/** Without the operations that the item's rationale tells were done already. */
function withoutDone(item: DisputedItem, parents: readonly DisputedItem[]): number[] {
  const { operated } = referencesOf(item.reading);
  return parents
    .filter(({ reading }) => !operated.some((done) => done.treatments.length === 0 || done.operation || mayMean(done, placeOf(reading))))
    .map(({ number }) => number);
}
