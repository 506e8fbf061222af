import type { PassageReading, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { daysNamed } from '../../determination/case/dated-things.ts';
import { saidDatesIn, saidInRationale } from '../../determination/case/said-dates.ts';
import { ownSentences } from '../../determination/statements.ts';
import { headDates, writtenLike, type HeadDate } from '../common/dates.ts';
import { placeInWords, summaryOf } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { daysBetween } from '../../vocabulary/dates.ts';
import { defineRule } from '../engine/rule.ts';

const saidDates = keptBy(({ prose }: PassageReading) => saidDatesIn(ownSentences(prose)));
const saidHere = keptBy((prose: Prose) => saidInRationale(ownSentences(prose)));
/** The days that a summary names, and the years that it has anywhere. */
const daysOf = keptBy((prose: Prose): readonly string[] => [...daysNamed(prose), ...prose.text.match(/\b(?:19|20)\d\d\b/g) ?? []]);

const YEAR = 4;
/** What lies so many days from the head's may be of another review, where it isn't its day of another year. */
const FAR = 60;

function isFar(iso: string, head: string): boolean {
  return Math.abs(daysBetween(iso, head)) > FAR && iso.slice(YEAR) !== head.slice(YEAR);
}

/** The days of the letter's head, and those that its summary names: of another injury or review. */
interface KnownDays {
  readonly heads: readonly HeadDate[];
  readonly told: readonly string[];
}

export const dateMismatch = defineRule({
  id: 'date-mismatch',
  family: 'facts',
  scope: 'letter',
  severity: 'warning',
  summary: 'The summary and the rationales give the dates of the injury and of the UR denial as the head of the letter does.',
  why: 'The head and the summary speak of the same injury and the same denial. Where they differ, one is wrong: either the letter tells of another request, or the edition in force and the time limits are counted from a wrong day.',
  sources: [{ title: '7 of 194 published letters of 12/2016 to 3/2017 (1 injury, 6 UR denials)' }, { title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: [
    'A summary that has the right date as well, and tells of a second injury or an earlier review.',
    'A date of a rationale that stands anywhere in the summary.',
    'A date that isn’t said outright to be the injury’s or the review’s: those of records, requests and visits.',
    'Injuries over a period (“from … to …”), prior and later injuries, and quotations.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM17-9100001\ndate-of-injury: 2016-10-20\nur-denial-date: 2017-01-05\n---\n\n## Clinical Case Summary\n\nThe worker sustained an industrial injury on 10-20-16. Utilization Review of 1-5-17 denied the cane asked for on 12-30-16.\n\n### Walking cane: Upheld\n'],
    invalid: [{
      draft: '---\ncase-number: CM17-9100001\nur-denial-date: 2017-01-05\n---\n\n## Clinical Case Summary\n\nThe Utilization Review dated ⟦1-4-17⟧ denied the request for a cane.\n\n### Walking cane: Upheld\n',
      fixed: '---\ncase-number: CM17-9100001\nur-denial-date: 2017-01-05\n---\n\n## Clinical Case Summary\n\nThe Utilization Review dated 1-5-17 denied the request for a cane.\n\n### Walking cane: Upheld\n',
    }],
  },
  messages: {
    otherDate: ({ summary, name, head }: { summary: string; name: string; head: string }) =>
      `The summary gives ${summary} as the ${name}, the head of the letter ${head}. Correct the one that is wrong.`,
    otherHere: ({ stated, name, head }: { stated: string; name: string; head: string }) =>
      `This rationale gives ${stated} as the ${name}, the head of the letter ${head}. Correct the one that is wrong.`,
  },
  check: (determination, report) => {
    const summary = summaryOf(determination);
    if (!summary) return;
    const said = saidDates(summary.reading);
    for (const head of headDates(determination)) {
      const dates = said.filter(({ key }) => key === head.key);
      if (dates.some(({ iso }) => iso === head.iso)) continue;
      for (const date of dates) {
        const place = placeInWords({ prose: summary.reading.prose, start: summary.start }, date.span);
        const right = writtenLike(date.text, head.iso);
        report({
          span: place,
          messageId: 'otherDate',
          data: { summary: date.text, name: head.name, head: head.fact.text },
          related: [{ span: head.fact.span, message: `The ${head.name}: ${head.fact.text}` }],
          fixes: [
            { title: `Write ${right} here, as the head does`, applicability: 'suggestion', edits: [{ span: place, newText: right }] },
            { title: `Write ${writtenLike(head.fact.text, date.iso)} in the head, as the summary does`, applicability: 'suggestion', edits: [{ span: head.fact.span, newText: writtenLike(head.fact.text, date.iso) }] },
          ],
        });
      }
    }
  },
  words: {
    about: (determination): KnownDays => {
      const summary = summaryOf(determination);
      return { heads: headDates(determination), told: summary ? daysOf(summary.reading.prose) : [] };
    },
    check({ prose, place }, report, { heads, told }) {
      if (place !== 'rationale') return;
      for (const { key, iso, text, span, likely } of saidHere(prose)) {
        const head = heads.find((each) => each.key === key);
        if (!head || told.includes(iso) || heads.some((each) => each.iso.startsWith(iso))) continue;
        const at = sourceSpan(prose, span);
        const right = iso.length === YEAR ? head.iso.slice(0, YEAR) : writtenLike(text, head.iso);
        report({
          span: at, messageId: 'otherHere', ...(likely || isFar(iso, head.iso) ? { severity: 'information' as const } : {}), data: { stated: text, name: head.name, head: head.fact.text },
          related: [{ span: head.fact.span, of: null, message: `The ${head.name}: ${head.fact.text}` }],
          fixes: () => [{ title: `Write ${right} here, as the head does`, applicability: 'suggestion', edits: [{ span: at, newText: right }] }],
        });
      }
    },
  },
});
