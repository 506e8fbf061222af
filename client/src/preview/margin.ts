import { escapeHtml } from '../escape-html.ts';
import type { NewToken, Token } from './token.ts';

export interface MarginNote {
  /** From 0, of the document. */
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
}

/** The findings of a document, which the preview names by its URI; none where it names none. */
export type FindingsOf = (document: unknown) => readonly MarginNote[];

/** Puts a place for notes before every block: for the findings from its first line up to the next block. The first place has those of the front matter, too. */
export function addMargin(tokens: readonly Token[], token: NewToken): Token[] {
  let lines = { from: 0, to: Infinity };
  let isFirst = true;
  return tokens.flatMap((block) => {
    if (block.level > 0 || block.nesting < 0 || !block.map || block.type === 'front_matter') return [block];
    if (!isFirst) lines = { from: lines.to = block.map[0], to: Infinity };
    isFirst = false;
    return [token('imr_margin', '', 0, { meta: lines }), block];
  });
}

/** A letter of two hundred items has a thousand blocks, and one list of findings for all of them. */
const kept = new WeakMap<object, readonly MarginNote[]>();

/** The findings of these lines as HTML, each with its severity in words. `env`: the object that stands for one showing of the document. */
export function marginNotes({ from, to }: { from: number; to: number }, env: { readonly currentDocument?: unknown }, findingsOf: FindingsOf): string {
  let findings = kept.get(env);
  if (!findings) kept.set(env, findings = findingsOf(env.currentDocument));
  const notes = findings.filter(({ line }) => from <= line && line < to);
  if (notes.length === 0) return '';
  const worst = (['error', 'warning'] as const).find((severity) => notes.some((note) => note.severity === severity)) ?? 'information';
  const words = notes.map(({ severity, message }) => `<p class="imr-${severity}"><strong>${NAMES[severity]}</strong> ${escapeHtml(message)}</p>`);
  return `<aside class="imr-notes imr-${worst}" aria-label="Findings">${words.join('')}</aside>\n`;
}

const NAMES = { error: 'Error', warning: 'Warning', information: 'Advice' };
