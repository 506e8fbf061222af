import { sourceSpan } from '../../determination/prose.ts';
import { isOfClass, isWithin, type DrugClass } from '../../vocabulary/drug-classes.ts';
import { findDrugs, type Drug } from '../../vocabulary/drugs.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { leansOnAnother } from '../common/citations.ts';
import type { Prose } from '../../determination/model.ts';
import { allSentences, inEach, ownSentences, statementsIn, type PlacedSentence } from '../../determination/statements.ts';
import { hasWord, type Sentence, mentionsOf, placeOf, statementsOf } from '../../language/sentence.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName, requestOf } from '../common/wording.ts';

export const drugClassMismatch = defineRule({
  id: 'drug-class-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale argues from what is said of the drug’s own class.',
  why: 'Famotidine is no proton pump inhibitor. Criteria for another class don’t decide the request.',
  sources: [{ title: 'One of 439 published items; classes as in the drug vocabulary' }],
  leavesAlone: ['Compounds and drugs that the vocabulary doesn’t know.', 'A rationale that names the drug’s own class as well, be it in a guideline’s name (“the opioid guideline”), or several classes.', 'A class that is named beside the drug: “opioid-induced”, “a failed trial of NSAIDs”, and what the patient takes, tolerates or isn’t given (“no opioid is prescribed”).'],
  examples: {
    valid: ['### Pepcid 20 mg: Upheld\n\n**Decision rationale:** H2 blockers serve where NSAIDs upset the stomach. No complaint is recorded for this patient. Therefore, Pepcid is not medically necessary.'],
    invalid: [{ draft: '### Pepcid 20 mg: Upheld\n\n**Decision rationale:** The guidelines recommend ⟦proton pump inhibitors⟧ for patients at risk of ulcers. No such risk is recorded for this patient. Therefore, Pepcid is not medically necessary.' }],
  },
  messages: {
    otherClass: ({ item, drug, argued }: { item: number; drug: string; argued: string }) =>
      `${itemName(item)} is about ${drug}, which is no ${singular(argued)}. Argue from what the guideline says of its own class.`,
    notOfClass: ({ item, drug, called }: { item: number; drug: string; called: string }) =>
      `Item ${item} calls ${drug} “${called}”, a class that it doesn’t belong to. Name its own class, and argue from what the guideline says of that.`,
  },
  check: (item, _context, report) => {
    const { rationale } = item.reading;
    if (!rationale) return;
    const requested = findDrugs(requestOf(item));
    const miscalled = miscalledIn(rationale.prose, requested[0] ?? null);
    if (miscalled) return report({ span: sourceSpan(rationale.prose, miscalled.span), messageId: 'notOfClass', data: { item: item.number, drug: miscalled.drug, called: miscalled.text } });
    if (leansOnAnother(item.reading)) return;
    const request = requested[0];
    const drug = request?.value;
    if (!request || !drug || requested.some(({ value }) => value.class !== drug.class) || isCompound(drug)) return;
    const named = classesIn(rationale.prose);
    const others = named.filter(({ aside }) => !aside);
    const [first] = others;
    if (!first || named.some(({ id }) => isWithin(drug.class, id)) || new Set(others.map(({ id }) => id)).size > 1) return;
    const argued = others.find((each) => each.advised) ?? (comparableClasses(drug.class, first.id) ? others.find((each) => each.argued) : undefined);
    if (!argued) return;
    report({ span: sourceSpan(rationale.prose, argued.span), messageId: 'otherClass', data: { item: item.number, drug: request.text, argued: argued.text } });
  },
});

/** A drug that a rationale calls by a class which isn't its own. Span: of the class, in its `prose.text`. */
interface Miscalled {
  readonly drug: string;
  readonly text: string;
  readonly span: Span;
}

/** The first drug that is said to be what it isn't: "Omeprazole is an H2 blocker", or "this opioid" of the requested celecoxib. */
function miscalledIn(prose: Prose, requested: Mention<Drug> | null): Miscalled | null {
  for (const { statement, sentence, start } of statementsIn(prose, 'guideline')) {
    const { says: { says }, slots: { class: called, drug: named, other } } = statement;
    if (!called || !CALLS.has(says ?? '') || (says === 'it-is-class' && !isOnDrug(prose, start, requested))) continue;
    const value = mentionsOf<DrugClass>(sentence, 'drug-class', called.from, called.to)[0]?.value;
    const drug = named ? { value: mentionsOf<Drug>(sentence, 'drug', named.from, named.to)[0]?.value, text: named.text } : requested;
    if (says !== 'is-this-class' && value?.thisOnly?.includes(called.text.toLowerCase())) continue;
    if (!value || !drug?.value || isCompound(drug.value) || isOfClass(drug.value, value)) continue;
    // "Two NSAIDs, Lyrica and Mobic," names them where one of them is of the class; else it may be a list.
    const beside = other && mentionsOf<Drug>(sentence, 'drug', other.from, other.to)[0]?.value;
    if (says === 'is-class-with' && !(beside && isOfClass(beside, value))) continue;
    if (!named && namesOneOf(value, prose)) continue;
    return { drug: drug.text, text: called.text, span: shift(called.span, start) };
  }
  return null;
}

const CALLS: ReadonlySet<string> = new Set(['is-class', 'is-class-with', 'is-this-class', 'it-is-class']);

/** "It" is the requested drug where the sentence before names that one alone, or where no other is named before. */
function isOnDrug(prose: Prose, start: number, requested: Mention<Drug> | null): boolean {
  const sentences = ownSentences(prose).filter((each) => each.start <= start);
  const before = sentences.findLast((each) => each.start < start);
  const drugs = (each: PlacedSentence): readonly Drug[] => mentionsOf<Drug>(each.sentence, 'drug').map(({ value }) => value);
  const named = before ? drugs(before) : [];
  if (requested === null) return false;
  return named.length > 0 ? named.every((drug) => drug === requested.value) : sentences.flatMap(drugs).every((drug) => drug === requested.value);
}

/** A drug of that class stands in the rationale: "this opioid" may be that one. */
function namesOneOf(value: DrugClass, prose: Prose): boolean {
  return ownSentences(prose).some(({ sentence }) => mentionsOf<Drug>(sentence, 'drug').some((each) => isOfClass(each.value, value)));
}

/** A class of drugs that a rationale names. Span: in its `prose.text`. */
interface NamedClass {
  readonly id: string;
  readonly text: string;
  readonly span: Span;
  /** It is named for something else than the requested drug: "opioid-induced", "a failed trial of NSAIDs", "no opioid". */
  readonly aside: boolean;
  /** A guideline's sentence: "the patient tolerates NSAIDs" tells of the patient, it doesn't argue. */
  readonly argued: boolean;
  /** The sentence says what is advised of the class. */
  readonly advised: boolean;
}

const classesIn = keptBy((prose: Prose): readonly NamedClass[] => classesNamed(allSentences(prose)));

const classesNamed = inEach((sentence): readonly NamedClass[] =>
  mentionsOf<Treatment>(sentence, 'treatment').filter(({ value }) => value.kind === 'medication-class').map(({ value, from, to }) => {
    const place = placeOf(sentence.tokens, from, to);
    return {
      id: value.id, text: sentence.text.slice(place.start, place.end), span: place,
      // "Naproxen upset his stomach. It is an NSAID.": of another drug, or read by a row.
      aside: sentence.tokens.keys[0] === 'it' || hasWord(sentence, 'denies-ahead', deniedFrom(sentence, from), from) || hasWord(sentence, 'beside-a-class', Math.max(0, from - 5), Math.min(sentence.tokens.count, to + 2)),
      argued: hasWord(sentence, 'of-a-class'),
      advised: statementsOf(sentence, 'guideline').some(({ says, slots }) => says['says'] === 'of-class' && slots['class']?.from === from),
    };
  }));

/** The word right before a class, or before its article: "and not an anticonvulsant". */
function deniedFrom({ tokens: { keys } }: Sentence, from: number): number {
  return keys[from - 1] === 'a' || keys[from - 1] === 'an' ? from - 2 : from - 1;
}

/** Classes that are mistaken for one another; between others a class is named for a reason of its own. */
const CONFUSED: readonly ReadonlySet<string>[] = [
  new Set(['proton-pump-inhibitor', 'h2-blocker']),
  new Set(['muscle-relaxant', 'benzodiazepine', 'sleep-aid']),
  new Set(['nsaid', 'opioid', 'muscle-relaxant', 'antiepileptic', 'antidepressant']),
];

function comparableClasses(a: string, b: string): boolean {
  return CONFUSED.some((group) => group.has(a) && group.has(b));
}

/** Combined with acetaminophen a drug is argued as what it is by itself. */
function isCompound({ generic }: Drug): boolean {
  return generic.replace(/\/acetaminophen$/, '').includes('/');
}

/** "Proton pump inhibitors" is "proton pump inhibitor", and "NSAIDs" keeps its capitals. */
function singular(text: string): string {
  const one = text.replace(/ies$/, 'y').replace(/s$/, '');
  return /^[A-Z]{2,}$/.test(one) ? one : one.toLowerCase();
}
