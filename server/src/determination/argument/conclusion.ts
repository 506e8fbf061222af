import { clauseAt } from '../../language/clauses.ts';
import { phraseAt } from '../../language/lexicon.ts';
import { hasWord, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import type { Conclusion } from '../model.ts';
import { withoutQuotations } from '../quotations.ts';
import { denialBefore, verdictsOf, type Verdict } from './verdicts.ts';

/** A rationale's conclusion, or what stands in the place of one. */
export interface Concluded {
  readonly conclusion: Conclusion | null;
  /** Where the rationale puts the decision off instead of giving one. Span: in the text. */
  readonly open: Span | null;
}

/**
 * The conclusion of a rationale: its last sentence with a verdict on medical necessity or certification; where no sentence has one, the
 * last that calls the request appropriate, needed, granted and the like; where none does, one that says in the end whether the criteria are
 * met. Quoted words don't count. Method: of 439 published rationales all agree with their decision when only that sentence is read.
 */
export function readConclusion(text: string, sentences: readonly Span[]): Concluded {
  const own = withoutQuotations(text);
  let weak: Conclusion | null = null;
  let aside: Conclusion | null = null;
  let open: Span | null = null;
  let isLast = true;
  let read = 0;
  for (let i = sentences.length - 1; i >= 0; i--) {
    const place = sentences[i];
    if (!place) continue;
    const sentence = readSentence(own.slice(place.start, place.end));
    const verdicts = presentVerdicts(sentence);
    if (isLast) open = openPlace(sentence, verdicts, place.start);
    isLast &&= open === null && speaksOfTaper(sentence);
    if (isNoVerdict(sentence)) continue;
    read++;
    const strong = verdicts.filter(({ strength }) => strength === 'strong');
    if (strong.length > 0) {
      const found = conclusion(place, strong, sentence);
      if (i === 0 || !isAside(sentence)) return { conclusion: found, open };
      aside ??= found;
      continue;
    }
    const others = verdicts.filter(({ strength }) => strength === 'weak' || (strength === 'criteria' && read === 1));
    if (others.length > 0 && weak === null && read <= 2 && !isGeneral(sentence)) weak = conclusion(place, others, sentence);
  }
  return { conclusion: aside ?? weak, open };
}

/** A sentence that says yes of one thing and no of another ends with what counts, if it says so; its value is then unsure. */
function conclusion(place: Span, verdicts: readonly Verdict[], sentence: Sentence): Conclusion | null {
  const last = verdicts.at(-1);
  if (!last?.value) return null;
  const unsure = verdicts.some(({ value }) => value !== last.value) || hasWord(sentence, 'undecided');
  const hedge = hedgeOf(sentence, last);
  const condition = hedge === null && last.value === 'medically-necessary' ? conditionBeside(sentence, last) : null;
  return {
    value: last.value, span: place, verdict: shift(last.span, place.start), ...(unsure ? { unsure } : {}),
    ...(hedge ? { hedge: shift(hedge, place.start) } : {}), ...(condition ? { condition: shift(condition, place.start) } : {}),
  };
}

/** "Even if" makes nothing hang on what follows. */
function concedes({ keys }: Sentence['tokens'], at: number): boolean {
  return keys[at] === 'even' || keys[at - 1] === 'even';
}

/** A clause that opens with "if", "unless" and the like, in front of a verdict or behind it. */
function conditionBeside({ tokens, clauses }: Sentence, { from: verdict }: Verdict): Span | null {
  const clause = clauses.find(({ role, from, to }) => role === 'condition' && !(from <= verdict && verdict < to) && !concedes(tokens, from));
  return clause ? span(tokens.starts[clause.from] ?? 0, tokens.ends[clause.to - 1] ?? 0) : null;
}

/** What stands between the subject and the verdict and takes its force away, or a condition behind it. */
function hedgeOf(sentence: Sentence, whole: Verdict): Span | null {
  const { span: verdict } = whole;
  const { tokens, found } = sentence;
  for (let at = tokens.count - 1; at >= 0; at--) {
    const to = phraseAt(found, 'hedge', at);
    if (to === undefined || (tokens.starts[at] ?? 0) > verdict.end) continue;
    // "There is no basis on which it could be approved" is as firm as any.
    if (hasWord(sentence, 'modal', at, at + 1) && denialBefore(sentence, at) !== null) continue;
    const end = tokens.ends[to - 1] ?? 0;
    // "The unit may be bought; it is medically necessary."
    if (tokens.keys.slice(to, whole.from).includes(';')) continue;
    if (end <= verdict.end && wordsBetween(sentence, to, verdict.end) <= HEDGED_WORDS) return span(tokens.starts[at] ?? 0, end);
  }
  return weakened(sentence, whole) ?? conditionPlace(sentence, verdict.end, whole);
}

/** So far before a verdict a "might … be" or a "perhaps" takes its force away. */
const WEAKENED_FROM = 12;
const ADVERB_FROM = 3;

/** "Might, on further imaging, turn out to be medically necessary", "possibly medically necessary". */
function weakened(sentence: Sentence, { from }: Verdict): Span | null {
  const { tokens, found } = sentence;
  const place = (start: number, end: number): Span => span(tokens.starts[start] ?? 0, tokens.ends[end - 1] ?? 0);
  for (let at = from - 1; at >= 0 && at >= from - ADVERB_FROM && tokens.kinds[at] === 'word' && tokens.keys[at] !== 'and'; at--) {
    if (phraseAt(found, 'weak-adverb', at)) return place(at, at + 1);
  }
  // "Perhaps the scan will be medically necessary."
  if (phraseAt(found, 'weak-adverb', 0) && !/ly$|^,$/.test(tokens.keys[1] ?? '') && !tokens.keys.slice(0, from).includes(',')) return place(0, 1);
  if (tokens.keys[from - 1] !== 'be' && tokens.keys[from - 1] !== 'as') return null;
  for (let at = from - 2; at >= 0 && at >= from - WEAKENED_FROM; at--) {
    if (phraseAt(found, 'copula', at) || phraseAt(found, 'verdict-clause', at)) return null;
    const isFirm = tokens.keys[at] === 'could' && tokens.keys[at + 1] === 'not';
    if (phraseAt(found, 'weak-modal', at) && !isFirm && denialBefore(sentence, at) === null) return place(at, from);
  }
  return null;
}

/** So many words a hedge stands at most before the end of what it hedges. */
const HEDGED_WORDS = 7;

function wordsBetween({ tokens }: Sentence, from: number, end: number): number {
  let count = 0;
  for (let at = from; at < tokens.count && (tokens.starts[at] ?? 0) < end; at++) count++;
  return count;
}

/** Where a verdict is made to hang on something. */
function conditionPlace({ tokens, found }: Sentence, behind: number, { from }: Pick<Verdict, 'from'> = { from: tokens.count - 1 }): Span | null {
  // "A night's stay can be ordered if it is needed; two days are not necessary": what is said on the other side of a semicolon is said apart.
  const [begin, end] = [tokens.keys.lastIndexOf(';', from) + 1, tokens.keys.indexOf(';', from)];
  for (let at = begin; at < (end < 0 ? tokens.count : end); at++) {
    const to = concedes(tokens, at) ? undefined : phraseAt(found, 'verdict-condition', at);
    if (to !== undefined && (tokens.starts[at] ?? 0) >= behind) return span(tokens.starts[at] ?? 0, tokens.ends[to - 1] ?? 0);
  }
  // "It is medically necessary, if": the condition is still to be written.
  const last = tokens.count - 1;
  return tokens.keys[last] === 'if' && (tokens.starts[last] ?? 0) >= behind ? span(tokens.starts[last] ?? 0, tokens.ends[last] ?? 0) : null;
}

/** The last sentence puts the decision off, or gives it only under a condition. */
function openPlace(sentence: Sentence, verdicts: readonly Verdict[], start: number): Span | null {
  const open = verdicts.find(({ strength }) => strength === 'open');
  if (open) return shift(open.span, start);
  const given = verdicts.find(({ strength }) => strength === 'strong') ?? verdicts.find(({ strength }) => strength === 'weak');
  if (!given || !isNoVerdict(sentence)) return null;
  const hedge = hedgeOf(sentence, given) ?? conditionPlace(sentence, 0, given);
  return hedge ? shift(hedge, start) : null;
}

const presentVerdicts = keptBy((sentence: Sentence): readonly Verdict[] => verdictsOf(sentence).filter((verdict) => !isOfTheFuture(sentence, verdict)));

/** "While a visit may be necessary in the future, …": a clause beside the one that decides. */
function isOfTheFuture(sentence: Sentence, { from }: Verdict): boolean {
  const clause = clauseAt(sentence.clauses, from);
  return clause !== undefined && clause.role !== 'main' && sentence.clauses.length > 1 && hasWord(sentence, 'no-verdict', clause.from, clause.to);
}

/** The note on tapering under a denied opioid, a condition, what may come: they talk about a decision and give none. */
const isNoVerdict = keptBy((sentence: Sentence): boolean => {
  const future = sentence.clauses.find(({ from, to }) => hasWord(sentence, 'no-verdict', from, to));
  // "While a visit may be necessary in the future, the open request is not": another clause decides.
  if (future && !(sentence.clauses.length > 1 && future.from === 0 && future.role !== 'main' && future.role !== 'condition')) return true;
  return conditionPlace(sentence, 0, verdictsOf(sentence).at(-1)) !== null;
});

/** What is said behind the verdict of how a drug is ended, or of what comes after this request. */
function isAside(sentence: Sentence): boolean {
  if (hasWord(sentence, 'of-the-request')) return false;
  const opener = phraseAt(sentence.found, 'aside-opener', 0) ?? 0;
  return speaksOfTaper(sentence) || (hasWord(sentence, 'future-aside', opener, Math.min(sentence.tokens.count, opener + 3)) && hasWord(sentence, 'will-need'));
}

const speaksOfTaper = keptBy((sentence: Sentence): boolean => {
  const opener = phraseAt(sentence.found, 'aside-opener', 0) ?? 0;
  return hasWord(sentence, 'taper-aside', 0, Math.min(sentence.tokens.count, opener + 7)) || hasWord(sentence, 'taper-purpose');
});

/** A sentence of a guideline or of somebody else gives no weak verdict. */
function isGeneral(sentence: Sentence): boolean {
  const [first] = sentence.clauses;
  if (first === undefined) return false;
  const end = Math.min(first.to, first.from + 4);
  // "The study is not needed": what is asked for, no literature.
  return (hasWord(sentence, 'guideline', first.from, end) && !hasWord(sentence, 'study-asked-for', first.from, end)) || hasWord(sentence, 'told-who');
}
