import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tools } from '../../server/src/assistant/tools.ts';
import { withTools } from './assistant-tools.ts';
import { loadRules, rulesModule } from './load-rules.ts';
import { rulePage } from '../../server/src/service/rule-page.ts';
import { rulesIndex } from '../../server/src/service/rules-index.ts';
import { settingsSchema, withRuleSettings } from './settings.ts';

/** What is made from the rules and the tools: path below the project → its text, or null where a file must go. */
export type Generated = ReadonlyMap<string, string | null>;

/** Everything that says again what the rules' files and the table of the tools say. The test for drift and `npm run docs` both call this. */
export async function generate(project: string): Promise<Generated> {
  const files = await loadRules(join(project, 'server/src/rules'));
  const rules = files.map(({ rule }) => rule);
  const manifest = withTools(withRuleSettings(readFileSync(join(project, 'package.json'), 'utf8'), rules), tools);
  const made = new Map<string, string | null>([
    ['server/src/rules/rules.ts', rulesModule(files)],
    ['package.json', manifest],
    ['server/src/service/product.json', productVersion(manifest)],
    ['docs/imr.schema.json', settingsSchema(manifest, rules)],
    ['docs/rules/README.md', rulesIndex(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
  ]);
  for (const page of pages(join(project, 'docs/rules'))) if (!made.has(page)) made.set(page, null);
  return made;
}

/** The server's own copy of the version, so that the whole manifest need not be bundled with it. */
function productVersion(manifest: string): string {
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return `${JSON.stringify({ version }, null, 2)}\n`;
}

/** Paths whose file isn't as it should be. */
export function drifted(project: string, made: Generated): string[] {
  return [...made].filter(([path, text]) => text !== current(project, path)).map(([path]) => path);
}

function current(project: string, path: string): string | null {
  const file = join(project, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function pages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => `docs/rules/${name}`);
}
