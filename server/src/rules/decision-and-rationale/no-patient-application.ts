import type { Rationale } from '../../determination/model.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { deniesForSilenceAlone, GIVES_CAUSE } from '../shared/mtus-silence.ts';
import { leansOnAnother } from '../shared/citations.ts';
import { leansOnItemBefore } from '../shared/item-before.ts';
import { speaksOfThisCase, statesFinding } from '../shared/this-case.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

/** Something is said to be missing or present, though of nobody in particular. */
const ABSENCE = /\b(?:there (?:is|was|were|are|has been|have been) (?:no|not|a lack|insufficient|evidence|limited)|lack(?:s|ed|ing)? of|no (?:evidence|red flags?|plan|extenuating|exceptional)|did not specify|does not specify|failed to (?:specify|provide|indicate))\b|\b(?:the request|the requested|requested (?:service|quantity|duration|amount|number)|request exceeds)\b/i;

export const noPatientApplication = defineRule({
  id: 'no-patient-application',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale applies the guideline to this patient.',
  why: 'The determination must rest on the patient’s condition. Guideline text and a verdict, with nothing of the case between them, could stand in any letter.',
  sources: [{ title: 'Labor Code 4610.6(e): specific to the employee’s medical condition and the relevant documents' }],
  leavesAlone: [
    'A guideline sentence that asks for records or reports: it can’t be told from one on the file.',
    'Any sentence on this patient, the records, the history, the treating physician, or with a date.',
    'A denial for the silence of the MTUS alone: `denied-for-mtus-silence` speaks of that.',
    'Dependants, and a rationale that leans on the item before (“Again, …”, “as above”).',
    'A rationale that says only what is missing (“there were no red flags”) is information, not a warning.',
  ],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** A cane helps where the gait is unsafe. The patient walks steadily. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** ⟦The guidelines recommend a cane where walking is unsafe and the risk of a fall is high. Therefore, a cane is not medically necessary.⟧' }],
  },
  messages: {
    onlyLack: ({ item }: { item: number }) => `${itemName(item)} says what is missing, but no fact of this patient. Name the findings that were looked at.`,
    notApplied: ({ item }: { item: number }) =>
      `${itemName(item)} gives guideline text and a verdict, and nothing about this patient. Say what the records show and how the guideline applies to it.`,
  },
  check: (item, _context, report) => {
    const { rationale } = item.reading;
    if (!rationale?.conclusion || rationale.sentences.length < 2 || leansOnAnother(item.reading) || deniesForSilenceAlone(rationale)) return;
    const { text, span } = { text: ownArgument(rationale), span: rationale.prose.span };
    if (leansOnItemBefore(text)) return;
    if (speaksOfThisCase(text) || statesAnyFinding(rationale) || findDates(text).length > 0 || /\[\[/.test(text)) return;
    const place = { span, data: { item: item.number } };
    if (ABSENCE.test(text)) report({ ...place, messageId: 'onlyLack', severity: 'information' });
    else report({ ...place, messageId: 'notApplied' });
  },
});

function statesAnyFinding({ prose, sentences }: Rationale): boolean {
  return sentences.some(({ start, end }) => statesFinding(prose.text.slice(start, end)));
}

/** The rationale without its quotations and without the conclusion, which names the request as a form; one that gives a cause stays. */
function ownArgument({ prose, conclusion }: Rationale): string {
  const own = withoutQuotations(prose.text);
  return conclusion && !GIVES_CAUSE.test(prose.text.slice(conclusion.span.start, conclusion.verdict.start)) ? own.slice(0, conclusion.span.start) + own.slice(conclusion.span.end) : own;
}
