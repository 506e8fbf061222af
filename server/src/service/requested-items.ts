import { readPartialRequest } from '../determination/figures/partial-request.ts';
import type { Mention } from '../vocabulary/mention.ts';
import { findQuantities, type Quantity } from '../vocabulary/quantities.ts';

/** One line of what is in dispute, as a reviewer types it or a case paper lists it. */
export interface RequestedItem {
  /** The request without what is said of its authorization and of other items. */
  readonly title: string;
  /** The claims administrator authorized a part. Null where the line doesn't say which, or what then remains. */
  readonly partial: { readonly authorized: string | null; readonly remaining: string | null } | null;
  /** Numbers of the items that it depends on; null: on none. */
  readonly dependsOn: readonly number[] | null;
}

const BULLET = /^(?:[-*•·–]|\(?\d{1,2}[.)])\s+/;
const DEPENDENCE = /[\s(,;–-]{0,9}\bdepend(?:s|ent|ing|ant)? (?:up)?on (?:items?|questions?|numbers?|no\.?|#)? ?(\d[\d, and&]*)\)?\.?$/i;
const ASSOCIATED = /^associated surgical services?:/i;
const AUTHORIZATION = /\b(?<partly>part(?:ly|ially|ial)?[ -])?(?:authori[sz](?:ed|ation)|certified|certification|approved|approval)\b/i;
const BY_WHOM = /^ by (?:the )?(?:claims administrator|ur|utilization review)\b/i;

/**
 * The requests in a list, one a line; bullets, numbers and blank lines don't count. Understood behind the request:
 * "#120, of which #60 was authorized", "12 visits (6 authorized)", "partly authorized: 6 visits", "depends on item 1".
 */
export function readRequestedItems(list: string): RequestedItem[] {
  return list.split(/\r\n?|\n/).map((line) => line.replace(/\s+/g, ' ').trim().replace(BULLET, '').trim()).filter(Boolean).map(readLine);
}

function readLine(line: string): RequestedItem {
  const dependence = DEPENDENCE.exec(line);
  const words = dependence ? line.slice(0, dependence.index).trim() : line;
  const numbers = dependence?.[1]?.match(/\d+/g)?.map(Number) ?? null;
  const dependsOn = numbers ?? (ASSOCIATED.test(words) ? [] : null);
  return { ...readAuthorization(words), dependsOn };
}

function readAuthorization(line: string): Pick<RequestedItem, 'title' | 'partial'> {
  const published = readPartialRequest(line);
  if (published) return { title: published.original, partial: { authorized: published.authorized, remaining: published.remaining } };
  const whole = { title: line, partial: null };
  const found = AUTHORIZATION.exec(line);
  if (!found) return whole;
  const behind = line.slice(found.index + found[0].length).replace(BY_WHOM, '').replace(/^[\s:,;]+/, '').replace(/[).\s]{1,9}$/, '');
  const before = line.slice(0, found.index).replace(/ (?:was|were|is|are|has been|have been) ?$/, '').trimEnd();
  if (found.groups?.['partly']) return partly(before.replace(/[\s(,;:–-]{1,9}$/, ''), behind || null);
  // "a certified hand therapist" speaks of something else.
  if (behind !== '') return whole;
  const joint = lastJoint(before);
  return joint === null ? whole : partly(before.slice(0, joint.start), before.slice(joint.end).replace(/^of which /i, '') || null);
}

/** Where the authorized part begins: "12 visits (6", "12 visits; 6", "12 visits, of which 6", "12 visits - 6". */
function lastJoint(words: string): { start: number; end: number } | null {
  const joints = [...words.matchAll(/ \(| [-–] |[,;] /g)];
  const last = joints.at(-1);
  return last && last.index > 0 ? { start: last.index, end: last.index + last[0].length } : null;
}

function partly(title: string, authorized: string | null): Pick<RequestedItem, 'title' | 'partial'> {
  if (title === '') return { title: authorized ?? '', partial: null };
  if (authorized === null) return { title, partial: { authorized: null, remaining: null } };
  const requested = onlyFigure(title);
  const figure = figureOf(authorized, requested);
  if (!requested || figure === null) return { title, partial: { authorized, remaining: null } };
  const rest = requested.figure - figure;
  const isBare = /^(?:#|x ?)?\d+$/i.test(authorized) || findQuantities(authorized).some(({ text }) => text === authorized);
  return {
    title,
    partial: {
      authorized: isBare ? withFigure(title, requested, figure) : authorized,
      remaining: rest > 0 ? withFigure(title, requested, rest) : null,
    },
  };
}

interface Figure {
  readonly figure: number;
  readonly mention: Mention<Quantity>;
}

/** The one number of pieces or visits in a request; null where there are several, or a range. */
function onlyFigure(text: string): Figure | null {
  const found = findQuantities(text).filter(({ value: { kind } }) => kind === 'count' || kind === 'sessions');
  const [mention] = found;
  const figure = mention?.value.values[0];
  return mention && figure !== undefined && found.length === 1 && mention.value.values.length === 1 ? { figure, mention } : null;
}

function figureOf(authorized: string, requested: Figure | null): number | null {
  const bare = /^(?:#|x ?)?(\d{1,5})$/i.exec(authorized)?.[1];
  const figure = bare === undefined ? onlyFigure(authorized)?.figure ?? null : Number(bare);
  return figure !== null && requested && figure < requested.figure ? figure : null;
}

/** The request with another number of the same thing. */
function withFigure(title: string, { mention: { span, text } }: Figure, figure: number): string {
  const changed = /\d/.test(text) ? text.replace(/\d+/, String(figure)) : text.replace(/^[a-z-]+/i, String(figure));
  return title.slice(0, span.start) + changed + title.slice(span.end);
}
