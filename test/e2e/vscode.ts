import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from '../../scripts/vscode/chromium.ts';
import { installedVSCode } from '../../scripts/vscode/install.ts';
import { serve, type RunningVSCode, type ServeOptions } from '../../scripts/vscode/serve.ts';
import { packTestExtension } from './test-extension.ts';
import { isOpen } from './workbench.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const SCREENSHOTS = join(PROJECT, 'build/screenshots');

/** A real VS Code with the packaged extension, on a copy of the sample letters that the test may change. */
export interface VSCodeUnderTest {
  readonly page: Page;
  /** Loads the workbench anew with this letter open. */
  readonly open: (letter: string) => Promise<void>;
  /** Loads the workbench anew with nothing open in it. */
  readonly openEmpty: () => Promise<void>;
  /** Writes a letter or another file onto the disk. */
  readonly write: (file: string, text: string) => void;
  /** Makes these the settings of the folder; those of the user VS Code's server doesn't read again each time that they change on disk. */
  readonly set: (settings: Readonly<Record<string, unknown>>) => void;
  /** The letter as it stands on disk. */
  readonly textOf: (letter: string) => string;
  readonly isThere: (file: string) => boolean;
  /** Keeps a picture of the page, or of a part of it, in build/screenshots/. */
  readonly picture: (name: string, part?: Part) => Promise<void>;
  /** What the page asked of any machine but this one. */
  readonly requestsOutside: readonly string[];
  /** What was watched of our programs, and what of the network they used. */
  readonly sockets: () => string[];
  /** Fails where our programs used anything of the network. */
  readonly close: () => Promise<void>;
}

/** In pixels, of 1440 by 900. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface StartOptions extends Pick<ServeOptions, 'alongside' | 'settings'> {
  /** The project's folder that is copied; null for an empty one. */
  readonly letters?: string | null;
}

export async function startVSCode({ alongside, settings, letters: copied = 'examples' }: StartOptions = {}): Promise<VSCodeUnderTest> {
  const scratch = mkdtempSync(join(tmpdir(), 'imr-e2e-'));
  const letters = join(scratch, 'letters');
  const dataFolder = join(scratch, 'vscode');
  if (copied === null) mkdirSync(letters);
  else cpSync(join(PROJECT, copied), letters, { recursive: true });
  mkdirSync(dataFolder);
  mkdirSync(SCREENSHOTS, { recursive: true });

  const socketsFile = join(scratch, 'sockets.txt');
  writeFileSync(socketsFile, '');
  const sockets = (): string[] => readFileSync(socketsFile, 'utf8').split('\n').slice(0, -1);
  const running = await serve({
    environment: { IMR_SOCKETS: socketsFile },
    vscode: installedVSCode(console.log), vsix: join(PROJECT, 'imr-determination.vsix'), workspace: letters, dataFolder,
    alongside: [packTestExtension('socket-watch'), ...alongside ?? []], ...(settings && { settings }),
  });
  const browser = await launchBrowser(running);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(letters, file)), { recursive: true });
    writeFileSync(join(letters, file), text);
  };
  return {
    page,
    open: async (letter) => {
      await load(page, running.address(join(letters, letter)));
      await isOpen(page, letter);
    },
    openEmpty: async () => {
      await load(page, running.address());
      await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    },
    write,
    set: (values) => write('.vscode/settings.json', JSON.stringify(values, null, 2)),
    textOf: (letter) => readFileSync(join(letters, letter), 'utf8'),
    isThere: (file) => existsSync(join(letters, file)),
    picture: async (name, clip) => { await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), ...(clip && { clip }) }); },
    requestsOutside: watchRequests(page),
    sockets,
    close: async () => {
      await browser.close();
      await running.stop();
      const used = sockets().filter((line) => line.startsWith('used '));
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      assert.deepEqual(used, [], 'our programs used the network');
    },
  };
}

/** The same, on a folder that holds one letter, which is open. */
export async function startOnLetter(letter: string, text: string): Promise<VSCodeUnderTest> {
  const vscode = await startVSCode({ letters: null });
  vscode.write(letter, text);
  await vscode.open(letter);
  return vscode;
}

/** Loads the workbench, once more where it has come up without its extensions: in some hundred starts one had none of our commands for a minute. */
async function load(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  const ours = page.locator('.activitybar [aria-label^="IMR"]').first();
  const isThere = await ours.waitFor({ timeout: 45_000 }).then(() => true, () => false);
  if (!isThere) await page.goto(address, { waitUntil: 'commit' });
}

async function launchBrowser(running: RunningVSCode): Promise<Browser> {
  const executablePath = chromiumPath();
  try {
    assert(executablePath, 'No Chromium was found; install one, or name it in CHROMIUM_PATH.');
    return await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
        // Every name but this machine's fails at once.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ],
    });
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function watchRequests(page: Page): string[] {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1') outside.push(request.url());
  });
  return outside;
}
