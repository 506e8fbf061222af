import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import manifest from '../../../../package.json' with { type: 'json' };
import { ToolFailure } from '../../assistant/tool-failure.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { callTool, toolsOnDisk } from '../letter-tools.ts';
import { createSettings, type SettingsOptions } from '../settings.ts';

/** Said to the assistant once, when it connects. */
const INSTRUCTIONS = 'Tools for California Independent Medical Review determination letters. They give findings and facts, and no letter text unless it is asked for '
  + 'by “includeText”. Letters are health records: ask for text only where the user wants it handed over. Files are read and never written.';

/** `imr mcp`: serves the tools over stdin and stdout until the assistant closes its end. Nothing but the protocol goes to stdout. */
export async function mcp(options: SettingsOptions, { cwd, err }: Console): Promise<ExitCode> {
  // Settings may change while the assistant is connected, so each call reads them anew; a wrong option is said at once.
  createSettings(cwd, options);
  const server = new Server({ name: 'imr-determination', version: manifest.version }, { capabilities: { tools: {} }, instructions: INSTRUCTIONS });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: toolsOnDisk.map(({ name, title, description, input }) => ({
      name, title, description, inputSchema: { ...input, required: [...input.required] }, annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    try {
      return result(JSON.stringify(await callTool(params.name, params.arguments ?? {}, cwd, createSettings(cwd, options))));
    } catch (error) {
      if (error instanceof Failure || error instanceof ToolFailure) return { ...result(error.message), isError: true };
      // The message of any other error may quote the letter.
      err(`imr: the tool failed (${error instanceof Error ? error.name : 'Error'}).\n`);
      return { ...result('The tool failed. Please report this.'), isError: true };
    }
  });
  await server.connect(new StdioServerTransport());
  // The connection is left open: what was asked before the end is still answered.
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve);
  });
  return 0;
}

function result(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] };
}
