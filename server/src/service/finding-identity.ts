import type { Finding, Json, MessageData } from '../rules/engine/rule.ts';

/** By what a finding is known again: never by its words, which may be worded anew. */
type Known = Pick<Finding, 'ruleId' | 'messageId' | 'data' | 'item'>;

/**
 * The same text for the same finding after lines have moved and items have other numbers: rule, title of its item, message and data, with
 * other items by their titles, too. Not the same once a title is changed. `titles`: of the letter's items.
 */
export function identityOf(finding: Known, titles: readonly string[]): string {
  const { rule, item, message, data } = readableIdentity(finding, titles);
  return JSON.stringify([rule, item, message, Object.entries(data)]);
}

/** The same as plain data that is kept in a file. `item`: its title. */
export interface ReadableIdentity {
  readonly rule: string;
  readonly item: string | null;
  readonly message: string;
  readonly data: MessageData;
}

export function readableIdentity({ ruleId, messageId, data, item }: Known, titles: readonly string[]): ReadableIdentity {
  const titled = (number: Json | undefined): Json => (typeof number === 'number' ? titles[number - 1] ?? number : null);
  const said = sorted(data).flatMap(([key, value]): [string, Json][] => {
    if (key === 'item') return [];
    if (key === 'other') return [[key, titled(value)]];
    return [[key, key === 'others' && Array.isArray(value) ? (value as readonly Json[]).map(titled) : value]];
  });
  const title = titled(item);
  return { rule: ruleId, item: title === null ? null : String(title), message: messageId, data: Object.fromEntries(said) };
}

/** The same text for findings that say the same with the same figures and numbers of items, at whatever place. */
export function sayingOf({ ruleId, messageId, data }: Omit<Known, 'item'>): string {
  return JSON.stringify([ruleId, messageId, sorted(data)]);
}

function sorted(data: MessageData): [string, Json][] {
  return Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1));
}
