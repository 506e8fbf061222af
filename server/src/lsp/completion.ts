import { CompletionTriggerKind, type CompletionContext, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import { complete } from '../service/completion.ts';
import { completeTeamTemplate } from '../service/team-template-completion.ts';
import type { CompletionParts } from './client.ts';
import { inDocument } from './row.ts';
import type { Session } from './session.ts';

/** What a place may say, in a letter and in a team's template. */
export function completed(session: Session, { textDocument: { uri }, position, context }: CompletionParams): Promise<CompletionList | null> {
  const options = { snippets: session.client.readsSnippets, typing: isTyping(context) };
  const { completions } = session.client;
  return inDocument(session, uri, async (letter) => {
    switch (letter.kind) {
      case 'team-template': return shown(completeTeamTemplate(letter, position, options), completions);
      case 'letter': return shown(complete(letter, position, { ...options, templates: await session.templates.of(uri) }), completions);
      case 'other': return null;
    }
  });
}

/** The list without what the client doesn't know. */
function shown(list: CompletionList | null, parts: CompletionParts): CompletionList | null {
  return list && { ...list, items: list.items.map((item) => shownItem(item, parts)) };
}

function shownItem({ kind, labelDetails, preselect, ...item }: CompletionItem, parts: CompletionParts): CompletionItem {
  return {
    ...item,
    ...(kind !== undefined && parts.kinds.has(kind) && { kind }),
    ...(labelDetails && parts.labelDetails && { labelDetails }),
    ...(preselect && parts.preselect && { preselect }),
  };
}

/** A character opened the list, or a list that is open is asked for again; not: the reviewer asked for one. */
function isTyping(context: CompletionContext | undefined): boolean {
  return context !== undefined && context.triggerKind !== CompletionTriggerKind.Invoked;
}
