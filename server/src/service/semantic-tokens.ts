import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { DisputedItem } from '../determination/model.ts';
import type { Citation } from '../guidelines/guideline.ts';
import { inForceOn } from '../guidelines/in-force.ts';
import { lineEnd, offsetAt, positionAt, type LineIndex } from '../markdown/line-index.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { urDenialDate } from '../rules/common/citations.ts';
import type { Letter } from './letter.ts';
import { citationsOf, itemMentions } from './mentions.ts';

const TYPES = ['citation', 'decision', 'itemReference'] as const;
const MODIFIERS = ['resolved', 'unknown', 'superseded', 'upheld', 'overturned'] as const;

/** What the numbers of the tokens mean. The manifest gives each a colour. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

/** Offsets of the document. */
interface Token {
  readonly place: Span;
  readonly type: typeof TYPES[number];
  readonly modifier: typeof MODIFIERS[number] | null;
}

/** Citations by how they resolve, decisions, and the words by which an item refers to another. `range`: only what its items hold. */
export function semanticTokens(letter: Letter, range?: Range): SemanticTokens {
  const { lines, determination } = letter;
  const asked = range ? span(offsetAt(lines, range.start), offsetAt(lines, range.end)) : span(0, lines.text.length);
  const isAsked = ({ start, end }: Span): boolean => start <= asked.end && end >= asked.start;
  const date = urDenialDate(determination);
  const ofItems = determination.items.filter(isAsked).flatMap((item) => [...decisionToken(item), ...citationTokens(item, date)]);
  const references = itemMentions(determination).map(({ span: place }): Token => ({ place, type: 'itemReference', modifier: null }));
  const inOrder = [...ofItems, ...references].filter(({ place }) => isAsked(place)).sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  return { data: encode(lines, inOrder) };
}

/** For clients that know none of our modifiers. */
export function withoutModifiers({ data }: SemanticTokens): SemanticTokens {
  return { data: data.map((number, i) => (i % NUMBERS_A_TOKEN === NUMBERS_A_TOKEN - 1 ? 0 : number)) };
}

const NUMBERS_A_TOKEN = 5;

function decisionToken({ start, reading: { decision } }: DisputedItem): Token[] {
  if (!decision?.value) return [];
  return [{ place: shift(decision.span, start), type: 'decision', modifier: decision.value === 'Upheld' ? 'upheld' : 'overturned' }];
}

function citationTokens(item: DisputedItem, date: string | null): Token[] {
  return citationsOf(item).flatMap(({ citation, span: place }) => {
    const modifier = standing(citation, date);
    return modifier ? [{ place, type: 'citation', modifier } as const] : [];
  });
}

/** Studies and other outside sources have no colour: nothing is known of them. */
function standing({ status, guideline }: Citation, date: string | null): Token['modifier'] {
  if (status === 'unknown') return 'unknown';
  if (!guideline) return null;
  return date !== null && inForceOn(guideline, date).status === 'superseded' ? 'superseded' : 'resolved';
}

/** Five numbers a token, each line of it a token of its own; a token that begins within another is left out. */
function encode(lines: LineIndex, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  let end = 0;
  for (const { place, type, modifier } of tokens) {
    if (place.start < end) continue;
    end = place.end;
    for (const part of linesOf(lines, place)) {
      const { line, character } = positionAt(lines, part.start);
      const bits = modifier === null ? 0 : 1 << MODIFIERS.indexOf(modifier);
      data.push(line - last.line, line === last.line ? character - last.character : character, part.end - part.start, TYPES.indexOf(type), bits);
      last = { line, character };
    }
  }
  return data;
}

/** A place line by line; lines on which it has no character are left out. */
function linesOf(lines: LineIndex, place: Span): Span[] {
  const parts: Span[] = [];
  for (let line = positionAt(lines, place.start).line; ; line++) {
    const start = Math.max(place.start, lines.starts[line] ?? place.end);
    if (start >= place.end) return parts;
    const end = Math.min(place.end, lineEnd(lines, line));
    if (end > start) parts.push(span(start, end));
  }
}
