import type { Locator } from 'playwright-core';
import { packTestExtension } from './test-extension.ts';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { languageStatus, quickPickRow, runCommand, until } from './workbench.ts';

const MISSING = 'missing-rationale.md';
const PATIENCE = { timeout: 60_000 };

// VS Code gives a chat participant no question while it has no language model, so there is one here that must not be asked.
describe('a reviewer who asks in the chat', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode({ alongside: [packTestExtension('stub-model')], settings: { 'chat.disableAIFeatures': false } });
    await vscode.open(MISSING);
    await languageStatus(vscode.page, 'IMR: 3 items');
    await runCommand(vscode.page, 'Chat: Open Chat');
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** Asks until it is answered with these words: VS Code looks for a model only once a question is there, and refuses the first one. */
  async function ask(question: string, words: RegExp): Promise<Locator> {
    const { page } = vscode;
    const answer = page.locator('.interactive-response', { hasText: words }).last();
    await until(async () => {
      await page.locator('.interactive-input-part .monaco-editor').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(question);
      // Else the list of commands takes the Enter.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      return answer.waitFor({ timeout: 5000 }).then(() => true, () => false);
    }, `an answer to ${question}`);
    return answer;
  }

  it('sees what is wrong, without a word of the letter, and goes there', async () => {
    const answer = await ask('@imr /check', /3 items: 1 error\..*Every disputed item states why.*No words of the letter are in this answer\./s);
    await vscode.page.getByText('Say it with the words of the letter').first().waitFor(PATIENCE);
    await vscode.picture('chat-1-check');
    await answer.locator('.chat-inline-anchor-widget').first().click();
    await vscode.page.locator('.statusbar-item', { hasText: 'Ln 43,' }).waitFor(PATIENCE);
  });

  it('sees the items', async () => {
    await ask('@imr /items', /2\. Upheld: Cyclobenzaprine 7\.5 mg, sixty count \(missing: rationale, 1 error\).*the titles and decisions only/s);
    await vscode.picture('chat-2-items');
  });

  it('looks a citation up', async () => {
    await ask('@imr MTUS Chronic Pain Medical Treatment 2009', /no longer in force\..*In force on that day instead:.*July 28, 2016/s);
    await vscode.picture('chat-3-cite');
  });

  it('gets templates, and inserts one into the item by a button', async () => {
    const answer = await ask('@imr /rationale', /Item 2, Cyclobenzaprine.*Muscle relaxant/s);
    await vscode.picture('chat-4-rationale');
    await answer.getByText('Insert Rationale into Item 2…').click();
    await (await quickPickRow(vscode.page, 'Muscle relaxant')).click();
    await vscode.page.locator('.view-line', { hasText: 'Therefore, the request for Cyclobenzaprine' }).first().waitFor(PATIENCE);
    await vscode.picture('chat-5-inserted');
  });

  it('finds the tools for the assistant', async () => {
    const { page } = vscode;
    const tool = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'imrCheckLetter' });
    await until(async () => {
      await page.locator('.interactive-input-part .monaco-editor').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('#imrCheck');
      return tool.first().waitFor({ timeout: 5000 }).then(() => true, () => false);
    }, 'the tool in the chat');
    await vscode.picture('chat-6-tools');
  });
});
