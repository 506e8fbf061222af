import { Uri, workspace } from 'vscode';
import type { KeptLine } from '../../protocol/findings.ts';
import { appendLine } from './kept-lines.ts';
import { changeFile } from './not-here.ts';

/** Adds a signed letter to the local ledger, where the reviewer wants one. It is theirs, so git is told to leave it where it is. */
export async function keepInLedger({ file, line }: KeptLine): Promise<void> {
  if (!workspace.getConfiguration('imr').get<boolean>('ledger', false)) return;
  const ledger = Uri.parse(file);
  await changeFile(ledger, (text) => appendLine(text, line));
  await changeFile(Uri.joinPath(ledger, '..', '.gitignore'), (text) => (/^ledger\.jsonl$/m.test(text) ? text : appendLine(text, 'ledger.jsonl\n')));
}
