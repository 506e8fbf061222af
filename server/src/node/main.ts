import { createConnection } from 'vscode-languageserver/node';
import { features } from '../lsp/features.ts';
import { createLifecycle } from '../lsp/lifecycle.ts';
import { startServer } from '../lsp/server.ts';
import { diskFiles } from './disk-files.ts';
import { docsFolder } from './docs-folder.ts';

// The editor says on the command line how it wants to talk, --stdio or --node-ipc: what opens sockets is left out when the program is built.
startServer(createConnection(features, { messageStrategy: createLifecycle() }), diskFiles, docsFolder());
