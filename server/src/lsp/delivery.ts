import { asClientCounts } from './encoded-messages.ts';
import { placeOf } from './fault.ts';
import { whenQuiet } from './input-queue.ts';
import type { Delivery, Session } from './session.ts';

type Parts = Pick<Session, 'connection' | 'client' | 'documents' | 'files' | 'report'>;

export function createDelivery(session: Parts): Delivery {
  return session.client.pullsDiagnostics ? byQuestion(session) : byMessage(session);
}

/** The client asks; the server only says when it is worth asking again. */
function byQuestion({ connection, client }: Parts): Delivery {
  return {
    changed() {},
    closed() {},
    allChanged() {
      if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => {});
    },
  };
}

/** For clients that can't ask: findings are sent when the typing pauses for a turn. */
function byMessage(session: Parts): Delivery {
  const waiting = new Set<string>();
  const quiet = whenQuiet(() => {
    for (const uri of waiting) void send(session, uri);
    waiting.clear();
  });
  const changed = (uri: string): void => {
    waiting.add(uri);
    quiet.ask();
  };
  return {
    changed,
    closed(uri) {
      waiting.delete(uri);
      void session.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    allChanged() {
      for (const { uri } of session.documents.all()) changed(uri);
    },
  };
}

async function send(parts: Parts, uri: string): Promise<void> {
  const { connection, client, documents, report } = parts;
  try {
    const reported = await report(uri);
    const version = documents.get(uri)?.version;
    if (!reported || version === undefined) return;
    const said = { uri, ...(client.diagnostics.version && { version }), diagnostics: [...reported.diagnostics] };
    await connection.sendDiagnostics(await asClientCounts(parts, said, uri));
  } catch (error) {
    connection.console.error(placeOf(error));
  }
}
