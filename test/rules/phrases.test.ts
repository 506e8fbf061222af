import assert from 'node:assert/strict';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { defaultLetterSettings } from '../../server/src/determination/settings.ts';
import { patternCost } from '../../server/src/rules/common/bounded-pattern.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createLinter } from '../../server/src/rules/engine/engine.ts';
import { compilePhrase } from '../../server/src/rules/common/phrase-pattern.ts';
import { phraseRules, type Phrase } from '../../server/src/rules/phrases.ts';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { openSource } from '../../server/src/service/source.ts';
import { readPhrases } from '../../server/src/settings/phrases.ts';
import { applyFix, draft } from './check.ts';
import { readMarks, writeMarks } from './marked-text.ts';

function findings(text: string, phrases: readonly Phrase[]): Finding[] {
  const read = createLetterReader({ ...defaultLetterSettings, determinationFiles: 'always' });
  return allFindings(createLinter(phraseRules(phrases))(read(openSource(text, 'markdown').blocks, 'markdown')));
}

describe('house-style phrases', () => {
  const cases: readonly (readonly [name: string, pattern: string, marked: string])[] = [
    ['are found whatever their case', 'alleged injury', draft('### Cane: Upheld', '**Decision rationale:** The ⟦Alleged injury⟧ and the ⟦alleged injury⟧.')],
    ['are found as whole words', 'cure', draft('### Cane: Upheld', '**Decision rationale:** Secure and cures, to ⟦cure⟧.')],
    ['are found across a line break', 'alleged injury', draft('### Cane: Upheld', '**Decision rationale:** The ⟦alleged\ninjury⟧.')],
    ['are found in titles, summaries and rationales', 'cane', draft('## Clinical Case Summary', 'A ⟦cane⟧.', '### ⟦Cane⟧: Upheld', '**Decision rationale:** A ⟦cane⟧.')],
    ['are not found in quotations, code, comments and the claims administrator’s line', 'cane', draft('### Stick: Upheld', '**Claims Administrator guideline:** Cane.', '**Decision rationale:** “A cane”. <!-- cane -->', '> cane', '```\ncane\n```')],
    ['take a gap for up to five words', 'failed … treatment', draft('### Cane: Upheld', '**Decision rationale:** She ⟦failed all of the conservative treatment⟧. She failed one and two and three and four treatments. Failed. New treatment.')],
    ['take three full stops for a gap', 'failed ... treatment', draft('### Cane: Upheld', '**Decision rationale:** She ⟦failed that treatment⟧.')],
    ['take their marks for what they are', 'is/are (any)', draft('### Cane: Upheld', '**Decision rationale:** There ⟦is/are (any)⟧ canes.')],
    ['take either apostrophe', "patient's cane", draft('### Cane: Upheld', '**Decision rationale:** The ⟦patient’s cane⟧ and the ⟦patient\'s cane⟧.')],
    ['may be regular expressions', '/\\bclients?\\b/i', draft('### Cane: Upheld', '**Decision rationale:** ⟦Clients⟧ and a ⟦client⟧.')],
    ['keep the case where a regular expression does', '/\\bPT\\b/', draft('### Cane: Upheld', '**Decision rationale:** ⟦PT⟧ and pt.')],
  ];
  for (const [name, pattern, marked] of cases) {
    it(name, () => {
      const { text, spans } = readMarks(marked);
      const found = findings(text, [{ pattern, message: 'No.' }]);
      assert.equal(writeMarks(text, found.map(({ span }) => span)), writeMarks(text, spans));
    });
  }

  it('have name, severity and message, and a fix that keeps a capital', () => {
    const text = draft('### Cane: Upheld', '**Decision rationale:** Alleged injury.');
    const [plain] = findings(text, [{ pattern: 'alleged injury', message: 'Say “reported”.', replacement: 'reported injury' }]);
    assert.deepEqual([plain?.ruleId, plain?.severity, plain?.message], ['phrase', 'warning', 'Say “reported”.']);
    assert.equal(applyFix(text, plain!.fixes[0]!), draft('### Cane: Upheld', '**Decision rationale:** Reported injury.'));
    const [named] = findings(text, [{ pattern: 'alleged injury', message: 'No.', severity: 'error', id: 'no-alleged' }]);
    assert.deepEqual([named?.ruleId, named?.severity, named?.fixes.length], ['no-alleged', 'error', 0]);
  });

  it('are silenced by comments', () => {
    const text = draft('### Cane: Upheld', '<!-- imr-disable-next-line no-alleged -- a name -->\n**Decision rationale:** Alleged injury.');
    assert.equal(findings(text, [{ pattern: 'alleged injury', message: 'No.', id: 'no-alleged' }]).length, 0);
  });
});

describe('patterns of phrases', () => {
  const refused: readonly (readonly [pattern: string, says: RegExp])[] = [
    ['/(a+)+b/', /“\+”, which has no end.*“\{1,20\}”/], ['/a*/', /“\*”.*“\{0,20\}”/], ['/a{2,}/', /“\{2,\}”.*“\{2,20\}”/],
    ['/(a)\\1/', /refers back with “\\1”/], ['/(?<x>a)\\k<x>/', /refers back/],
    ['/(?:a|a){20}/', /too many ways/], ['/a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaa/', /too many ways/], ['/(?:(?:a?){9}){9}b/', /too many ways/],
    ['/a{0,900}b{0,900}/', /too many ways/], ['/(/', /is no regular expression/], ['/a/g', /flags “g”/], ['/a?/', /matches where nothing stands/],
    ['…', /is empty/], ['a … ', /begins or ends/], [`/${'a'.repeat(400)}/`, /longer than 300/],
  ];
  for (const [pattern, says] of refused) {
    it(`are refused: ${pattern.slice(0, 40)}`, () => {
      const compiled = compilePhrase(pattern);
      assert.match('problem' in compiled ? compiled.problem : 'accepted', says);
    });
  }

  for (const pattern of ['/\\b(?:not|never) (?:medically|clinically) necessary\\b/i', '/cervical.{0,60}lumbar/', '/[+*]{1,3}\\+\\*/', '/(?<!un)related to \\d{1,3}%/', '/\\u00e9|\\x41|\\//']) {
    it(`are taken: ${pattern}`, () => assert.ok('expression' in compilePhrase(pattern), JSON.stringify(compilePhrase(pattern))));
  }

  it('cost as much as they can match', () => {
    assert.deepEqual(patternCost('a{0,3}(?:b|cd)?'), { ways: 12, length: 5 });
    assert.deepEqual(patternCost('[a)*+]\\b^x'), { ways: 1, length: 2 });
  });
});

describe('the phrases of settings', () => {
  const cases: readonly (readonly [name: string, value: unknown, problem: RegExp])[] = [
    ['must be a list', {}, /^“phrases” is a list/],
    ['must be tables', ['a'], /“phrases\[0\]” must hold/],
    ['need a message', [{ pattern: 'a' }], /“phrases\[0\]\.message” is missing/],
    ['have no other keys', [{ pattern: 'a', message: 'b', replacment: 'c' }], /“phrases\[0\]\.replacment” is not known\. Did you mean “replacement”\?/],
    ['have a known severity', [{ pattern: 'a', message: 'b', severity: 'fatal' }], /severity” must be one of/],
    ['have a name that no rule has', [{ pattern: 'a', message: 'b', id: 'missing-rationale' }], /is the name of a rule/],
    ['have a name of small letters', [{ pattern: 'a', message: 'b', id: 'Say It' }], /must be a name in small letters/],
    ['have a pattern that can’t run away', [{ pattern: '/(a+)+$/', message: 'b' }], /“phrases\[0\]\.pattern” has “\+”/],
  ];
  for (const [name, value, problem] of cases) {
    it(name, () => {
      const read = readPhrases(value, (id) => id === 'missing-rationale');
      assert.match(read.problems.join('\n'), problem);
      assert.equal(read.phrases.length, 0);
    });
  }

  it('hold where another is at fault', () => {
    assert.equal(readPhrases([{ pattern: '/a+/', message: 'b' }, { pattern: 'a', message: 'b' }], () => false).phrases.length, 1);
  });
});
