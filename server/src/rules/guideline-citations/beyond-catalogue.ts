import { isoDate } from '../../determination/reading/facts.ts';
import type { Determination, DisputedItem, Fact } from '../../determination/model.ts';
import { catalogue } from '../../guidelines/catalogue.ts';
import { isBeyondHorizon, proposalWords } from '../../guidelines/horizon.ts';
import { defineRule } from '../engine/rule.ts';

/** Dates as in ISO 8601. */
type Beyond = { readonly date: string; readonly known: string; readonly proposals: string };

export const beyondCatalogue = defineRule({
  id: 'beyond-catalogue',
  family: 'guideline-citations',
  scope: 'letter',
  severity: 'information',
  summary: 'The day that decides which edition is in force is one that the guideline catalogue knows.',
  why: 'The catalogue ends with the newest order that was found. What was adopted since it doesn’t know: of a later letter it can’t say for certain that the cited edition was still in force, nor that the MTUS is silent on a request. That is said once a letter, at the date it hangs on.',
  sources: [{ title: 'Labor Code 4604.5' }, { title: '8 CCR 9792.20 to 9792.24.7, with the dates of their orders' }],
  leavesAlone: [
    'Letters that cite nothing of the MTUS on the reviewer’s line: for a study or for ODG no edition of the MTUS counts.',
    'Letters without a UR denial date that can be read and without a decision date.',
    'What is known of such a letter all the same: an edition that was superseded before the catalogue ends is out of force, and `guideline-not-in-force` says so.',
  ],
  examples: {
    valid: ['---\ncase-number: CM23-9100014\nur-denial-date: 2023-05-02\n---\n\n### Knee brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Disorders 2020.'],
    invalid: [{ draft: '---\ncase-number: CM25-9100014\nur-denial-date: ⟦2025-05-02⟧\n---\n\n### Knee brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Disorders 2020.\n\n**Decision rationale:** The guideline asks for an unstable knee, and the joint is stable. Therefore, the brace is not medically necessary.' }],
  },
  messages: {
    denied: ({ date, ...known }: Beyond) => `${horizon(known)}, and utilization review denied the request on ${date}. ${ADVICE}`,
    decided: ({ date, ...known }: Beyond) => `${horizon(known)}, and the letter is of ${date}. ${ADVICE}`,
  },
  check: (determination, report) => {
    const fact = decidingDate(determination);
    const date = isoDate(fact);
    if (!fact || date === null || !isBeyondHorizon(date) || !determination.items.some(citesMtus)) return;
    report({
      span: fact.span, messageId: fact.key === 'ur-denial-date' ? 'denied' : 'decided',
      data: { date, known: catalogue().knownUntil, proposals: proposalWords() },
    });
  },
});

const ADVICE = 'Look up whether the editions that it cites were still in force.';

function horizon({ known, proposals }: Omit<Beyond, 'date'>): string {
  return `The guideline catalogue knows the MTUS until ${known}${proposals === '' ? '' : ` (${proposals})`}`;
}

function decidingDate({ facts }: Pick<Determination, 'facts'>): Fact | undefined {
  return facts.get('ur-denial-date') ?? facts.get('decision-date');
}

/** A guideline of the MTUS, or what it is said to be silent on. */
function citesMtus({ reading: { reviewerGuideline } }: DisputedItem): boolean {
  return (reviewerGuideline?.citations ?? []).some(({ kind, status, guideline, text }) => (
    (kind === 'mtus' || kind === 'acoem') && status !== 'external' && (guideline !== null || status !== 'resolved') && !text.includes('[[')));
}
