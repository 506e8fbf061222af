/**
 * How much a regular expression may do at one place of a text: in how many ways it can match, and over how many characters.
 * Both are upper bounds; their product bounds the steps of a backtracking matcher at each place, so that the whole search is
 * linear in the text.
 */
export interface PatternCost {
  readonly ways: number;
  readonly length: number;
}

/** Why a pattern is refused: a sentence for whoever wrote it, without its subject. */
export class RefusedPattern extends Error {}

/** Steps at one place of a text, at most. */
const MOST_STEPS = 20_000;
const LONGEST = 300;

/**
 * The cost of a regular expression's source.
 * @throws RefusedPattern for a quantifier without an end, a back reference, or too many ways to match
 */
export function patternCost(source: string): PatternCost {
  if (source.length > LONGEST) throw new RefusedPattern(`is longer than ${LONGEST} characters. Make two phrases of it.`);
  const reader = { source, at: 0 };
  const cost = alternatives(reader);
  if (cost.ways * Math.max(1, cost.length) > MOST_STEPS) {
    throw new RefusedPattern('can match in too many ways. Use fewer “?”, “{…}” and “|”, or smaller numbers in “{…}”.');
  }
  return cost;
}

interface Reader {
  readonly source: string;
  at: number;
}

const NOTHING: PatternCost = { ways: 1, length: 0 };
const CHARACTER: PatternCost = { ways: 1, length: 1 };

function alternatives(reader: Reader): PatternCost {
  let cost = sequence(reader);
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    const next = sequence(reader);
    cost = { ways: cost.ways + next.ways, length: Math.max(cost.length, next.length) };
  }
  return cost;
}

function sequence(reader: Reader): PatternCost {
  let cost = NOTHING;
  while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
    const next = repeated(reader, atom(reader));
    cost = { ways: cost.ways * next.ways, length: cost.length + next.length };
  }
  return cost;
}

/** A character, a class, an assertion or a group. The source is a valid expression: `new RegExp` has seen it before. */
function atom(reader: Reader): PatternCost {
  const { source } = reader;
  const first = source[reader.at];
  if (first === '(') return group(reader);
  if (first === '[') return characterClass(reader);
  if (first === '\\') return escaped(reader);
  reader.at += 1;
  return first === '^' || first === '$' ? NOTHING : CHARACTER;
}

function group(reader: Reader): PatternCost {
  const opening = /^\((?:\?(?:[:=!]|<[=!]|<\w{1,40}>))?/.exec(reader.source.slice(reader.at))?.[0] ?? '(';
  reader.at += opening.length;
  const cost = alternatives(reader);
  reader.at += 1;
  // What a look-around reads it gives back.
  return cost;
}

function characterClass(reader: Reader): PatternCost {
  reader.at += 1;
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') reader.at += reader.source[reader.at] === '\\' ? 2 : 1;
  reader.at += 1;
  return CHARACTER;
}

/** What may stand behind a backslash, the longer first: a way back, a property or code point in brackets, a code, any character. */
const ESCAPES = [/^\\(?:[1-9]\d?|k<\w{1,40}>)/, /^\\[pPu]\{[^}]{0,40}\}/, /^\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})/, /^\\./];

function escaped(reader: Reader): PatternCost {
  const behind = reader.source.slice(reader.at);
  const escape = ESCAPES.map((form) => form.exec(behind)?.[0]).find((found) => found !== undefined) ?? '\\';
  if (/^\\(?:[1-9]|k<)/.test(escape)) throw new RefusedPattern(`refers back with “${escape}”. Write out what is meant.`);
  reader.at += escape.length;
  return /^\\b$/i.test(escape) ? NOTHING : CHARACTER;
}

function repeated(reader: Reader, cost: PatternCost): PatternCost {
  const quantifier = /^(?:[?*+]|\{(\d{1,6})(,?)(\d{0,6})\})\??/.exec(reader.source.slice(reader.at));
  if (!quantifier) return cost;
  const [written, from = '0', comma = ',', to = ''] = quantifier;
  if (/^[*+]/.test(written) || (written.startsWith('{') && comma === ',' && to === '')) {
    const least = written.startsWith('{') ? from : (written.startsWith('+') ? '1' : '0');
    throw new RefusedPattern(`has “${written}”, which has no end. Say how often at most: “{${least},20}”.`);
  }
  reader.at += written.length;
  return written.startsWith('?') ? repeat(cost, 0, 1) : repeat(cost, Number(from), Number(comma === ',' ? to : from));
}

function repeat({ ways, length }: PatternCost, from: number, to: number): PatternCost {
  let sum = 0;
  for (let times = from; times <= to && sum <= MOST_STEPS; times += 1) sum += ways ** times;
  return { ways: Math.max(1, sum), length: length * to };
}
