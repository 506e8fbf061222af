import type { Prose } from '../../determination/model.ts';
import { impossibleDosesIn } from '../../determination/figures/impossible-doses.ts';
import { impossibleValuesIn } from '../../determination/figures/impossible-values.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { allSentences, inEach, ownSentences } from '../../determination/statements.ts';
import { findImpossibleDates } from '../../vocabulary/impossible-dates.ts';
import { areOnCase } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';

const valuesOf = keptBy((prose: Prose) => impossibleValuesIn(ownSentences(prose)));
const datesIn = inEach(({ text, tokens }) => (tokens.kinds.includes('number') ? findImpossibleDates(text) : []));

export const impossibleValue = defineRule({
  id: 'impossible-value',
  family: 'facts',
  scope: 'words',
  severity: 'error',
  summary: 'Dates are in the calendar, scores within their scale, and measurements in a unit of theirs.',
  why: 'A pain of 12/10 or a visit of February 30 is a slip of the pen, and whatever is reasoned from it has no ground.',
  sources: [{ title: 'Labor Code 4610.6(h)(5): a plainly erroneous finding of fact' }],
  leavesAlone: ['Scales that the table of measures doesn’t know, and scores in per cent.', 'Days and months without a year, and ratios.', 'Doses that are less than three times what is ever taken in a day, and drugs that the table of the highest doses doesn’t know.', 'High values that happen.'],
  examples: {
    valid: ['## Clinical Case Summary\n\nOn February 29, 2016 the pain was 10/10 and the PHQ-9 score 27.\n\n### Walking cane: Upheld'],
    invalid: [
      { draft: '## Clinical Case Summary\n\nThe knee was seen on ⟦February 30, 2017⟧.\n\n### Walking cane: Upheld' },
      { draft: '## Clinical Case Summary\n\nThe PHQ-9 score was ⟦31⟧.\n\n### Walking cane: Upheld' },
    ],
  },
  messages: {
    noSuchDate: ({ date }: { date: string }) => `There is no ${date}. Correct the date.`,
    tooHigh: ({ said, what, most }: { said: string; what: string; most: number }) => `“${said}” is more than the ${what} can be: it goes up to ${most}. Correct the figure.`,
    overDose: ({ said, drug, most }: { said: string; drug: string; most: number }) => `“${said}” of ${drug} is three times ${most} mg or more, the most that is taken of it in a day. Correct the figure.`,
    turned: ({ said, what }: { said: string; what: string }) => `“${said}” has the lower figure of the ${what} first. Turn the two round, or correct them.`,
    otherUnit: ({ said, what }: { said: string; what: string }) => `“${said}” is no measure of ${what}. Correct the unit.`,
  },
  check: (words, report) => {
    if (!areOnCase(words)) return;
    const { prose, title } = words;
    for (const { drug, most, span } of impossibleDosesIn(ownSentences(prose), title?.text ?? null)) {
      report({ span: sourceSpan(prose, span), severity: 'warning', messageId: 'overDose', data: { said: prose.text.slice(span.start, span.end), drug, most } });
    }
    for (const { text, span } of datesIn(allSentences(prose))) report({ span: sourceSpan(prose, span), messageId: 'noSuchDate', data: { date: text } });
    for (const { what, most, span, isTurned } of valuesOf(prose)) {
      const said = prose.text.slice(span.start, span.end);
      if (isTurned) report({ span: sourceSpan(prose, span), messageId: 'turned', data: { said, what } });
      else if (most === null) report({ span: sourceSpan(prose, span), messageId: 'otherUnit', data: { said, what } });
      else report({ span: sourceSpan(prose, span), messageId: 'tooHigh', data: { said, what, most } });
    }
  },
});
