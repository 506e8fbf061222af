import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, openFile, quickFixes, quickPickRow, runCommand, save, until } from './workbench.ts';

const DEPENDANT = 'contradicting-dependant.md';
const GUIDELINE = 'wrong-guideline.md';
const PATIENCE = { timeout: 60_000 };
/** By name, with the class that VS Code gives a page in that theme. */
const THEMES = {
  'Dark Modern': 'vscode-dark', 'Dark High Contrast': 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  'Light High Contrast': 'vscode-high-contrast-light', 'Light Modern': 'vscode-light',
};

describe('a reviewer who looks at a letter', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.open(GUIDELINE);
    await runCommand(vscode.page, 'View: Toggle Primary Side Bar Visibility');
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** What the panel beside the letter shows: a page in a page of the workbench. */
  function shown(): FrameLocator {
    return vscode.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  async function pictures(name: string): Promise<void> {
    for (const [theme, className] of Object.entries(THEMES)) {
      await runCommand(vscode.page, 'Preferences: Color Theme');
      await vscode.page.keyboard.type(theme);
      await (await quickPickRow(vscode.page, theme)).click();
      await shown().locator(`body.${className}`).waitFor(PATIENCE);
      await vscode.picture(`${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  }

  function lineOf(letter: string, words: string): number {
    return vscode.textOf(letter).split('\n').findIndex((line) => line.includes(words)) + 1;
  }

  /** Follows a link of the page, and once more where a busy workbench has lost it. */
  async function follow(how: () => Promise<void>, line: number): Promise<void> {
    const place = vscode.page.locator('.statusbar-item', { hasText: `Ln ${line},` });
    await until(async () => {
      await how();
      return place.waitFor({ timeout: 10_000 }).then(() => true, () => false);
    }, `line ${line}`);
  }

  describe('as it will read', () => {
    const error = () => shown().locator('.imr-notes.imr-error', { hasText: 'Item 1 is about the knee' });

    it('sees the head, the decisions, and each finding beside its place', async () => {
      await runCommand(vscode.page, 'Markdown: Open Preview to the Side');
      await error().waitFor(PATIENCE);
      assert.equal(await shown().locator('.imr-head td').first().textContent(), 'CM16-9000102');
      assert.deepEqual(await shown().locator('.imr-badge').allTextContents(), ['Overturned', 'Upheld', 'Overturned']);
      assert.equal(await shown().locator('table.frontmatter:visible').count(), 0);
      await vscode.picture('looking-1-head');
      await shown().locator('.imr-badge').first().evaluate((badge) => badge.scrollIntoView());
      await pictures('looking-2-preview');
    });

    it('sees a finding go once it is mended, and goes on typing', async () => {
      const { page } = vscode;
      const cited = '**MAXIMUS guideline:** Decision based on MTUS Low';
      await runCommand(page, 'View: Focus First Editor Group');
      await goTo(page, lineOf(GUIDELINE, cited), cited.length);
      await (await quickFixes(page, 'Knee Complaints 2004')).click();
      await error().waitFor({ ...PATIENCE, state: 'detached' });
      await page.keyboard.press('Home');
      await page.keyboard.type('The keyboard stays. ');
      await shown().getByText('The keyboard stays.').waitFor(PATIENCE);
    });
  });

  describe('at a glance', () => {
    before(async () => {
      await runCommand(vscode.page, 'View: Focus First Editor Group');
      await save(vscode.page);
      await runCommand(vscode.page, 'View: Close All Editors');
      await openFile(vscode.page, DEPENDANT);
    });

    it('sees decisions, guidelines, dates and dependence', async () => {
      await runCommand(vscode.page, 'IMR: Show Letter Summary');
      await shown().getByRole('heading', { name: 'CM16-9000103' }).waitFor(PATIENCE);
      await shown().getByText('3 items: 1 overturned, 2 upheld').waitFor(PATIENCE);
      await shown().getByLabel('UR denial: 11/21/2016, 9 months later').waitFor(PATIENCE);
      await shown().getByLabel('item 2 depends on item 1; item 3 depends on item 1').waitFor(PATIENCE);
      await pictures('looking-3-summary');
      await shown().locator('.graph').scrollIntoViewIfNeeded();
      await pictures('looking-4-dependence');
    });

    it('goes from there to the place in the letter, by a click and by keyboard', async () => {
      const guideline = shown().getByRole('link', { name: 'Postsurgical Treatment 2009' });
      await follow(() => guideline.click(), lineOf(DEPENDANT, '**MAXIMUS guideline:** Decision based on MTUS Postsurgical'));
      await follow(async () => {
        await shown().getByRole('link', { name: /^Item 3, / }).focus();
        await vscode.page.keyboard.press('Enter');
      }, lineOf(DEPENDANT, '### Associated surgical service: Cold'));
    });

    it('sees a decision change as it is typed', async () => {
      const { page } = vscode;
      const heading = '### Associated surgical service: Physical therapy, twelve visits: Overturned';
      await goTo(page, lineOf(DEPENDANT, heading), heading.length + 1);
      for (let letters = 'Overturned'.length; letters > 0; letters--) await page.keyboard.press('Backspace');
      await shown().getByText('3 items: 2 upheld, 1 undecided').waitFor(PATIENCE);
      await page.keyboard.type('Upheld');
      await shown().getByText('3 items: 3 upheld').waitFor(PATIENCE);
    });
  });
});
