import { catalogue } from './catalogue.ts';
import type { Guideline } from './guideline.ts';

/** Whether a day lies beyond the last one for which the catalogue knows which editions are in force. */
export function isBeyondHorizon(date: string): boolean {
  return date > catalogue().knownUntil;
}

/** Whether what the catalogue says of a guideline ends with what it knows: the guideline is part of the MTUS, and no last day in force is known. */
export function endsWithHorizon({ family, inForce: { from, to } }: Guideline): boolean {
  return family !== 'odg' && from !== null && to === null;
}

/** "known until 2023-11-10; proposals of 2025 and 2026 open": of the section that adopts a guideline, or of the whole MTUS. */
export function horizonWords(regulation?: string | null): string {
  const proposals = proposalWords(regulation);
  return `known until ${catalogue().knownUntil}${proposals === '' ? '' : `; ${proposals}`}`;
}

/** "proposals of 2025 and 2026 open"; empty where none is known, or where what is known reaches beyond their year. */
export function proposalWords(regulation?: string | null): string {
  const years = catalogue().orders.flatMap(({ proposed, sections }) => (
    proposed !== undefined && String(proposed) >= catalogue().knownUntil.slice(0, 4) && (regulation === undefined || (regulation !== null && sections.includes(regulation))) ? [proposed] : []));
  if (years.length === 0) return '';
  return `${years.length === 1 ? 'proposal' : 'proposals'} of ${[...new Set(years)].join(' and ')} open`;
}
