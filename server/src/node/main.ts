import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createLifecycle } from '../lsp/lifecycle.ts';
import { startServer } from '../lsp/server.ts';
import { diskFiles } from './disk-files.ts';

// The editor says on the command line how it wants to talk: --stdio, --node-ipc, --pipe or --socket.
startServer(createConnection(ProposedFeatures.all, { messageStrategy: createLifecycle() }), diskFiles);
