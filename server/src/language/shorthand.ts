import data from './shorthand.json' with { type: 'json' };

/** What telegraphic notes write for a word ("neg", "hx"), by its key. */
const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(data.words));
/** What a short word means behind some others only: "date of inj", "knee XR", and not "tramadol XR". */
const OTHERWISE = new Map(data.otherwise.map(({ word, is, behind }) => [word, { is, behind: new Set(behind) }]));
const LONGEST = Math.max(...[...WORDS.keys()].map(({ length }) => length));

/** The key of a word that is written short, and of any other word its own. @param before the key before it; empty where a text begins */
export function unabridged(key: string, before: string): string {
  if (key.length > LONGEST) return key;
  const other = OTHERWISE.get(key);
  return other?.behind.has(before) === true ? other.is : WORDS.get(key) ?? key;
}
