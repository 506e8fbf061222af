import { leansOnItemBefore } from '../../determination/argument/leaning.ts';
import type { Conclusion, Rationale } from '../../determination/model.ts';
import { partOfTitle } from '../../determination/words/parent-words.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { span } from '../../markdown/span.ts';
import { missingCriteria, wordsToSearch } from '../../snippets/criteria.ts';
import type { Criterion } from '../../snippets/template.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { leansOnAnother } from '../common/citations.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { situationsOf } from '../common/situations.ts';
import { tellsOfTaper } from '../common/taper.ts';
import { itemName } from '../common/wording.ts';

export const rationaleIncomplete = defineRule({
  id: 'rationale-incomplete',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'information',
  waits: true,
  summary: 'A rationale that approves a treatment speaks of what the treatment is usually judged by.',
  why: 'An approval says that the criteria are met. One that leaves a usual criterion out, such as the conservative care before an operation, invites the question whether it was looked at. What is usual is general knowledge, taken from the rationale templates: it may hint, and never accuses.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: 'The criteria of this program’s rationale templates (general knowledge)' }],
  leavesAlone: [
    'Denials: a single criterion that isn’t met carries them.',
    'Titles that no template fits for certain. Where two fit alike, such as a first and a repeated injection, the rationale has to leave something out of both.',
    'The revision, the removal or the upkeep of what is in place: it isn’t judged as the first one was.',
    'What the title says itself, such as the level and side of an injection.',
    'An opioid or a benzodiazepine that is being tapered: it is judged by the taper.',
    'Criteria that stand for one another, such as red flags or a deficit before imaging.',
    'Dependants, rationales that lean on the item before, and rationales that aren’t finished.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: [
      '### Spinal cord stimulator trial: Upheld\n\n**Decision rationale:** The pain is not neuropathic. Therefore, the trial is not medically necessary.',
      '### Functional restoration program, 80 hours: Overturned\n\n**Decision rationale:** The multidisciplinary evaluation of this patient found high motivation. Therefore, the program is medically necessary.',
    ],
    invalid: [{
      draft: '### Functional restoration program, 80 hours: Overturned\n\n**Decision rationale:** This patient is highly motivated to return to work. Therefore, the program is ⟦medically necessary⟧.',
      fixed: '### Functional restoration program, 80 hours: Overturned\n\n**Decision rationale:** This patient is highly motivated to return to work. The records document [[the evaluation with baseline tests]]. Therefore, the program is medically necessary.',
    }],
  },
  messages: {
    criteriaMissing: ({ item, criteria }: { item: number; criteria: readonly string[] }) =>
      `${itemName(item)} is approved, and the rationale doesn’t speak of ${listed(criteria)}. Say what the records show of it, or why it doesn’t matter here.`,
  },
  check: (item, _context, report) => {
    const { title, decision, rationale } = item.reading;
    if (decision?.value !== 'Overturned' || !rationale || !isFinished(rationale)) return;
    if (leansOnAnother(item.reading) || partOfTitle(title.text) !== null || leansOnItemBefore(rationale)) return;
    if (tellsOfTaper(rationale) && findDrugs(title.text).some(({ value }) => value.opioid === true || value.class === 'benzodiazepine')) return;
    const situations = situationsOf(item);
    if (situations.length === 0) return;
    const words = wordsToSearch(`${title.text} ${rationale.prose.text}`);
    const [missing, ...others] = situations.map((template) => missingCriteria(template, words).filter(({ expected }) => expected));
    if (!missing?.length || others.some((other) => other.length === 0)) return;
    report({
      span: sourceSpan(rationale.prose, rationale.conclusion.verdict),
      messageId: 'criteriaMissing',
      data: { item: item.number, criteria: missing.map(({ text }) => text) },
      fixes: sentenceFix(rationale, missing),
    });
  },
});

type Finished = Rationale & { readonly conclusion: Conclusion };

function isFinished(rationale: Rationale): rationale is Finished {
  const { prose, conclusion, sentences } = rationale;
  return conclusion !== null && !conclusion.unsure && sentences.length > 1 && !prose.text.includes('[[');
}

/** "the levels; conservative care that failed": the criteria hold commas of their own. */
function listed(criteria: readonly string[]): string {
  return criteria.join('; ');
}

/** A sentence to fill in, in front of the conclusion. */
function sentenceFix({ prose, conclusion }: Finished, missing: readonly Criterion[]): Fix[] {
  const { start } = sourceSpan(prose, conclusion.span);
  const newText = `The records document ${missing.map(({ text }) => `[[${text}]]`).join(', ')}. `;
  return [{ title: 'Add a sentence to fill in', applicability: 'suggestion', edits: [{ span: span(start, start), newText }] }];
}
