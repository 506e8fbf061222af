import {
  commands, Disposable, EventEmitter, languages, TabInputText, window, workspace, type TextDocument, type TextEditor, type Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ItemList } from '../../protocol/items.ts';
import { askServer } from './ask-server.ts';
import { LETTER_LANGUAGES } from './letter-languages.ts';
import type { LetterStatuses } from './letter-statuses.ts';

/** Keys and menus of a determination lean on this; see `when` in the manifest. */
const CONTEXT = 'imr.inDetermination';
/** So long a pause of the typing brings the items up to date, in milliseconds. */
const PAUSE = 250;

/**
 * The determination that the reviewer works on, with its items. It stays while a preview, a panel or the
 * walkthrough has the focus, and until its tab is closed or another text is opened.
 */
export class ActiveLetter implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #document: TextDocument | undefined;
  #items: ItemList | null = null;
  #asked = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** Fires when the items are others, or those of another letter. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, statuses: LetterStatuses) {
    this.#client = client;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(() => void this.refresh()),
      // VS Code may tell of an editor before it tells of its tab; of a tab in a group that comes or goes it tells by the group alone.
      window.tabGroups.onDidChangeTabs(() => this.#refreshIfAnother()),
      window.tabGroups.onDidChangeTabGroups(() => this.#refreshIfAnother()),
      workspace.onDidChangeTextDocument(({ document }) => { if (document === this.#document) this.#refreshSoon(); }),
      statuses.onDidChange((uri) => { if (uri === currentDocument(this.#document)?.uri.toString()) void this.refresh(); }),
    );
  }

  /** As of the last refresh; null where no determination is open. */
  get items(): ItemList | null {
    return this.#items;
  }

  /** The items as they are now. */
  async refresh(): Promise<ItemList | null> {
    clearTimeout(this.#pause);
    this.#document = currentDocument(this.#document);
    const asked = ++this.#asked;
    const items = await this.#ask(this.#document);
    // An answer to a later question has overtaken this one, or will.
    if (asked !== this.#asked) return items;
    this.#items = items;
    void commands.executeCommand('setContext', CONTEXT, items !== null);
    this.#changed.fire();
    return items;
  }

  /** The editor with the letter, brought to the front. Throws, in words for the reviewer, where there is none. */
  async editor(): Promise<TextEditor> {
    const active = window.activeTextEditor;
    if (active && hasTab(active.document.uri)) return active;
    const document = currentDocument(this.#document);
    if (!document) throw new Error('Open a determination letter first.');
    return window.showTextDocument(document, columnOf(document.uri));
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#subscriptions.dispose();
  }

  #refreshIfAnother(): void {
    if (currentDocument(this.#document) !== this.#document) void this.refresh();
  }

  #refreshSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.refresh(), PAUSE);
  }

  async #ask(document: TextDocument | undefined): Promise<ItemList | null> {
    if (!document || languages.match(LETTER_LANGUAGES, document) === 0) return null;
    // A server that can't answer has said so already.
    return askServer(this.#client, 'imr/items', { uri: document.uri.toString() }).catch(() => null);
  }
}

function currentDocument(last: TextDocument | undefined): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  // An output panel counts as an editor, but it is no text that somebody opened.
  if (active && hasTab(active.uri)) return active;
  return last && !last.isClosed && hasTab(last.uri) ? last : undefined;
}

function hasTab(uri: Uri): boolean {
  return columnOf(uri) !== undefined;
}

function columnOf(uri: Uri): number | undefined {
  const shows = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => shows(input)))?.viewColumn;
}
