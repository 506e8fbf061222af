import { placeOf } from './fault.ts';
import { whenQuiet } from './input-queue.ts';
import type { Session } from './session.ts';

/** Sends diagnostics to clients that can't pull. */
export function createPush(session: Session): { soon(uri: string): void; clear(uri: string): void } {
  const waiting = new Set<string>();
  const quiet = whenQuiet(() => {
    for (const uri of waiting) void push(session, uri);
    waiting.clear();
  });
  return {
    soon(uri) {
      waiting.add(uri);
      quiet.ask();
    },
    clear(uri) {
      waiting.delete(uri);
      void session.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

async function push(session: Session, uri: string): Promise<void> {
  try {
    const reported = await session.report(uri);
    const version = session.documents.get(uri)?.version;
    if (!reported || version === undefined) return;
    await session.connection.sendDiagnostics({ uri, version, diagnostics: [...reported.diagnostics] });
  } catch (error) {
    session.connection.console.error(placeOf(error));
  }
}
