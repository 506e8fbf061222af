import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Console } from '../../server/src/cli/console.ts';
import { run } from '../../server/src/cli/program.ts';

/** A thread runs TypeScript only once it has been told how. */
const THREAD = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('../../server/src/cli/check-thread.ts', import.meta.url).href)});
});`;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own with the given files, and the command line run in it. */
export interface Folder {
  readonly path: string;
  imr(args: readonly string[], stdin?: string | Buffer, terminal?: Partial<Pick<Console, 'colors'>>): Promise<Ran>;
  read(name: string): Buffer;
  /** Makes a symbolic link to a file or folder of the folder. */
  link(to: string, name: string): void;
}

const folders: string[] = [];

export function folderWith(files: Readonly<Record<string, string | Buffer>>): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'imr-cli-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return {
    path: folder,
    async imr(args, stdin = '', { colors = false } = {}) {
      let out = '';
      let err = '';
      const code = await run(args, {
        out: (text) => { out += text; },
        err: (text) => { err += text; },
        readStdin: () => Promise.resolve(Buffer.from(stdin)),
        cwd: folder,
        colors,
        startThread: (data) => new Worker(THREAD, { eval: true, workerData: data }),
      });
      return { code, out, err: err.replaceAll(folder, '') };
    },
    read: (name) => readFileSync(path.join(folder, name)),
    link: (to, name) => symlinkSync(path.join(folder, to), path.join(folder, name), 'junction'),
  };
}

// Once all tests have run, since some files make their folders as they are loaded.
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
