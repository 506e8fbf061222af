import assert from 'node:assert/strict';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { problems, quickPickRow, runCommand } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'contradicting-dependant.md';
const RULE = 'dependent-contradicts-parent';

describe('a reviewer who reports a false alarm', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.page.emulateMedia({ reducedMotion: 'reduce' });
    await vscode.open(LETTER);
    await problems(vscode.page, RULE);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  it('ticks the words that may stand in it, and gets a text to hand on', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Next Problem in Letter');
    await runCommand(page, 'IMR: Report a False Alarm');
    const row = await quickPickRow(page, 'Right shoulder arthroscopy');
    assert.equal(await page.locator('.quick-input-list .monaco-list-row [aria-checked="true"]').count(), 0, 'nothing is ticked to begin with');
    await row.click();
    await vscode.picture('false-alarm-1-words');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'A false alarm of dependent' }).waitFor(PATIENCE);
    const lines = page.locator('.editor-instance .view-lines', { hasText: 'parentUpheld' });
    await lines.waitFor(PATIENCE);
    await vscode.picture('false-alarm-2-report');
    assert.doesNotMatch(await lines.innerText(), /CM1\d-/);
  });
});
