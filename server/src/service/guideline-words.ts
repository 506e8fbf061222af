import type { Guideline } from '../guidelines/guideline.ts';
import { endsWithHorizon, horizonWords, isBeyondHorizon, proposalWords } from '../guidelines/horizon.ts';
import { editionInForce, inForceOn } from '../guidelines/lookup.ts';

/** A guideline by the name that a letter prints: "Low Back Complaints 2004", "ODG Low Back". */
export function nameOf(guideline: Guideline): string {
  if (guideline.family === 'odg') return guideline.id === 'odg' ? 'ODG' : `ODG ${guideline.title}`;
  return guideline.year === null ? guideline.title : `${guideline.title} ${guideline.year}`;
}

/** When it was in force: "In force from 2009-07-18 to 2017-11-30." No open end is promised: "In force from 2020-09-21; known until 2023-11-10." */
export function inForceWords(guideline: Guideline): string {
  const { family, regulation, inForce: { from, to, certain } } = guideline;
  if (family === 'odg') return 'Not part of the MTUS: it counts where the MTUS is silent.';
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  if (days === '') return `It is not known when it was in force${behindSemicolon(proposalWords(regulation))}.`;
  return `In force ${days}${certain ? '' : ' (not certain)'}${endsWithHorizon(guideline) ? behindSemicolon(horizonWords(regulation)) : ''}.`;
}

function behindSemicolon(words: string): string {
  return words === '' ? '' : `; ${words}`;
}

/** What a source outside of the MTUS counts for, and of ACOEM's that its newest version is the right one there. */
export const OUTSIDE_OF_MTUS = 'It counts where the MTUS is silent on the request.';
export const NEWEST_ACOEM = `${OUTSIDE_OF_MTUS} The most current version of ACOEM is the one to use then, adopted or not (8 CCR 9792.21.1(a)(2)(A)).`;

/** Whether it fits a letter of that UR denial date, and what does where it doesn't; null where there is nothing to say. */
export function fitWords(guideline: Guideline, date: string | null): string | null {
  if (guideline.family === 'odg') return null;
  if (date === null) return 'The letter has no UR denial date to hold it against.';
  const { status } = inForceOn(guideline, date);
  if (status === 'in-force') {
    return isBeyondHorizon(date) ? `As far as is known it fits this letter, but the UR denial is of ${date}: look up whether it was still in force.` : `It fits this letter: the UR denial is of ${date}.`;
  }
  if (status === 'uncertain') return `It may or may not have been in force at the UR denial of ${date}.`;
  const instead = editionInForce(guideline, date);
  const when = status === 'not-yet' ? 'It was not yet in force' : 'It was no longer in force';
  const which = instead && instead !== guideline ? ` ${nameOf(instead)} was${isBeyondHorizon(date) ? ', as far as is known' : ''}.` : '';
  return `${when} at the UR denial of ${date}.${which}`;
}
