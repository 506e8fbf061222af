import type { Statement } from '../../language/statement.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { statementsIn, type PlacedStatement } from '../../determination/statements.ts';
import { clauseAt } from '../../language/clauses.ts';
import { wordKey } from '../../vocabulary/words.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const concessionContradicted = defineRule({
  id: 'concession-contradicted',
  family: 'facts',
  scope: 'item',
  severity: 'warning',
  summary: 'A sentence doesn’t deny what it has just conceded.',
  why: '“Although improvement was noted, there is no documentation of improvement” is no reason: the reader can’t tell which half decided the request, and an appeal needs no more than to quote it.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: [
    'Another measure (“relief was noted, but no functional gain”), and a qualified one (“no lasting relief”).',
    'What the patient or the provider reports, and subjective improvement: that may well lack documentation.',
    'A denial that names another drug, treatment or region than the concession.',
  ],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** Although relief was noted, there is no documentation of functional improvement. The cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** Although improvement was noted, there is ⟦no documentation of improvement⟧. The cane is not medically necessary.' }],
  },
  messages: {
    contradicted: ({ item, fact }: { item: number; fact: string }) => `${itemName(item)} concedes ${fact} and denies it in the same sentence. Say which of the two holds, or what makes the difference.`,
  },
  check({ number, reading: { rationale } }, _, report) {
    if (!rationale) return;
    const stated = statementsIn(rationale.prose, 'lack');
    for (const denied of stated) {
      const { slots: { of }, says } = denied.statement;
      if (!of || says['concession'] !== 'denied' || !stated.some((other) => isConceded(other, denied))) continue;
      const end = denied.start + of.span.end;
      report({ span: sourceSpan(rationale.prose, { start: denied.span.start, end }), messageId: 'contradicted', data: { item: number, fact: of.text.toLowerCase() } });
    }
  },
});

/** Whether a statement of the same sentence concedes what another denies, of nothing else than it. */
function isConceded({ statement: conceded, start }: PlacedStatement, { statement: denied, sentence, start: deniedStart }: PlacedStatement): boolean {
  if (start !== deniedStart || conceded.says['concession'] !== 'affirmed') return false;
  if (wordKey(conceded.slots['of']?.text ?? '') !== wordKey(denied.slots['of']?.text ?? '-')) return false;
  const known = named(sentence, conceded);
  return named(sentence, denied).every((thing) => known.includes(thing));
}

/** The drugs, treatments and regions that a statement's clause names, in order. */
function named(sentence: Sentence, { from }: Statement): unknown[] {
  const clause = clauseAt(sentence.clauses, from);
  return (['drug', 'treatment', 'region'] as const).flatMap((kind) => mentionsOf(sentence, kind, clause?.from, clause?.to).map(({ value }) => value));
}
