import { startOnLetter, type VSCodeUnderTest } from './vscode.ts';
import { goTo, hoverAtCursor, openFile, problems } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'late.md';
const GUIDELINE = '**MAXIMUS guideline:** Decision based on MTUS Knee Disorders 2020.';
const TEXT = `---
case-number: CM25-9100041
ur-denial-date: 2025-05-02
---

### Knee brace: Upheld

${GUIDELINE}

**Decision rationale:** The guideline asks for an unstable knee, and this patient's joint is stable. Therefore, the brace is not medically necessary.
`;

describe('a letter behind what the catalogue knows', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startOnLetter(LETTER, TEXT);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  it('is told so once, at the date', async () => {
    const rows = await problems(vscode.page, 'knows the MTUS until 2023-11-10');
    await rows.first().click();
    await vscode.page.locator('.statusbar-item', { hasText: 'Ln 3,' }).waitFor(PATIENCE);
    await vscode.picture('horizon-1-told');
  });

  it('is promised no open end by the hover', async () => {
    await openFile(vscode.page, LETTER);
    await goTo(vscode.page, TEXT.split('\n').indexOf(GUIDELINE) + 1, GUIDELINE.indexOf('Knee') + 2);
    await hoverAtCursor(vscode.page, 'known until 11/10/2023');
    await vscode.picture('horizon-2-hover');
  });

  it('is quiet once the team has switched that off', async () => {
    vscode.write('.imr.yaml', 'rules:\n  beyond-catalogue: off\n');
    await vscode.page.locator('.markers-panel-container .monaco-list-row', { hasText: 'knows the MTUS until' }).waitFor({ ...PATIENCE, state: 'detached' });
  });
});
