import { isDeepStrictEqual } from 'node:util';
import type { TextKind } from '../../server/src/determination/reading/read.ts';
import type { TextEdit } from '../../server/src/markdown/text-edit.ts';
import { rules } from '../../server/src/rules/rules.ts';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { createChecker } from '../../server/src/service/checker.ts';
import { codeLenses } from '../../server/src/service/code-lens.ts';
import { documentLinks } from '../../server/src/service/document-links.ts';
import { documentSymbols } from '../../server/src/service/document-symbols.ts';
import { foldingRanges } from '../../server/src/service/folding.ts';
import { inlayHints } from '../../server/src/service/inlay-hints.ts';
import { itemList } from '../../server/src/service/item-list.ts';
import { createLetter, type Letter } from '../../server/src/service/letter.ts';
import { semanticTokens } from '../../server/src/service/semantic-tokens.ts';
import { editSource, openSource, type Source } from '../../server/src/service/source.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';

/** A letter as it was opened, and what was typed into it, one edit after the other. */
export interface EditedLetter {
  readonly kind: TextKind;
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** All that an editor shows of a letter without being asked for a place in it. */
const VIEWS: Readonly<Record<string, (letter: Letter) => unknown>> = {
  findings: ({ findings }) => findings,
  symbols: documentSymbols,
  folding: foldingRanges,
  tokens: semanticTokens,
  lenses: (letter) => codeLenses(letter, { commands: true }),
  links: documentLinks,
  items: itemList,
  hints: (letter) => inlayHints(letter, { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } }),
};

const URI = 'file:///letter.md';
const checker = createChecker(defaultSettings(rules));

/**
 * Opens the letter, makes each edit as the server does, and reads the text that comes out once more from nothing. Says in which view the
 * two differ, or which finding can't be right; null where all is well. `every`: how many edits are made from one comparison to the next; the last is at the end.
 */
export function faultOf({ kind, text, edits }: EditedLetter, { every = Infinity } = {}): string | null {
  const check = checker.start();
  let source = openSource(text, kind);
  check(source);
  for (const [n, edit] of edits.entries()) {
    try {
      source = editSource(source, edit);
      const letter = createLetter(URI, n, source, check(source));
      const fault = n === edits.length - 1 || n % every === every - 1 ? unsound(letter) ?? differing(letter, n, source) : null;
      if (fault) return fault;
    } catch (error) {
      return `edit ${n + 1} throws: ${(error as Error).message}`;
    }
  }
  return null;
}

function differing(edited: Letter, version: number, { text, kind }: Source): string | null {
  const source = openSource(text.toString(), kind);
  const fresh = createLetter(URI, version, source, checker.start()(source));
  const view = Object.entries(VIEWS).find(([, of]) => !isDeepStrictEqual(plain(of(edited)), plain(of(fresh))));
  return view ? `${view[0]} differ from those of the same text read afresh` : null;
}

/** Without what only says how a value came to be, such as its class or its getters. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null)) as unknown;
}

/** A rule that failed, or a place outside of the text. */
function unsound({ findings, lines: { text: { length } } }: Letter): string | null {
  const broken = findings.find((finding) => finding.ruleId === 'internal-error' || placesOf(finding).some(({ start, end }) => start < 0 || start > end || end > length));
  return broken ? `${broken.ruleId}: ${broken.message}` : null;
}

function placesOf({ span, related, fixes }: Finding): Finding['span'][] {
  return [span, ...related.map((one) => one.span), ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
}
