import { compact } from './compact.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json, ndjson } from './json.ts';
import { junit } from './junit.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';

/** What `--format` may say. */
export const reporters: Readonly<Record<string, Reporter>> = { stylish, compact, json, ndjson, sarif, junit, github, html };
