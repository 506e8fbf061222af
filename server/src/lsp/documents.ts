import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { offsetAt } from '../markdown/line-index.ts';
import { editSource, openSource, type Source } from '../service/source.ts';
import { fromClient, type Encoding } from './encoding.ts';
import { sameFile } from './uri.ts';

/** A document as the editor shows it. It is replaced, never changed, so whoever holds one holds that version. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly source: Source;
}

export interface Documents {
  /** By any spelling of its address; the document has that of the editor. */
  get(uri: string): OpenDocument | undefined;
  all(): Iterable<OpenDocument>;
  /** False for a language that the server does not serve. */
  open(item: TextDocumentItem): boolean;
  /** False for a document that was never opened. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean;
  close(uri: string): void;
}

/** The open documents. Each edit is applied at once to the text, its line index and its blocks. */
export function createDocuments(encoding: Encoding): Documents {
  const documents = new Map<string, OpenDocument>();
  return {
    get: (uri) => documents.get(sameFile(uri)),
    all: () => documents.values(),
    open({ uri, languageId, version, text }) {
      if (languageId !== 'markdown' && languageId !== 'plaintext') return false;
      documents.set(sameFile(uri), { uri, version, source: openSource(text, languageId) });
      return true;
    },
    change(uri, version, changes) {
      const document = documents.get(sameFile(uri));
      if (!document) return false;
      documents.set(sameFile(uri), { uri, version, source: changes.reduce((source, change) => applyChange(source, change, encoding), document.source) });
      return true;
    },
    close: (uri) => void documents.delete(sameFile(uri)),
  };
}

function applyChange(source: Source, change: TextDocumentContentChangeEvent, encoding: Encoding): Source {
  if (!('range' in change) || !change.range) return openSource(change.text, source.kind);
  const from = offsetAt(source.lines, fromClient(source.lines, encoding, change.range.start));
  const to = offsetAt(source.lines, fromClient(source.lines, encoding, change.range.end));
  return editSource(source, { start: Math.min(from, to), end: Math.max(from, to), newText: change.text });
}
