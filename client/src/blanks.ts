import { commands, Disposable, languages, Range, Selection, window, type TextDocument, type TextEditor } from 'vscode';
import { LETTER_LANGUAGES } from './letter-languages.ts';
import { nextPlace, type Direction } from './next-place.ts';

const BLANK = /\[\[[^[\]\n]*\]\]/g;
/** The Tab key of the manifest leans on this: the selection is a blank, as a tab stop leaves it. */
const CONTEXT = 'imr.atBlank';

/** Every `[[…]]` of a text that is still to be filled in, in its order. */
export function blanksOf(document: TextDocument): Range[] {
  return [...document.getText().matchAll(BLANK)]
    .map(({ 0: words, index }) => new Range(document.positionAt(index), document.positionAt(index + words.length)));
}

/** Tells VS Code when a blank is selected, so that Tab goes to the next one and doesn't overwrite it, also where no snippet is under way any more. */
export function watchBlanks(): Disposable {
  let last = false;
  // A key moves the selection: VS Code is told only where that changes something.
  const update = (editor: TextEditor | undefined): void => {
    const isAt = editor !== undefined && isAtBlank(editor);
    if (isAt !== last) void commands.executeCommand('setContext', CONTEXT, isAt);
    last = isAt;
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor === window.activeTextEditor) update(textEditor); }),
    window.onDidChangeActiveTextEditor(update),
  );
}

function isAtBlank({ document, selections: [selection, ...others] }: TextEditor): boolean {
  if (!selection?.isSingleLine || selection.isEmpty || others.length > 0 || languages.match(LETTER_LANGUAGES, document) === 0) return false;
  const words = document.getText(selection);
  return words.startsWith('[[') && words.indexOf(']]') === words.length - 2;
}

/** Selects the next blank, and round at the end: typing fills it in. Says so where none is left. */
export function stepToBlank(direction: Direction): void {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const blank = nextPlace(blanksOf(editor.document), editor.selection.start, direction);
  if (!blank) void window.showInformationMessage('IMR: No blank is left in this letter.');
  else showBlank(editor, blank);
}

function showBlank(editor: TextEditor, blank: Range): void {
  editor.selection = new Selection(blank.start, blank.end);
  editor.revealRange(blank);
}
