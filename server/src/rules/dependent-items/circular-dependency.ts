import type { Dependency, Determination } from '../../determination/model.ts';
import { place } from '../common/places.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const circularDependency = defineRule({
  id: 'circular-dependency',
  family: 'dependent-items',
  scope: 'letter',
  severity: 'error',
  summary: 'Two items never deny each other for want of the other.',
  why: 'If item 1 is denied because item 2 is, and item 2 because item 1 is, neither has a reason.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: ['A dependence that only a title suggests.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Home exercise kit: Upheld\n\n### Delivery of the kit: Upheld\n\n**Depends on:** item 1\n'],
    invalid: [{
      draft: '### Home exercise kit: Upheld\n\n**Depends on:** item ⟦2⟧\n\n**Decision rationale:** This patient exercises well without a kit. Therefore, the kit is not medically necessary.\n\n### Delivery of the kit: Upheld\n\n**Depends on:** item 1\n\n**Decision rationale:** Delivery serves that kit alone, which this patient does without. Therefore, delivery is not medically necessary.\n',
    }],
  },
  messages: {
    circle: ({ item, other }: { item: number; other: number }) =>
      `${itemName(item)} depends on item ${other}, which in turn depends on item ${item}. Give one of them a reason of its own.`,
  },
  check: (determination, report) => {
    const said = determination.dependencies.filter(({ reason }) => reason !== 'title');
    for (const dependency of said) {
      const way = wayBack(dependency, said);
      // Each circle is reported once, at the item that stands first.
      if (!way || way.some(({ item }) => item < dependency.item)) continue;
      const item = determination.items[dependency.item - 1];
      if (!item) continue;
      report({
        span: dependency.span,
        item: item.number,
        messageId: 'circle',
        data: { item: item.number, other: dependency.parent },
        related: way.map((step) => ({ span: step.span, message: `Item ${step.item} depends on item ${step.parent}` })),
        fixes: [dependency, ...way].flatMap((step) => fixOf(step, determination)),
      });
    }
  },
});

/** The dependencies that lead from a parent back to the item, or null. */
function wayBack(from: Dependency, all: readonly Dependency[]): Dependency[] | null {
  const queue: Dependency[][] = all.filter(({ item }) => item === from.parent).map((step) => [step]);
  const seen = new Set<number>([from.parent]);
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way.at(-1);
    if (!last) continue;
    if (last.parent === from.item) return way;
    if (seen.has(last.parent)) continue;
    seen.add(last.parent);
    for (const step of all) if (step.item === last.parent) queue.push([...way, step]);
  }
  return null;
}

/** A stated dependence can be taken out whole; one that the rationale argues needs the reviewer's own words. */
function fixOf(step: Dependency, { items, text }: Determination): Fix[] {
  const item = items[step.item - 1];
  const line = item?.reading.dependsOn;
  if (!item || step.reason !== 'stated' || !line) return [];
  const span = place(item, line.span);
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const rest = /^[^\n]*(?:\n[ \t]*)?(?:\n|$)/.exec(text.slice(span.end))?.[0].length ?? 0;
  return [{
    title: `Take out that item ${step.item} depends on item ${step.parent}`, applicability: 'suggestion', edits: [{ span: { start: lineStart, end: span.end + rest }, newText: '' }],
  }];
}
