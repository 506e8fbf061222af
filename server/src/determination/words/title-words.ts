import { rememberShort } from '../../markdown/remember.ts';

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
