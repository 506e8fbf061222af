import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { runTool, toolNamed } from '../assistant/run-tool.ts';
import { ToolFailure } from '../assistant/tool-failure.ts';
import { toolInputs } from '../assistant/tool-inputs.ts';
import type { Letter } from '../service/letter.ts';
import { placeOf } from './fault.ts';
import type { Session } from './session.ts';

interface ToolCall {
  readonly name?: unknown;
  readonly input?: unknown;
  /** The letter that it is about; absent where none is open. */
  readonly uri?: unknown;
}

/** Answers `imr/tool` { name, input, uri } with the tool's JSON. What the caller can put right is an error with a sentence. */
export function handleTools(session: Session): void {
  session.connection.onRequest('imr/tool', async (call: ToolCall | null): Promise<object> => {
    try {
      const tool = toolNamed(call?.name);
      return runTool(tool, call?.input, await letterOf(session, call?.uri, toolInputs[tool].readsLetter));
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof ToolFailure) throw new ResponseError(ErrorCodes.InvalidParams, error.message);
      session.connection.console.error(placeOf(error));
      throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where.');
    }
  });
}

async function letterOf({ letters }: Session, uri: unknown, needed: boolean): Promise<Letter | null> {
  const letter = typeof uri === 'string' ? await letters.letter(uri) : undefined;
  if (letter?.kind === 'letter') return letter;
  if (!needed) return null;
  throw new ResponseError(LSPErrorCodes.RequestFailed, letter
    ? 'The file in the editor is no determination letter; open one first.'
    : 'No determination letter is open in the editor; open one first.');
}
