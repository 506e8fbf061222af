import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Outcome, SignOff } from '../../protocol/sign-off.ts';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import { fingerprint } from '../../server/src/service/fingerprint.ts';
import { noteFindings } from '../../server/src/service/seen-findings.ts';
import { signOff } from '../../server/src/service/sign-off.ts';
import { signOffPage } from '../../server/src/service/sign-off-page.ts';
import { contradicting, soundLetter, unknownDecision } from '../lsp/letters.ts';
import { letterOf } from './letter.ts';

const FACTS = { letter: 'case.md', sha256: 'abc', checkedAt: '2026-11-26T09:30:00.000Z', switchedOff: [], acknowledged: false, seen: null };

function reportOn(text: string, facts: Partial<typeof FACTS> = {}): SignOff {
  return signOff(letterOf(text), { ...FACTS, ...facts });
}

const silenced = (reason: string): string => contradicting.replace('**Decision rationale:** The MTUS asks', `<!-- imr-disable-next-line conclusion-contradicts-decision${reason} -->\n**Decision rationale:** The MTUS asks`);
const placeholder = soundLetter.replace('normal reflexes', '[[which]] reflexes');
const warning = soundLetter.replace('Therefore, the request is medically necessary.', 'Therefore, the request may be medically necessary.');

const cases: readonly { name: string; text: string; ready: boolean; outcomes: readonly [rule: string, outcome: Outcome][] }[] = [
  { name: 'a letter without findings is ready', text: soundLetter, ready: true, outcomes: [] },
  { name: 'an error blocks', text: unknownDecision, ready: false, outcomes: [['unknown-decision', 'blocks']] },
  { name: 'a placeholder blocks', text: placeholder, ready: false, outcomes: [['placeholder-left', 'blocks']] },
  { name: 'a warning does not block', text: warning, ready: true, outcomes: [['hedged-conclusion', 'warning']] },
  { name: 'what is suppressed does not block', text: silenced(' -- both hold'), ready: true, outcomes: [['conclusion-contradicts-decision', 'suppressed']] },
  {
    name: 'a suppression without a reason blocks', text: silenced(''), ready: false,
    outcomes: [['suppression-without-reason', 'blocks'], ['conclusion-contradicts-decision', 'suppressed']],
  },
  {
    name: 'a suppression whose reason is still to be written blocks', text: silenced(' -- [[reason]]'), ready: false,
    outcomes: [['suppression-without-reason', 'blocks'], ['conclusion-contradicts-decision', 'suppressed']],
  },
  {
    name: 'a placeholder blocks that a comment silences', text: placeholder.replace('**Decision rationale:** The MTUS asks', '<!-- imr-disable-next-line placeholder-left -- later -->\n**Decision rationale:** The MTUS asks'),
    ready: false, outcomes: [['placeholder-left', 'suppressed'], ['placeholder-left', 'blocks']],
  },
  { name: 'a placeholder in a comment or in code blocks', text: `${soundLetter}\n<!-- [[date]] -->\n\n    [[date]]\n`, ready: false, outcomes: [['placeholder-left', 'blocks'], ['placeholder-left', 'blocks']] },
  { name: 'a remark blocks', text: `${soundLetter}\n<!-- QA: which page -->\n`, ready: false, outcomes: [['open-remark', 'blocks']] },
  { name: 'a question in a comment blocks', text: `${soundLetter}\n<!-- Is there\na newer MRI? -->\n`, ready: false, outcomes: [['open-remark', 'blocks']] },
  { name: 'a program’s comment does not block', text: `${soundLetter}\n<!-- prettier-ignore -->\n<!-- template of 2016 -->\n`, ready: true, outcomes: [] },
  { name: 'a letter that decides nothing is not ready', text: '---\ncase-number: CM16-0000001\n---\n', ready: false, outcomes: [['no-disputed-item', 'blocks']] },
];

describe('the sign-off', () => {
  for (const { name, text, ready, outcomes } of cases) {
    it(name, () => {
      const report = reportOn(text);
      assert.equal(report.ready, ready);
      const found = report.findings.filter(({ outcome }) => outcome !== 'advice').map(({ rule, outcome }) => [rule, outcome]);
      assert.deepEqual(found, outcomes);
      assert.equal(report.blockers.length, outcomes.filter(([, outcome]) => outcome === 'blocks').length);
    });
  }

  it('counts the warnings, and says that they are acknowledged', () => {
    assert.equal(reportOn(warning).warnings, 1);
    const { ready, warnings, findings } = reportOn(warning, { acknowledged: true });
    assert.deepEqual({ ready, warnings, outcome: findings[0]?.outcome }, { ready: true, warnings: 1, outcome: 'acknowledged' });
  });

  it('bears the case, or says that the letter has none', () => {
    const report = reportOn(soundLetter);
    assert.equal(report.caseNumber, 'CM16-0000001');
    assert.match(signOffPage(report), /<h1>Sign-off report: CM16-0000001<\/h1>/);
    const unnumbered = reportOn(soundLetter.replace('case-number: CM16-0000001\n', ''));
    assert.equal(unnumbered.caseNumber, null);
    assert.match(signOffPage(unnumbered), /<h1>Sign-off report: case\.md<\/h1>[\s\S]*no case number/);
  });

  it('names the items, and what was checked with what', () => {
    const { items, catalogueVersion, catalogueHorizon, productVersion, checkedAt, sha256 } = reportOn(soundLetter);
    assert.deepEqual(items.map(({ number, decision, line }) => [number, decision, line]), [[1, 'Upheld', 22], [2, 'Overturned', 31]]);
    assert.match(signOffPage(reportOn(soundLetter)), /<td>Item 1\. Denied, as not medically necessary: MRI of the lumbar spine\.<\/td><td>Nowhere\.<\/td>/);
    assert.match(catalogueVersion, /^\d{4}-\d\d-\d\d$/);
    assert.equal(catalogueVersion, catalogue().version);
    assert.equal(catalogueHorizon, 'known until 2023-11-10; proposals of 2025 and 2026 open');
    assert.match(signOffPage(reportOn(soundLetter)), new RegExp(`Guideline catalogue</dt><dd>${catalogueVersion}, ${catalogueHorizon}</dd>`));
    assert.match(productVersion, /^\d+\.\d+\.\d+$/);
    assert.deepEqual([checkedAt, sha256], [FACTS.checkedAt, FACTS.sha256]);
  });

  it('gives place, item and reason of what is suppressed, and what each comment silences', () => {
    const { findings, suppressions } = reportOn(silenced(' -- both hold'));
    const { line, item, reason } = findings.find(({ outcome }) => outcome === 'suppressed')!;
    assert.deepEqual([line, item, reason], [30, 1, 'both hold']);
    assert.deepEqual(suppressions, [
      { line: 28, directive: 'imr-disable-next-line', rules: ['conclusion-contradicts-decision'], reason: 'both hold', silences: 1 },
    ]);
  });
});

const fixedCases: readonly { name: string; before: readonly string[]; now: string; fixed: readonly string[] }[] = [
  { name: 'what was never there is not fixed', before: [soundLetter], now: soundLetter, fixed: [] },
  { name: 'what was there and is gone is fixed', before: [unknownDecision], now: soundLetter, fixed: ['unknown-decision'] },
  { name: 'what is still there is not fixed', before: [unknownDecision], now: unknownDecision, fixed: [] },
  { name: 'what is silenced is not fixed', before: [contradicting], now: silenced(' -- both hold'), fixed: [] },
  { name: 'of several moments the one counts that had most', before: [unknownDecision, soundLetter, placeholder], now: soundLetter, fixed: ['unknown-decision', 'placeholder-left'] },
  {
    name: 'a finding whose item has another number now is not fixed', before: [contradicting],
    now: contradicting.replace('### MRI of', '### Walking cane: Upheld\n\n### MRI of'), fixed: [],
  },
];

describe('what was fixed', () => {
  for (const { name, before, now, fixed } of fixedCases) {
    it(name, () => {
      const seen = before.reduce((so, text) => noteFindings(letterOf(text), so), noteFindings(letterOf(soundLetter)));
      const report = signOff(letterOf(now), { ...FACTS, seen });
      const found = (report.fixed ?? []).filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
      assert.deepEqual(found, fixed);
    });
  }

  it('is not known where nobody looked before', () => assert.equal(reportOn(soundLetter).fixed, null));
});

describe('the page of a sign-off', () => {
  it('says plainly that a letter is ready, or what blocks it', () => {
    assert.match(signOffPage(reportOn(soundLetter)), /<strong>Ready to sign\.<\/strong> No error, no blank and no remark is left\./);
    assert.match(signOffPage(reportOn(unknownDecision)), /<strong>Not ready to sign\.<\/strong> 1 thing must be put right first\./);
    assert.match(signOffPage(signOff(letterOf(soundLetter), { ...FACTS, switchedOff: ['date-order'] })), /Rules switched off<\/dt><dd>date-order</);
    assert.match(signOffPage(reportOn(warning)), /1 warning not acknowledged yet\./);
  });

  it('shows words of the letter as text', () => {
    const page = signOffPage(reportOn(soundLetter.replace('### MRI of the lumbar spine', '### MRI of the lumbar spine <script>alert(1)</script> & more'), { letter: '<b>.md' }));
    assert.doesNotMatch(page, /<script|<b>/);
    assert.match(page, /&lt;script&gt;/);
  });

  it('stands alone, has a language, and a caption and heads in each table', () => {
    const page = signOffPage(reportOn(warning));
    assert.match(page, /<html lang="en">/);
    assert.doesNotMatch(page, /https?:|src=|<link|<script/);
    const tables = page.match(/<table>/g)?.length;
    assert.equal(page.match(/<caption>/g)?.length, tables);
  });
});

it('a fingerprint is the SHA-256 of the text', async () => {
  assert.equal(await fingerprint('Café\r\n'), createHash('sha256').update('Café\r\n').digest('hex'));
});
