// A language server that finds nothing and does nothing: what is left of a keystroke's time is the pipe's and the machine's.
import { readMessages, writeMessage } from './messages.ts';

interface Message { id?: number; method: string; params: { textDocument: { uri: string; version: number } } }

readMessages(process.stdin, (message) => {
  const { id, method, params } = message as unknown as Message;
  if (method === 'exit') process.exit(0);
  if (method === 'textDocument/didOpen' || method === 'textDocument/didChange') {
    const { uri, version } = params.textDocument;
    writeMessage(process.stdout, { method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics: [] } });
  }
  if (id !== undefined) writeMessage(process.stdout, { id, result: method === 'initialize' ? { capabilities: { textDocumentSync: 2 } } : null });
});
