import assert from 'node:assert/strict';
import { answer, command } from './keyboard.ts';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, languageStatus, notification, quickFixes, quickPickRow, runCommand, save, until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'brace.md';
const FILE = '.imr/remarks.jsonl';
const RATIONALE = '**Decision rationale:** The joint gives way on the stairs of his house. Therefore, the request for the knee brace is medically necessary.';
const TEXT = `---
case-number: CM16-9100091
ur-denial-date: 2016-11-08
---

## IMR Issues, Decisions and Rationales

### Knee brace: Overturned

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Activity Alteration.

${RATIONALE}
`;

describe('two people on one letter', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode({ letters: null });
    vscode.set({ 'imr.reviewer': 'Dana Quill' });
    vscode.write(LETTER, TEXT);
    await vscode.open(LETTER);
    await languageStatus(vscode.page, 'IMR: 1 item');
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  const line = TEXT.split('\n').indexOf(RATIONALE) + 1;
  /** Those of the file that are written whole. */
  function lines(): Record<string, unknown>[] {
    if (!vscode.isThere(FILE)) return [];
    return vscode.textOf(FILE).split('\n').slice(0, -1).map((each) => JSON.parse(each) as Record<string, unknown>);
  }
  const kept = (count: number) => until(() => Promise.resolve(lines().length === count), `${count} lines`);
  const thread = (words: string) => vscode.page.locator('.review-widget', { hasText: words });

  async function select(words: string): Promise<void> {
    await goTo(vscode.page, line, RATIONALE.indexOf(words) + 1);
    for (const _ of words) await vscode.page.keyboard.press('Shift+ArrowRight');
  }

  it('one leaves a remark on words', async () => {
    const { page } = vscode;
    await select('gives way');
    await command(page, 'IMR: Leave a Remark…');
    await answer(page, 'Leave a Remark', 'which page says so?');
    await kept(1);
    const [remark] = lines();
    assert.deepEqual([remark?.['letter'], remark?.['item'], remark?.['words'], remark?.['text'], remark?.['who']], ['CM16-9100091', 'Knee brace', 'gives way', 'which page says so?', 'Dana Quill']);
  });

  it('and proposes other words', async () => {
    const { page } = vscode;
    await select('the stairs of his house');
    await command(page, 'IMR: Propose Other Words…');
    await page.locator('.quick-input-widget:visible', { hasText: 'Instead of' }).waitFor(PATIENCE);
    await page.keyboard.press('Control+A');
    await answer(page, 'Propose Other Words', 'stairs');
    await page.locator('.quick-input-widget:visible', { hasText: 'Why, in a sentence' }).waitFor(PATIENCE);
    await answer(page, 'Propose Other Words', 'shorter');
    await kept(2);
    await command(page, 'IMR: Mark Letter as Read');
    await notification(page, 'you have read this letter');
  });

  it('the other sees both at their words, one after the other, and can’t sign', async () => {
    const { page } = vscode;
    await goTo(page, 1, 1);
    await command(page, 'IMR: Next Remark');
    await thread('which page says so?').waitFor(PATIENCE);
    await command(page, 'IMR: Next Remark');
    await thread('Proposed: “stairs”').waitFor(PATIENCE);
    await vscode.picture('two-1-remarks');
    await runCommand(page, 'IMR: Ready to Sign?');
    await quickPickRow(page, 'The remark of Dana Quill “which page says so?” is open');
    await vscode.picture('two-2-blocked');
    await page.keyboard.press('Escape');
  });

  it('takes the words with one key, or by the lightbulb', async () => {
    const { page } = vscode;
    await goTo(page, line, RATIONALE.indexOf('stairs') + 1);
    await quickFixes(page, 'Take “stairs”, as proposed');
    await page.keyboard.press('Escape');
    // IMR: Take Proposed Words
    await page.keyboard.press('Control+Alt+Enter');
    await until(async () => {
      await save(page);
      return vscode.textOf(LETTER).includes('gives way on stairs. Therefore');
    }, 'the proposed words');
    assert.deepEqual(lines().at(-1)?.['state'], 'taken');
  });

  it('answers the remark and resolves it, and may have it back', async () => {
    const { page } = vscode;
    await goTo(page, line, RATIONALE.indexOf('gives way') + 3);
    await command(page, 'IMR: Answer Remark…');
    await answer(page, 'Answer Remark', 'page 12 of the report');
    await kept(5);
    await command(page, 'IMR: Resolve Remark');
    await kept(6);
    await command(page, 'IMR: Reopen Remark');
    await kept(7);
    await command(page, 'IMR: Resolve Remark');
    await kept(8);
    await vscode.picture('two-3-resolved');
    await runCommand(page, 'IMR: Ready to Sign?');
    await page.locator('.quick-input-widget:visible', { hasText: 'Read Back' }).waitFor(PATIENCE);
    await page.keyboard.press('Escape');
  });

  it('sees what changed since the last round, what weighs most first, and goes there', async () => {
    const { page } = vscode;
    vscode.write('brace round 1.md', TEXT.replace(': Overturned', ': Upheld').replace('MTUS Knee Complaints 2004', 'MTUS Low Back Complaints 2004'));
    await goTo(page, 1, 1);
    await runCommand(page, 'IMR: Compare Rounds');
    await (await quickPickRow(page, 'brace round 1.md')).click();
    await quickPickRow(page, '“Upheld” → “Overturned”');
    await quickPickRow(page, '→ “The joint gives way on stairs.”');
    await vscode.picture('two-4-rounds');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: `Ln ${TEXT.split('\n').indexOf('### Knee brace: Overturned') + 1}, ` }).waitFor(PATIENCE);
    await runCommand(page, 'IMR: Compare Rounds');
    await (await quickPickRow(page, 'brace round 1.md')).click();
    await (await quickPickRow(page, 'Show both side by side')).click();
    await page.locator('.monaco-diff-editor').first().waitFor(PATIENCE);
    await vscode.picture('two-5-side-by-side');
  });

  it('sees all letters of the folder, what is due first in front', async () => {
    const { page } = vscode;
    vscode.write('late.md', TEXT.replace('CM16-9100091', 'CM16-9100092').replace('ur-denial-date', 'date-assigned: 2016-11-20\nur-denial-date'));
    await runCommand(page, 'IMR: Focus on Caseload View');
    const rows = page.locator('.pane', { hasText: 'Caseload' }).locator('.monaco-list-row');
    await rows.filter({ hasText: 'CM16-9100092' }).filter({ hasText: 'due since 12/20/2016' }).waitFor(PATIENCE);
    await rows.filter({ hasText: 'CM16-9100091' }).first().waitFor(PATIENCE);
    await vscode.picture('two-6-caseload');
    await rows.first().click();
    await page.locator('.tab.active', { hasText: 'late.md' }).waitFor(PATIENCE);
  });
});
