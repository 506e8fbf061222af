import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { notification, openFile, quickPickRow, runCommand, until } from './workbench.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const PATIENCE = { timeout: 60_000 };

describe('a reviewer who starts from an empty window', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await vscode.open('wrong-guideline.md');
    await closeAll();
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  async function closeAll(): Promise<void> {
    const { page } = vscode;
    await runCommand(page, 'View: Close All Editors');
    const dontSave = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Don\'t Save' });
    await until(async () => {
      await dontSave.click({ timeout: 1000 }).catch(() => {});
      return await page.locator('.tab').count() === 0;
    }, 'an empty window');
  }

  async function copy(text: string): Promise<void> {
    await vscode.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /** Answers the question that is asked with these words. */
  async function answer(question: string, words: string): Promise<void> {
    const { page } = vscode;
    await page.locator('.quick-input-widget', { hasText: question }).waitFor(PATIENCE);
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }

  async function row(spoken: string): Promise<void> {
    await vscode.page.locator(`.pane-body .monaco-list-row[aria-label*="${spoken}"]`).first().waitFor(PATIENCE);
  }

  it('finds the ways to begin in the empty view', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Focus on Disputed Items View');
    for (const name of ['New Determination', 'Paste Letter as Draft', 'Open Walkthrough']) {
      await page.locator('.welcome-view').getByRole('button', { name }).waitFor(PATIENCE);
    }
    await vscode.picture('starting-1-empty');
  });

  it('answers a few questions and has a letter', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: New Determination');
    await answer('Case number', 'cm16 9000042');
    await answer('Date of injury', '2/31/2016');
    await page.locator('.quick-input-widget', { hasText: 'This is no date' }).waitFor(PATIENCE);
    await vscode.picture('starting-2-question');
    await page.keyboard.press('Control+A');
    await answer('Date of injury', '3/9/2015');
    await answer('UR denial', 'Nov 14, 2016');
    for (const question of ['application was received', 'case was assigned', 'of the decision']) await answer(question, '');
    await answer('Your specialty', 'Orthopedic Surgery');
    await answer('Disputed Items', 'Left knee arthroscopy');
    await copy('Norco 10/325 mg #120 (#60 authorized)\nCrutches (depends on item 1)\n');
    await page.locator('.quick-input-widget', { hasText: 'with 1 item' }).waitFor(PATIENCE);
    await page.keyboard.press('Control+V');
    await page.locator('.quick-input-widget', { hasText: 'with 3 items' }).waitFor(PATIENCE);
    await vscode.picture('starting-3-items');
    await page.keyboard.press('Escape');
  });

  it('goes on where Escape has left the questions, and changes an item', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: New Determination');
    await (await quickPickRow(page, 'Go on where you stopped')).click();
    await page.locator('.quick-input-widget', { hasText: 'with 3 items' }).waitFor(PATIENCE);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(async () => await page.locator('.quick-input-widget .quick-input-box input').inputValue() === 'Left knee arthroscopy', 'the first item in the box');
    await page.keyboard.type(' with debridement');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: '1. Left knee arthroscopy with debridement' }).waitFor(PATIENCE);
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'ur-denial-date: 2016-11-14' }).waitFor(PATIENCE);
    await row('Item 1, Left knee arthroscopy with debridement');
    await row('The remaining IMR eligible portion of the original request, Norco 10/325 mg #60');
    await row('Item 3, Crutches');
    await vscode.picture('starting-4-new-letter');
  });

  it('fills the blanks from tab stop to tab stop', async () => {
    const { page } = vscode;
    await page.keyboard.type('2016-12-01');
    await page.locator('.view-line', { hasText: 'application-received: 2016-12-01' }).waitFor(PATIENCE);
    await page.keyboard.press('Tab');
    await page.keyboard.type('2016-12-13');
    await page.locator('.view-line', { hasText: 'date-assigned: 2016-12-13' }).waitFor(PATIENCE);
  });

  it('makes a draft of a letter on the clipboard', async () => {
    await closeAll();
    await copy(readFileSync(join(FIXTURES, 'clean-2014-on.txt'), 'utf8'));
    await runCommand(vscode.page, 'IMR: Paste Letter as Draft');
    await notification(vscode.page, 'made from the clipboard');
    await row('Item 1, ');
    await vscode.picture('starting-5-pasted');
  });

  it('makes a draft of a letter that stands in a text file, which stays as it is', async () => {
    const { page } = vscode;
    await closeAll();
    const text = readFileSync(join(FIXTURES, 'clean-2014-on.txt'), 'utf8');
    vscode.write('received.txt', text);
    await openFile(page, 'received.txt');
    await row('Item 1, ');
    await runCommand(page, 'IMR: Make a Draft of This Letter');
    await notification(page, 'made from this letter');
    await page.locator('.view-line', { hasText: 'case-number: CM16' }).waitFor(PATIENCE);
    assert.equal(vscode.textOf('received.txt'), text);
  });

  it('is told when the clipboard holds no letter', async () => {
    await copy('Flour, water, salt');
    await runCommand(vscode.page, 'IMR: Paste Letter as Draft');
    await notification(vscode.page, 'no determination letter');
  });

  it('opens the sample letter from the palette', async () => {
    await closeAll();
    await runCommand(vscode.page, 'IMR: Open Sample Letter');
    await row('Item 1, ');
  });

  it('learns it in five steps on a sample letter', async () => {
    const { page } = vscode;
    await closeAll();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'IMR: Open Walkthrough');
    const step = (name: string) => page.locator('.getting-started-step', { hasText: name });
    await step('Check the letter').waitFor(PATIENCE);
    await vscode.picture('starting-6-walkthrough');
    await page.getByRole('button', { name: 'Open Sample Letter' }).click();
    await row('Item 2, Cyclobenzaprine 7.5 mg, sixty count, Upheld, missing: rationale');
    await runCommand(page, 'IMR: Next Problem in Letter');
    await page.locator('.monaco-hover:visible', { hasText: 'Chapter 1' }).first().waitFor(PATIENCE);
    await vscode.picture('starting-7-sample');
    await runCommand(page, 'IMR: Fix Problem…');
    await page.locator('.action-widget .monaco-list-row.action').first().waitFor(PATIENCE);
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Chapter 12' }).waitFor(PATIENCE);
    await runCommand(page, 'IMR: Next Problem in Letter');
    await runCommand(page, 'IMR: Insert Rationale…');
    await (await quickPickRow(page, 'uscle relaxant')).click();
    await row('Item 2, Cyclobenzaprine 7.5 mg, sixty count, Upheld, missing: ');
    await runCommand(page, 'IMR: Check Letter');
    await notification(page, 'IMR: 2 items');
    await vscode.picture('starting-8-checked');
    await runCommand(page, 'IMR: Open Walkthrough');
    await until(async () => await page.locator('.getting-started-step .codicon-getting-started-step-checked').count() >= 5, 'five steps done');
    await vscode.picture('starting-9-done');
  });
});
