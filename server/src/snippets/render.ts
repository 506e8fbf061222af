import { guidelineWords } from './guideline-words.ts';
import { piecesOf, plainText, snippetText, type Piece } from './snippet-text.ts';
import type { RationaleTemplate, RenderOptions } from './template.ts';

const CLOSING = 'Therefore, the request for {title} {verdict} medically necessary.';
const OPEN_FINDING = '[[Say which of these criteria the records meet, and which they do not]].';
const AUTHORIZED_PART = 'The claims administrator authorized {authorized}; {remaining} is what this determination decides.';

const VARIABLE = /\{(\w+)\}/g;

/**
 * The rationale that a template gives for an item, one paragraph. Every clinical fact is a `[[placeholder]]`; the guideline is the
 * edition of `date`; the closing sentence follows the decision, and is left open where there is none yet.
 */
export function renderTemplate(template: RationaleTemplate, options: RenderOptions): string {
  const values = valuesOf(template, options);
  const pieces = fill(sentencesOf(template, options).join(' '), values);
  return options.format === 'snippet' ? snippetText(pieces) : plainText(pieces);
}

function sentencesOf(template: RationaleTemplate, { decision, partial }: RenderOptions): readonly string[] {
  if (template.isWhole) return template.body;
  const authorized = partial && !template.partial ? [AUTHORIZED_PART] : [];
  if (decision === null) return [...template.body, ...authorized, template.finding.open ?? OPEN_FINDING, CLOSING];
  const key = decision === 'Upheld' ? 'upheld' : 'overturned';
  const note = template.note?.[key];
  return [...template.body, ...authorized, template.finding[key], CLOSING, ...(note ? [note] : [])];
}

/** A value is the words that stand for a variable, or several to choose from, the first one standing until the choice is made. */
type Values = ReadonlyMap<string, readonly string[]>;

function valuesOf(template: RationaleTemplate, options: RenderOptions): Values {
  const { decision, date, regions, parentNumber, parentTitle, partial } = options;
  const item = parentNumber === undefined ? null : `item ${parentNumber}`;
  const parent = parentTitle === undefined ? null : subjectOf(parentTitle);
  const verdicts = decision === null ? ['[[is / is not]]', 'is', 'is not'] : [decision === 'Upheld' ? 'is not' : 'is'];
  return new Map<string, readonly string[]>([
    ['title', [subjectOf(partial ? (partial.remaining ?? partial.original) : options.title)]],
    ['verdict', verdicts],
    ['Guidelines', guidelineWords(template, date, regions)],
    ['parent', [item && parent ? `${item} (${parent})` : (item ?? parent ?? '[[item number and title of the primary service]]')]],
    ['parentItem', [item ?? parent ?? '[[the primary service]]']],
    ['original', [partial ? subjectOf(partial.original) : '[[original request]]']],
    ['authorized', [partial ? subjectOf(partial.authorized) : '[[authorized part]]']],
    ['remaining', [partial ? subjectOf(partial.remaining ?? partial.original) : '[[remaining part]]']],
  ]);
}

/** A title as the object of a sentence. */
function subjectOf(title: string): string {
  const words = title.replace(/^\s*associated surgical services?\s*:/i, '').replace(/\s+/g, ' ').trim();
  return words.replace(/[.:;,]$/, '') || '[[requested treatment]]';
}

function fill(text: string, values: Values): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: variable, 1: name = '', index } of text.matchAll(VARIABLE)) {
    const options = values.get(name) ?? [variable];
    pieces.push(...piecesOf(text.slice(from, index)));
    pieces.push(...(options.length > 1 ? [{ kind: 'choice', options } as const] : piecesOf(options[0] ?? '')));
    from = index + variable.length;
  }
  return [...pieces, ...piecesOf(text.slice(from))];
}
