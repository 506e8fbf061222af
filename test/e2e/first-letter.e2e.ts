import assert from 'node:assert/strict';
import type { SignOff } from '../../protocol/sign-off.ts';
import { answer, choose, command, complete, downTo, errorsLeft, fillIn, reads, saveAs, selected } from './keyboard.ts';
import { startVSCode, type VSCodeUnderTest } from './vscode.ts';
import { notification } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const LETTER = 'CM16-9000108.md';
const REPORT = 'CM16-9000108.sign-off.html';
const CITATION = '[[guideline, with year and sections]]';
/** What the pictures of the README show. */
const EDITOR = { x: 355, y: 70, width: 1070, height: 800 };
const LIST = { x: 415, y: 0, width: 612, height: 150 };
const CHOICE = '.suggest-widget.visible .monaco-list-row.focused';

describe('somebody’s first letter, by keyboard alone', function () {
  // Each step goes on where the one before has ended.
  this.bail(true);

  let vscode: VSCodeUnderTest;
  const press = (key: string) => vscode.page.keyboard.press(key);

  before(async () => {
    vscode = await startVSCode({ letters: null });
    await vscode.page.emulateMedia({ reducedMotion: 'reduce' });
    await vscode.openEmpty();
  });
  after(() => vscode?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await vscode?.picture(`failed ${this.currentTest.title}`);
  });

  /** Takes that row of the list that a tab stop with a choice opens. Enter goes on to the next tab stop. */
  async function decide(decision: string): Promise<void> {
    await vscode.page.locator(CHOICE).waitFor(PATIENCE);
    await downTo(vscode.page, vscode.page.locator(CHOICE, { hasText: new RegExp(`^${decision}`) }));
    await press('Enter');
  }

  /** Takes a guideline from the list at the tab stop, and goes on. */
  async function cite(guideline: string): Promise<void> {
    await selected(vscode.page, CITATION);
    await complete(vscode.page, guideline);
    await press('Tab');
  }

  async function insertCitation(words: string, guideline: string): Promise<void> {
    await command(vscode.page, 'IMR: Insert Guideline Citation…');
    await choose(vscode.page, words, guideline);
    await reads(vscode.page, `Decision based on MTUS ${guideline}`);
  }

  async function insertRationale(words: string, title: string): Promise<void> {
    await command(vscode.page, 'IMR: Insert Rationale…');
    await choose(vscode.page, words, title);
  }

  it('begins in an empty window with the facts of the case and a list of what is in dispute', async () => {
    const { page } = vscode;
    await command(page, 'IMR: New Determination');
    await answer(page, 'Case number', 'CM16-9000108');
    await answer(page, 'Date of injury', '2/11/2016');
    await answer(page, 'UR denial', '11/14/2016');
    await answer(page, 'application was received', '12/1/2016');
    await answer(page, 'case was assigned', '12/13/2016');
    await answer(page, 'of the decision', '1/9/2017');
    await answer(page, 'Your specialty', 'Orthopedic Surgery');
    await answer(page, 'Disputed Items', 'Naproxen 500 mg, sixty count');
    await answer(page, 'with 1 item', 'Left knee arthroscopy with partial medial meniscectomy');
    await answer(page, 'with 2 items', 'Post-operative physical therapy for the left knee, 12 visits (depends on item 2)');
    await page.locator('.quick-input-widget', { hasText: 'with 3 items' }).waitFor(PATIENCE);
    await vscode.picture('tour-1-items', LIST);
    await press('Enter');
    await reads(page, 'specialty: Orthopedic Surgery');
  });

  it('fills in the draft from tab stop to tab stop', async () => {
    const { page } = vscode;
    await decide('standard');
    await fillIn(page, [['age, date of injury, diagnosis, findings, treatment and what was denied', SUMMARY]]);
    await page.locator(CHOICE).waitFor(PATIENCE);
    await vscode.picture('tour-2-draft', { ...EDITOR, y: 553, height: 310 });
    await decide('Upheld');
    await cite('Chronic Pain Medical Treatment 2016');
    await cite('Chronic Pain Medical Treatment 2016');
    await selected(page, '[[rationale]]');
  });

  it('inserts a rationale and fills in its blanks, and goes on with the next item', async () => {
    await insertRationale('NSAID', 'NSAID, oral');
    await selected(vscode.page, `[[${NAPROXEN[0][0]}]]`);
    await vscode.picture('tour-3-rationale', { ...EDITOR, y: 375, height: 300 });
    await fillIn(vscode.page, NAPROXEN);
    await press('Tab');
    await decide('Overturned');
    await cite('Knee Complaints 2004');
    await selected(vscode.page, CITATION);
    await insertCitation('low back', 'Low Back Complaints 2004');
    await press('Tab');
    await selected(vscode.page, '[[rationale]]');
    await insertRationale('meniscectomy', 'Knee arthroscopy or meniscectomy');
    await fillIn(vscode.page, ARTHROSCOPY);
  });

  it('asks too early whether it is ready to sign, and is taken to what is open', async () => {
    const { page } = vscode;
    await command(page, 'IMR: Ready to Sign?');
    await page.locator('.quick-input-widget', { hasText: 'Not ready to sign' }).waitFor(PATIENCE);
    await vscode.picture('tour-4-blocked', { ...LIST, height: 262 });
    await choose(page, 'Upheld or', 'Item 3');
    await selected(page, '[[Upheld or Overturned]]');
    await vscode.picture('first-letter-1-open');
  });

  it('decides the item by completion, and goes from one open place to the next', async () => {
    const { page } = vscode;
    await complete(page, 'Overturned');
    await reads(page, '12 visits: Overturned');
    await errorsLeft(page, 3);
    await press('Control+F8');
    await selected(page, CITATION);
    await insertCitation('postsurgical', 'Postsurgical Treatment 2009');
    await errorsLeft(page, 2);
    await press('Control+F8');
    await selected(page, '[[rationale]]');
    await complete(page, 'Dependent item, parent supported');
    await fillIn(page, THERAPY);
  });

  it('goes to what was found, reads about it, and mends it', async () => {
    const { page } = vscode;
    await command(page, 'IMR: Next Problem in Letter');
    await page.locator('.monaco-hover:visible', { hasText: 'Item 2 is about the knee' }).first().waitFor(PATIENCE);
    await vscode.picture('first-letter-2-problem');
    await command(page, 'IMR: Fix Problem…');
    await downTo(page, page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Knee Complaints 2004' }));
    await vscode.picture('tour-5-fix', { ...EDITOR, y: 375, height: 230 });
    await press('Enter');
    await errorsLeft(page, 0);
    await command(page, 'IMR: Next Problem in Letter');
    await notification(page, 'No problem is left in this letter.');
  });

  it('saves the letter and signs it off', async () => {
    const { page } = vscode;
    await press('Control+S');
    await saveAs(page, 'Save As', 'Untitled-1.md', LETTER.replace('.md', ''));
    await page.locator('.tab.active:not(.dirty)', { hasText: LETTER }).waitFor(PATIENCE);
    await command(page, 'IMR: Ready to Sign?');
    await page.locator('.quick-input-widget', { hasText: 'Read Back: What the Letter Orders' }).waitFor(PATIENCE);
    await vscode.picture('first-letter-3-read-back');
    await press('Enter');
    await saveAs(page, 'Save the sign-off report', REPORT);
    await notification(page, 'The letter is ready to sign.');
    await command(page, 'Notifications: Accept Notification Primary Action');
    await page.frameLocator('iframe.webview').frameLocator('#active-frame').getByText('Ready to sign.').waitFor(PATIENCE);
    await vscode.picture('tour-6-report', { ...EDITOR, height: 540 });
    const { ready, items, findings } = JSON.parse(vscode.textOf(REPORT.replace('.html', '.json'))) as SignOff;
    assert.deepEqual([ready, items.map(({ decision }) => decision), findings], [true, ['Upheld', 'Overturned', 'Overturned'], []]);
    assert.doesNotMatch(vscode.textOf(LETTER), /\[\[/);
  });
});

const SUMMARY = 'The injured worker is a 44-year-old female who twisted the left knee on 02/11/2016. The knee locks and gives way on stairs. '
  + 'On 10/04/2016 the medial joint line was tender, the McMurray test was positive and the knee was stable. An MRI of 09/12/2016 shows a '
  + 'displaced tear of the medial meniscus, and x-rays show no arthritis. Fourteen visits of exercise and one injection helped for a few weeks. '
  + 'Naproxen has been taken daily for eight months. Utilization review denied the requests on 11/14/2016.';

/** What is said of each placeholder, in the order of the template. */
const ARTHROSCOPY = [
  ['side, mechanism, locking, catching or giving way, and duration', 'locking and giving way of the left knee since a twist nine months ago'],
  ['date', '10/04/2016'],
  ['effusion, joint line tenderness, McMurray and Lachman tests', 'medial joint line tenderness and a positive McMurray test, with a negative Lachman test'],
  ['date', '09/12/2016'],
  ['tear and its kind', 'a displaced tear of the medial meniscus'],
  ['grade of arthritis', 'no arthritis'],
  ['exercise, injection and medication, with weeks and response', 'fourteen visits of exercise and one injection, with relief for a few weeks'],
  ['lesion', 'the medial meniscus'],
  ['exercise', 'exercise'],
] as const;
const THERAPY = [
  ['Guideline with edition, or other source', 'The MTUS Postsurgical Treatment Guidelines (2009)'],
  ['indication, with quantity or days', 'the knee after meniscectomy, 12 visits over 12 weeks'],
  ['quantity or days', '12 visits'],
  ['the need for it after the primary service', 'weakness of the left thigh that has to be trained after the operation'],
  ['quantity or days', '12 visits'],
] as const;
const NAPROXEN = [
  ['diagnosis and symptoms', 'pain of the left knee with a torn meniscus'],
  ['drug and dose', 'naproxen 500 mg twice a day'],
  ['date', 'March 2016'],
  ['measured pain relief and functional gain, or none recorded', 'neither less pain nor more function'],
  ['gastrointestinal, cardiovascular and renal history, or none', 'not recorded'],
  ['acetaminophen or other treatment, with response', 'exercise with short relief'],
  ['benefit from use to date, an acute flare, or a review of risk', 'any benefit from its use'],
] as const;
