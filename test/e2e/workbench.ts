// What a person does in VS Code, by its names: each waits until VS Code shows it, and none sleeps.
import type { Locator, Page } from 'playwright-core';

/** VS Code on a quiet machine shows anything within a few seconds; this is for a busy one. */
const PATIENCE = { timeout: 60_000 };
const BRIEFLY = { timeout: 5000 };
const BOX = '.quick-input-widget .quick-input-box input';

/** The underlines in the editor. */
export async function squiggles(page: Page, severity: 'error' | 'warning'): Promise<Locator> {
  const found = page.locator(`.squiggly-${severity}`);
  await found.first().waitFor({ ...PATIENCE, state: 'attached' });
  return found;
}

export async function runCommand(page: Page, name: string): Promise<void> {
  await pickQuickly(page, `>${name}`, name);
}

export async function openFile(page: Page, name: string): Promise<void> {
  await pickQuickly(page, name, name);
  await isOpen(page, name);
}

/** Waits for the letter in the editor. */
export async function isOpen(page: Page, name: string): Promise<void> {
  await page.locator('.tab.active', { hasText: name }).waitFor(PATIENCE);
  await page.locator('.editor-group-container .view-lines .view-line').first().waitFor(PATIENCE);
}

export async function save(page: Page): Promise<void> {
  const unsaved = page.locator('.tab.active.dirty');
  // A list that is just closing still has the keyboard.
  await until(async () => {
    await page.keyboard.press('Control+S');
    return unsaved.waitFor({ ...BRIEFLY, state: 'detached' }).then(() => true, () => false);
  }, 'the letter as saved');
}

/** Puts the cursor at a place, both counted from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  const place = page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` });
  await until(async () => {
    const box = await typeIntoBox(page, `:${line}:${column}`);
    if (box) await page.keyboard.press('Enter');
    return appears(place);
  }, `line ${line}, column ${column}`);
}

/** Types into VS Code's own box and takes the row of that name. */
async function pickQuickly(page: Page, typed: string, name: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ has: page.getByText(name, { exact: true }) });
  await until(async () => {
    const box = await typeIntoBox(page, typed);
    return box !== null && row.first().click(BRIEFLY).then(() => true, () => false);
  }, `“${name}” in its box`);
  // The box itself may stay: many a command opens it again for a list of its own.
  await row.first().waitFor({ ...PATIENCE, state: 'hidden' });
}

/** Null where a workbench that is still loading took no notice of the key, or took the focus away again. */
async function typeIntoBox(page: Page, typed: string): Promise<Locator | null> {
  const box = page.locator(BOX);
  await page.keyboard.press('F1');
  if (!await appears(box)) return null;
  return box.fill(typed, BRIEFLY).then(() => box, () => null);
}

/** The rows of the Problems panel that hold these words. */
export async function problems(page: Page, words: string | RegExp): Promise<Locator> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel-container .monaco-list-row', { hasText: words });
  await rows.first().waitFor(PATIENCE);
  return rows;
}

/** Opens what the lightbulb offers at the cursor. */
export async function quickFixes(page: Page, title: string | RegExp): Promise<Locator> {
  const fix = page.locator('.action-widget .monaco-list-row.action', { hasText: title });
  // A request that VS Code cancels while extensions are still registering answers with nothing: ask until it answers.
  await until(async () => {
    await page.keyboard.press('Control+.');
    return appears(fix);
  }, `a quick fix ${String(title)}`, () => page.keyboard.press('Escape'));
  return fix.first();
}

/** What the list has that Ctrl+Space opens at the cursor. */
export async function completions(page: Page, label: string | RegExp): Promise<Locator> {
  const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label });
  await until(async () => {
    await page.keyboard.press('Control+Space');
    return appears(row);
  }, `a completion ${String(label)}`, () => page.keyboard.press('Escape'));
  return row.first();
}

export async function hoverAtCursor(page: Page, words: string | RegExp): Promise<Locator> {
  const hover = page.locator('.monaco-hover:visible', { hasText: words });
  await until(async () => {
    await runCommand(page, 'Show or Focus Hover');
    return appears(hover);
  }, `a hover ${String(words)}`, () => page.keyboard.press('Escape'));
  return hover.first();
}

/** The rows of the outline in the side bar. */
export async function outline(page: Page, words: string | RegExp): Promise<Locator> {
  await runCommand(page, 'Explorer: Focus on Outline View');
  const rows = page.locator('.outline-pane .monaco-list-row', { hasText: words });
  await rows.first().waitFor(PATIENCE);
  return rows;
}

export async function languageStatus(page: Page, words: string): Promise<void> {
  await page.locator(`.statusbar-item [aria-label*="${words}"], .statusbar-item[aria-label*="${words}"]`).first()
    .waitFor({ ...PATIENCE, state: 'attached' });
}

export async function notification(page: Page, words: string): Promise<void> {
  await page.locator('.notification-toast', { hasText: words }).waitFor(PATIENCE);
}

/** A row of the list that a command has opened. */
export async function quickPickRow(page: Page, words: string): Promise<Locator> {
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  await row.waitFor(PATIENCE);
  return row;
}

/** Asks again until it is so, for a minute. */
export async function until(isSo: () => Promise<boolean>, what: string, inBetween: () => Promise<void> = async () => {}): Promise<void> {
  const end = Date.now() + PATIENCE.timeout;
  while (!await isSo()) {
    if (Date.now() > end) throw new Error(`VS Code never showed ${what}.`);
    await inBetween();
  }
}

async function appears(locator: Locator): Promise<boolean> {
  return locator.first().waitFor(BRIEFLY).then(() => true, () => false);
}
