import { clauseOf as clauseAround, hasWord, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Slot, Statement } from '../../language/statement.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import type { ItemReading, Prose } from '../model.ts';
import { asksForOperation, mayMean, partOfTitle, requestWords, wordsOfTitle, type RequestWords } from '../words/parent-words.ts';
import { statementsIn, type PlacedStatement } from '../statements.ts';

/** "Questions 1 and 2": the items that a rationale names by number. Spans: in the rationale's `prose.text`. */
export interface NumberedReference {
  readonly value: number;
  readonly span: Span;
}

/** "As the requested surgery is not medically necessary": the item says that it stands or falls with another. */
export interface ParentClause {
  /** The words for the parent: "requested surgery". */
  readonly subject: string;
  readonly parent: RequestWords;
  /** The numbers that the subject names: "the trial in item 1". */
  readonly numbers: readonly number[];
  /** `served`: the item is for use around it, and nothing is said of a decision. */
  readonly says: 'denied' | 'supported' | 'served';
  /** It names an operation, a treatment, a drug or a number: something that can be asked for, whatever else the letter decides. */
  readonly named: boolean;
  /** It speaks of a decision ("was not certified"), not of an argument ("is not supported by imaging"). */
  readonly decides: boolean;
  /** The operation is still to come: "once the cuff is repaired". */
  readonly ahead: boolean;
  /** In the rationale's `prose.text`. */
  readonly span: Span;
}

export interface References {
  readonly numbers: readonly NumberedReference[];
  /** The clauses that can speak of another request; what they mean is for `readDependencies`, which knows the other items. */
  readonly clauses: readonly ParentClause[];
  /** The rationale says that an operation was done already: "six weeks after his meniscectomy". */
  readonly operated: readonly RequestWords[];
}

const NONE: References = { numbers: [], clauses: [], operated: [] };

/** What an item's rationale says of the other items. Kept with the reading. */
export const referencesOf = keptBy(({ rationale, title }: ItemReading): References =>
  (rationale ? read(rationale.prose, title.text) : NONE));

/** What a title asks for, and for "Installation of X" what X is. */
interface Title extends RequestWords {
  readonly partOf: RequestWords | null;
}

/** What is used around something else asks for the one only: "Lodging during the program". */
function titleOf(title: string): Title {
  const part = partOfTitle(title);
  const sentence = readSentence(title);
  const served = statementsOf(sentence, 'dependence').find(({ says, slots, from }) => (says['parent'] === 'served' && (from > 0 || slots['of'] !== undefined)) || says['parent'] === 'purpose');
  const before = served && (served.from > 0 ? served.from : served.slots['of']?.from);
  return { ...(before ? requestWords(sentence, 0, before) : wordsOfTitle(title)), partOf: part === null ? null : wordsOfTitle(part) };
}

function read(prose: Prose, asked: string): References {
  const stated = statementsIn(prose, 'dependence');
  if (stated.length === 0) return NONE;
  const title = titleOf(asked);
  return {
    numbers: stated.flatMap(numbersOf),
    clauses: stated.flatMap((each) => clauseOf(each, title, stated) ?? []),
    operated: stated.flatMap(({ statement, sentence }) => (statement.says['parent'] === 'done' && !hasWord(sentence, 'guideline') && !isAhead(sentence, stated) ? [doneTo(sentence, statement)] : [])),
  };
}

/** "For six weeks after her repair she will …": it is still to come. */
function isAhead(sentence: Sentence, stated: readonly PlacedStatement[]): boolean {
  return stated.some((each) => each.sentence === sentence && each.statement.says['when'] === 'ahead');
}

/** The operation that was done; without words for it any of the letter's. */
function doneTo(sentence: Sentence, { slots, from, to }: Statement): RequestWords {
  return requestWords(sentence, slots['of']?.from ?? from, slots['of']?.to ?? to);
}

/** "Items 1, 3 and 4", "the third request": numbers of items that stand together, in the order of the words. */
export interface NumberGroup {
  /** A range names those between its ends at the place of its end. */
  readonly numbers: readonly NumberedReference[];
  /** "Items 1 and 3, respectively": their order says something. */
  readonly inOrder: boolean;
}

/** Where some prose names items by number. Kept with the prose. */
export const numberGroups = keptBy((prose: Prose): readonly NumberGroup[] => {
  const groups = statementsIn(prose, 'dependence').map((stated) => ({ numbers: numbersOf(stated), inOrder: hasWord(stated.sentence, 'in-their-order') }));
  const taken = new Set<number>();
  return groups.filter(({ numbers: [first] }) => first !== undefined && !taken.has(first.span.start) && taken.add(first.span.start));
});

function numbersOf({ statement, sentence, start }: PlacedStatement): NumberedReference[] {
  const slot = statement.slots['numbers'];
  if (!slot || countsThings(sentence, slot)) return [];
  return numbersIn(sentence, slot.from, slot.to).map(({ value, span: place }) => ({ value, span: shift(place, start) }));
}

/** The numbers of a questionnaire, a scale or a form are no items. */
function countsThings(sentence: Sentence, { from, to }: Slot): boolean {
  return hasWord(sentence, 'counts-things', Math.max(0, from - 10), Math.min(sentence.tokens.count, to + 8));
}

/** "1 and 2", "1, 3", "1 to 3", "1-3": numbers of up to two digits, with those between the ends of a range. */
function numbersIn({ tokens }: Sentence, from: number, to: number): NumberedReference[] {
  const numbers: NumberedReference[] = [];
  let before: number | null = null;
  for (let at = from; at < to; at++) {
    const key = tokens.keys[at] ?? '';
    const ordinal = ordinalNumber(key);
    if (ordinal === 0 && (tokens.kinds[at] !== 'number' || !/^\d{1,2}$/.test(key))) continue;
    const value = ordinal || Number(key);
    const place = span(tokens.starts[at] ?? 0, tokens.ends[at] ?? 0);
    if (before !== null && isRange(tokens.text.slice(tokens.ends[at - 1], place.start), tokens.keys[at - 1])) {
      for (let between = before + 1; between < value; between++) numbers.push({ value: between, span: place });
    }
    numbers.push({ value, span: place });
    before = value;
  }
  return numbers;
}

/** "In the third item". */
export const ORDINALS: readonly string[] = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** From 1; 0 for any other word. */
function ordinalNumber(word: string): number {
  return ORDINALS.indexOf(word) + 1;
}

function isRange(between: string, wordBefore: string | undefined): boolean {
  return wordBefore === 'to' || wordBefore === 'through' || wordBefore === '—' || between.includes('-');
}

/** A statement as a clause on another request; null where it speaks of something else, or of what the title itself asks for. */
function clauseOf({ statement, sentence, start, span: place }: PlacedStatement, title: Title, all: readonly PlacedStatement[]): ParentClause | null {
  const { says: { parent: said }, slots: { of } } = statement;
  if (!of || (said !== 'denied' && said !== 'supported' && said !== 'served' && said !== 'unsaid')) return null;
  if (said === 'denied' && isApproved(of.text)) return null;
  if (of.from === of.to) return statement.slots['verb'] && said === 'denied' ? servedBefore(start, all, place) : null;
  if (isConceded(sentence, statement) || (said === 'served' && isDeniedUse(sentence, statement))) return null;
  const numbers = all.filter((each) => each.sentence === sentence && each.start === start && within(each.statement.slots['numbers'], of))
    .flatMap(numbersOf).map(({ value }) => value);
  const words = requestWords(sentence, of.from, of.to);
  if (numbers.length === 0 && !canBeAnother(sentence, of, words, title)) return null;
  if (said === 'served' && statement.says['when'] !== 'ahead' && all.some((each) => each.statement.says['parent'] === 'done' && each.sentence === sentence)) return null;
  const { own } = statement.slots;
  if (own && !isOwn(requestWords(sentence, own.from, own.to), title)) return null;
  if (statement.says['of'] === 'operation' && !isProcedure(words)) return null;
  const says = said === 'unsaid' ? 'served' : said;
  return {
    subject: withoutArticle(of.text), parent: words, numbers, says, span: place,
    named: numbers.length > 0 || isNamed(words), decides: speaksOfDecision(sentence, statement), ahead: statement.says['when'] === 'ahead',
  };
}

/** "No release, no brace": the second is what the title asks for. */
function isOwn(words: RequestWords, title: Title): boolean {
  return mayMean(words, title) || [...words.words].some((word) => title.words.has(word));
}

function isProcedure({ operation, treatments }: RequestWords): boolean {
  return operation || treatments.some(({ kind }) => kind === 'surgery' || kind === 'injection');
}

/** "… for the time after the knee replacement. Since that is not approved, …": what the sentence before is around. */
function servedBefore(start: number, all: readonly PlacedStatement[], place: Span): ParentClause | null {
  const before = all.findLast((each) => each.start < start && each.statement.says['parent'] === 'served');
  const of = before?.statement.slots['of'];
  if (!before || !of) return null;
  const words = requestWords(before.sentence, of.from, of.to);
  return isNamed(words) ? { subject: withoutArticle(of.text), parent: words, numbers: [], says: 'denied', span: place, named: true, decides: true, ahead: false } : null;
}

/** "Even though the surgery is not approved" and "if it is not" say that the item doesn't hang on it; "only if there is one" that it does. */
function isConceded(sentence: Sentence, statement: Statement): boolean {
  if (statement.says['stands'] === 'firm' || hasWord(sentence, 'only-words', statement.from, statement.from + 1)) return false;
  const role = clauseAround(sentence, statement)?.role;
  return role === 'concession' || role === 'condition';
}

/** "Not meant for after surgery alone"; not "not used until after surgery". */
function isDeniedUse({ tokens: { keys } }: Sentence, { from }: Statement): boolean {
  const before = keys.slice(Math.max(0, from - 4), from);
  return before.includes('not') && !before.includes('until');
}

function isNamed({ operation, drugs, treatments }: RequestWords): boolean {
  return operation || drugs.length > 0 || treatments.length > 0;
}

/** By its verb, or because the subject says that it is a request: "the requested surgery is not supported". */
function speaksOfDecision(sentence: Sentence, { slots: { verb, of } }: Statement): boolean {
  return !verb || hasWord(sentence, 'decides', verb.from, verb.to) || (of !== undefined && hasWord(sentence, 'parent-adjective', of.from, of.to));
}

function within(inner: Slot | undefined, outer: Slot): boolean {
  return inner !== undefined && inner.from >= outer.from && inner.to <= outer.to + 4;
}

/** A subject that names a request, and not what the title asks for: neither "the drug" nor "the criteria for surgery". */
function canBeAnother(sentence: Sentence, { from, to }: Slot, words: RequestWords, title: Title): boolean {
  if (hasWord(sentence, 'no-request', from, to)) return false;
  if (!isNamed(words) && words.words.size === 0) return false;
  if (!isNamed(words) && (hasWord(sentence, 'own-request', from, to) || isAnyTrial(sentence, from, words))) return false;
  if (words.operation && words.treatments.every(({ id }) => id === 'surgery')) return !asksForOperation(title) && !namesOwn(words, title);
  // The title of what is used around an operation names that one, too: "post-operative brace for the fusion".
  return !mayMean(words, title) || (title.perioperative.length > 0 && asksForOperation(words)) || (title.partOf !== null && mayMean(words, title.partOf));
}

/** "Without a trial, …": one of what the title asks for; "without the trial" is of another request. */
function isAnyTrial({ tokens: { keys } }: Sentence, from: number, { words }: RequestWords): boolean {
  return words.size === 1 && words.has('trial') && keys[from - 1] !== 'the' && keys[from] !== 'the';
}

/** "The replacement" of a title that asks for one; "the surgical procedure" is no "associated surgical service". */
function namesOwn({ words }: RequestWords, title: Title): boolean {
  return title.perioperative.length === 0 && words.size > 0 && [...words].every((word) => title.words.has(word));
}

function withoutArticle(words: string): string {
  return words.replace(/^(?:an?|the|this|that|these|those|his|her) /i, '');
}

/** "A standard lens goes with the operation approved above." */
function isApproved(parent: string): boolean {
  return / (?:approved|authorized|granted|certified)\b/.test(parent);
}
