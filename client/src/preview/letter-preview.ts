import { commands, DiagnosticSeverity, languages, TabInputCustom, TabInputWebview, Uri, window, type Disposable } from 'vscode';
import type MarkdownIt from 'markdown-it';
import { CLIENT_ID } from '../language-client.ts';
import { letterPlugin } from './letter-plugin.ts';
import type { MarginNote } from './margin.ts';

/** What VS Code's Markdown preview takes from `activate`. */
export interface PreviewPlugins {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** So long a pause between findings brings them into the preview, in milliseconds. */
const PAUSE = 250;

/** The letter in the Markdown preview, shown again whenever its findings are others than those it was last shown with. */
export function letterPreview(): PreviewPlugins & Disposable {
  /** By document, so that showing it again can't be its own cause. */
  const shown = new Map<string, string>();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const subscription = languages.onDidChangeDiagnostics(({ uris }) => {
    const stale = uris.filter((uri) => shown.has(uri.toString()) && shown.get(uri.toString()) !== JSON.stringify(notesOf(uri)));
    if (stale.length === 0 || !isPreviewOpen()) return;
    for (const uri of stale) shown.set(uri.toString(), JSON.stringify(notesOf(uri)));
    clearTimeout(pause);
    pause = setTimeout(() => void commands.executeCommand('markdown.preview.refresh'), PAUSE);
  });

  return {
    extendMarkdownIt: (md) => letterPlugin(md, (document) => {
      if (!(document instanceof Uri)) return [];
      const notes = notesOf(document);
      shown.set(document.toString(), JSON.stringify(notes));
      return notes;
    }),
    dispose: () => {
      clearTimeout(pause);
      subscription.dispose();
    },
  };
}

/** Hints stay in the editor: they are no findings that a reader of the letter has to see. */
function notesOf(uri: Uri): MarginNote[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === CLIENT_ID).flatMap(({ range, severity, message }) => {
    const name = SEVERITIES[severity];
    return name === undefined ? [] : [{ line: range.start.line, severity: name, message }];
  });
}

const SEVERITIES: Readonly<Partial<Record<DiagnosticSeverity, MarginNote['severity']>>> = {
  [DiagnosticSeverity.Error]: 'error', [DiagnosticSeverity.Warning]: 'warning', [DiagnosticSeverity.Information]: 'information',
};

function isPreviewOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) =>
    (input instanceof TabInputWebview || input instanceof TabInputCustom) && input.viewType.includes('markdown.preview')));
}
