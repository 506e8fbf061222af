import type { Choose } from './choose.ts';
import type { Era, Request, RequestKind, Side } from './letter-spec.ts';
import { DRUGS, REGIONS } from './letter-words.ts';
import { withQuantity } from './quantities.ts';

const NOTHING: Omit<Request, 'kind' | 'words' | 'source'> = { region: null, regionWords: null, side: null, quantity: null, drug: null, level: null };

export const INDEPENDENT_KINDS: readonly RequestKind[] = ['imaging', 'therapy', 'acupuncture', 'injection', 'equipment', 'drug', 'drug', 'test'];
/** Devices that the MTUS doesn't speak of. */
const OUTSIDE_DEVICES = ['Shower chair', 'Walking cane', 'Wheelchair rental', 'Orthopedic mattress', 'Hospital bed rental'];

/** A request of a kind, on a part of the body that the letter's other items don't ask about. */
export function request(choose: Choose, kind: RequestKind, era: Era, regions: readonly string[], drugs: readonly string[]): Request {
  const region = choose.oneOf(regions);
  const { sided, words } = REGIONS[region] ?? { sided: false, words: [''] };
  const side: Side | null = sided ? choose.oneOf(['left', 'right'] as const) : null;
  const regionWords = choose.oneOf(words);
  const part = `${side ? `${side} ` : ''}${regionWords}`;
  const on = { ...NOTHING, kind, region, side, regionWords };
  switch (kind) {
    case 'imaging': {
      const study = choose.oneOf(['MRI', 'X-ray', 'CT scan', 'Magnetic resonance imaging']);
      return { ...on, words: `${study} of the ${part}${study === 'MRI' ? choose.oneOf(['', ' without contrast']) : ''}`, source: 'chapter' };
    }
    case 'therapy': {
      const quantity = { number: choose.oneOf([6, 8, 12]), form: choose.oneOf(['visits', 'sessions', 'weekly'] as const) };
      const what = choose.oneOf(['Physical therapy', 'Occupational therapy']);
      return { ...on, quantity, words: withQuantity(`${what} for the ${part}`, quantity), source: choose.oneOf(['chapter', 'chronic-pain'] as const) };
    }
    case 'acupuncture': {
      const quantity = { number: choose.oneOf([4, 6, 12]), form: choose.oneOf(['visits', 'sessions'] as const) };
      return { ...on, quantity, words: withQuantity(`Acupuncture for the ${part}`, quantity), source: era === '2020' ? 'chapter' : 'acupuncture' };
    }
    case 'injection': {
      if (side) return { ...on, words: `Corticosteroid injection of the ${part}`, source: 'chapter' };
      const level = region === 'neck' ? choose.oneOf(['C5-6', 'C6-7']) : choose.oneOf(['L3-4', 'L4-5', 'L5-S1']);
      return { ...on, level, words: `${choose.oneOf(['Lumbar', 'Interlaminar']) === 'Lumbar' && region !== 'neck' ? 'Lumbar epidural' : 'Epidural'} steroid injection at ${level}`, source: 'chronic-pain' };
    }
    case 'equipment':
      return equipment(choose, on);
    case 'drug': {
      const key = choose.oneOf(drugs);
      const drug = DRUGS[key];
      const name = choose.oneOf(drug?.names ?? ['']);
      const quantity = choose.inPercent(85) ? { number: choose.oneOf([30, 60, 90]), form: choose.oneOf(['hash', 'count', 'tablets'] as const) } : null;
      return { ...NOTHING, kind, drug: { key, name }, quantity, words: withQuantity(`${name} ${drug?.strength ?? ''}`, quantity), source: drug?.source ?? 'chronic-pain' };
    }
    case 'surgery': {
      const operation = choose.oneOf(REGIONS[region]?.surgeries ?? ['']);
      return { ...on, words: side ? `${capital(side)} ${operation}` : operation, source: 'chapter' };
    }
    case 'test':
    case 'dependant':
      return { ...NOTHING, kind, words: choose.oneOf(['Urine drug screen', 'Confirmatory urine drug testing']), source: 'chronic-pain' };
  }
}

function equipment(choose: Choose, on: Omit<Request, 'words' | 'source'>): Request {
  const { side, regionWords, region } = on;
  const part = `${side ? `${side} ` : ''}${regionWords ?? ''}`;
  const which = choose.whole(1, 3);
  if (which === 1) return { ...on, words: `TENS unit for the ${part}`, source: 'chronic-pain' };
  if (which === 2) return { ...NOTHING, kind: 'equipment', words: choose.oneOf(OUTSIDE_DEVICES), source: 'odg' };
  const brace = choose.oneOf(REGIONS[region ?? '']?.braces ?? ['Brace']);
  return { ...on, words: side ? `${brace}, ${side}` : brace, source: 'chapter' };
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The request inside of a sentence. */
export function inSentence(words: string): string {
  return /^(?:[A-Z]{2}|X-ray)/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
