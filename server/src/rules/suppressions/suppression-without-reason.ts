import { defineRule } from '../engine/rule.ts';

/** What the quick fix and form letters leave to be filled in is no reason. */
const BLANKS: ReadonlySet<string> = new Set(['...', '…', 'because', 'reason', 'the reason']);
const TEMPLATE = /^\[\[[^\]]{0,60}\]\]\.?$/;

function isBlank(reason: string): boolean {
  return TEMPLATE.test(reason) || BLANKS.has(reason.toLowerCase()) || BLANKS.has(reason.toLowerCase().replace(/\.$/, ''));
}

export const suppressionWithoutReason = defineRule({
  id: 'suppression-without-reason',
  family: 'suppressions',
  scope: 'suppressions',
  severity: 'warning',
  summary: 'A comment that silences a rule says why.',
  why: 'Whoever reads the draft next, or audits the letters, must see why a contradiction was let stand. A reason takes one line; without it nobody can tell a judgement from a slip.',
  sources: [{ title: 'Labor Code 4610.6(e): the reasons of a determination are part of it' }],
  leavesAlone: ['Any words behind `--` are a reason; how good it is the rule can’t judge.', 'Comments in code and quotations.'],
  examples: {
    valid: ['<!-- imr-disable-next-line missing-rationale -- decided together with item 1 -->\n### Walking cane: Upheld\n'],
    invalid: [{ draft: '⟦<!-- imr-disable-next-line missing-rationale -->⟧\n### Walking cane: Upheld\n' }],
  },
  messages: {
    noReason: ({ directive, rules }: { directive: string; rules: readonly string[] }) => {
      const named = rules.join(', ');
      return `This comment silences ${named === '' ? 'every rule' : named} without a reason. Write it behind two hyphens: “${directive} ${named}${named === '' ? '' : ' '}-- why”.`;
    },
  },
  check: ({ suppressions }, report) => {
    for (const { comment, directive, reason, rules } of suppressions) {
      if (reason !== null && !isBlank(reason)) continue;
      report({ span: comment, messageId: 'noReason', data: { directive, rules: rules.map(({ id }) => id) } });
    }
  },
});
