import { CompletionTriggerKind, type CompletionContext, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import { complete } from '../service/completion.ts';
import { completeTeamTemplate } from '../service/team-template-completion.ts';
import { inDocument } from './row.ts';
import type { Session } from './session.ts';

/** What a place may say, in a letter and in a team's template. */
export function completed(session: Session, { textDocument: { uri }, position, context }: CompletionParams): Promise<CompletionList | null> {
  const options = { snippets: session.client.readsSnippets, typing: isTyping(context) };
  return inDocument(session, uri, async (letter) => {
    switch (letter.kind) {
      case 'team-template': return completeTeamTemplate(letter, position, options);
      case 'letter': return complete(letter, position, { ...options, templates: await session.templates.of(uri) });
      case 'other': return null;
    }
  });
}

/** A character opened the list, or a list that is open is asked for again; not: the reviewer asked for one. */
function isTyping(context: CompletionContext | undefined): boolean {
  return context !== undefined && context.triggerKind !== CompletionTriggerKind.Invoked;
}
