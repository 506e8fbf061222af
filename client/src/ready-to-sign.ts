import { Position, QuickPickItemKind, window, type QuickPickItem, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Requests } from '../../protocol/methods.ts';
import type { SignOff } from '../../protocol/sign-off.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';
import { showProblem } from './go-to.ts';
import { keepInLedger } from './ledger.ts';
import { saveLetter } from './save-letter.ts';
import { writeReport } from './sign-off-report.ts';
import { count } from './wording.ts';

type Finding = SignOff['findings'][number];

interface Row extends QuickPickItem {
  /** Absent: the reviewer has looked at the warnings. */
  readonly finding?: Finding;
}

interface OrderRow extends QuickPickItem {
  /** Where what it says stands in the letter, from 1. Absent: the reviewer decides so. */
  readonly line?: number;
}

/**
 * Shows what stands in the way of a signature, to go there. Once nothing does, and the reviewer has acknowledged what warnings are left and
 * has read back what each item orders, the report is written.
 */
export async function readyToSign(client: BaseLanguageClient, letter: ActiveLetter): Promise<void> {
  const editor = await letter.editor();
  const { document } = editor;
  const { signOff: { ready, warnings, findings, items, notes, caseNumber } } = await askSignOff(client, document, false);
  if (!ready || warnings > 0) {
    const chosen = await choose(ready, warnings, findings);
    if (!chosen) return;
    // The list cuts a long sentence off; at its place it is shown in full.
    if (chosen.finding) return showProblem(editor, new Position(chosen.finding.line - 1, chosen.finding.column - 1));
  }
  const read = await readBack(items, notes);
  if (read === 'left') return;
  if (read !== 'signed') return showProblem(editor, new Position(read - 1, 0));
  const saved = await saveLetter(document, caseNumber);
  if (!saved) return;
  const { signOff: signed, html, ledger } = await askSignOff(client, saved, true);
  if (!signed.ready || signed.warnings !== warnings || ordersOf(signed.items) !== ordersOf(items)) throw new Error('The letter has changed meanwhile. Ask again whether it is ready to sign.');
  if (await writeReport(saved, signed, html) && ledger) await keepInLedger(ledger);
}

async function askSignOff(client: BaseLanguageClient, document: TextDocument, acknowledged: boolean): Promise<NonNullable<Requests['imr/signOff']['result']>> {
  const answer = await askServer(client, 'imr/signOff', { uri: document.uri.toString(), acknowledged });
  if (!answer) throw new Error('This file is no determination letter.');
  return answer;
}

function choose(ready: boolean, warnings: number, findings: readonly Finding[]): Thenable<Row | undefined> {
  const blocking = findings.filter(({ outcome }) => outcome === 'blocks');
  const warning = findings.filter(({ outcome }) => outcome === 'warning');
  const title = ready ? `Ready to Sign? ${count(warnings, 'warning')} left` : `Not ready to sign: ${count(blocking.length, 'thing')} to put right`;
  const rows: Row[] = [
    ...(ready ? [{ label: `$(pass) Acknowledge ${count(warnings, 'warning')} and write the report` }] : []),
    ...rowsOf('must be put right', '$(error)', blocking),
    ...rowsOf('to look at', '$(warning)', warning),
  ];
  return window.showQuickPick(rows, { title, placeHolder: 'Choose one to go to its place', matchOnDetail: true });
}

function ordersOf(items: SignOff['items']): string {
  return items.map(({ verdict, request }) => `${verdict}: ${request}`).join();
}

/** What each item orders, before anybody signs it. An item that isn't as it should be is gone to, by its line. */
async function readBack(items: SignOff['items'], notes: SignOff['notes']): Promise<'signed' | 'left' | number> {
  const orders = items.flatMap(({ number, verdict, request, differences, line }): OrderRow[] => [
    { label: `${number}. ${verdict}`, detail: request, line },
    ...differences.map((difference) => ({ label: `$(warning) ${number}. Words differ`, detail: difference, line })),
  ]);
  const rows: OrderRow[] = [{ label: '$(pass) This is what I decide: write the report' }, ...orders, ...notes.map((note) => ({ label: '$(info) To know', detail: note, line: 1 }))];
  const chosen = await window.showQuickPick(rows, { title: 'Read Back: What the Letter Orders', placeHolder: 'Read each item; choose one to go to it', matchOnDetail: true });
  return !chosen ? 'left' : chosen.line ?? 'signed';
}

function rowsOf(heading: string, icon: string, findings: readonly Finding[]): Row[] {
  if (findings.length === 0) return [];
  return [
    { label: heading, kind: QuickPickItemKind.Separator },
    ...findings.map((finding) => ({
      label: `${icon} ${finding.item === null ? 'Letter' : `Item ${finding.item}`}`, description: `line ${finding.line}`, detail: finding.message, finding,
    })),
  ];
}
