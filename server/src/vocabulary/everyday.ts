import data from './everyday.json' with { type: 'json' };

const COMMON: ReadonlySet<string> = new Set(data.common);
const HEALTHY: ReadonlySet<string> = new Set(data.healthy);

/** Whether a word stands in the findings of any part of the body, so that two that have it in common may be of different things. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word);
}

/** Whether a word says that a part of the body is healthy, that something isn't there, or that it is told of beside another. */
export function tellsNoFinding(word: string): boolean {
  return HEALTHY.has(word);
}
