import { sameRequest } from '../../determination/reading/decision-list.ts';
import type { Determination, Fact, Prose } from '../../determination/model.ts';
import { licencesIn, licencesOfHead, saidOfLetter, type SaidOfLetter } from '../../determination/argument/said-of-letter.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { ownWords, placeInWords, type OwnWords, type Words } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule, type Related } from '../engine/rule.ts';

const saidIn = keptBy(saidOfLetter);
const licencesOf = keptBy((prose: Prose) => licencesIn(prose));

export const headMismatch = defineRule({
  id: 'head-mismatch',
  family: 'facts',
  scope: 'letter',
  severity: 'warning',
  waits: ['otherCount'],
  summary: 'Case number, priority, licence and decisions are the same wherever the letter gives them.',
  why: 'Parts of a letter are often taken from the last one. A case number, a priority or a count of decisions that isn’t this letter’s puts in doubt which case was decided, and how.',
  sources: [{ title: '8 CCR 9792.10.6: what a determination states' }, { title: 'Labor Code 4610.6(h)(5): a plainly erroneous finding of fact' }],
  leavesAlone: [
    'Numbers of other cases: prior, related, duplicate.',
    'The expedited review that somebody asked for, or that the claims administrator made.',
    'Fewer states of licensure than the head names, and states in abbreviations.',
    'A count of requests in one item’s rationale that isn’t said to be the letter’s.',
    'Entries of a list of decisions whose words are not those of a heading.',
  ],
  examples: {
    valid: ['---\ncase-number: CM17-9100001\npriority: standard\n---\n\n## How the IMR Final Determination Was Made\n\nThis standard review rests on the file of case number CM17-9100001.\n\n### Walking cane: Upheld\n'],
    invalid: [
      { draft: '---\ncase-number: CM17-9100001\npriority: standard\n---\n\n## How the IMR Final Determination Was Made\n\n⟦This expedited review⟧ rests on the file.\n\n### Walking cane: Upheld\n' },
      { draft: '---\ncase-number: CM17-9100001\n---\n\n## Clinical Case Summary\n\nThe records of case number ⟦CM17-9100002⟧ were read.\n\n### Walking cane: Upheld\n' },
      { draft: '---\ncase-number: CM17-9100001\n---\n\n## IMR Issues, Decisions and Rationales\n\n⟦All four requests are upheld⟧.\n\n### Walking cane: Upheld\n' },
    ],
  },
  messages: {
    otherCase: ({ said, head }: { said: string; head: string }) => `This is case ${head} by the head of the letter, ${said} here. Correct the one that is wrong.`,
    otherPriority: ({ said, head }: { said: string; head: string }) => `“${said}”, but the head of the letter gives the priority as ${head}. Correct the one that is wrong.`,
    otherState: ({ state, head }: { state: string; head: string }) => `The reviewer is licensed in ${state} here, in ${head} by the head of the letter. Correct the one that is wrong.`,
    otherCount: ({ said, items }: { said: string; items: number }) => `“${said}”, but the letter decides ${items === 1 ? 'one request' : `${items} requests`}. Correct the count.`,
    otherDecision: ({ said, item, decision }: { said: string; item: number; decision: string }) => `“${said}”, but item ${item} is ${decision}. Correct the one that is wrong.`,
    listedOtherwise: ({ listed, item, decision }: { listed: string; item: number; decision: string }) => `The list of decisions has ${listed} for item ${item}, its heading ${decision}. Correct the one that is wrong.`,
  },
  check: (determination, report) => {
    for (const words of ownWords(determination, speaksOfLetter)) {
      for (const said of saidIn(words.prose)) {
        const found = said.what === 'decisions' ? otherDecisions(determination, words, said) : otherFact(determination, placeInWords(words, said.span), said);
        if (found) report({ span: placeInWords(words, said.span), ...found });
      }
    }
    for (const licence of otherLicences(determination)) report(licence);
    for (const listed of listedOtherwise(determination)) report(listed);
  },
});

function speaksOfLetter({ place, prose }: Words): boolean {
  return place !== 'title' && place !== 'claims-guideline' && place !== 'reviewer-guideline' && saidIn(prose).length > 0;
}

function inHead({ span, text }: Fact): Related {
  return { span, message: `In the head: ${text}` };
}

function isOtherPriority({ text }: Fact, said: 'expedited' | 'standard'): boolean {
  const head = text.toLowerCase();
  return (head === 'expedited' || head === 'standard') && head !== said;
}

function otherFact({ facts }: Determination, place: Span, said: Exclude<SaidOfLetter, { what: 'decisions' }>) {
  const head = facts.get(said.what);
  if (!head || place.start === head.span.start) return null;
  const data = { said: said.words, head: head.text };
  if (said.what === 'priority') return isOtherPriority(head, said.priority) ? { messageId: 'otherPriority' as const, data, related: [inHead(head)] } : null;
  return head.text === said.words ? null : { messageId: 'otherCase' as const, data, related: [inHead(head)] };
}

/** The count that is another, or the item that is decided otherwise than is said of all. A rationale may speak of its own requests. */
function otherDecisions({ items }: Determination, { place }: OwnWords, said: Extract<SaidOfLetter, { what: 'decisions' }>) {
  if (items.length === 0 || (place !== 'passage' && !said.ofLetter)) return null;
  if (said.count !== null && said.count !== items.length) return { messageId: 'otherCount' as const, data: { said: said.words, items: items.length } };
  const other = items.find(({ reading: { decision } }) => decision?.value && decision.value !== said.decision);
  const decision = other?.reading.decision?.word;
  return other && decision ? { messageId: 'otherDecision' as const, data: { said: said.words, item: other.number, decision } } : null;
}

function otherLicences({ facts, passages }: Determination) {
  const head = facts.get('licensed-in');
  const states = head ? licencesOfHead(head.text) : [];
  if (!head || states.length === 0) return [];
  return passages.filter(({ section }) => section === 'how-determination-was-made').flatMap(({ start, reading: { prose } }) =>
    licencesOf(prose).filter(({ state }) => !states.includes(state)).map(({ state, span }) => ({
      span: placeInWords({ prose, start }, span), messageId: 'otherState' as const, data: { state, head: states.join(', ') }, related: [inHead(head)],
    })));
}

/** Entries of the letter's list of decisions that differ from the one heading with the same words. */
function listedOtherwise({ decisionList, items }: Determination) {
  return decisionList.flatMap(({ request, decision: { word, value, span } }) => {
    const same = items.filter(({ reading }) => sameRequest(reading.title.text, request));
    const [item] = same;
    const decision = item?.reading.decision;
    if (!item || same.length > 1 || !decision?.value || value === null || decision.value === value) return [];
    const related = [{ span: shift(decision.span, item.start), message: `The decision of item ${item.number}` }];
    return [{ span, messageId: 'listedOtherwise' as const, data: { listed: word, item: item.number, decision: decision.word }, related }];
  });
}
