import { createChecker } from '../../server/src/service/checker.ts';
import { createLetter, type Letter } from '../../server/src/service/letter.ts';
import { openSource } from '../../server/src/service/source.ts';
import type { TextKind } from '../../server/src/determination/reading/read.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';
import { positionAt } from '../../server/src/markdown/line-index.ts';
import type { Position } from 'vscode-languageserver-types';

export const uri = 'file:///letter.md';

export function letterOf(text: string, kind: TextKind = 'markdown'): Letter {
  const source = openSource(text, kind);
  return createLetter(uri, 1, source, createChecker(defaultSettings(rules)).start()(source));
}

/** A letter with the place where `|` stands in it. */
export function letterAt(marked: string, kind: TextKind = 'markdown'): { letter: Letter; position: Position; text: string } {
  const at = marked.indexOf('|');
  if (at < 0) throw new Error('The draft has no “|”.');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const letter = letterOf(text, kind);
  return { letter, position: positionAt(letter.lines, at), text };
}

const head = `---
case-number: CM16-9000001
ur-denial-date: 2016-11-18
---

## IMR Issues, Decisions and Rationales

`;

/** Fictional items under the head of a letter of 2016. */
export function draft(items: string): string {
  return head + items;
}
