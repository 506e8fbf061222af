import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, quickPickRow, runCommand, squiggles } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
/** By name, with the classes that VS Code gives its workbench in that theme. */
const THEMES = {
  'Light Modern': '.vs', 'Dark Modern': '.vs-dark', 'Dark High Contrast': '.hc-black', 'Light High Contrast': '.hc-light',
};

describe('a reviewer with a theme of her own', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.page.emulateMedia({ reducedMotion: 'reduce' });
    await vscode.open('contradicting-dependant.md');
    await runCommand(vscode.page, 'IMR: Focus on Disputed Items View');
    await vscode.page.locator('.pane-body .monaco-list-row[aria-label*="Item 2, "]').first().waitFor(PATIENCE);
    const lines = vscode.textOf('contradicting-dependant.md').split('\n');
    await goTo(vscode.page, lines.findIndex((line) => line.startsWith('### Associated surgical service: Cold')) + 1, 1);
    await vscode.page.locator('.codelens-decoration', { hasText: 'depends on item 1, Upheld' }).first().waitFor(PATIENCE);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  for (const [theme, className] of Object.entries(THEMES)) {
    it(`sees findings, items and what stands above them in ${theme}`, async () => {
      const { page } = vscode;
      await runCommand(page, 'Preferences: Color Theme');
      await page.keyboard.type(theme);
      await (await quickPickRow(page, theme)).click();
      await page.locator(`.monaco-workbench${className}`).waitFor(PATIENCE);
      await squiggles(page, 'error');
      await vscode.picture(`themes-${theme.toLowerCase().replaceAll(' ', '-')}`);
    });
  }
});
