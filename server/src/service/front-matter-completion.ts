import { CompletionItemKind } from 'vscode-languageserver-types';
import type { FrontMatter } from '../markdown/block.ts';
import { span } from '../markdown/span.ts';
import known from './front-matter-keys.json' with { type: 'json' };
import type { CompletionOptions, Offer, Offers } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import type { Letter } from './letter.ts';

export interface FrontMatterKey {
  readonly key: string;
  readonly about: string;
  /** What stands behind the key, in snippet syntax. */
  readonly value: string;
  readonly values?: readonly { readonly value: string; readonly about: string }[];
}

const KEYS: readonly FrontMatterKey[] = known.keys;

/** Keys that the letter's head lacks, and the values of those that know only a few. */
export function completeFrontMatter(letter: Letter, cursor: Cursor, options: CompletionOptions): Offers | null {
  return completeKeys(KEYS, letter, cursor, options);
}

/** The same for another file's head. */
export function completeKeys(
  keys: readonly FrontMatterKey[], { determination: { frontMatter } }: Letter, cursor: Cursor, { typing }: CompletionOptions,
): Offers | null {
  if (!frontMatter || !isInside(frontMatter, cursor)) return null;
  const { before, after, lineEnd, offset } = cursor;
  const value = /^([a-z-]{1,40}):(\s{0,4})([\w-]{0,40})$/.exec(before);
  if (value) return valueOffers(keys, value[1] ?? '', value[2] === '' ? ' ' : '', value[3] ?? '', cursor);
  if (!/^[a-z-]{0,40}$/i.test(before) || (typing && before === '')) return null;
  const keyOnly = after.trim() === '';
  const offers = keyOffers(keys, frontMatter, before, keyOnly);
  const end = keyOnly ? lineEnd : offset + (/^[a-z-]{0,40}/i.exec(after)?.[0].length ?? 0);
  return { place: span(cursor.lineStart, end), typed: before, offers };
}

/** Behind the opening fence and in front of the closing one. */
function isInside({ span: { start, end } }: FrontMatter, { lineStart, lineEnd }: Cursor): boolean {
  return start < lineStart && lineEnd < end;
}

function keyOffers(keys: readonly FrontMatterKey[], { entries }: FrontMatter, typed: string, withValue: boolean): Offer[] {
  const present = new Set(entries.map(({ key }) => key));
  // The word that is being typed is read as a key, too.
  return keys.filter(({ key }) => !present.has(key) || key === typed).map(({ key, about, value }) => ({
    label: key, kind: CompletionItemKind.Property, detail: about, foundBy: [key],
    newText: withValue ? `${key}:${value}` : key, snippet: withValue,
  }));
}

function valueOffers(keys: readonly FrontMatterKey[], key: string, space: string, typed: string, { offset, after }: Cursor): Offers | null {
  const values = keys.find((one) => one.key === key)?.values;
  if (!values) return null;
  const offers = values.map(({ value, about }): Offer => ({
    label: value, kind: CompletionItemKind.EnumMember, detail: about, newText: space + value, foundBy: [value],
  }));
  return { place: span(offset - typed.length, offset + (/^[\w-]{0,40}/.exec(after)?.[0].length ?? 0)), typed, offers };
}
