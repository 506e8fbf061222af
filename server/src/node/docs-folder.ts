import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** So many folders above the program that was started the pages may lie. */
const FOLDERS_ABOVE = 4;

/** The address of the folder with the rules' pages, which lies beside the program where the whole package is installed; null where it isn't. */
export function docsFolder(): string | null {
  const started = process.argv[1];
  if (started === undefined) return null;
  try {
    let folder = path.dirname(realpathSync(started));
    for (let i = 0; i < FOLDERS_ABOVE; i++, folder = path.dirname(folder)) {
      const docs = path.join(folder, 'docs');
      if (existsSync(path.join(docs, 'rules', 'README.md'))) return `${pathToFileURL(docs).href}/`;
    }
  } catch {
    // Started from nowhere that is a file.
  }
  return null;
}
