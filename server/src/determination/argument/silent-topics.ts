import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import type { Topic } from '../../guidelines/covers.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { regionsNamed, type RegionId } from '../../vocabulary/regions.ts';
import { findPerioperative, type Treatment } from '../../vocabulary/treatments.ts';
import type { ItemReading } from '../model.ts';
import { isOfWholeMtus, saidMtusSilence } from './mtus-silence.ts';

/** What a rationale calls the MTUS silent on. Span: of the sentence, in the rationale's `prose.text`. */
export interface SilentTopic {
  readonly topic: Topic;
  readonly thing: string;
  readonly span: Span;
}

/** The treatments, classes of drugs and drugs on which a rationale calls the whole of the MTUS silent, where it says no more of them than that and for which part of the body. */
export function silentTopics(reading: ItemReading): readonly SilentTopic[] {
  return saidMtusSilence(reading).filter((each) => isOfWholeMtus(each)).flatMap(({ sentence, span: place, statement, of }) => {
    const [from, to] = of ? [of.from, endOfPart(sentence, of.to)] : [0, statement.from];
    if (hasWord(sentence, 'detail', from, to) || hasWord(sentence, 'narrows-topic', from, to)) return [];
    const treatments = mentionsOf<Treatment>(sentence, 'treatment', from, to).filter((each) => isWhole(sentence, each) && isHead(sentence, from, each));
    const drugs = mentionsOf<Drug>(sentence, 'drug', from, to).filter((each) => isWhole(sentence, each) && isHead(sentence, from, each));
    const afterSurgery = isTherapyAfterSurgery(sentence, from, to) || (treatments.some(({ value: { kind } }) => kind === 'therapy') && findPerioperative(reading.title.text).length > 0);
    const meant = afterSurgery ? [] : treatments;
    if ((meant.length + drugs.length === 0 || hasWord(sentence, 'operation', from, to)) && !afterSurgery) return [];
    const named = regionsNamed(sentence.text.slice(sentence.tokens.starts[from] ?? 0, sentence.tokens.ends[to - 1]));
    const topic = { ids: [...(afterSurgery ? ['physical-therapy'] : []), ...meant.map(({ value }) => value.id), ...drugs.flatMap(({ value }) => [value.generic, value.class])], regions: named.length > 0 ? named : (reading.regions as readonly RegionId[]), afterSurgery };
    const [first] = [...meant, ...drugs];
    return [{ topic, thing: first ? wordsOf(sentence, first) : 'therapy after an operation', span: shift(span(0, sentence.text.length), place.start) }];
  });
}

/** "Massage", "massage therapy or exercise"; not "massage canes". */
function isWhole({ tokens: { keys, kinds, count } }: Sentence, { to }: { readonly to: number }): boolean {
  return to >= count || kinds[to] === 'mark' || BEHIND.has(keys[to] ?? '');
}

const BEHIND: ReadonlySet<string> = new Set(['for', 'in', 'of', 'after', 'following', 'or', 'and', 'at', 'on', 'as', 'so', 'drug', 'medication', 'medicine', 'treatment', 'therapy', 'visit', 'session', 'is', 'are', 'to', 'by', 'with', 'either', 'here', 'anywhere', 'unit', 'that', 'which']);

/** "The use of opioids", "lotions with lidocaine"; not "loss of hair under an SSRI", "sleep after an injection". */
function isHead({ tokens: { keys } }: Sentence, begin: number, { from }: { readonly from: number }): boolean {
  return keys.slice(begin, from).every((key, i) => !LEADS_AWAY.has(key) || HOLDS.has(keys[begin + i - 1] ?? ''));
}

const LEADS_AWAY: ReadonlySet<string> = new Set(['of', 'with', 'under', 'from', 'after', 'before', 'in', 'by', 'during', 'without', 'at', 'against', 'between', 'beside', 'despite', 'because']);
const HOLDS: ReadonlySet<string> = new Set(['use', 'form', 'kind', 'type', 'sort', 'role', 'place', 'trial', 'course', 'application', 'value', 'cream', 'lotion', 'gel', 'ointment', 'patch', 'treatment', 'prescription', 'group', 'class', 'family']);

function wordsOf({ text, tokens }: Sentence, { from, to }: { readonly from: number; readonly to: number }): string {
  return text.slice(tokens.starts[from], tokens.ends[to - 1]);
}

/** "Creams [and lotions with lidocaine], so …": up to the comma. */
function endOfPart({ tokens: { keys, count } }: Sentence, from: number): number {
  let to = from;
  while (to < count && !/^[,;.]$/.test(keys[to] ?? '') && keys[to] !== 'so') to++;
  return to;
}

/** "Therapy after hip replacement"; not "cold therapy units after an operation". */
function isTherapyAfterSurgery(sentence: Sentence, from: number, to: number): boolean {
  const { keys } = sentence.tokens;
  const others = mentionsOf<Treatment>(sentence, 'treatment', from, to).filter(({ value: { kind } }) => kind !== 'therapy');
  const isTherapy = (key: string, at: number): boolean => THERAPY.has(key) && !others.some((each) => each.from <= at && at < each.to);
  return keys.slice(from, to).some((key, i) => isTherapy(key, from + i)) && keys.slice(from, to).some((key) => AFTER.has(key)) && (mentionsOf<Treatment>(sentence, 'treatment', from, to).some(({ value: { kind } }) => kind === 'surgery') || hasWord(sentence, 'operation', from, to));
}

const THERAPY: ReadonlySet<string> = new Set(['therapy', 'rehabilitation', 'exercise', 'physiotherapy']);
const AFTER: ReadonlySet<string> = new Set(['after', 'following', 'postoperative', 'postsurgical', 'post']);
