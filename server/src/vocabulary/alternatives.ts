import { rememberShort } from '../markdown/remember.ts';
import data from './alternatives.json' with { type: 'json' };
import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook } from './phrases.ts';

/** One of several ways in which the same thing can be requested: a rental or a purchase, with or without contrast. */
export interface Alternative {
  /** Alternatives of one group exclude each other. */
  readonly group: string;
  readonly way: string;
}

/** The alternatives that a text names, in order. */
export const findAlternatives = rememberShort((text): readonly Mention<Alternative>[] => findPhrases(book(), text));

const book = once(() => phrasebook(data.groups.flatMap(({ group, ways }) =>
  Object.entries(ways as Readonly<Record<string, readonly string[]>>).map(([way, also]) => ({ value: { group, way }, also })))));
