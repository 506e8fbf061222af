// Prints what the rows of the language read in a sentence: `npx tsx scripts/read-sentence.ts "As the surgery is denied, …"`.
import { allRows } from '../server/src/language/rows.ts';
import { readSentence } from '../server/src/language/sentence.ts';

for (const text of process.argv.slice(2)) {
  console.log(text);
  for (const { kind, row, says, slots } of readSentence(text).statements) {
    const taken = Object.entries(slots).map(([name, slot]) => `${name}: ${slot.text}`);
    console.log(`  ${kind} ${allRows()[row]?.row} ${JSON.stringify(says)} ${taken.join(' | ')}`.trimEnd());
  }
}
