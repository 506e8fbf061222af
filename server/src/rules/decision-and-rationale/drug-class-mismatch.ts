import { sourceSpan } from '../../determination/prose.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { leansOnAnother } from '../shared/citations.ts';
import type { Rationale } from '../../determination/model.ts';
import { sentenceAround } from '../../determination/sentences.ts';
import type { Span } from '../../markdown/span.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName, requestOf } from '../shared/wording.ts';

/** Words of a sentence that says what holds of a class of drugs. */
const OF_GUIDELINES = /\b(?:guidelines?|MTUS|ACOEM|ODG|recommend\w*|indicated|criteria|(?:is|are) an?)\b/i;
/** Where a class is named for something else than the requested drug. */
const OTHER_ROLE = /\b(?:induced|related|associated|while (?:taking|on|using)|trials? of|failed|failure|first[- ]line|alternatives?|instead of|other than|such as|along with|concurrent|in addition to|use of (?:an?|the|multiple|high)|non-?)\b/i;

export const drugClassMismatch = defineRule({
  id: 'drug-class-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale argues from what is said of the drug’s own class.',
  why: 'Famotidine is no proton pump inhibitor. Criteria for another class don’t decide the request.',
  sources: [{ title: 'One of 439 published items; classes as in the drug vocabulary' }],
  leavesAlone: ['Compounds and drugs that the vocabulary doesn’t know.', 'A rationale that names the drug’s own class as well, be it in a guideline’s name (“the opioid guideline”), or several classes.', 'A class that is named beside the drug: “opioid-induced”, “a failed trial of NSAIDs”, and what the patient takes or tolerates.'],
  examples: {
    valid: ['### Pepcid 20 mg: Upheld\n\n**Decision rationale:** H2 blockers serve where NSAIDs upset the stomach. No complaint is recorded for this patient. Therefore, Pepcid is not medically necessary.'],
    invalid: [{ draft: '### Pepcid 20 mg: Upheld\n\n**Decision rationale:** The guidelines recommend ⟦proton pump inhibitors⟧ for patients at risk of ulcers. No such risk is recorded for this patient. Therefore, Pepcid is not medically necessary.' }],
  },
  messages: {
    otherClass: ({ item, drug, argued }: { item: number; drug: string; argued: string }) =>
      `${itemName(item)} is about ${drug}, which is no ${singular(argued)}. Argue from what the guideline says of its own class.`,
  },
  check: (item, _context, report) => {
    const { rationale } = item.reading;
    if (!rationale || leansOnAnother(item.reading)) return;
    const requested = findDrugs(requestOf(item));
    const named = requested[0];
    const drug = named?.value;
    if (!named || !drug || requested.some(({ value }) => value.class !== drug.class) || isCompound(drug.generic)) return;
    const { text } = rationale.prose;
    const classes = findTreatments(text).filter(({ value }) => value.kind === 'medication-class');
    const others = classes.filter(({ span }) => !OTHER_ROLE.test(text.slice(Math.max(0, span.start - 30), span.end + 10)));
    const first = others[0];
    if (!first || !isArgued(rationale, first.span) || classes.some(({ value }) => value.id === drug.class) || new Set(others.map(({ value }) => value.id)).size > 1) return;
    if (!comparableClasses(drug.class, first.value.id)) return;
    report({
      span: sourceSpan(rationale.prose, first.span),
      messageId: 'otherClass',
      data: { item: item.number, drug: named.text, argued: first.text },
    });
  },
});

/** A guideline's sentence: "the patient tolerates NSAIDs" tells of the patient, it doesn't argue. */
function isArgued({ prose, sentences }: Rationale, place: Span): boolean {
  const sentence = sentenceAround(sentences, place);
  const words = sentence ? prose.text.slice(sentence.start, sentence.end) : '';
  return OF_GUIDELINES.test(words);
}

/** Classes that are mistaken for one another; between others a class is named for a reason of its own. */
const CONFUSED: readonly ReadonlySet<string>[] = [
  new Set(['proton-pump-inhibitor', 'h2-blocker']),
  new Set(['muscle-relaxant', 'benzodiazepine', 'sleep-aid']),
  new Set(['nsaid', 'opioid', 'muscle-relaxant', 'antiepileptic', 'antidepressant']),
];

function comparableClasses(a: string, b: string): boolean {
  return CONFUSED.some((group) => group.has(a) && group.has(b));
}

/** Combined with acetaminophen a drug is argued as what it is by itself. */
function isCompound(generic: string): boolean {
  return generic.replace(/\/acetaminophen$/, '').includes('/');
}

/** "Proton pump inhibitors" is "proton pump inhibitor", and "NSAIDs" keeps its capitals. */
function singular(text: string): string {
  const one = text.replace(/s$/, '');
  return /^[A-Z]{2,}$/.test(one) ? one : one.toLowerCase();
}
