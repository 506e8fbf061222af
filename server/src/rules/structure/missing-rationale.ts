import { emptyReasons } from '../../determination/argument/empty-sentences.ts';
import { fieldLabels, type FieldLabels } from '../../determination/reading/field-labels.ts';
import type { Determination, DisputedItem, ItemReading } from '../../determination/model.ts';
import { referencesOf } from '../../determination/argument/references.ts';
import { readMentions } from '../../guidelines/citation.ts';
import { fitTemplates } from '../../snippets/fit.ts';
import { renderTemplate } from '../../snippets/render.ts';
import { findPerioperative } from '../../vocabulary/treatments.ts';
import { isBareConclusion } from '../common/bare-conclusion.ts';
import { urDenialDate } from '../common/citations.ts';
import { parentDecisionsOf, type ParentDecision } from '../common/dependence.ts';
import { fieldEdit } from '../common/edits.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import { dependenceSentence, itemList, itemName, necessityWords, requestOf } from '../common/wording.ts';

export const missingRationale = defineRule({
  id: 'missing-rationale',
  family: 'structure',
  scope: 'item',
  severity: 'error',
  waits: true,
  summary: 'Every disputed item states why it is, or is not, medically necessary.',
  why: 'The determination must state the reasons for each disputed item: the reviewer’s analysis, not the verdict alone. A letter without them can be set aside.',
  sources: [{ title: 'Labor Code 4610.6(e)' }, { title: '439 of 439 published items have a rationale; the shortest, on a dependant, has 18 words' }],
  leavesAlone: ['A short rationale that rests on another item.', 'A rationale that has lost its label.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Knee arthroscopy: Upheld\n\n**Decision rationale:** No locking is recorded. Therefore, arthroscopy is not medically necessary.\n\n### Crutches: Upheld\n\n**Decision rationale:** As the arthroscopy in question 1 is not medically necessary, crutches are not medically necessary.'],
    invalid: [
      { draft: '### ⟦Walking cane: Upheld⟧\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n' },
      { draft: '### Walking cane: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** ⟦The request is not medically necessary.⟧\n' },
    ],
  },
  messages: {
    bareVerdict: ({ item, necessity }: { item: number; necessity: string }) => `${itemName(item)} gives a verdict but no reason. Say why the request is ${necessity}.`,
    decidedOnly: ({ item }: { item: number }) => `${itemName(item)} has a decision but no rationale. Say why the request is or is not medically necessary.`,
    onlyAbove: ({ item }: { item: number }) => `${itemName(item)} only points to what stands above. Say which item is meant, and why its reasons hold for this request.`,
    missing: ({ item }: { item: number }) => `${itemName(item)} has no rationale. Say why the request is or is not medically necessary.`,
  },
  about: (letter: Determination) => ({ decisions: parentDecisionsOf(letter), labels: fieldLabels(letter.items) }),
  check(item, context, report, about) {
    const { rationale, heading, title, decision } = item.reading;
    const bare = rationale !== null && isBareConclusion(item.reading);
    const { number } = item;
    if (rationale && rationale.prose.text !== '' && !bare) {
      if (saysOnlySeeAbove(item.reading) && !about.decisions.some((each) => each.item === number)) report({ span: rationale.prose.span, severity: 'information', messageId: 'onlyAbove', data: { item: number } });
      return;
    }
    // A cell of a table is filled in by hand.
    const offered = (): Fix[] => (item.reading.isRow ? [] : fixes(item, context, about));
    if (bare) {
      report({ span: rationale.prose.span, messageId: 'bareVerdict', data: { item: number, necessity: necessityWords(decision?.value ?? 'Upheld') }, fixes: offered });
      return;
    }
    const place = rationale ? rationale.label : { start: title.text === '' ? heading.start : title.span.start, end: heading.end };
    report({ span: place, messageId: decision ? 'decidedOnly' : 'missing', data: { item: number }, fixes: offered });
  },
});

function saysOnlySeeAbove(reading: ItemReading): boolean {
  const { numbers, clauses } = referencesOf(reading);
  return emptyReasons(reading) === 'see above' && numbers.length + clauses.length === 0;
}

/** What its fixes have to know of the rest of the letter. */
interface About {
  readonly decisions: readonly ParentDecision[];
  readonly labels: FieldLabels;
}

/** A dependant rests on its parent in one sentence; the others get the templates that fit, and at last an empty frame. */
function fixes(item: DisputedItem, context: LetterContext, { decisions, labels }: About): Fix[] {
  const { reading } = item;
  const decision = reading.decision?.value ?? null;
  const insert = (title: string, words: string): Fix => ({
    title, applicability: 'suggestion', edits: [fieldEdit(item, context.layout, labels, 'rationale', words)],
  });
  const parents = decision === null ? [] : decisions.filter((each) => each.item === item.number && each.decision === decision).map(({ parent }) => parent);
  const sentence = parents.length > 0 && decision !== null ? [insert(`Rest it on ${itemList(parents)}`, dependenceSentence(item, parents, decision))] : [];
  const query = {
    title: reading.title.text, regions: reading.regions, decision, dependent: parents.length > 0, partial: reading.partial !== null,
    postsurgical: findPerioperative(reading.title.text).length > 0,
  };
  const templates = fitTemplates(query).slice(0, 2).map(({ template }) => insert(
    `Insert the rationale “${template.title}”`,
    renderTemplate(template, { title: requestOf(item), decision, date: urDenialDate(context), format: 'plain', ...(reading.partial ? { partial: reading.partial } : {}) }),
  ));
  const frame = insert('Insert an empty rationale to fill in', emptyFrame(item));
  const [agreeing, others] = [templates.filter((fix) => agreesWithLine(fix, reading)), templates.filter((fix) => !agreesWithLine(fix, reading))];
  return [...sentence, ...agreeing, ...(agreeing.length === 0 ? [frame, ...others] : [...others, frame])];
}

/** A rationale that argues from another guideline than the reviewer's line would be the next finding. */
function agreesWithLine({ edits }: Fix, { reviewerGuideline }: ItemReading): boolean {
  const cited = reviewerGuideline?.citations.filter(({ status }) => status === 'resolved' || status === 'external') ?? [];
  if (cited.length === 0) return true;
  const words = edits.map(({ newText }) => newText).join(' ');
  if (/\bMTUS (?:is silent|does not address)\b/.test(words)) return cited.some(({ status }) => status === 'external');
  const named = readMentions(words).flatMap(({ guideline }) => guideline ?? []);
  return named.length === 0 || named.some((guideline) => cited.some((citation) => citation.guideline?.subjects.some((subject) => guideline.subjects.includes(subject))));
}

function emptyFrame(item: DisputedItem): string {
  const decision = item.reading.decision?.value;
  const verdict = decision ? necessityWords(decision) : '[[medically necessary, or not medically necessary]]';
  return `[[What the guideline asks for.]] In this case, [[what the records show of it]]. Therefore, the request for ${requestOf(item)} is ${verdict}.`;
}
