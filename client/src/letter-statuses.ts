import { EventEmitter, type Disposable, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Notifications } from '../../protocol/methods.ts';
import type { LetterStatus } from '../../protocol/status.ts';

const STATUS = 'imr/status';
const ANSWER_WITHIN = 10_000;

/** The server's last word on each letter. It is said once, so it is kept when the letter is closed. */
export class LetterStatuses implements Disposable {
  readonly #statuses = new Map<string, LetterStatus>();
  readonly #changed = new EventEmitter<string>();
  readonly #subscriptions: Disposable[];

  /** Fires with the letter's URI. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#subscriptions = [
      this.#changed,
      client.onNotification(STATUS, (status: Notifications[typeof STATUS]) => {
        this.#statuses.set(status.uri, status);
        this.#changed.fire(status.uri);
      }),
    ];
  }

  of(uri: Uri): LetterStatus | undefined {
    return this.#statuses.get(uri.toString());
  }

  /** The same, waiting for the first check of a letter that was only just opened; undefined when none comes. */
  async whenChecked(uri: Uri): Promise<LetterStatus | undefined> {
    return this.of(uri) ?? await new Promise((resolve) => {
      const finish = () => {
        clearTimeout(limit);
        subscription.dispose();
        resolve(this.of(uri));
      };
      const limit = setTimeout(finish, ANSWER_WITHIN);
      const subscription = this.onDidChange((changed) => {
        if (changed === uri.toString()) finish();
      });
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
