import { historyInSummary, isSymptom } from '../../determination/case/case-history.ts';
import type { HistoryFact, ToldTreatment } from '../../determination/case/history-fact.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import { thingsNamed } from '../../determination/words/named-things.ts';
import { placesMeet } from '../../determination/words/parent-words.ts';
import { ownSentences } from '../../determination/statements.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { areOfOneThing } from '../common/covered-things.ts';
import { historyOfItem, thingsOfTitle, treatmentsOf } from '../common/item-history.ts';
import { firstOfPlace, LIKELY, type Compared } from './compared.ts';
import { contraryHistory } from './compared-history.ts';
import type { ContraryFact, FactReader } from './fact-messages.ts';
import { historyMessage, wordsMessage } from './history-messages.ts';
import { isFigure, isKnownFigure } from './known-figures.ts';
import { toldOfNormal } from './results.ts';
import { contraryWords } from './words.ts';

/** What was done or never done, and how somebody is: each fact that the summary has otherwise, denies in the same words, or knows as a request only. */
export const history: FactReader = (compared) => reportedFrom(compared, (fact) => !isComposed(fact));

/** The same of what is put together from the letter's own words, which a row may have read already. */
export const composedHistory: FactReader = (compared) => firstOfPlace(reportedFrom(compared, isComposed));

function isComposed({ words, topic }: HistoryFact): boolean {
  return words !== undefined || topic === 'grade' || topic === 'proof';
}

/** What an item tells of the history, each thing once. Kept with the reading, since both readers ask for it. */
const factsOf = keptBy((reading: ItemReading): readonly HistoryFact[] => onceEach(historyOfItem(reading)));

const reportedFrom = (compared: Compared, isWanted: (fact: HistoryFact) => boolean): ContraryFact[] => factsOf(compared.reading)
  .filter((fact) => isWanted(fact) && !isSymptom(fact) && !isVerdict(fact, compared) && !(isFigure(fact) && isKnownFigure(fact, compared.summary)))
  .flatMap((fact) => otherwise(fact, compared) ?? inTheSameWords(fact, compared) ?? abnormal(fact, compared) ?? onlyRequested(fact, compared) ?? []);

/** "No MRI" may be what is decided. */
function isVerdict({ isEntry, treatment }: HistoryFact, { reading: { title } }: Compared): boolean {
  return isEntry === true && treatment !== null && thingsOfTitle(title).some((asked) => areOfOneThing(asked, treatment));
}

/** What the summary and the titles tell. */
export function toldHistory({ reading, summary }: Compared): readonly HistoryFact[] {
  const told = ofTitle(reading.title);
  return told.length > 0 ? [...historyInSummary(summary), ...told] : historyInSummary(summary);
}

/** What a title says of the graft or the compartment is known, too. */
const ofTitle = keptBy((title: Prose): readonly HistoryFact[] => historyInSummary(title).filter(({ topic }) => topic === 'graft' || topic === 'compartment'));

function otherwise(fact: HistoryFact, compared: Compared): ContraryFact | null {
  const contrary = contraryHistory(fact, toldHistory(compared));
  if (!contrary) return null;
  const isSure = contrary.grave && !isKnownAs(contrary.other, fact, compared.rationale);
  return { span: fact.span, ...historyMessage(compared.item, fact, contrary.other), ...(isSure ? {} : LIKELY), ...placeOf(contrary.other, compared) };
}

/** Where the summary tells it; nothing where a title does. */
export function placeOf(told: HistoryFact, { summary }: Compared) {
  return historyInSummary(summary).includes(told) ? { told: told.span } : {};
}

/** "No brace was dispensed; the boot was returned": what the summary tells of is known under another name. */
function isKnownAs({ treatment: told }: HistoryFact, { treatment: denied }: HistoryFact, rationale: Prose): boolean {
  return told !== null && told.id !== denied?.id && ownSentences(rationale).some(({ sentence }) => thingsNamed(sentence).some(({ thing }) => thing.id === told.id));
}

function inTheSameWords(fact: HistoryFact, { item, rationale, summary }: Compared): ContraryFact | null {
  const told = contraryWords(fact, summary, rationale);
  return told && { span: fact.span, ...wordsMessage(item, fact), ...LIKELY, told: told.span };
}

function abnormal(fact: HistoryFact, { item, rationale, summary }: Compared): ContraryFact | null {
  const told = toldOfNormal(fact, rationale, summary);
  return told && { span: fact.span, messageId: 'result', data: { item, test: fact.treatment?.name ?? '', stated: fact.value, reported: 'abnormal' }, ...LIKELY, told: told.span };
}

function onlyRequested(fact: HistoryFact, compared: Compared): ContraryFact | null {
  const { item, titles } = compared;
  return isOnlyRequested(fact, toldHistory(compared), titles) ? { span: fact.span, messageId: 'only-requested', data: { item, treatment: fact.name } } : null;
}

/** An operation of the letter's titles that the summary knows as a request only; where it doesn't speak of it at all, the records may. */
function isOnlyRequested({ sure, treatment, value, sides }: HistoryFact, told: readonly HistoryFact[], titles: readonly Prose[]): boolean {
  if (!sure || value !== 'done' || treatment?.kind !== 'surgery' || treatment.id === 'surgery') return false;
  if (!titles.some((title) => treatmentsOf(title).some(({ id }) => id === treatment.id))) return false;
  const isIt = (other: ToldTreatment | null) => other?.id === treatment.id || other?.id === 'surgery';
  const isAsked = told.some((other) => other.value === 'asked' && (isIt(other.treatment) || other.treatment?.id === 'arthroscopy'));
  return isAsked && !told.some((other) => isIt(other.treatment) && other.value === 'done' && placesMeet(sides, other.sides));
}

/** Words that say the same twice are one fault. */
export function onceEach(facts: readonly HistoryFact[]): HistoryFact[] {
  const isSame = (one: HistoryFact, other: HistoryFact) => one.topic === other.topic && one.value === other.value && one.treatment?.id === other.treatment?.id && one.sure === other.sure && (!one.words || one.name === other.name);
  return facts.filter((fact, i) => facts.findIndex((other) => isSame(fact, other)) === i);
}
