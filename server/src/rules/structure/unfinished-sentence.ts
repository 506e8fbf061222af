import type { Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { inEach, ownSentences, type PlacedSentence } from '../../determination/statements.ts';
import { phraseBefore } from '../../language/lexicon.ts';
import { hasWord, statementsOf, type Sentence } from '../../language/sentence.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';

/** A sentence that breaks off or stands twice. Span: in the prose's text. */
interface Flaw {
  readonly what: 'breaksOff' | 'twice';
  readonly words: string;
  readonly span: Span;
}

/** Shorter sentences may stand twice: "Pain 4/10.", "See above." */
const SHORTEST_TWICE = 6;

export const unfinishedSentence = defineRule({
  id: 'unfinished-sentence',
  family: 'structure',
  scope: 'words',
  weighsNoFigures: true,
  severity: 'warning',
  waits: ['breaksOff'],
  summary: 'Every sentence is whole, and none stands twice.',
  why: 'A sentence that breaks off, “in line with the.”, or that was pasted twice, shows a letter that nobody read to its end; what was left out may have been the reason.',
  sources: [{ title: 'Labor Code 4610.6(e): the determination states its reasons' }],
  leavesAlone: ['Headings, titles, the claims administrator’s line and quotations.', 'Telegraphic style that is whole: “Pain 4/10. No red flags.”', 'A preposition that may end a sentence: “the position that he was in.”', 'A verdict that opens a rationale and stands at its end again, and short sentences.', 'A sentence that a summary says of two visits.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady, which is what she hoped for. Therefore, a cane is not medically necessary.'],
    invalid: [{
      draft: '### Walking cane: Upheld\n\n**Decision rationale:** The gait of the worker was steady in May. ⟦The gait of the worker was steady in May.⟧ Therefore, a cane is not medically necessary.',
      fixed: '### Walking cane: Upheld\n\n**Decision rationale:** The gait of the worker was steady in May. Therefore, a cane is not medically necessary.',
    }],
  },
  messages: {
    breaksOff: ({ words }: { words: string }) => `The sentence breaks off at “${words}”. Write the rest of it.`,
    twice: ({ words }: { words: string }) => `The sentence “${words}” stands twice. Take one out.`,
  },
  check({ prose, place }, report) {
    if (place !== 'rationale' && place !== 'summary' && place !== 'reviewer-guideline') return;
    for (const { what, words, span: within } of flawsIn(prose)) {
      if (what === 'twice' && place !== 'rationale') continue;
      // A citation that stops dead is one that can't be found again.
      if (place === 'reviewer-guideline' && within.end === prose.text.length) continue;
      const at = sourceSpan(prose, within);
      const first = sourceSpan(prose, span(Math.max(0, within.start - 1), within.end));
      const fixes = what === 'twice' ? [{ title: 'Take the second out', applicability: 'suggestion' as const, edits: [{ span: first, newText: '' }] }] : [];
      report({ span: at, messageId: what, data: { words }, fixes });
    }
  },
});

const NONE: readonly Flaw[] = [];

const flawsIn = keptBy((prose: Prose): readonly Flaw[] => {
  const sentences = ownSentences(prose);
  return [...brokenOffIn(sentences), ...endsOnBareVerb(sentences), ...runIn(sentences), ...sentences.slice(-1).flatMap(stoppedDead), ...repeated(sentences)].sort((one, other) => one.span.start - other.span.start);
});

/** Nothing but a full stop may stand right behind the last word; without one more words tell, at the very end. */
const brokenOffIn = inEach((sentence) => brokenOff(sentence, '.', ['needs-more']));

function stoppedDead({ sentence, start }: PlacedSentence): Flaw[] {
  return brokenOff(sentence, '', ['needs-more', 'wants-more']).map((flaw) => ({ ...flaw, span: shift(flaw.span, start) }));
}

/** "… of falling asleep while on The study is not medically necessary.": the next sentence begins, in a new paragraph or not, where this one has no end. */
const runIn = inEach((sentence): readonly Flaw[] => {
  const { tokens, text } = sentence;
  for (let at = FEWEST_BEFORE; at < tokens.count; at++) {
    const key = tokens.keys[at] ?? '';
    const isCut = tokens.keys[at - 1] === 'to' && BEFORE_AN_INFINITIVE.has(tokens.keys[at - 2] ?? '') && tokens.kinds[at] === 'word' && isCapital(text, tokens.starts[at] ?? 0) && givesVerdictFrom(sentence, at);
    if (!isCut && (!(OPENS.has(key) || OPENS_A_VERDICT.has(key)) || !isCapital(text, tokens.starts[at] ?? 0) || !LEADS_ON.has(tokens.keys[at - 1] ?? ''))) continue;
    if (!isCut && OPENS_A_VERDICT.has(key) && !(hasVerb(tokens.keys.slice(0, at - 2)) && !NEEDS_AN_OBJECT.has(tokens.keys[at - 2] ?? '') && givesVerdictFrom(sentence, at))) continue;
    const [from, end] = [tokens.starts[at - 2] ?? 0, tokens.ends[at - 1] ?? 0];
    return [{ what: 'breaksOff', words: text.slice(from, end), span: span(from, end) }];
  }
  return NONE;
});

/** "The record would need to Unit not medically necessary": a verb has to follow, and none has a capital. */
const BEFORE_AN_INFINITIVE = new Set(['need', 'needs', 'have', 'has', 'had', 'seem', 'seems', 'able', 'likely', 'want', 'wants', 'ought', 'try', 'tries', 'likes', 'order', 'expected', 'willing', 'ready', 'unable', 'required', 'hoped', 'hopes', 'continues', 'continue']);
/** A sentence that breaks off has so many words. */
const FEWEST_BEFORE = 6;
/** What can't stand in the middle of a sentence with a capital letter. */
const OPENS = new Set(['therefore', 'thus', 'accordingly', 'consequently', 'hence', 'he', 'she', 'they', 'we']);
/** What may, by a slip ("the request for The brace"): only where a verdict of its own follows. */
const OPENS_A_VERDICT = new Set(['the', 'this', 'a', 'an', 'her', 'his', 'it', 'in', 'for', 'as', 'based', 'given']);
/** What leads on to a thing, and so is never the last word. */
const LEADS_ON = new Set(['on', 'in', 'of', 'with', 'to', 'for', 'by', 'at', 'from', 'into', 'a', 'an', 'the', 'his', 'her', 'their', 'its', 'very', 'may', 'might', 'can', 'could', 'should', 'must', 'during', 'under', 'upon', 'without']);
const VERBS = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'had', 'doe', 'does', 'did', 'do', 'remain', 'show', 'wish', 'want', 'hope', 'tell', 'seem', 'continue', 'describe', 'will', 'would', 'went', 'came', 'took', 'found', 'gave']);
/** "The need for The brace": the words go on across the capital letter. */
const NEEDS_AN_OBJECT = new Set(['request', 'need', 'use', 'denial', 'necessity', 'trial', 'course', 'prescription', 'purchase', 'rental', 'application', 'that']);

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

function hasVerb(keys: readonly string[]): boolean {
  return keys.some((key) => VERBS.has(key));
}

function givesVerdictFrom(sentence: Sentence, at: number): boolean {
  return statementsOf(sentence, 'verdict').some(({ to }) => to > at + 1);
}

/** "And his wife is.", "No trial in the clinic was.": a verb at the end stands for one that was said before, and there is none; where other words ask for it ("what it is", "than he was"), the sentence is whole. */
const endsOnBareVerb = inEach((sentence): readonly Flaw[] => {
  const { tokens: { keys, count, starts, ends }, text } = sentence;
  const last = keys[count - 1] === '.' ? count - 2 : count - 1;
  if (last < FEWEST_BEFORE - 2 || !BE.has(keys[last] ?? '') || text.slice(ends[last]) !== '.') return NONE;
  if (keys.slice(0, last).some((key) => BE.has(key) || HOLDS_A_VERB.has(key)) || !(JOINS.has(keys[last - 3] ?? '') || JOINS.has(keys[last - 2] ?? '') || keys[0] === 'no')) return NONE;
  const [from, end] = [starts[last - 1] ?? 0, ends[last] ?? 0];
  return [{ what: 'breaksOff', words: text.slice(from, end), span: span(from, end) }];
});

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'am']);
const HOLDS_A_VERB = new Set(['than', 'as', 'what', 'whatever', 'where', 'how', 'who', 'which', 'that', 'whether', 'if', 'it', 'so', 'there', 'here', 'when', 'why', 'neither', 'nor', 'such', 'old', 'wherever', 'like', 'while', 'necessary', 'approved', 'certified', 'appropriate', 'granted']);
const JOINS = new Set(['and', 'but', 'because', 'since', 'for', 'though', 'although', ',']);

/** `stop`: what stands behind the last word; `lists`: the words that can't be the last. */
function brokenOff(sentence: Sentence, stop: string, lists: readonly string[]): Flaw[] {
  const { tokens, text } = sentence;
  let last = tokens.count - 1;
  while (last >= 0 && tokens.keys[last] === '.') last--;
  if (last < 1 || tokens.kinds[last] !== 'word') return [];
  const end = tokens.ends[last] ?? 0;
  const word = text.slice(tokens.starts[last], end);
  if (text.slice(end) !== stop || word !== word.toLowerCase() || !lists.some((list) => phraseBefore(sentence.found, list, last + 1) !== null)) return [];
  if (POSSESSIVES.has(word) || phraseBefore(sentence.found, 'is-whole', last + 1) !== null) return [];
  // “The brace that she came with.” is whole.
  if (stop === '.' && phraseBefore(sentence.found, 'may-end-a-relative', last + 1) !== null && hasWord(sentence, 'relative')) return [];
  const from = tokens.starts[Math.max(0, last - 1)] ?? 0;
  return [{ what: 'breaksOff', words: text.slice(from, end), span: span(from, end) }];
}

/** "Whether or not it was in theirs.": these need no noun behind them. */
const POSSESSIVES = new Set(['theirs', 'hers', 'ours', 'yours', 'mine']);

function repeated(sentences: readonly PlacedSentence[]): readonly Flaw[] {
  const seen = new Set<string>();
  let flaws: Flaw[] | null = null;
  for (const { sentence, start } of sentences) {
    const { text } = sentence;
    const said = saidOnce(sentence);
    if (said === null) continue;
    if (!seen.has(said)) seen.add(said);
    else (flaws ??= []).push({ what: 'twice', words: text.length > 60 ? `${text.slice(0, 58)}…` : text, span: span(start, start + text.length) });
  }
  return flaws ?? NONE;
}

/** The words that may stand only once, whatever their case; null where a sentence may be repeated. */
const saidOnce = keptBy((sentence: Sentence): string | null => {
  const { tokens, text } = sentence;
  return tokens.count < SHORTEST_TWICE || !/[a-z]/i.test(text) || isVerdict(sentence) ? null : tokens.keys.join(' ');
});

function isVerdict(sentence: Sentence): boolean {
  return statementsOf(sentence, 'verdict').length > 0 || statementsOf(sentence, 'dependence').length > 0;
}
