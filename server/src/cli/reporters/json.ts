import type { Reporter } from './reporter.ts';

/** An array with one entry a file. */
export const json: Reporter = { all: (files) => `${JSON.stringify(files, null, 2)}\n` };

/** One entry a line, written as each file is done. */
export const ndjson: Reporter = { each: (file) => `${JSON.stringify(file)}\n` };
