import { hasWord } from '../../language/sentence.ts';
import { defineRule } from '../engine/rule.ts';
import { wordsStating } from '../common/stated-words.ts';

export const reviewerExamined = defineRule({
  id: 'reviewer-examined',
  family: 'law-scope-privacy',
  scope: 'words',
  severity: 'warning',
  summary: 'The reviewer speaks of the record, never of having seen the patient.',
  why: 'Independent medical review is done on the records alone: the reviewer never meets the patient. “When I examined him” is either a sentence copied from a report without its quotation marks or a mistake about the process.',
  sources: [{ title: 'Labor Code 4610.6(a)–(c): the review is of the records' }],
  leavesAlone: ['Quoted words of a report.', '“I examined the record”, “I saw no sign of”.', 'What the reviewer would do with a patient of theirs.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** I examined the record. The gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** When ⟦I examined him⟧ the gait was steady. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    examined: ({ words }: { words: string }) => `“${words}” says that the reviewer saw the patient, but the review is of the records. Say whose examination it was.`,
  },
  check: (own, report) => {
    // "I'd go on with it in my own clinic" tells of nobody that was there.
    for (const { span, words } of wordsStating(own, 'person', 'reviewer', 'examined', (sentence, { from }) => !hasWord(sentence, 'would-do', 0, from))) report({ span, messageId: 'examined', data: { words } });
  },
});
