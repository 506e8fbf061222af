/** A stretch of a template's text: words, a fact to fill in (with its brackets), or a choice whose first option stands until it is made. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'blank'; readonly text: string }
  | { readonly kind: 'choice'; readonly options: readonly string[] };

const BLANK = /\[\[[^[\]]*\]\]/g;

/** Splits words from the `[[facts]]` in them. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: blank, index } of text.matchAll(BLANK)) {
    if (index > from) pieces.push({ kind: 'words', text: text.slice(from, index) });
    pieces.push({ kind: 'blank', text: blank });
    from = index + blank.length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}

/** The text with its facts and choices left visible. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'choice' ? (piece.options[0] ?? '') : piece.text)).join('');
}

/** The text in LSP snippet syntax: a tab stop for each fact and choice in reading order, the last one behind the text. */
export function snippetText(pieces: readonly Piece[]): string {
  let stop = 0;
  const parts = pieces.map((piece) => {
    if (piece.kind === 'words') return escapeText(piece.text);
    stop++;
    if (piece.kind === 'blank') return `\${${stop}:${escapeText(piece.text)}}`;
    return `\${${stop}|${piece.options.map(escapeChoice).join(',')}|}`;
  });
  return `${parts.join('')}$0`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&');
}
