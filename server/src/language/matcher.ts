import { phraseBefore, type Found } from './lexicon.ts';
import { NameSet } from './name-set.ts';
import { readPattern, type Pattern, type PatternNode } from './pattern.ts';
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

/** Gives the first match at a token, shortest gaps first; null for none. */
export type Matcher = (tokens: Tokens, found: Found, at: number) => Match | null;

/** A match that is on: there is but one at a time. */
interface State {
  tokens: Tokens;
  found: Found;
  readonly slots: SlotPlace[];
  /** Where the slots that are open began, by their numbers. */
  readonly begun: number[];
  /** Where the match ends. */
  to: number;
  /** Steps left. A match takes a handful; what would take more is given up, so that no row costs more than linear time. */
  steps: number;
}

/** Whether the rest of a pattern matches from a token on. */
type Step = (state: State, at: number) => boolean;

const MOST_STEPS = 3000;

const NO_TOKENS: Tokens = { text: '', count: 0, starts: [], ends: [], keys: [], kinds: [] };
const state: State = { tokens: NO_TOKENS, found: { lists: [], mentions: [], present: new NameSet() }, slots: [], begun: [], to: 0, steps: 0 };

/** Makes a pattern ready, as `readPattern` reads it, when it is first tried: few letters have what most patterns begin with. */
export function matcherOf(pattern: string): Matcher {
  let step: Step | null = null;
  return (tokens, found, at) => {
    step ??= sequence(readPattern(pattern), accept);
    state.tokens = tokens;
    state.found = found;
    state.slots.length = 0;
    state.steps = MOST_STEPS;
    return step(state, at) ? { from: at, to: state.to, slots: [...state.slots] } : null;
  };
}

const accept: Step = (state, at) => {
  state.to = at;
  return true;
};

/** Each part is made with what follows it, so that nothing is made while matching. */
function sequence(pattern: Pattern, next: Step): Step {
  return pattern.reduceRight((rest, node) => stepOf(node, rest), next);
}

function stepOf(node: PatternNode, next: Step): Step {
  switch (node.is) {
    case 'word': return (state, at) => state.tokens.keys[at] === node.key && next(state, at + 1);
    case 'number': return (state, at) => state.tokens.kinds[at] === 'number' && next(state, at + 1);
    case 'list': return list(node.list, next);
    case 'mention': return mention(node.kind, next);
    case 'gap': return gap(node.max, node.far, next);
    case 'either': return either(node.of.map((way) => sequence(way, next)));
    case 'slot': return slot(node.name, node.of, next);
    case 'times': return times(node.of, node.max, next);
    case 'not': return not(stepOf(node.of, accept), next);
    case 'not-behind': return (state, at) => !standsBefore(node.of, state, at) && next(state, at);
    case 'start': return (state, at) => at === 0 && next(state, at);
    case 'end': return (state, at) => isEnd(state.tokens, at) && next(state, at);
  }
}

/** The longest phrase first. */
function list(name: string, next: Step): Step {
  return (state, at) => {
    const hits = state.found.lists[at];
    if (!hits) return false;
    for (let i = hits.length - 1; i >= 0; i--) {
      const hit = hits[i];
      if (hit?.list === name && next(state, at + hit.length)) return true;
    }
    return false;
  };
}

function mention(kind: string, next: Step): Step {
  return (state, at) => {
    for (const mention of state.found.mentions) if (mention.from === at && mention.kind === kind && next(state, mention.to)) return true;
    return false;
  };
}

function either(ways: readonly Step[]): Step {
  return (state, at) => {
    if (--state.steps <= 0) return false;
    for (const way of ways) if (way(state, at)) return true;
    return false;
  };
}

function not(step: Step, next: Step): Step {
  return (state, at) => {
    const { length } = state.slots;
    const stands = step(state, at);
    state.slots.length = length;
    return !stands && next(state, at);
  };
}

function standsBefore(node: PatternNode, { tokens, found }: State, at: number): boolean {
  if (node.is === 'word') return tokens.keys[at - 1] === node.key;
  return node.is === 'list' && phraseBefore(found, node.list, at) !== null;
}

function gap(max: number, far: boolean, next: Step): Step {
  return (state, at) => {
    const { tokens } = state;
    for (let end = at; ; end++) {
      if (--state.steps <= 0) return false;
      if (next(state, end)) return true;
      if (end - at >= max || end >= tokens.count || (tokens.kinds[end] === 'mark' && !passes(tokens.keys[end] ?? '', far))) return false;
    }
  };
}

/** No gap reaches across a semicolon or what ends a sentence; a near one across no comma, colon, dash or bracket either. */
function passes(mark: string, far: boolean): boolean {
  if (mark === ';' || mark === '?' || mark === '!') return false;
  return far || !(mark === ',' || mark === ':' || mark === '—' || mark === '(' || mark === ')');
}

/** Every slot of every pattern has a number. */
let slots = 0;

function slot(name: string, of: Pattern, next: Step): Step {
  const number = slots++;
  const inside = sequence(of, (state, end) => {
    state.slots.push({ name, from: state.begun[number] ?? end, to: end });
    if (next(state, end)) return true;
    state.slots.pop();
    return false;
  });
  return (state, at) => {
    const before = state.begun[number] ?? at;
    state.begun[number] = at;
    if (inside(state, at)) return true;
    state.begun[number] = before;
    return false;
  };
}

/** As often as it stands, up to `max` times, and less where the rest wants it. */
function times(of: PatternNode, max: number, next: Step): Step {
  let step = next;
  for (let count = 0; count < max; count++) step = either([stepOf(of, step), next]);
  return step;
}

/** Behind the last word: only what closes a sentence may follow. */
function isEnd({ count, keys }: Tokens, at: number): boolean {
  for (let i = at; i < count; i++) if (!/^[.!?")]$/.test(keys[i] ?? '')) return false;
  return true;
}
