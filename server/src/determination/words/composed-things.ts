import { once } from '../../vocabulary/phrases.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import data from './composed-things.json' with { type: 'json' };
import type { DeniedUnit } from './denied-unit.ts';

interface ComposedThing {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly of: readonly ReadonlySet<string>[];
}

const things = once((): readonly ComposedThing[] => data.things.map(({ of, ...thing }) => ({ ...thing, of: of.map((words) => new Set(words.flatMap((word) => [word, stemOf(word)]))) })));

/** The one thing that some words name together ("tested", "urine"); the words as they are where they name none. */
export function composed(units: readonly DeniedUnit[]): readonly DeniedUnit[] {
  const [first] = units;
  if (units.length < 2 || !first) return units;
  const found = things().find(({ of }) => of.length === units.length && of.every((words) => units.some((unit) => isOneOf(unit, words))) && units.every((unit) => of.some((words) => isOneOf(unit, words))));
  return found ? [{ ...first, thing: { id: found.id, kind: found.kind, name: found.name }, stem: null, to: units.at(-1)?.to ?? first.to }] : units;
}

function isOneOf({ thing, stem }: DeniedUnit, words: ReadonlySet<string>): boolean {
  return (thing !== null && words.has(thing.id)) || (stem !== null && words.has(stem));
}
