import { dosesIn, type Dose } from '../../determination/case-doses.ts';
import { historyInRationale, historyInSummary, isSymptom, numbersInSummary } from '../../determination/case-history.ts';
import type { HistoryFact, ToldTreatment } from '../../determination/history-fact.ts';
import { datedInRationale, datedInSummary, daysNamed } from '../../determination/dated-things.ts';
import { valuesInRationale, valuesInSummary, type MeasuredValue } from '../../determination/measured-values.ts';
import type { DisputedItem, Passage, Prose } from '../../determination/model.ts';
import { painChangesInRationale, painChangesInSummary, ratingsOf } from '../../determination/pain-changes.ts';
import { placesMeet } from '../../determination/parent-words.ts';
import { thingsNamed } from '../../determination/named-things.ts';
import { allSentences, ownSentences } from '../../determination/statements.ts';
import { findFactors } from '../../vocabulary/factors.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { overlap, span, type Span } from '../../markdown/span.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { placeInWords, summaryOf, titlesOf } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule, type Related } from '../engine/rule.ts';
import { allergyTo, drugOfTitle, weighsAllergies } from '../common/allergies.ts';
import { contraryChanges } from '../common/contrary-changes.ts';
import { contraryDoses } from '../common/contrary-doses.ts';
import { contraryDate } from '../common/contrary-dates.ts';
import { headDates } from '../common/dates.ts';
import { contraryValue, type ContraryValue } from '../common/contrary-values.ts';
import { contraryPresence } from '../common/contrary-presence.ts';
import { contraryMonths } from '../common/contrary-months.ts';
import { contraryPain } from '../common/contrary-pain.ts';
import { contraryHistory } from '../common/contrary-history.ts';
import { contrarySince } from '../common/contrary-since.ts';
import { toldOfNormal } from '../common/contrary-results.ts';
import { contraryVisits } from '../common/contrary-visits.ts';
import { onlyOfClass } from '../common/only-of-class.ts';
import { contraryWords } from '../common/contrary-words.ts';
import { deedsOfItem, historyOfItem, treatmentsOf } from '../common/item-history.ts';
import { foreignDrugs } from '../common/foreign-drugs.ts';
import { itemName } from '../common/wording.ts';

const CORRECT = 'Correct the one that is wrong, or say what makes the difference.';
/** The messages on treatments by what the rationale says of them. */
const ON_TREATMENT: Readonly<Record<string, 'never' | 'done'>> = { never: 'never', done: 'done' };

export const factContradictsSummary = defineRule({
  id: 'fact-contradicts-summary',
  family: 'facts',
  scope: 'item',
  severity: 'warning',
  summary: 'The rationale doesn’t tell the patient’s history otherwise than the case summary.',
  why: 'A rationale that speaks of no injection so far, where the summary of the same letter tells of one, or of 24 visits where it counts 8, decides on a case that isn’t this one. Two appeals were won because a determination missed what its own summary held.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: [
    'Another region or side; what is recent, further, repeated, new or since then; what is planned, requested or only offered.',
    'A figure that stands anywhere in the summary, and a count of visits where the summary has more than one.',
    'The words of the claims administrator, of the provider and of quotations, and what guidelines say.',
    'Words that no vocabulary has, and what is denied in the same words as it is told: likely, but not certain, so a word of advice.',
    'A limit, a goal, a normal value, a change, a value of another time, side, level or part, and of what the summary has several values.',
    'A grade in words (“normal”, “severe”) that any figure of the summary allows, and figures between good and bad.',
    'What is told as asked for, hoped for, feared or of patients at large, where the summary says that there was none; another part of the body; what the summary tells elsewhere.',
    'A strength that differs by a change of dose, or that may be the dose of a day.',
  ],
  examples: {
    valid: ['## Clinical Case Summary\n\nOne cortisone injection in November 2024 gave three weeks of relief.\n\n### Repeat cortisone injection, right heel: Upheld\n\n**Decision rationale:** One injection helped for three weeks only. The injection is not medically necessary.'],
    invalid: [{ draft: '## Clinical Case Summary\n\nOne cortisone injection in November 2024 gave three weeks of relief.\n\n### Repeat cortisone injection, right heel: Overturned\n\n**Decision rationale:** She has ⟦had no injection so far⟧. The injection is medically necessary.' }],
  },
  messages: {
    never: ({ item, treatment }: { item: number; treatment: string }) => `${itemName(item)} says that there was no ${treatment}, but the case summary tells of it. ${CORRECT}`,
    denied: ({ item, words }: { item: number; words: string }) => `${itemName(item)} says “${words}”, but the case summary tells of it. ${CORRECT}`,
    done: ({ item, treatment }: { item: number; treatment: string }) => `${itemName(item)} speaks of ${treatment} as done, but the case summary says that there was none. ${CORRECT}`,
    told: ({ item, stated, reported }: { item: number; stated: string; reported: string }) => `${itemName(item)} tells of “${stated}”, but the case summary says “${reported}”. ${CORRECT}`,
    'only-requested': ({ item, treatment }: { item: number; treatment: string }) =>
      `${itemName(item)} speaks of ${treatment} as done, but it is only requested, and the case summary knows it as a request. ${CORRECT}`,
    figure: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
      `${itemName(item)} gives ${stated} for ${what}, but the case summary gives ${reported}. ${CORRECT}`,
    value: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
      `${itemName(item)} gives ${stated}, but the case summary gives ${reported} (“${what}”). ${CORRECT}`,
    day: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
      `${itemName(item)} dates the ${what} ${stated}, but the case summary ${reported}. ${CORRECT}`,
    since: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
      `${itemName(item)} dates the beginning of ${what} to ${stated}, but the case summary to ${reported}. ${CORRECT}`,
    foreignDrug: ({ item, drug }: { item: number; drug: string }) =>
      `${itemName(item)} speaks of ${drug} as taken, but neither a request nor the case summary names it. ${CORRECT}`,
    only: ({ item, only, others }: { item: number; only: string; others: string }) =>
      `${itemName(item)} says that nothing but ${only} was given, but the case summary tells of ${others}, too. ${CORRECT}`,
    otherwise: ({ item, what, stated, reported }: { item: number; what: string; stated: string; reported: string }) =>
      `${itemName(item)} and the case summary differ on the patient’s ${what}: ${stated} here, ${reported} there. Correct the one that is wrong.`,
    dose: ({ item, drug, stated, requested }: { item: number; drug: string; stated: string; requested: string }) =>
      `${itemName(item)} speaks of ${drug} ${stated}, but ${requested} is requested, and the case summary knows no other strength. ${CORRECT}`,
    state: ({ item, state }: { item: number; state: string }) => `${itemName(item)} says that there is no ${state}, but the case summary tells of it. ${CORRECT}`,
    'in-state': ({ item, state }: { item: number; state: string }) => `${itemName(item)} tells of ${state}, but the case summary says that there is none. ${CORRECT}`,
    gain: ({ item, gain }: { item: number; gain: string }) => `${itemName(item)} says that there was no ${gain}, but the case summary tells of some. ${CORRECT}`,
    gained: ({ item, gain }: { item: number; gain: string }) => `${itemName(item)} tells of a gain, but the case summary says that there was no ${gain}. ${CORRECT}`,
    result: ({ item, test, stated, reported }: { item: number; test: string; stated: string; reported: string }) =>
      `${itemName(item)} calls the ${test} ${stated}, but by the case summary it was ${reported}. ${CORRECT}`,
    habit: ({ item, thing }: { item: number; thing: string }) => `${itemName(item)} says that the patient doesn’t use the ${thing}, but by the case summary he or she does. ${CORRECT}`,
    proof: ({ item, test, finding }: { item: number; test: string; finding: string }) =>
      `${itemName(item)} says that no ${test} bears out ${finding}, but the case summary tells of one that does. ${CORRECT}`,
    allergy: ({ item, drug, allergen }: { item: number; drug: string; allergen: string }) =>
      `${itemName(item)} approves ${drug}, but the case summary tells of an allergy to ${allergen}, which the rationale doesn’t weigh. Say why the drug is safe here.`,
  },
  about(determination) {
    const summary = summaryOf(determination);
    return summary ? { summary, titles: titlesOf(determination), days: headDates(determination).map(({ iso }) => iso) } : null;
  },
  check(item, _, report, about) {
    const { rationale } = item.reading;
    if (!about || !rationale) return;
    const { summary, titles, days } = about;
    const told = [...historyInSummary(summary.reading.prose), ...ofTitle(item.reading.title)];
    const denied: Span[] = [];
    for (const fact of onceEach(historyOfItem(item.reading))) {
      if (isSymptom(fact) || isKnownFigure(fact, summary) || ((fact.words || fact.topic === 'grade' || fact.topic === 'proof') && denied.some((other) => overlap(other, fact.span)))) continue;
      const contrary = contraryHistory(fact, told);
      const place = sourceSpan(rationale.prose, fact.span);
      const inWords = contrary ? null : contraryWords(fact, summary.reading.prose, rationale.prose);
      if (contrary ?? inWords) denied.push(fact.span);
      if (contrary) report({ span: place, ...messageOn(item.number, fact, contrary.other), ...gravity(contrary.grave && !isKnownAs(contrary.other, fact, rationale.prose)), related: relatedTo(summary, contrary.other) });
      else if (inWords) report({ span: place, severity: 'information', ...messageOnWords(item.number, fact), related: relatedTo(summary, inWords) });
      const shown = contrary ?? inWords ? null : toldOfNormal(fact, rationale.prose, summary.reading.prose);
      if (shown) report({ span: place, severity: 'information', messageId: 'result', data: { item: item.number, test: fact.treatment?.name ?? '', stated: fact.value, reported: 'abnormal' }, related: relatedTo(summary, shown) });
      else if (!contrary && !inWords && isOnlyRequested(fact, told, titles)) report({ span: place, messageId: 'only-requested', data: { item: item.number, treatment: fact.name } });
    }
    for (const deed of onceEach(deedsOfItem(item.reading))) {
      const contrary = denied.some((other) => overlap(other, deed.span)) ? null : contraryHistory(deed, told);
      if (contrary?.other.value !== 'never') continue;
      denied.push(deed.span);
      report({ span: sourceSpan(rationale.prose, deed.span), ...messageOn(item.number, deed, contrary.other), ...gravity(contrary.grave), related: relatedTo(summary, contrary.other) });
    }
    for (const { span: said, text: stated, absent } of contraryPresence(item.reading, summary.reading.prose)) {
      if (denied.some((other) => overlap(other, said))) continue;
      denied.push(said);
      report({ span: sourceSpan(rationale.prose, said), severity: 'information', messageId: 'told', data: { item: item.number, stated, reported: absent.text }, related: relatedTo(summary, absent) });
    }
    reportValues(item, summary, ({ span: said, text: stated }, { other, slip }) => {
      denied.push(said);
      report({ span: sourceSpan(rationale.prose, said), messageId: 'value', data: { item: item.number, what: other.what, stated, reported: other.text }, ...gravity(slip), related: relatedTo(summary, other) });
    });
    for (const change of painChangesInRationale(rationale.prose)) {
      const other = contraryPain(change, painChangesInSummary(summary.reading.prose), ratingsOf(summary.reading.prose));
      if (other) report({ span: sourceSpan(rationale.prose, change.span), messageId: 'value', data: { item: item.number, what: 'pain', stated: change.text, reported: other.text }, ...gravity(false), related: relatedTo(summary, other) });
    }
    const isKnown = (iso: string): boolean => days.includes(iso) || daysNamed(summary.reading.prose).has(iso);
    for (const dated of datedInRationale(rationale.prose)) {
      const contrary = contraryDate(dated, datedInSummary(summary.reading.prose), isKnown);
      if (!contrary) continue;
      const data = { item: item.number, what: dated.thing.name, stated: dated.text, reported: contrary.other.text };
      report({ span: sourceSpan(rationale.prose, dated.span), messageId: 'day', data, ...gravity(contrary.turned), related: relatedTo(summary, contrary.other) });
    }
    for (const { said, other } of contraryMonths(item.reading, summary.reading.prose)) {
      const data = { item: item.number, what: said.thing?.name ?? said.word ?? '', stated: said.text, reported: other.text };
      report({ span: sourceSpan(rationale.prose, said.span), severity: 'information', messageId: 'day', data, related: relatedTo(summary, other) });
    }
    for (const { said, other } of contraryChanges(item.reading, summary.reading.prose, (value) => numbersInSummary(summary.reading.prose).has(String(value)))) {
      if (denied.some((each) => overlap(each, said.span))) continue;
      report({ span: sourceSpan(rationale.prose, said.span), severity: 'information', messageId: 'value', data: { item: item.number, what: said.before === null ? 'grade' : 'change', stated: said.text, reported: other.text }, related: relatedTo(summary, other) });
    }
    for (const { said, other, what } of contrarySince(item.reading, summary.reading.prose)) {
      report({ span: sourceSpan(rationale.prose, said.span), severity: 'information', messageId: 'since', data: { item: item.number, what, stated: said.year, reported: other.year }, related: relatedTo(summary, other) });
    }
    for (const { text, span: said } of foreignDrugs(rationale.prose, summary.reading.prose, titles)) {
      report({ span: sourceSpan(rationale.prose, said), severity: 'information', messageId: 'foreignDrug', data: { item: item.number, drug: text } });
    }
    for (const { said, other } of contraryVisits(item.reading, summary.reading.prose)) {
      if (denied.some((each) => overlap(each, said.span))) continue;
      report({ span: sourceSpan(rationale.prose, said.span), severity: 'information', messageId: 'figure', data: { item: item.number, what: said.group, stated: String(said.value), reported: String(other.value) }, related: relatedTo(summary, other) });
    }
    for (const { span: said, only, others } of onlyOfClass(rationale.prose, summary.reading.prose)) {
      report({ span: sourceSpan(rationale.prose, said), severity: 'information', messageId: 'only', data: { item: item.number, only, others: others.map(({ name }) => name).join(', ') }, related: others.slice(0, 1).flatMap((other) => relatedTo(summary, other)) });
    }
    reportAllergy(item, summary, (drug, allergy, place) => {
      report({ span: place, messageId: 'allergy', data: { item: item.number, drug, allergen: allergy.name }, related: relatedTo(summary, allergy) });
    });
    reportDose(item, summary, (dose, requested, grave) => {
      denied.push(dose.span);
      report({ span: sourceSpan(rationale.prose, dose.span), messageId: 'dose', data: { item: item.number, drug: dose.drug.generic, stated: dose.strength, requested }, ...gravity(grave) });
    });
    for (const { said, other, drug } of contraryDoses(item.reading, summary.reading.prose)) {
      if (denied.some((each) => overlap(each, said.span))) continue;
      denied.push(said.span);
      report({ span: sourceSpan(rationale.prose, said.span), severity: 'information', messageId: 'figure', data: { item: item.number, what: drug, stated: said.text, reported: other.text }, related: relatedTo(summary, other) });
    }
  },
});

/** "No brace was dispensed; the boot was returned": what the summary tells of is known under another name. */
function isKnownAs({ treatment: told }: HistoryFact, { treatment: denied }: HistoryFact, rationale: Prose): boolean {
  return told !== null && told.id !== denied?.id && ownSentences(rationale).some(({ sentence }) => thingsNamed(sentence).some(({ thing }) => thing.id === told.id));
}

/** Words that say the same twice are one fault. */
function onceEach(facts: readonly HistoryFact[]): HistoryFact[] {
  const isSame = (one: HistoryFact, other: HistoryFact) => one.topic === other.topic && one.value === other.value && one.treatment?.id === other.treatment?.id && one.sure === other.sure && (!one.words || one.name === other.name);
  return facts.filter((fact, i) => facts.findIndex((other) => isSame(fact, other)) === i);
}

function gravity(grave: boolean) {
  return grave ? {} : ({ severity: 'information' } as const);
}

function relatedTo(summary: Passage, { span: told }: { readonly span: Span }): Related[] {
  return [{ span: placeInWords({ prose: summary.reading.prose, start: summary.start }, told), of: null, message: 'What the summary says' }];
}

function messageOn(item: number, fact: HistoryFact, other: HistoryFact) {
  const messageId = fact.topic === 'treatment' ? ON_TREATMENT[fact.value] : undefined;
  if (messageId !== undefined) return { messageId, data: { item, treatment: fact.name } };
  if (fact.topic === 'result') return { messageId: 'result', data: { item, test: fact.treatment?.name ?? '', stated: fact.value, reported: other.value } } as const;
  if (fact.topic === 'habit') return { messageId: 'habit', data: { item, thing: other.name } } as const;
  if (fact.topic === 'proof') return { messageId: 'proof', data: { item, test: other.treatment?.name ?? '', finding: fact.name } } as const;
  if (fact.topic === 'gain' && fact.value === 'present') return { messageId: 'gained', data: { item, gain: other.name } } as const;
  if (fact.topic === 'gain') return { messageId: 'gain', data: { item, gain: fact.name } } as const;
  if (fact.topic === 'state' && fact.value === 'present') return { messageId: 'in-state', data: { item, state: fact.name } } as const;
  if (fact.topic === 'state') return { messageId: 'state', data: { item, state: other.name } } as const;
  if (isFigure(fact)) return { messageId: 'figure', data: { item, what: fact.topic === 'visits' ? 'visits' : fact.name, stated: fact.value, reported: other.value } } as const;
  return { messageId: 'otherwise', data: { item, what: whatOf(fact, other), stated: fact.name, reported: other.name } } as const;
}

/** What two facts differ on, as a message calls it. */
function whatOf({ topic, treatment }: HistoryFact, other: HistoryFact): string {
  if (topic === 'grade') return other.treatment?.name ?? '';
  if (topic === 'reason for stopping') return `reason for stopping ${treatment?.name ?? ''}`;
  return topic.startsWith('trend ') ? 'course of a score' : topic;
}

/** A thing of a vocabulary has a name, other words are quoted. */
function messageOnWords(item: number, { words, name }: HistoryFact) {
  return words?.length === 1 && words[0]?.thing ? ({ messageId: 'never', data: { item, treatment: name } } as const) : ({ messageId: 'denied', data: { item, words: name } } as const);
}

/** What a title says of the graft or the compartment is known, too. */
const ofTitle = keptBy((title: Prose): readonly HistoryFact[] => historyInSummary(title).filter(({ topic }) => topic === 'graft' || topic === 'compartment'));

function isFigure({ topic }: Pick<HistoryFact, 'topic'>): boolean {
  return topic === 'visits' || topic.startsWith('score');
}

function isKnownFigure({ topic, value }: HistoryFact, { reading }: Passage): boolean {
  return isFigure({ topic }) && (numbersInSummary(reading.prose).has(value) || (topic === 'visits' && visitsAdded(reading.prose).has(Number(value))));
}

/** "20 visits before the revision and 32 after": what two counts of a sentence on visits make together. */
const visitsAdded = keptBy((prose: Prose): ReadonlySet<number> => new Set(allSentences(prose).flatMap(({ sentence: { text } }) => {
  const figures = findFactors(text).filter(({ value: { unit, per, vague } }) => (unit === 'session' || unit === null) && !per && !vague);
  if (!figures.some(({ value }) => value.unit === 'session')) return [];
  return figures.flatMap((one, i) => figures.slice(i + 1).map((two) => one.value.value + two.value.value));
})));

/** An operation of the letter's titles that the summary knows as a request only; where it doesn't speak of it at all, the records may. */
function isOnlyRequested({ sure, treatment, value, sides }: HistoryFact, told: readonly HistoryFact[], titles: readonly Prose[]): boolean {
  if (!sure || value !== 'done' || treatment?.kind !== 'surgery' || treatment.id === 'surgery') return false;
  if (!titles.some((title) => treatmentsOf(title).some(({ id }) => id === treatment.id))) return false;
  const isIt = (other: ToldTreatment | null) => other?.id === treatment.id || other?.id === 'surgery';
  const isAsked = told.some((other) => other.value === 'asked' && (isIt(other.treatment) || other.treatment?.id === 'arthroscopy'));
  return isAsked && !told.some((other) => isIt(other.treatment) && other.value === 'done' && placesMeet(sides, other.sides));
}

/** Each value that the summary gives otherwise, but for those of the title, and those that rows have read. */
function reportValues({ reading: { title, rationale, sides } }: DisputedItem, summary: Passage, report: (value: MeasuredValue, contrary: ContraryValue) => void): void {
  const values = rationale ? valuesInRationale(rationale.prose) : [];
  if (!rationale || values.length === 0) return;
  const read = historyInRationale(rationale.prose).filter(isFigure);
  for (const value of values) {
    if (read.some(({ span: place }) => overlap(place, value.span))) continue;
    const isSum = /visit|session|treatment/.test(value.text) && visitsAdded(summary.reading.prose).has(value.value);
    const isKnown = isSum || [summary.reading.prose, title].some((prose) => numbersInSummary(prose).has(String(value.value)));
    const placed = value.sides.length > 0 ? value : { ...value, sides: sides as readonly Side[] };
    const contrary = contraryValue(placed, valuesInSummary(summary.reading.prose), isKnown);
    if (contrary) report(value, contrary);
  }
}

/** An approved drug that the summary has the patient allergic to. */
function reportAllergy({ reading: { title, rationale, decision } }: DisputedItem, summary: Passage, report: (drug: string, allergy: HistoryFact, place: Span) => void): void {
  const drug = decision?.value === 'Overturned' ? drugOfTitle(title) : null;
  if (!drug || !rationale || weighsAllergies(rationale.prose)) return;
  const allergy = allergyTo(drug, summary.reading.prose);
  if (allergy) report(drug.generic, allergy, sourceSpan(rationale.prose, rationale.conclusion?.span ?? span(0, rationale.prose.text.length)));
}

/** The strength of the requested drug, where the rationale gives another that nothing explains. */
function reportDose({ reading: { title, rationale } }: DisputedItem, summary: Passage, report: (dose: Dose, requested: string, grave: boolean) => void): void {
  const [requested, ...others] = dosesIn(title, false);
  if (!requested || !rationale || others.length > 0) return;
  const known = dosesIn(summary.reading.prose, false).filter(({ drug }) => drug.generic === requested.drug.generic);
  for (const dose of dosesIn(rationale.prose, true)) {
    const isOther = dose.drug.generic === requested.drug.generic && dose.strength !== requested.strength && !title.text.includes(dose.strength);
    if (!dose.sure || !isOther || known.some(({ strength }) => strength === dose.strength) || (isMultiple(dose.strength, requested.strength) && !isTakenAsOften(rationale.prose, dose, summary.reading.prose, requested.strength))) continue;
    report(dose, requested.strength, dose.strength.includes('/'));
  }
}

/** "30 mg four times a day", where the summary has 15 mg four times a day: the strength of one intake, and not the dose of a day. */
function isTakenAsOften({ text }: Prose, { strength, span: { end } }: Dose, { text: told }: Prose, requested: string): boolean {
  const often = timesADay(text.slice(end, end + FOLLOWS));
  const places = [...told.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)(?:-| )?mg\b/g)];
  return often !== null && places.some(([whole, amount], i) => amount === requested && timesADay(told.slice((places[i]?.index ?? 0) + whole.length).slice(0, FOLLOWS)) === often)
    && !places.some(([, amount]) => amount === strength);
}

/** So many characters behind a strength say how often it is taken. */
const FOLLOWS = 40;

function timesADay(text: string): number | null {
  const [often] = findFactors(text);
  const isNext = often !== undefined && /^[\s,]{0,2}(?:tablets? |by mouth |p\.?o\.? )?$/i.test(text.slice(0, often.span.start));
  return isNext && often.value.per === 'day' && often.value.unit === 'time' ? often.value.value : null;
}

/** Two tablets of 50 mg are 100 mg: it may be the dose of a day. */
function isMultiple(one: string, other: string): boolean {
  if (one.includes('/') || other.includes('/')) return one.includes('/') !== other.includes('/');
  return Number.isInteger(Number(one) / Number(other)) || Number.isInteger(Number(other) / Number(one));
}
