import type { Connection, InitializeParams } from 'vscode-languageserver';
import { handleAnnotations, refreshAnnotations } from './annotations.ts';
import { handleCodeActions } from './code-actions.ts';
import { practise } from '../service/warm-up.ts';
import { capabilities } from './capabilities.ts';
import { readClient, type Client } from './client.ts';
import { createConfiguration } from './configuration.ts';
import { report, type Reported } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { handleFeatures } from './features.ts';
import type { FileSystem } from './file-system.ts';
import { betweenMessages } from './input-queue.ts';
import { handleImport } from './import-letter.ts';
import { createLetters } from './letters.ts';
import { handlePull, pullAgain } from './pull.ts';
import { createPush } from './push.ts';
import { handleNewLetter } from './new-letter.ts';
import { createSeenInLetters } from './seen-in-letters.ts';
import type { Session } from './session.ts';
import { placeOf } from './fault.ts';
import { createFileSymbols } from './file-symbols.ts';
import { handleWorkspaceSymbols } from './workspace-symbols.ts';
import { handleSignOff } from './sign-off.ts';
import { createStatus } from './status.ts';
import { createTeamTemplates } from './team-templates.ts';
import { handleTools } from './tools.ts';

/** Serves one client until it exits. Files are handed in: a web worker has none. */
export function startServer(connection: Connection, files: FileSystem): void {
  connection.onInitialize((params: InitializeParams) => {
    const client = readClient(params);
    const session = createSession(connection, client, files);
    const diagnosticsChanged = client.pullsDiagnostics ? servePull(session) : servePush(session);
    handleSettings(session, diagnosticsChanged);
    handleFeatures(session);
    handleImport(session);
    handleNewLetter(session);
    handleSignOff(session);
    handleTools(session);
    handleAnnotations(session);
    handleWorkspaceSymbols(session);
    handleCodeActions(session);
    return { capabilities: capabilities(client), serverInfo: { name: 'imr-determination' } };
  });
  connection.listen();
}

function createSession(connection: Connection, client: Client, files: FileSystem): Session {
  const documents = createDocuments();
  const configuration = createConfiguration(connection, client, files);
  const letters = createLetters(documents, configuration);
  const reported = new Map<string, Reported>();
  const seen = createSeenInLetters();
  const showStatus = createStatus(connection, client);
  return {
    connection, client, files, documents, configuration, letters, fileSymbols: createFileSymbols(), seen,
    templates: createTeamTemplates(connection, client, files, configuration),
    reported: (uri) => reported.get(uri),
    async report(uri) {
      const letter = await letters.letter(uri);
      if (!letter) return undefined;
      // Only when it is opened: of what comes and goes while somebody types, the sign-off says nothing.
      if (!reported.has(uri)) seen.note(letter);
      const result = report(letter, client, reported.get(uri));
      reported.set(uri, result);
      showStatus(letter);
      return result;
    },
    forget(uri) {
      documents.close(uri);
      letters.forget(uri);
      reported.delete(uri);
      seen.forget(uri);
    },
  };
}

/** The client asks; the server only says when it is worth asking again. */
function servePull(session: Session): () => void {
  const { connection, documents } = session;
  connection.onDidOpenTextDocument(({ textDocument }) => void documents.open(textDocument));
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
    void documents.change(textDocument.uri, textDocument.version, contentChanges));
  connection.onDidCloseTextDocument(({ textDocument }) => session.forget(textDocument.uri));
  handlePull(session);
  return () => pullAgain(session);
}

/** For clients that can't ask: findings are sent when the typing pauses for a turn. */
function servePush(session: Session): () => void {
  const { connection, documents } = session;
  const push = createPush(session);
  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (documents.open(textDocument)) push.soon(textDocument.uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    if (documents.change(textDocument.uri, textDocument.version, contentChanges)) push.soon(textDocument.uri);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const served = documents.get(textDocument.uri) !== undefined;
    session.forget(textDocument.uri);
    if (served) push.clear(textDocument.uri);
  });
  return () => {
    for (const { uri } of documents.all()) push.soon(uri);
  };
}

function handleSettings(session: Session, diagnosticsChanged: () => void): void {
  const { connection, client, configuration, letters, templates } = session;
  connection.onInitialized(() => {
    configuration.watch();
    betweenMessages(practise());
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.editorChanged(settings);
    templates.forget();
    diagnosticsChanged();
    refreshAnnotations(session);
  });
  connection.onDidChangeWatchedFiles(() => {
    configuration.filesChanged();
    templates.forget();
    diagnosticsChanged();
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // As it is saved: with the settings at hand, nothing is typed in between.
    void letters.letter(uri).then((letter) => {
      if (letter?.kind === 'letter') session.seen.note(letter);
      // Its folder may have any name, so no watcher knows it.
      if (letter?.kind === 'team-template') templates.forget();
    }).catch((error: unknown) => connection.console.error(placeOf(error)));
    // A client that can't watch files at least says when one is saved.
    if (client.registersWatchers) return;
    configuration.filesChanged();
    templates.forget();
  });
}
