import { rememberShort } from '../markdown/remember.ts';
import { findRegions } from '../vocabulary/regions.ts';
import { findSides } from '../vocabulary/sides.ts';
import { isAnotherThing, isKindred, sharesThing } from './subject.ts';

const EMPTY_WORDS = new Set([
  'the', 'a', 'an', 'of', 'for', 'to', 'in', 'on', 'at', 'with', 'and', 'or', 'by', 'per', 'this', 'that', 'request', 'requests', 'requested', 'associated', 'service', 'services', 'surgical',
  'treatment', 'treatments', 'one', 'prescription', 'medication', 'tab', 'tablet', 'tablets', 'cap', 'capsule', 'capsules', 'qty', 'quantity', 'refill', 'refills', 'mg', 'retrospective',
  'purchase', 'rental', 'session', 'sessions', 'visit', 'visits', 'time', 'times', 'day', 'days', 'week', 'weeks', 'month', 'months', 'hour', 'hours', 'x', 'unit', 'dos', 'left', 'right', 'bilateral',
]);
/** Short forms that titles and lists mix freely. */
const LONG_FORMS: ReadonlyMap<string, string> = new Map([
  ['pt', 'physical therapy'], ['ot', 'occupational therapy'], ['ncs', 'nerve conduction'], ['ncv', 'nerve conduction'], ['xray', 'x-ray'], ['radiograph', 'x-ray'], ['radiographs', 'x-ray'],
  ['esi', 'epidural steroid injection'], ['uds', 'urine drug screen'], ['fce', 'functional capacity evaluation'], ['electromyography', 'emg'], ['eval', 'evaluation'], ['acupuncture', 'acupuncture'],
  ['chiro', 'chiropractic'], ['cspine', 'cervical spine'], ['lspine', 'lumbar spine'], ['preop', 'pre-op'], ['preoperative', 'pre-op'], ['postop', 'post-op'], ['postoperative', 'post-op'],
  ['magnetic', 'mri'], ['resonance', 'mri'], ['screening', 'screen'], ['assistant', 'assistant'],
]);

/** The words that say what a title asks for, without quantities, sides and the words of every title. */
export const titleWords = rememberShort((title): ReadonlySet<string> => {
  const words = title.toLowerCase().replace(/\bx-rays?\b/g, 'xray').replace(/\b(pre|post)-?\s?op(?:erative)?\b/g, '$1op').match(/[a-z][a-z0-9-]*/g) ?? [];
  const long = words.flatMap((word) => (LONG_FORMS.get(word) ?? word).split(' '));
  return new Set(long.filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)).map(singular));
});

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * How much two titles ask for the same, from 0 to 1: the share of the shorter title's words that the other has. 0 where they
 * name different sides or different regions: a left and a right knee are two items.
 */
export function likeness(a: string, b: string): number {
  if (differ(findSides(a).map(({ value }) => value), findSides(b).map(({ value }) => value))) return 0;
  if (differ(findRegions(a).map(({ value }) => value), findRegions(b).map(({ value }) => value))) return 0;
  const known = sharesThing(a, b) ? SAME_THING : isKindred(a, b) ? KINDRED : 0;
  if (known === 0 && isAnotherThing(a, b)) return 0;
  return Math.max(known, wordLikeness(a, b));
}

/** Less than the very same words, more than some of them: "UDS" is the urine drug screen. */
const SAME_THING = 0.8;
const KINDRED = 0.6;

function wordLikeness(a: string, b: string): number {
  const words = titleWords(a);
  const others = titleWords(b);
  const [few, many] = words.size <= others.size ? [words, others] : [others, words];
  if (few.size === 0) return a.trim().toLowerCase() === b.trim().toLowerCase() ? 1 : 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value));
}
