import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { errorsLeft } from './keyboard.ts';
import { isOpen, openFile, runCommand } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const DEPENDANT = 'contradicting-dependant.md';
/** In the sample letters, as long as nobody changes a setting. */
const ERRORS = 4;

describe('a reviewer who changes a setting', () => {
  let vscode: VSCodeUnderTest;

  before(async () => {
    vscode = await startVSCode();
    await vscode.open(DEPENDANT);
    await errorsLeft(vscode.page, ERRORS);
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
    vscode?.set({});
  });

  const lens = () => vscode.page.locator('.codelens-decoration', { hasText: '2 items depend on this one' });
  const hint = () => vscode.page.locator('.view-line', { hasText: /^###\s+1\.\s*Right\sshoulder/ });

  it('has no letter checked, and has them checked again: imr.enable', async () => {
    vscode.set({ 'imr.enable': false });
    await errorsLeft(vscode.page, 0);
    vscode.set({ 'imr.enable': true });
    await errorsLeft(vscode.page, ERRORS);
  });

  it('turns a rule off, and on again: imr.rules', async () => {
    vscode.set({ 'imr.rules': { 'dependent-contradicts-parent': 'off' } });
    await errorsLeft(vscode.page, ERRORS - 1);
    vscode.set({ 'imr.rules': {} });
    await errorsLeft(vscode.page, ERRORS);
  });

  it('does without what stands above the items: imr.codeLens', async () => {
    await runCommand(vscode.page, 'IMR: Next Item');
    await lens().waitFor(PATIENCE);
    vscode.set({ 'imr.codeLens': false });
    await lens().waitFor({ ...PATIENCE, state: 'detached' });
    vscode.set({ 'imr.codeLens': true });
    await lens().waitFor(PATIENCE);
  });

  it('does without the numbers of the items: imr.inlayHints', async () => {
    await hint().waitFor(PATIENCE);
    vscode.set({ 'imr.inlayHints': false });
    await hint().waitFor({ ...PATIENCE, state: 'detached' });
    vscode.set({ 'imr.inlayHints': true });
    await hint().waitFor(PATIENCE);
  });

  it('has a house style: imr.phrases', async () => {
    vscode.set({ 'imr.phrases': [{ pattern: 'industrial injury', message: 'Say “work injury”.', severity: 'error' }] });
    await errorsLeft(vscode.page, ERRORS + 1);
  });

  it('has words of a team for decisions and labels: imr.decisions.Upheld and Overturned, imr.labels', async () => {
    vscode.write('house-words.md', HOUSE_WORDS);
    await openFile(vscode.page, 'house-words.md');
    await vscode.page.locator('.squiggly-error').first().waitFor({ ...PATIENCE, state: 'attached' });
    vscode.set({
      'imr.decisions.Upheld': ['Non-certified'],
      'imr.decisions.Overturned': ['Certified'],
      'imr.labels.reviewerGuideline': ['Basis of the review'],
      'imr.labels.claimsAdministratorGuideline': ['Basis of the denial'],
      'imr.labels.rationale': ['Grounds'],
    });
    await errorsLeft(vscode.page, ERRORS);
  });

  it('has every text checked as a letter: imr.determinationFiles', async () => {
    vscode.write('note.md', 'Ask the office for the report of [[date]].\n');
    await openFile(vscode.page, 'note.md');
    vscode.set({ 'imr.determinationFiles': 'always' });
    await vscode.page.locator('.squiggly-error').first().waitFor({ ...PATIENCE, state: 'attached' });
    vscode.set({ 'imr.determinationFiles': 'auto' });
    await vscode.page.locator('.squiggly-error').first().waitFor({ ...PATIENCE, state: 'detached' });
  });

  it('keeps a team’s templates elsewhere: imr.templates', async () => {
    const { page } = vscode;
    vscode.write('house/rationales/first-course.md', vscode.textOf('.imr/templates/more-acupuncture.md')
      .replace(/^title: .*$/m, 'title: A first course').replace('upheld', 'overturned'));
    vscode.set({ 'imr.templates': 'house/rationales' });
    await openFile(page, 'missing-rationale.md');
    await isOpen(page, 'missing-rationale.md');
    await runCommand(page, 'IMR: Previous Item');
    await runCommand(page, 'IMR: Insert Rationale…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'A first course' }).first().waitFor(PATIENCE);
    await page.keyboard.press('Escape');
  });

  it('sees what a draft still lacks at once, or when it asks whether it is ready to sign: imr.show', async () => {
    const { page } = vscode;
    const underlined = page.locator('.editor-instance .squiggly-error').first();
    vscode.write('blank.md', BLANK);
    await openFile(page, 'blank.md');
    await page.locator('.view-line', { hasText: /^###\s+1\.\s*Walking\scane/ }).waitFor(PATIENCE);
    await runCommand(page, 'IMR: Focus on Disputed Items View');
    await page.locator('.pane-body .monaco-list-row', { hasText: '3 to fill in' }).first().waitFor(PATIENCE);
    await vscode.picture('settings-stages');
    await underlined.waitFor({ ...PATIENCE, state: 'detached' });
    vscode.set({ 'imr.show': 'everything' });
    await underlined.waitFor({ ...PATIENCE, state: 'attached' });
    vscode.set({});
    await underlined.waitFor({ ...PATIENCE, state: 'detached' });
    await runCommand(page, 'IMR: Ready to Sign?');
    await page.locator('.quick-input-widget', { hasText: 'Not ready to sign' }).waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await underlined.waitFor({ ...PATIENCE, state: 'attached' });
  });
});

const HOUSE_WORDS = `---
case-number: CM16-9000110
ur-denial-date: 2016-11-21
---

# Independent Medical Review Final Determination

## How the IMR Final Determination Was Made

A physician reviewer was sent the complete case file.

## Clinical Case Summary

The injured worker is a 39-year-old male. The right knee gives way, and the McMurray test is positive.

## IMR Issues, Decisions and Rationales

### MRI of the right knee without contrast: Certified

**Basis of the denial:** Decision based on MTUS Knee Complaints 2004.

**Basis of the review:** Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

**Grounds:** The MTUS knee chapter supports an MRI where the examination points to a torn meniscus. This worker's McMurray test is positive. Therefore, the requested MRI of the right knee without contrast is medically necessary.

### Walking cane: Non-certified

**Basis of the denial:** Decision based on MTUS Knee Complaints 2004.

**Basis of the review:** Decision based on MTUS Knee Complaints 2004.

**Grounds:** The MTUS knee chapter allows walking aids for an unsteady gait. This worker's gait is steady. Therefore, the requested walking cane is not medically necessary.
`;

/** An item in which all is blank: its decision and two more places. */
const BLANK = `---
case-number: CM16-9000111
---

## IMR Issues, Decisions and Rationales

### Walking cane: [[Upheld or Overturned]]

**MAXIMUS guideline:** Decision based on MTUS [[guideline, with year and sections]].

**Decision rationale:** [[rationale]]
`;
