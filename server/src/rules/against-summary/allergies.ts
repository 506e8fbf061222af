import { span } from '../../markdown/span.ts';
import { historyInSummary } from '../../determination/case/case-history.ts';
import type { HistoryFact } from '../../determination/case/history-fact.ts';
import type { Prose } from '../../determination/model.ts';
import { allSentences } from '../../determination/statements.ts';
import { hasWord } from '../../language/sentence.ts';
import { allDrugs, findDrugs, sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';
import type { FactReader } from './fact-messages.ts';

/** An approved drug that the summary has the patient allergic to, where the rationale doesn't weigh that. */
export const allergies: FactReader = ({ item, reading: { title, decision, rationale: field }, rationale, summary }) => {
  const drug = decision?.value === 'Overturned' ? drugOfTitle(title) : null;
  const allergy = drug && !weighsAllergies(rationale) ? allergyTo(drug, summary) : undefined;
  if (!drug || !allergy) return [];
  return [{ span: field?.conclusion?.span ?? span(0, rationale.text.length), messageId: 'allergy', data: { item, drug: drug.generic, allergen: allergy.name }, told: allergy.span }];
};

/** Classes in which who is allergic to one drug may react to the next. */
const CROSSING: ReadonlySet<string> = new Set(['nsaid', 'penicillin']);

/** The allergy of a summary that a drug meets, by its ingredient or by a class that crosses; undefined where there is none. */
function allergyTo(drug: Drug, summary: Prose): HistoryFact | undefined {
  return historyInSummary(summary).find(({ topic, sure, treatment }) => {
    if (topic !== 'allergy' || !sure || !treatment) return false;
    const known = allDrugs().find(({ generic }) => generic === treatment.id);
    return known ? sharesIngredient(known, drug) || (known.class === drug.class && CROSSING.has(drug.class)) : treatment.id === drug.class;
  });
}

/** The one drug that a title asks for, by mouth or needle; null for none or several, and for what is rubbed on. */
function drugOfTitle({ text }: Prose): Drug | null {
  const [found, ...others] = findDrugs(text);
  return found && others.length === 0 && !/topical|patch|cream|gel/i.test(`${found.value.generic} ${text}`) ? found.value : null;
}

/** Whether a rationale weighs allergies or how a drug is borne at all. */
function weighsAllergies(rationale: Prose): boolean {
  return allSentences(rationale).some(({ sentence }) => hasWord(sentence, 'allergic'));
}
