import assert from 'node:assert/strict';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { completions, goTo, openFile, squiggles } from './workbench.ts';

const LETTER = 'missing-rationale.md';
const TEMPLATE = 'more-acupuncture.md';

describe('a team with templates of its own', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.page.emulateMedia({ reducedMotion: 'reduce' });
    await vscode.open(LETTER);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  it('is offered the one that fits first', async () => {
    const { page } = vscode;
    const lines = vscode.textOf(LETTER).trimEnd().split('\n');
    await goTo(page, lines.length, (lines.at(-1)?.length ?? 0) + 1);
    await page.keyboard.insertText('\n\n### Acupuncture, four more visits: Upheld\n\n**Decision rationale:** ');
    const row = await completions(page, 'More acupuncture after a first course');
    assert.equal(await row.getAttribute('data-index'), '0');
    await vscode.picture('team-templates-1-offered');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Guidelines (2007) go on after a first course' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('sees what is wrong in a template, and completes it', async () => {
    const { page } = vscode;
    await openFile(page, TEMPLATE);
    const lines = vscode.textOf(`.imr/templates/${TEMPLATE}`).split('\n');
    const last = lines.findIndex((line) => line.includes('{verdict}'));
    await goTo(page, last + 1, lines[last]!.length + 1);
    await page.keyboard.insertText(' See {');
    await (await completions(page, '{parentItem}')).waitFor();
    await vscode.picture('team-templates-2-completed');
    await page.keyboard.press('Escape');
    await page.keyboard.insertText('parentt}.');
    await squiggles(page, 'error');
    await vscode.picture('team-templates-3-mistake');
  });
});
