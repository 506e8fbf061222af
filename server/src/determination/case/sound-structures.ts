import { assertionOf } from '../../language/assertion.ts';
import { longestPhraseAt, phraseBefore } from '../../language/lexicon.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { once } from '../../vocabulary/phrases.ts';
import type { SpinalLevels } from '../../vocabulary/spinal-levels.ts';
import { findSpinalLevels } from '../../vocabulary/spinal-levels.ts';
import data from './body-structures.json' with { type: 'json' };
import { noPlace, ownPlace, placeBehind, sentencesInSummary, type FactPlace, type OwnPlace } from '../words/case-places.ts';
import { isAnotherTime, isOfThisPatient } from '../words/case-voice.ts';
import { KeyedPhrases } from '../words/keyed-phrases.ts';
import type { Prose } from '../model.ts';
import { ownSentences, placeInProse } from '../statements.ts';

/** Something within the body that words call sound ("a well-kept joint space"), or of which they say what is amiss. Span: in the prose's text. */
export interface StructureTold extends FactPlace {
  readonly structure: string;
  readonly isSound: boolean;
  /** It has no side. */
  readonly isMidline: boolean;
  /** What tells it from others of its kind: "medial", "lateral". */
  readonly which: readonly string[];
  readonly levels: readonly SpinalLevels[];
  /** Of this patient as he or she is now. */
  readonly sure: boolean;
  readonly text: string;
  readonly span: Span;
}

interface Named {
  readonly structure: string;
  readonly isMidline: boolean;
  /** Its name says already that something is amiss. */
  readonly isAmiss: boolean;
}

const names = once(() => new KeyedPhrases<Named>(data.structures.flatMap(({ is: structure, called, amiss = [], isMidline = false }) => [
  ...called.map((phrase) => [phrase, { structure, isMidline, isAmiss: false }] as const), ...amiss.map((phrase) => [phrase, { structure, isMidline, isAmiss: true }] as const),
])));

/** What a summary tells of structures. Kept with the prose. */
export const structuresInSummary = keptBy((prose: Prose): readonly StructureTold[] => sentencesInSummary(prose).flatMap((placed) => readStructures(placed.sentence).map(({ from, to, ...told }) => ({ ...told, ...placeBehind(told, placed.before), span: placeInProse(placed, from, to) }))));

/** The structures that a rationale calls sound. Kept with the prose. */
export const soundInRationale = keptBy((prose: Prose): readonly StructureTold[] => ownSentences(prose).flatMap((placed) => soundIn(placed.sentence).map(({ from, to, ...told }) => ({ ...told, ...placeBehind(told, noPlace), span: placeInProse(placed, from, to) }))));

const soundIn = (sentence: Sentence): readonly Read[] => (hasWord(sentence, 'sound-word') || hasWord(sentence, 'sound-behind') ? readStructures(sentence).filter(({ isSound }) => isSound) : NONE);

type Read = Omit<StructureTold, keyof FactPlace | 'span'> & OwnPlace & { readonly from: number; readonly to: number };

const readStructures = keptBy((sentence: Sentence): readonly Read[] => {
  const { tokens } = sentence;
  const read: Read[] = [];
  for (let at = 0; at < tokens.count;) {
    const named = names().at(tokens, at);
    for (const { structure, isMidline, isAmiss } of named?.values ?? NONE) {
      const told = toldOf(sentence, at, named?.to ?? at, isAmiss);
      if (told) read.push({ ...readAt(sentence, structure, told), isMidline });
    }
    at = named?.to ?? at + 1;
  }
  return read.length > 0 ? read : NONE;
});

const NONE: readonly never[] = [];

interface Told {
  readonly isSound: boolean;
  readonly from: number;
  readonly to: number;
}

function readAt(sentence: Sentence, structure: string, { isSound, from, to }: Told): Omit<Read, 'isMidline'> {
  const { keys, starts, ends, text } = sentence.tokens;
  const { possible, conditional, planned } = assertionOf(sentence, from, to);
  // "The films leave it open whether the scaphoid has healed."
  const isAsked = keys.slice(0, from).includes('whether');
  const sure = !isAsked && !possible && !conditional && !planned && isOfThisPatient(sentence) && !isAnotherTime(sentence, { from });
  return {
    structure, isSound, sure, from, to, which: keys.slice(Math.max(0, from - NEAR), isSound ? to : to + BEHIND).filter((key) => WHICH.has(key)), levels: findSpinalLevels(text).map(({ value }) => value),
    text: text.slice(starts[from], ends[to - 1]), ...ownPlace(sentence, { from, to }),
  };
}

/** So many tokens before a structure may say which it is, and around it what is amiss. */
const NEAR = 3;
const AROUND = 9;
/** "Bone on bone in the medial compartment." */
const BEHIND = 5;
const WHICH: ReadonlySet<string> = new Set(['medial', 'lateral', 'anterior', 'posterior', 'superior', 'inferior', 'patellofemoral', 'acromioclavicular', 'radial', 'ulnar', 'acl', 'pcl', 'biceps', 'patellar', 'quadriceps', 'peroneal', 'supraspinatus', 'infraspinatus', 'subscapularis']);

function toldOf(sentence: Sentence, from: number, to: number, isAmiss: boolean): Told | null {
  const sound = isAmiss ? null : soundBefore(sentence, from, to) ?? soundBehind(sentence, from, to);
  if (sound) return sound;
  const amiss = isAmiss ? { from, to } : amissAround(sentence, from, to);
  return amiss && !assertionOf(sentence, amiss.from, amiss.to).denied ? { isSound: false, ...amiss } : null;
}

const NOT: ReadonlySet<string> = new Set(['not', 'no', 'never', 'less', 'hardly', 'nor', 'neither', 'longer', 'than', 'without']);
/** Words between what is sound and the word for it. */
const BETWEEN: ReadonlySet<string> = new Set(['a', 'an', 'the', 'left', 'right', 'both', 'tendon', 'is', 'was', 'are', 'were', 'be', 'been', 'to', 'of', 'appear', 'appeared', 'look', 'looked', 'remain', 'remained', 'has', 'have', 'seem', 'seemed', 'seen', 'found', 'described', 'itself', 'entirely', 'quite', 'still', 'knee', 'shoulder', 'hip', 'ankle', 'his', 'her', 'that', 'which', 'at', 'on', 'mri', 'ct', 'film', 'x', 'ray', 'by', 'all', ...WHICH]);

/** "A well-kept medial joint space", "an intact cuff". */
function soundBefore(sentence: Sentence, from: number, to: number): Told | null {
  const { keys } = sentence.tokens;
  let at = from;
  while (at > 0 && from - at < NEAR && (WHICH.has(keys[at - 1] ?? '') || keys[at - 1] === 'left' || keys[at - 1] === 'right')) at--;
  const start = phraseBefore(sentence.found, 'sound-word', at);
  return start !== null && !NOT.has(keys[start - 1] ?? '') ? { isSound: true, from: start, to } : null;
}

/** "The joint space is preserved", "an Achilles tendon of normal thickness". */
function soundBehind(sentence: Sentence, from: number, to: number): Told | null {
  const { keys, kinds, count } = sentence.tokens;
  for (let at = to; at < Math.min(count, to + AROUND); at++) {
    const end = longestPhraseAt(sentence.found, 'sound-behind', at) ?? longestPhraseAt(sentence.found, 'sound-word', at);
    if (end !== undefined) return NOT.has(keys[at - 1] ?? '') || EXCEPT.has(keys[end] ?? '') ? null : { isSound: true, from, to: end };
    if (kinds[at] === 'mark' || (kinds[at] === 'word' && !BETWEEN.has(keys[at] ?? '') && !/^[clts]\d/.test(keys[at] ?? ''))) return null;
  }
  return null;
}

const EXCEPT: ReadonlySet<string> = new Set(['except', 'but', 'apart', 'save', 'only', 'strength', 'motion', 'function', 'sensation']);

/** "A partial tear of the Achilles tendon": a word of what is amiss in the same part of the sentence. */
function amissAround(sentence: Sentence, from: number, to: number): { readonly from: number; readonly to: number } | null {
  const { kinds, count, keys } = sentence.tokens;
  if (!hasWord(sentence, 'result-abnormal')) return null;
  for (let at = from - 1; at >= Math.max(0, from - AROUND) && !(kinds[at] === 'mark' && keys[at] !== ','); at--) {
    const end = longestPhraseAt(sentence.found, 'result-abnormal', at);
    if (end !== undefined && end <= from) return { from: at, to };
  }
  for (let at = to; at < Math.min(count, to + AROUND) && !(kinds[at] === 'mark' && keys[at] !== ','); at++) {
    const end = longestPhraseAt(sentence.found, 'result-abnormal', at);
    if (end !== undefined) return { from, to: end };
  }
  return null;
}
