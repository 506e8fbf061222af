import type { Tool } from '../../server/src/assistant/tools.ts';

/** The manifest with the tools that the IDE's assistant may call. They speak of the letter in the editor, so their input names none. */
export function withTools(manifest: string, tools: readonly Tool[]): string {
  const table = JSON.parse(manifest) as { contributes: Record<string, unknown> };
  table.contributes['languageModelTools'] = tools.map(({ name, title, about, description, input }) => ({
    name,
    displayName: title,
    toolReferenceName: referenceName(name),
    canBeReferencedInPrompt: true,
    icon: '$(law)',
    userDescription: about,
    modelDescription: description,
    inputSchema: input,
  }));
  return `${JSON.stringify(table, null, 2)}\n`;
}

/** `imr_check_letter` is `#imrCheckLetter` in the chat. */
function referenceName(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
