import { readInput } from '../assistant/read-input.ts';
import { runTool, toolNamed } from '../assistant/run-tool.ts';
import { ToolFailure } from '../assistant/tool-failure.ts';
import { toolInputs } from '../assistant/tool-inputs.ts';
import { schemaOf, tools, type Tool } from '../assistant/tools.ts';
import type { Letter } from '../service/letter.ts';
import { notADetermination } from './check-input.ts';
import { Failure } from './console.ts';
import { letterOnDisk } from './letter-on-disk.ts';
import type { SettingsOf } from './settings.ts';

/** Where there is no editor, an assistant says itself which letter it means. */
const LETTER = { path: { type: 'string' }, text: { type: 'string' } } as const;

const { properties: letterProperties } = schemaOf({ takes: LETTER, needs: [] }, {
  path: 'Path of the letter (.md or .txt). The file is read, never written. Give this or “text”.',
  text: 'The letter itself, as Markdown, where it is in no file.',
});

/** The tools as they are offered outside of the editor. */
export const toolsOnDisk: readonly Tool[] = tools.map((tool) => (
  tool.readsLetter ? { ...tool, input: { ...tool.input, properties: { ...letterProperties, ...tool.input.properties } } } : tool
));

/**
 * Answers a tool with plain JSON. Each call reads the letter anew: its author goes on writing.
 * @throws ToolFailure or Failure for what the caller can put right
 */
export async function callTool(name: string, given: unknown, cwd: string, settingsOf: SettingsOf): Promise<object> {
  const tool = toolNamed(name);
  const { readsLetter, takes, needs } = toolInputs[tool];
  if (!readsLetter) return runTool(tool, given, null);
  const { path, text, ...input } = readInput({ takes: { ...LETTER, ...takes }, needs }, given);
  return runTool(tool, input, await letterFrom(path, text, cwd, settingsOf));
}

async function letterFrom(path: unknown, text: unknown, cwd: string, settingsOf: SettingsOf): Promise<Letter> {
  if ((path === undefined) === (text === undefined)) throw new ToolFailure('Say which letter: give either its “path” or its “text”.');
  const letter = await letterOnDisk(typeof path === 'string' ? { path } : { text: String(text) }, cwd, settingsOf);
  if (letter.kind !== 'letter') throw new Failure(notADetermination({ path: typeof path === 'string' ? path : 'The text' }));
  return letter;
}
