import type { DidChangeConfigurationParams, DidChangeWorkspaceFoldersParams } from 'vscode-languageserver';
import { refreshAnnotations } from './annotations.ts';
import type { Session } from './session.ts';
import { sameFile } from './uri.ts';

export function configurationChanged(session: Session, { settings }: DidChangeConfigurationParams): void {
  session.configuration.editorChanged(settings);
  session.templates.forget();
  session.delivery.allChanged();
  refreshAnnotations(session);
}

/** Files of settings or templates. */
export function filesChanged({ configuration, templates, delivery }: Session): void {
  configuration.filesChanged();
  templates.forget();
  delivery.allChanged();
}

export function foldersChanged({ folders, templates, delivery }: Session, { event: { added, removed } }: DidChangeWorkspaceFoldersParams): void {
  const gone = new Set(removed.map(({ uri }) => sameFile(uri)));
  for (const uri of [...folders]) if (gone.has(sameFile(uri))) folders.delete(uri);
  for (const { uri } of added) folders.add(uri);
  templates.forget();
  delivery.allChanged();
}
