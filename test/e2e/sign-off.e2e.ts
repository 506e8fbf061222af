import assert from 'node:assert/strict';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, languageStatus, notification, quickPickRow, runCommand, until } from './workbench.ts';

const LETTER = 'contradicting-dependant.md';
const RATIONALE = '**Decision rationale:**';
const PATIENCE = { timeout: 60_000 };

describe('a reviewer who wants to sign', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    // Pictures show a list as it stands, not as it comes.
    vscode.set({ 'imr.ledger': true });
    await vscode.page.emulateMedia({ reducedMotion: 'reduce' });
    await vscode.open(LETTER);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  it('sees what stands in the way, and goes there by keyboard', async () => {
    const { page } = vscode;
    const lines = vscode.textOf(LETTER).split('\n');
    await languageStatus(page, 'IMR: 3 items');
    await runCommand(page, 'IMR: Focus on Disputed Items View');
    await page.locator('.pane-body .monaco-list-row[aria-label*="Item 2, "]').first().waitFor(PATIENCE);
    await runCommand(page, 'IMR: Ready to Sign?');
    await quickPickRow(page, 'Item 2 depends on item 1');
    await vscode.picture('sign-off-1-blocked');
    await page.keyboard.press('Enter');
    const line = lines.findIndex((words) => words.includes('twelve visits: Overturned')) + 1;
    await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor(PATIENCE);
  });

  it('acknowledges the warning that is left, and keeps a report beside the letter', async () => {
    const { page } = vscode;
    const lines = vscode.textOf(LETTER).split('\n');
    await goTo(page, lines.findLastIndex((words) => words.startsWith(RATIONALE)) + 1, RATIONALE.length + 1);
    await page.keyboard.type(' The patient is 61 years old.');
    await goTo(page, lines.findIndex((words) => words.includes('twelve visits: Overturned')) + 1, 1);
    await page.keyboard.type('<!-- imr-disable-next-line dependent-contradicts-parent -- the therapy is needed all the same -->\n');
    await runCommand(page, 'IMR: Ready to Sign?');
    await quickPickRow(page, 'Acknowledge 1 warning and write the report');
    await vscode.picture('sign-off-2-warning');
    await page.keyboard.press('Enter');
    await quickPickRow(page, '2. To be authorized, as medically necessary');
    await vscode.picture('sign-off-2-read-back');
    await page.keyboard.press('Enter');
    const box = page.locator('.quick-input-widget:visible .quick-input-box input');
    await page.locator('.quick-input-widget', { hasText: 'Save the sign-off report' }).waitFor(PATIENCE);
    await until(async () => (await box.inputValue()).endsWith('contradicting-dependant.sign-off.html'), 'a place beside the letter');
    await page.keyboard.press('Enter');
    await notification(page, 'The letter is ready to sign.');
    const { ready, warnings, suppressions } = JSON.parse(vscode.textOf('contradicting-dependant.sign-off.json')) as Record<string, unknown>;
    assert.deepEqual([ready, warnings, (suppressions as unknown[]).length], [true, 1, 1]);
    assert.match(vscode.textOf(LETTER), /imr-disable-next-line/, 'the letter was saved first');
    await until(() => Promise.resolve(has('.imr/ledger.jsonl')), 'the ledger');
    const { rules } = JSON.parse(vscode.textOf('.imr/ledger.jsonl')) as { rules: Record<string, { dismissed: number }> };
    assert.equal(rules['dependent-contradicts-parent']?.dismissed, 1);
    await until(() => Promise.resolve(vscode.isThere('.imr/.gitignore')), 'the file that keeps the ledger out of git');
    assert.equal(vscode.textOf('.imr/.gitignore'), 'ledger.jsonl\n');
    await page.locator('.notification-toast').getByText('Show Report').click();
    await page.locator('.tab.active', { hasText: 'contradicting-dependant.sign-off.html' }).waitFor(PATIENCE);
    await page.frameLocator('iframe.webview').frameLocator('#active-frame').getByText('Ready to sign.').waitFor(PATIENCE);
    await vscode.picture('sign-off-3-ready');
  });

  function has(file: string): boolean {
    try {
      return vscode.textOf(file) !== '';
    } catch {
      return false;
    }
  }

  it('has a page that reads well in light, in dark and on paper', async () => {
    const context = await vscode.page.context().browser()!.newContext();
    const page = await context.newPage();
    await page.setContent(vscode.textOf('contradicting-dependant.sign-off.html'));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `build/screenshots/sign-off-4-${colorScheme}.png`, fullPage: true });
    }
    await context.close();
  });
});
