import type { FixEdit } from '../rules/engine/rule.ts';
import type { NewNumbers } from './item-numbers.ts';

/** The letter after a change of its items. Edits: offsets of the document, none in another. */
export interface Change {
  readonly edits: readonly FixEdit[];
  readonly newNumbers: NewNumbers;
  /** The number that the item has then. */
  readonly item: number;
}
