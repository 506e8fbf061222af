// What somebody does in VS Code who never touches the mouse: keys alone, and each waits for what VS Code shows.
import type { Locator, Page } from 'playwright-core';
import { until } from './workbench.ts';

const PATIENCE = { timeout: 60_000 };
const BRIEFLY = { timeout: 5000 };
const BOX = '.quick-input-widget:visible .quick-input-box input:focus';
/** The row of a list that Enter takes. */
const FOCUSED = '.monaco-list-row.focused';

/** Runs a command by its name in the palette. */
export async function command(page: Page, name: string): Promise<void> {
  const row = page.locator(`.quick-input-list ${FOCUSED}`).filter({ has: page.getByText(name, { exact: true }) });
  await until(async () => {
    await page.keyboard.press('F1');
    // A workbench that is still loading takes no notice of the key.
    if (!await appears(page.locator(BOX))) return false;
    await page.keyboard.type(name);
    return appears(row);
  }, `“${name}” in the palette`, () => page.keyboard.press('Escape'));
  await page.keyboard.press('Enter');
  await row.waitFor({ ...PATIENCE, state: 'hidden' });
}

/** Answers the question whose title has these words. */
export async function answer(page: Page, question: string, words: string): Promise<void> {
  await page.locator('.quick-input-widget:visible', { hasText: question }).locator('.quick-input-box input:focus').waitFor(PATIENCE);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Narrows the list that is open down by these words and takes the row that then is first. */
export async function choose(page: Page, words: string, label: string): Promise<void> {
  await page.locator(`.quick-input-list ${FOCUSED}`).first().waitFor(PATIENCE);
  await page.keyboard.type(words);
  await page.locator(`.quick-input-list ${FOCUSED}`, { hasText: label }).first().waitFor(PATIENCE);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ ...PATIENCE, state: 'hidden' });
}

/** Opens the list of completions at the cursor, goes down to that one, and takes it. */
export async function complete(page: Page, label: string): Promise<void> {
  const list = page.locator('.suggest-widget.visible');
  const offered = list.locator('.monaco-list-row', { hasText: label });
  await until(async () => {
    await page.keyboard.press('Control+Space');
    return appears(offered);
  }, `a completion ${label}`, () => page.keyboard.press('Escape'));
  await downTo(page, list.locator(FOCUSED, { hasText: label }));
  await page.keyboard.press('Enter');
  await list.waitFor({ ...PATIENCE, state: 'hidden' });
}

/** Presses the arrow until that row has the focus. */
export async function downTo(page: Page, row: Locator): Promise<void> {
  await until(async () => {
    if (await row.first().waitFor({ timeout: 500 }).then(() => true, () => false)) return true;
    await page.keyboard.press('ArrowDown');
    return false;
  }, 'the row');
}

/** Waits for a line of the letter with these words. */
export async function reads(page: Page, words: string): Promise<void> {
  await page.locator('.view-line', { hasText: words }).first().waitFor(PATIENCE);
}

/** Waits until these words are selected, as they are at a tab stop. */
export async function selected(page: Page, words: string): Promise<void> {
  await page.locator('.statusbar-item', { hasText: `(${words.length} selected)` }).waitFor(PATIENCE);
}

/** Waits until VS Code counts so many errors: for a moment it still knows of what was mended a key ago. */
export async function errorsLeft(page: Page, count: number): Promise<void> {
  const label = count === 0 ? 'No Problems' : `Errors: ${count}`;
  await page.locator('.statusbar-item').and(page.locator(`[aria-label*="${label}"]`).or(page.locator(`:has([aria-label*="${label}"])`))).first().waitFor(PATIENCE);
}

/** Fills in the tab stops one after the other, each with its words, and goes on behind the last. */
export async function fillIn(page: Page, stops: readonly (readonly [placeholder: string, words: string])[]): Promise<void> {
  for (const [placeholder, words] of stops) {
    await selected(page, `[[${placeholder}]]`);
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
}

/** Answers VS Code's question for a file, which proposes that name, with another name or with that one. */
export async function saveAs(page: Page, title: string, proposed: string, name = ''): Promise<void> {
  await page.locator('.quick-input-widget:visible', { hasText: title }).waitFor(PATIENCE);
  const box = page.locator(BOX);
  await until(async () => (await box.inputValue()).endsWith(proposed), `${proposed} as the name of the file`, () => nextFrame(page));
  // What comes before the ending is selected.
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ ...PATIENCE, state: 'hidden' });
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise((shown) => requestAnimationFrame(shown))');
}

async function appears(locator: Locator): Promise<boolean> {
  return locator.first().waitFor(BRIEFLY).then(() => true, () => false);
}
