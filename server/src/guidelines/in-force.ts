import { catalogue, onceACatalogue } from './catalogue.ts';
import type { Guideline } from './guideline.ts';

export type ForceStatus = 'in-force' | 'not-yet' | 'superseded' | 'uncertain';

export interface Force {
  readonly status: ForceStatus;
  /** The day of the change that decides: the first day in force for `in-force` and `not-yet`, the last one for `superseded`. */
  readonly change: string | null;
  /** Whole days between that day and the date asked for, never negative; null where there is no such day. */
  readonly days: number | null;
}

/**
 * Whether a guideline was in force on a day (`YYYY-MM-DD`, for a letter the UR denial date).
 * `uncertain` where the catalogue doesn't know. ODG, which was never adopted, is always `in-force`.
 */
export function inForceOn(guideline: Guideline, date: string): Force {
  const { from, to, doubtful } = guideline.inForce;
  const status = statusOn(guideline, date);
  if (status === 'uncertain') return force(status, doubtful?.from ?? null, date);
  if (guideline.family === 'odg') return force(status, null, date);
  if (status === 'superseded') return force(status, to, date);
  return force(status, from ?? doubtful?.from ?? null, date);
}

function statusOn({ family, inForce: { from, to, doubtful } }: Guideline, date: string): ForceStatus {
  if (doubtful && doubtful.from <= date && (doubtful.to === null || date <= doubtful.to)) return 'uncertain';
  if (family === 'odg') return 'in-force';
  if (from === null || date < from) return 'not-yet';
  return to !== null && date > to ? 'superseded' : 'in-force';
}

/** Out of force on a day, and nothing in doubt: a doubt that began later, or was over by then, is none. */
export function isSurelyOut(guideline: Guideline, date: string): boolean {
  const { certain, doubtful } = guideline.inForce;
  const status = statusOn(guideline, date);
  if (status === 'superseded') return certain || (doubtful !== null && doubtful.to !== null);
  return status === 'not-yet' && (certain || doubtful !== null);
}

/** The first of the days on which the same editions are in force as on a day: what hangs on editions alone is the same on both; null stays null. */
export function editionDay(date: string | null): string | null {
  return date === null ? null : days().findLast((day) => day <= date) ?? '';
}

/** The days on which something comes into force, goes out of it or becomes doubtful, in their order. */
const days = onceACatalogue((): readonly string[] => [...new Set(catalogue().guidelines.flatMap(({ inForce: { from, to, doubtful } }) => [from, behind(to), doubtful?.from, behind(doubtful?.to)]).filter((day) => typeof day === 'string'))].sort());

/** The day after an ISO date. */
function behind(date: string | null | undefined): string | null {
  return date ? new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10) : null;
}

/** Whole days from one ISO date to the other, whichever comes first; null where one of them is no date. */
export function daysBetween(one: string, other: string): number | null {
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
  return Number.isFinite(days) ? Math.round(days) : null;
}

/** All entries about the guideline's main subject, the oldest first; itself among them. */
export function editionsOf(guideline: Guideline): readonly Guideline[] {
  const subject = guideline.subjects[0];
  return catalogue().guidelines
    .filter((other) => subject !== undefined && other.subjects.includes(subject))
    .sort((a, b) => (a.inForce.from ?? '9999').localeCompare(b.inForce.from ?? '9999'));
}

/**
 * What was in force on a day about the subject of `guideline`: itself, its successor or its
 * predecessor; null where nothing was. For opioids before 2016 that is the Chronic Pain guideline.
 */
export function editionInForce(guideline: Guideline, date: string): Guideline | null {
  if (inForceOn(guideline, date).status === 'in-force') return guideline;
  for (const subject of guideline.subjects) {
    const found = inForceAbout(subject, date);
    if (found) return found;
  }
  return inForceOn(guideline, date).status === 'uncertain' ? guideline : null;
}

/** The entry about a subject ("low-back", "chronic-pain") in force on a day; where none surely was, one that may have been. */
export function inForceAbout(subject: string, date: string): Guideline | null {
  let best: Guideline | null = null;
  let bestRank = 0;
  for (const guideline of aboutSubject().get(subject) ?? []) {
    const status = statusOn(guideline, date);
    const rank = (status === 'in-force' ? 4 : status === 'uncertain' ? 2 : 0) + (guideline.subjects[0] === subject ? 1 : 0);
    if (rank > bestRank && rank > 1) [best, bestRank] = [guideline, rank];
  }
  return best;
}

/** The entries about each subject, in the catalogue's order. */
const aboutSubject = onceACatalogue((): ReadonlyMap<string, readonly Guideline[]> => {
  const bySubject = new Map<string, Guideline[]>();
  for (const guideline of catalogue().guidelines) {
    for (const subject of new Set(guideline.subjects)) bySubject.set(subject, [...bySubject.get(subject) ?? [], guideline]);
  }
  return bySubject;
});

function force(status: ForceStatus, change: string | null, date: string): Force {
  return { status, change, days: change === null ? null : daysBetween(change, date) };
}
