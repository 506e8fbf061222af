import {
  ErrorCodes, ResponseError,
  type CompletionContext, type CompletionItem, type CompletionList, type Definition, type DocumentHighlight, type DocumentSymbol,
  type FoldingRange, type Hover, type Location, type Position,
} from 'vscode-languageserver';
import type { Letter } from '../service/letter.ts';
import { placeOf } from './fault.ts';
import type { Session } from './session.ts';

/** What `imr/rationaleTemplates` and `imr/guidelineCitations` answer: texts to choose from, best first. */
export interface Insertion {
  readonly label: string;
  readonly detail?: string;
  /** In the snippet syntax of completion items. */
  readonly snippet: string;
}

/** The editor's features, each a plain function of a letter and a place in it. What is missing is not announced. */
export interface Features {
  readonly completionTriggers?: readonly string[];
  complete?(letter: Letter, position: Position, options: { snippets: boolean; context?: CompletionContext }): CompletionItem[] | CompletionList;
  resolveCompletion?(item: CompletionItem): CompletionItem;
  hover?(letter: Letter, position: Position): Hover | null;
  symbols?(letter: Letter): DocumentSymbol[];
  foldingRanges?(letter: Letter): FoldingRange[];
  definition?(letter: Letter, position: Position): Definition | null;
  references?(letter: Letter, position: Position, options: { includeDeclaration: boolean }): Location[];
  highlights?(letter: Letter, position: Position): DocumentHighlight[];
  rationaleTemplates?(letter: Letter, position: Position): readonly Insertion[];
  guidelineCitations?(letter: Letter, position: Position): readonly Insertion[];
}

export const features: Features = {};

/** Connects the features to the protocol. */
export function handleFeatures(session: Session): void {
  const { connection, client } = session;
  const { complete, resolveCompletion, hover, symbols, foldingRanges, definition, references, highlights } = features;
  if (complete) {
    connection.onCompletion(({ textDocument, position, context }) => inLetter(session, textDocument?.uri, (letter) =>
      complete(letter, position, { snippets: client.readsSnippets, ...(context && { context }) })));
  }
  if (resolveCompletion) connection.onCompletionResolve(resolveCompletion);
  if (hover) connection.onHover(({ textDocument, position }) => inLetter(session, textDocument?.uri, (letter) => hover(letter, position)));
  if (symbols) connection.onDocumentSymbol(({ textDocument }) => inLetter(session, textDocument?.uri, symbols));
  if (foldingRanges) connection.onFoldingRanges(({ textDocument }) => inLetter(session, textDocument?.uri, foldingRanges));
  if (definition) {
    connection.onDefinition(({ textDocument, position }) => inLetter(session, textDocument?.uri, (letter) => definition(letter, position)));
  }
  if (references) {
    connection.onReferences(({ textDocument, position, context }) =>
      inLetter(session, textDocument?.uri, (letter) => references(letter, position, context)));
  }
  if (highlights) {
    connection.onDocumentHighlight(({ textDocument, position }) =>
      inLetter(session, textDocument?.uri, (letter) => highlights(letter, position)));
  }
  handleInsertions(session);
}

/** The editor's commands that offer a list, for when nobody typed a trigger character. */
function handleInsertions(session: Session): void {
  for (const name of ['rationaleTemplates', 'guidelineCitations'] as const) {
    session.connection.onRequest(`imr/${name}`, ({ uri, position }: { uri: string; position: Position }) =>
      inLetter(session, uri, (letter) => features[name]?.(letter, position) ?? []));
  }
}

/**
 * Answers from the newest version of a determination; null for any other document. A fault is answered
 * with an error that names no word of the letter.
 */
export async function inLetter<T>(session: Session, uri: string | undefined, answer: (letter: Letter) => T | Promise<T>): Promise<T | null> {
  if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no document.');
  try {
    const letter = await session.letters.letter(uri);
    return letter?.determination.isDetermination ? await answer(letter) : null;
  } catch (error) {
    session.connection.console.error(placeOf(error));
    throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where.');
  }
}
