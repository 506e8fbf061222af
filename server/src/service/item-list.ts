import type { ItemList, ListedItem } from '../../../protocol/items.ts';
import type { DisputedItem } from '../determination/model.ts';
import { stagesOf, type Stage } from '../determination/reading/stage.ts';
import { shift } from '../markdown/span.ts';
import type { Finding, Severity } from '../rules/engine/rule.ts';
import { rangeOf, wordsOf } from './cursor.ts';
import type { Letter } from './letter.ts';

/** What the rules on an incomplete item miss. A rule that is switched off misses nothing. */
const MISSING: Readonly<Record<string, string>> = {
  'missing-decision': 'decision',
  'unknown-decision': 'decision',
  'missing-guideline': 'guideline',
  'missing-rationale': 'rationale',
  'missing-conclusion': 'conclusion',
};

/** The items of a letter with what each still needs, for a view beside the text. `isWaiting`: what the editor doesn't show yet. */
export function itemList(letter: Letter, isWaiting: (finding: Finding) => boolean = () => false): ItemList {
  const { uri, determination: { items, listed }, findings } = letter;
  const stages = stagesOf(letter.determination).items;
  return {
    uri,
    items: items.map((item, i) => listedItem(letter, item, stages[i] ?? 'finishing', findings.filter((finding) => finding.item === item.number), isWaiting)),
    undecided: (listed ?? [])
      .filter(({ span }) => findings.some((finding) => finding.ruleId === 'item-not-decided' && finding.span.start === span.start))
      .map(({ text, span }) => ({ title: text, range: rangeOf(letter.lines, span) })),
  };
}

function listedItem(letter: Letter, item: DisputedItem, stage: Stage, findings: readonly Finding[], isWaiting: (finding: Finding) => boolean): ListedItem {
  const { number, start, reading } = item;
  const { lines, determination: { dependencies } } = letter;
  const parents = dependencies.filter((dependency) => dependency.item === number).map(({ parent }) => parent);
  const counts = countsOf(findings);
  return {
    number,
    title: reading.title.text,
    // A blank that still stands there is no decision, whatever it says.
    decision: reading.decision?.word.startsWith('[[') ? null : reading.decision?.word ?? null,
    missing: missingIn(findings),
    parents: [...new Set(parents)].sort((a, b) => a - b),
    counts,
    stage: stageOf(stage, counts),
    waiting: countsOf(findings.filter(isWaiting)),
    range: rangeOf(lines, wordsOf(letter, item)),
    selectionRange: rangeOf(lines, shift(reading.title.span, start)),
  };
}

function countsOf(findings: readonly Finding[]): ListedItem['counts'] {
  const having = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { error: having('error'), warning: having('warning'), information: having('information') };
}

/** Nothing stands in the way of a signature once nothing is left that a reviewer must look at. */
function stageOf(stage: Stage, { error, warning }: ListedItem['counts']): ListedItem['stage'] {
  return stage === 'finishing' && error + warning === 0 ? 'signing' : stage;
}

function missingIn(findings: readonly Finding[]): string[] {
  const parts = new Set(findings.flatMap(({ ruleId }) => MISSING[ruleId] ?? []));
  const blanks = findings.filter(({ ruleId }) => ruleId === 'placeholder-left').length;
  return [...parts, ...(blanks === 0 ? [] : [blanks === 1 ? '1 blank to fill in' : `${blanks} blanks to fill in`])];
}
