import * as vscode from 'vscode';
import type { Disposable } from 'vscode';

/** The tools of VS Code 1.95 and later, as far as we use them; the extension runs on older hosts, too, which have none. */
export interface LanguageModelHost {
  readonly lm: { registerTool(name: string, tool: LanguageModelTool): Disposable };
  readonly LanguageModelToolResult: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart: new (text: string) => object;
}

export interface LanguageModelTool {
  /** What is shown while it runs, and what the reviewer has to agree to before. */
  prepareInvocation(options: { readonly input: object }): {
    readonly invocationMessage: string;
    readonly confirmationMessages?: { readonly title: string; readonly message: string };
  };
  invoke(options: { readonly input: object }): Promise<object>;
}

/** Null on a host without them. Before 1.95 they were a proposal, which throws at whoever uses it. */
export function languageModelHost(): LanguageModelHost | null {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  const host = vscode as unknown as { readonly lm?: Partial<LanguageModelHost['lm']> };
  const hasTools = (major > 1 || minor >= 95) && typeof host.lm?.registerTool === 'function';
  return hasTools ? host as unknown as LanguageModelHost : null;
}
