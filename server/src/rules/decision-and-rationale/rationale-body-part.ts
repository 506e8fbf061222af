import { decidedThing } from '../../determination/argument/decided-request.ts';
import type { ItemReading, Prose, Rationale } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { sentenceAround } from '../../determination/sentences.ts';
import { ownText } from '../../determination/quotations.ts';
import { inEach, ownSentences } from '../../determination/statements.ts';
import { areFarApart, areOfOneLimb, isAnotherPart, sharesThing } from '../../determination/words/subject.ts';
import { speaksOfThisCase, voiceOf } from '../../determination/words/voice.ts';
import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { findCodes } from '../../vocabulary/codes.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { findRegionGroups, findRegions, regionName, regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { findSpinalLevels, levelsApart } from '../../vocabulary/spinal-levels.ts';
import { findPerioperative, type Treatment } from '../../vocabulary/treatments.ts';
import { leansOnAnother } from '../common/citations.ts';
import { summaryOf, titlesOf } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName, requestOf } from '../common/wording.ts';

export const rationaleBodyPart = defineRule({
  id: 'rationale-body-part',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale speaks of the part of the body that the request is about.',
  why: 'A rationale on another part of the body, or on other spinal levels, was written for another request. An appeal was won on it.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: ['Titles without a part of the body, and spinal levels next to the requested ones.', 'A rationale that names the part, a neighbouring one, or a group that holds it (“upper extremity”).', 'A rationale that names no part, or another one only in a quotation or as history.', 'A sentence on a part that another request or the case summary names, that nerves lead to, or that a guideline gives as an example beside others.', 'Dependants.'],
  examples: {
    valid: ['### MRI of the neck: Upheld\n\n**Decision rationale:** The arms have full strength and the cervical spine moves freely. Therefore, the MRI is not medically necessary.'],
    invalid: [
      { draft: '### MRI of the right knee: Upheld\n\n**Decision rationale:** The patient has full motion of the ⟦lumbar spine⟧ and no red flags. Therefore, the MRI is not medically necessary.' },
      { draft: '### Epidural steroid injection at L4-5: Upheld\n\n**Decision rationale:** The patient has no deficit in the distribution of ⟦C6⟧. Therefore, the injection is not medically necessary.' },
    ],
  },
  messages: {
    otherPart: ({ item, regions, said }: { item: number; regions: readonly string[]; said: string }) =>
      `${itemName(item)} is about the ${regions.map((region) => regionName(region as RegionId)).join(' and ')}, but its rationale speaks only of “${said}”. Make sure that it belongs to this request.`,
    foreign: ({ item, said }: { item: number; said: string }) =>
      `The rationale of item ${item} speaks of “${said}”, which neither the requests nor the case summary name. Make sure that it belongs to this letter.`,
    concluded: ({ item, regions, decided }: { item: number; regions: readonly string[]; decided: string }) =>
      `${itemName(item)} is about the ${regions.map((region) => regionName(region as RegionId)).join(' and ')}, but its conclusion decides “${decided}”. Decide what was requested.`,
  },
  about(determination) {
    const summary = summaryOf(determination);
    return summary ? { known: [...regionsTold(summary.reading.prose), ...titlesOf(determination).flatMap(regionsTold)] } : null;
  },
  check: (item, _context, report, about) => {
    const { reading } = item;
    const { rationale, title } = reading;
    if (!rationale) return;
    const reportForeign = (): void => {
      for (const { span, text } of foreignParts(reading, rationale, about?.known ?? [])) report({ span: sourceSpan(rationale.prose, span), severity: 'information', messageId: 'foreign', data: { item: item.number, said: text } });
    };
    if (reading.regions.length === 0) return reportForeign();
    const thing = rationale.conclusion ? decidedThing(rationale.prose, rationale.conclusion) : null;
    const request = requestOf(item);
    if (thing && isAnotherPart(request, thing.text) && sharesThing(request, thing.text)) {
      return report({
        span: sourceSpan(rationale.prose, { start: thing.start, end: thing.start + thing.text.length }),
        messageId: 'concluded',
        data: { item: item.number, regions: reading.regions, decided: thing.text },
        related: [{ span: title.span, message: 'The request' }],
      });
    }
    if (leansOnAnother(reading) || findPerioperative(title.text).length > 0) return;
    const other = otherRegion(reading, rationale) ?? otherLevels(request, rationale.prose.text);
    if (!other) return reportForeign();
    report({
      span: sourceSpan(rationale.prose, other.span),
      ...(isNamedOnce(rationale, other) || isOfOneLimb(reading, other) ? { severity: 'information' } : {}),
      messageId: 'otherPart',
      data: { item: item.number, regions: reading.regions, said: other.text },
      related: [{ span: title.span, message: 'The request' }],
    });
  },
});

/** Where roots and discs are: “stenosis, but no numbness, and it is the knee that limits him” is of the spine. */
const SPINE: ReadonlySet<string> = new Set(['neck', 'upper-back', 'low-back']);

const SPINE_SIGNS = ['of-the-spine'] as const;
/** "The same weak biceps and lost reflex" is what a root of the neck does to an arm. */
const ROOT_SIGNS = [...SPINE_SIGNS, 'of-a-root'] as const;

/** Who clears somebody for an implant: no part of the body. */
const CLEARS = /^psych(?:olog|iatr)/i;

const regionsIn = inEach(({ text }) => findRegions(text).filter(({ value, text: said }) => !(value === 'psyche' && CLEARS.test(said))));
const groupsIn = inEach(({ text }) => findRegionGroups(text));

/** The first region that the rationale names, where it names none of the title's or next to them. */
function otherRegion({ regions }: ItemReading, { prose, sentences, conclusion }: Rationale): Mention<unknown> | null {
  const own = ownText(prose);
  const named = regionsIn(ownSentences(prose));
  if (named.length === 0 || groupsIn(ownSentences(prose)).length > 0) return null;
  const asked = regions as readonly RegionId[];
  if (named.some(({ value }) => asked.some((region) => regionsRelated(region, value)))) return null;
  // Of a sentence that doesn't say of whom it speaks a part counts that has nothing to do with the requested one.
  const isFar = named.every(({ value }) => asked.every((region) => areFarApart(region, value)));
  // What the conclusion decides is held against the title by conclusion-names-other-item.
  const isOfSpine = asked.some((region) => SPINE.has(region)) && named.every(({ value }) => !SPINE.has(value));
  const isOfRoots = isOfSpine && !named.some(({ value }) => asked.every((region) => areFarApart(region, value)));
  const signs = isOfRoots ? ROOT_SIGNS : SPINE_SIGNS;
  const isTold = (sentence: string, at: number): boolean => at !== conclusion?.span.start && !(isOfSpine && signs.some((list) => hasWord(readSentence(sentence), list))) && (isOnThisCase(sentence) || (isFar && isOfACase(sentence)));
  // A guideline names other parts as examples: only what is said of this patient counts.
  return named.find(({ span }) => sentences.some(({ start, end }) => start <= span.start && span.end <= end && isTold(own.slice(start, end), start))) ?? null;
}

const regionsTold = keptBy(({ text }: Prose): readonly RegionId[] => findRegions(text).map(({ value }) => value));

/** Parts of which nobody else in the letter speaks, in a sentence that names no other: it may be left of another letter. What stands beside a code is held against that. */
function foreignParts({ regions }: ItemReading, { prose }: Rationale, known: readonly RegionId[]): readonly Mention<RegionId>[] {
  if (known.length === 0) return [];
  const named = [...regions as readonly RegionId[], ...known];
  return onlyParts(ownSentences(prose)).filter(({ value }) => !named.some((each) => !areFarApart(each, value)));
}

/** The part of a sentence that names no other, and names it as a part of the body. Kept by the sentence. */
const onlyParts = inEach((sentence): readonly Mention<RegionId>[] => {
  const [first, ...others] = findRegions(sentence.text);
  if (!first || others.some(({ value }) => value !== first.value) || hasWord(sentence, 'voice-source') || isCallingOrHeld(sentence, first) || findCodes(sentence.text).length > 0) return [];
  return [first];
});

/** "Hand therapy", "a hand surgeon": whom somebody sees; "a cane in the left hand": how a thing is held. */
function isCallingOrHeld(sentence: Sentence, { value, span: { start } }: Mention<RegionId>): boolean {
  const { keys, starts } = sentence.tokens;
  const at = starts.indexOf(start);
  const isHand = value === 'hand' && keys.slice(Math.max(0, at - 3), at).some((key) => key === 'in' || key === 'with');
  return mentionsOf<Treatment>(sentence, 'treatment').some(({ from, to, value: { kind } }) =>
    (from <= at && at < to && (kind === 'therapy' || kind === 'consultation')) || (isHand && to <= at && HELD.has(kind)));
}

const HELD: ReadonlySet<string> = new Set(['dme', 'device', 'brace']);

/** An artery of the thigh is opened for the toes. */
function isOfOneLimb({ regions }: ItemReading, { value }: Mention<unknown>): boolean {
  return typeof value === 'string' && regions.some((region) => areOfOneLimb(region as RegionId, value as RegionId));
}

/** A part that is named once, and of which nothing was found, may be a way of speaking. */
function isNamedOnce({ prose: { text }, sentences }: Rationale, { span }: Mention<unknown>): boolean {
  const around = sentenceAround(sentences, span);
  const words = around ? text.slice(around.start, around.end) : '';
  return findRegions(text).length + findSpinalLevels(text).length < 2 && findSides(words).length === 0 && mentionsOf(readSentence(words), 'finding').length === 0;
}

/** An operation of another part in the patient's history doesn't say what the rationale is about. */
function isHistory(sentence: Sentence): boolean {
  return hasWord(sentence, 'earlier-history');
}

function isOnThisCase(words: string): boolean {
  const sentence = readSentence(words);
  return (speaksOfThisCase(sentence) || /\brequest\w* (?:\w+ ){0,3}for\b/i.test(words)) && !isHistory(sentence);
}

function isOfACase(words: string): boolean {
  const sentence = readSentence(words);
  return voiceOf(sentence) === 'case' && !isHistory(sentence);
}

/** An injection at C7-T1 is given for the roots above it, and findings at the next level speak of the same request. */
const NEAR = 2;

function otherLevels(request: string, text: string): Mention<unknown> | null {
  const requested = findSpinalLevels(request);
  const named = findSpinalLevels(text);
  const first = named[0];
  if (requested.length === 0 || !first) return null;
  const levels = requested.flatMap(({ value }) => value.levels);
  return named.some(({ value }) => value.levels.some((level) => levels.some((other) => levelsApart(level, other) <= NEAR))) ? null : first;
}
