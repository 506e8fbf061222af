import { askedLevels } from '../../determination/figures/asked-levels.ts';
import { decidedWords } from '../../determination/argument/decided-request.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { shift } from '../../markdown/span.ts';
import { findAlternatives } from '../../vocabulary/alternatives.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { findSpinalLevels, levelsMeet, type SpinalLevels } from '../../vocabulary/spinal-levels.ts';
import { findViews } from '../../vocabulary/views.ts';
import { titlesOf } from '../engine/own-words.ts';
import { leansOnAnother } from '../common/citations.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName, requestOf } from '../common/wording.ts';

export const levelMismatch = defineRule({
  id: 'level-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'The spinal level, the finger, the graft, the contrast or the way of supply that is decided is the one that was requested.',
  why: 'An injection at L5-S1 that is decided where L4-5 was requested leaves the request open, and may be carried out as it is written.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    'Levels, grafts and the like in the rationale before its conclusion, but for a level that is called planned or asked for.', 'A conclusion that names none of the kind, or the requested one among others.',
    'A level within the requested range, and one that shares a vertebra with a single requested level.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### Epidural steroid injection at L4-5: Upheld\n\n**Decision rationale:** Of this patient’s levels L5-S1 is normal. Therefore, the injection at L4-5 is not medically necessary.'],
    invalid: [{
      draft: '### Epidural steroid injection at L4-5: Upheld\n\n**Decision rationale:** No deficit is recorded for this patient. Therefore, the epidural steroid injection at ⟦L5-S1⟧ is not medically necessary.',
      fixed: '### Epidural steroid injection at L4-5: Upheld\n\n**Decision rationale:** No deficit is recorded for this patient. Therefore, the epidural steroid injection at L4-5 is not medically necessary.',
    }],
  },
  messages: {
    otherWay: ({ item, requested, decided }: { item: number; requested: string; decided: string }) =>
      `${itemName(item)} asks for “${requested}”, but its conclusion decides “${decided}”. Decide what was requested.`,
    askedElsewhere: ({ item, requested, said }: { item: number; requested: string; said: string }) =>
      `${itemName(item)} asks for “${requested}”, but its rationale calls “${said}” what is asked for. Correct the one that is wrong.`,
  },
  about: titlesOf,
  check: (item, _context, report, titles) => {
    const { rationale, title } = item.reading;
    const requested = findSpinalLevels(title.text);
    for (const level of rationale && requested.length > 0 ? askedLevels(rationale.prose) : []) {
      if (!rationale || !goesBeyond(level.value, titles.flatMap(({ text }) => findSpinalLevels(text)))) continue;
      if (rationale.conclusion && rationale.conclusion.span.start <= level.span.start && level.span.end <= rationale.conclusion.span.end) continue;
      report({ span: sourceSpan(rationale.prose, level.span), severity: 'warning', messageId: 'askedElsewhere', data: { item: item.number, requested: requested[0]?.text ?? '', said: level.text }, related: [{ span: title.span, message: 'The request' }] });
    }
    const decided = rationale?.conclusion && !leansOnAnother(item.reading) ? decidedWords(rationale.prose, rationale.conclusion) : null;
    if (!rationale || !decided) return;
    const other = differing(requestOf(item), decided.text);
    if (!other) return;
    const span = sourceSpan(rationale.prose, shift(other.decided.span, decided.start));
    report({
      span,
      messageId: 'otherWay',
      data: { item: item.number, requested: other.requested.text, decided: other.decided.text },
      related: [{ span: title.span, message: `The request: ${other.requested.text}` }],
      fixes: [{ title: `Replace “${other.decided.text}” by “${other.requested.text}”`, applicability: 'suggestion', edits: [{ span, newText: other.requested.text }] }],
    });
  },
});

/** Two words for one thing that differ. Spans: in the request, and in what is decided. */
interface Differing {
  readonly requested: Mention<unknown>;
  readonly decided: Mention<unknown>;
}

function differing(request: string, decided: string): Differing | null {
  return differingLevels(findSpinalLevels(request), findSpinalLevels(decided)) ?? differingWays(request, decided)
    ?? differingNumbers(findViews(request), findViews(decided)) ?? differingSides(request, decided);
}

function differingLevels(requested: readonly Mention<SpinalLevels>[], decided: readonly Mention<SpinalLevels>[]): Differing | null {
  const first = requested.find(({ value }) => goesBeyond(value, decided));
  const other = decided.find(({ value }) => goesBeyond(value, requested));
  return first && other ? { requested: first, decided: other } : null;
}

/** Whether some levels hold one that others lack: who decides the fusion at one of two levels names nothing else, who decides it at another does. */
function goesBeyond({ levels, segments }: SpinalLevels, others: readonly Mention<SpinalLevels>[]): boolean {
  const parts = segments.length > 0 ? segments.map((segment) => ({ levels, segments: [segment] })) : [{ levels, segments }];
  return parts.some((part) => !others.some(({ value }) => levelsMeet(part, value)));
}

/** The first group of which the request has one way, and what is decided another. */
function differingWays(request: string, decided: string): Differing | null {
  const asked = findAlternatives(request);
  const said = findAlternatives(decided);
  for (const other of said) {
    const ofGroup = asked.filter(({ value }) => value.group === other.value.group);
    const [first] = ofGroup;
    if (first && !ofGroup.some(({ value }) => said.some((each) => each.value.group === value.group && each.value.way === value.way))) return { requested: first, decided: other };
  }
  return null;
}

function differingNumbers([requested]: readonly Mention<number>[], [decided]: readonly Mention<number>[]): Differing | null {
  return requested && decided && requested.value !== decided.value ? { requested, decided } : null;
}

/** Both sides against one. Left against right is laterality-mismatch’s. */
function differingSides(request: string, decided: string): Differing | null {
  const [asked, said] = [findSides(request), findSides(decided)];
  const [requested] = asked;
  const [other] = said;
  if (!requested || !other) return null;
  const isBoth = (sides: readonly Mention<string>[]) => sides.some(({ value }) => value === 'bilateral') || new Set(sides.map(({ value }) => value)).size > 1;
  return isBoth(asked) !== isBoth(said) && asked.length === 1 && said.length === 1 ? { requested, decided: other } : null;
}
