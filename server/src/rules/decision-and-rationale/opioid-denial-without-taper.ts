import type { Determination, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { allSentences, ownSentences } from '../../determination/statements.ts';
import { partAround } from '../../language/clauses.ts';
import { hasWord, mentionsOf, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import type { DrugClass } from '../../vocabulary/drug-classes.ts';
import { findDrugs, type Drug } from '../../vocabulary/drugs.ts';
import type { Treatment } from '../../vocabulary/treatments.ts';
import { summaryOf } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';
import { AFTER_SURGERY, speaksOfTaper } from '../common/taper.ts';
import { itemName, requestOf } from '../common/wording.ts';

const SAYS = 'The decision concerns this prescription and is not a recommendation to stop the medication abruptly; a taper under the care of the treating physician is advised.';

export const opioidDenialWithoutTaper = defineRule({
  id: 'opioid-denial-without-taper',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  waits: true,
  summary: 'The denial of an opioid or a benzodiazepine speaks of how it is ended.',
  why: 'Stopping either of them at once can harm the patient. 11 of 12 published denials say a word on tapering; the one that doesn’t leaves patient and physician to find out.',
  sources: [{ title: '11 of 12 published opioid denials of 12/2016 to 3/2017' }, { title: 'MTUS Opioids Treatment Guidelines 2016, on tapering' }],
  leavesAlone: ['Any word on tapering, weaning or discontinuing, also before the conclusion.', 'A drug that was not begun, was given once, or is asked for after an operation; a retrospective request.', 'What was partly authorised for a taper, and what is put on the skin.', 'A drug that is new: the summary lists several others, and none of this class. Where it names other treatments only, it is advice.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Norco 10/325 mg #60: Upheld\n\n**Decision rationale:** No gain is recorded for this patient. A gradual taper is advised. Therefore, Norco is not medically necessary.'],
    invalid: [{
      draft: '### ⟦Norco⟧ 10/325 mg #60: Upheld\n\n**Decision rationale:** The records show daily use for two years without a gain in function. Therefore, Norco is not medically necessary.',
      fixed: `### Norco 10/325 mg #60: Upheld\n\n**Decision rationale:** The records show daily use for two years without a gain in function. Therefore, Norco is not medically necessary. ${SAYS}`,
    }],
  },
  messages: {
    noTaper: ({ item, drug }: { item: number; drug: string }) => `${itemName(item)} denies ${drug} without a word on tapering. Say how it is to be ended.`,
  },
  about: (letter: Determination) => ({ approved: drugsApproved(letter), told: drugsTold(summaryOf(letter)?.reading.prose) }),
  check: (item, _context, report, { approved, told }) => {
    const { decision, rationale, title, partial } = item.reading;
    if (decision?.value !== 'Upheld' || !rationale?.conclusion || partial || speaksOfTaper(rationale) || hasWord(readSentence(title.text), 'not-begun')) return;
    if (hasWord(readSentence(title.text), 'applied-to-the-skin')) return;
    const drug = findDrugs(requestOf(item)).find(({ value }) => value.opioid === true || value.class === 'benzodiazepine');
    if (!drug || isOtherForm(drug.value, approved) || (told.drugs > 1 && isPerhapsNew(drug.value, told.names))) return;
    const { end } = rationale.prose.span;
    report({
      span: sourceSpan(title, drug.span),
      messageId: 'noTaper',
      ...(isPerhapsNew(drug.value, told.names) || isForAfterSurgery(rationale.prose) ? { severity: 'information' as const } : {}),
      data: { item: item.number, drug: drug.text },
      fixes: [{ title: 'Add a sentence on tapering', applicability: 'suggestion', edits: [{ span: { start: end, end }, newText: ` ${SAYS}` }] }],
    });
  },
});

/** "A brief supply after an operation": what is given for its pain was not begun. */
function isForAfterSurgery(prose: Prose): boolean {
  return ownSentences(prose).some(({ sentence }) => hasWord(sentence, 'for-after-surgery') || statementsOf(sentence, 'plan').some(({ says }) => says['taper'] === AFTER_SURGERY));
}

function drugsApproved({ items }: Determination): readonly string[] {
  return items.filter(({ reading: { decision } }) => decision?.value === 'Overturned').flatMap((item) => findDrugs(requestOf(item)).map(({ value }) => value.generic));
}

/** The drugs and treatments that a summary names but as requested, and the drugs’ classes; how many drugs it names. */
interface Told {
  readonly names: readonly string[];
  readonly drugs: number;
}
const drugsTold = (prose: Prose | undefined): Told => (prose ? drugsIn(prose) : { names: [], drugs: 0 });
const drugsIn = keptBy((prose: Prose): Told => {
  const sentences = allSentences(prose).map(({ sentence }) => sentence);
  const taken = <T>(kind: 'drug' | 'drug-class' | 'treatment'): T[] =>
    sentences.flatMap((sentence) => mentionsOf<T>(sentence, kind).filter(({ from }) => !isOnlyAsked(sentence, from)).map(({ value }) => value));
  const drugs = taken<Drug>('drug');
  const others = [...taken<DrugClass>('drug-class'), ...taken<Treatment>('treatment')].map(({ id }) => id);
  return { names: [...drugs.flatMap((drug) => [drug.generic, drug.class]), ...others], drugs: new Set(drugs.map(({ generic }) => generic)).size };
});

/** "The surgeon requested six visits and tramadol 50 mg"; not "asks for a refill of tramadol". */
function isOnlyAsked(sentence: Sentence, from: number): boolean {
  const [begin] = partAround(sentence, from, LISTED);
  return hasWord(sentence, 'asks-for-approval', 0, from) && !hasWord(sentence, 'goes-on-with', begin, sentence.tokens.count);
}

const LISTED: ReadonlySet<string> = new Set([',', ';', ':']);

/** The summary tells of other treatments, and of no drug of this class: what was never taken has no end. */
function isPerhapsNew({ generic, class: drugClass }: Drug, told: readonly string[]): boolean {
  return told.length > 0 && !told.includes(generic) && !told.includes(drugClass);
}

/** A depot of buprenorphine beside its films: nothing is ended. */
function isOtherForm({ generic }: Drug, approved: readonly string[]): boolean {
  return generic.includes('buprenorphine') && approved.some((other) => other.includes('buprenorphine'));
}
