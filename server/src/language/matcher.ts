import { phraseBefore, type Found } from './lexicon.ts';
import type { Pattern, PatternNode } from './pattern.ts';
import type { Tokens } from './tokens.ts';

/** A named part of a match: tokens `from` up to, not including, `to`. */
export interface SlotPlace {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Where a pattern matched: tokens `from` up to, not including, `to`. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly slots: readonly SlotPlace[];
}

/** What a pattern can begin with, and what has to be in the sentence: both tell quickly where it needs no try. */
export interface Demands {
  readonly words: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly number: boolean;
  /** It begins with the sentence, whatever the first word is. */
  readonly start: boolean;
  /** Names of lists and kinds without which nothing matches. */
  readonly needs: readonly string[];
}

/** A pattern made ready. `matchAt` gives the first match at a token, shortest gaps first; null for none. */
export interface Matcher {
  readonly demands: Demands;
  matchAt(tokens: Tokens, found: Found, at: number): Match | null;
}

interface State {
  readonly tokens: Tokens;
  readonly found: Found;
  readonly slots: SlotPlace[];
  /** Steps left. A match takes a handful; what would take more is given up, so that no row costs more than linear time. */
  steps: number;
}

type Next = (at: number) => boolean;
type Step = (state: State, at: number, next: Next) => boolean;

const MOST_STEPS = 3000;

/** Makes a pattern ready. Throws where it could begin anywhere, since it would be tried at each word of each letter. */
export function compilePattern(pattern: Pattern): Matcher {
  const demands = demandsOf(pattern);
  // Few letters come to the second word of most patterns.
  let step: Step | null = null;
  return {
    demands,
    matchAt(tokens, found, at) {
      step ??= sequence(pattern);
      const state: State = { tokens, found, slots: [], steps: MOST_STEPS };
      let to = -1;
      const matched = step(state, at, (end) => {
        to = end;
        return true;
      });
      return matched ? { from: at, to, slots: state.slots } : null;
    },
  };
}

function sequence(pattern: Pattern): Step {
  const steps = pattern.map(stepOf);
  const from = (i: number, state: State, at: number, next: Next): boolean => {
    const step = steps[i];
    if (!step) return next(at);
    return --state.steps > 0 && step(state, at, i + 1 < steps.length ? (end) => from(i + 1, state, end, next) : next);
  };
  return (state, at, next) => from(0, state, at, next);
}

function stepOf(node: PatternNode): Step {
  switch (node.is) {
    case 'word': return ({ tokens }, at, next) => tokens.keys[at] === node.key && next(at + 1);
    case 'number': return ({ tokens }, at, next) => tokens.kinds[at] === 'number' && next(at + 1);
    case 'list': return ({ found }, at, next) => {
      const hits = found.lists[at];
      if (!hits) return false;
      for (let i = hits.length - 1; i >= 0; i--) if (hits[i]?.list === node.list && next(hits[i]?.to ?? at)) return true;
      return false;
    };
    case 'mention': return ({ found }, at, next) => found.mentions.some((mention) => mention.from === at && mention.kind === node.kind && next(mention.to));
    case 'gap': return gap(node.max, node.far);
    case 'either': {
      const ways = node.of.map(sequence);
      return (state, at, next) => ways.some((way) => way(state, at, next));
    }
    case 'slot': return slot(node.name, sequence(node.of));
    case 'times': return times(stepOf(node.of), node.min, node.max);
    case 'not': {
      const step = stepOf(node.of);
      return (state, at, next) => !step(state, at, () => true) && next(at);
    }
    case 'not-behind': return (state, at, next) => !standsBefore(node.of, state, at) && next(at);
    case 'start': return (_, at, next) => at === 0 && next(at);
    case 'end': return ({ tokens }, at, next) => isEnd(tokens, at) && next(at);
  }
}

function standsBefore(node: PatternNode, { tokens, found }: State, at: number): boolean {
  if (node.is === 'word') return tokens.keys[at - 1] === node.key;
  return node.is === 'list' && phraseBefore(found, node.list, at) !== null;
}

function gap(max: number, far: boolean): Step {
  return (state, at, next) => {
    const { tokens } = state;
    for (let end = at; ; end++) {
      if (--state.steps <= 0) return false;
      if (next(end)) return true;
      if (end - at >= max || end >= tokens.count || (tokens.kinds[end] === 'mark' && !passes(tokens.keys[end] ?? '', far))) return false;
    }
  };
}

/** No gap reaches across a semicolon or what ends a sentence; a near one across no comma, colon, dash or bracket either. */
function passes(mark: string, far: boolean): boolean {
  if (mark === ';' || mark === '?' || mark === '!') return false;
  return far || !(mark === ',' || mark === ':' || mark === '—' || mark === '(' || mark === ')');
}

function slot(name: string, step: Step): Step {
  return (state, at, next) => step(state, at, (end) => {
    state.slots.push({ name, from: at, to: end });
    if (next(end)) return true;
    state.slots.pop();
    return false;
  });
}

function times(step: Step, min: number, max: number): Step {
  const from = (count: number, state: State, at: number, next: Next): boolean =>
    (count < max && step(state, at, (end) => end > at && from(count + 1, state, end, next))) || (count >= min && next(at));
  return (state, at, next) => from(0, state, at, next);
}

/** Behind the last word: only what closes a sentence may follow. */
function isEnd({ count, keys }: Tokens, at: number): boolean {
  for (let i = at; i < count; i++) if (!/^[.!?")]$/.test(keys[i] ?? '')) return false;
  return true;
}

function demandsOf(pattern: Pattern): Demands {
  const first = { words: new Set<string>(), lists: new Set<string>(), kinds: new Set<string>(), number: false };
  const [opening] = pattern;
  if (opening?.is === 'start') return { ...first, start: true, needs: needsOf(pattern) };
  if (!takeFirst(pattern, first)) throw new Error('A pattern has to begin with a word, a list or something of a vocabulary, and may not be optional as a whole');
  return { ...first, start: false, needs: needsOf(pattern) };
}

interface Firsts {
  readonly words: Set<string>;
  readonly lists: Set<string>;
  readonly kinds: Set<string>;
  number: boolean;
}

/** Collects what a pattern can begin with; false where it may take no token at all. */
function takeFirst(pattern: Pattern, first: Firsts): boolean {
  for (const node of pattern) if (takeFirstOf(node, first)) return true;
  return false;
}

function takeFirstOf(node: PatternNode, first: Firsts): boolean {
  switch (node.is) {
    case 'word': first.words.add(node.key); return true;
    case 'list': first.lists.add(node.list); return true;
    case 'mention': first.kinds.add(node.kind); return true;
    case 'number': first.number = true; return true;
    case 'slot': return takeFirst(node.of, first);
    case 'either': return node.of.map((way) => takeFirst(way, first)).every(Boolean);
    case 'times': return takeFirstOf(node.of, first) && node.min > 0;
    case 'gap': throw new Error('A pattern can’t begin with a gap');
    case 'not': case 'not-behind': case 'start': case 'end': return false;
  }
}

function needsOf(pattern: Pattern): string[] {
  return pattern.flatMap((node) => {
    if (node.is === 'list') return [node.list];
    if (node.is === 'mention') return [node.kind];
    return node.is === 'slot' ? needsOf(node.of) : [];
  });
}
