import { shift, span, type Span } from '../../markdown/span.ts';
import { findCodes, type Code } from '../../vocabulary/codes.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { findRegions, regionsNamed, regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { findPerioperative, findTreatments, type Treatment, type TreatmentKind } from '../../vocabulary/treatments.ts';

/** A code that stands for something else than the words beside it. Span: of the code, in the text. */
export interface OtherCode {
  readonly code: string;
  readonly name: string;
  /** What the words name where the code has another: a region, a treatment, or the side. */
  readonly region: RegionId | null;
  readonly treatment: Treatment | null;
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
    const found = compared(text, text.slice(beside.start, beside.end), code);
    return found.length > 0 || !isTitle ? found : offBracket(text, code);
  });
}

/** "Left wrist brace (G56.01, right carpal tunnel syndrome)": the words around the bracket that a code stands in are of the other side. */
function offBracket(text: string, { value: code, text: written, span: place }: Mention<Code>): OtherCode[] {
  const [open, close] = [text.lastIndexOf('(', place.start), text.indexOf(')', place.end)];
  if (open < 0 || close < 0 || text.lastIndexOf(')', place.start) > open) return [];
  const outside = `${text.slice(0, open)} ${text.slice(close + 1)}`;
  const side = otherSide(outside, outside, code);
  return side ? [{ code: written, name: code.name, span: place, region: null, treatment: null, side }] : [];
}

/** Codes with a side whose sentence names no part of the body, or whose title names theirs without a side: they go with what the letter speaks of. */
export function sidedCodesAlone(text: string, isTitle = false): readonly Mention<Code & { readonly side: 'left' | 'right' }>[] {
  if (findSides(text).length > 0 || (!isTitle && regionsNamed(text).length > 0)) return [];
  return findCodes(text).flatMap(({ value, ...place }) => (value.side ? [{ ...place, value: { ...value, side: value.side } }] : []));
}

/** "The procedure is billed as CPT 29881": a sentence that names nothing beside its code speaks of what the title names. */
export function codesOffTitle(text: string, title: string): readonly OtherCode[] {
  const codes = findCodes(text);
  if (codes.length === 0 || IS_PAST.test(text) || findPerioperative(title).length > 0 || regionsNamed(text).length > 0) return [];
  const own = new Set(findCodes(title).map((code) => code.text));
  return codes.flatMap(({ value: code, text: written, span: place }): OtherCode[] => {
    const { start, end } = partAround(text, place, span(0, text.length));
    if (own.has(written) || code.of.length === 0 || findTreatments(text.slice(start, end)).some(({ value }) => CODED.has(value.kind))) return [];
    const region = otherRegion(title, title, code);
    const treatment = region ? null : otherTreatment(title, code);
    return region || treatment ? [{ code: written, name: code.name, span: place, region, treatment, side: null }] : [];
  });
}

/** What was done before bears a code of its own. */
const IS_PAST = /\b(?:previous|prior|earlier|past|history|formerly|already|underwent|then|later|after|following|once)\b/i;

function compared(text: string, beside: string, { value: code, text: written, span: place }: Mention<Code>): OtherCode[] {
  const said = { code: written, name: code.name, span: place, region: null, treatment: null, side: null };
  const region = otherRegion(text, beside, code);
  if (region) return [{ ...said, region }];
  const treatment = otherTreatment(beside, code);
  if (treatment) return [{ ...said, treatment }];
  const side = otherSide(text, beside, code);
  return side ? [{ ...said, side }] : [];
}

/** The first region beside a code where neither it nor any other of the text is the code's. */
function otherRegion(text: string, beside: string, code: Code): RegionId | null {
  const [first] = findRegions(beside);
  if (!first || code.regions.length === 0) return null;
  const isNamed = regionsNamed(text).some((region) => isOf(code, region));
  return isNamed ? null : first.value;
}

/** A procedure's part of the spine is its own; a pain in the next one may be of the same diagnosis. */
function isOf({ regions, of }: Code, region: RegionId): boolean {
  return regions.some((own) => (of.length > 0 && SPINE.has(own) && SPINE.has(region) ? own === region : regionsRelated(own, region)));
}

const SPINE: ReadonlySet<RegionId> = new Set<RegionId>(['neck', 'upper-back', 'low-back']);
/** Kinds of treatments that have codes of their own. */
const CODED: ReadonlySet<TreatmentKind> = new Set<TreatmentKind>([
  'imaging', 'electrodiagnostics', 'therapy', 'chiropractic', 'acupuncture', 'injection', 'surgery', 'dme', 'psychological', 'testing', 'program',
]);

/** The first treatment beside a code that goes with none of those named there. What is done before or after an operation may bear its code. */
function otherTreatment(beside: string, { of }: Code): Treatment | null {
  if (of.length === 0 || findPerioperative(beside).length > 0) return null;
  const treatments = findTreatments(beside).map(({ value }) => value);
  const [first] = treatments;
  const goesWith = treatments.some(({ id, kind }) => of.includes(id) || of.includes(`kind:${kind}`) || !CODED.has(kind));
  return first && !goesWith ? first : null;
}

function otherSide(text: string, beside: string, code: Code): OtherCode['side'] {
  const [side] = findSides(beside);
  const regions = findRegions(beside);
  if (code.side === null || side === undefined || regions.length === 0 || !regions.every(({ value }) => isOf(code, value))) return null;
  const isOther = findSides(text).every(({ value }) => value !== code.side && value !== 'bilateral');
  return isOther ? { said: side.value, coded: code.side } : null;
}

/** The part of a sentence that a code stands in, within some room. */
function partAround(text: string, code: Span, room: Span): Span {
  // "Cervicalgia, M54.5, …": what parts the code from its words by itself parts nothing.
  const before = text.slice(room.start, code.start).replace(/[,;:]\s$/, '  ');
  const behind = text.slice(code.end, room.end);
  const parts = [...before.matchAll(PARTS)];
  const last = parts.at(-1);
  const from = last && GOES_WITH_BEFORE.has(last[0].trim()) && regionsNamed(before.slice(last.index + last[0].length)).length === 0 ? parts.at(-2) : last;
  const next = behind.search(PARTS);
  return shift(span(from ? from.index + from[0].length : 0, code.end - room.start + (next < 0 ? behind.length : next)), room.start);
}

/** "Carpal tunnel syndrome, left (G56.01)", "hip arthroscopy with labral repair (CPT 29914)": what names no part of the body goes with the words before. */
const GOES_WITH_BEFORE: ReadonlySet<string> = new Set([',', 'with']);
