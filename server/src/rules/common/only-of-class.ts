import { historyInSummary } from '../../determination/case-history.ts';
import { isOfThisPatient } from '../../determination/case-voice.ts';
import type { HistoryFact } from '../../determination/history-fact.ts';
import type { Prose } from '../../determination/model.ts';
import { thingsNamed } from '../../determination/named-things.ts';
import { ownSentences, placeInProse, type PlacedSentence } from '../../determination/statements.ts';
import { hasWord } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import { coversThing } from './covered-things.ts';

/** "Her only antidepressant so far has been sertraline", and the others that the summary tells of. Span: in the rationale's text. */
export interface OnlyOne {
  readonly only: string;
  readonly others: readonly HistoryFact[];
  readonly span: Span;
}

/** Where a rationale says that one drug of a class was the only one, and the summary tells of more that were taken. */
export function onlyOfClass(rationale: Prose, summary: Prose): readonly OnlyOne[] {
  return ownSentences(rationale).flatMap((placed) => onlyIn(placed, summary) ?? []);
}

/** "One inhaler a month" says nothing of others. */
const SAYS_ONLY: ReadonlySet<string> = new Set(['only', 'sole', 'solely', 'merely', 'no']);

/** So many tokens may lie between "only" and the class or its drug. */
const NEAR = 4;

function onlyIn(placed: PlacedSentence, summary: Prose): OnlyOne | null {
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
  const others = historyInSummary(summary).filter(({ treatment, value, sure }) => sure && value === 'done' && treatment?.kind === 'drug' && treatment.drugClass === drug.thing.drugClass && !coversThing(treatment, drug.thing));
  if (!isAlone || others.length === 0) return null;
  return { only: drug.thing.name, others: others.filter(({ name }, i) => others.findIndex((other) => other.name === name) === i), span: placeInProse(placed, at, Math.max(drug.to, group?.to ?? 0)) };
}
