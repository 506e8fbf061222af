import { withoutQuotations } from '../determination/quotations.ts';
import { span } from '../markdown/span.ts';
import { defineRule, type Report } from './rule.ts';

/** Each pattern in a form of its own, so that a message can show what was found. */
const PLACEHOLDERS: readonly RegExp[] = [
  /\[\[[^[\]\n]{0,200}\]\]/g,
  /\{\{[^{}\n]{0,200}\}\}/g,
  /\[(?:insert|enter|add|fill in|describe|specify|state|name of|date of|your|to be (?:added|completed|determined))\b[^[\]\n]{0,120}\]/gi,
  /(?<![\w*])_{3,}(?![\w*])/g,
  /\b(?:TBD|TBC|TODO|FIXME)\b/g,
  /(?<![\w-])X{3,}(?![\w-])/g,
  /\b(?:is|are|was|were|has|have) ?\/ ?(?:is|are|was|were|has|have) not\b/gi,
];
/** Any of them contains one of these: a quick no for clean text. */
const HINT = /\[|\{\{|___|\b(?:TB[DC]|TODO|FIXME)\b|XXX|\bnot\b/;
interface Found {
  readonly start: number;
  readonly text: string;
}

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  family: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'No placeholder of a template is left in the letter.',
  why: 'A letter with “[[date]]” or “is/is not” in it was not finished, and the fact that should stand there was never stated.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    '`[3]`, `[1-3, 28]`, `[sic]`, `[MRI]` and other brackets of citations and of words put into quotations.',
    'Quotations, comments and code.', 'A line of underscores alone, which is a rule.', '“He/she” and “his/her”, the customary wording of the letter’s first part.',
  ],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The report states “knee [sic] stable” [3]. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The gait of ⟦[[date]]⟧ was steady. Therefore, a cane is not medically necessary.' }],
  },
  check: (item, _context, report) => {
    const { reading } = item;
    const fields = [reading.title, reading.claimsAdministratorGuideline?.prose, reading.reviewerGuideline?.prose, reading.rationale?.prose];
    for (const prose of fields) {
      if (!prose) continue;
      for (const found of findPlaceholders(prose.text)) {
        const run = prose.runs.findLast(({ at }) => at <= found.start);
        const start = run ? run.source + found.start - run.at : prose.span.start;
        report(reportOf(found, start));
      }
    }
    if (reading.decision?.word.startsWith('[[')) report(reportOf({ start: 0, text: reading.decision.word }, reading.decision.span.start));
  },
});

function findPlaceholders(text: string): readonly Found[] {
  if (!HINT.test(text)) return [];
  const own = withoutQuotations(text);
  const found: Found[] = [];
  for (const pattern of PLACEHOLDERS) {
    for (const match of own.matchAll(pattern)) found.push({ start: match.index, text: match[0] });
  }
  return found;
}

function reportOf({ text }: Found, start: number): Report {
  const shown = text.length > 40 ? `${text.slice(0, 38)}…` : text;
  const message = text.includes('/') && !text.includes('[')
    ? `“${shown}” is left undecided. Write which of the two it is.`
    : `The placeholder “${shown}” is still in the letter. Write what belongs there, or take it out.`;
  return { span: span(start, start + text.length), message };
}
