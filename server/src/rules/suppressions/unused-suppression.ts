import type { SilencedRule, Suppression } from '../../determination/model.ts';
import { defineRule, type Fix, type Silencing } from '../engine/rule.ts';

export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  family: 'suppressions',
  scope: 'suppressions',
  severity: 'information',
  summary: 'A comment that silences a rule has something to silence.',
  why: 'A comment that silences nothing is left from an earlier version, stands in the wrong place or misspells the rule; there it may hide the next real fault.',
  sources: [{ title: 'The custom of ESLint and Ruff, which report unused suppressions as well' }],
  leavesAlone: ['A rule that the settings turn off: whether it would have found something nobody knows.', 'A comment of several rules of which one is silenced, as far as that one goes.'],
  fixable: 'safe',
  examples: {
    valid: ['<!-- imr-disable-next-line missing-rationale -- decided together with item 1 -->\n### Walking cane: Upheld\n'],
    invalid: [{
      draft: '<!-- imr-disable-next-line ⟦missing-decision⟧ -- the decision follows -->\n### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n',
      fixed: '### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n',
    }],
  },
  messages: {
    nothingFound: ({ rule }: { rule: string }) => `Nothing here is found by “${rule}”. Take it out of the comment, or move the comment above the line that it is for.`,
    wordsGone: ({ rule, words }: { rule: string; words: string }) =>
      `“${rule}” finds nothing here in the words “${words}”: they were changed, moved or taken out. Take them out of the comment, or silence the words as they are now.`,
    unknownRule: ({ rule }: { rule: string }) => `There is no rule “${rule}”. Write the rule’s name as the finding shows it.`,
    silencesNothing: () => 'This comment silences nothing. Take it out.',
  },
  check: (silencing, report) => {
    const used = new Set<Suppression | SilencedRule | null>(silencing.silenced.flatMap(({ suppression, by }) => [suppression, by]));
    for (const suppression of silencing.suppressions) {
      const unused = suppression.rules.filter((rule) => !used.has(rule) && mayBeUnused(rule, silencing));
      const isAll = unused.length === suppression.rules.length;
      for (const { id, words, span } of unused) {
        const isKnown = silencing.isKnown(id);
        const fixes = isAll && unused.length === 1 && isKnown ? [removal(suppression)] : [];
        if (isKnown && words !== null) report({ span, messageId: 'wordsGone', data: { rule: id, words }, fixes });
        else report({ span, messageId: isKnown ? 'nothingFound' : 'unknownRule', data: { rule: id }, fixes });
      }
      if (suppression.rules.length === 0 && !used.has(suppression)) {
        report({ span: suppression.comment, messageId: 'silencesNothing', fixes: [removal(suppression)] });
      }
    }
  },
});

/** Of a rule that is off nobody knows what it would have found. */
function mayBeUnused({ id }: SilencedRule, { isKnown, isActive }: Silencing): boolean {
  return !isKnown(id) || isActive(id);
}

function removal({ line }: Suppression): Fix {
  return { title: 'Take the comment out', applicability: 'safe', edits: [{ span: line, newText: '' }] };
}
