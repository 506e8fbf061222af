import { hasWord, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { matchesOf } from '../../markdown/matches.ts';
import { span, type Span } from '../../markdown/span.ts';
import { isCommonWord } from '../../vocabulary/everyday.ts';
import { measureWord } from '../../vocabulary/measured.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { isOfThisPatient, speaksOfMany } from '../words/case-voice.ts';
import type { Prose } from '../model.ts';
import { allSentences, inEach, ownSentences } from '../statements.ts';

/** Two ratings of the pain in one sentence: "from 8/10 to 5/10", "8/10 without, 5/10 with medication". Span: of both, in the text. */
export interface PainChange {
  readonly ratings: readonly [number, number];
  /** The words around them that aren't everybody's. */
  readonly words: ReadonlySet<string>;
  /** Told of this patient, and no bound. */
  readonly plain: boolean;
  readonly text: string;
  readonly span: Span;
}

const RATING = /(?<![\d./-])(\d{1,2}(?:\.5)?)\s?(?:\/\s?10|out of (?:10|ten))(?![\d/])/g;
const FROM_TO = /\bfrom (?:an? )?([a-z]{3,5}|\d{1,2}(?:\.5)?) (?:down |up )?to (?:an? )?([a-z]{3,5}|\d{1,2}(?:\.5)?)\b(?! ?(?:%|percent|mg|degrees|weeks|months|days|times))/;

const changesIn = inEach((sentence: Sentence): readonly PainChange[] => {
  if (!sentence.found.present.has('pain-words')) return [];
  const found = ratingsIn(sentence.text);
  if (!found) return [];
  const plain = isOfThisPatient(sentence) && !speaksOfMany(sentence) && !hasWord(sentence, 'only-a-bound') && !hasWord(sentence, 'others-words') && !hasWord(sentence, 'to-come');
  const words = new Set(sentence.tokens.keys.filter((key, at) => sentence.tokens.kinds[at] === 'word' && key.length > 4 && !isCommonWord(key)).map(measureWord));
  return [{ ...found, words, plain, text: sentence.text.slice(found.span.start, found.span.end) }];
});

function ratingsIn(text: string): Pick<PainChange, 'ratings' | 'span'> | null {
  const rated = [...text.matchAll(RATING)];
  const [one, two, ...others] = rated;
  if (one && two) return others.length > 0 ? null : { ratings: [Number(one[1]), Number(two[1])], span: span(one.index, two.index + two[0].length) };
  const change = one ? null : FROM_TO.exec(text);
  const [before, after] = [change?.[1], change?.[2]].map((each) => readAmount(each ?? '', 0)?.values[0]);
  return change && before !== undefined && after !== undefined && before <= 10 && after <= 10 ? { ratings: [before, after], span: span(change.index, change.index + change[0].length) } : null;
}

/** What a summary tells. Kept with the prose. */
export const painChangesInSummary = keptBy((prose: Prose) => changesIn(allSentences(prose)));
/** What a rationale tells in its own words. Kept with the prose. */
export const painChangesInRationale = keptBy((prose: Prose) => changesIn(ownSentences(prose)));
/** Every rating of ten that a text has. Kept with the prose. */
export const ratingsOf = keptBy(({ text }: Prose): ReadonlySet<number> => new Set([...matchesOf(RATING, text).map(([, rating]) => Number(rating)), ...matchesOf(BARE, text).flatMap(([, one, two]) => [one, two].flatMap((each) => readAmount(each ?? '', 0)?.values ?? []))]));

const BARE = /\b([a-z]{3,5}|\d{1,2}(?:\.5)?)(?:[-–]| to )([a-z]{3,5}|\d{1,2}(?:\.5)?)\b/g;
