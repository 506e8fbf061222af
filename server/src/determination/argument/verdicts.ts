import { keptBy } from '../../markdown/kept-by.ts';
import { phraseBefore, standsAt } from '../../language/lexicon.ts';
import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { span, type Span } from '../../markdown/span.ts';
import type { ConclusionValue } from '../model.ts';

/**
 * How much a verdict says by itself: `strong` speaks of medical necessity, certification or the denial; `weak` calls the request
 * appropriate, supported, needed and the like; `criteria` says only that a guideline's criteria are met; `open` puts the decision off.
 */
export type VerdictStrength = 'strong' | 'weak' | 'criteria' | 'open';

/** A verdict that a sentence gives. Span: in the sentence, from what denies it. */
export interface Verdict {
  /** Null for one that decides nothing. */
  readonly value: ConclusionValue | null;
  readonly strength: VerdictStrength;
  readonly span: Span;
  /** The token that it begins with. */
  readonly from: number;
}

/** The verdicts of a sentence in their order, each place read once, by the row that says most. */
export const verdictsOf = keptBy((sentence: Sentence): readonly Verdict[] => {
  const verdicts: { readonly verdict: Verdict; readonly to: number }[] = [];
  const statements = [...statementsOf(sentence, 'verdict')].sort((a, b) => rank(a) - rank(b));
  for (const statement of statements) {
    if (verdicts.some(({ verdict, to }) => verdict.from < statement.to && statement.from < to)) continue;
    const verdict = verdictOf(sentence, statement);
    if (verdict) verdicts.push({ verdict, to: statement.to });
  }
  return verdicts.map(({ verdict }) => verdict).sort((a, b) => a.span.start - b.span.start);
});

const STRENGTHS: readonly string[] = ['strong', 'open', 'weak', 'criteria'];

/** What speaks of the denial comes first, since it may hold the words of others; then by strength. */
function rank({ says: { value = '', strength = '' } }: Statement): number {
  return (SPEAKS_OF_DENIAL.has(value) ? 0 : 1) + 2 * STRENGTHS.indexOf(strength);
}

const SPEAKS_OF_DENIAL: ReadonlySet<string> = new Set(['reversed', 'stands', 'agrees', 'denied-already', 'necessity']);

function verdictOf(sentence: Sentence, statement: Statement): Verdict | null {
  const { says: { value, strength }, from, to } = statement;
  const made = (yes: boolean | null, start = from): Verdict => ({
    value: yes === null ? null : yes ? 'medically-necessary' : 'not-medically-necessary', strength: strength as VerdictStrength, span: placeFrom(sentence, start, to), from,
  });
  switch (value) {
    case 'open': return made(null);
    case 'no': case 'denied-already': return made(false);
    case 'reversed': return made(!isDeniedWithin(sentence, statement) || saysNo(sentence, statement));
    case 'stands': return made(isDeniedWithin(sentence, statement));
    case 'agrees': return made(/^disagree|^dissent|not/i.test(statement.slots['said']?.text ?? ''));
    case 'wrong-to-refuse': return made(!hasWord(sentence, 'verdict-negation', from, statement.slots['said']?.from ?? from));
    case 'right-to-refuse': return made(false);
    case 'acts': return made(/^succeed|^stands/i.test(statement.slots['said']?.text ?? ''));
    case 'refuse': return made(denialBefore(sentence, to) !== null);
    case 'reason': return made(isReasonFor(sentence, statement));
    case 'reach': return made(!/^(?:fall|fell|come|miss)/.test(sentence.tokens.keys[from] ?? '') && denialBefore(sentence, to) === null);
    case 'necessity': return necessityVerdict(sentence, statement, made);
    case 'yes': case undefined: {
      const denied = denialBefore(sentence, to);
      return made(denied === null, denied === null ? from : Math.min(denied, from));
    }
    default: throw new Error(`No verdict says “${value}”`);
  }
}

/** "The denial cannot stand", "should not be upheld": a denial of what upholds it reverses it. */
function saysNo({ tokens }: Sentence, { slots: { said } }: Statement): boolean {
  return said !== undefined && /^(?:stand|be|hold)/.test(tokens.keys[said.from] ?? '');
}

const LITTLE: ReadonlySet<string> = new Set(['no', 'little', 'scant', 'not']);

/** "No reason to withhold it" and "good reason to grant it" say yes; "no ground to disturb the denial" says no. */
function isReasonFor({ tokens, found }: Sentence, { from, slots: { act } }: Statement): boolean {
  const none = tokens.keys.slice(from, act?.from).some((key) => LITTLE.has(key));
  return standsAt(found, 'undoes', act?.from ?? from) !== none;
}

function isDeniedWithin(sentence: Sentence, { from, to }: Statement): boolean {
  return hasWord(sentence, 'verdict-negation', from, to);
}

/** "Medical necessity is (not) established": denied by what stands behind its verb, or by what governs it from before. */
function necessityVerdict(sentence: Sentence, { from, to }: Statement, made: (yes: boolean, start?: number) => Verdict): Verdict {
  let verb = from;
  while (verb < to && !hasWord(sentence, 'be', verb, verb + 1) && !hasWord(sentence, 'have', verb, verb + 1) && !hasWord(sentence, 'do', verb, verb + 1)) verb++;
  const absent = /^(?:lacking|absent|in doubt)$/.test(sentence.tokens.keys[to - 1] ?? '');
  const denied = hasWord(sentence, 'verdict-negation', verb === to ? from : verb, to) || absent;
  return made(!denied && denialBefore(sentence, from + 2) === null);
}

function placeFrom({ tokens }: Sentence, from: number, to: number): Span {
  return span(tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0);
}

/** How many words a denial reaches by itself, and across "that". */
const REACH = 12;
const REACH_ACROSS_THAT = 40;

/**
 * The token at which the denial stands that governs the words ending before token `to`; null where nothing denies them. A denial in the
 * same clause governs the verdict unless a verb of its own stands between: in "the MRI without contrast is medically necessary", or "as
 * she has not responded, the MRI is …", something else is denied.
 */
export function denialBefore(sentence: Sentence, to: number): number | null {
  const from = clauseStart(sentence, to);
  for (let at = to - 1; at >= from; at--) if (standsAt(sentence.found, 'verdict-negation', at) && governs(sentence, at, to)) return at;
  return frontedDenial(sentence, to);
}

/** "Under none of the alternatives, as they stand, is the aide …": what is denied in front turns verb and subject round. */
function frontedDenial({ tokens: { keys }, found }: Sentence, to: number): number | null {
  const at = OPENS.has(keys[0] ?? '') ? (keys[1] === ',' ? 3 : 2) : 1;
  if (!FRONTS.has(keys[at - 1] ?? '') || !standsAt(found, 'verdict-negation', at)) return null;
  let copula = to - 1;
  while (copula > at && !standsAt(found, 'copula', copula)) copula--;
  const isTurned = copula > at && BEGINS_SUBJECT.has(keys[copula + 1] ?? '') && (keys[copula - 1] === ',' || !keys.slice(at, copula).includes(','));
  return isTurned ? at : null;
}

const FRONTS: ReadonlySet<string> = new Set(['under', 'in', 'on', 'by', 'at', 'for', 'from', 'with', 'to']);
const OPENS: ReadonlySet<string> = new Set(['so', 'thus', 'therefore', 'hence', 'and', 'yet', 'but', 'accordingly']);
const BEGINS_SUBJECT: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'it', 'such', 'his', 'her']);

function clauseStart(sentence: Sentence, to: number): number {
  for (let at = to - 1; at >= 0; at--) {
    const key = sentence.tokens.keys[at];
    if (key === ';' || key === ':' || standsAt(sentence.found, 'verdict-clause', at)) return at + 1;
    if (key === ',' && standsAt(sentence.found, 'verdict-clause-behind-comma', at + 1)) return at + 2;
  }
  return 0;
}

function governs(sentence: Sentence, at: number, to: number): boolean {
  const behind = at + 1;
  if (sentence.tokens.keys[at] === 'not' && standsAt(sentence.found, 'only-words', behind)) return false;
  let copula = behind;
  while (copula < to && !standsAt(sentence.found, 'copula', copula)) copula++;
  if (copula < to) return to - behind <= REACH_ACROSS_THAT && reachesAcross(sentence, at, copula);
  if (standsAt(sentence.found, 'history-negation', at) && !hasWord(sentence, 'reaches-history', behind, to)) return false;
  return to - behind < REACH;
}

/** Whether a denial reaches beyond the verb behind it: "not shown that", "none of the services is". */
function reachesAcross(sentence: Sentence, at: number, copula: number): boolean {
  if (hasWord(sentence, 'reaches-across', at + 1, copula)) return true;
  if (standsAt(sentence.found, 'saying', at + 1) || standsAt(sentence.found, 'saying', at + 2)) return true;
  const comma = sentence.tokens.keys.slice(at, copula).includes(',');
  return standsAt(sentence.found, 'subject-negation', at) && !comma && phraseBefore(sentence.found, 'hangs-before', at) === null;
}
