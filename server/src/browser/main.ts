import { BrowserMessageReader, BrowserMessageWriter, createConnection, type MessageReader, type MessageWriter } from 'vscode-languageserver/browser';
import { features } from '../lsp/features.ts';
import { noFiles } from '../lsp/file-system.ts';
import { createLifecycle } from '../lsp/lifecycle.ts';
import { startServer } from '../lsp/server.ts';

// The project is compiled without the browser's types; in a worker `self` is the port to the page.
type Port = ConstructorParameters<typeof BrowserMessageReader>[0];
const port = globalThis as unknown as Port;
const reader: MessageReader = new BrowserMessageReader(port);
const writer: MessageWriter = new BrowserMessageWriter(port);
startServer(createConnection(features, reader, writer, { messageStrategy: createLifecycle() }), noFiles);
