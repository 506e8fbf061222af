// npm run fuzz -- [DIR] [--minutes N | --edits N] [--seed S]: edits letters at random, as long or as often as asked, and holds what the server then knows
// of each against the same text read from nothing. Letters are the project's own fictional ones and made ones, or those of a folder. `--edits` takes short
// ones, and many edits of each between two comparisons: so a million edits take about an hour.
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
/** Characters of a letter of which much is to be typed in little time. */
const SHORT = 2500;
const MOST_REMOVED = 30;

const { values, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, edits: { type: 'string' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } },
});
const minutes = Number(values.minutes);
const wanted = values.edits === undefined ? null : Number(values.edits);
const seed = Number(values.seed);
/** Edits of one letter, and from one comparison to the next. */
const [LONGEST, BETWEEN] = wanted === null ? [40, 40] : [240, 40];
if (!(minutes > 0) || !((wanted ?? 1) > 0) || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz -- [DIR] [--minutes N | --edits N] [--seed S]');
  process.exit(2);
}

interface Opened extends Pick<EditedLetter, 'kind' | 'text'> {
  readonly isNamed: boolean;
}

const own = fc.constantFrom(...fixtures.map(({ kind, text }): Opened => ({ kind, text, isNamed: false })));
const made = arbitraryLetter().map((letter): Opened => ({ ...render(letter), isNamed: false }));
const all = folder === undefined ? fc.oneof(own, { weight: 3, arbitrary: made }) : fc.constantFrom(...lettersIn(folder));
const letters = wanted === null ? all : all.map((opened) => ({ ...opened, text: shortened(opened.text) }));

const began = Date.now();
const end = began + minutes * 60_000;
let edits = 0;
const faults = new Set<string>();
console.log(`Seed ${seed}`);
for (let round = 0; wanted === null ? Date.now() < end : edits < wanted; round++) {
  const { counterexample } = fc.check(fc.property(letters, fc.array(looseEdit, { minLength: 1, maxLength: LONGEST, size: 'max' }), (opened, loose) => {
    const letter = edited(opened, loose);
    edits += letter.edits.length;
    return faultOf(letter, { every: BETWEEN }) === null;
  }), { seed: seed + round, numRuns: RUNS });
  if (counterexample) keep(...counterexample);
  if (round % 40 === 39) console.log(`${edits} edits, ${faults.size} faults, after ${Math.round((Date.now() - began) / 1000)} s`);
}
console.log(`${edits} edits, ${faults.size} faults, in ${Math.round((Date.now() - began) / 1000)} s`);
process.exitCode = faults.size > 0 ? 1 : 0;

/** Its beginning or a stretch from its middle: cut off anywhere, as a letter is that somebody pastes in pieces. */
function shortened(text: string): string {
  const from = text.length % 3 === 0 ? Math.max(0, Math.floor((text.length - SHORT) / 2)) : 0;
  return text.slice(from, from + SHORT);
}

function edited({ kind, text }: Opened, loose: readonly LooseEdit[]): EditedLetter {
  // Of a short letter nothing would be left where much is taken out many times.
  const fitting = wanted === null ? loose : loose.map((edit) => ({ ...edit, removed: Math.min(edit.removed, MOST_REMOVED) }));
  return { kind, text, edits: fitEdits(fitting, text) };
}

function keep(opened: Opened, loose: readonly LooseEdit[]): void {
  const smallest = smallerLetter(edited(opened, loose), (letter) => faultOf(letter, { every: BETWEEN }) !== null);
  const fault = faultOf(smallest, { every: BETWEEN }) ?? 'no fault when it was tried again';
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
