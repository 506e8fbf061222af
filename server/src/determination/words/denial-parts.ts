import { standsAt } from '../../language/lexicon.ts';
import type { Sentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { isNumberWord } from '../../vocabulary/numbers.ts';
import { denialPhraseAt, isUndone, type DenialClass } from './denial-words.ts';
import { isCarer, thingsNamed, type Thing } from './named-things.ts';

export type PartClass = DenialClass | 'unit' | 'place' | 'comma' | 'or' | 'figure';

/** Words of a clause, and what they are to a denial. */
export interface Part {
  readonly is: PartClass;
  readonly from: number;
  readonly to: number;
  readonly thing: Thing | null;
}

/** The parts of a clause. `relative`: it says which of the things before it are meant; `condition`: it tells when something would be, not that it is. */
export interface Stretch {
  readonly parts: Part[];
  readonly role: 'clause' | 'relative' | 'condition';
}

/** A sentence in its clauses, each in its parts. Kept with the sentence. */
export const stretchesOf = keptBy((sentence: Sentence): readonly Stretch[] => {
  const { tokens } = sentence;
  const stretches: Stretch[] = [{ parts: [], role: 'clause' }];
  for (let at = 0; at < tokens.count;) {
    const parts = stretches.at(-1)?.parts ?? [];
    const phrase = denialPhraseAt(tokens.keys, at);
    const opened = openedAt(sentence, at, parts, phrase !== null);
    if (opened) {
      stretches.push({ parts: [], role: opened });
      at++;
      continue;
    }
    if (phrase?.is === 'deny' && tokens.keys[at] === 'for' && parts.length > 0) stretches.push({ parts: [], role: 'clause' });
    const part = partAt(sentence, at, parts, phrase);
    stretches.at(-1)?.parts.push(part);
    at = part.to;
  }
  return stretches;
});

const HARD: ReadonlySet<string> = new Set([';', ':', '—', '(', ')', '"', '.', '?', '!']);
const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose', 'that']);
const OPENERS = ['opens-cause', 'opens-concession', 'opens-purpose', 'opens-main'];
const CONDITIONS = ['opens-condition', 'opens-time'];

/** Whether another clause begins at a token, and whether it says of which thing the one before it speaks. */
function openedAt({ tokens, found }: Sentence, at: number, parts: readonly Part[], isKnown: boolean): Stretch['role'] | null {
  const key = tokens.keys[at] ?? '';
  const before = parts.at(-1);
  if (tokens.kinds[at] === 'mark') return HARD.has(key) ? 'clause' : null;
  if (key === 'so' && before?.is === 'comma' && parts.some(({ is }) => is === 'deny') && parts.some(({ is }) => is === 'unit')) return 'clause';
  if (key === 'that' && SEES.has(tokens.keys[at - 1] ?? '') && BEGINS.has(tokens.keys[at + 1] ?? '')) return 'clause';
  if (RELATIVE.has(key)) {
    if (before?.is === 'unit' || before?.is === 'place') return 'relative';
    return before?.is === 'comma' && key !== 'that' ? 'clause' : null;
  }
  if (SUBJECTS.has(key) && isNewSubject(tokens.keys, at, parts)) return 'clause';
  if (key === 'and') return standsAt(found, 'begins-clause', at + 1) || beginsAnother(tokens.keys, at) || (before?.is === 'comma' && hasOwnVerb(tokens.keys, at, parts)) ? 'clause' : null;
  if (key === 'since') return denialPhraseAt(tokens.keys, at + 1)?.is === 'deny' ? 'clause' : null;
  if (key === 'nor' || isKnown || (found.lists[at]?.length ?? 0) === 0) return null;
  if (CONDITIONS.some((list) => standsAt(found, list, at))) return 'condition';
  return OPENERS.some((list) => standsAt(found, list, at)) ? 'clause' : null;
}

/** "One observes that he was never offered one": what is said, and not which thing is meant. */
const SEES: ReadonlySet<string> = new Set(['observe', 'observes', 'note', 'notes', 'find', 'finds', 'see', 'sees', 'regret', 'remark', 'remarks', 'appears', 'fact', 'notice', 'notices', 'true', 'clear', 'plain', 'striking', 'notable', 'noted', 'seems', 'say', 'says', 'state', 'states']);
const BEGINS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'nobody', 'no', 'there', 'the', 'this', 'neither']);
const SUBJECTS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'one', 'there', 'we', 'i']);
const VERBS: ReadonlySet<string> = new Set(['is', 'was', 'are', 'were', 'has', 'have', 'had', 'can', 'could', 'may', 'might', 'must', 'should', 'would', 'will', 'do', 'doe', 'did', 'cannot']);

/** "…, and a start is reasonable". */
function hasOwnVerb(keys: readonly string[], at: number, parts: readonly Part[]): boolean {
  return parts.some(({ is }) => is === 'deny') && parts.some(({ is }) => is === 'deed') && keys.slice(at + 2, at + 6).some((key) => VERBS.has(key));
}

/** "As no MRI has been obtained to this day [one could …]". */
function isNewSubject(keys: readonly string[], at: number, parts: readonly Part[]): boolean {
  const isSaid = parts.some(({ is }) => is === 'deny') && parts.some(({ is }) => is === 'unit') && parts.some(({ is }) => is === 'deed');
  return isSaid && VERBS.has(keys[at + 1] ?? '') && keys[at - 1] !== 'that' && keys[at - 1] !== 'no';
}

/** "The films are normal, and an examination of the hips is not recorded": both halves have a subject and a verb. */
function beginsAnother(keys: readonly string[], at: number): boolean {
  if (!ARTICLES.has(keys[at + 1] ?? '') || !keys.slice(0, at).some((key) => VERBS.has(key))) return false;
  const comma = keys.indexOf(',', at);
  return keys.slice(at + 2, Math.min(at + 9, comma < 0 ? keys.length : comma)).some((key) => VERBS.has(key));
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

const LEVEL = /^[clts]\d{1,2}$/;
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral', 'bilaterally', 'both']);
const ALTERNATIVE: ReadonlySet<string> = new Set(['or', 'nor']);
const JOINS: ReadonlySet<string> = new Set(['and', 'that', 'which', 'who']);

/** "Tricyclic drugs": what a thing is of. */
const OF_A_KIND: ReadonlySet<string> = new Set(['drug', 'agent', 'medication', 'medicine', 'class', 'compound', 'preparation', 'product']);

function partAt(sentence: Sentence, at: number, before: readonly Part[], phrase: ReturnType<typeof denialPhraseAt>): Part {
  const { tokens: { keys, kinds }, found } = sentence;
  const key = keys[at] ?? '';
  const part = (is: PartClass, to = at + 1, thing: Thing | null = null): Part => ({ is, from: at, to, thing });
  if (kinds[at] === 'mark') return part(key === ',' ? 'comma' : 'silent');
  if (ALTERNATIVE.has(key) && before.some(({ is }) => is === 'deny')) return part('or');
  const named = thingsNamed(sentence).find(({ from }) => from === at);
  if (OF_A_KIND.has(key) && (before.at(-1)?.thing || keys[at + 1] === 'of')) return part('silent');
  if (phrase?.is === 'people' && before.at(-1)?.is === 'unit') return part('unit', phrase.to);
  if (phrase && phrase.to >= (named?.to ?? 0) && !(named && isCarer(named.thing) && named.to === phrase.to)) return part(phrase.is, phrase.to);
  if (named) return part(named.thing.kind === 'gain' ? 'gain' : 'unit', named.to, named.thing);
  const region = found.mentions.find(({ kind, from }) => kind === 'region' && from === at);
  if (region) return part(region.value === 'psyche' ? 'unit' : 'place', region.to);
  if (LEVEL.test(key)) return part('place', kinds[at + 1] === 'number' ? at + 2 : at + 1);
  if (SIDES.has(key)) return part('place');
  if (isUndone(key) && !before.some(({ is }) => is === 'deny')) return part('deny');
  if (kinds[at] === 'number' || isNumberWord(key)) return part('figure');
  return part(JOINS.has(key) || key.length < 2 ? 'silent' : 'unit');
}

/** The part of a clause between commas that holds its denial; null where it is one of a list. */
export function betweenCommas(parts: readonly Part[]): readonly Part[] | null {
  const at = parts.findIndex(({ is }) => is === 'deny');
  const from = parts.findLastIndex(({ is }, i) => is === 'comma' && i < at) + 1;
  const end = parts.findIndex(({ is }, i) => is === 'comma' && i > at);
  if (end < 0) return parts.slice(from);
  const next = parts[end + 1]?.is;
  return next === 'unit' || next === 'place' || next === 'or' ? null : parts.slice(from, end);
}
