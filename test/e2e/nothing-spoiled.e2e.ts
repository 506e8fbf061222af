import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { answer, command, reads, selected } from './keyboard.ts';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { goTo, openFile, until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'letter.md';
const DECISION = '[[Upheld or Overturned]]';
const ITEM = (title: string, rationale: string): string =>
  `### ${title}: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** ${rationale}\n\n`;

describe('a reviewer whose letter nothing spoils', () => {
  let vscode: VSCodeUnderTest;
  const press = (key: string) => vscode.page.keyboard.press(key);

  before(async () => {
    vscode = await startVSCode({ letters: null });
    vscode.write(LETTER, `---\ncase-number: CM16-9000109\n---\n\n# Independent Medical Review Final Determination\n\n## IMR Issues, Decisions and Rationales\n\n`
      + ITEM('Norco 10/325 mg #120', 'The pain of [[date]] is unchanged. The dose is [[daily dose]]. Norco 10/325 mg #120 is not medically necessary.'));
    // Its blanks tell when it was checked.
    vscode.set({ 'imr.show': 'everything' });
    await vscode.open(LETTER);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  it('sees no colour on a quantity', async () => {
    await reads(vscode.page, '#120');
    await vscode.page.locator('.squiggly-error').first().waitFor({ ...PATIENCE, state: 'attached' });
    assert.equal(await vscode.page.locator('.colorpicker-color-decoration, [class*="ced-colorBox"]').count(), 0);
  });

  it('can press the button “Check Letter” of the view', async () => {
    await command(vscode.page, 'IMR: Focus on Disputed Items View');
    // Of several views each shows its buttons where the pointer is.
    await vscode.page.locator('.pane-header', { hasText: 'Disputed Items' }).hover();
    const button = vscode.page.locator('.action-item:not(.disabled) .action-label[aria-label^="Check Letter"]');
    await button.first().waitFor(PATIENCE);
    assert.notEqual(await button.first().getAttribute('aria-disabled'), 'true');
  });

  it('is taken to the next placeholder straight after typing', async () => {
    const { page } = vscode;
    await openFile(page, LETTER);
    await goTo(page, 13, 1);
    await press('Control+F8');
    await selected(page, '[[date]]');
    // Without a pause between the last letter and the key: the place of the next one has just moved. It is longer than the first, so
    // that the status bar can't still be counting that one.
    await page.keyboard.type('October the fourth of that year');
    await press('Control+F8');
    await selected(page, '[[daily dose]]');
    await page.keyboard.type('low');
    await reads(page, 'The pain of October the fourth of that year is unchanged. The dose is low. Norco');
  });

  it('decides a new letter’s items by o and u and Enter', async () => {
    const { page } = vscode;
    const choice = page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await command(page, 'IMR: New Determination');
    await answer(page, 'Case number', 'CM16-9000110');
    for (const question of ['Date of injury', 'UR denial', 'application was received', 'case was assigned', 'of the decision', 'Your specialty']) await answer(page, question, '');
    await answer(page, 'Disputed Items', 'Walking cane');
    await answer(page, 'with 1 item', 'Shower chair');
    await page.locator('.quick-input-widget', { hasText: 'with 2 items' }).waitFor(PATIENCE);
    await press('Enter');
    for (const [key, title, decision] of [['o', 'Walking cane', 'Overturned'], ['u', 'Shower chair', 'Upheld']] as const) {
      const stop = page.locator('.statusbar-item', { hasText: `(${DECISION.length} selected)` });
      await until(() => stop.waitFor({ timeout: 1500 }).then(() => true, () => false), 'the decision', () => press('Tab'));
      await choice.waitFor(PATIENCE);
      await page.keyboard.type(key);
      await vscode.picture(`nothing-spoiled ${key}`);
      // Nothing but the choice itself: no snippet.
      assert.equal(await page.locator('.suggest-widget.visible .monaco-list-row[aria-label*="Snippet"]').count(), 0);
      assert.match(await choice.getAttribute('aria-label', PATIENCE) ?? '', new RegExp(`^${decision}`));
      await press('Enter');
      await reads(page, `${title}: ${decision}`);
    }
  });

  it('talks to nobody: neither the extension nor its server opened a socket, and all of it was watched', async () => {
    // Where the extension was up before the watch, its server is started once more.
    await until(() => Promise.resolve(vscode.sockets().includes('watched the language server')), 'the watch', () => command(vscode.page, 'IMR: Restart Server'));
    assert.deepEqual([...new Set(vscode.sockets())].sort(), ['watched the extension', 'watched the language server']);
  });

  it('would be seen to talk to somebody', () => {
    const folder = mkdtempSync(join(tmpdir(), 'imr-determination-'));
    try {
      const [program, seen] = [join(folder, 'dist/server.cjs'), join(folder, 'seen.txt')];
      mkdirSync(join(folder, 'dist'));
      writeFileSync(program, "require('node:net').connect(9, '127.0.0.1').on('error', () => {}); require('node:child_process').execFileSync(process.execPath, ['--version']);");
      spawnSync(process.execPath, ['--require', resolve(import.meta.dirname, 'socket-watch/watch.js'), program], { env: { ...process.env, IMR_SOCKETS: seen } });
      assert.deepEqual(readFileSync(seen, 'utf8').split('\n').slice(0, 3), ['watched the language server', 'used net.Socket.connect', 'used child_process.execFileSync']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
