import type { DisputedItem } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownSentences, statedIn, type PlacedSentence, type PlacedStatement } from '../../determination/statements.ts';
import { clauseOf, hasWord } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';

// What the rules share that look at the ground on which a request is denied.

/** What a ground goes against: the powers of the review, or the standard by which it decides. */
export type GoesAgainst = 'scope' | 'standard';

export interface FoundGround {
  readonly words: string;
  /** What the ground asks for, where its row says so: `proof` beyond what the law asks. */
  readonly asks: string | null;
  /** Counted from the item's start. */
  readonly span: Span;
}

/** The grounds of a denial that go against one of the two, in the reviewer's own voice, one a sentence; of an approval only what is wrong whatever is decided. */
export function groundsOf({ reading: { decision, rationale } }: DisputedItem, against: GoesAgainst): readonly FoundGround[] {
  if (!decision?.value || !rationale) return [];
  const { prose } = rationale;
  const denied = decision.value === 'Upheld';
  const counts = ({ statement: { says } }: PlacedStatement): boolean => says['against'] === against && (denied || says['decided'] === 'either');
  const sentences = ownSentences(prose);
  const stated = firstOfEach(statedIn(sentences, 'scope').filter((each) => counts(each) && isOwnGround(each)));
  const sums = against === 'scope' && denied ? sumsOfMoney(sentences).filter(({ start }) => !stated.some((each) => each.start === start)) : [];
  return [...stated.map(({ span, statement: { says } }) => ({ span, asks: says['asks'] ?? null })), ...sums.map(({ span }) => ({ span, asks: null }))]
    .map(({ span, asks }) => ({ words: prose.text.slice(span.start, span.end), asks, span: sourceSpan(prose, span) }));
}

/** "$1,200": what a treatment costs, where neither the patient earns it nor somebody else reckons with it. */
function sumsOfMoney(sentences: readonly PlacedSentence[]): readonly { readonly start: number; readonly span: Span }[] {
  return sentences.flatMap(({ sentence, start }) => {
    const at = sentence.text.search(/\$ ?\d/);
    if (at < 0 || hasWord(sentence, 'set-aside') || hasWord(sentence, 'tells-otherwise') || hasWord(sentence, 'earns') || hasWord(sentence, 'opens-concession')) return [];
    const end = at + (/^\$ ?[\d,.]*\d/.exec(sentence.text.slice(at))?.[0].length ?? 1);
    return [{ start, span: span(start + at, start + end) }];
  });
}

/** Not what guidelines, studies or the denial say, nor what the sentence concedes, supposes or sets aside. */
function isOwnGround({ sentence, statement }: PlacedStatement): boolean {
  const asksProof = statement.says['asks'] === 'proof';
  const role = clauseOf(sentence, statement)?.role;
  // "Although he has to prove it beyond a reasonable doubt, that has been done": no less wrong for being conceded.
  if ((role === 'concession' && !asksProof) || role === 'condition') return false;
  if (asksProof && hasWord(sentence, 'of-an-appeal')) return false;
  if (hasWord(sentence, 'set-aside')) return false;
  // "A QME found no industrial contribution, and I concur": who makes it his own argues with it.
  return hasWord(sentence, 'endorses') || (!hasWord(sentence, 'tells-otherwise', 0, statement.from) && !hasWord(sentence, 'told-behind', statement.to));
}

/** The statement of each sentence that begins first; of those that begin together the longest. */
function firstOfEach(stated: readonly PlacedStatement[]): PlacedStatement[] {
  const first = new Map<number, PlacedStatement>();
  for (const each of stated) {
    const known = first.get(each.start);
    if (!known || each.span.start < known.span.start || (each.span.start === known.span.start && each.span.end > known.span.end)) first.set(each.start, each);
  }
  return [...first.values()];
}
