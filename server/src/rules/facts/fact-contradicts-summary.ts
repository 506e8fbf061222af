import { against, reportContraries } from '../against-summary/compared.ts';
import { factMessages } from '../against-summary/fact-messages.ts';
import { factReaders } from '../against-summary/fact-readers.ts';
import { defineRule } from '../engine/rule.ts';

export const factContradictsSummary = defineRule({
  id: 'fact-contradicts-summary',
  family: 'facts',
  scope: 'item',
  severity: 'warning',
  summary: 'The rationale doesn’t tell the patient’s history otherwise than the case summary.',
  why: 'A rationale that speaks of no injection so far, where the summary of the same letter tells of one, or of 24 visits where it counts 8, decides on a case that isn’t this one. Two appeals were won because a determination missed what its own summary held.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: [
    'Another region or side; what is recent, further, repeated, new or since then; what is planned, requested or only offered.',
    'A figure that stands anywhere in the summary, and a count of visits where the summary has more than one.',
    'The words of the claims administrator, of the provider and of quotations, and what guidelines say.',
    'Words that no vocabulary has, and what is denied in the same words as it is told: likely, but not certain, so a word of advice.',
    'A limit, a goal, a normal value, a change, a value of another time, side, level or part, and of what the summary has several values.',
    'A grade in words (“normal”, “severe”) that any figure of the summary allows, and figures between good and bad.',
    'What is told as asked for, hoped for, feared or of patients at large, where the summary says that there was none; another part of the body; what the summary tells elsewhere.',
    'A strength that differs by a change of dose, or that may be the dose of a day.',
  ],
  examples: {
    valid: ['## Clinical Case Summary\n\nOne cortisone injection in November 2024 gave three weeks of relief.\n\n### Repeat cortisone injection, right heel: Upheld\n\n**Decision rationale:** One injection helped for three weeks only. The injection is not medically necessary.'],
    invalid: [{ draft: '## Clinical Case Summary\n\nOne cortisone injection in November 2024 gave three weeks of relief.\n\n### Repeat cortisone injection, right heel: Overturned\n\n**Decision rationale:** She has ⟦had no injection so far⟧. The injection is medically necessary.' }],
  },
  messages: factMessages,
  about: against,
  check(item, _, report, letter) {
    reportContraries(item, letter, factReaders, report);
  },
});
