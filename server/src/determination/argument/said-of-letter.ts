import { span, type Span } from '../../markdown/span.ts';
import { readAmount } from '../../vocabulary/numbers.ts';
import { findStates } from '../../vocabulary/states.ts';
import type { DecisionValue, Prose } from '../model.ts';
import wordings from './said-of-letter.json' with { type: 'json' };
import { ownSentences, statementsIn } from '../statements.ts';

/** Something that the letter says of itself. Span: in the prose's text. */
export type SaidOfLetter = { readonly words: string; readonly span: Span } & (
  | { readonly what: 'case-number' }
  | { readonly what: 'priority'; readonly priority: 'expedited' | 'standard' }
  /** "All four requests of this letter are upheld". `count` is null where only "all" is said; `ofLetter` where it says that the letter's are meant. */
  | { readonly what: 'decisions'; readonly count: number | null; readonly decision: DecisionValue; readonly ofLetter: boolean });

const CASE_NUMBER = /\b[A-Z]{2}\d\d-\d{4,8}\b/g;
const JOINT = /^(?:[\s,&/]|and\b)*$/;

/** What some words of a letter say of the letter itself: its case number, its priority, how all its requests are decided. */
export function saidOfLetter(prose: Prose): readonly SaidOfLetter[] {
  return [...caseNumbersIn(prose), ...statementsOfLetter(prose)];
}

/** Numbers that are called the case's, in a sentence that speaks of no other case. */
function caseNumbersIn(prose: Prose): SaidOfLetter[] {
  if (!/\d-\d{4}/.test(prose.text)) return [];
  return ownSentences(prose).flatMap(({ sentence: { text }, start }) => [...text.matchAll(CASE_NUMBER)].flatMap(({ 0: words, index }) => {
    const before = text.slice(Math.max(0, index - 30), index).toLowerCase();
    const isOfCase = wordings.caseNumberLabels.some((label) => /^[\s:#]*$/.test(before.slice(before.lastIndexOf(label) + label.length)) && before.includes(label));
    const isOther = text.toLowerCase().split(/[^a-z]+/).some((word) => wordings.otherCases.includes(word));
    return isOfCase && !isOther ? [{ what: 'case-number' as const, words, span: span(start + index, start + index + words.length) }] : [];
  }));
}

function statementsOfLetter(prose: Prose): SaidOfLetter[] {
  // Other rows of the kind point to what was said of a thing: "the same reasons hold for the walker".
  return statementsIn(prose, 'letter').filter(({ statement: { says } }) => says['points'] === undefined).map(({ statement: { says, slots }, span: place }) => {
    const said = { words: prose.text.slice(place.start, place.end), span: place };
    if (says['priority'] !== undefined) return { ...said, what: 'priority', priority: says['priority'] === 'expedited' ? 'expedited' : 'standard' };
    const count = slots['count'] ? readAmount(slots['count'].text, 0)?.values[0] ?? null : null;
    return { ...said, what: 'decisions', count, decision: /upheld/i.test(slots['verdict']?.text ?? '') ? 'Upheld' : 'Overturned', ofLetter: says['of'] === 'letter' };
  });
}

/** The states in which some words say that the reviewer is licensed, one behind the other: "State(s) of Licensure: California, Oregon". */
export function licencesIn({ text }: Prose): readonly { readonly state: string; readonly span: Span }[] {
  const label = wordings.licenceLabels.find((words) => text.includes(words));
  if (label === undefined) return [];
  const from = text.indexOf(label) + label.length;
  const licences: { state: string; span: Span }[] = [];
  let end = 0;
  const list = text.slice(from, from + 300);
  for (const { value, span: place } of findStates(list)) {
    if (!JOINT.test(list.slice(end, place.start))) break;
    licences.push({ state: value, span: span(from + place.start, from + place.end) });
    end = place.end;
  }
  return licences;
}

/** The states that the head names. */
export function licencesOfHead(text: string): readonly string[] {
  return findStates(text).map(({ value }) => value);
}
