import { commands, languages, window, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { askServer } from './ask-server.ts';
import { CLIENT_ID } from './language-client.ts';
import { pageUri } from './rule-pages.ts';

/** Shows a page on the rules as it reads; without a name that of a rule to choose, those of what was found at the cursor first. */
export async function explainRule(client: BaseLanguageClient, name: unknown): Promise<void> {
  const chosen = typeof name === 'string' ? name : await chooseRule(client);
  if (chosen !== undefined) await commands.executeCommand('markdown.showPreview', pageUri(chosen));
}

async function chooseRule(client: BaseLanguageClient): Promise<string | undefined> {
  const here = new Set(rulesAtCursor());
  const rows = (await askServer(client, 'imr/rules', {})).map(({ id, summary, severity }): QuickPickItem => (
    { label: id, description: here.has(id) ? 'found at the cursor' : severity === 'off' ? 'off' : '', detail: summary }
  ));
  const sorted = [...rows.filter(({ label }) => here.has(label)), ...rows.filter(({ label }) => !here.has(label))];
  const row = await window.showQuickPick(sorted, { title: 'Explain Rule', placeHolder: 'Which rule?', matchOnDetail: true });
  return row && `rules/${row.label}`;
}

/** In the line of the cursor, too: a finding on a word is found from anywhere beside it. */
function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  const { document, selection: { active } } = editor;
  const line = document.lineAt(active.line).range;
  const found = languages.getDiagnostics(document.uri).filter(({ source, range }) => source === CLIENT_ID && range.intersection(line));
  return [...found.filter(({ range }) => range.contains(active)), ...found].flatMap(({ code }) => (typeof code === 'object' ? String(code.value) : []));
}
