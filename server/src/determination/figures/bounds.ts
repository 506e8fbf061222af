import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { span, type Span } from '../../markdown/span.ts';
import { isNumberWord, readAmount } from '../../vocabulary/numbers.ts';
import { isGlued } from '../words/value-names.ts';

/**
 * A number with what it may measure: its unit ("percent", "level") and the measure that it is told of ("bmi"); nothing for one that stands by itself ("hers is 34").
 * `way`: the least or the most that is wanted; null for a plain figure.
 */
export interface Bound {
  readonly value: number;
  /** The other end of a range. */
  readonly upTo: number | null;
  readonly of: readonly string[];
  readonly way: 'least' | 'most' | null;
  readonly span: Span;
}

/** The figures of a sentence, each with the bound that the words beside it make of it; null where one of them is a score. */
export const boundsIn = keptBy((sentence: Sentence): readonly Bound[] | null => {
  const { tokens, text } = sentence;
  const bounds: Bound[] = [];
  let from = 0;
  for (let at = 0; at < tokens.count; at++) {
    const start = tokens.starts[at] ?? 0;
    if (start < from || !(tokens.kinds[at] === 'number' || isNumberWord(tokens.keys[at] ?? '')) || isGlued(tokens, at)) continue;
    const amount = readAmount(text, start);
    if (!amount) continue;
    if (amount.form === 'parts') return null;
    from = amount.end;
    const after = indexFrom(tokens.starts, amount.end, at + 1);
    const [value = 0, upTo = null] = amount.values;
    bounds.push({ value, upTo, of: measured(sentence, at, after, amount.end), way: wayOf(sentence, at, after), span: span(start, amount.end) });
  }
  return bounds;
});

function indexFrom(starts: readonly number[], offset: number, at: number): number {
  let next = at;
  while (next < starts.length && (starts[next] ?? 0) < offset) next++;
  return next;
}

/** The unit behind a number, and the measure before it: "an index of 15 or more events", "BMI of 34", "her BMI is 34". */
function measured({ tokens: { keys, kinds }, text }: Sentence, at: number, after: number, end: number): readonly string[] {
  const isShare = /^\s?%/.test(text.slice(end, end + 2));
  const unitAt = keys[after] === 'or' && OR_SO.has(keys[after + 1] ?? '') ? after + 2 : after;
  const unit = isShare ? 'percent' : kinds[unitAt] === 'word' && !NO_UNIT.has(keys[unitAt] ?? '') ? keys[unitAt] ?? null : null;
  if (unit !== null && /^\s?kg\s?\/\s?m/i.test(text.slice(end))) return ['bmi'];
  let before = at - 1;
  while (before >= 0 && at - before <= MOST_BETWEEN && JOINTS.has(keys[before] ?? '')) before--;
  const measure = before < at - 1 && kinds[before] === 'word' && !NO_UNIT.has(keys[before] ?? '') ? keys[before] ?? null : null;
  return [unit, measure].filter((each) => each !== null);
}

const OR_SO = new Set(['more', 'less', 'fewer', 'greater', 'above', 'below', 'higher', 'lower', 'better']);
const MOST_BETWEEN = 4;
const JOINTS = new Set('of is was at least most a the minimum maximum above below over under no more less than score currently only just stands stood stand now about came measured reads lies'.split(' '));
const NO_UNIT = new Set('or and of in at to for is was were are the a an that which who with by on from as than then she he it they when if must have has had do does doe more less most least be been'.split(' '));

/** Words before a figure, and behind it with its unit between. */
function wayOf(sentence: Sentence, at: number, after: number): Bound['way'] {
  const [before, behind] = [Math.max(0, at - 4), Math.min(sentence.tokens.count, after + 4)];
  const isMost = hasWord(sentence, 'at-most-before', before, at) || hasWord(sentence, 'at-most-behind', after, behind);
  const isLeast = hasWord(sentence, 'at-least-before', before, at) || hasWord(sentence, 'at-least-behind', after, behind);
  if (hasWord(sentence, 'limits', Math.max(0, at - 9), at) && /^(?:to|at)$/.test(sentence.tokens.keys[at - 1] ?? '')) return 'most';
  // "No more than" holds a "more than".
  return isMost ? 'most' : isLeast ? 'least' : null;
}
