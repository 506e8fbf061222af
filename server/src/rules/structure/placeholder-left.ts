import type { Determination, Prose } from '../../determination/model.ts';
import { BLANK, BLANK_IN_BRACES } from '../../determination/reading/placeholder.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownText } from '../../determination/quotations.ts';
import { statementsIn } from '../../determination/statements.ts';
import { UNPLACED_ADVICE, UNPLACED_HEADING } from '../../determination/reading/unplaced.ts';
import type { Unplaced } from '../../determination/model.ts';
import { readSentence, statementsOf } from '../../language/sentence.ts';
import type { FrontMatterEntry } from '../../markdown/block.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { isGuidelineLine } from '../engine/own-words.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

/** A pattern, and marks of which its matches hold one: most words hold none. */
interface Blank {
  readonly marks: readonly string[];
  readonly pattern: RegExp;
  /** What doesn't stand right before them. */
  readonly notBehind?: RegExp;
}

/** Nobody writes these of their own accord, in a quotation either. */
const TEMPLATES: readonly Blank[] = [{ marks: ['[['], pattern: BLANK }, { marks: ['{{'], pattern: BLANK_IN_BRACES }];
/** Words in brackets of one kind; what they say tells whether they are a blank. */
const BRACKETS: readonly Blank[] = [
  { marks: ['['], pattern: /(?<!\[)\[[^[\]\n]{1,120}\](?![\](])/g }, { marks: ['('], pattern: /\([^()\n]{1,40}\)/g }, { marks: ['<'], pattern: /<[a-z][^<>\n]{0,40}>/gi },
  { marks: ['{'], pattern: /(?<!\{)\{[a-z][^{}\n]{0,40}\}(?!\})/gi },
];
/** Days, months and years that were left out: "xx/xx/2016", "??/??/21", "/  /2021". */
const BLANK_DATES: readonly Blank[] = [
  { marks: ['x/', 'X/', '?/', '_/', 'x /', 'X /', '? /', '_ /'], pattern: /[x?_]{1,4} ?\/ ?[x?_\d]{1,4} ?\/ ?[x?_\d]{2,4}(?![\w/])/gi, notBehind: /[\w/?]/ },
  { marks: ['x/', 'X/', '?/', '_/'], pattern: /[x?_]{2} ?\/ ?[x?_]{2}(?![\w/])/gi, notBehind: /[\w/?]/ },
  { marks: ['//', '/ '], pattern: /(?<=^|\s)\/ {0,4}\/ ?\d{2,4}(?![\w/])/g },
];
const CROSSED = ['xx', 'XX', 'xX', 'Xx'];
/** Figures that were left out, with their unit: "__ mg", "XX visits". */
const WITH_UNIT: readonly Blank[] = [{ marks: ['__', '_x', 'x_', ...CROSSED], pattern: /[x_]{2,40}(?=[ -](?:year|mg|visit|session|tablet|week))/gi, notBehind: /[\w*/-]/ }];
const BLANKS: readonly Blank[] = [...WITH_UNIT, { marks: ['__'], pattern: /(?<![\w*/])_{2,}(?![\w*/])/g }, { marks: ['??'], pattern: /(?<![\w.!?])\?{2,}(?![\w/])/g }];
/** Outside of items these may be a name that was taken out. */
const CROSSES: readonly Blank[] = [{ marks: CROSSED, pattern: /(?<![\w/-])x{3,}(?![\w/-])/gi }];
const IN_ITEMS: readonly Blank[] = [...BLANK_DATES, ...BLANKS, ...CROSSES];
const IN_SUMMARY: readonly Blank[] = [...BLANK_DATES, ...WITH_UNIT];

interface Found {
  readonly text: string;
  readonly span: Span;
}

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  waits: ['undecided', 'placeholder'],
  summary: 'No placeholder of a template is left in the letter.',
  why: 'A letter with “[[date]]” or “is/is not” in it was not finished, and the fact that should stand there was never stated. Nor is one finished that still holds lines which an import found no place for.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    '`[3]`, `[1-3, 28]`, `[sic]`, `[MRI]`, `(date of service 11/18/2016)` and other brackets of citations, of facts and of words put into quotations.',
    'Quotations (but for “[[…]]” and “{{…}}”), comments and code.', 'Outside of items and the head’s facts anything but what a template leaves in brackets and blank dates: a line may be a form’s, XXX a name that was taken out.',
    'A line of underscores alone, which is a rule.', '“He/she” and “his/her”, the customary wording of the letter’s first part.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The report states “knee [sic] stable” [3]. Therefore, a cane is not medically necessary.'],
    invalid: [
      { draft: '### Walking cane: Upheld\n\n**Decision rationale:** The gait of ⟦[[date]]⟧ was steady. Therefore, a cane is not medically necessary.' },
      {
        draft: `### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n\n## ⟦${UNPLACED_HEADING}⟧\n\n${UNPLACED_ADVICE}\n\nSincerely,\n`,
        fixed: '### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n',
      },
    ],
  },
  messages: {
    undecided: ({ words }: { words: string }) => `“${shown(words)}” is left undecided. Write which of the two it is.`,
    placeholder: ({ words }: { words: string }) => `“${shown(words)}” is still to fill in. Write what belongs there, or take it out.`,
    unplaced: () => 'Lines that the import found no place for are still in the letter. Move each to where it belongs, or delete it.',
  },
  check: (determination, report) => {
    const { items, frontMatter, unplaced } = determination;
    if (unplaced) report(unplacedReport(determination, unplaced));
    for (const entry of frontMatter?.entries ?? []) for (const found of inEntry(entry)) report(reportOf(found));
    for (const { number, start, reading: { decision } } of items) {
      if (decision?.word.startsWith('[[')) report({ ...reportOf({ text: decision.word, span: shift(decision.span, start) }), item: number });
    }
  },
  words: {
    weighsNoFigures: true,
    check({ prose, place }, report) {
      const find = place === 'summary' ? inSummary : place === 'head' || place === 'passage' ? elsewhere : inItem;
      for (const { text, span: within } of find(prose)) if (!isGuidelineLine(place) || !text.startsWith('(')) report(reportOf({ text, span: sourceSpan(prose, within) }));
    },
  },
});

function unplacedReport(determination: Determination, { said, span: lines }: Unplaced): { span: Span; messageId: 'unplaced'; fixes: () => Fix[] } {
  return {
    span: said,
    messageId: 'unplaced',
    fixes: () => {
      const { text } = determination;
      const start = text.slice(0, lines.start).trimEnd().length;
      return [{ title: 'Delete these lines', applicability: 'suggestion', edits: [{ span: span(start, lines.end), newText: lines.end === text.length ? '\n' : '\n\n' }] }];
    },
  };
}

const inItem = keptBy((prose: Prose) => inOrder([...bracketed(prose), ...blanks(prose, IN_ITEMS), ...said(prose)]));
const inSummary = keptBy((prose: Prose) => inOrder([...bracketed(prose), ...blanks(prose, IN_SUMMARY)]));
const elsewhere = keptBy((prose: Prose) => inOrder([...bracketed(prose), ...blanks(prose, BLANK_DATES)]));

/** First to last, each place once. */
function inOrder(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  return [...found].sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end)
    .filter(({ span: { start } }, i, all) => i === 0 || start >= (all[i - 1]?.span.end ?? 0));
}

function bracketed(prose: Prose): Found[] {
  return [...matches(prose.text, TEMPLATES), ...matches(ownText(prose), BRACKETS).filter(isBlank)];
}

function blanks(prose: Prose, patterns: readonly Blank[]): Found[] {
  return matches(ownText(prose), patterns);
}

/** Square brackets that ask something are a note to oneself; round ones may be a reviewer's doubt. */
function isBlank({ text }: Found): boolean {
  const inside = text.slice(1, -1).trim();
  if (inside === '') return text.startsWith('[') && text.length > 2;
  if (text.startsWith('[') && inside.endsWith('?')) return true;
  return statementsOf(readSentence(inside), 'place').some(({ says }) => says['blank'] === 'bracketed');
}

/** What the words themselves say: "tbd", "check again", "is/is not". */
function said(prose: Prose): Found[] {
  return statementsIn(prose, 'place').flatMap(({ statement: { says }, span: place }) => {
    const text = prose.text.slice(place.start, place.end);
    if (says['blank'] === 'bracketed' || (says['blank'] === 'undecided' && !text.includes('/'))) return [];
    return [{ text, span: place }];
  });
}

function matches(text: string, blanks: readonly Blank[]): Found[] {
  return blanks.filter(({ marks }) => marks.some((mark) => text.includes(mark)))
    .flatMap(({ pattern, notBehind }) => [...text.matchAll(pattern)].filter(({ index }) => !notBehind?.test(text[index - 1] ?? ''))
      .map(({ 0: match, index }) => ({ text: match, span: span(index, index + match.length) })));
}

/** A fact of the head that was never filled in. To YAML `[[date]]` is a list in a list. */
function inEntry({ value, valueSpan, itemSpans }: FrontMatterEntry): Found[] {
  if (typeof value === 'string') return /\[\[.{0,200}\]\]|\{\{.{0,200}\}\}/.test(value) ? [{ text: value, span: valueSpan }] : [];
  return (value ?? []).flatMap((text, i) => {
    if (/^\[\[.*\]\]$/.test(text)) return [{ text, span: itemSpans?.[i] ?? valueSpan }];
    return /^\[.*\]$/.test(text) ? [{ text: `[${text}]`, span: valueSpan }] : [];
  });
}

function reportOf({ text, span: place }: Found): { span: Span; messageId: 'undecided' | 'placeholder'; data: { words: string } } {
  return { span: place, messageId: / ?\/ ?(?:is|are|was|were|has|have)\b/i.test(text) ? 'undecided' : 'placeholder', data: { words: text } };
}

function shown(words: string): string {
  return words.length > 40 ? `${words.slice(0, 38)}…` : words;
}
