import { sourcePlace } from '../../markdown/source-runs.ts';
import { shift } from '../../markdown/span.ts';
import type { ItemLines } from './item-lines.ts';
import type { LetterLine } from './letter-lines.ts';
import type { UnreadLabel } from '../model.ts';
import type { LabelKind } from './wordings.ts';

const FIELDS: ReadonlySet<LabelKind> = new Set(['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale']);

/**
 * The first label of each item that was not read: of labels outside of all items, and of those that an item has a second time, with words behind
 * both. Above such a label an item begins whose title was not taken for one.
 */
export function readUnread(lines: readonly LetterLine[], items: readonly ItemLines[]): UnreadLabel[] {
  const unread: UnreadLabel[] = [];
  let at = 0;
  items.forEach((item, i) => {
    unread.push(...openings(lines.slice(at, item.title), null), ...openings(lines.slice(item.body, item.end), i + 1));
    at = item.end;
  });
  return [...unread, ...openings(lines.slice(at), null)];
}

/** The labels that begin an item nobody read, in lines of one item or of none. */
function openings(lines: readonly LetterLine[], item: number | null): UnreadLabel[] {
  let seen: Set<LabelKind> | null = item === null ? null : new Set();
  return lines.flatMap((line) => {
    const { label, text } = line.line;
    if (!label?.isListed || !FIELDS.has(label.kind) || (item !== null && label.end >= text.length)) return [];
    const opens = seen === null || seen.has(label.kind);
    seen = opens ? new Set([label.kind]) : seen?.add(label.kind) ?? null;
    return opens ? [unreadLabel(line, item)] : [];
  });
}

function unreadLabel({ line: { label, text, runs }, start }: LetterLine, item: number | null): UnreadLabel {
  const from = label?.start ?? 0;
  const words = text.slice(from, label?.end).trimEnd();
  return { words: words.replace(/[.:|]{1,4}$/, '').trimEnd(), span: shift(sourcePlace(runs, from, from + words.length), start), item };
}
