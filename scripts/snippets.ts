// Writes the snippets that the extension contributes to VS Code from the same data as the language server's templates.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { skeletons } from '../server/src/snippets/skeletons.ts';
import { renderTemplate, templates } from '../server/src/snippets/templates.ts';

interface CodeSnippet {
  readonly scope: 'markdown';
  /** No plain word: VS Code offers a snippet wherever its prefix fits what is typed, at a decision too. */
  readonly prefix: `imr-${string}`;
  readonly description: string;
  readonly body: string | readonly string[];
}

/** The contents of each file of `snippets/`, by file name. */
export function snippetFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['rationales.code-snippets', json(rationales())],
    ['letter.code-snippets', json(letterParts())],
  ]);
}

/** Rationales without item, decision and date: what the language server would fill in stays open. */
function rationales(): Record<string, CodeSnippet> {
  return Object.fromEntries(templates.map((template) => [`IMR rationale: ${template.title}`, {
    scope: 'markdown',
    prefix: `imr-${template.id}`,
    description: `Rationale for ${template.title}`,
    body: renderTemplate(template, { title: '', decision: null, date: null, format: 'snippet' }),
  }]));
}

function letterParts(): Record<string, CodeSnippet> {
  return Object.fromEntries(skeletons.map(({ id, title, description, body }) => [`IMR: ${title}`, {
    scope: 'markdown', prefix: `imr-${id}`, description, body,
  }]));
}

function json(snippets: Record<string, CodeSnippet>): string {
  return `${JSON.stringify(snippets, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of snippetFiles()) writeFileSync(new URL(`../snippets/${name}`, import.meta.url), text);
}
