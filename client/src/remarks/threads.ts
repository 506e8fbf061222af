import { CommentThreadCollapsibleState, comments, Disposable, languages, Range, workspace, type CommentController, type CommentThread, type TextDocument, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { LetterRemarks, Remark } from '../../../protocol/remarks.ts';
import type { ActiveLetter } from '../active-letter.ts';
import { askServer } from '../ask-server.ts';
import { LETTER_LANGUAGES } from '../letter-languages.ts';
import { threadContent } from './thread-content.ts';

interface Shown {
  readonly remark: Remark;
  readonly thread: CommentThread;
}

/** The remarks on the letters that were looked at, as VS Code shows comments. They stand where the server finds their words. */
export class RemarkThreads implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #controller: CommentController;
  readonly #subscriptions: Disposable;
  /** By letter, each by what tells it from the others of it. */
  readonly #shown = new Map<string, Map<string, Shown>>();
  readonly #asked = new Map<string, number>();

  constructor(client: BaseLanguageClient, letter: ActiveLetter) {
    this.#client = client;
    this.#controller = comments.createCommentController('imr.remarks', 'IMR Remarks');
    this.#controller.options = { prompt: 'Write a remark on these words', placeHolder: 'Write here, and choose below what it is' };
    this.#controller.commentingRangeProvider = { provideCommentingRanges: (document) => this.#commentable(document) };
    const files = workspace.createFileSystemWatcher('**/.imr/remarks.jsonl');
    const again = (): void => { for (const uri of this.#shown.keys()) void this.refresh(uri); };
    this.#subscriptions = Disposable.from(
      this.#controller, files, files.onDidChange(again), files.onDidCreate(again), files.onDidDelete(again),
      letter.onDidChange(() => { if (letter.items) void this.refresh(letter.items.uri); }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#show(uri.toString(), [])),
    );
  }

  /** What was said of a letter, as it is now, and as it is shown from now on. Null for anything else. */
  async refresh(uri: string): Promise<LetterRemarks | null> {
    const asked = (this.#asked.get(uri) ?? 0) + 1;
    this.#asked.set(uri, asked);
    // A server that can't answer has said so already.
    const answer = await askServer(this.#client, 'imr/remarks', { uri }).catch(() => null);
    if (this.#asked.get(uri) === asked) this.#show(uri, answer?.remarks ?? []);
    return answer;
  }

  /** The remark that a thread shows. */
  remarkOf(thread: CommentThread): Remark | null {
    for (const { remark, thread: own } of this.#shown.get(thread.uri.toString())?.values() ?? []) if (own === thread) return remark;
    return null;
  }

  /** Those of a letter as they are shown. */
  of(uri: Uri): Remark[] {
    return [...this.#shown.get(uri.toString())?.values() ?? []].map(({ remark }) => remark);
  }

  /** Shows it unfolded, and it alone. */
  reveal(uri: Uri, remark: Remark): void {
    for (const [key, { thread }] of this.#shown.get(uri.toString()) ?? []) {
      thread.collapsibleState = key === keyOf(remark) ? CommentThreadCollapsibleState.Expanded : CommentThreadCollapsibleState.Collapsed;
    }
  }

  dispose(): void {
    this.#shown.clear();
    this.#subscriptions.dispose();
  }

  /** Where a remark can be begun in the margin: anywhere in a letter that has one. Who writes alone has no sign beside each line. */
  async #commentable(document: TextDocument): Promise<Range[]> {
    if (languages.match(LETTER_LANGUAGES, document) === 0) return [];
    const answer = await this.refresh(document.uri.toString());
    if (!answer?.remarks.length) return [];
    return [document.validateRange(new Range(0, 0, document.lineCount, 0))];
  }

  /** Threads that stay are changed in place: they don't fold, and an answer that is being written stays. */
  #show(uri: string, remarks: readonly Remark[]): void {
    const before = this.#shown.get(uri) ?? new Map<string, Shown>();
    const now = new Map<string, Shown>();
    for (const remark of remarks) {
      const known = before.get(keyOf(remark));
      const { start, end } = remark.range;
      const range = new Range(start.line, start.character, end.line, end.character);
      const thread = known?.thread ?? this.#controller.createCommentThread(Uri.parse(uri), range, []);
      if (!known) thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
      if (!known || !thread.range?.isEqual(range)) thread.range = range;
      if (JSON.stringify(known?.remark) !== JSON.stringify(remark)) Object.assign(thread, threadContent(remark));
      now.set(keyOf(remark), { remark, thread });
    }
    for (const [key, { thread }] of before) if (!now.has(key)) thread.dispose();
    if (now.size > 0 || before.size > 0) this.#shown.set(uri, now);
  }
}

/** Those in the letter are known by what they say, and where. */
function keyOf({ id, form, text, range: { start } }: Remark): string {
  return id ?? `${form} ${start.line} ${text}`;
}
