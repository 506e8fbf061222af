import { commands, Disposable, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import type { ActiveLetter } from '../active-letter.ts';
import { askServer } from '../ask-server.ts';
import { showPlace } from '../go-to.ts';
import { placesOf, SHOW_IN_LETTER } from './links.ts';
import { summaryPage } from './page.ts';

/** In milliseconds. */
const PAGE_FOCUSES_WITHIN = 250;

/** The panel *Letter Summary* beside the letter that the reviewer works on. */
export class LetterSummaryPanel implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #letter: ActiveLetter;
  readonly #styles: Uri;
  readonly #subscriptions: Disposable;
  #panel: WebviewPanel | undefined;
  #uri: string | undefined;
  #places: ReadonlyMap<string, Range> = new Map();

  constructor(client: BaseLanguageClient, letter: ActiveLetter, extension: Uri) {
    this.#client = client;
    this.#letter = letter;
    this.#styles = Uri.joinPath(extension, 'client/styles');
    this.#subscriptions = Disposable.from(
      letter.onDidChange(() => void this.#update()),
      commands.registerCommand(SHOW_IN_LETTER, (id: unknown) => this.#showInLetter(id)),
    );
  }

  /** Opens the panel, or brings it to the front. */
  async show(): Promise<void> {
    await this.#letter.editor();
    if (this.#panel) this.#panel.reveal(undefined, true);
    else this.#panel = this.#open();
    await this.#letter.refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#panel?.dispose();
  }

  #open(): WebviewPanel {
    const panel = window.createWebviewPanel('imr.letterSummary', 'Letter Summary', { viewColumn: ViewColumn.Beside, preserveFocus: true }, {
      enableScripts: false, enableCommandUris: [SHOW_IN_LETTER], localResourceRoots: [this.#styles], enableFindWidget: true,
    });
    panel.onDidDispose(() => { this.#panel = undefined; });
    return panel;
  }

  async #update(): Promise<void> {
    const uri = this.#letter.items?.uri;
    if (!this.#panel) return;
    // A server that can't answer has said so already.
    const summary = uri === undefined ? null : await askServer(this.#client, 'imr/letterSummary', { uri }).catch(() => null);
    const webview = this.#panel?.webview;
    if (!webview || uri !== this.#letter.items?.uri) return;
    this.#uri = uri;
    this.#places = summary ? placesOf(summary) : new Map();
    const html = summaryPage(summary, {
      styles: webview.asWebviewUri(Uri.joinPath(this.#styles, 'letter-summary.css')).toString(), cspSource: webview.cspSource,
    });
    // Writing the same page again would still take the keyboard's place in it away.
    if (webview.html !== html) webview.html = html;
  }

  async #showInLetter(id: unknown): Promise<void> {
    const place = this.#places.get(String(id));
    const editor = await this.#letter.editor();
    if (!place || editor.document.uri.toString() !== this.#uri) return;
    await showPlace(editor, place);
    // A page takes the keyboard when it is clicked, on a busy machine only after the letter has got it.
    await new Promise((resolve) => { setTimeout(resolve, PAGE_FOCUSES_WITHIN); });
    if (this.#panel?.active) await showPlace(editor, place);
  }
}
