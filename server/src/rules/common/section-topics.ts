import type { ItemReading, Prose } from '../../determination/model.ts';
import { allSentences } from '../../determination/statements.ts';
import type { Guideline, GuidelineSection, PageRange } from '../../guidelines/guideline.ts';
import { mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { isOfClass, type DrugClass } from '../../vocabulary/drug-classes.ts';
import { sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';
import { stemOf } from '../../vocabulary/stems.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';

// Whether a section of a guideline has to do with a request: held against the words of the letter itself, since no table could hold all that belongs together.

/** What a text speaks of: its words by their stems, its drugs and treatments, and the classes of drugs that it names. */
interface Topic {
  readonly stems: ReadonlySet<string>;
  readonly drugs: readonly Drug[];
  readonly classes: readonly DrugClass[];
  readonly treatments: readonly Treatment[];
}

/** Words that sections on different things have in common: they tell neither from the other. */
const COMMON = new Set([
  'and', 'for', 'the', 'with', 'not', 'from', 'treatment', 'therapy', 'pain', 'chronic', 'general', 'specific', 'drug', 'medication', 'medicine', 'medical', 'criteria', 'use', 'list', 'injection', 'block',
  'test', 'testing', 'program', 'evaluation', 'device', 'unit', 'system', 'agent', 'stimulation', 'patient', 'management', 'indication', 'effect', 'adverse', 'symptom', 'risk', 'function', 'functional',
  'improvement', 'term', 'long', 'short', 'surgery', 'care', 'service', 'other', 'steroid', 'syndrome', 'complex', 'regional', 'infusion', 'visit', 'session', 'electrical', 'disorder', 'acute', 'guideline',
].map(stemOf));
const SHORTEST = 3;

/**
 * Whether a section is about things that neither the title nor the rationale of an item speaks of, not even by their class. A section that names no drug
 * and no treatment may be about any request.
 */
export function isForeign(section: GuidelineSection, reading: ItemReading): boolean {
  const topic = topicOfSection(section);
  if (topic.drugs.length + topic.classes.length + topic.treatments.length === 0) return false;
  const said = [...sentencesOf(reading.title), ...(reading.rationale ? sentencesOf(reading.rationale.prose) : [])];
  return said.length > 0 && !said.some((sentence) => meet(topic, topicOfSentence(sentence)));
}

/** Whether two sections are about the same thing. */
export function haveTopicInCommon(one: GuidelineSection, other: GuidelineSection): boolean {
  return one === other || meet(topicOfSection(one), topicOfSection(other));
}

/** The sections that stand on some pages; null where it is not known of each of them what stands there. */
export function sectionsOnPages({ sections }: Guideline, pages: readonly PageRange[]): readonly GuidelineSection[] | null {
  const there = new Set<GuidelineSection>();
  for (const { from, to } of pages) {
    for (let page = from; page <= Math.min(to, from + MOST_PAGES); page++) {
      const on = sections.filter(({ pages: own }) => own && own.from <= page && page <= own.to);
      if (on.length === 0) return null;
      for (const section of on) there.add(section);
    }
  }
  return [...there];
}

/** Whoever cites more pages than that cites no topic. */
const MOST_PAGES = 12;

const topicOfSection = keptBy(({ title, aliases }: GuidelineSection): Topic => topicOf([title, ...aliases].map(readSentence)));
const topicOfSentence = keptBy((sentence: Sentence): Topic => topicOf([sentence]));
const sentencesOf = (prose: Prose): readonly Sentence[] => allSentences(prose).map(({ sentence }) => sentence);

function topicOf(sentences: readonly Sentence[]): Topic {
  const drugs = sentences.flatMap((sentence) => mentionsOf<Drug>(sentence, 'drug').map(({ value }) => value));
  const treatments = sentences.flatMap((sentence) => mentionsOf<Treatment>(sentence, 'treatment').map(({ value }) => value));
  const classes = sentences.flatMap((sentence) => mentionsOf<DrugClass>(sentence, 'drug-class').map(({ value }) => value));
  const words = sentences.flatMap(({ tokens: { keys, kinds } }) => keys.filter((_, at) => kinds[at] === 'word'));
  const stems = [...words, ...drugs.flatMap(({ generic }) => generic.split(/[ /]/))].filter((word) => word.length >= SHORTEST).map(stemOf);
  return { stems: new Set(stems.filter((stem) => !COMMON.has(stem))), drugs, classes, treatments };
}

function meet(one: Topic, other: Topic): boolean {
  for (const stem of one.stems) if (other.stems.has(stem)) return true;
  return one.treatments.some(({ id }) => other.treatments.some((each) => each.id === id))
    || one.classes.some(({ id }) => other.classes.some((each) => each.id === id))
    || one.drugs.some((drug) => other.drugs.some((each) => sharesIngredient(drug, each)))
    || areOfClass(one.drugs, other) || areOfClass(other.drugs, one);
}

/** A class of drugs on one side, and a drug of it on the other. */
function areOfClass(drugs: readonly Drug[], { classes, treatments }: Topic): boolean {
  return drugs.some((drug) => classes.some((each) => isOfClass(drug, each)) || treatments.some(({ id }) => id === drug.class));
}
