import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const PROJECT = resolve(import.meta.dirname, '../..');
const INJECTION = join(PROJECT, 'syntaxes/imr-determination.tmLanguage.json');
/** As much of VS Code's Markdown grammar as the injection meets. */
const MARKDOWN = join(import.meta.dirname, 'markdown.tmLanguage.json');

const cases: { readonly line: string; readonly scopes: Readonly<Record<string, string>>; readonly name: string }[] = [
  {
    name: 'a heading of a disputed item has a title and a decision',
    line: '### Norco 10/325 mg #60: Upheld',
    scopes: { 'Norco 10/325 mg #60': 'entity.name.section.title.imr', Upheld: 'keyword.control.decision.upheld.imr' },
  },
  {
    name: 'a title may hold colons',
    line: '## 2. Associated surgical service: Crutches: Overturned ',
    scopes: {
      '2. Associated surgical service: Crutches': 'entity.name.section.title.imr',
      Overturned: 'keyword.control.decision.overturned.imr',
    },
  },
  { name: 'a decision that is being typed', line: '### Knee brace: ov', scopes: { 'Knee brace': 'entity.name.section.title.imr', ov: 'meta.embedded.decision.imr' } },
  { name: 'a plain line has a decision behind its last colon', line: 'Knee brace:  Upheld', scopes: { Upheld: 'keyword.control.decision.upheld.imr' } },
  { name: 'a decision may stand alone', line: 'Overturned', scopes: { Overturned: 'keyword.control.decision.overturned.imr' } },
  {
    name: 'labels and citations in a guideline line',
    line: '**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
    scopes: {
      'MAXIMUS guideline:': 'variable.language.label.imr',
      MTUS: 'support.class.guideline.imr',
      2004: 'constant.numeric.year.imr',
      'Section(s):': 'keyword.other.section-or-page.imr',
    },
  },
  {
    name: 'chapters and pages',
    line: 'Decision based on MTUS ACOEM Chapter 12, Page(s): 46-47.',
    scopes: {
      MTUS: 'support.class.guideline.imr',
      ACOEM: 'support.class.guideline.imr',
      12: 'constant.numeric.chapter.imr',
      'Page(s):': 'keyword.other.section-or-page.imr',
      '46-47': 'constant.numeric.pages.imr',
    },
  },
  {
    name: 'a placeholder',
    line: '**Decision rationale:** The injured worker has [[what was found]].',
    scopes: { 'Decision rationale:': 'variable.language.label.imr', '[[what was found]]': 'string.other.placeholder.imr' },
  },
];

const silent = [
  { name: 'a decision word inside a sentence', line: 'The denial was upheld, and Upheld it stays here.' },
  { name: 'an ordinary heading', line: '## Clinical Case Summary' },
  { name: 'a heading that ends in another word', line: '## Part one: opioids' },
  { name: 'an ordinary link', line: 'See [the page](https://example.com) and [1].' },
];

describe('the grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
    await loadWASM(wasm);
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new OnigScanner(patterns),
        createOnigString: (text) => new OnigString(text),
      }),
      loadGrammar: (scope) => {
        const file = scope === 'text.html.markdown' ? MARKDOWN : INJECTION;
        return Promise.resolve(parseRawGrammar(readFileSync(file, 'utf8'), file));
      },
      getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.imr-determination.injection'] : []),
    });
    const loaded = await registry.loadGrammar('text.html.markdown');
    assert(loaded);
    grammar = loaded;
  });

  /** Each token of the line that has a scope of ours, with that scope. */
  function coloured(line: string): Record<string, string> {
    const found: Record<string, string> = {};
    for (const { startIndex, endIndex, scopes } of grammar.tokenizeLine(line, INITIAL).tokens) {
      const scope = scopes.findLast((name) => name.endsWith('.imr') && !name.startsWith('markup.') && !name.startsWith('punctuation.'));
      if (scope) found[line.slice(startIndex, endIndex)] = scope;
    }
    return found;
  }

  describe('colours', () => {
    for (const { name, line, scopes } of cases) it(name, () => assert.deepEqual(coloured(line), scopes));
  });

  describe('leaves alone', () => {
    for (const { name, line } of silent) it(name, () => assert.deepEqual(coloured(line), {}));
  });
});
