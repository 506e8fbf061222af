import assert from 'node:assert/strict';
import { soundLetter } from '../lsp/letters.ts';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, languageStatus, openFile, quickFixes, squiggles, until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'letter.md';
const LABEL = '**Literature:**';

describe('a reviewer with a folder of letters', () => {
  let vscode: VSCodeUnderTest;
  const offer = () => vscode.page.locator('.notification-toast', { hasText: 'a folder of letters?' });

  before(async () => {
    vscode = await startVSCode({ letters: null });
    vscode.write(LETTER, soundLetter.replaceAll('**MAXIMUS guideline:**', LABEL));
    vscode.write('other.md', soundLetter);
    vscode.set({ '[markdown]': { 'editor.minimap.enabled': true } });
    await vscode.open(LETTER);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** Waits until the file on the disk has these words. */
  async function written(file: string, words: RegExp): Promise<void> {
    await until(() => Promise.resolve(words.test(vscode.textOf(file))), `${file} with ${String(words)}`, () => vscode.page.waitForTimeout(200));
  }

  it('is offered to have it set up for letters, and keeps what is set already', async () => {
    await offer().waitFor(PATIENCE);
    await vscode.picture('folder offer');
    await offer().locator('.monaco-button', { hasText: 'Set Up This Folder' }).click();
    await offer().waitFor({ ...PATIENCE, state: 'detached' });
    await written('.vscode/settings.json', /autoSurround/);
    assert.deepEqual(JSON.parse(vscode.textOf('.vscode/settings.json')), {
      '[markdown]': {
        'editor.wordBasedSuggestions': 'off', 'editor.snippetSuggestions': 'bottom', 'editor.autoSurround': 'never',
        'editor.unusualLineTerminators': 'auto', 'editor.minimap.enabled': true,
      },
    });
  });

  it('is told once of a label that nobody knows, and teaches it to the folder', async () => {
    const { page } = vscode;
    assert.equal(await (await squiggles(page, 'warning')).count(), 1);
    const line = vscode.textOf(LETTER).split('\n').findIndex((words) => words.startsWith(LABEL)) + 1;
    await goTo(page, line, 4);
    const fix = await quickFixes(page, 'Teach the label “Literature” to .imr.yaml');
    await vscode.picture('folder teach');
    await fix.click();
    await page.locator('.squiggly-warning').first().waitFor({ ...PATIENCE, state: 'detached' });
    await written('.imr.yaml', /^labels:\n {2}reviewerGuideline:\n {4}- Literature\n$/);
  });

  it('is not asked again, at another letter or another day', async () => {
    const { page } = vscode;
    await openFile(page, 'other.md');
    await languageStatus(page, 'IMR: 2 items');
    assert.equal(await offer().count(), 0);
    await vscode.open(LETTER);
    await languageStatus(page, 'IMR: 2 items');
    assert.equal(await offer().count(), 0);
    assert.equal(await page.locator('.squiggly-warning').count(), 0);
  });
});
