import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ToolName, Tools } from '../../protocol/tools.ts';
import type { ActiveLetter } from './active-letter.ts';
import { askServer } from './ask-server.ts';

/** Asks a tool about the letter that the reviewer works on. Rejected with a sentence where there is none, or the input is wrong. */
export type AskTool = <Name extends ToolName>(name: Name, input: object) => Promise<Tools[Name]['answers']>;

export function toolsFor(client: BaseLanguageClient, letter: ActiveLetter): AskTool {
  return async <Name extends ToolName>(name: Name, input: object) => {
    const uri = (await letter.refresh())?.uri;
    return await askServer(client, 'imr/tool', { name, input, ...(uri !== undefined && { uri }) }) as Tools[Name]['answers'];
  };
}
