import { isoDate } from '../../determination/reading/facts.ts';
import type { Determination, Fact, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { toldDaysIn } from '../../determination/case/days-told.ts';
import { requestsDated } from '../../determination/case/said-dates.ts';
import { ownSentences } from '../../determination/statements.ts';
import { hasWord } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { daysBetween } from '../../vocabulary/dates.ts';
import { HEAD_DATES, headDates, type HeadDate } from '../common/dates.ts';
import { areOnCase, summaryOf } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';

const daysTold = keptBy((prose: Prose) => toldDaysIn(ownSentences(prose)));
/** An injury over a time has no one day that others could come before. */
const isOverAPeriod = keptBy((prose: Prose) => ownSentences(prose).some(({ sentence }) => hasWord(sentence, 'over-a-period')));

const requests = keptBy((prose: Prose) => requestsDated(ownSentences(prose)));

/** The days that the letter's words may not lie beyond. */
interface Bounds {
  readonly denial: HeadDate | undefined;
  readonly injury: HeadDate | undefined;
  readonly decision: HeadDate | undefined;
}

export const dateOrder = defineRule({
  id: 'date-order',
  family: 'facts',
  scope: 'letter',
  severity: 'error',
  summary: 'The dates stand in the order in which things happen: injury, UR denial, application, assignment, decision.',
  why: 'A review can’t be decided before it was asked for. A date out of order is a slip in the year or the month, and the editions in force and the time limits hang on these dates.',
  sources: [{ title: '8 CCR 9792.10.1' }, { title: 'Labor Code 4610.6(d)' }],
  leavesAlone: ['Records later than the UR denial: they may be part of the file; a request that is called a new one, an appeal or a reconsideration.', 'Dates that a sentence sets into the future: an appointment, a plan, the end of a leave.', 'Two dates on one day, and words in a date’s place.', 'Days before the injury, but where the sentence says that something was done for it or came after it; injuries over a period.', 'Quotations.'],
  examples: {
    valid: ['---\ncase-number: CM17-9100001\ndate-of-injury: 2016-10-20\nur-denial-date: 2017-01-05\ndecision-date: 2017-02-08\n---\n\n### Walking cane: Upheld\n'],
    invalid: [{ draft: '---\ncase-number: CM17-9100001\ndate-of-injury: 2016-10-20\nur-denial-date: ⟦2016-01-05⟧\ndecision-date: 2017-02-08\n---\n\n### Walking cane: Upheld\n' }],
  },
  messages: {
    reversed: ({ name, date, before, beforeDate }: { name: string; date: string; before: string; beforeDate: string }) =>
      `The ${name} (${date}) is before the ${before} (${beforeDate}). Correct the one that is wrong.`,
    yearsApart: ({ name, date, before, beforeDate }: { name: string; date: string; before: string; beforeDate: string }) =>
      `The ${name} (${date}) is years after the ${before} (${beforeDate}). Make sure that the year is right.`,
    unreadable: ({ name, date }: { name: string; date: string }) => `The ${name} (${date}) is no day of the calendar. Correct it, as YYYY-MM-DD.`,
    afterDecision: ({ date, decision }: { date: string; decision: string }) =>
      `${date} is after the date of the decision (${decision}). Correct the one that is wrong.`,
    afterDenial: ({ date, denial }: { date: string; denial: string }) =>
      `The request of ${date} is after the UR denial that answered it (${denial}). Correct the one that is wrong, or say that another request is meant.`,
    beforeInjury: ({ date, injury }: { date: string; injury: string }) =>
      `${date} is before the date of injury (${injury}), for which this was done. Correct the one that is wrong.`,
    shortlyBefore: ({ date, injury }: { date: string; injury: string }) =>
      `${date} is shortly before the date of injury (${injury}). If this was done for the injury, correct the one that is wrong; else say what it was for.`,
  },
  check: (determination, report) => {
    for (const { name, fact } of noDates(determination)) report({ span: fact.span, messageId: 'unreadable', data: { name, date: fact.text } });
    const dates = headDates(determination);
    for (const { late, early } of yearsApart(dates)) {
      report({
        span: late.fact.span, severity: 'information', messageId: 'yearsApart', data: { name: late.name, date: late.fact.text, before: early.name, beforeDate: early.fact.text },
        related: [{ span: early.fact.span, message: `The ${early.name}: ${early.fact.text}` }],
      });
    }
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
    about: (determination): Bounds => {
      const dates = headDates(determination);
      const one = (key: HeadDate['key']) => dates.find((date) => date.key === key);
      return { injury: tellsOfAPeriod(determination) ? undefined : one('date-of-injury'), denial: one('ur-denial-date'), decision: one('decision-date') };
    },
    check(words, report, { injury, denial, decision }) {
      if (!areOnCase(words)) return;
      for (const { iso, text, span, likely } of denial ? requests(words.prose) : []) {
        if (!denial || iso <= denial.iso || (decision && iso > decision.iso)) continue;
        report({
          span: sourceSpan(words.prose, span), messageId: 'afterDenial', severity: likely || words.place === 'summary' ? 'information' : 'warning', data: { date: text, denial: denial.fact.text },
          related: [{ span: denial.fact.span, of: null, message: `The UR denial date: ${denial.fact.text}` }],
        });
      }
      if (!decision && !injury) return;
      for (const { iso, until, text, span, forInjury, ofCare, loose } of daysTold(words.prose)) {
        const place = sourceSpan(words.prose, span);
        if (decision && iso > decision.iso) {
          report({
            span: place, messageId: 'afterDecision', ...(loose ? { severity: 'information' as const } : {}), data: { date: text, decision: decision.fact.text },
            related: [{ span: decision.fact.span, of: null, message: `The date of the decision: ${decision.fact.text}` }],
          });
        } else if (injury && forInjury && until < injury.iso) {
          report({
            span: place, messageId: 'beforeInjury', data: { date: text, injury: injury.fact.text },
            related: [{ span: injury.fact.span, of: null, message: `The date of injury: ${injury.fact.text}` }],
          });
        } else if (injury && ofCare && words.place === 'summary' && until < injury.iso && daysBetween(until, injury.iso) <= SHORTLY_BEFORE) {
          report({
            span: place, messageId: 'shortlyBefore', severity: 'information', data: { date: text, injury: injury.fact.text },
            related: [{ span: injury.fact.span, of: null, message: `The date of injury: ${injury.fact.text}` }],
          });
        }
      }
    },
  },
});

/** From the denial to the decision it takes weeks, and in backlogs months. */
const LONGEST_REVIEW = 2 * 365;

/** Neighbouring dates of the review, from the denial on, with years between them. */
function yearsApart(dates: readonly HeadDate[]): { readonly late: HeadDate; readonly early: HeadDate }[] {
  const ofReview = dates.filter(({ key }) => key !== 'date-of-injury');
  return ofReview.flatMap((late, i) => {
    const early = ofReview[i - 1];
    return early && daysBetween(early.iso, late.iso) > LONGEST_REVIEW ? [{ late, early }] : [];
  });
}

/** Care so many days before an injury is hardly told without a word on what it was for. */
const SHORTLY_BEFORE = 183;

/** What stands in figures where the head has a date, and is none: February 30, month 13. */
function noDates({ facts }: Determination): { readonly name: string; readonly fact: Fact }[] {
  return HEAD_DATES.flatMap(([key, name]) => {
    const fact = facts.get(key);
    return fact && isoDate(fact) === null && /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(fact.text) ? [{ name, fact }] : [];
  });
}

function tellsOfAPeriod(determination: Determination): boolean {
  const summary = summaryOf(determination);
  return summary !== undefined && isOverAPeriod(summary.reading.prose);
}
