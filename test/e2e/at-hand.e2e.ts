import assert from 'node:assert/strict';
import { selected } from './keyboard.ts';
import { startOnLetter, type VSCodeUnderTest } from './vscode.ts';
import { goTo, languageStatus, notification, quickPickRow, runCommand, save, until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'half-written.md';
const DRAFT = `---
case-number: CM21-9000311
ur-denial-date: 2021-03-02
decision-date: 2021-04-05
---

# Independent Medical Review Final Determination

## How the IMR Final Determination Was Made

The reviewer is licensed in California.

## Clinical Case Summary

A 52 year old roofer with [[diagnosis]] after a fall of [[date]].

## IMR Issues, Decisions and Rationales

### Crutches: Upheld

**Claims Administrator guideline:** Decision based on MTUS Knee Disorders 2019.

**MAXIMUS guideline:** Decision based on MTUS Knee Disorders 2019.

**Decision rationale:** He walks [[how far]] without an aid. The crutches are not medically necessary.
`;

describe('a reviewer who looks for IMR where VS Code keeps things', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startOnLetter(LETTER, DRAFT);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  it('sees in the status bar how the letter stands, and a click goes to what is open', async () => {
    const { page } = vscode;
    await languageStatus(page, 'IMR: 1 item, ');
    await page.locator('.statusbar-item', { hasText: 'IMR: 1 item' }).click();
    await selected(page, '[[diagnosis]]');
  });

  it('goes on to the next blank by Tab, and back, though no snippet is under way', async () => {
    const { page } = vscode;
    await page.keyboard.press('Tab');
    await selected(page, '[[date]]');
    await page.keyboard.press('Tab');
    await selected(page, '[[how far]]');
    await page.keyboard.press('Shift+Tab');
    await selected(page, '[[date]]');
  });

  it('fills a blank in by typing over it, and finds the next by command', async () => {
    const { page } = vscode;
    await page.keyboard.type('January 9, 2020');
    await runCommand(page, 'IMR: Previous Blank');
    await selected(page, '[[diagnosis]]');
    await runCommand(page, 'IMR: Next Blank');
    await selected(page, '[[how far]]');
    await save(page);
    assert.match(vscode.textOf(LETTER), /after a fall of January 9, 2020\./);
  });

  it('leaves Tab alone elsewhere in the letter', async () => {
    const { page } = vscode;
    const line = vscode.textOf(LETTER).split('\n').findIndex((words) => words.startsWith('The reviewer')) + 1;
    await goTo(page, line, 1);
    await page.keyboard.press('Tab');
    await save(page);
    assert.ok(vscode.textOf(LETTER).split('\n').some((words) => words.trimStart() !== words && words.includes('The reviewer')));
  });

  it('finds the commands in the menu of the right mouse button', async () => {
    const { page } = vscode;
    await page.locator('.view-lines .view-line', { hasText: 'He walks' }).click({ button: 'right' });
    const menu = page.locator('.monaco-menu .action-item', { hasText: /^IMR$/ });
    await menu.first().waitFor(PATIENCE);
    await menu.first().hover();
    await page.locator('.monaco-menu .action-item', { hasText: /^Show Letter as It Will Read$/ }).waitFor(PATIENCE);
    await vscode.picture('at-hand-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('reads a template before it is taken, under the name of the item', async () => {
    const { page } = vscode;
    await goTo(page, DRAFT.split('\n').findIndex((words) => words.startsWith('**Decision rationale')) + 1, 3);
    await runCommand(page, 'IMR: Insert Rationale…');
    await page.locator('.quick-input-widget', { hasText: 'Insert Rationale: Item 1, Crutches' }).waitFor(PATIENCE);
    await quickPickRow(page, 'Fits this item');
    await quickPickRow(page, 'The MTUS does not address durable medical equipment');
    await vscode.picture('at-hand-templates');
    await page.keyboard.press('Escape');
  });

  it('sees the letter as it will read, beside the draft', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Show Letter as It Will Read');
    await page.locator('.tab', { hasText: `Preview ${LETTER}` }).waitFor(PATIENCE);
  });

  it('starts the checker anew, and it checks', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Restart Server');
    await notification(page, 'The checker has started again');
    await languageStatus(page, 'IMR: 1 item, ');
    await runCommand(page, 'IMR: Show Output');
    await until(async () => (await page.locator('.panel .pane-header, .panel .composite.title').allTextContents()).some((words) => /output/i.test(words)), 'the output');
  });
});
