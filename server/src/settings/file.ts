import { parseDocument } from 'yaml';

/** The names of a settings file. Where a folder has several, the first one counts. */
export const settingsFileNames = ['.imr.yaml', '.imr.yml', '.imr.json'] as const;

/** Who says something (a file's path, `editor`, `command line`), and what. */
export interface Layer {
  readonly origin: string;
  readonly values: unknown;
}

export interface ReadSettings {
  readonly layer: Layer;
  /** One sentence that names the place, or null. */
  readonly problem: string | null;
}

/**
 * Reads the text of a settings file; JSON is YAML too, so one reader does for both.
 * Never throws: a file that can't be read says nothing, and why stands in `problem`.
 */
export function readSettingsFile(path: string, text: string): ReadSettings {
  const nothing: Layer = { origin: path, values: {} };
  try {
    const document = parseDocument(text, { prettyErrors: true });
    const error = document.errors[0];
    if (error) return { layer: nothing, problem: `${path} can't be read: ${firstLine(error.message)}. Correct it there.` };
    return { layer: { origin: path, values: document.toJS({ maxAliasCount: 100 }) ?? {} }, problem: null };
  } catch (error) {
    return { layer: nothing, problem: `${path} can't be read: ${firstLine(String((error as Error).message))}.` };
  }
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[:.]$/, '');
}

/**
 * The settings file nearest to a file: looked for in its folder, then in the folders above.
 * @param folders nearest first
 * @param read gives a file's text, or null where there is none
 */
export async function findSettingsFile(
  folders: Iterable<string>,
  join: (folder: string, name: string) => string,
  read: (path: string) => Promise<string | null>,
): Promise<{ path: string; text: string } | null> {
  for (const folder of folders) {
    for (const name of settingsFileNames) {
      const path = join(folder, name);
      const text = await read(path);
      if (text !== null) return { path, text };
    }
  }
  return null;
}
