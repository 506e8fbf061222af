import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { runTool, toolNamed } from '../assistant/run-tool.ts';
import { ToolFailure } from '../assistant/tool-failure.ts';
import { toolInputs } from '../assistant/tool-inputs.ts';
import type { Letter } from '../service/letter.ts';
import { withoutWords, type Asked } from './row.ts';
import type { Session } from './session.ts';

/** A tool for assistants, on the letter of that address. What the caller can put right is an error with a sentence. */
export function toolAnswer(session: Session, call: Asked<'imr/tool'>): Promise<object> {
  return withoutWords(session, async () => {
    try {
      const tool = toolNamed(call?.name);
      return runTool(tool, call?.input, await letterOf(session, call?.uri, toolInputs[tool].readsLetter));
    } catch (error) {
      throw error instanceof ToolFailure ? new ResponseError(ErrorCodes.InvalidParams, error.message) : error;
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
