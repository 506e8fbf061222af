import { emptyReasons } from '../../determination/argument/empty-sentences.ts';
import type { ItemReading } from '../../determination/model.ts';
import { referencesOf } from '../../determination/argument/references.ts';
import { ownSentences } from '../../determination/statements.ts';
import { voiceOf } from '../../determination/words/voice.ts';
import { phraseAt } from '../../language/lexicon.ts';
import { hasWord, readSentence, type Sentence } from '../../language/sentence.ts';

/** One sentence that gives a verdict and no cause for it, or one with others beside it that say no more than that the request was looked at. */
export function isBareConclusion(reading: ItemReading): boolean {
  const { rationale } = reading;
  if (!rationale?.conclusion || referencesOf(reading).clauses.length > 0) return false;
  const { start } = rationale.conclusion.span;
  if (rationale.sentences.length !== 1 && emptyReasons(reading) !== 'nothing') return false;
  const said = ownSentences(rationale.prose).find((each) => each.start === start);
  return said !== undefined && said.sentence.tokens.count <= LONGEST_BARE && !saysSomethingBefore(said.sentence) && !hasWord(said.sentence, 'gives-reason', openingEnd(said.sentence));
}

/** Who writes more words than this has given a reason. */
const LONGEST_BARE = 28;

/** "The notes are incomplete; on this record the request is not …", "The psychologist found depression, and until it has been treated …" */
function saysSomethingBefore({ tokens }: Sentence): boolean {
  const stop = tokens.keys.findIndex((key, at) => key === ';' || (key === ',' && (tokens.keys[at + 1] === 'and' || tokens.keys[at + 1] === 'so')));
  if (stop < SHORTEST_REASON) return false;
  return tokens.keys[stop] === ';' || voiceOf(readSentence(tokens.text.slice(0, tokens.starts[stop]))) === 'case';
}

/** So many words in front of the verdict are a reason. */
const SHORTEST_REASON = 4;

/** Openings like "Therefore," and "As such," give no reason. */
function openingEnd({ found }: Sentence): number {
  return phraseAt(found, 'opens-verdict', 0) ?? 0;
}
