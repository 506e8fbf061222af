import { assertionOf } from '../../language/assertion.ts';
import { longestPhraseAt, phraseAt, phraseBefore, standsAt } from '../../language/lexicon.ts';
import type { Sentence } from '../../language/sentence.ts';
import { behindPlace } from '../words/case-places.ts';
import { past, thingsNamed, type NamedThing, type Thing } from '../words/named-things.ts';

/** What a test of a sentence has shown: nothing, or something. Tokens `from` up to `to`. */
export interface TestResult {
  readonly test: Thing;
  readonly value: 'normal' | 'abnormal';
  readonly from: number;
  readonly to: number;
}

const TESTS: ReadonlySet<string> = new Set(['imaging', 'electrodiagnostics']);
const OTHER_TESTS: ReadonlySet<string> = new Set(['electrodiagnostics', 'emg', 'ncs', 'metabolic-panel', 'cbc', 'holter', 'sleep-study', 'pulmonary-function-test', 'spirometry', 'ecg', 'ekg', 'stress-test', 'echocardiogram', 'audiogram', 'imaging', 'endoscopy', 'vestibular-test', 'autonomic-test', 'liver-function', 'liver-tests', 'dental-films', 'urodynamics', 'x-ray']);

/** The results of tests that a sentence tells of. */
export function resultsIn(sentence: Sentence): TestResult[] {
  const tests = thingsNamed(sentence).filter(({ thing: { id, kind } }) => TESTS.has(kind) || OTHER_TESTS.has(id));
  return [
    ...tests.flatMap((test, i) => normalBefore(sentence, test) ?? normalBehind(sentence, test) ?? shownBy(sentence, test) ?? abnormal(sentence, test, tests[i + 1]?.from ?? sentence.tokens.count) ?? []),
    ...tests.slice(-1).flatMap((test) => normalAgain(sentence, test)),
  ];
}

/** "A normal EMG", "the unremarkable cervical MRI". */
function normalBefore(sentence: Sentence, { thing, from, to }: NamedThing): TestResult | null {
  const { tokens, found } = sentence;
  let at = from;
  for (let region = regionEndingAt(found, at); region; region = regionEndingAt(found, at)) at = region.from;
  const start = phraseBefore(found, 'result-normal', at);
  if (start === null || tokens.keys[start - 1] === 'not' || isOfAnySuch(sentence, start, to)) return null;
  return { test: thing, value: 'normal', from: start, to };
}

/** "Normal nerve studies don't exclude a neuritis": of any such test; "her normal EMG doesn't" is of hers. */
function isOfAnySuch({ tokens: { keys } }: Sentence, start: number, to: number): boolean {
  return !OF_ONE.has(keys[start - 1] ?? '') && keys.slice(to, to + 3).some((key) => key === 'not' || key === 'never' || key === 'rarely');
}

const OF_ONE: ReadonlySet<string> = new Set(['the', 'this', 'these', 'that', 'those', 'his', 'her', 'their', "'s", 'of']);

/** "Conduction was slowed before the release; in December it was normal." */
function normalAgain({ tokens: { keys }, found }: Sentence, { thing, to }: NamedThing): TestResult[] {
  for (let at = to + 2; at < keys.length; at++) {
    const result = longestPhraseAt(found, 'result-normal', at);
    const verb = result ? phraseBefore(found, 'result-is', at) : null;
    if (result && verb !== null && verb > to && THE_SAME.has(keys[verb - 1] ?? '')) return [{ test: thing, value: 'normal', from: verb - 1, to: result }];
  }
  return [];
}

const THE_SAME: ReadonlySet<string> = new Set(['it', 'they', 'this', 'both', 'repeat', 'second', 'another', 'one', 'latter', 'last', 'next', 'third', 'study', 'test']);

function regionEndingAt({ mentions }: Sentence['found'], at: number) {
  return mentions.find(({ kind, to }) => kind === 'region' && to === at);
}

/** So many tokens may stand between a test and its result: its date, who read it. */
const BETWEEN = 7;
const OF_A_TEST: ReadonlySet<string> = new Set(['of', 'to', 'the', 'his', 'her', 'both', 'left', 'right', 'in', 'at', 'on', 'lower', 'upper', 'extremity', 'spine']);

/** "The MRI of November was unremarkable", "lumbar MRI of 5/3/2022: normal"; not "normal except", nor "normal for his age". */
function normalBehind(sentence: Sentence, { thing, from, to }: NamedThing): TestResult | null {
  const { tokens, found } = sentence;
  const first = behindPlace(sentence, to, OF_A_TEST);
  for (let at = first; at < Math.min(tokens.count, to + BETWEEN + 4); at++) {
    const result = longestPhraseAt(found, 'result-normal', at);
    // "XR neg": telegraphic.
    const said = result && (at === first || phraseBefore(found, 'result-is', at) !== null || phraseBefore(found, 'result-wholly', at) !== null || tokens.keys[at - 1] === ':' || tokens.keys[at - 1] === ',' || tokens.kinds[at - 1] === 'number' || result - at > 1);
    if (result && said && SINGULAR.has(tokens.keys[at - 1] ?? '') && thingsNamed(sentence).some((other) => other.from >= to && other.to < at)) return null;
    if (result && said) return endsAt(sentence, result) && tokens.keys[at - 1] !== 'not' ? { test: thing, value: 'normal', from, to: result } : null;
    if (!leadsOn(sentence, at)) return null;
  }
  return null;
}

/** "Seen on CT, and her MRI was normal": of the last one alone. */
const SINGULAR: ReadonlySet<string> = new Set(['was', 'is', 'remains']);

const LEADS_ON: ReadonlySet<string> = new Set([
  'of', 'from', 'on', 'in', 'dated', 'taken', 'study', 'scan', 'film', 'view', 'image', 'performed', 'obtained', 'done', 'itself', 'and', 'his', 'her', 'the', 'this', 'that', 'both', 'with', 'contrast', 'without', 'exam', 'series', 'at', 'to', ':', '(', ')',
  'left', 'right', 'bilateral', 'lower', 'upper', 'extremity', 'spine', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'report', 'tracing', 'he', 'she', 'had',
]);

/** Between a test and its result stand its place and date, its verb, or another test. */
function leadsOn(sentence: Sentence, at: number): boolean {
  const { tokens, found } = sentence;
  if (tokens.keys[at] === ',' && tokens.kinds[at - 1] === 'number' && (tokens.kinds[at + 1] === 'number' || standsAt(found, 'result-normal', at + 1))) return true;
  if (tokens.kinds[at] === 'number' || LEADS_ON.has(tokens.keys[at] ?? '') || standsAt(sentence.found, 'result-is', at) || standsAt(sentence.found, 'result-wholly', at)) return true;
  if (found.mentions.some(({ kind, from, to }) => kind === 'region' && from <= at && at < to)) return true;
  return thingsNamed(sentence).some(({ from, to }) => from <= at && at < to) || found.lists[at - 1]?.some(({ list, length }) => list === 'result-is' && length > 1) === true;
}

function endsAt(sentence: Sentence, at: number): boolean {
  const end = past(sentence, pastPart(sentence, at), 'so-far');
  return end >= sentence.tokens.count || (sentence.tokens.kinds[end] === 'mark' && sentence.tokens.keys[end] !== '(') || END.has(sentence.tokens.keys[end] ?? '');
}

/** Past "on the right", "R median". */
function pastPart(sentence: Sentence, at: number): number {
  return behindPlace(sentence, at, OF_A_PART);
}

const OF_A_PART: ReadonlySet<string> = new Set([...OF_A_TEST, 'r', 'l', 'rt', 'lt', 'bilateral', 'bilaterally', 'bilat', 'side', 'median', 'ulnar', 'radial', 'peroneal', 'tibial', 'sural', 'nerve', 'throughout', 'x']);

const END: ReadonlySet<string> = new Set(['and', 'so', 'which', 'but', 'however']);

/** What is less than so much of what is predicted of a healthy person, is reduced. */
const LOW_PERCENT = 80;

const SHOWN: ReadonlySet<string> = new Set(['shown', 'seen', 'found', 'confirmed', 'demonstrated', 'revealed', 'documented', 'proved', 'recorded', 'described', 'established', 'evident', 'visible', 'picked', 'diagnosed', 'identified', 'disclosed']);
const BY: ReadonlySet<string> = new Set(['by', 'on', 'in', 'at', 'through', 'with']);
/** So far what is amiss may stand before the test that has shown it. */
const BEFORE_TEST = 12;

/** "The compression of the nerve shown by the conduction study". */
function shownBy(sentence: Sentence, { thing, from, to }: NamedThing): TestResult | null {
  const { keys } = sentence.tokens;
  const by = keys.findLastIndex((key, at) => at < from && at >= from - 4 && BY.has(key) && SHOWN.has(keys[at - 1] ?? ''));
  if (by < 0) return null;
  for (let at = by - 2; at >= Math.max(0, by - BEFORE_TEST); at--) {
    if (sentence.tokens.kinds[at] === 'mark') return null;
    const word = phraseAt(sentence.found, 'result-abnormal', at);
    if (!word) continue;
    const { denied, possible, conditional, planned } = assertionOf(sentence, at, word);
    return denied || possible || conditional || planned ? null : { test: thing, value: 'abnormal', from: at, to };
  }
  return null;
}

/** "EMG showed an acute radiculopathy": a word of what is amiss, that nothing denies or leaves open. */
function abnormal(sentence: Sentence, { thing, from, to }: NamedThing, end: number): TestResult | null {
  for (let at = to; at < end && sentence.tokens.keys[at] !== ';'; at++) {
    const word = phraseAt(sentence.found, 'result-abnormal', at);
    if (!word) continue;
    const { denied, possible, conditional, planned } = assertionOf(sentence, at, word);
    const isLow = sentence.tokens.keys[at] !== 'of' || Number(sentence.tokens.keys[at - 1]) < LOW_PERCENT;
    if (isLow && !denied && !possible && !conditional && !planned) return { test: thing, value: 'abnormal', from, to: word };
  }
  return null;
}
