import type { Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { betweenCommas, stretchesOf, type Part } from './denial-parts.ts';
import { mayDeny } from './denial-words.ts';
import { gainNamed, type Thing } from './named-things.ts';

/** A gain that a sentence denies in any words. Tokens `from` up to `to`. */
export interface DeniedGain {
  readonly gain: Thing;
  /** What it would come of, as far as the clause says it. */
  readonly of: readonly Thing[];
  readonly from: number;
  readonly to: number;
}

/**
 * The gains that a sentence denies, by composition: one denial and a word of gain in a clause that says nothing else but what was done, where on the body, and who
 * had it. Where a word narrows or weighs, or says anything of its own, nothing is read. Kept with the sentence.
 */
export const gainsDenied = keptBy((sentence: Sentence): readonly DeniedGain[] => {
  if (!mayDeny(sentence.tokens.keys)) return NONE;
  return stretchesOf(sentence).flatMap(({ parts, role }) => (role === 'clause' ? gainDeniedIn(sentence, parts) : []));
});

const NONE: readonly never[] = [];
const FUNCTION: ReadonlySet<string> = new Set(['function', 'functional', 'functionally', 'functioning', 'capacity', 'work', 'activity']);
/** What a gain may be in besides: "no effect on function or medication". */
const BESIDE: ReadonlySet<string> = new Set(['medication', 'dose', 'pill', 'level', 'score', 'status']);
const PAIN: ReadonlySet<string> = new Set(['pain', 'symptom', 'discomfort', 'ache', 'suffering', 'complaint', 'misery', 'hurt']);

/** By the clause as a whole, else by the part of it that denies. */
function gainDeniedIn(sentence: Sentence, parts: readonly Part[]): DeniedGain[] {
  const whole = gainDeniedBy(sentence, parts);
  return whole.length > 0 ? whole : gainDeniedBy(sentence, betweenCommas(parts) ?? []);
}

function gainDeniedBy({ tokens: { keys } }: Sentence, parts: readonly Part[]): DeniedGain[] {
  const denials = parts.filter(({ is }) => is === 'deny');
  const gains = parts.filter(({ is, thing }) => is === 'gain' || thing?.kind === 'gain');
  const [denial] = denials;
  const [first, last] = [denial, ...gains].map(({ from } = { from: 0 } as Part) => from).reduce(([low, high], from) => [Math.min(low, from), Math.max(high, from)], [Infinity, 0] as [number, number]);
  if (!denial || denials.length > 1 || gains.length === 0 || parts.some(({ is, from }) => is === 'comma' && first < from && from < last) || !parts.some(({ is }) => is === 'deed')) return [];
  const others = parts.filter((part) => !gains.includes(part) && !SAYS_NOTHING.has(part.is) && !(part.is === 'figure' && part.to <= denial.from));
  const named = others.filter(({ thing }) => thing !== null);
  const words = others.filter(({ thing }) => thing === null).map(({ from }) => keys[from] ?? '');
  const isPlain = named.every(({ thing }) => thing?.kind !== 'state' && thing?.kind !== 'structure') && words.every((word) => FUNCTION.has(word) || PAIN.has(word) || BESIDE.has(word));
  if (!isPlain || others.some(({ is }) => is !== 'unit')) return [];
  const isOfFunction = words.some((word) => FUNCTION.has(word)) || gains.some(({ from, to }) => keys.slice(from, to).some((word) => FUNCTION.has(word)));
  const gain = gainNamed(isOfFunction ? 'gain-function' : words.some((word) => PAIN.has(word)) ? 'gain-pain' : 'gain-any');
  const all = [denial, ...gains, ...named];
  return [{ gain, of: named.flatMap(({ thing }) => thing ?? []), from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) }];
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['deny', 'silent', 'people', 'deed', 'place', 'comma', 'or']);
