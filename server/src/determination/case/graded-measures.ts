import { cueBefore } from '../../language/assertion.ts';
import { mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { gradedMeasures, gradeOf, gradeOfExtent, gradeWords, type Grade, type GradedMeasure } from '../../vocabulary/grades.ts';
import { once } from '../../vocabulary/phrases.ts';
import { KeyedPhrases } from '../words/keyed-phrases.ts';
import type { Unplaced } from './history-fact.ts';
import { stateNamed } from '../words/named-things.ts';

interface Named {
  readonly measure: GradedMeasure;
  /** Its name grades it: "slim build". */
  readonly grade: Grade | null;
  readonly hasFigures: boolean;
}

interface PlacedMeasure extends Named {
  readonly from: number;
  readonly to: number;
}

const names = once(() => new KeyedPhrases<Named>(gradedMeasures.flatMap((measure) => {
  const named = (phrases: readonly string[] | undefined, grade: Grade | null, hasFigures: (phrase: string) => boolean) =>
    (phrases ?? []).map((phrase) => [phrase, { measure, grade, hasFigures: hasFigures(phrase) }] as const);
  const isOfFigures = (phrase: string) => measure.figureOf?.includes(phrase) !== false;
  return [...named(measure.called, null, isOfFigures), ...named(measure.isGood, 'good', () => false), ...named(measure.isBad, 'bad', () => false)];
})));

type GradeWord = keyof typeof gradeWords;
const grades = once(() => new KeyedPhrases<GradeWord>((Object.keys(gradeWords) as GradeWord[]).flatMap((word) => gradeWords[word].map((phrase) => [phrase, word] as const))));

/** The measures that a sentence names. */
const measuresIn = keptBy(({ tokens }: Sentence): readonly PlacedMeasure[] => {
  const found: PlacedMeasure[] = [];
  for (let at = 0; at < tokens.count;) {
    const named = names().at(tokens, at);
    for (const value of named?.values ?? NONE) found.push({ ...value, from: at, to: named?.to ?? at });
    at = named?.to ?? at + 1;
  }
  return found.length > 0 ? found : NONE;
});

const NONE: readonly never[] = [];

/** What the figures of a sentence say of measures: an Epworth score of 17 is bad. */
export function gradesByFigures(sentence: Sentence): Unplaced[] {
  return measuresIn(sentence).filter(({ hasFigures, measure: { region } }) => hasFigures && (region === undefined || mentionsOf(sentence, 'region').some(({ value }) => value === region))).flatMap((named) => figuresOf(sentence, named).flatMap(({ value, text }) => {
    const grade = gradeOf(named.measure, value);
    return grade ? [factOf(named, grade, text), ...stateOf(named, grade)] : [];
  }));
}

/** What the words of a sentence say of measures: "the Epworth score was normal", "his kidneys are in perfect order". */
export function gradesInWords(sentence: Sentence): Unplaced[] {
  return measuresIn(sentence).flatMap((named) => {
    if (named.grade !== null) return cueBefore(sentence, 'denies-ahead', named.from) === null ? [factOf(named, named.grade, sentence.tokens.text.slice(sentence.tokens.starts[named.from], sentence.tokens.ends[named.to - 1]))] : [];
    const said = gradeBehind(sentence, named) ?? gradeAhead(sentence, named);
    if (!said || said.word === null || (named.hasFigures && figuresOf(sentence, named).length > 0)) return [];
    return [{ ...factOf(named, said.word, sentence.tokens.text.slice(sentence.tokens.starts[said.shown], sentence.tokens.ends[said.to - 1])), from: Math.min(named.from, said.shown), to: Math.max(named.to, said.to) }];
  });
}

/** Who has an apnea-hypopnea index of 32 has sleep apnea. */
function stateOf({ measure: { state }, from, to }: PlacedMeasure, grade: Grade): Unplaced[] {
  if (state === undefined || (grade !== 'bad' && grade !== 'grave')) return [];
  const thing = stateNamed(state);
  return [{ topic: 'state', value: 'present', name: thing.name, treatment: thing, sure: true, from, to }];
}

function factOf({ measure, from, to }: PlacedMeasure, grade: Grade, name: string): Unplaced {
  return { topic: 'grade', value: grade, name, treatment: { id: measure.name, kind: measure.region ? 'grade of a part' : 'grade', name: measure.name }, sure: true, from, to };
}

interface Said {
  readonly word: Grade | null;
  readonly from: number;
  readonly to: number;
  /** Where a "not" before it stands, else where it begins. */
  readonly shown: number;
}

/** Words that may stand between a measure and its grade: "the Epworth score of March was entirely". */
const BETWEEN: ReadonlySet<string> = new Set([
  'score', 'scale', 'index', 'level', 'value', 'test', 'testing', 'result', 'reading', 'inventory', 'measurement', 'scan', 'study', 'questionnaire', 'figure', 'number', 'is', 'was', 'are', 'were', 'be', 'been', 'has', 'have', 'had', 'remain', 'remained', 'stay', 'stayed', 'fall', 'fell', 'lie', 'lay', 'appear', 'appeared', 'come', 'came', 'back', 'out', 'as', 'to', 'at', 'the', 'a', 'an', 'in', 'on', 'of', 'and',
  'his', 'her', 'this', 'that', 'he', 'she', 'patient', 'worker', 'injured', 'claimant', 'member', 'applicant', 'employee', 'iw', 'pt', 'lady', 'man', 'woman', 'gentleman', 'entirely', 'quite', 'wholly', 'perfectly', 'essentially', 'completely', 'well', 'show', 'showed', 'shown', 'display', 'displayed', 'reveal', 'revealed', 'indicate', 'indicated', 'return', 'returned', 'read', 'turned', 'proved', 'found', 'only', 'no', 'not', 'more', 'than', 'anything', 'but', 'far', 'from', 'never', 'so', 'very', 'rather', 'at', 'hand', 'here', 'by', 'which', 'scored', 'score', 'record', 'recorded', 'here', 'altogether', 'seen', 'reported', 'given', 'put', 'itself', 'both', 'all', 'currently', 'present', 'such', 'with', 'for', 'his', 'age',
]);

/** So far a grade may stand behind its measure, and before it. */
const REACH = 9;

function gradeBehind({ tokens }: Sentence, { measure, to }: PlacedMeasure): Said | null {
  for (let at = to; at < Math.min(tokens.count, to + REACH); at++) {
    const word = grades().at(tokens, at);
    if (word) return isNoun(tokens.keys, word.to) ? null : saidAt(tokens.keys, measure, word, at, to);
    if (tokens.kinds[at] !== 'word' || !BETWEEN.has(tokens.keys[at] ?? '')) return null;
  }
  return null;
}

/** "Her Epworth was normal sleep …": a grade goes with what follows it, unless that says nothing. */
function isNoun(keys: readonly string[], at: number): boolean {
  return AIMS.has(keys[at] ?? '');
}

const AIMS: ReadonlySet<string> = new Set(['enough', 'before', 'until', 'prior', 'earlier', 'previously', 'once', 'then']);

/** "A normal Epworth", "minimal symptoms on the Beck inventory". */
function gradeAhead({ tokens }: Sentence, { measure, from }: PlacedMeasure): Said | null {
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const word = grades().at(tokens, at);
    if (word && word.to <= from) return saidAt(tokens.keys, measure, word, at, Math.max(0, at - 3));
    if (tokens.kinds[at] !== 'word' || !AHEAD.has(tokens.keys[at] ?? '')) return null;
  }
  return null;
}

const AHEAD: ReadonlySet<string> = new Set(['score', 'symptom', 'reading', 'depression', 'anxiety', 'insomnia', 'sleepiness', 'disability', 'on', 'by', 'the', 'of', 'his', 'her', 'a', 'an', 'total', 'serum', 'level', 'value', 'measured', 'according', 'to', 'per']);
const NOT: ReadonlySet<string> = new Set(['not', 'no', 'never', 'nor', 'neither', 'hardly', 'scarcely']);
const ANYTHING: ReadonlySet<string> = new Set(['from', 'but']);

/** A "not" turns a good grade and a bad one; what else it may say, it doesn't say plainly. */
function saidAt(keys: readonly string[], measure: GradedMeasure, { values: [word = 'good'], to }: { readonly values: readonly GradeWord[]; readonly to: number }, from: number, first: number): Said {
  const plain = word === 'high' || word === 'low' ? gradeOfExtent(measure, word) : word;
  const turned = keys.findLastIndex((key, at) => at >= first && at < from && NOT.has(key));
  const isFar = ANYTHING.has(keys[from - 1] ?? '');
  if (turned < 0 && !isFar) return { word: plain, from, to, shown: from };
  if (turned >= 0 && isFar) return { word: null, from, to, shown: from };
  return { word: plain === 'good' ? 'bad' : plain === 'bad' ? 'good' : null, from, to, shown: turned < 0 ? from - 1 : turned };
}

/** So far figures may stand behind the measure that they are of. */
const FIGURES = 90;

/** Where something else is told: "index 4, no periodic movements, sleep efficiency 91 percent". */
const OTHER_WORDS = /[,;] (?!(?:then|and|after|on|in|now|later|rising|falling|down|up|to|from|rose|fell|at|before|with|which|dated|of|it|was|is) )[a-z]{2,}/i;

/** The figures behind a measure's name, up to the next measure; not days, nor the most that a scale has. */
function figuresOf(sentence: Sentence, { measure, from, to }: PlacedMeasure): { readonly value: number; readonly text: string }[] {
  const { tokens } = sentence;
  const next = measuresIn(sentence).find((other) => other.from >= to && other.hasFigures);
  const start = tokens.ends[to - 1] ?? 0;
  const stop = OTHER_WORDS.exec(tokens.text.slice(start));
  const end = Math.min(next ? tokens.starts[next.from] ?? 0 : tokens.text.length, start + (stop?.index ?? FIGURES), start + FIGURES);
  const dates = findDates(tokens.text);
  const behind = figuresBetween(sentence, start, end, measure).filter(({ at }) => !dates.some(({ span }) => span.start <= at && at < span.end));
  return behind.length > 0 ? behind : before(sentence, from, measure);
}

interface Figure {
  readonly at: number;
  readonly value: number;
  readonly text: string;
}

const FIGURE = /(?<![\d/.:A-Z-])[-−–]?\d+(?:\.\d+)?/gi;

function figuresBetween({ tokens: { text } }: Sentence, start: number, end: number, { signed, percent, inPercent, ofTwo, ofFive }: GradedMeasure): Figure[] {
  const pattern = ofTwo ? TWO : ofFive ? OF_FIVE : FIGURE;
  return [...text.slice(0, end).matchAll(pattern)].filter(({ index }) => index >= start).flatMap((match) => {
    const words = match[0];
    const behind = text.slice(match.index + words.length, match.index + words.length + 12);
    const isMost = /(?:\/|\bof|out of) ?$/.test(text.slice(start, match.index));
    const digits = words.replace(/[−–]/, '-');
    const value = Number(ofTwo === true || ofFive === true ? digits.split(/[+-]?\//)[0] : signed ? digits : digits.replace('-', ''));
    if ((isMost && /\d (?:\/|of|out of) ?$/.test(text.slice(0, match.index))) || isOtherUnit(percent, inPercent, behind) || NO_FIGURE.test(behind) || (value > 1900 && value < 2100)) return [];
    return [{ at: match.index, value, text: words }];
  });
}

/** Whether a figure is a per cent and its measure isn't, or the other way round. */
function isOtherUnit(percent = false, inPercent = false, behind: string): boolean {
  return /^ ?(?:%|per ?cent)/.test(behind) ? !percent && !inPercent : percent;
}

const OF_FIVE = /(?<![\d/])[0-5][+-]?\/5(?![\d/])/g;
const TWO = /(?<![\d/])\d{2,3}\/\d{2,3}(?![\d/])/g;
/** A time, a count, a dose: no figure of a measure. */
const NO_FIGURE = /^\/(?:19|20)\d\d|^(?:st|nd|rd|th)\b|^ ?-?(?:weeks?|months?|days?|years?|visits?|sessions?|mg\b(?!\/)|points?|times|tablets?)/;

/** "Scored 17 on the Epworth scale." */
function before({ tokens }: Sentence, from: number, measure: GradedMeasure): Figure[] {
  const start = tokens.starts[from] ?? 0;
  const match = /(?<![\d/.])(\d+(?:\.\d+)?) (?:on|for) (?:the |his |her |an? )?$/.exec(tokens.text.slice(Math.max(0, start - 24), start));
  return match && !measure.percent && !measure.ofTwo ? [{ at: start, value: Number(match[1]), text: match[1] ?? '' }] : [];
}
