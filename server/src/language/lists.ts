import { once } from '../vocabulary/phrases.ts';
import argument from './lists/argument.json' with { type: 'json' };
import assertion from './lists/assertion.json' with { type: 'json' };
import caseWords from './lists/case.json' with { type: 'json' };
import clauses from './lists/clauses.json' with { type: 'json' };
import dateWords from './lists/dates.json' with { type: 'json' };
import dependence from './lists/dependence.json' with { type: 'json' };
import drugClass from './lists/drug-class.json' with { type: 'json' };
import criterion from './lists/criterion.json' with { type: 'json' };
import general from './lists/general.json' with { type: 'json' };
import guideline from './lists/guideline.json' with { type: 'json' };
import law from './lists/law.json' with { type: 'json' };
import history from './lists/history.json' with { type: 'json' };
import lack from './lists/lack.json' with { type: 'json' };
import figures from './lists/figures.json' with { type: 'json' };
import patient from './lists/patient.json' with { type: 'json' };
import letter from './lists/letter.json' with { type: 'json' };
import person from './lists/person.json' with { type: 'json' };
import placeWords from './lists/place.json' with { type: 'json' };
import scope from './lists/scope.json' with { type: 'json' };
import verdict from './lists/verdict.json' with { type: 'json' };
import subject from './lists/subject.json' with { type: 'json' };
import voice from './lists/voice.json' with { type: 'json' };

type Lists = Readonly<Record<string, readonly string[]>>;

/** Every file of lists. A list's name is unique in all of them. */
const files: readonly Lists[] = [general, clauses, assertion, caseWords, history, lack, dependence, verdict, scope, patient, guideline, voice, law, criterion, placeWords, person, figures, dateWords, letter, drugClass, subject, argument];

/** A phrase as it is written in some list, with the places in `listNames` of all lists that have it: through a list that they hold, too. */
export interface ListedPhrase {
  readonly phrase: string;
  readonly lists: readonly number[];
}

/** Every list as it is written, by name. */
const written = once((): ReadonlyMap<string, readonly string[]> => {
  const all = new Map<string, readonly string[]>();
  for (const file of files) {
    for (const [name, entries] of Object.entries(file)) {
      if (all.has(name)) throw new Error(`There are two lists named ${name}`);
      all.set(name, entries);
    }
  }
  return all;
});

/** The names of all lists, in the order of their files. */
export const listNames = once((): readonly string[] => [...written().keys()]);

/**
 * The phrases of all lists that rows and cues are written with, each as often as it is written. An entry is a word or a phrase; one in
 * capitals is found in capitals only, one behind "=" in its own number only ("=patients" is not "patient"); `<other>` stands for all
 * entries of another list. Throws where a list is missing or holds itself.
 */
export function* listedPhrases(): Generator<ListedPhrase> {
  const holders = holdersOf(written());
  for (const [name, entries] of written()) {
    const lists = holders.get(name) ?? [];
    for (const phrase of entries) if (!phrase.startsWith('<')) yield { phrase, lists };
  }
}

/** Each list's place and those of the lists that hold it, straight or through others, in order. */
function holdersOf(lists: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  let place = 0;
  for (const name of lists.keys()) {
    for (const part of partsOf(name, lists, [])) {
      const known = holders.get(part);
      if (!known) holders.set(part, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
    place += 1;
  }
  return holders;
}

/** A list and those that it holds. */
function partsOf(name: string, lists: ReadonlyMap<string, readonly string[]>, within: readonly string[]): readonly string[] {
  const entries = lists.get(name);
  if (!entries || within.includes(name)) throw new Error(`The list ${name} is not there, or holds itself (${within.join(', ')})`);
  const held = entries.filter((entry) => entry.startsWith('<'));
  return [name, ...held.flatMap((entry) => partsOf(entry.slice(1, -1), lists, [...within, name]))];
}
