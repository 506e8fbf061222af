import type { PassageReading } from '../../determination/model.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { headDates, writtenLike } from '../common/dates.ts';
import { placeInWords, summaryOf } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { hasWord, readSentence } from '../../language/sentence.ts';
import { defineRule } from '../engine/rule.ts';

/** A date of the summary that is said to be the injury's or the denial's. Span: in the summary's text. */
interface SaidDate {
  readonly key: 'date-of-injury' | 'ur-denial-date';
  readonly iso: string;
  readonly text: string;
  readonly span: Span;
}

/** What stands directly before the date of the injury. */
const INJURY = /\b(?:date of injury(?: (?:of|is|was|on))?:?|DOI:?|(?:industrial|occupational|work|work[- ]related|industrial[- ]work) (?:related )?(?:injury|injuries|accident|claim)(?: (?:date )?of| on| from| dated| that occurred on| occurring on| which occurred on)?|was injured(?: at work)? on)\s?$/i;
const OTHER_INJURY = /\b(?:prior|previous|earlier|second|another|subsequent|other|separate|re-?injur\w+|first)\b/i;
/** The denial in the words of its sentence; a plain "UR" only in capitals. */
const REVIEW = /\b(?:[Uu]tilization [Rr]eview|UR|(?:prior|previous) (?:determination|denial))\b/;
const DENIED = /\b(?:non[- ]?\s?certif\w*|not certif\w*|den(?:ied|ial)|modif\w+|non-?approved|not (?:been )?(?:approved|authorized|medically necessary)|non-?authorized|determined|determination|certification|fail\w* to approve|partially approved)\b/i;
/** What stands between the review and its date, or the date and the review: hardly anything. */
const REVIEW_BEFORE = /\b(?:utilization review|UR)(?: \((?:UR|utilization review)\))?(?: (?:review|report|determination|decision|denial|letter|documentation|form|board|physician))?,?(?: (?:was|is|dated|of|on|from|date|performed|completed|issued|the)){0,3}[ ,:(]{0,3}$/i;
const PRIOR_BEFORE = /\b(?:prior|previous) (?:determination|denial)(?: for the requests? below)?(?: was)? (?:dated|of|on|from) $/i;
/** "In a prior UR decision", "another utilization review": not the one in dispute, which is "the prior". */
const EARLIER_REVIEW = /\b(?:an? (?:prior|previous|earlier|different|separate)|another|earlier) (?:utilization review|UR)\b/i;
/** "On 12/29/2016 a request for … was denied by utilization review", with no other date in the sentence. */
const OPENING_DATE = /^On $/;
const BY_REVIEW = /\bby (?:the )?utilization review\b/i;
/** "Utilization review denied the request on …". */
const DENIED_BEFORE = /\b(?:utilization review|UR) (?:non-?certified|denied|modified) (?:the |this |these )?(?:requests?|items?|services?)(?: for [\w ,/-]{1,40})? on $/i;
const REVIEW_BEHIND = /^\)?,? ?(?:the |a |an |original |initial ){0,3}(?:utilization review|UR)\b/i;
const BY_REVIEW_BEFORE = /\bby (?:the )?(?:utilization review|UR) (?:on|dated) $/i;

const saidDates = keptBy(({ prose, sentences }: PassageReading) => {
  const own = withoutQuotations(prose.text);
  return sentences.flatMap((sentence, i) => {
    const words = own.slice(sentence.start, sentence.end);
    const said = inSentence(words, sentence.start);
    return said.length === 0 && i < OPENING_SENTENCES ? tellsInjury(words, sentence.start) : said;
  });
});

export const dateMismatch = defineRule({
  id: 'date-mismatch',
  family: 'facts',
  scope: 'letter',
  severity: 'warning',
  summary: 'The summary gives the dates of the injury and of the UR denial as the head of the letter does.',
  why: 'The head and the summary speak of the same injury and the same denial. Where they differ, one is wrong: either the letter tells of another request, or the edition in force and the time limits are counted from a wrong day.',
  sources: [{ title: '7 of 194 published letters of 12/2016 to 3/2017 (1 injury, 6 UR denials)' }, { title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: [
    'A summary that has the right date as well, and tells of a second injury or an earlier review.',
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
});

/** In so many sentences a summary introduces the patient and the injury. */
const OPENING_SENTENCES = 2;

/** "The worker, who on 8/19/2013 was hit by a beam, …": the only date of an opening sentence that tells how somebody was hurt. */
function tellsInjury(words: string, at: number): SaidDate[] {
  const dates = findDates(words);
  const [date] = dates;
  if (!date || dates.length > 1 || !hasWord(readSentence(words), 'gets-hurt') || OTHER_INJURY.test(words)) return [];
  return [{ key: 'date-of-injury', iso: date.value, text: date.text, span: span(at + date.span.start, at + date.span.end) }];
}

function inSentence(sentence: string, at: number): SaidDate[] {
  const review = REVIEW.test(sentence) && DENIED.test(sentence);
  const dates = findDates(sentence);
  return dates.flatMap(({ value, text, span: { start, end } }) => {
    const before = sentence.slice(Math.max(0, start - 80), start);
    const behind = sentence.slice(end, end + 40);
    const opens = OPENING_DATE.test(sentence.slice(0, start)) && dates.length === 1 && BY_REVIEW.test(sentence);
    const key = review && opens ? 'ur-denial-date' : keyOf(before, behind, review);
    return key ? [{ key, iso: value, text, span: span(at + start, at + end) }] : [];
  });
}

function keyOf(before: string, behind: string, review: boolean): SaidDate['key'] | null {
  if (/^\s?(?:to|through|thru|until|and|or|-|–)\s?[\dA-Z]/.test(behind)) return null;
  if (INJURY.test(before)) return OTHER_INJURY.test(before) ? null : 'date-of-injury';
  if (EARLIER_REVIEW.test(before)) return null;
  if (review && (REVIEW_BEFORE.test(before) || PRIOR_BEFORE.test(before) || BY_REVIEW_BEFORE.test(before) || DENIED_BEFORE.test(before) || REVIEW_BEHIND.test(behind))) return 'ur-denial-date';
  return null;
}
