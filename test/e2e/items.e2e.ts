import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, openFile, runCommand, until } from './workbench.ts';

const DEPENDANT = 'contradicting-dependant.md';
const MISSING = 'missing-rationale.md';
const PATIENCE = { timeout: 60_000 };

describe('a reviewer who wants to see the whole letter', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.open(DEPENDANT);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** The row of the view with these words as a screen reader says it. */
  async function row(spoken: string): Promise<Locator> {
    const found = vscode.page.locator(`.pane-body .monaco-list-row[aria-label*="${spoken}"]`);
    await found.first().waitFor(PATIENCE);
    return found.first();
  }

  async function cursorIsOn(line: number): Promise<void> {
    await vscode.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor(PATIENCE);
  }

  function lineOf(letter: string, words: string): number {
    return vscode.textOf(letter).split('\n').findIndex((line) => line.includes(words)) + 1;
  }

  it('sees the disputed items with their decisions, dependants under their parent', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Focus on Disputed Items View');
    assert.equal(await (await row('Item 1, Right shoulder arthroscopy with subacromial decompression, Upheld')).getAttribute('aria-level'), '1');
    const dependant = await row('Item 2, Associated surgical service: Physical therapy, twelve visits, Overturned, 1 error, depends on item 1');
    assert.equal(await dependant.getAttribute('aria-level'), '2');
    assert.equal(await (await row('Item 3, ')).getAttribute('aria-level'), '2');
    await vscode.picture('items-1-dependants');
  });

  it('goes to an item by keyboard', async () => {
    const { page } = vscode;
    await row('Item 3, ');
    // The list takes the focus only now that it has rows.
    await runCommand(page, 'IMR: Focus on Disputed Items View');
    await page.locator('.pane-body .monaco-list.focused, .pane-body .monaco-list:focus').first().waitFor(PATIENCE);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await cursorIsOn(lineOf(DEPENDANT, '### Associated surgical service: Cold'));
  });

  it('goes to an item by a click', async () => {
    await (await row('Item 1, ')).click();
    await cursorIsOn(lineOf(DEPENDANT, '### Right shoulder'));
  });

  it('sees what is missing, and it goes when it is there', async () => {
    const { page } = vscode;
    await openFile(page, MISSING);
    await row('Item 2, Cyclobenzaprine 7.5 mg, sixty count, Upheld, missing: rationale');
    await vscode.page.getByText('Missing: rationale').waitFor(PATIENCE);
    await vscode.picture('items-2-missing');
    const { length } = vscode.textOf(MISSING).split('\n').find((line) => line.includes('Cyclobenzaprine 7.5 mg, sixty count: Upheld')) ?? '';
    await goTo(page, lineOf(MISSING, '### Cyclobenzaprine'), length + 1);
    for (let letters = 'Upheld'.length; letters > 0; letters--) await page.keyboard.press('Backspace');
    await row('sixty count, no decision');
    await page.keyboard.type('Upheld');
    await row('sixty count, Upheld');
  });

  it('goes from item to item and round, by keyboard', async () => {
    const { page } = vscode;
    const lines = ['### EMG', '### Cyclobenzaprine', '### Acupuncture'].map((words) => lineOf(MISSING, words));
    await page.keyboard.press('Control+F7');
    await cursorIsOn(lines[2] ?? 0);
    await page.keyboard.press('Control+F7');
    await cursorIsOn(lines[0] ?? 0);
    await page.keyboard.press('Control+F7');
    await cursorIsOn(lines[1] ?? 0);
    await page.keyboard.press('Control+Shift+F7');
    await cursorIsOn(lines[0] ?? 0);
    await runCommand(page, 'IMR: Next Item');
    await cursorIsOn(lines[1] ?? 0);
    await runCommand(page, 'IMR: Previous Item');
    await cursorIsOn(lines[0] ?? 0);
  });

  it('goes to the next problem and reads about it, by keyboard', async () => {
    const { page } = vscode;
    const hover = page.locator('.monaco-hover:visible', { hasText: 'rationale' });
    const empty = vscode.textOf(MISSING).split('\n').indexOf('**Decision rationale:**') + 1;
    await page.keyboard.press('Control+F8');
    await cursorIsOn(empty);
    await hover.first().waitFor(PATIENCE);
    await vscode.picture('items-3-problem');
    await page.keyboard.press('Escape');
    await goTo(page, 1, 1);
    await page.keyboard.press('Control+Shift+F8');
    await cursorIsOn(empty);
    await goTo(page, 1, 1);
    await runCommand(page, 'IMR: Previous Problem in Letter');
    await cursorIsOn(empty);
  });

  it('opens the fixes of the next problem', async () => {
    const { page } = vscode;
    await goTo(page, 1, 1);
    const fixes = page.locator('.action-widget .monaco-list-row.action');
    await until(async () => {
      await runCommand(page, 'IMR: Fix Problem…');
      return fixes.first().waitFor({ timeout: 5000 }).then(() => true, () => false);
    }, 'the fixes', () => page.keyboard.press('Escape'));
    await vscode.picture('items-4-fixes');
    await page.keyboard.press('Escape');
  });

  it('chooses an item from a list', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Go to Item…');
    const choice = page.locator('.quick-input-list .monaco-list-row', { hasText: '3. Overturned: Acupuncture' });
    await choice.waitFor(PATIENCE);
    await page.keyboard.type('acup');
    await page.keyboard.press('Enter');
    await cursorIsOn(lineOf(MISSING, '### Acupuncture'));
  });
});
