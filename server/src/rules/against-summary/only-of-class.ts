import { historyInSummary } from '../../determination/case/case-history.ts';
import { isOfThisPatient } from '../../determination/words/case-voice.ts';
import type { Prose } from '../../determination/model.ts';
import { thingsNamed, type Thing } from '../../determination/words/named-things.ts';
import { ownSentences, placeInProse, type PlacedSentence } from '../../determination/statements.ts';
import { hasWord } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import { coversThing } from '../common/covered-things.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** "Her only antidepressant so far has been sertraline", where the summary tells of more of the class that were taken. */
export const onlyOfClass: FactReader = ({ item, rationale, summary }) => ownSentences(rationale).flatMap((placed) => {
  const single = onlyIn(placed);
  const others = single ? othersTaken(single.drug, summary) : [];
  const [first] = others;
  if (!single || !first) return [];
  const names = [...new Set(others.map(({ name }) => name))];
  return [{ span: single.span, messageId: 'only', data: { item, only: single.drug.name, others: names.join(', ') }, ...LIKELY, told: first.span }];
});

function othersTaken(drug: Thing, summary: Prose) {
  return historyInSummary(summary).filter(({ treatment, value, sure }) => sure && value === 'done' && treatment?.kind === 'drug' && treatment.drugClass === drug.drugClass && !coversThing(treatment, drug));
}

/** "One inhaler a month" says nothing of others. */
const SAYS_ONLY: ReadonlySet<string> = new Set(['only', 'sole', 'solely', 'merely', 'no']);

/** So many tokens may lie between "only" and the class or its drug. */
const NEAR = 4;

/** The one drug of its class that a sentence says was the only one. Span: in the rationale's text. */
function onlyIn(placed: PlacedSentence): { readonly drug: Thing; readonly span: Span } | null {
  const { sentence } = placed;
  if (!hasWord(sentence, 'one-and-no-more') || hasWord(sentence, 'of-now-only') || !isOfThisPatient(sentence)) return null;
  const { keys } = sentence.tokens;
  const at = sentence.found.lists.findIndex((hits) => hits.some(({ list }) => list === 'one-and-no-more'));
  const isOnly = SAYS_ONLY.has(keys[at] ?? '') || hasWord(sentence, 'nothing-more');
  if (!isOnly || keys[at - 1] === 'not') return null;
  const named = thingsNamed(sentence);
  const group = named.find(({ thing: { kind }, from }) => kind === 'medication-class' && from > at && from - at <= NEAR);
  const drug = named.find(({ thing: { kind, drugClass }, from }) => kind === 'drug' && (group ? drugClass === group.thing.id : from > at && from - at <= NEAR && hasWord(sentence, 'nothing-more', from)));
  if (!drug?.thing.drugClass) return null;
  const isAlone = named.filter(({ thing }) => thing.drugClass === drug.thing.drugClass).length === 1;
  return isAlone ? { drug: drug.thing, span: placeInProse(placed, at, Math.max(drug.to, group?.to ?? 0)) } : null;
}
