import { once } from '../vocabulary/phrases.ts';
import type { Finding } from './engine/rule.ts';
import { rules } from './rules.ts';

const waiting = once(() => new Map(rules.flatMap(({ id, waits }) => (waits === undefined ? [] : [[id, waits] as const]))));

/** It says that something isn't there yet, which is no fault while the place is being written. */
export function waits({ ruleId, messageId }: Pick<Finding, 'ruleId' | 'messageId'>): boolean {
  const messages = waiting().get(ruleId);
  return messages === true || messages?.includes(messageId) === true;
}
