import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import type { PlacedSentence } from '../statements.ts';

/** A part that was allowed and a rest that is in dispute, which don't make up what was asked for. Span: of the rest, in the text. */
export interface ToldParts {
  readonly whole: number;
  readonly part: number;
  readonly rest: number;
  readonly span: Span;
}

type Figure = Mention<Factor>;

/**
 * "Six were authorized. The other ten are in dispute", of eighteen: the parts of a request that a rationale tells in a sentence or two. What was asked for
 * stands there, too, or is the one figure of the title (`asked`). Null where a figure is told twice, is of another unit, or where all of it stands in one
 * sentence, which is a sum of its own.
 */
export function wrongParts(sentences: readonly PlacedSentence[], asked: Factor | null): ToldParts | null {
  if (!sentences.some(({ sentence }) => statementsOf(sentence, 'sum').some(({ says }) => says['what'] === 'rest'))) return null;
  for (let i = 0; i < sentences.length; i++) {
    for (const window of [sentences.slice(i, i + 1), sentences.slice(i, i + 2), sentences.slice(i, i + 3)]) {
      const told = partsIn(window, asked);
      if (told) return told.part + told.rest === told.whole ? null : told;
    }
  }
  return null;
}

function partsIn(window: readonly PlacedSentence[], asked: Factor | null): ToldParts | null {
  if (window.some(({ sentence }) => statementsOf(sentence, 'sum').some(({ says }) => says['what'] === 'sum'))) return null;
  if (window.some(({ sentence }) => hasWord(sentence, 'other-course'))) return null;
  const [wholes, parts, rests] = (['whole', 'part', 'rest'] as const).map((what) => window.flatMap((placed) => figuresOf(placed, what))) as [Figure[], Figure[], Figure[]];
  const [part, rest] = [parts[0], rests[0]];
  const whole = wholes[0]?.value ?? asked;
  if (!whole || !part || !rest || wholes.length > 1 || parts.length > 1 || rests.length > 1 || part.span.start === rest.span.start) return null;
  const units = new Set([whole, part.value, rest.value].flatMap(({ unit, sign }) => unit ?? (sign ? 'piece' : [])));
  const numbers = window.flatMap(({ sentence }) => findFactors(sentence.text)).filter(({ value: { unit, sign } }) => unit === null || sign || units.has(unit));
  const isOfOne = units.size === 1 && numbers.every(({ value }) => [whole.value, part.value.value, rest.value.value].includes(value.value));
  // A title that names what is left asks for no more than that.
  if (!isOfOne || part.value.value >= whole.value || rest.value.value >= whole.value) return null;
  return { whole: whole.value, part: part.value.value, rest: rest.value.value, span: rest.span };
}

/** The figures that a sentence calls asked for, allowed or in dispute; each place once. Spans: in the text. */
function figuresOf({ sentence, start }: PlacedSentence, what: 'whole' | 'part' | 'rest'): Figure[] {
  const places = new Set(statementsOf(sentence, 'sum').flatMap(({ says, slots }) => (says['what'] === what ? slots[what]?.span.start ?? [] : [])));
  return figuresAt(sentence, places).map((figure) => ({ ...figure, span: shift(figure.span, start) }));
}

function figuresAt({ text }: Sentence, places: ReadonlySet<number>): Figure[] {
  if (places.size === 0) return [];
  return findFactors(text).filter(({ span, value }) => !value.vague && !value.per && [...places].some((place) => span.start <= place && place < span.end));
}
