import assert from 'node:assert/strict';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import {
  completions, goTo, hoverAtCursor, languageStatus, notification, openFile, outline, problems, quickFixes, quickPickRow, runCommand, save,
  squiggles, until,
} from './workbench.ts';

const WRONG = 'wrong-guideline.md';
const MISSING = 'missing-rationale.md';
const DEPENDANT = 'contradicting-dependant.md';

describe('a reviewer in a real VS Code', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.open(WRONG);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** Puts the cursor before these words of the letter that is open, found in the disk's copy. */
  async function moveTo(words: string, letter = WRONG): Promise<void> {
    const { line, column } = placeOf(vscode.textOf(letter), words);
    await goTo(vscode.page, line, column);
  }

  it('sees what is wrong underlined, and listed in the Problems panel', async () => {
    const { page } = vscode;
    await moveTo('X-ray of the lumbar spine: Upheld');
    await squiggles(page, 'error');
    const rows = await problems(page, 'Chapter 11');
    assert.match(await rows.first().innerText(), /imr\s*\(?guideline-title-mismatch/);
    await (await problems(page, /knee/i)).first().waitFor();
    await vscode.picture('1-findings');
  });

  it('sees how the letter stands beside its language', async () => {
    await languageStatus(vscode.page, 'IMR: 3 items, ');
  });

  it('replaces the wrong chapter from the lightbulb', async () => {
    const { page } = vscode;
    await moveTo('Chapter 11');
    const fix = await quickFixes(page, /Chapter 12|12/);
    await vscode.picture('2-lightbulb');
    await fix.hover({ force: true });
    await fix.click();
    await saved(vscode, WRONG, /ACOEM Chapter 12 Low Back Complaints/);
    await vscode.picture('3-fixed');
  });

  it('reads about the guideline where the cursor is', async () => {
    const { page } = vscode;
    await moveTo('Knee Complaints');
    await hoverAtCursor(page, /Knee Complaints/);
    await vscode.picture('4-hover');
  });

  it('sees the disputed items in the outline', async () => {
    await outline(vscode.page, '1. MRI of the right knee without contrast');
    await vscode.picture('5-outline');
  });

  it('completes a rationale', async () => {
    const { page } = vscode;
    await openFile(page, MISSING);
    await moveTo('**Decision rationale:**\n', MISSING);
    await squiggles(page, 'error');
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    const template = await completions(page, /muscle relaxant/i);
    await vscode.picture('6-completion');
    await template.click();
    await saved(vscode, MISSING, /\*\*Decision rationale:\*\* The MTUS [^\n]+\n+### Acupuncture/);
    await vscode.picture('7-rationale');
  });

  it('checks a letter by command', async () => {
    const { page } = vscode;
    await openFile(page, DEPENDANT);
    await runCommand(page, 'IMR: Check Letter');
    await notification(page, 'IMR: 3 items: 1 error.');
    await vscode.picture('8-check');
  });

  it('inserts a guideline citation from a list', async () => {
    const { page } = vscode;
    await openFile(page, DEPENDANT);
    await moveTo('Surgical Considerations', DEPENDANT);
    await runCommand(page, 'IMR: Insert Guideline Citation…');
    await quickPickRow(page, 'Shoulder Complaints 2004');
    await vscode.picture('9-citations');
    await (await quickPickRow(page, 'Chronic Pain Medical Treatment 2016')).click();
    await saved(vscode, DEPENDANT, /MAXIMUS guideline:\*\* Decision based on MTUS Chronic Pain Medical Treatment 2016/);
    await vscode.picture('10-citation');
  });

  it('asks no machine but this one for anything', () => {
    assert.deepEqual(vscode.requestsOutside, []);
  });
});

/** Saves the letter in the editor and waits until the disk has these words. */
async function saved(vscode: VSCodeUnderTest, letter: string, expected: RegExp): Promise<void> {
  await until(async () => {
    await save(vscode.page);
    return expected.test(vscode.textOf(letter));
  }, `${letter} with ${String(expected)}`);
}

/** Line and column of the words, both counted from 1. */
function placeOf(text: string, words: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
