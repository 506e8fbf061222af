import type { Guideline } from '../guidelines/guideline.ts';
import { editionInForce, inForceOn } from '../guidelines/lookup.ts';

/** A guideline by the name that a letter prints: "Low Back Complaints 2004", "ODG Low Back". */
export function nameOf(guideline: Guideline): string {
  if (guideline.family === 'odg') return guideline.id === 'odg' ? 'ODG' : `ODG ${guideline.title}`;
  return guideline.year === null ? guideline.title : `${guideline.title} ${guideline.year}`;
}

/** When it was in force: "In force from 2009-07-18 to 2017-11-30." */
export function inForceWords({ family, inForce: { from, to, certain } }: Guideline): string {
  if (family === 'odg') return 'Not part of the MTUS: it counts where the MTUS is silent.';
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  if (days === '') return 'It is not known when it was in force.';
  return `In force ${days}${certain ? '' : ' (not certain)'}.`;
}

/** Whether it fits a letter of that UR denial date, and what does where it doesn't; null where there is nothing to say. */
export function fitWords(guideline: Guideline, date: string | null): string | null {
  if (guideline.family === 'odg') return null;
  if (date === null) return 'The letter has no UR denial date to hold it against.';
  const { status } = inForceOn(guideline, date);
  if (status === 'in-force') return `It fits this letter: the UR denial is of ${date}.`;
  if (status === 'uncertain') return `It may or may not have been in force at the UR denial of ${date}.`;
  const instead = editionInForce(guideline, date);
  const when = status === 'not-yet' ? 'It was not yet in force' : 'It was no longer in force';
  const which = instead && instead !== guideline ? ` ${nameOf(instead)} was.` : '';
  return `${when} at the UR denial of ${date}.${which}`;
}
