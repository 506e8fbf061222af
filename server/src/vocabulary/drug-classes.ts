import { keptBy } from '../markdown/kept-by.ts';
import data from './drug-classes.json' with { type: 'json' };
import { allDrugs, ingredients, type Drug } from './drugs.ts';
import { once, phrasebook } from './phrases.ts';

/** A class that drugs are said to belong to: "tricyclic antidepressant". Finer than a drug's `class`, and a drug may be of several. */
export interface DrugClass {
  readonly id: string;
  readonly names: readonly string[];
  /** Names that are a drug's, too: a class only in "this insulin". */
  readonly thisOnly?: readonly string[];
  /** Classes all of whose drugs are of this one, too. */
  readonly holds?: readonly string[];
  /** More of its drugs, by their generic names. */
  readonly drugs?: readonly string[];
  /** It has every drug but those of these classes. */
  readonly butNot?: readonly string[];
}

/** The phrases that name classes, for the one pass over all vocabularies. */
export const drugClassBook = once(() => phrasebook(classes().map((value) => ({ value, also: [...value.names, ...(value.thisOnly ?? [])] }))));

/** Whether a drug may be called by the name of a class. A combination is of every class that one of its parts is of. */
export function isOfClass(drug: Drug, { id, butNot }: DrugClass): boolean {
  const own = classesOf(drug);
  return own.has(id) || (butNot !== undefined && !butNot.some((each) => own.has(each)));
}

/** Whether a class is the other, or holds all of its drugs: "NSAID" those that are put on the skin, too. */
export function isWithin(id: string, other: string): boolean {
  return id === other || classes().some((each) => each.id === other && each.holds?.some((held) => isWithin(id, held)));
}

const classes = once(() => data.classes as readonly DrugClass[]);

const byGeneric = once(() => new Map(allDrugs().map((drug) => [drug.generic, drug])));

/** The ids of a drug's classes. */
const classesOf = keptBy((drug: Drug): ReadonlySet<string> => {
  const names = [drug.generic, ...ingredients(drug)];
  const found = new Set([drug.class, ...names.flatMap((name) => byGeneric().get(name)?.class ?? [])]);
  for (const { id, drugs = [] } of classes()) if (drugs.some((each) => names.includes(each))) found.add(id);
  // A class that is held may itself be held: as often as something comes in, the others are asked again.
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const { id, holds = [] } of classes()) if (holds.some((each) => found.has(each))) found.add(id);
  }
  return found;
});
