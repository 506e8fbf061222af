import assert from 'node:assert/strict';
import { startOnLetter, type VSCodeUnderTest } from './vscode.ts';
import { goTo, languageStatus, openFile, quickFixes, quickPickRow, runCommand, save, until } from './workbench.ts';

const LETTER = 'hands.md';
const PATIENCE = { timeout: 60_000 };
const item = (title: string, words: string): string => `### ${title}: Upheld

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Activity Alteration.

**Decision rationale:** ${words} Therefore, the request for the ${title.charAt(0).toLowerCase()}${title.slice(1)} is not medically necessary.
`;
const TEXT = `---
case-number: CM16-9100081
ur-denial-date: 2016-11-08
disputed-items:
  - Knee brace
  - Walking cane and raised toilet seat
  - Delivery of the brace
---

## IMR Issues, Decisions and Rationales

${item('Knee brace', 'The knee is stable on examination.')}
${item('Walking cane and raised toilet seat', 'His gait is steady.')}
${item('Delivery of the brace', 'As the brace in item 1 is denied, nothing is left to deliver.')}`;

describe('a reviewer who puts items in another order', () => {
  let vscode: VSCodeUnderTest;

  before(async () => { vscode = await startOnLetter(LETTER, TEXT); });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  const titles = (): string[] => [...vscode.textOf(LETTER).matchAll(/^### (.+): Upheld$/gm)].map(([, title = '']) => title);
  /** Saves until the letter on disk is so. */
  async function saved(isSo: () => boolean, what: string): Promise<void> {
    await until(async () => {
      await save(vscode.page);
      return isSo();
    }, what);
  }
  const lineOf = (words: string): number => vscode.textOf(LETTER).split('\n').findIndex((line) => line.startsWith(words)) + 1;

  it('moves one down, and what names it follows', async () => {
    const { page } = vscode;
    await languageStatus(page, 'IMR: 3 items');
    await goTo(page, lineOf('### Knee brace'), 5);
    await runCommand(page, 'IMR: Move Item Down');
    await saved(() => titles()[1] === 'Knee brace', 'the brace as item 2');
    assert.match(vscode.textOf(LETTER), /As the brace in item 2 is denied/);
    assert.match(vscode.textOf(LETTER), /disputed-items:\n {2}- Walking cane and raised toilet seat\n {2}- Knee brace\n/);
    await vscode.picture('hands-1-moved');
  });

  it('moves it up again with the cursor where it was left, and to any place by a list', async () => {
    const { page } = vscode;
    await runCommand(page, 'IMR: Move Item Up');
    await saved(() => vscode.textOf(LETTER) === TEXT, 'the letter as it was');
    await runCommand(page, 'IMR: Move Item…');
    await (await quickPickRow(page, '3. Delivery of the brace')).click();
    await saved(() => titles()[2] === 'Knee brace', 'the brace as item 3');
    assert.match(vscode.textOf(LETTER), /As the brace in item 3 is denied/);
  });

  it('splits one by a command, and merges two from the menu of the view', async () => {
    const { page } = vscode;
    await goTo(page, lineOf('### Walking cane'), 5);
    await runCommand(page, 'IMR: Split Item');
    await saved(() => titles().join() === 'Walking cane,Raised toilet seat,Delivery of the brace,Knee brace', 'four items');
    assert.match(vscode.textOf(LETTER), /As the brace in item 4 is denied/);
    await runCommand(page, 'IMR: Focus on Disputed Items View');
    const row = page.locator('.pane-body .monaco-list-row[aria-label*="Item 2, Raised toilet seat"]').first();
    await row.click({ ...PATIENCE, button: 'right' });
    const entry = page.locator('.monaco-menu .action-item', { hasText: 'Merge Item with…' }).first();
    await entry.waitFor(PATIENCE);
    await vscode.picture('hands-2-menu');
    await entry.click();
    await (await quickPickRow(page, '1. Walking cane')).click();
    await saved(() => titles()[0] === 'Walking cane and raised toilet seat', 'three items');
    assert.match(vscode.textOf(LETTER), /As the brace in item 3 is denied/);
    await runCommand(page, 'IMR: Merge Item with…');
    await quickPickRow(page, '3. Knee brace');
    await page.keyboard.press('Escape');
  });

  it('does the same on a heading by the lightbulb’s key', async () => {
    const { page } = vscode;
    await goTo(page, lineOf('### Knee brace'), 5);
    await (await quickFixes(page, 'Move item 3 up')).click();
    await saved(() => titles()[1] === 'Knee brace', 'the brace as item 2');
  });

  it('looks at what a request is usually judged by, and goes to the sentence', async () => {
    const { page } = vscode;
    vscode.write(IMAGING, MRI);
    await openFile(page, IMAGING);
    await languageStatus(page, 'IMR: 1 item');
    await goTo(page, MRI.split('\n').findIndex((line) => line.startsWith('###')) + 1, 5);
    await runCommand(page, 'IMR: Show Criteria of Item');
    const row = await quickPickRow(page, 'not met: whether a red flag is present');
    await vscode.picture('hands-3-criteria');
    await row.click();
    await page.locator('.statusbar-item', { hasText: `Ln ${MRI.split('\n').findIndex((line) => line.includes('no red flag')) + 1}, Col 25` }).waitFor(PATIENCE);
  });
});

const IMAGING = 'imaging.md';
const MRI = `---
case-number: CM16-9100082
ur-denial-date: 2016-11-08
---

## Clinical Case Summary

The injured worker has neck pain. Six visits of therapy were of some help.

## IMR Issues, Decisions and Rationales

### MRI of the cervical spine: Upheld

**MAXIMUS guideline:** Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special Studies.

**Decision rationale:** There is no red flag on record. The MTUS asks for failure of conservative care first. Therefore, the request for MRI of the cervical spine is not medically necessary.
`;
