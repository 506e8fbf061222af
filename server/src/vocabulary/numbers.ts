/** A number, a range or the parts of a combination as a text writes them, and where they end. */
export interface Amount {
  /** One number; both ends of a range; the parts of "10/325". */
  readonly values: readonly number[];
  readonly form: 'one' | 'range' | 'parts';
  readonly end: number;
}

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
).split(' ');

const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const digits = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+/y;
const units = small.slice(1, 10).join('|');
const numberWord = new RegExp(String.raw`(?:(${tens.join('|')})(?:[- ](${units}))?|(${small.join('|')}))(?![a-z])`, 'iy');

/** "Half a dozen", "two dozen", "a hundred", "one hundred and twenty". */
const LARGE: ReadonlyMap<string, number> = new Map([['dozen', 12], ['hundred', 100]]);
const large = /[- ](dozen|hundred)(?![a-z])/iy;
const largeAlone = /(dozen|hundred)(?![a-z])/iy;
const rest = /(?: and)? /iy;

/** The figure that often stands behind a number word: "two (2)". */
const figure = /\s?\((\d{1,4})\)/y;
const rangeJoint = /\s?[-–]\s?|\s(?:to|or)\s/y;
const goesOn = /[-/]\d/y;

/** Whether a word (in lower case) can begin a number. */
export function isNumberWord(word: string): boolean {
  return small.includes(word) || tens.includes(word) || LARGE.has(word);
}

/**
 * Reads the number, the range ("2-3", "two to three") or the combination ("10/325") that begins at an offset; null where none does, and
 * for a date ("10-19-16").
 */
export function readAmount(text: string, at: number): Amount | null {
  const first = readNumber(text, at);
  if (!first) return null;
  const joint = matchAt(rangeJoint, text, first.end);
  const second = joint ? readNumber(text, first.end + joint[0].length) : null;
  if (second && second.value > first.value) {
    return matchAt(goesOn, text, second.end) ? null : { values: [first.value, second.value], form: 'range', end: second.end };
  }
  return readParts(text, first);
}

interface Numeral {
  readonly value: number;
  readonly end: number;
}

function readParts(text: string, first: Numeral): Amount {
  const values = [first.value];
  let end = first.end;
  while (text[end] === '/' && values.length < 5) {
    const part = matchAt(digits, text, end + 1);
    if (!part) break;
    values.push(Number(part[0].replaceAll(',', '')));
    end += 1 + part[0].length;
  }
  return { values, form: values.length > 1 ? 'parts' : 'one', end };
}

function readNumber(text: string, at: number): Numeral | null {
  const written = matchAt(digits, text, at);
  if (written) return { value: Number(written[0].replaceAll(',', '')), end: at + written[0].length };
  const word = inWords(text, at);
  return word && { ...word, end: word.end + (matchAt(figure, text, word.end)?.[0].length ?? 0) };
}

/** The number that words make: "twelve", "two dozen", "one hundred and twenty". */
function inWords(text: string, at: number): Numeral | null {
  const word = matchAt(numberWord, text, at);
  const alone = word ? null : matchAt(largeAlone, text, at);
  const many = word ? matchAt(large, text, at + word[0].length) : alone;
  const first = word ? wordValue(word) : /half a $/i.test(text.slice(Math.max(0, at - 7), at)) ? 0.5 : 1;
  if (!many) return word && { value: first, end: at + word[0].length };
  const end = at + (word?.[0].length ?? 0) + many[0].length;
  const size = LARGE.get((many[1] ?? '').toLowerCase()) ?? 1;
  const joint = size === 100 ? matchAt(rest, text, end) : null;
  const further = joint ? matchAt(numberWord, text, end + joint[0].length) : null;
  if (!joint || !further) return { value: first * size, end };
  return { value: first * size + wordValue(further), end: end + joint[0].length + further[0].length };
}

function wordValue([, ten = '', unit = '', alone = '']: RegExpExecArray): number {
  if (alone !== '') return small.indexOf(alone.toLowerCase());
  return (tens.indexOf(ten.toLowerCase()) + 2) * 10 + Math.max(small.indexOf(unit.toLowerCase()), 0);
}

/** The match of a sticky expression at an offset. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
