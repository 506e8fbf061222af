import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import typescript from 'typescript-eslint';
import { layerBans } from '../../scripts/lint/layers.js';

const PROJECT = resolve(import.meta.dirname, '../..');

const forbidden: readonly [name: string, file: string, code: string][] = [
  ['the Markdown layer knows no letter', 'server/src/markdown/parse.ts', "import '../determination/model.ts';"],
  ['the vocabulary knows no guideline', 'server/src/vocabulary/regions.ts', "import '../guidelines/guideline.ts';"],
  ['the model knows no rule', 'server/src/determination/model.ts', "import '../rules/rule.ts';"],
  ['the model knows nothing of how it is read', 'server/src/determination/model.ts', "import './reading/read.ts';"],
  ['what words name knows nothing of the case', 'server/src/determination/words/voice.ts', "import '../case/case-facts.ts';"],
  ['figures know nothing of how a letter is read', 'server/src/determination/figures/sums.ts', "import '../reading/read.ts';"],
  ['a reader of letters knows no rule', 'server/src/determination/reading/read.ts', "import '../../rules/rules.ts';"],
  ['a rule knows nothing of the protocol', 'server/src/rules/engine/rule.ts', "import 'vscode-languageserver-types';"],
  ['a rule does not import another', 'server/src/rules/structure/missing-decision.ts', "import './unknown-decision.ts';"],
  ['a rule does not import one of another family', 'server/src/rules/structure/missing-decision.ts', "import '../facts/date-order.ts';"],
  ['what rules share knows no rule', 'server/src/rules/common/dates.ts', "import '../facts/date-order.ts';"],
  ['what is held against the summary knows no rule', 'server/src/rules/against-summary/dates.ts', "import '../facts/date-order.ts';"],
  ['what rules share knows nothing of what is held against the summary', 'server/src/rules/common/dates.ts', "import '../against-summary/dates.ts';"],
  ['the engine knows no rule', 'server/src/rules/engine/engine.ts', "import '../rules.ts';"],
  ['a rule in its folder knows nothing of the layers above, either', 'server/src/rules/facts/date-order.ts', "import '../../service/hover.ts';"],
  ['a feature opens no connection', 'server/src/service/hover.ts', "import 'vscode-languageserver/node';"],
  ['a feature reads no file', 'server/src/service/hover.ts', "import 'node:fs';"],
  ['a feature reads no file, by the old name either', 'server/src/service/hover.ts', "import 'fs/promises';"],
  ['a feature asks for no clock', 'server/src/service/hover.ts', 'export const now = new Date();'],
  ['no generator is made for each letter', 'server/src/determination/read.ts', 'export const reader = () => function* () { yield 1; };'],
  ['no getter is made for each finding', 'server/src/lsp/diagnostic.ts', 'export const finding = (read: () => string) => ({ get fix() { return read(); } });'],
  ['a tool of an assistant knows no protocol', 'server/src/assistant/check-letter.ts', "import '../lsp/session.ts';"],
  ['a tool of an assistant reads no file', 'server/src/assistant/check-letter.ts', "import 'node:fs';"],
  ['a feature knows no assistant', 'server/src/service/hover.ts', "import '../assistant/tools.ts';"],
  ['the server that speaks the protocol runs without Node', 'server/src/lsp/server.ts', "import 'node:path';"],
  ['the server knows nothing of VS Code', 'server/src/lsp/server.ts', "import 'vscode';"],
  ['the server knows nothing of the client', 'server/src/lsp/server.ts', "import '../../../client/src/start.ts';"],
  ['the wire’s types know nothing of the server', 'protocol/items.ts', "import '../server/src/rules/engine/rule.ts';"],
  ['the wire’s types know no library', 'protocol/items.ts', "import 'vscode-languageserver-types';"],
  ['a rule knows nothing of the wire', 'server/src/rules/engine/rule.ts', "import '../../../../protocol/items.ts';"],
  ['the client knows nothing of the engine', 'client/src/commands.ts', "import '../../server/src/rules/engine/rule.ts';"],
  ['the client runs without Node', 'client/src/commands.ts', "import 'node:fs';"],
];

const allowed: readonly [name: string, file: string, code: string][] = [
  ['a rule imports the model and what rules share', 'server/src/rules/structure/missing-decision.ts', "import '../../determination/model.ts'; import '../engine/rule.ts'; import '../common/wording.ts'; import './words.json';"],
  ['a feature knows the protocol’s types', 'server/src/service/hover.ts', "import 'vscode-languageserver-types';"],
  ['a tool of an assistant asks the features', 'server/src/assistant/check-letter.ts', "import '../service/letter.ts';"],
  ['the command line runs on Node and starts the server', 'server/src/cli/main.ts', "import 'node:fs'; import '../lsp/server.ts';"],
  ['a feature answers in the wire’s types', 'server/src/service/hover.ts', "import '../../../protocol/items.ts';"],
  ['the wire’s types know each other', 'protocol/summary.ts', "import './items.ts';"],
  ['the client reads the wire’s types', 'client/src/commands.ts', "import '../../protocol/items.ts';"],
  ['the client knows VS Code', 'client/src/commands.ts', "import 'vscode'; import 'vscode-languageclient';"],
];

describe('the layers', () => {
  // The bans alone, without the rules that need the compiler.
  const eslint = new ESLint({
    cwd: PROJECT,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: typescript.parser as Linter.Parser } }, ...layerBans],
  });

  async function complaints(code: string, filePath: string): Promise<string[]> {
    const [result] = await eslint.lintText(code, { filePath: resolve(PROJECT, filePath) });
    return (result?.messages ?? []).map(({ message }) => message);
  }

  for (const [name, file, code] of forbidden) {
    it(`${name}: refused`, async () => assert.equal((await complaints(code, file)).length, 1));
  }
  for (const [name, file, code] of allowed) {
    it(`${name}: allowed`, async () => assert.deepEqual(await complaints(code, file), []));
  }
});
