// npm start: a real VS Code on the sample letters, with the extension in it.
//   --no-open   only serve VS Code for the browser, and print its address
//   --port N    serve it on that port
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './run-node.ts';
import { installedVSCode } from './vscode/install.ts';
import { serve } from './vscode/serve.ts';

const PROJECT = resolve(import.meta.dirname, '..');
const EXAMPLES = join(PROJECT, 'examples');
/** With the line of its first finding, so that this is what one sees first. */
const FIRST_LETTER = `${join(EXAMPLES, 'wrong-guideline.md')}:33`;

const { values: options } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } });

if (!options['no-open'] && canShowDesktopCode()) openDesktopCode();
else await serveInBrowser();

function canShowDesktopCode(): boolean {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  return hasDisplay && spawnSync('code', ['--version'], { shell: process.platform === 'win32' }).status === 0;
}

/** As an extension under development: the reviewer's own VS Code keeps its extensions as they are. */
function openDesktopCode(): void {
  runNode('scripts/build.mjs');
  spawnSync('code', ['--new-window', `--extensionDevelopmentPath=${PROJECT}`, EXAMPLES, '--goto', FIRST_LETTER], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log('VS Code opens on the sample letters in examples/.');
}

async function serveInBrowser(): Promise<void> {
  runNode('--import', 'tsx', 'scripts/package.ts');
  const running = await serve({
    vscode: installedVSCode(console.log),
    vsix: join(PROJECT, 'imr-determination.vsix'),
    workspace: EXAMPLES,
    dataFolder: join(PROJECT, '.vscode-server/start'),
    port: Number(options.port ?? 0),
  });
  const end = () => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', end).once('SIGTERM', end);

  const address = running.address(FIRST_LETTER);
  console.log(`\nVS Code is ready on the sample letters:\n\n  ${address}\n\nCtrl+C ends it.`);
  if (!options['no-open']) openBrowser(address);
  await running.ended;
}

/** Where no browser can be opened, the printed address has to do. */
function openBrowser(address: string): void {
  const [command, ...args] = process.platform === 'darwin' ? ['open']
    : process.platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open'];
  spawn(command, [...args, address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}
