import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver';
import type { Client } from '../../server/src/lsp/client.ts';
import { report, type Reported } from '../../server/src/lsp/diagnostics.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { createChecker } from '../../server/src/service/checker.ts';
import { createLetter, type Letter } from '../../server/src/service/letter.ts';
import { shownFindings } from '../../server/src/service/shown-findings.ts';
import { editSource, openSource } from '../../server/src/service/source.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';
import { contradictions } from './letters.ts';

const client = { diagnostics: { related: true, tags: true, pageOf: (ruleId: string) => `rules/${ruleId}.md`, data: true, version: true } } as Client;
const checker = createChecker(defaultSettings(rules));

const edits = fc.array(fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 40 }),
  inserted: fc.constantFrom('', 'a', '\n', '\n\n', ' her ', '### Walking cane: Upheld\n', 'Overturned', 'The patient is 61 years old. ', 'question 1 ', '[[date]] and [[dose]] ', '[[Upheld or Overturned]]'),
}), { minLength: 1, maxLength: 8 });

/** What a client shows: fixes travel with the version in which they were made. */
function shown(diagnostics: readonly Diagnostic[]): object[] {
  return diagnostics.map(({ data: _, ...rest }) => rest).sort((one, other) => JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
}

describe('what is reported while somebody types', () => {
  for (const show of ['everything', 'stages', 'onSign'] as const) {
    it(`is what is reported of the letter when it is opened: ${show}`, () => {
      const reportOf = (letter: Letter, earlier?: Reported): Reported => report(letter, client, earlier, shownFindings(letter, show));
      fc.assert(fc.property(edits, (changes) => {
        const check = checker.start();
        let source = openSource(contradictions, 'markdown');
        let reported = reportOf(createLetter('file:///a.md', 0, source, check(source)));
        changes.forEach(({ at, removed, inserted }, version) => {
          const start = Math.floor(at * source.text.length);
          source = editSource(source, { start, end: Math.min(source.text.length, start + removed), newText: inserted });
          reported = reportOf(createLetter('file:///a.md', version, source, check(source)), reported);
          const opened = openSource(source.text.toString(), 'markdown');
          assert.deepEqual(shown(reported.diagnostics), shown(reportOf(createLetter('file:///a.md', version, opened, checker.start()(opened))).diagnostics));
        });
      }), { numRuns: 40 });
    });
  }
});
