import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, openFile, quickPickRow, runCommand } from './workbench.ts';

const DEPENDANT = 'contradicting-dependant.md';
const GUIDELINE = 'wrong-guideline.md';
const PATIENCE = { timeout: 60_000 };
const THEMES = ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'];

describe('a reviewer who wants to see the letter as it will read', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.open(GUIDELINE);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** What a panel shows: a page in a page in the workbench. */
  function shown(): FrameLocator {
    return vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  async function pictures(name: string): Promise<void> {
    for (const theme of THEMES) {
      await runCommand(vscode.page, 'Preferences: Color Theme');
      await vscode.page.keyboard.type(theme);
      await quickPickRow(vscode.page, theme);
      await vscode.page.keyboard.press('Enter');
      const kind = theme.includes('High Contrast') ? 'vscode-high-contrast' : `vscode-${theme.startsWith('Light') ? 'light' : 'dark'}`;
      await shown().locator(`body.${kind}`).waitFor(PATIENCE);
      await vscode.picture(`${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  }

  it('sees head, decisions and findings in the preview', async () => {
    await runCommand(vscode.page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(vscode.page, 'Markdown: Open Preview to the Side');
    await shown().locator('.imr-notes.imr-error', { hasText: 'is about the knee' }).waitFor(PATIENCE);
    assert.equal(await shown().locator('.imr-head td').first().textContent(), 'CM16-9000102');
    assert.deepEqual(await shown().locator('.imr-badge').allTextContents(), ['Overturned', 'Upheld', 'Overturned']);
    await vscode.picture('looking-1-preview-head');
    await shown().locator('.imr-badge').first().evaluate((badge) => badge.scrollIntoView());
    await pictures('looking-2-preview');
  });

  it('sees the whole letter at a glance', async () => {
    const { page } = vscode;
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, DEPENDANT);
    await runCommand(page, 'IMR: Show Letter Summary');
    await shown().getByRole('heading', { name: 'CM16-9000103' }).waitFor(PATIENCE);
    await shown().getByText('3 items: 1 overturned, 2 upheld').waitFor(PATIENCE);
    await pictures('looking-3-summary');
    await shown().locator('.graph').scrollIntoViewIfNeeded();
    await pictures('looking-4-summary-below');
  });
});
