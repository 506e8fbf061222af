import type {
  DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
} from 'vscode-languageserver';
import { placeOf } from './fault.ts';
import type { Session } from './session.ts';

export function opened({ documents, delivery }: Session, { textDocument }: DidOpenTextDocumentParams): void {
  if (documents.open(textDocument)) delivery.changed(textDocument.uri);
}

export function changed({ documents, delivery }: Session, { textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
  if (documents.change(uri, version, contentChanges)) delivery.changed(uri);
}

export function closed(session: Session, { textDocument: { uri } }: DidCloseTextDocumentParams): void {
  const served = session.documents.get(uri) !== undefined;
  session.forget(uri);
  if (served) session.delivery.closed(uri);
}

export function saved({ connection, client, configuration, letters, seen, templates }: Session, { textDocument: { uri } }: DidSaveTextDocumentParams): void {
  // As it is saved: with the settings at hand, nothing is typed in between.
  void letters.letter(uri).then((letter) => {
    if (letter?.kind === 'letter') seen.note(letter);
    // Its folder may have any name, so no watcher knows it.
    if (letter?.kind === 'team-template') templates.forget();
  }).catch((error: unknown) => connection.console.error(placeOf(error)));
  // A client that can't watch files at least says when one is saved.
  if (client.registersWatchers) return;
  configuration.filesChanged();
  templates.forget();
}
