import { CodeActionKind, CodeActionTriggerKind, ErrorCodes, ResponseError, type CodeAction, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import type { Arranged, Arranging } from '../../../protocol/arrangement.ts';
import { arrangeItems } from '../service/arrange-items.ts';
import { cursorAt } from '../service/cursor.ts';
import type { Letter } from '../service/letter.ts';
import { splitTitles } from '../service/split-item.ts';
import { inLetter, type Asked } from './row.ts';
import type { Session } from './session.ts';
import { workspaceEdit } from './workspace-edit.ts';

export const moveKind = `${CodeActionKind.Refactor}.move.imr`;
export const rewriteKind = `${CodeActionKind.RefactorRewrite}.imr`;

/** Answers `imr/arrangeItems`. Whether the letter has such items, the answer itself says. */
export function arranged(session: Session, params: Asked<'imr/arrangeItems'>): Promise<Arranged | null> {
  const arranging = readArranging(params?.arranging);
  if (!arranging) throw new ResponseError(ErrorCodes.InvalidParams, 'The request says neither what to move nor what to merge or split.');
  return inLetter(session, params?.uri, (letter) => arrangeItems(letter, arranging));
}

function readArranging(given: unknown): Arranging | null {
  const { kind, item, to, into, at } = (typeof given === 'object' ? given ?? {} : {}) as Readonly<Record<string, unknown>>;
  if (typeof item !== 'number') return null;
  if (kind === 'move' && typeof to === 'number') return { kind, item, to };
  if (kind === 'merge' && typeof into === 'number') return { kind, item, into };
  return kind === 'split' ? { kind, item, ...(typeof at === 'number' && { at }) } : null;
}

/** On an item's heading, for whoever asks: VS Code asks at each step of the cursor, and a lightbulb at every heading would be noise. */
export function arrangingActions(session: Session, letter: Letter, { context, range }: CodeActionParams): CodeAction[] {
  if (context.triggerKind !== CodeActionTriggerKind.Invoked && !context.only) return [];
  const { item, offset } = cursorAt(letter, range.start);
  if (!item || offset > item.start + item.reading.heading.end) return [];
  const { number } = item;
  const offered: readonly (readonly [title: string, kind: string, arranging: Arranging])[] = [
    [`Move item ${number} up`, moveKind, { kind: 'move', item: number, to: number - 1 }],
    [`Move item ${number} down`, moveKind, { kind: 'move', item: number, to: number + 1 }],
    [`Merge item ${number} with item ${number - 1}`, rewriteKind, { kind: 'merge', item: number, into: number - 1 }],
    ...splitTitles(item).map((parts, at) => [`Split item ${number}: ${parts.join(' | ')}`, rewriteKind, { kind: 'split', item: number, at }] as const),
  ];
  return offered.flatMap(([title, kind, arranging]) => {
    const { edits, problem } = arrangeItems(letter, arranging);
    return problem !== null || edits.length === 0 ? [] : [{ title, kind, edit: workspaceEdit(session, letter, edits as TextEdit[]) }];
  });
}
