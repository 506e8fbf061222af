// Does what a hostile text is measured by: `hostile-work.ts TEXT WORK …` prints for each piece of work the seconds that each length takes.
import { importLetter } from '../../server/src/letter/import-letter.ts';
import { outlineOf } from '../../server/src/cli/outline.ts';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { readClient } from '../../server/src/lsp/client.ts';
import { report, type Reported } from '../../server/src/lsp/diagnostics.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { createChecker } from '../../server/src/service/checker.ts';
import { formattingEdits } from '../../server/src/service/formatting.ts';
import { createLetter, readLetter } from '../../server/src/service/letter.ts';
import { editSource, openSource } from '../../server/src/service/source.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';
import { benchLetter } from './letter.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const LENGTHS = [1, 2, 4];
const KEYS = 4;
/** Seconds that are measured once. */
const LONG_ENOUGH = 1.5;

const checker = createChecker(defaultSettings(rules));
const client = readClient({ processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });

/** What is to be measured, made ready, for a text. */
const WORKS: Readonly<Record<string, (text: string) => () => void>> = {
  check: (text) => () => void readLetter('a.md', text, checker).findings.length,
  outline: (text) => () => {
    const source = openSource(text, 'markdown');
    JSON.stringify(outlineOf('a.md', createLetterReader()(source.blocks, 'markdown'), source.lines));
  },
  import: (text) => () => void importLetter(text),
  format: (text) => {
    const letter = readLetter('a.md', text, checker);
    return () => void formattingEdits(letter);
  },
  keystroke: (text) => {
    let source = openSource(text, 'markdown');
    const check = checker.start();
    let last: Reported | undefined = report(createLetter('a.md', 1, source, check(source)), client);
    const at = Math.floor(text.length / 2);
    return () => {
      for (let key = 0; key < KEYS; key++) {
        source = editSource(source, key % 2 === 0 ? { start: at, end: at, newText: 'a' } : { start: at, end: at + 1, newText: '' });
        last = report(createLetter('a.md', key, source, check(source)), client, last);
      }
    };
  },
};

const [name = '', ...works] = process.argv.slice(2);
const text = HOSTILE_TEXTS.find((each) => each.name === name);
for (const work of works) {
  const prepare = WORKS[work];
  if (!text || !prepare) throw new RangeError(`There is no text “${name}”, or no work “${work}”.`);
  // What is slow only the first time isn't the text's fault.
  for (let i = 0; i < 3; i++) prepare(benchLetter(7000, i))();
  const seconds = LENGTHS.map((length) => leastOf(() => secondsOf(prepare(text.make(length)))));
  process.stdout.write(`${JSON.stringify({ work, seconds, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`);
}

/** Of little time a collection of garbage or what else the machine does is a great part: the least of three tries. */
function leastOf(tried: () => number): number {
  const first = tried();
  return first >= LONG_ENOUGH ? first : Math.min(first, tried(), tried());
}

/** Seconds of processor time. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
