import { choose, command, errorsLeft } from './keyboard.ts';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { completions, hoverAtCursor, openFile, quickFixes, runCommand } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'contradicting-dependant.md';
const RULE = 'dependent-contradicts-parent';

describe('a reviewer who asks why', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.open(LETTER);
    await errorsLeft(vscode.page, 4);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** Waits for the heading of a page as the preview shows it. */
  const reads = (heading: string) => vscode.page.locator('.tab.active', { hasText: /Preview|\.md/ }).waitFor(PATIENCE)
    .then(() => page(heading).waitFor(PATIENCE));
  const page = (heading: string) => vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').getByRole('heading', { name: heading, exact: true });
  const back = async () => {
    await runCommand(vscode.page, 'View: Close Editor');
    await openFile(vscode.page, LETTER);
  };

  it('reads the page behind the code of a finding', async () => {
    await command(vscode.page, 'IMR: Next Problem in Letter');
    const hover = await hoverAtCursor(vscode.page, RULE);
    await vscode.picture('explain-1-hover');
    await hover.locator('a', { hasText: RULE }).first().click();
    await reads(RULE);
    await vscode.picture('explain-2-page');
  });

  it('goes from one page to the list of all, and from there to another', async () => {
    const frame = vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await frame.getByRole('link', { name: 'dependent items' }).click();
    await page('The rules').waitFor(PATIENCE);
    await vscode.picture('explain-3-rules');
    await frame.getByRole('link', { name: 'circular-dependency' }).click();
    await page('circular-dependency').waitFor(PATIENCE);
    await back();
  });

  it('is offered it by the lightbulb', async () => {
    await command(vscode.page, 'IMR: Next Problem in Letter');
    await (await quickFixes(vscode.page, `Explain “${RULE}”`)).click();
    await reads(RULE);
    await back();
  });

  it('asks for any rule, what was found at the cursor first: IMR: Explain Rule', async () => {
    await command(vscode.page, 'IMR: Next Problem in Letter');
    await command(vscode.page, 'IMR: Explain Rule');
    await vscode.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'found at the cursor' }).waitFor(PATIENCE);
    await vscode.picture('explain-4-list');
    await choose(vscode.page, 'date-order', 'date-order');
    await reads('date-order');
    await back();
  });

  it('names a rule in the settings of a folder by completion', async () => {
    vscode.write('.imr.yaml', 'rules:\n  \n');
    await openFile(vscode.page, '.imr.yaml');
    await vscode.page.keyboard.press('Control+End');
    await vscode.page.keyboard.press('ArrowUp');
    await vscode.page.keyboard.press('End');
    await vscode.page.keyboard.type('  later');
    await completions(vscode.page, 'laterality-mismatch');
    await vscode.picture('explain-5-settings');
  });
});
