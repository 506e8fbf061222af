import { once } from '../vocabulary/phrases.ts';
import assertion from './lists/assertion.json' with { type: 'json' };
import caseWords from './lists/case.json' with { type: 'json' };
import clauses from './lists/clauses.json' with { type: 'json' };
import dependence from './lists/dependence.json' with { type: 'json' };
import criterion from './lists/criterion.json' with { type: 'json' };
import general from './lists/general.json' with { type: 'json' };
import guideline from './lists/guideline.json' with { type: 'json' };
import law from './lists/law.json' with { type: 'json' };
import history from './lists/history.json' with { type: 'json' };
import patient from './lists/patient.json' with { type: 'json' };
import person from './lists/person.json' with { type: 'json' };
import placeWords from './lists/place.json' with { type: 'json' };
import scope from './lists/scope.json' with { type: 'json' };
import verdict from './lists/verdict.json' with { type: 'json' };
import voice from './lists/voice.json' with { type: 'json' };

type Lists = Readonly<Record<string, readonly string[]>>;

/** Every file of lists. A list's name is unique in all of them. */
const files: readonly Lists[] = [general, clauses, assertion, caseWords, history, dependence, verdict, scope, patient, guideline, voice, law, criterion, placeWords, person];

/**
 * The lists of words that rows and cues are written with, by name. An entry is a word or a phrase; one in capitals is found in
 * capitals only, one behind "=" in its own number only ("=patients" is not "patient"); `<other>` stands for all entries of another list.
 */
export const allLists = once((): ReadonlyMap<string, readonly string[]> => {
  const written = new Map<string, readonly string[]>();
  for (const file of files) {
    for (const [name, entries] of Object.entries(file)) {
      if (written.has(name)) throw new Error(`There are two lists named ${name}`);
      written.set(name, entries);
    }
  }
  return new Map([...written.keys()].map((name) => [name, entriesOf(name, written, [])]));
});

function entriesOf(name: string, written: ReadonlyMap<string, readonly string[]>, within: readonly string[]): readonly string[] {
  const entries = written.get(name);
  if (!entries || within.includes(name)) throw new Error(`The list ${name} is not there, or holds itself (${within.join(', ')})`);
  return [...new Set(entries.flatMap((entry) => (entry.startsWith('<') ? entriesOf(entry.slice(1, -1), written, [...within, name]) : [entry])))];
}
