import type { Pattern, PatternNode } from './pattern.ts';

/** The name of numbers in digits among what a row needs. */
export const NUMBER = '#';

/** Things of which a sentence has to have one. */
export interface Need {
  /** Keys of words, and marks. */
  readonly words: readonly string[];
  /** Names of lists and kinds of mentions, and `NUMBER`. */
  readonly names: readonly string[];
}

/** What a pattern can begin with, and what has to be in the sentence: both tell quickly where it needs no try. */
export interface Demands {
  readonly words: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly number: boolean;
  /** It begins with the sentence, whatever the first word is. */
  readonly start: boolean;
  /** Without any one of them nothing matches. */
  readonly needs: readonly Need[];
}

/** What a pattern demands. Throws where it could begin anywhere, since it would be tried at each word of each letter. */
export function demandsOf(pattern: Pattern): Demands {
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

/** What stands in every match, part by part. */
function needsOf(pattern: Pattern): Need[] {
  return pattern.flatMap(needsOfNode);
}

function needsOfNode(node: PatternNode): Need[] {
  switch (node.is) {
    case 'word': return [{ words: [node.key], names: [] }];
    case 'list': return [{ words: [], names: [node.list] }];
    case 'mention': return [{ words: [], names: [node.kind] }];
    case 'number': return [{ words: [], names: [NUMBER] }];
    case 'slot': return needsOf(node.of);
    case 'either': return needsOfWays(node.of);
    case 'gap': case 'times': case 'not': case 'not-behind': case 'start': case 'end': return [];
  }
}

/** One thing of each way, that with the fewest words: in any match there is one of them. Nothing where a way needs nothing. */
function needsOfWays(ways: readonly Pattern[]): Need[] {
  const ofWays = ways.map((way) => needsOf(way).sort((one, other) => breadth(one) - breadth(other))[0]);
  if (ofWays.some((need) => need === undefined)) return [];
  const needs = ofWays as readonly Need[];
  return [{ words: [...new Set(needs.flatMap(({ words }) => words))], names: [...new Set(needs.flatMap(({ names }) => names))] }];
}

function breadth({ words, names }: Need): number {
  return words.length + 3 * names.length;
}
