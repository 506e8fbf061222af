import type { Determination, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { UNPLACED_ADVICE, UNPLACED_HEADING, type Unplaced } from '../../determination/unplaced.ts';
import type { FrontMatterEntry } from '../../markdown/block.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { keptBy } from '../engine/own-words.ts';
import { defineRule, type Fix } from '../engine/rule.ts';

/** In brackets: nothing but a template leaves these. Each in a form of its own, so that a message can show what was found. */
const BRACKETED: readonly RegExp[] = [
  /\[\[[^[\]\n]{0,200}\]\]/g,
  /\{\{[^{}\n]{0,200}\}\}/g,
  /\[(?:insert|enter|add|fill in|describe|specify|state|name of|date of|your|to be (?:added|completed|determined))\b[^[\]\n]{0,120}\]/gi,
];
/** Nobody writes these of their own accord, in a quotation either. */
const TEMPLATES: readonly RegExp[] = BRACKETED.slice(0, 2);
/** What an item leaves open in other ways. Outside of items a line may be a form's, and XXX a name that was taken out. */
const PLACEHOLDERS: readonly RegExp[] = [
  ...BRACKETED,
  /(?<![\w*])_{3,}(?![\w*])/g,
  /\b(?:TBD|TBC|TODO|FIXME)\b/g,
  /(?<![\w-])X{3,}(?![\w-])/g,
  /\b(?:is|are|was|were|has|have) ?\/ ?(?:is|are|was|were|has|have) not\b/gi,
];
/** Any of them contains one of these: a quick no for clean text. */
const HINT = /\[|\{\{|___|\b(?:TB[DC]|TODO|FIXME)\b|XXX|\bnot\b/;

interface Found {
  readonly text: string;
  readonly span: Span;
}

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  family: 'structure',
  scope: 'letter',
  severity: 'error',
  summary: 'No placeholder of a template is left in the letter.',
  why: 'A letter with “[[date]]” or “is/is not” in it was not finished, and the fact that should stand there was never stated. Nor is one finished that still holds lines which an import found no place for.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    '`[3]`, `[1-3, 28]`, `[sic]`, `[MRI]` and other brackets of citations and of words put into quotations.',
    'Quotations (but for “[[…]]” and “{{…}}”), comments and code.', 'Outside of items and the head’s facts anything but brackets that a template leaves.', 'A line of underscores alone, which is a rule.', '“He/she” and “his/her”, the customary wording of the letter’s first part.',
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
    placeholder: ({ words }: { words: string }) => `The placeholder “${shown(words)}” is still in the letter. Write what belongs there, or take it out.`,
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
    check({ prose, place }, report) {
      const isOfItem = place !== 'head' && place !== 'summary' && place !== 'passage';
      for (const { text, span: within } of (isOfItem ? inItem : outsideOfItems)(prose)) report(reportOf({ text, span: sourceSpan(prose, within) }));
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

const inItem = keptBy(({ text }: Prose) => findPlaceholders(text, PLACEHOLDERS));
const outsideOfItems = keptBy(({ text }: Prose) => findPlaceholders(text, BRACKETED));

function findPlaceholders(text: string, patterns: readonly RegExp[]): readonly Found[] {
  if (!HINT.test(text)) return [];
  const own = withoutQuotations(text);
  return patterns.flatMap((pattern) => [...(TEMPLATES.includes(pattern) ? text : own).matchAll(pattern)].map(({ 0: match, index }) => ({ text: match, span: span(index, index + match.length) })));
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
  return { span: place, messageId: text.includes('/') && !text.includes('[') ? 'undecided' : 'placeholder', data: { words: text } };
}

function shown(words: string): string {
  return words.length > 40 ? `${words.slice(0, 38)}…` : words;
}
