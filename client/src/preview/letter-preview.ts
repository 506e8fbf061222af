import { commands, DiagnosticSeverity, Disposable, languages, TabInputCustom, TabInputWebview, Uri, window, workspace } from 'vscode';
import type MarkdownIt from 'markdown-it';
import { CLIENT_ID } from '../language-client.ts';
import { letterPlugin } from './letter-plugin.ts';
import type { MarginNote } from './margin.ts';

/** What VS Code's Markdown preview takes from `activate`. */
export interface PreviewPlugins {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** So long a pause of typing and checking brings other findings into the preview, in milliseconds. */
const PAUSE = 800;
/** So long it may take to load, in milliseconds; what is typed meanwhile doesn't reach it. */
const LOADING = 2000;

/**
 * The letter in the Markdown preview. VS Code shows it again at each edit, with the findings that are known by then. Where those
 * change without an edit it can only load the whole preview anew: that waits until the typing pauses, and is done only where it
 * shows other findings than there are, so that showing them can't be its own cause.
 */
export function letterPreview(): PreviewPlugins & Disposable {
  /** By document, the findings that it was last shown with. */
  const shown = new Map<string, string>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  let loaded = 0;
  let isMissingWords = false;

  const refresh = () => {
    const stale = [...shown].filter(([uri, notes]) => notes !== JSON.stringify(notesOf(Uri.parse(uri))));
    if ((stale.length === 0 && !isMissingWords) || !isPreviewOpen()) return;
    for (const [uri] of stale) shown.set(uri, JSON.stringify(notesOf(Uri.parse(uri))));
    isMissingWords = false;
    loaded = Date.now();
    void commands.executeCommand('markdown.preview.refresh');
  };
  const refreshSoon = (uris: readonly Uri[]) => {
    if (!uris.some((uri) => shown.has(uri.toString()))) return;
    clearTimeout(pause);
    pause = setTimeout(refresh, PAUSE);
  };
  const subscriptions = Disposable.from(
    languages.onDidChangeDiagnostics(({ uris }) => refreshSoon(uris)),
    workspace.onDidChangeTextDocument(({ document }) => {
      isMissingWords ||= shown.has(document.uri.toString()) && Date.now() - loaded < LOADING;
      refreshSoon([document.uri]);
    }),
    { dispose: () => clearTimeout(pause) },
  );

  return {
    extendMarkdownIt: (md) => letterPlugin(md, (document) => {
      if (!(document instanceof Uri)) return [];
      const notes = notesOf(document);
      shown.set(document.toString(), JSON.stringify(notes));
      return notes;
    }),
    dispose: () => subscriptions.dispose(),
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
