import { matchesOf } from '../markdown/matches.ts';
import { rememberShort } from '../markdown/remember.ts';
import data from './codes.json' with { type: 'json' };
import { mention, type Mention } from './mention.ts';
import { once } from './phrases.ts';
import type { RegionId } from './regions.ts';

/** What a code of ICD-10-CM, ICD-9-CM, CPT or HCPCS stands for. */
export interface Code {
  readonly name: string;
  readonly regions: readonly RegionId[];
  /** Treatments, or kinds of treatments, that the code goes with; empty where any may stand beside it. */
  readonly of: readonly string[];
  /** Null where the code has none, or leaves it open. */
  readonly side: 'left' | 'right' | null;
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly regions: readonly string[];
  readonly of?: readonly string[];
  readonly side?: number;
}

const PROCEDURE = /\b\d{5}\b/g;
const SUPPLY = /\b[EGJL]\d{4}\b/g;
const DIAGNOSIS = /\b[A-Z]\d\d\.\d\w{0,3}\b/g;
const OLDER = /\bICD-?9(?:-CM)?(?: codes?)?[ :#]{1,2}(\d{3}\.\d{1,2})\b/gi;
/** Before a figure of five digits these make it a code, as an opening bracket does. */
const CALLED = /(?:\b(?:CPT|HCPCS|codes?|coded(?: as)?|billed (?:as|under)|procedure)(?:[ -]?(?:code|codes))?[ :#]{0,2}|\()$/i;

const procedures = once(() => new Map((data.procedures as readonly Entry[]).map((entry) => [entry.code, entry])));
const diagnoses = once(() => new Map((data.diagnoses as readonly Entry[]).map((entry) => [entry.code, entry])));

const olders = once(() => new Map((data.older as readonly Entry[]).map((entry) => [entry.code, entry])));

/** The codes of the table that a text names, in their order; figures that nothing makes a code, and other codes, are passed over. */
export const findCodes = rememberShort((text): readonly Mention<Code>[] => {
  const called = matchesOf(PROCEDURE, text).filter(({ index }) => CALLED.test(text.slice(Math.max(0, index - 16), index)));
  const newer = [...called, ...matchesOf(SUPPLY, text), ...matchesOf(DIAGNOSIS, text)].flatMap((found) => {
    const code = found[0].includes('.') ? diagnosisOf(found[0]) : procedureOf(found[0]);
    return code ? [mention(code, text, found.index, found.index + found[0].length)] : [];
  });
  return [...newer, ...oldersIn(text)].sort((a, b) => a.span.start - b.span.start);
});

/** What was coded by ICD-9 until October 2015: figures, and so codes only where they are called so. */
function oldersIn(text: string): Mention<Code>[] {
  return matchesOf(OLDER, text).flatMap(({ 0: whole, 1: written = '', index }) => {
    const entry = olders().get(written);
    const end = index + whole.length;
    return entry ? [mention(plain(entry), text, end - written.length, end)] : [];
  });
}

function plain({ name, regions, of = [] }: Entry): Code {
  return { name, regions: regions as RegionId[], of, side: null };
}

function procedureOf(written: string): Code | null {
  const entry = procedures().get(written);
  return entry ? plain(entry) : null;
}

/** By the longest entry that the code begins with: "M75.121" by "M75.12". */
function diagnosisOf(written: string): Code | null {
  for (let length = written.length; length > 3; length--) {
    const entry = diagnoses().get(written.slice(0, length));
    if (entry) return { name: entry.name, regions: entry.regions as RegionId[], of: [], side: sideOf(written, entry.side) };
  }
  return null;
}

function sideOf(written: string, at: number | undefined): Code['side'] {
  if (at === undefined) return null;
  const digit = written.replace('.', '').charAt(at - 1);
  return digit === '1' ? 'right' : digit === '2' ? 'left' : null;
}
