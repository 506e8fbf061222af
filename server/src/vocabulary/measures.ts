import { rememberShort } from '../markdown/remember.ts';
import data from './measures.json' with { type: 'json' };
import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook } from './phrases.ts';

/** A scale that a patient is scored on, and its highest score. */
export interface Scale {
  readonly name: string;
  readonly most: number;
  /** A score that is told in per cent, too. */
  readonly inPercent?: boolean;
  /** "130/85": the number is the first of two. */
  readonly ofTwo?: boolean;
}

/** The scales that a text names, in order. */
export const findScales = rememberShort((text): readonly Mention<Scale>[] => findPhrases(book(), text));

const book = once(() => phrasebook<Scale>((data.scales as readonly (Scale & { readonly also: readonly string[] })[]).map(({ also, ...value }) => ({ value, also: [value.name, ...also] }))));

/** The highest value that a measure can have in a unit (as a token's key: "kg"); undefined where it isn't given in that unit. */
export function mostIn(measure: string, unit: string): number | undefined {
  const units: Readonly<Record<string, number>> | undefined = data.measures.find((each) => each.measure === measure)?.units;
  return units?.[unit];
}

/** So many degrees a part of the body can move at most; what the table doesn't name, as far as a shoulder does. */
export function mostDegrees(region: string | undefined): number {
  const parts: Readonly<Record<string, number>> = data.motion.parts;
  return parts[region ?? ''] ?? data.motion.most;
}
