import { window, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FalseAlarm } from '../../protocol/findings.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { openDraft } from './open-draft.ts';

const TITLE = 'Report a False Alarm';

/** Writes a report on a finding that is none into a new text: what the program said, and of the letter only what the reviewer ticks. Nothing is sent. */
export async function reportFalseAlarm(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const editor = await letter.editor();
  const alarm = await chooseAlarm(client, editor);
  const words = alarm && await chooseWords(alarm.words);
  if (!words) return;
  const report = await askServer(client, 'imr/falseAlarmReport', { uri: editor.document.uri.toString(), finding: alarm.finding, words });
  if (!report) throw new Error('That is not found in the letter any more.');
  await openDraft(report.text);
}

async function chooseAlarm(client: BaseLanguageClient, { document, selection }: TextEditor): Promise<FalseAlarm | undefined> {
  const alarms = await askServer(client, 'imr/falseAlarms', { uri: document.uri.toString(), position: selection.active });
  const [first, ...others] = alarms ?? [];
  if (!first) throw new Error('Nothing is found in this line. Put the cursor on what is underlined.');
  if (others.length === 0) return first;
  const rows = [first, ...others].map((alarm) => ({ label: alarm.finding.rule, detail: alarm.message, alarm }));
  return (await window.showQuickPick(rows, { title: TITLE, placeHolder: 'Which finding is none?', matchOnDetail: true }))?.alarm;
}

/** Nothing is ticked to begin with. Undefined for Escape. */
async function chooseWords(words: readonly string[]): Promise<readonly string[] | undefined> {
  if (words.length === 0) return [];
  const chosen = await window.showQuickPick(words.map((label) => ({ label })), {
    title: TITLE, placeHolder: 'Tick the words that may stand in the report', canPickMany: true, ignoreFocusOut: true,
  });
  return chosen?.map(({ label }) => label);
}
