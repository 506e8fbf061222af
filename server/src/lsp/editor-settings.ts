/** Settings that the editor alone has: they change what it shows, never what is found. */
export interface EditorSettings {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
}

/** What the editor answers to a question for `imr`; whatever it leaves out, or has wrong, is as the manifest says. */
export function readEditorSettings(values: unknown): EditorSettings {
  const given = typeof values === 'object' && values !== null ? values as Readonly<Record<string, unknown>> : {};
  return { codeLens: given['codeLens'] !== false, inlayHints: given['inlayHints'] !== false };
}
