import { sourceSpan } from '../../determination/prose.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { headDates } from '../common/dates.ts';
import { inSentences } from '../common/in-sentences.ts';
import { areOnCase } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';

/** What a plan may set into the future. */
const PLANNED = /\b(?:schedul\w*|planned|will|until|through|upcoming|next|expires?|expiration|due|appointment|follow[- ]?up|re-?check|re-?evaluat\w*|till|extend\w*|remain\w*|off[- ]work|return\w* to|work status|restrict\w*|disab\w*|TTD|TPD|as of|between|pending|estimat\w*|target\w*|set for|MMI|range|refills?|dispens\w*|fill(?:ed)? (?:on|after)|anticipated|expected|tentative\w*|effective|valid)\b/i;

/** The dates that a text tells as past. */
const pastDates = inSentences((words) => {
  const dates = findDates(words);
  return dates.length === 0 || PLANNED.test(words) ? [] : dates.map(({ value, text, span }) => ({ value, text, span }));
});

export const dateOrder = defineRule({
  id: 'date-order',
  family: 'facts',
  scope: 'letter',
  severity: 'error',
  summary: 'The dates stand in the order in which things happen: injury, UR denial, application, assignment, decision.',
  why: 'A review can’t be decided before it was asked for. A date out of order is a slip in the year or the month, and the editions in force and the time limits hang on these dates.',
  sources: [{ title: '8 CCR 9792.10.1' }, { title: 'Labor Code 4610.6(d)' }],
  leavesAlone: ['Records later than the UR denial: they may be part of the file.', 'Dates that a sentence sets into the future: an appointment, a plan, the end of a leave.', 'Two dates on one day, and dates that can’t be read.', 'Quotations.'],
  examples: {
    valid: ['---\ncase-number: CM17-9100001\ndate-of-injury: 2016-10-20\nur-denial-date: 2017-01-05\ndecision-date: 2017-02-08\n---\n\n### Walking cane: Upheld\n'],
    invalid: [{ draft: '---\ncase-number: CM17-9100001\ndate-of-injury: 2016-10-20\nur-denial-date: ⟦2016-01-05⟧\ndecision-date: 2017-02-08\n---\n\n### Walking cane: Upheld\n' }],
  },
  messages: {
    reversed: ({ name, date, before, beforeDate }: { name: string; date: string; before: string; beforeDate: string }) =>
      `The ${name} (${date}) is before the ${before} (${beforeDate}). Correct the one that is wrong.`,
    afterDecision: ({ date, decision }: { date: string; decision: string }) =>
      `${date} is after the date of the decision (${decision}). Correct the one that is wrong.`,
  },
  check: (determination, report) => {
    const dates = headDates(determination);
    dates.forEach((date, i) => {
      const before = dates.slice(0, i).findLast(({ iso }) => iso > date.iso);
      // One slip is one finding: a date that is before the one above it, not before all that stand above that.
      if (!before || dates[i - 1]?.iso !== before.iso) return;
      report({
        span: date.fact.span,
        messageId: 'reversed',
        data: { name: date.name, date: date.fact.text, before: before.name, beforeDate: before.fact.text },
        related: [{ span: before.fact.span, message: `The ${before.name}: ${before.fact.text}` }],
      });
    });
  },
  words: {
    about: (determination) => headDates(determination).find(({ key }) => key === 'decision-date'),
    check(words, report, decision) {
      if (!decision || !areOnCase(words)) return;
      for (const { value, text, span } of pastDates(words.prose)) {
        if (value <= decision.iso) continue;
        report({
          span: sourceSpan(words.prose, span),
          messageId: 'afterDecision',
          data: { date: text, decision: decision.fact.text },
          related: [{ span: decision.fact.span, of: null, message: `The date of the decision: ${decision.fact.text}` }],
        });
      }
    },
  },
});
