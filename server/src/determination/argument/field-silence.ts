import { catalogue, onceACatalogue } from '../../guidelines/catalogue.ts';
import type { Guideline } from '../../guidelines/guideline.ts';
import { comparable } from '../../guidelines/words.ts';
import { clauseAt } from '../../language/clauses.ts';
import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { Span } from '../../markdown/span.ts';
import { regionsNamed, type RegionId } from '../../vocabulary/regions.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import type { Rationale } from '../model.ts';
import data from './schedule-words.json' with { type: 'json' };
import { ownSentences, placeInProse } from '../statements.ts';

/** A field of medicine for which a rationale says that the state has no guideline. Span: in the rationale's `prose.text`. */
export interface FieldWithoutGuideline {
  readonly regions: readonly string[];
  /** Guidelines that are called by a word of the sentence. */
  readonly guidelines: readonly Guideline[];
  /** The treatments that it names as such a field. */
  readonly treatments: readonly string[];
  readonly span: Span;
}

/**
 * The fields for which a rationale says in any words that the state has written nothing. By what the sentence is made of, not by its turn of phrase: it
 * names the state or what it writes, it denies, it names a field, and each other word is one with which such a thing is said. A word beyond them may be
 * what is really missing ("no recommendation on stockings for the ankle").
 */
export function fieldsWithoutGuideline({ prose }: Pick<Rationale, 'prose'>): readonly FieldWithoutGuideline[] {
  return ownSentences(prose).flatMap((each) => {
    const field = fieldsIn()(each.sentence);
    return field ? [{ ...field, span: placeInProse(each, 0, each.sentence.tokens.count) }] : NONE;
  });
}

const NONE: readonly FieldWithoutGuideline[] = [];
const DENIES = new Set(data.denies.flatMap((word) => [word, comparable(word)]));
const NAMES = new Set(data.names);
const TALK = new Set([...data.talk, ...data.denies, ...data.names].flatMap((word) => [word, comparable(word)]));
const REFUSES = new Set(data.refuses.flatMap((word) => [word, comparable(word)]));
/** Parts of the body with a guideline each. A head aches for many reasons, of which an injured brain is one: others are known by the word in the title. */
const WITH_GUIDELINES: ReadonlySet<RegionId> = new Set<RegionId>(['neck', 'upper-back', 'low-back', 'shoulder', 'elbow', 'forearm', 'wrist', 'hand', 'hip', 'groin', 'knee', 'ankle', 'foot']);
/** Longer sentences say more than that. */
const MOST_WORDS = 30;

const fieldsIn = onceACatalogue(() => keptBy((sentence: Sentence): Omit<FieldWithoutGuideline, 'span'> | null => {
  const { tokens: { keys, kinds, count } } = sentence;
  if (count > MOST_WORDS || !namesAndDenies(sentence)) return null;
  if (!isPlain(sentence)) return null;
  const regions: RegionId[] = [];
  const guidelines: Guideline[] = [];
  let isBeside = false;
  const within = placesOf(sentence);
  for (let at = 0; at < count; at++) {
    const key = keys[at] ?? '';
    if (kinds[at] === 'mark' || isTalk(key)) continue;
    const called = byWord().get(stemOf(comparable(key)));
    if (called) {
      guidelines.push(...called);
      isBeside ||= within[at] === undefined;
    } else if (within[at] === undefined) return null;
  }
  // "The MTUS does not discuss peroneal tendons": silent on those, and not on the ankle.
  if (mentionsOf(sentence, 'region').some(({ from, to }) => keys.slice(from, to).some((key) => STRUCTURE.test(key)))) return null;
  for (const { value } of mentionsOf<RegionId>(sentence, 'region')) if (WITH_GUIDELINES.has(value)) regions.push(value);
  const treatments = mentionsOf<Treatment>(sentence, 'treatment').map(({ value }) => value.id);
  // "CT of the chest in asthma": what is said to be missing is the treatment for the field.
  if (treatments.length > 0 && (isBeside || mentionsOf(sentence, 'region').length > 0)) return null;
  return regions.length + guidelines.length + treatments.length > 0 ? { regions, guidelines, treatments } : null;
}));

/** Adverbs say no thing: "wholly", "entirely". */
function isTalk(key: string): boolean {
  return TALK.has(key) || key.endsWith('ly');
}

/** Whether a sentence says of what a title asks for that the state has written nothing, and says nothing else. */
export function saysOnlySilence(sentence: Sentence, title: Sentence): boolean {
  return sentence.tokens.count <= MOST_WORDS && namesAndDenies(sentence) && saysNoReason(sentence, title);
}

const namesAndDenies = keptBy(({ tokens: { keys } }: Sentence): boolean => keys.some((key) => DENIES.has(key)) && keys.some((key) => NAMES.has(comparable(key))));

/** Whether each word of a sentence names the request, the state's text or its want, or a refusal: then it holds no reason of its own. */
export function saysNoReason({ tokens: { keys, kinds } }: Sentence, title: Sentence): boolean {
  const asked = new Set(title.tokens.keys);
  return keys.every((key, at) => kinds[at] === 'mark' || isTalk(key) || REFUSES.has(key) || asked.has(key));
}

const STRUCTURE = /^(?:tendon|nerve|ligament|menisc|cartilage|labr|cuff|fascia|syndesmo|disc|disk|root|plate|bursa|muscle|artery|vein|retinac)/;

/** Neither a condition, nor a concession, nor what somebody else is said to hold. */
function isPlain(sentence: Sentence): boolean {
  if (hasWord(sentence, 'told-of-silence') || hasWord(sentence, 'odg')) return false;
  // "Dupuytren's disease is not taken up in the hand guideline": that one is there.
  if (mentionsOf(sentence, 'region').some(({ from, to }) => DEFINITE.has(sentence.tokens.keys[from - 1] ?? '') && OF_TEXT.has(comparable(sentence.tokens.keys[to] ?? '')))) return false;
  return sentence.tokens.keys.every((_, at) => !['concession', 'condition'].includes(clauseAt(sentence.clauses, at)?.role ?? ''));
}

const DEFINITE = new Set(['the', 'this', 'that', 'its', 'mtus', 'acoem', 'adopted']);
const OF_TEXT = new Set(['guideline', 'chapter', 'text', 'disorder', 'complaint', 'section']);

/** The tokens within a mention of a part of the body or of a treatment. */
function placesOf(sentence: Sentence): readonly true[] {
  const within: true[] = [];
  for (const { from, to } of [...mentionsOf(sentence, 'region'), ...mentionsOf(sentence, 'treatment')]) for (let at = from; at < to; at++) within[at] = true;
  return within;
}

/** Guidelines by each word of their titles that names no part of the body and stands in no sentence about guidelines as such. */
const byWord = onceACatalogue(() => {
  const words = new Map<string, Guideline[]>();
  for (const guideline of catalogue().guidelines) {
    if (guideline.family === 'odg') continue;
    for (const word of guideline.title.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
      const stem = stemOf(comparable(word));
      if (COMMON.has(word) || TALK.has(word) || regionsNamed(word).some((region) => WITH_GUIDELINES.has(region))) continue;
      words.set(stem, [...(words.get(stem) ?? []), guideline]);
    }
  }
  return words;
});

/** Words of titles that name no field. */
const COMMON = new Set([
  'acute', 'approach', 'approaches', 'assessment', 'chronic', 'cornerstones', 'disability', 'documentation', 'general', 'initial', 'introduction', 'management', 'occupational', 'pain', 'prevention',
  'low', 'upper', 'spine', 'related', 'suffering', 'restoration', 'function', 'work', 'workplace', 'examinations', 'consultations', 'independent', 'conditions', 'relatedness',
]);
