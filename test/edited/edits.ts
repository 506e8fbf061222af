import fc from 'fast-check';
import type { TextEdit } from '../../server/src/markdown/text-edit.ts';

/** An edit by shares of the text, so that it fits whatever the edits before it left. */
export interface LooseEdit {
  /** Where, from 0 to 1. */
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What a letter is built of, in Markdown and in its own words, and characters that programs stumble over. */
const STRUCTURE = [
  '', '', '', '\n', '\n\n', ' ', ':', '#', '### ', '## ', '**', '*', '`', '---\n', '```\n', '- ', '1. ', '> ', '    ', '\t', '|', '[', ']', '[[', ']]', '(', ')', '<!--', '-->',
  ': Upheld', ': Overturned\n', 'Upheld', '### Walking cane: Upheld\n\n', '## IMR Issues, Decisions and Rationales\n', '## Clinical Case Summary\n',
  'Decision rationale: ', '**MAXIMUS guideline:** ', '**Claims Administrator guideline:** ', 'Decision based on MTUS Knee Complaints 2004, Section(s): ', 'item 2 ', 'question 1 ',
  '[[x]]', '{>>', '<<}', '{>>why?<<}', '{~~no~>yes~~}', '{--', '--}', '{==x==}', '<!-- imr-disable-next-line missing-rationale -- why -->\n', '<!-- imr-disable no-patient-application -->\n', 'case-number: ', 'ur-denial-date: 2016-11-18\n',
  'not ', 'no ', 'left ', 'right ', 'The patient is 61 years old. ', 'is not medically necessary. ', '12 visits ', '. ', '“', '”', '"', "'",
  '\r', '\r\n', '\f', '\0', '\u00a0', '\u200b', '\u00ad', '\u2028', '\uFEFF', '😀', '𝒳', '\ud83d', '\ude00', 'é', 'ﬁ', '&nbsp;', '\\',
] as const;

export const looseEdit: fc.Arbitrary<LooseEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat({ max: 3 }) }, { weight: 2, arbitrary: fc.nat({ max: 60 }) }, { weight: 1, arbitrary: fc.nat({ max: 600 }) }),
  inserted: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...STRUCTURE) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }),
});

/** Edits one after the other, each of the text that those before it leave. */
export function fitEdits(loose: readonly LooseEdit[], text: string): TextEdit[] {
  let { length } = text;
  return loose.map(({ at, removed, inserted }) => {
    const start = Math.floor(at * length);
    const end = Math.min(length, start + removed);
    length += inserted.length - (end - start);
    return { start, end, newText: inserted };
  });
}
