import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import ts from 'typescript';

const PROJECT = resolve(import.meta.dirname, '../..');
/** The layers that run their patterns over the text of a letter. */
const LAYERS = ['markdown', 'vocabulary', 'language', 'guidelines', 'snippets', 'determination', 'rules'];

interface Pattern {
  /** As a literal: `/…/gi`. */
  readonly literal: string;
  /** The file, or "built at load". */
  readonly origin: string;
}

const files = LAYERS.flatMap((layer) => readdirSync(join(PROJECT, 'server/src', layer), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(PROJECT, 'server/src', layer, name)));

/** The regular expressions that a file writes as literals. */
function literals(file: string): Pattern[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push({ literal: node.getText(source), origin: file.slice(PROJECT.length + 1) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Those that are put together of parts when the modules are loaded, which no reading of the source shows as a whole. */
function constructed(): Pattern[] {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'constructed-patterns.ts'), ...files], { cwd: PROJECT, encoding: 'utf8', maxBuffer: 1 << 26 });
  return (JSON.parse(printed) as string[]).map((literal) => ({ literal, origin: 'built at load' }));
}

/** What is found by walking each expression's automaton: any text on which its steps would grow faster than the text. */
async function runaways(patterns: readonly Pattern[]): Promise<string[]> {
  const eslint = new ESLint({
    cwd: PROJECT,
    overrideConfigFile: true,
    overrideConfig: {
      plugins: { regexp },
      rules: {
        'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
        'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      },
    },
  });
  // Asked by itself: as a part of a larger expression, which an unknown use might make of it, nearly any repetition is quadratic.
  const text = patterns.map(({ literal }) => `${literal}.test(text);`).join('\n');
  const [result] = await eslint.lintText(text, { filePath: join(PROJECT, 'patterns.js') });
  return (result?.messages ?? []).map(({ line, message }) => `${patterns[line - 1]?.origin}: ${patterns[line - 1]?.literal} ${message.slice(0, 200)}`);
}

describe('every regular expression that reads letters', () => {
  it('takes steps that grow no faster than the text, whatever the text', async () => {
    const patterns = files.flatMap(literals);
    assert.ok(patterns.length > 300, `only ${patterns.length} were found`);
    assert.deepEqual(await runaways(patterns), []);
  });

  it('does so too where it is put together of parts', async () => {
    const patterns = constructed();
    assert.ok(patterns.some(({ literal }) => literal.includes('sessions')), 'the eavesdropper hears nothing');
    assert.deepEqual(await runaways(patterns), []);
  });

  it('would be found out', async () => {
    const found = await runaways([{ literal: String.raw`/(?:a+)+b/`, origin: 'one' }, { literal: String.raw`/\s+x/`, origin: 'two' }, { literal: '/a{0,9}b/', origin: 'three' }]);
    assert.deepEqual([...new Set(found.map((message) => message.split(':')[0]))], ['one', 'two']);
  });
});
