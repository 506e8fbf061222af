import data from './counted.json' with { type: 'json' };
import { once } from './phrases.ts';

const groups = once((): ReadonlyMap<string, string> => new Map(Object.entries(data.groups).flatMap(([group, words]) => words.map((word) => [word, group] as const))));

/** The group of things that are counted alike which a noun names: "shot" and "epidural" are `injections`; undefined for any other word. */
export function countedGroup(noun: string): string | undefined {
  return groups().get(noun);
}
