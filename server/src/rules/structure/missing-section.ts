import type { Determination, Section, SectionName } from '../../determination/model.ts';
import { span } from '../../markdown/span.ts';
import { defineRule, type Fix, type MessageData } from '../engine/rule.ts';
import { layoutsWithoutLabels } from '../../determination/reading/field-labels.ts';

const ORDER: readonly SectionName[] = ['how-determination-was-made', 'clinical-case-summary', 'issues-decisions-and-rationales'];
const HEADINGS: Readonly<Record<SectionName, string>> = {
  'how-determination-was-made': 'How the IMR Final Determination Was Made',
  'documents-reviewed': 'Documents Reviewed',
  'clinical-case-summary': 'Clinical Case Summary',
  'issues-decisions-and-rationales': 'IMR Issues, Decisions and Rationales',
};

/** What the first letters of 2013 call these parts. */
const FIRST_HEADINGS: Readonly<Record<SectionName, string>> = {
  ...HEADINGS, 'how-determination-was-made': 'Medical Qualifications of the Expert Reviewer', 'clinical-case-summary': 'Case Summary',
};

export const missingSection = defineRule({
  id: 'missing-section',
  family: 'structure',
  scope: 'letter',
  severity: 'warning',
  waits: ['missing', 'missingOfFirst'],
  summary: 'A letter has its three parts, in their order: how the determination was made, the case summary, and the decisions.',
  why: 'The parts are prescribed: who reviewed and on what basis, the facts of the case, and the decisions with their reasons. Readers and courts look for each in its place.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '8 CCR 9792.10.6' }],
  leavesAlone: ['The “Medical Professional Review” of early 2013, which has other parts in another order.', 'A draft that has none of the parts yet, only items: a letter may be started from a blank page.', 'Items whose letter has a heading in other words between known ones.', 'Of a draft that how the determination was made isn’t said yet is advice only: whoever sends the letter often adds it.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.'],
    invalid: [{
      draft: '## How the IMR Final Determination Was Made\n\nA physician reviewer was chosen.\n\n## ⟦IMR Issues, Decisions and Rationales⟧\n\n### Walking cane: Upheld\n',
      fixed: '## How the IMR Final Determination Was Made\n\nA physician reviewer was chosen.\n\n## Clinical Case Summary\n\n## IMR Issues, Decisions and Rationales\n\n### Walking cane: Upheld\n',
    }],
  },
  messages: {
    missing: (missing: Missing) => missingWords(HEADINGS, missing),
    missingOfFirst: (missing: Missing) => missingWords(FIRST_HEADINGS, missing),
    misplaced: (misplaced: Misplaced) => misplacedWords(HEADINGS, misplaced),
    misplacedOfFirst: (misplaced: Misplaced) => misplacedWords(FIRST_HEADINGS, misplaced),
  },
  check: (determination, report) => {
    const { sections, layout } = determination;
    if (layout === '2013-review') return;
    const order = ORDER.filter((name) => name !== 'issues-decisions-and-rationales' || !layoutsWithoutLabels.includes(layout));
    const parts = order.map((name) => sections.find((section) => section.name === name));
    const present = parts.filter((part): part is Section => part !== undefined);
    const isLetter = parts[0] !== undefined || parts[1] !== undefined;
    if (!isLetter) return;
    order.forEach((name, i) => {
      const next = parts.slice(i + 1).find((part) => part !== undefined);
      const anchor = next ?? present.at(-1);
      if (parts[i] || !anchor) return;
      report({
        span: anchor.heading,
        // A reviewer writes the summary and the decisions; who chose the reviewer is often put before them when the letter goes out.
        ...(layout === 'draft' && name === 'how-determination-was-made' ? { severity: 'information' } : {}),
        messageId: layout === '2013-first' ? 'missingOfFirst' : 'missing',
        data: { part: name, before: next !== undefined, neighbour: anchor.name },
        fixes: [addHeading(determination, name, anchor, next !== undefined)],
      });
    });
    // A part that comes once more stands in its place: the name of the last one is often the letter's title, too.
    const lastStart = (part: Section): number => sections.findLast(({ name }) => name === part.name)?.span.start ?? part.span.start;
    const misplaced = present.find((part, i) => present.slice(0, i).some((before) => before.span.start > lastStart(part)));
    if (misplaced && !isOfReview(determination)) report({ span: misplaced.heading, messageId: layout === '2013-first' ? 'misplacedOfFirst' : 'misplaced', data: { part: misplaced.name, order } });
  },
});

/** The last part of a "Medical Professional Review", which a draft of one keeps. */
function isOfReview({ sections, text }: Determination): boolean {
  const last = sections.findLast(({ name }) => name === 'how-determination-was-made');
  return last !== undefined && /^Medical Reviewer Qualifications/i.test(text.slice(last.heading.start, last.heading.end));
}

interface Missing extends MessageData {
  readonly part: SectionName;
  /** Whether it stands before its neighbour, or behind it. */
  readonly before: boolean;
  readonly neighbour: SectionName;
}

function missingWords(headings: typeof HEADINGS, { part, before, neighbour }: Missing): string {
  return `The part “${headings[part]}” is missing. It stands ${before ? 'before' : 'behind'} “${headings[neighbour]}”.`;
}

interface Misplaced extends MessageData {
  readonly part: SectionName;
  readonly order: readonly SectionName[];
}

function misplacedWords(headings: typeof HEADINGS, { part, order }: Misplaced): string {
  return `“${headings[part]}” is out of its place. The order is: ${order.map((name) => headings[name]).join('; ')}.`;
}

function addHeading({ layout, text }: Determination, name: SectionName, anchor: Section, before: boolean): Fix {
  const words = layout === 'draft' ? `## ${HEADINGS[name]}` : layout === '2013-first' ? `${FIRST_HEADINGS[name]}:` : HEADINGS[name].toUpperCase();
  const lineStart = text.lastIndexOf('\n', anchor.heading.start - 1) + 1;
  const end = text.slice(0, anchor.span.end).trimEnd().length;
  const edit = before
    ? { span: span(lineStart, lineStart), newText: `${words}\n\n` }
    : { span: span(end, end), newText: `\n\n${words}\n` };
  return { title: `Add the heading “${(layout === '2013-first' ? FIRST_HEADINGS : HEADINGS)[name]}”`, applicability: 'suggestion', edits: [edit] };
}
