import assert from 'node:assert/strict';
import type { Mention } from '../../server/src/vocabulary/mention.ts';

/**
 * Takes a text whose mentions stand in brackets with their value behind an equals sign, "the [left=left] knee", and asserts that `find`
 * finds exactly those, with those spans.
 * @param show what of a value is written behind the equals sign
 */
export function assertFinds<T>(find: (text: string) => readonly Mention<T>[], marked: string, show: (value: T) => string): void {
  const expected: string[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^[\]]+\])/)) {
    const match = /^\[(.+)=([^=]+)\]$/s.exec(part);
    if (match) expected.push(`${text.length}-${text.length + (match[1] ?? '').length} ${match[2]}`);
    text += match ? match[1] : part;
  }
  const found = find(text).map(({ value, span }) => `${span.start}-${span.end} ${show(value)}`);
  assert.deepEqual(found, expected, text);
}
