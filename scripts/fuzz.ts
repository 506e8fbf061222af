// npm run fuzz -- [DIR] [--minutes N] [--seed S]: edits letters at random, as long as asked, and holds what the server then knows of
// each against the same text read from nothing. Letters are the project's own fictional ones and made ones, and those of a folder.
// What differs is made as small as it goes and kept as a case in test/edited/found/. A letter of a folder gives no case: it is printed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { kindOfFile } from '../server/src/service/source.ts';
import { faultOf, type EditedLetter } from '../test/edited/edited-letter.ts';
import { fitEdits, looseEdit, type LooseEdit } from '../test/edited/edits.ts';
import { smallerLetter } from '../test/edited/smaller-letter.ts';
import { letters as fixtures } from '../test/fixtures/letters.ts';
import { arbitraryLetter } from '../test/plants/arbitrary-letter.ts';
import { render } from '../test/plants/render.ts';

const FOUND = resolve(import.meta.dirname, '../test/edited/found');
const RUNS = 25;
/** Edits from one comparison to the next. */
const LONGEST = 40;

const { values, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz -- [DIR] [--minutes N] [--seed S]');
  process.exit(2);
}

interface Opened extends Pick<EditedLetter, 'kind' | 'text'> {
  readonly isNamed: boolean;
}

const own = fc.constantFrom(...fixtures.map(({ kind, text }): Opened => ({ kind, text, isNamed: false })));
const made = arbitraryLetter().map((letter): Opened => ({ ...render(letter), isNamed: false }));
const letters = folder === undefined ? fc.oneof(own, { weight: 3, arbitrary: made }) : fc.constantFrom(...lettersIn(folder));

const end = Date.now() + minutes * 60_000;
let edits = 0;
const faults = new Set<string>();
console.log(`Seed ${seed}`);
for (let round = 0; Date.now() < end; round++) {
  const { counterexample } = fc.check(fc.property(letters, fc.array(looseEdit, { minLength: 1, maxLength: LONGEST }), (opened, loose) => {
    const letter = edited(opened, loose);
    edits += letter.edits.length;
    return faultOf(letter) === null;
  }), { seed: seed + round, numRuns: RUNS });
  if (counterexample) keep(...counterexample);
}
console.log(`${edits} edits, ${faults.size} faults`);
process.exitCode = faults.size > 0 ? 1 : 0;

function edited({ kind, text }: Opened, loose: readonly LooseEdit[]): EditedLetter {
  return { kind, text, edits: fitEdits(loose, text) };
}

function keep(opened: Opened, loose: readonly LooseEdit[]): void {
  const smallest = smallerLetter(edited(opened, loose), (letter) => faultOf(letter) !== null);
  const fault = faultOf(smallest) ?? 'no fault when it was tried again';
  const found = JSON.stringify({ fault, ...smallest }, null, 2);
  const name = `${createHash('sha256').update(found).digest('hex').slice(0, 8)}.json`;
  if (faults.has(name)) return;
  faults.add(name);
  if (opened.isNamed) console.log(found);
  else {
    writeFileSync(join(FOUND, name), `${found}\n`);
    console.log(`${join('test/edited/found', name)}: ${fault}`);
  }
}

function lettersIn(named: string): Opened[] {
  const names = readdirSync(named).filter((name) => /\.(?:md|txt)$/.test(name)).sort();
  return names.map((name) => ({ kind: kindOfFile(name), text: readFileSync(join(named, name), 'utf8'), isNamed: true }));
}
