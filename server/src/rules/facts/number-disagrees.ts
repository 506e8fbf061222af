import type { Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { disagreementsIn, disagreementsWith, titleSum, type Disagreement } from '../../determination/figures/disagreeing-numbers.ts';
import { isWithin, ownSentences, sentenceAt } from '../../determination/statements.ts';
import { wrongSupplies } from '../../determination/figures/supplies.ts';
import { unreachedTotals } from '../../determination/figures/unreached-totals.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { defineRule } from '../engine/rule.ts';

const inWords = keptBy((prose: Prose) => disagreementsIn(ownSentences(prose)));
const inTitle = keptBy((title: Prose) => titleSum(title.text));

export const numberDisagrees = defineRule({
  id: 'number-disagrees',
  family: 'facts',
  scope: 'words',
  severity: 'error',
  summary: 'Numbers that say the same thing twice say the same number, and sums come out.',
  why: '“Twelve (10) sessions” authorises neither: whoever carries out the decision has to ask.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    'Ranges, and totals with a number between that belongs to neither side.',
    'A number in brackets that counts something else: a year, a reference.',
    'Schedules that change: “then”, “tapering”, “as needed”, “now”.',
    'Months of 28 to 31 days, totals that are called rough, factors of morphine that differ from table to table, a body mass index within 1.5.',
  ],
  examples: {
    valid: ['### Acupuncture, twelve (12) visits: Upheld'],
    invalid: [
      { draft: '### Acupuncture, ⟦twelve (10)⟧ visits: Upheld' },
      { draft: '### Acupuncture, ⟦12 visits⟧ (2 times a week for 4 weeks): Upheld' },
      { draft: '### Norco 10/325 mg: Upheld\n\n**Decision rationale:** At four tablets a day, a 30-day supply is ⟦90 tablets⟧.' },
    ],
  },
  messages: {
    wordAndFigure: ({ said }: { said: string }) => `“${said}” gives two numbers for one thing. Correct the one that is wrong.`,
    sum: ({ said, product }: { said: string; product: string }) => `“${said}” doesn’t agree with the figures beside it, which come to ${product}. Correct the one that is wrong.`,
    ceiling: ({ amount, way, limit }: { amount: string; way: string; limit: string }) => `${amount} is not ${way} ${limit}. Correct the figure that is wrong.`,
    unit: ({ said }: { said: string }) => `“${said}” at each dose is far beyond what anybody takes. Correct the unit.`,
  },
  check: ({ prose, place, title }, report) => {
    if (place !== 'title' && place !== 'rationale' && place !== 'summary') return;
    const sum = place === 'title' ? inTitle(prose) : null;
    const found = inWords(prose);
    const byTitle = title ? disagreementsWith(title.text, ownSentences(prose)).filter(({ span: { start } }) => found.every(({ span }) => span.start !== start)) : [];
    const unreached = place === 'title' ? [] : unreachedIn(prose, title?.text ?? '', [...found, ...byTitle]);
    for (const { kind, span, amount, limit, way, isLikely } of [...found, ...byTitle, ...unreached]) {
      if (span.start === sum?.span.start) continue;
      const said = prose.text.slice(span.start, span.end);
      // Where the title asks for as many milligrams, `quantity-mismatch` says so.
      if (kind === 'unit' && title?.text.includes(said.replace(/\s?g(?:rams?)?$/, ' mg'))) continue;
      const at = sourceSpan(prose, span);
      if (kind === 'ceiling') report({ span: at, messageId: 'ceiling', data: { amount, way, limit } });
      else if (kind === 'unit') report({ span: at, messageId: 'unit', data: { said } });
      else if (kind === 'sum') report({ span: at, severity: isLikely || isChain(prose, span) ? 'information' : 'warning', messageId: 'sum', data: { said, product: limit } });
      else report({ span: at, messageId: 'wordAndFigure', data: { said } });
    }
    if (sum) report({ span: sourceSpan(prose, sum.span), ...(sum.isDispensed ? { severity: 'information' } : {}), messageId: 'sum', data: { said: prose.text.slice(sum.span.start, sum.span.end), product: sum.comes } });
  },
});

/** Totals that no sum or product around them comes to, where nothing else was found of them. */
function unreachedIn(prose: Prose, title: string, found: readonly Disagreement[]): readonly Disagreement[] {
  const sentences = ownSentences(prose);
  const others = [...unreachedTotals(sentences, title), ...wrongSupplies(sentences, title)].filter(({ span }) => {
    const around = sentenceAt(sentences, span);
    return around !== undefined && !found.some((each) => isWithin(around, each.span));
  });
  return others.map(({ span, comes }) => ({ kind: 'sum', span, amount: '', limit: comes, way: '', isLikely: true }));
}

/** "Five for six weeks is thirty, and six more make thirty-six": a sentence of several sums, each with its own parts. */
function isChain(prose: Prose, place: Span): boolean {
  const around = sentenceAt(ownSentences(prose), place);
  if (!around) return false;
  const { text } = around.sentence;
  return /\b(?:more|another|further|additional)\b/i.test(text) && findFactors(text).filter(({ span: { start } }) => RESULT.test(text.slice(Math.max(0, start - 12), start))).length > 1;
}

const RESULT = /(?:\b(?:is|are|makes?|equals?|comes? to|totals?)|=) ?$/i;
