import type { DecisionValue, ConclusionValue, DisputedItem, ItemReading } from '../../determination/model.ts';

/** "Item 3", as messages name an item. */
export function itemName(number: number): string {
  return `Item ${number}`;
}

/** "1 month", "2 months"; `many` where the plural takes more than an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "items 1 and 2", "items 1, 2 and 4". */
export function itemList(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'item' : 'items'} ${enumerated(numbers)}`;
}

/** "1", "1 and 2", "1, 2 and 4". */
export function enumerated(things: readonly (string | number)[]): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;
}

/** The title as a message shows it: short enough for one line. */
export function shortTitle(reading: ItemReading): string {
  const { text } = reading.title;
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}

export function opposite(value: DecisionValue): DecisionValue {
  return value === 'Upheld' ? 'Overturned' : 'Upheld';
}

/** Upheld: the denial stands, the request is not medically necessary. */
export function conclusionFor(decision: DecisionValue): ConclusionValue {
  return decision === 'Upheld' ? 'not-medically-necessary' : 'medically-necessary';
}

export function decisionFor(conclusion: ConclusionValue): DecisionValue {
  return conclusion === 'medically-necessary' ? 'Overturned' : 'Upheld';
}

export function necessityWords(decision: DecisionValue): string {
  return decision === 'Upheld' ? 'not medically necessary' : 'medically necessary';
}

/** What is in dispute: of a partly authorised request the portion that remains. */
export function requestOf(item: DisputedItem): string {
  return item.reading.partial?.remaining ?? item.reading.title.text;
}

/** The sentence by which a dependant rests on its parents. */
export function dependenceSentence(item: DisputedItem, parents: readonly number[], decision: DecisionValue): string {
  const which = parents.length === 1 ? `question ${parents[0]} is` : `questions ${enumerated(parents)} are`;
  return `As the request${parents.length === 1 ? '' : 's'} in ${which} ${necessityWords(decision)}, the request for ${requestOf(item)} is ${necessityWords(decision)}.`;
}
