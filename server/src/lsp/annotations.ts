import type { CodeLens, CodeLensParams, InlayHint, InlayHintParams } from 'vscode-languageserver';
import { codeLenses } from '../service/code-lens.ts';
import { inlayHints } from '../service/inlay-hints.ts';
import { inLetter } from './row.ts';
import type { Session } from './session.ts';

/** What is shown between the letter's own words, as far as the settings want it. */
export async function codeLensesWanted(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[] | null> {
  if (!(await session.configuration.editorSettingsFor(uri)).codeLens) return null;
  return inLetter(session, uri, (letter) => codeLenses(letter, { commands: session.client.showsPlaces }));
}

export async function inlayHintsWanted(session: Session, { textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[] | null> {
  if (!(await session.configuration.editorSettingsFor(uri)).inlayHints) return null;
  return inLetter(session, uri, (letter) => inlayHints(letter, range));
}

/** Asks the client to ask again, because the settings have changed. */
export function refreshAnnotations({ connection, client }: Session): void {
  if (client.refreshesCodeLenses) void connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh().catch(() => {});
}
