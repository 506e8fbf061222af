import { shift, span, type Span } from '../markdown/span.ts';
import { findCodes, type Code } from '../vocabulary/codes.ts';
import type { Mention } from '../vocabulary/mention.ts';
import { findRegionGroups, findRegions, regionsRelated, type RegionId } from '../vocabulary/regions.ts';
import { findSides } from '../vocabulary/sides.ts';

/** A code that stands for something else than the words beside it. Span: of the code, in the text. */
export interface OtherCode {
  readonly code: string;
  readonly name: string;
  /** What the words name where the code has another: a region, or the side. */
  readonly region: RegionId | null;
  readonly side: { readonly said: string; readonly coded: string } | null;
  readonly span: Span;
}

/** Between these stands what goes with a code: "…, right knee (CPT 29881), …". A bracket that opens joins, one that closes parts. */
const PARTS = /[,;:)]|\.\s|\s(?:and|with|but|as|while|when|because|radiating|for)\s/gi;

/**
 * The codes of a text whose region or side is not that of the words beside them, and is named nowhere else in the text: a sentence, or a title,
 * whose words all go with its code.
 */
export function otherCodesIn(text: string, isTitle: boolean): readonly OtherCode[] {
  const codes = findCodes(text);
  return codes.flatMap((code, at) => {
    const room = span(codes[at - 1]?.span.end ?? 0, codes[at + 1]?.span.start ?? text.length);
    const beside = isTitle ? room : partAround(text, code.span, room);
    return compared(text, text.slice(beside.start, beside.end), code);
  });
}

function compared(text: string, beside: string, { value: code, text: written, span: place }: Mention<Code>): OtherCode[] {
  const isOfCode = (region: RegionId) => code.regions.some((own) => regionsRelated(own, region));
  const regions = findRegions(beside).map(({ value }) => value);
  const [first] = regions;
  if (first === undefined) return [];
  const said = { code: written, name: code.name, span: place };
  const isNamed = findRegions(text).some(({ value }) => isOfCode(value)) || findRegionGroups(text).some(({ value }) => value.regions.some(isOfCode));
  if (!isNamed) return [{ ...said, region: first, side: null }];
  const [side] = findSides(beside);
  if (code.side === null || side === undefined || !regions.every(isOfCode)) return [];
  const isOther = findSides(text).every(({ value }) => value !== code.side && value !== 'bilateral');
  return isOther ? [{ ...said, region: null, side: { said: side.value, coded: code.side } }] : [];
}

/** The part of a sentence that a code stands in, within some room. */
function partAround(text: string, code: Span, room: Span): Span {
  const before = text.slice(room.start, code.start);
  const behind = text.slice(code.end, room.end);
  const last = [...before.matchAll(PARTS)].at(-1);
  const next = behind.search(PARTS);
  return shift(span(last ? last.index + last[0].length : 0, code.end - room.start + (next < 0 ? behind.length : next)), room.start);
}
