import type { Decision, DecisionValue, ItemReading } from '../../determination/model.ts';
import { defaultLetterSettings } from '../../determination/settings.ts';
import { createWordings, distance, meantDecision } from '../../determination/reading/wordings.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { decisionFor } from '../common/wording.ts';

const wordings = createWordings(defaultLetterSettings);

export const unknownDecision = defineRule({
  id: 'unknown-decision',
  family: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'A decision is one of the two words that a determination knows: Upheld or Overturned.',
  why: 'An independent medical review upholds or overturns the denial of each item; it doesn’t deny, approve or modify. A partly authorised request is decided on the portion that remains. Words from utilization review leave it open what was ordered.',
  sources: [{ title: '439 published decisions of 12/2016 to 3/2017: Upheld or Overturned, no other word' }],
  leavesAlone: ['Capitals, and emphasis around the word.', 'Words that the setting `decisions` adds.'],
  fixable: 'safe',
  examples: {
    valid: ['### Naproxen 500 mg #60: UPHELD\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2016.'],
    invalid: [{
      draft: '### Naproxen 500 mg #60: ⟦Denied⟧\n\n**Decision rationale:** Eight months of daily use are documented without a gain in function, and blood pressure rose. Therefore, the request for naproxen is not medically necessary.',
      fixed: '### Naproxen 500 mg #60: Upheld\n\n**Decision rationale:** Eight months of daily use are documented without a gain in function, and blood pressure rose. Therefore, the request for naproxen is not medically necessary.',
    }],
  },
  messages: {
    unknownWord: ({ item, word }: { item: number; word: string }) =>
      `“${word}” is no decision that an IMR determination knows. Write Upheld or Overturned for item ${item}.`,
  },
  check: (item, _context, report) => {
    const { decision } = item.reading;
    if (!decision || decision.value !== null || decision.word.startsWith('[[')) return;
    report({
      span: decision.span,
      messageId: 'unknownWord',
      data: { item: item.number, word: decision.word },
      fixes: meantValues(item.reading, decision).map((value): Fix => ({
        title: `Replace “${decision.word}” by “${value}”`, applicability: isSlip(item.reading, decision, value) ? 'safe' : 'suggestion', edits: [{ span: decision.span, newText: value }],
      })),
    });
  },
});

/** What the rationale concludes, else what the word means; both where neither tells. */
function meantValues(reading: ItemReading, decision: Decision): readonly DecisionValue[] {
  const concluded = reading.rationale?.conclusion;
  if (concluded && !concluded.unsure) return [decisionFor(concluded.value)];
  const meant = meantDecision(decision.word, wordings);
  return meant ? [meant] : ['Upheld', 'Overturned'];
}

/** “Uphold” for “Upheld”: the same word but for two letters or its end, and the rationale concludes nothing else. */
function isSlip({ rationale }: ItemReading, { word }: Decision, value: DecisionValue): boolean {
  const concluded = rationale?.conclusion;
  if (concluded && (concluded.unsure || decisionFor(concluded.value) !== value)) return false;
  const [written, meant] = [word.toLowerCase(), value.toLowerCase()];
  return distance(written, meant, 2) <= 2 || (written.length >= 4 && meant.startsWith(written));
}
