import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/rules.ts';
import { createChecker, withDecisions } from '../../server/src/service/checker.ts';
import { decisionOn } from '../../server/src/service/decisions.ts';
import { readLetter, type Letter } from '../../server/src/service/letter.ts';
import { fixedFindings, noteFindings } from '../../server/src/service/seen-findings.ts';
import { signOff } from '../../server/src/service/sign-off.ts';
import { signOffPage } from '../../server/src/service/sign-off-page.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';

const RULE = 'conclusion-contradicts-decision';
const BRACE = '### Knee brace: Upheld\n\n**Decision rationale:** The joint gives way on stairs. Therefore, the brace is medically necessary.\n';
const CANE = '### Walking cane: Upheld\n\n**Decision rationale:** The gait is unsteady. Therefore, the cane is medically necessary.\n';
const LETTER = `---\ncase-number: CM16-9100071\n---\n\n${BRACE}\n${CANE}`;
const SAID = { reason: 'the partner firm’s house style', who: 'Dr. Ames', when: '2026-11-29T08:00:00.000Z' };

const checker = createChecker(defaultSettings(rules));
const plain = (text: string, name = 'case.md'): Letter => readLetter(name, text, checker);
const contradictions = ({ findings }: Letter) => findings.filter(({ ruleId }) => ruleId === RULE).map(({ item }) => item);

/** A decision on what is found in the first letter, and what then is found in the second. */
function decided(text: string, then: string, item = 1, name = 'case.md'): Letter {
  const letter = plain(text, name);
  const finding = letter.findings.find((each) => each.ruleId === RULE && each.item === item)!;
  return readLetter(name, then, withDecisions(checker, [decisionOn(finding, { determination: letter.determination, fileName: name }, SAID)]));
}

describe('a decision outside of the letter', () => {
  it('takes out what it speaks of, and nothing else', () => {
    assert.deepEqual(contradictions(plain(LETTER)), [1, 2]);
    assert.deepEqual(contradictions(decided(LETTER, LETTER)), [2]);
  });

  it('finds it again though lines move and items have other numbers', () => {
    assert.deepEqual(contradictions(decided(LETTER, LETTER.replace(BRACE, `### Heating pad: Upheld\n\n${BRACE}`))), [3]);
    assert.deepEqual(contradictions(decided(LETTER, `---\ncase-number: CM16-9100071\n---\n\n${CANE}\n${BRACE}`)), [1]);
  });

  it('says nothing of another item, or of another letter', () => {
    assert.deepEqual(contradictions(decided(LETTER, LETTER.replace('### Knee brace', '### Ankle brace'))), [1, 2]);
    assert.deepEqual(contradictions(decided(LETTER, LETTER.replace('CM16-9100071', 'CM16-9100072'))), [1, 2]);
  });

  it('works for plain text, and knows a letter without a number by its file', () => {
    const text = `IMR ISSUES, DECISIONS AND RATIONALES\n\n${BRACE}\n${CANE}`.replace(/### |\*\*/g, '');
    assert.deepEqual(contradictions(plain(text, 'case.txt')), [1, 2]);
    const letter = decided(text, text, 2, 'case.txt');
    assert.deepEqual(contradictions(letter), [1]);
    assert.equal(letter.checked.decided?.[0]?.decision.letter, 'case.txt');
  });

  it('stands in the sign-off report, with the reason, the name and the day', () => {
    const report = signOff(decided(LETTER, LETTER), { letter: 'case.md', sha256: '', checkedAt: '2026-11-29T09:00:00.000Z', switchedOff: [], acknowledged: false, seen: null });
    assert.deepEqual(report.decisions.map(({ line, rule, reason, who, when }) => ({ line, rule, reason, who, when })), [{ line: 7, rule: RULE, ...SAID }]);
    assert.deepEqual(report.findings.filter(({ rule }) => rule === RULE).map(({ item, outcome }) => [item, outcome]), [[1, 'decided'], [2, 'blocks']]);
    assert.match(signOffPage(report), /Decided on outside of the letter[\s\S]*the partner firm’s house style<\/td><td>Dr\. Ames, 2026-11-29 08:00 UTC/);
  });

  it('isn’t taken for a mended fault', () => {
    const fixed = fixedFindings(decided(LETTER, LETTER), noteFindings(plain(LETTER)));
    assert.deepEqual(fixed, []);
  });
});
