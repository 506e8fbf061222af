import type { CriteriaMatrix, CriterionStatus, CriterionWords } from '../../../protocol/criteria.ts';
import { argumentOf } from '../determination/argument/argument.ts';
import type { DisputedItem, Prose } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import { ownSentences, type PlacedSentence } from '../determination/statements.ts';
import { speaksOfThisCase, voiceOf } from '../determination/words/voice.ts';
import { assertionOf } from '../language/assertion.ts';
import { hasWord, type Sentence } from '../language/sentence.ts';
import { overlap, shift, span } from '../markdown/span.ts';
import { situationsOf } from '../rules/common/situations.ts';
import { summaryOf } from '../rules/engine/own-words.ts';
import { isAddressed, wordsToSearch } from '../snippets/criteria.ts';
import type { Criterion } from '../snippets/template.ts';
import { rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';

/** What each item's request is usually judged by, and what the letter says of it. What is usual is general knowledge, as in `rationale-incomplete`. */
export function criteriaMatrix(letter: Letter, item: DisputedItem): CriteriaMatrix {
  const [situation] = situationsOf(item);
  return {
    item: item.number,
    title: item.reading.title.text,
    situation: situation?.title ?? null,
    rows: (situation?.criteria ?? []).map((criterion) => {
      const words = wordsOn(letter, item, criterion);
      return { criterion: criterion.text, status: statusOf(words), words: words.map(({ bears: _, ...each }) => each) };
    }),
  };
}

interface Words extends CriterionWords {
  /** How the words bear on the request. */
  readonly bears: 'for' | 'against' | 'open';
}

/** The rationale's words on a criterion; those of title and summary only where it has none. */
function wordsOn(letter: Letter, item: DisputedItem, criterion: Criterion): Words[] {
  const { title, rationale } = item.reading;
  const ofRationale = rationale ? sentencesOn(letter, rationale.prose, item.start, criterion).filter(({ at }) => !rationale.conclusion || !overlap(at, rationale.conclusion.span)).map(({ words, sentence }) => bearing(words, sentence, criterion, title.text)) : [];
  if (ofRationale.some(({ of }) => of === 'case')) return ofRationale.filter(({ of }) => of === 'case');
  if (isAddressed(criterion, wordsToSearch(title.text))) {
    return [{ of: 'title', text: title.text, range: rangeOf(letter.lines, shift(title.span, item.start)), bears: 'open' }];
  }
  const summary = summaryOf(letter.determination);
  const told = summary ? sentencesOn(letter, summary.reading.prose, summary.start, criterion) : [];
  return [...ofRationale, ...told.map(({ words }): Words => ({ ...words, of: 'summary', bears: 'open' }))];
}

/** Sentences that speak of a criterion. `at`: in the prose's text. */
function sentencesOn({ lines }: Letter, prose: Prose, start: number, criterion: Criterion) {
  return ownSentences(prose).filter(({ sentence }) => isAddressed(criterion, wordsToSearch(sentence.text))).map(({ sentence, start: from }: PlacedSentence) => {
    const at = span(from, from + sentence.text.length);
    return { at, sentence, words: { text: prose.text.slice(at.start, at.end), range: rangeOf(lines, shift(sourceSpan(prose, at), start)) } };
  });
}

function bearing(words: Omit<Words, 'of' | 'bears'>, sentence: Sentence, criterion: Criterion, title: string): Words {
  const argument = argumentOf([sentence], title);
  if (argument.rules > 0 || isOfASource(sentence)) return { ...words, of: 'rule', bears: 'open' };
  const { inFavor, plainly, against, weaklyAgainst, turned } = argument;
  const [voice, said] = [voiceOf(sentence), assertedOf(sentence, criterion)];
  const speaksFor = (plainly > 0 || (hasWord(sentence, 'told-of-record') && namesThePatient(sentence))) && against + weaklyAgainst === 0 && voice === 'case' && speaksOfThisCase(sentence) && said === 'told';
  const speaksAgainst = against + weaklyAgainst > 0 && inFavor === 0 && (voice === 'case' || voice === 'lack') && said === 'denied';
  return { ...words, of: 'case', bears: turned ? 'open' : speaksFor ? 'for' : speaksAgainst ? 'against' : 'open' };
}

/** What a guideline says, of nobody in particular. */
function isOfASource(sentence: Sentence): boolean {
  if (voiceOf(sentence) === 'general') return true;
  const opens = hasWord(sentence, 'voice-source', 0, OPENING);
  return hasWord(sentence, 'voice-source') && (opens ? !namesThePatient(sentence) : !speaksOfThisCase(sentence));
}

function namesThePatient(sentence: Sentence): boolean {
  return ['always-this-person', 'one-person', 'person-pronoun', 'this-case'].some((list) => hasWord(sentence, list));
}

/** So many words into a sentence it is its subject that is named: “The California MTUS 2016 chronic pain guidelines recommend …”. */
const OPENING = 8;

/** What the sentence says of the criterion itself, and not of another thing in it. */
function assertedOf(sentence: Sentence, criterion: Criterion): 'told' | 'denied' | 'open' {
  const { starts, ends, count, text } = sentence.tokens;
  const places = Array.from({ length: LONGEST }, (_, at) => at + 1).flatMap((length) => Array.from({ length: Math.max(0, count - length + 1) }, (_, from) => ({ from, to: from + length })));
  const named = places.filter(({ from, to }) => isAddressed(criterion, wordsToSearch(text.slice(starts[from], ends[to - 1]))));
  const said = named.map(({ from, to }) => assertionOf(sentence, from, to));
  if (said.some(({ denied }) => denied)) return 'denied';
  return said.length > 0 && said.every(({ possible, conditional, planned }) => !possible && !conditional && !planned) ? 'told' : 'open';
}

/** So many words a criterion is looked for by, at most. */
const LONGEST = 3;

/** Met or not only where all that is told says the same. */
function statusOf(words: readonly Words[]): CriterionStatus {
  const told = words.filter(({ of }) => of === 'case' || of === 'title');
  if (told.length === 0) return 'not-stated';
  if (told.every(({ bears }) => bears === 'for')) return 'met';
  return told.every(({ bears }) => bears === 'against') ? 'not-met' : 'said';
}
