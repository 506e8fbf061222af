import { decidedThing, decidedWords, type DecidedThing } from '../../determination/argument/decided-request.ts';
import { foreignArgument, type ForeignArgument } from '../../determination/argument/foreign-argument.ts';
import { ownSentences } from '../../determination/statements.ts';
import { leansOnItemBefore } from '../../determination/argument/leaning.ts';
import { titleWords } from '../../determination/words/title-words.ts';
import type { DisputedItem, ItemReading, Prose } from '../../determination/model.ts';
import { mayMean, placesMeet, wordsOfTitle } from '../../determination/words/parent-words.ts';
import { readPartialRequest } from '../../determination/figures/partial-request.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { findDrugs, sharesIngredient } from '../../vocabulary/drugs.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { leansOnAnother } from '../common/citations.ts';
import { titlesOf } from '../engine/own-words.ts';
import { isAnotherThing, isForeign } from '../../determination/words/subject.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName, requestOf, shortTitle } from '../common/wording.ts';

export const conclusionNamesOtherItem = defineRule({
  id: 'conclusion-names-other-item',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A conclusion decides the item it stands under.',
  why: 'A conclusion copied from a neighbouring item decides that one twice and leaves this one open.',
  sources: [{ title: 'Labor Code 4610.6(e)' }],
  leavesAlone: [
    'Brand and generic names, classes and paraphrase: those are the same item.',
    'A conclusion with any word that tells its own title from the other one’s, or without one that tells the other’s.', 'Dependants, which name their parent, but for one that decides a service beside it by its whole title.',
    'A rationale that weighs another treatment against the requested one, or speaks of the request by any word of its title.',
    'Kindred treatments (manipulation for chiropractic care), general names (“the injection”), and things that the vocabulary doesn’t know.',
  ],
  examples: {
    valid: ['### Naproxen 500 mg: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. Therefore, Aleve is not medically necessary.\n\n### Walking cane: Upheld'],
    invalid: [{ draft: '### Back brace: Upheld\n\n**Decision rationale:** The injury is old and the patient sits all day. Therefore, the request for a ⟦walking cane⟧ is not medically necessary.\n\n### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    otherItem: ({ item, title, decided, other }: { item: number; title: string; decided: string; other: number }) =>
      `${itemName(item)} is about “${title}”, but its conclusion decides “${decided}”, which is item ${other}. Decide the item it stands under.`,
    otherArgument: ({ item, title, argued }: { item: number; title: string; argued: string }) =>
      `${itemName(item)} is about “${title}”, but its rationale argues of “${argued}” and says nothing of the request. Give the reasons for what was requested.`,
    otherThing: ({ item, title, decided }: { item: number; title: string; decided: string }) =>
      `${itemName(item)} is about “${title}”, but its conclusion decides “${decided}”. Decide what was requested.`,
  },
  about: titlesOf,
  check(item, _, report, titles) {
    const { rationale } = item.reading;
    if (!rationale) return;
    const leans = leansOnAnother(item.reading);
    const request = concludedRequest(item.reading);
    const other = !request ? 0 : leans ? siblingOf(item, request, titles) : otherItemOf(item, request, titles);
    const title = titles[other - 1];
    if (request && title) {
      const { start, text } = request;
      return report({
        span: sourceSpan(rationale.prose, { start, end: start + text.length }),
        messageId: 'otherItem',
        data: { item: item.number, title: shortTitle(item.reading), decided: text, other },
        related: [{ span: title.span, of: other, message: `Item ${other}` }],
      });
    }
    if (leans) {
      const foreign = foreignThing(item, titles);
      if (foreign) report(decidesAnother(item, rationale.prose, foreign));
      return;
    }
    const thing = rationale.conclusion ? decidedThing(rationale.prose, rationale.conclusion) : null;
    // What an opening clause names ("Without instability a brace …") speaks for the item, too.
    if (thing && [thing.text, thing.within].every((words) => isAnotherThing(requestOf(item), words))) return report(decidesAnother(item, rationale.prose, thing));
    const argued = arguedThing(item);
    if (!argued) return;
    report({
      span: sourceSpan(rationale.prose, argued.span),
      severity: argued.times > 1 && !isOfKind(requestOf(item), argued.text) ? 'warning' : 'information',
      messageId: 'otherArgument',
      data: { item: item.number, title: shortTitle(item.reading), argued: argued.text },
      related: [{ span: item.reading.title.span, message: 'The request' }],
    });
  },
});

/** A film and an MRI are weighed against each other. */
function isOfKind(request: string, argued: string): boolean {
  const kinds = new Set(findTreatments(request).map(({ value: { kind } }) => kind));
  return findTreatments(argued).some(({ value: { kind } }) => kinds.has(kind));
}

/** What a rationale of two sentences or more argues of that isn't what was requested. */
function arguedThing(item: DisputedItem): ForeignArgument | null {
  const { rationale } = item.reading;
  if (!rationale?.conclusion || leansOnItemBefore(rationale)) return null;
  const { start } = rationale.conclusion.span;
  const sentences = ownSentences(rationale.prose).filter((each) => each.start !== start);
  return sentences.length < 2 ? null : foreignArgument(requestOf(item), sentences);
}

function decidesAnother(item: DisputedItem, prose: Prose, { start, text }: DecidedThing) {
  return {
    span: sourceSpan(prose, { start, end: start + text.length }),
    messageId: 'otherThing',
    data: { item: item.number, title: shortTitle(item.reading), decided: text },
    related: [{ span: item.reading.title.span, message: 'The request' }],
  } as const;
}

/** What the conclusion of a dependant decides, where no title of the letter can mean it, it is no operation (its parent may be one), and nothing else of the rationale speaks of it. */
function foreignThing(item: DisputedItem, titles: readonly Prose[]): DecidedThing | null {
  const { rationale } = item.reading;
  const thing = rationale?.conclusion ? decidedThing(rationale.prose, rationale.conclusion) : null;
  if (!rationale || !thing || findTreatments(thing.text).some(({ value: { kind } }) => kind === 'surgery' || kind === 'injection')) return null;
  if (![thing.text, thing.within].every((words) => isAnotherThing(requestOf(item), words)) || !titles.every(({ text }) => isForeign(text, thing.text))) return null;
  return rationale.prose.text.split(thing.text).length > 2 ? null : thing;
}

/** The number of the item that a conclusion decides instead of its own; 0 for none. */
function otherItemOf(item: DisputedItem, { text, words, strange }: ConcludedRequest, titles: readonly Prose[]): number {
  return titles.findIndex((title, i) => i + 1 !== item.number && (strange ? names(title, words) || asksForTheSame(title, text) : namesOnly(title, item.reading, words))) + 1;
}

/** The same of a dependant, whose conclusion may well name its parent: the item that is named by its whole title and is no drug, operation, injection or program. */
function siblingOf(item: DisputedItem, { words, strange }: ConcludedRequest, titles: readonly Prose[]): number {
  if (!strange) return 0;
  const isNamed = (title: Prose): boolean => {
    const theirs = wordsOf(title);
    return theirs.size > 0 && [...theirs].every((word) => words.has(word)) && findDrugs(title.text).length === 0 && !findTreatments(title.text).some(({ value: { kind } }) => MAY_BE_PARENT.has(kind));
  };
  return titles.findIndex((title, i) => i + 1 !== item.number && isNamed(title)) + 1;
}

const MAY_BE_PARENT: ReadonlySet<string> = new Set(['surgery', 'injection', 'program', 'trial', 'imaging', 'electrodiagnostics']);

/** A request that a conclusion decides; `start` counts in the rationale's `prose.text`. */
interface ConcludedRequest {
  readonly text: string;
  readonly start: number;
  readonly words: ReadonlySet<string>;
  /** It shares nothing with the item's own title. */
  readonly strange: boolean;
}

/** The request in an item's conclusion, where it may be another item's. */
function concludedRequest(reading: ItemReading): ConcludedRequest | null {
  const { rationale } = reading;
  const conclusion = rationale?.conclusion;
  if (!rationale || !conclusion) return null;
  const request = decidedWords(rationale.prose, conclusion);
  if (!request) return null;
  const words = titleWords(request.text);
  if (words.size === 0) return null;
  return { ...request, words, strange: !sharesSubject(reading, request.text, words) };
}

/** Of a partly authorised request the words of what remains. */
const wordsOf = keptBy((title: Prose): ReadonlySet<string> => titleWords(readPartialRequest(title.text)?.remaining ?? title.text));

/** All words of the request stand in that item's title, or the other way round. */
function names(other: Prose, words: ReadonlySet<string>): boolean {
  const title = wordsOf(other);
  return title.size > 0 && ([...title].every((word) => words.has(word)) || (words.size > 1 && [...words].every((word) => title.has(word))));
}

/** The same drug or the same treatment: "the acupuncture visits" are that item's, however many it asks for. */
function asksForTheSame({ text }: Prose, request: string): boolean {
  const [asked, title] = [wordsOfTitle(request), wordsOfTitle(text)];
  return (asked.drugs.length > 0 || asked.treatments.length > 0) && mayMean(asked, title) && placesMeet(asked.regions, title.regions);
}

/** All words of that item's title stand in the request, and of those that tell the item's own title from it none. */
function namesOnly(other: Prose, { title }: ItemReading, words: ReadonlySet<string>): boolean {
  const own = [...wordsOf(title)];
  const theirs = wordsOf(other);
  const ownAlone = own.filter((word) => !theirs.has(word));
  return ownAlone.length > 0 && theirs.size > 1 && !ownAlone.some((word) => words.has(word))
    && [...theirs].every((word) => words.has(word)) && findDrugs(title.text).length === 0;
}

function sharesSubject(reading: ItemReading, request: string, words: ReadonlySet<string>): boolean {
  const own = wordsOf(reading.title);
  if ([...words].some((word) => own.has(word))) return true;
  const title = reading.title.text;
  const drugs = findDrugs(title);
  if (findDrugs(request).some(({ value }) => drugs.some((drug) => sharesIngredient(drug.value, value)))) return true;
  const treatments = findTreatments(title).map(({ value }) => value);
  return findTreatments(request).some(({ value }) => treatments.some((treatment) => treatment.id === value.id)
    || drugs.some((drug) => drug.value.class === value.id));
}
