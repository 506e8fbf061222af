import type { ItemList, ListedItem } from '../../../protocol/items.ts';
import type { DisputedItem } from '../determination/model.ts';
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

/** The items of a letter with what each still needs, for a view beside the text. */
export function itemList(letter: Letter): ItemList {
  const { uri, determination: { items, listed }, findings } = letter;
  return {
    uri,
    items: items.map((item) => listedItem(letter, item, findings.filter((finding) => finding.item === item.number))),
    undecided: (listed ?? [])
      .filter(({ span }) => findings.some((finding) => finding.ruleId === 'item-not-decided' && finding.span.start === span.start))
      .map(({ text, span }) => ({ title: text, range: rangeOf(letter.lines, span) })),
  };
}

function listedItem(letter: Letter, item: DisputedItem, findings: readonly Finding[]): ListedItem {
  const { number, start, reading } = item;
  const { lines, determination: { dependencies } } = letter;
  const parents = dependencies.filter((dependency) => dependency.item === number).map(({ parent }) => parent);
  const having = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    number,
    title: reading.title.text,
    // A blank that still stands there is no decision, whatever it says.
    decision: reading.decision?.word.startsWith('[[') ? null : reading.decision?.word ?? null,
    missing: missingIn(findings),
    parents: [...new Set(parents)].sort((a, b) => a - b),
    counts: { error: having('error'), warning: having('warning'), information: having('information') },
    range: rangeOf(lines, wordsOf(letter, item)),
    selectionRange: rangeOf(lines, shift(reading.title.span, start)),
  };
}

function missingIn(findings: readonly Finding[]): string[] {
  const parts = new Set(findings.flatMap(({ ruleId }) => MISSING[ruleId] ?? []));
  const blanks = findings.filter(({ ruleId }) => ruleId === 'placeholder-left').length;
  return [...parts, ...(blanks === 0 ? [] : [blanks === 1 ? '1 placeholder to fill in' : `${blanks} placeholders to fill in`])];
}
