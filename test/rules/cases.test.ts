import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import assert from 'node:assert/strict';
import { casesIn, type WrittenCase } from './case-file.ts';
import { check, ruleNamed } from './check.ts';

const FOLDER = import.meta.dirname;

/** Case files stand in a folder of the rule's family: "facts/age-mismatch.md". */
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && dirname(name) !== '.').sort();

describe('the cases of each rule', () => {
  for (const file of files) {
    const ruleId = basename(file, '.md');
    describe(ruleId, () => {
      const cases = casesIn(readFileSync(join(FOLDER, file), 'utf8'));
      it('stand in the folder of its family, each under a heading of its own', () => {
        assert.equal(file, join(ruleNamed(ruleId).family, `${ruleId}.md`));
        assert.ok(cases.length > 0, `${file} has no case; a case is a heading with ## and a letter below it`);
        assert.deepEqual(cases.map(({ name }) => name), [...new Set(cases.map(({ name }) => name))]);
      });
      for (const each of cases) it(each.name, () => checkCase(ruleId, each, file));
    });
  }
});

/** A case that fails says where it is written. */
function checkCase(ruleId: string, { line, read }: WrittenCase, file: string): void {
  try {
    check(ruleId, read());
  } catch (error) {
    if (error instanceof Error) error.message = `test/rules/${file}:${line} ${error.message}`;
    throw error;
  }
}
