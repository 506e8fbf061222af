import type { Disposable, ExtensionContext } from 'vscode';
import type { ToolName } from '../../protocol/tools.ts';
import { languageModelHost } from './language-model-api.ts';
import type { AskTool } from './tool-answers.ts';

/** Said before an assistant gets words of the letter: only the reviewer can allow that. */
const HAND_OVER = {
  title: 'Hand over words of the letter?',
  message: 'The assistant asks for words of your letter, not only for findings and facts. They go to its language model, which may run on another machine.',
};

/** Registers the tools of the manifest with the assistant of the IDE, where it has one. `ask`: runs a tool on the reviewer's letter. */
export function registerLanguageModelTools({ extension }: Pick<ExtensionContext, 'extension'>, ask: AskTool): Disposable[] {
  const host = languageModelHost();
  if (!host) return [];
  const { languageModelTools } = (extension.packageJSON as Manifest).contributes;
  return languageModelTools.map(({ name, displayName }) => host.lm.registerTool(name, {
    prepareInvocation: ({ input }) => ({ invocationMessage: displayName, ...(asksForText(input) && { confirmationMessages: HAND_OVER }) }),
    invoke: async ({ input }) => new host.LanguageModelToolResult([new host.LanguageModelTextPart(JSON.stringify(await ask(name, input)))]),
  }));
}

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: ToolName; readonly displayName: string }[] };
}

function asksForText(input: object): boolean {
  return 'includeText' in input && input.includeText === true;
}
