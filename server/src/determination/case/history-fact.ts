import type { Span } from '../../markdown/span.ts';
import type { FactPlace } from '../words/case-places.ts';
import type { DeniedUnit } from '../words/denied-unit.ts';
import type { Thing } from '../words/named-things.ts';

/**
 * Something of the patient's history that words state. `smoking`, `work status`, `handedness`, `score …`: `value` is what they say; `treatment`: `done` or
 * `never`, `asked` where it is only requested; `visits`: how many, as a number in digits. Span: in the prose's text.
 */
export interface HistoryFact extends FactPlace {
  readonly topic: string;
  readonly value: string;
  readonly name: string;
  readonly sure: boolean;
  readonly treatment: ToldTreatment | null;
  /** The fingers, toes and spinal levels that the words name with it. */
  readonly parts?: readonly string[];
  /** Of a gain: what it comes of, as far as that is told. */
  readonly of?: readonly Thing[];
  /** Of a denial in words that no vocabulary has as one thing: all that it denies. */
  readonly words?: readonly DeniedUnit[];
  /** Read without a row that knows its wording: likely, not certain. */
  readonly loose?: boolean;
  /** A denial that is all that is said ("No PT."): of what is asked for, it may be the verdict. */
  readonly isEntry?: boolean;
  /** Of such a denial: it says how things stand, and not what was ever done. */
  readonly isOfNow?: boolean;
  /** Of such a denial: the words behind "since", where it is of no time before. */
  readonly since?: string;
  readonly span: Span;
}

/** What was done or not, or how somebody is. */
export type ToldTreatment = Thing;

/** A fact before its place in the prose is known: tokens `from` up to `to` of its sentence. */
export type Unplaced = Omit<HistoryFact, keyof FactPlace | 'span'> & { readonly from: number; readonly to: number };
