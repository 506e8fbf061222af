import {
  CompletionTriggerKind, ErrorCodes, LSPErrorCodes, ResponseError,
  type CompletionContext, type Position, type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { complete } from '../service/completion.ts';
import { definition } from '../service/definition.ts';
import { highlights } from '../service/document-highlight.ts';
import { documentLinks } from '../service/document-links.ts';
import { documentSymbols } from '../service/document-symbols.ts';
import { foldingRanges } from '../service/folding.ts';
import { formattingEdits } from '../service/formatting.ts';
import { guidelineCitations } from '../service/guideline-citations.ts';
import { hover } from '../service/hover.ts';
import { itemList } from '../service/item-list.ts';
import type { Letter } from '../service/letter.ts';
import { letterSummary } from '../service/letter-summary.ts';
import { rationaleTemplates } from '../service/rationale-templates.ts';
import { references } from '../service/references.ts';
import { prepareRename, rename, titleProblem } from '../service/rename.ts';
import { selectionRanges } from '../service/selection-ranges.ts';
import { completeTeamTemplate } from '../service/team-template-completion.ts';
import { placeOf } from './fault.ts';
import type { Session } from './session.ts';

/** What a request about a document names. */
interface Asked {
  readonly textDocument?: TextDocumentIdentifier;
}

/** Connects the editor's features, each a plain function of a letter and a place in it, to the protocol. */
export function handleFeatures(session: Session): void {
  const { connection, client } = session;
  const answer = <P extends Asked, T>(feature: (letter: Letter, params: P) => T) =>
    (params: P) => inLetter(session, params.textDocument?.uri, (letter) => feature(letter, params));

  connection.onCompletion(({ textDocument: { uri }, position, context }) => inDocument(session, uri, async (letter) => {
    const options = { snippets: client.readsSnippets, typing: isTyping(context) };
    if (letter.kind === 'team-template') return completeTeamTemplate(letter, position, options);
    if (letter.kind !== 'letter') return null;
    return complete(letter, position, { ...options, templates: await session.templates.of(uri) });
  }));
  connection.onHover(answer((letter, { position }) => hover(letter, position, { markdown: client.readsMarkdown })));
  connection.onDocumentSymbol(answer(documentSymbols));
  connection.onFoldingRanges(answer(foldingRanges));
  connection.onDefinition(answer((letter, { position }) => definition(letter, position)));
  connection.onReferences(answer((letter, { position, context }) => references(letter, position, context)));
  connection.onDocumentHighlight(answer((letter, { position }) => highlights(letter, position)));
  connection.onRequest('imr/items', ({ uri }: { uri: string }) => inLetter(session, uri, itemList));
  connection.onRequest('imr/letterSummary', ({ uri }: { uri: string }) => inLetter(session, uri, letterSummary));
  connection.onDocumentLinks(answer(documentLinks));
  connection.onSelectionRanges(answer((letter, { positions }) => selectionRanges(letter, positions)));
  // In plain text the marks of a draft would be nothing but characters.
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    session.documents.get(uri)?.source.kind === 'markdown' ? inLetter(session, uri, formattingEdits) : null);
  handleRename(session);
  handleInsertions(session);
}

/** What is wrong with a title is said in the editor's own box. */
function handleRename(session: Session): void {
  session.connection.onPrepareRename(({ textDocument: { uri }, position }) => inLetter(session, uri, (letter) => prepareRename(letter, position)));
  session.connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
    const problem = titleProblem(newName);
    if (problem !== null) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
    return inLetter(session, uri, (letter) => rename(letter, position, newName));
  });
}

/** A character opened the list, or a list that is open is asked for again; not: the reviewer asked for one. */
function isTyping(context: CompletionContext | undefined): boolean {
  return context !== undefined && context.triggerKind !== CompletionTriggerKind.Invoked;
}

/** The editor's commands that offer a list, for when nobody typed a trigger character. */
function handleInsertions(session: Session): void {
  for (const [name, list] of Object.entries({ rationaleTemplates, guidelineCitations })) {
    session.connection.onRequest(`imr/${name}`, ({ uri, position }: { uri: string; position: Position }) =>
      inLetter(session, uri, async (letter) => list(letter, position, await session.templates.of(uri))));
  }
}

/** Answers from the newest version of a determination; null for any other document. */
export function inLetter<T>(session: Session, uri: string | undefined, answer: (letter: Letter) => T | Promise<T>): Promise<T | null> {
  return inDocument(session, uri, (letter) => letter.kind === 'letter' ? answer(letter) : null);
}

/** The same for whatever is open. A fault is answered with an error that names no word of the letter. */
async function inDocument<T>(session: Session, uri: string | undefined, answer: (letter: Letter) => T | Promise<T>): Promise<T | null> {
  if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, 'The request names no document.');
  try {
    const letter = await session.letters.letter(uri);
    return letter ? await answer(letter) : null;
  } catch (error) {
    session.connection.console.error(placeOf(error));
    throw new ResponseError(ErrorCodes.InternalError, 'The request failed; the log says where.');
  }
}
