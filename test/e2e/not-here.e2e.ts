import assert from 'node:assert/strict';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, notification, openFile, problems, quickFixes, runCommand, until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'brace.txt';
const TITLE = 'Knee brace: Upheld';
const CONCLUSION = 'Therefore, the brace is medically necessary.';
const TEXT = `Case Number: CM16-9100074

IMR ISSUES, DECISIONS AND RATIONALES

${TITLE}

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Activity Alteration.

Decision rationale: The joint gives way on stairs. ${CONCLUSION}
`;
const FILE = '.imr/decisions.jsonl';

describe('a reviewer who says “not here” of a plain text letter', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode({ letters: null });
    vscode.set({ 'imr.reviewer': 'Dr. Ames' });
    vscode.write(LETTER, TEXT);
    await vscode.open(LETTER);
    // Of plain text alone VS Code doesn't start the extension.
    await runCommand(vscode.page, 'IMR: Focus on Disputed Items View');
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  const lineOf = (words: string) => TEXT.split('\n').findIndex((line) => line.includes(words)) + 1;
  const row = () => vscode.page.locator('.markers-panel-container .monaco-list-row', { hasText: 'conclusion-contradicts-decision' });

  it('is asked for the reason, and the finding is gone', async () => {
    const { page } = vscode;
    await problems(page, 'conclusion-contradicts-decision');
    await openFile(page, LETTER);
    const line = lineOf(CONCLUSION);
    await goTo(page, line, TEXT.split('\n')[line - 1]!.indexOf(CONCLUSION) + 40);
    await (await quickFixes(page, 'kept outside of the letter')).click();
    await page.locator('.quick-input-widget', { hasText: 'Not here, because' }).waitFor(PATIENCE);
    await page.keyboard.type('the firm writes its verdicts so');
    await vscode.picture('not-here-1-reason');
    await page.keyboard.press('Enter');
    await notification(page, 'Kept in .imr/decisions.jsonl');
    const { letter, rule, item, reason, who } = JSON.parse(vscode.textOf(FILE)) as Record<string, unknown>;
    assert.deepEqual([letter, rule, item, reason, who], ['CM16-9100074', 'conclusion-contradicts-decision', 'Knee brace', 'the firm writes its verdicts so', 'Dr. Ames']);
    await row().waitFor({ ...PATIENCE, state: 'detached' });
    await vscode.picture('not-here-2-gone');
  });

  it('has it back by Undo', async () => {
    await vscode.page.locator('.notification-toast').getByText('Undo').click();
    await row().waitFor(PATIENCE);
    await until(() => Promise.resolve(vscode.textOf(FILE) === ''), 'an empty file');
  });
});
