import { codeLenses } from '../service/code-lens.ts';
import { inlayHints } from '../service/inlay-hints.ts';
import { semanticTokens } from '../service/semantic-tokens.ts';
import { inLetter } from './features.ts';
import type { Session } from './session.ts';

/** What is shown between the letter's own words, as far as the settings want it, and what colours them. */
export function handleAnnotations(session: Session): void {
  const { connection, client, configuration } = session;
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    if (!(await configuration.editorSettingsFor(uri)).codeLens) return null;
    return inLetter(session, uri, (letter) => codeLenses(letter, { commands: client.showsPlaces }));
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    if (!(await configuration.editorSettingsFor(uri)).inlayHints) return null;
    return inLetter(session, uri, (letter) => inlayHints(letter, range));
  });
  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }) =>
    await inLetter(session, uri, (letter) => semanticTokens(letter)) ?? { data: [] });
  connection.languages.semanticTokens.onRange(async ({ textDocument: { uri }, range }) =>
    await inLetter(session, uri, (letter) => semanticTokens(letter, range)) ?? { data: [] });
}

/** Asks the client to ask again, because the settings have changed. */
export function refreshAnnotations({ connection, client }: Session): void {
  if (client.refreshesCodeLenses) void connection.sendRequest('workspace/codeLens/refresh').catch(() => {});
  if (client.refreshesInlayHints) void connection.languages.inlayHint.refresh().catch(() => {});
}
