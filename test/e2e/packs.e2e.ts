import { startOnLetter, type VSCodeUnderTest } from './vscode.ts';
import { goTo, hoverAtCursor, openFile, quickFixes, until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'valium.md';
const PAGES = '.imr/catalogue/confirmed-pages.json';
const GUIDELINE = '**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Benzodiazepines.';
const TEXT = `---
case-number: CM16-9100042
ur-denial-date: 2016-05-02
---

### Valium 5 mg #30: Upheld

${GUIDELINE}

**Decision rationale:** The guideline limits the use to four weeks, and this patient has taken it for a year. Therefore, the Valium is not medically necessary.
`;

describe('a reviewer who has looked a page up', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startOnLetter(LETTER, TEXT);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  const toSection = () => goTo(vscode.page, TEXT.split('\n').indexOf(GUIDELINE) + 1, GUIDELINE.indexOf('Benzo') + 2);

  it('sees that the catalogue only recalls it', async () => {
    await toSection();
    await hoverAtCursor(vscode.page, 'page 24 (not checked)');
    await vscode.page.keyboard.press('Escape');
  });

  it('confirms it with one key, and the team’s file holds it', async () => {
    const fix = await quickFixes(vscode.page, 'Confirm this page: “Benzodiazepines” is on page 24');
    await vscode.picture('packs-1-confirm');
    await fix.click();
    await until(() => Promise.resolve(has(PAGES, '"title": "Benzodiazepines"')), 'the page on disk');
    await openFile(vscode.page, LETTER);
    await toSection();
    const hover = await hoverAtCursor(vscode.page, '“Benzodiazepines”, page 24.');
    await hover.waitFor(PATIENCE);
    await vscode.picture('packs-2-confirmed');
  });

  function has(file: string, words: string): boolean {
    try {
      return vscode.textOf(file).includes(words);
    } catch {
      return false;
    }
  }
});
