import type { Connection, InitializeParams } from 'vscode-languageserver';
import { shownFindings } from '../service/shown-findings.ts';
import type { Show } from '../settings/settings.ts';
import { practise } from '../service/warm-up.ts';
import { capabilitiesOf } from './capabilities.ts';
import { readClient, type Client } from './client.ts';
import { createConfiguration } from './configuration.ts';
import { createDelivery } from './delivery.ts';
import { report, type Reported } from './diagnostics.ts';
import { createDocuments } from './documents.ts';
import { createFileSymbols } from './file-symbols.ts';
import type { FileSystem } from './file-system.ts';
import { betweenMessages } from './input-queue.ts';
import { createLetters } from './letters.ts';
import { refuseOutOfOrder } from './lifecycle.ts';
import { rows } from './rows.ts';
import { createSeenInLetters } from './seen-in-letters.ts';
import type { Session } from './session.ts';
import { createStatus } from './status.ts';
import { createTeamTemplates } from './team-templates.ts';
import { sameFile } from './uri.ts';

/** Milliseconds in which an editor that was opened with a letter sends it: that one is checked before any practice. */
const FIRST_LETTER = 150;

/**
 * Serves one client until it exits, on a connection that was made with `createLifecycle`. Files are handed in: a web worker has none. `docs`: the address of the
 * rules' pages, where they are installed.
 */
export function startServer(connection: Connection, files: FileSystem, docs: string | null = null): void {
  refuseOutOfOrder(connection);
  connection.onInitialize((params: InitializeParams) => {
    const client = readClient(params, docs);
    const session = createSession(connection, client, files);
    const served = rows.flatMap((row) => {
      const announced = row.announces(client);
      return announced ? [{ row, announced }] : [];
    });
    for (const { row } of served) row.serve(session);
    connection.onInitialized(() => {
      for (const { row } of served) row.register?.(session);
      betweenMessages(practise(), FIRST_LETTER);
    });
    const capabilities = capabilitiesOf([...client.offersEncodings ? [{ positionEncoding: client.encoding }] : [], ...served.map(({ announced }) => announced)]);
    return { capabilities, serverInfo: { name: 'imr-determination' } };
  });
  connection.listen();
}

function createSession(connection: Connection, client: Client, files: FileSystem): Session {
  const folders = new Set(client.folders);
  const documents = createDocuments(client.encoding);
  const configuration = createConfiguration(connection, client, files, folders);
  const letters = createLetters(documents, configuration);
  const reported = new Map<string, Reported>();
  const seen = createSeenInLetters();
  const toSign = new Set<string>();
  const showStatus = createStatus(connection, client);

  async function showOf(uri: string): Promise<Show> {
    return toSign.has(sameFile(uri)) ? 'everything' : (await configuration.checkerFor(uri)).show;
  }

  async function reportOf(uri: string): Promise<Reported | undefined> {
    const letter = await letters.letter(uri);
    if (!letter) return undefined;
    // Only when it is opened: of what comes and goes while somebody types, the sign-off says nothing.
    const file = sameFile(uri);
    if (!reported.has(file)) seen.note(letter);
    const shown = shownFindings(letter, await showOf(uri));
    const result = report(letter, client, reported.get(file), shown);
    reported.set(file, result);
    showStatus(letter, shown);
    return result;
  }

  return {
    connection, client, files, folders, documents, configuration, letters, seen, toSign,
    fileSymbols: createFileSymbols(),
    templates: createTeamTemplates(connection, folders, files, configuration),
    delivery: createDelivery({ connection, client, documents, files, report: reportOf }),
    report: reportOf,
    showOf,
    forget(uri) {
      documents.close(uri);
      letters.forget(uri);
      reported.delete(sameFile(uri));
      seen.forget(uri);
      toSign.delete(sameFile(uri));
    },
  };
}
