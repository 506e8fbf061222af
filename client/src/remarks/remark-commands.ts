import { Range, Uri, window, workspace, WorkspaceEdit, type CommentReply, type CommentThread, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Remark, RemarkEntry, RemarkState } from '../../../protocol/remarks.ts';
import type { ActiveLetter } from '../active-letter.ts';
import { askServer } from '../ask-server.ts';
import { showPlace } from '../go-to.ts';
import { appendLine } from '../kept-lines.ts';
import { nextPlace } from '../next-place.ts';
import { changeFile } from '../not-here.ts';
import { askReviewer } from '../reviewer.ts';
import { shortened } from '../wording.ts';
import { remarkWords } from './thread-content.ts';
import type { RemarkThreads } from './threads.ts';

/** What the commands on remarks work with. */
export interface Remarking {
  readonly client: BaseLanguageClient;
  readonly letter: ActiveLetter;
  readonly threads: RemarkThreads;
}

/** A remark and the letter that it is on. */
interface On {
  readonly uri: Uri;
  readonly remark: Remark;
}

/** On the selected words; without any, on the item that the cursor stands in. `given`: what was written into a new thread. */
export async function leaveRemark(remarking: Remarking, given: unknown): Promise<void> {
  const reply = given as Partial<CommentReply> | undefined;
  if (reply?.thread?.range) return leaveInThread(remarking, reply as CommentReply, (text) => ({ text }));
  const editor = await remarking.letter.editor();
  const words = editor.document.getText(editor.selection);
  const text = await ask('Leave a Remark', words === '' ? 'On the item that the cursor stands in. Select words to remark on them.' : `On “${shortened(words, 60)}”`, '');
  if (text !== undefined) await keep(remarking, editor.document.uri, { kind: 'remark', range: editor.selection, text });
}

/** Other words for those that are selected. */
export async function proposeWords(remarking: Remarking, given: unknown): Promise<void> {
  const reply = given as Partial<CommentReply> | undefined;
  if (reply?.thread?.range) {
    if (reply.thread.range.isEmpty) throw new Error('Select the words that the proposal shall replace.');
    return leaveInThread(remarking, reply as CommentReply, (proposal) => ({ text: 'Other words', proposal }));
  }
  const editor = await remarking.letter.editor();
  const words = editor.document.getText(editor.selection);
  if (words.trim() === '') throw new Error('Select the words that the proposal shall replace.');
  const proposal = await ask('Propose Other Words', `Instead of “${shortened(words, 60)}”`, words);
  if (proposal === undefined || proposal === words) return;
  const text = await window.showInputBox({ title: 'Propose Other Words', prompt: 'Why, in a sentence; may stay empty', ignoreFocusOut: true });
  if (text !== undefined) await keep(remarking, editor.document.uri, { kind: 'remark', range: editor.selection, text: text.trim() || 'Other words', proposal });
}

export async function answerRemark(remarking: Remarking, given: unknown): Promise<void> {
  const { uri, remark } = await remarkFor(remarking, given, ({ id }) => id !== null);
  const text = (given as Partial<CommentReply> | undefined)?.text ?? await ask('Answer Remark', remark.text, '');
  if (text !== undefined && text.trim() !== '' && remark.id !== null) await keep(remarking, uri, { kind: 'answer', id: remark.id, text });
}

/** One that stands in the letter is taken out of it. */
export async function settleRemark(remarking: Remarking, given: unknown, state: RemarkState): Promise<void> {
  const { uri, remark } = await remarkFor(remarking, given, (each) => (each.state === 'open') === (state !== 'open'));
  if (remark.id !== null) return keep(remarking, uri, { kind: 'state', id: remark.id, state });
  const document = await workspace.openTextDocument(uri);
  const range = rangeOf(remark);
  await replace(uri, range, withoutRemark(document.getText(range)));
  await remarking.letter.refresh();
}

/** Puts the proposed words in the place of those that they are for, and keeps that they were taken. */
export async function takeProposal(remarking: Remarking, given: unknown): Promise<void> {
  const { uri, remark } = await remarkFor(remarking, given, ({ state, proposal }) => state === 'open' && proposal !== null);
  if (remark.id === null || remark.proposal === null) return;
  if (!remark.isFound || remark.words === null) throw new Error('The words that the proposal is for are gone. Put the proposed words in by hand, and resolve the remark.');
  await replace(uri, rangeOf(remark), remark.proposal);
  await keep(remarking, uri, { kind: 'state', id: remark.id, state: 'taken' });
}

/** Goes to the next one that is open, round at the end, and unfolds it. */
export async function nextRemark({ letter, threads }: Remarking): Promise<void> {
  const editor = await letter.editor();
  const open = (await threads.refresh(editor.document.uri.toString()))?.remarks.filter(({ state }) => state === 'open') ?? [];
  const remark = nextPlace(open.map((each) => ({ start: rangeOf(each).start, each })), editor.selection.start, 'next')?.each;
  if (!remark) return void window.showInformationMessage('IMR: No remark is open in this letter.');
  await showPlace(editor, rangeOf(remark));
  threads.reveal(editor.document.uri, remark);
}

/** Keeps that somebody has read the letter as it is now. */
export async function markAsRead(remarking: Remarking): Promise<void> {
  const { document: { uri } } = await remarking.letter.editor();
  await keep(remarking, uri, { kind: 'read' });
  void window.showInformationMessage('IMR: Kept that you have read this letter. The sign-off report says so.');
}

async function leaveInThread(remarking: Remarking, { thread, text }: CommentReply, said: (text: string) => { readonly text: string; readonly proposal?: string }): Promise<void> {
  const { uri, range } = thread;
  if (text.trim() === '' || !range) return;
  await keep(remarking, uri, { kind: 'remark', range, ...said(text.trim()) });
  // What is kept comes back with a thread of its own.
  thread.dispose();
}

/** Writes a line into the file beside the letter, and shows the letter's remarks as they then are. */
async function keep({ client, threads }: Remarking, uri: Uri, entry: RemarkEntry): Promise<void> {
  if (uri.scheme === 'untitled') throw new Error('Save the letter first: remarks are kept beside it.');
  const who = await askReviewer();
  if (who === undefined) return;
  const kept = await askServer(client, 'imr/remark', { uri: uri.toString(), entry: plain(entry), who });
  if (!kept) throw new Error('This file is no determination letter.');
  await changeFile(Uri.parse(kept.file), (text) => appendLine(text, kept.line));
  await threads.refresh(uri.toString());
}

/** A range of VS Code's own becomes the protocol's. */
function plain(entry: RemarkEntry): RemarkEntry {
  if (entry.kind !== 'remark') return entry;
  const { start, end } = entry.range;
  return { ...entry, range: { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } } };
}

/** That of a thread or by its id; otherwise the one at the cursor, or the one that the reviewer chooses. As it is now. */
async function remarkFor({ letter, threads }: Remarking, given: unknown, isMeant: (remark: Remark) => boolean): Promise<On> {
  const thread = threadOf(given);
  const named = thread ? threads.remarkOf(thread) : null;
  const uri = thread?.uri ?? (await letter.editor()).document.uri;
  const all = (await threads.refresh(uri.toString()))?.remarks ?? [];
  if (thread || typeof given === 'string') {
    const remark = all.find(({ id, range, text }) => (typeof given === 'string' ? id === given : id === named?.id && (id !== null || (text === named?.text && range.start.line === named.range.start.line))));
    if (!remark) throw new Error('That remark is gone.');
    return { uri, remark };
  }
  const meant = all.filter(isMeant);
  if (meant.length === 0) throw new Error('There is no such remark in this letter.');
  const chosen = atCursor(await letter.editor(), meant) ?? await choose(meant);
  if (!chosen) throw new Error('No remark was chosen.');
  return { uri, remark: chosen };
}

function threadOf(given: unknown): CommentThread | null {
  const thread = (given as Partial<CommentReply> | undefined)?.thread ?? given as Partial<CommentThread> | undefined;
  return typeof thread === 'object' && thread !== null && 'comments' in thread ? thread as CommentThread : null;
}

function atCursor({ selection }: TextEditor, remarks: readonly Remark[]): Remark | undefined {
  const here = remarks.filter((remark) => rangeOf(remark).contains(selection.active));
  return here.length === 1 ? here[0] : undefined;
}

async function choose(remarks: readonly Remark[]): Promise<Remark | undefined> {
  if (remarks.length === 1) return remarks[0];
  const rows = remarks.map((remark) => ({ ...remarkWords(remark), remark }));
  return (await window.showQuickPick(rows, { title: 'Which Remark?', matchOnDescription: true }))?.remark;
}

function ask(title: string, prompt: string, value: string): Thenable<string | undefined> {
  return window.showInputBox({ title, prompt, value, ignoreFocusOut: true, validateInput: (words) => (words.trim() === '' ? 'Write it, or press Escape.' : undefined) });
}

export function rangeOf({ range: { start, end } }: Remark): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

async function replace(uri: Uri, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  if (!await workspace.applyEdit(edit)) throw new Error('The letter could not be changed.');
}

/** `{==words==}{>>remark<<}` without the remark, and a comment without all of it. */
export function withoutRemark(text: string): string {
  const left = text.startsWith('<!--') ? '' : text.slice(0, Math.max(0, text.lastIndexOf('{>>')));
  return left.replace(/^\{==/, '').replace(/==\}$/, '');
}
