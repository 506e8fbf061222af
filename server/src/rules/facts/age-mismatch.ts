import type { Prose } from '../../determination/model.ts';
import { agesIn, decadesIn, type Said } from '../../determination/words/patient.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { allSentences, ownSentences } from '../../determination/statements.ts';
import { areOnCase, firstOnCase } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';

const agesOf = keptBy((prose: Prose) => agesIn(ownSentences(prose)));
const decadesOf = keptBy((prose: Prose) => decadesIn(ownSentences(prose)));
/** A summary that quotes the utilization review as a whole says it too. */
const firstOf = keptBy((prose: Prose) => agesOf(prose)[0] ?? agesIn(allSentences(prose))[0]);

/** "The score fell from 64 to 49. At 49 he is not well": a number that is not said to be of years, and stands in the text as another one. */
function isAnotherFigure(prose: Prose, { value, span: { start, end } }: Said<number>): boolean {
  const { text } = prose;
  const isOfYears = /^[\s-]?y/i.test(text.slice(end)) || /\bage[ds]?(?: of)? $/i.test(text.slice(0, start));
  return !isOfYears && text.split(/\D+/).filter((digits) => digits === String(value)).length > agesOf(prose).filter((each) => each.value === value).length;
}

/** From sixty to seventy: on either birthday somebody may be told of as "in the sixties". */
const DECADE = 10;

export const ageMismatch = defineRule({
  id: 'age-mismatch',
  family: 'facts',
  scope: 'words',
  severity: 'warning',
  summary: 'The patient has one age in all of the letter.',
  why: 'Two ages for one patient mean that a sentence was carried over from another case, and cast doubt on everything else that is told of the patient.',
  sources: [{ title: 'Labor Code 4610.6(h)(5): a plainly erroneous finding of fact that isn’t a matter of expert opinion' }],
  leavesAlone: ['Quotations, and the limits of age in guidelines and studies.', 'The age of somebody else, and the age “at the time” of something.', 'A difference of one year, between which a birthday may lie, is information.'],
  fixable: 'suggestion',
  examples: {
    valid: ['## Clinical Case Summary\n\nThe injured worker is a 44 year old male.\n\n### Walking cane: Upheld\n\n**Decision rationale:** Canes help patients over 65 years of age. This 44 year old male walks well. Therefore, a cane is not medically necessary.'],
    invalid: [{
      draft: '## Clinical Case Summary\n\nThe injured worker is a 44 year old male.\n\n### Walking cane: Upheld\n\n**Decision rationale:** The patient is a ⟦54⟧ year old male who walks well. Therefore, a cane is not medically necessary.',
      fixed: '## Clinical Case Summary\n\nThe injured worker is a 44 year old male.\n\n### Walking cane: Upheld\n\n**Decision rationale:** The patient is a 44 year old male who walks well. Therefore, a cane is not medically necessary.',
    }],
  },
  messages: {
    otherAge: ({ here, first }: { here: number; first: number }) =>
      `The patient is ${here} years old here and ${first} at the first mention. Correct the one that is wrong.`,
    birthday: ({ here, first }: { here: number; first: number }) =>
      `The patient is ${here} years old here and ${first} at the first mention. Make sure that a birthday lies between.`,
    otherDecade: ({ said, first }: { said: string; first: number }) =>
      `The patient is put in another decade of life here (“${said}”), and is ${first} at the first mention. Correct the one that is wrong.`,
  },
  about: (determination) => firstOnCase(determination, { inSummary: firstOf, inRationale: (prose) => agesOf(prose)[0] }),
  check(words, report, first) {
    if (!first || !areOnCase(words)) return;
    for (const { value, span: place } of decadesOf(words.prose)) {
      if (first.value >= value - 1 && first.value <= value + DECADE) continue;
      const said = words.prose.text.slice(place.start, place.end);
      report({ span: sourceSpan(words.prose, place), messageId: 'otherDecade', data: { said, first: first.value }, related: [{ span: first.span, of: first.of, message: `Here the patient is ${first.value}` }] });
    }
    for (const age of agesOf(words.prose)) {
      const { value } = age;
      if (value === first.value || isAnotherFigure(words.prose, age)) continue;
      const span = sourceSpan(words.prose, age.span);
      const birthday = Math.abs(value - first.value) === 1;
      report({
        span,
        ...(birthday ? { severity: 'information' } : {}),
        messageId: birthday ? 'birthday' : 'otherAge',
        data: { here: value, first: first.value },
        related: [{ span: first.span, of: first.of, message: `Here the patient is ${first.value}` }],
        fixes: () => [
          { title: `Write ${first.value} here`, applicability: 'suggestion', edits: [{ span, newText: String(first.value) }] },
          { title: `Write ${value} at the first mention`, applicability: 'suggestion', edits: [{ span: first.span, of: first.of, newText: String(value) }] },
        ],
      });
    }
  },
});
