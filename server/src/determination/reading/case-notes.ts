import { daysBetween } from '../../vocabulary/dates.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { isoDate } from './facts.ts';
import type { Determination, DisputedItem } from '../model.ts';
import data from './specialty-regions.json' with { type: 'json' };

/** What is worth knowing of a case and no fault of its letter, a sentence each: a decision past its time, a specialty far from every item. */
export function caseNotes(letter: Determination): string[] {
  return [deadlineNote(letter), specialtyNote(letter)].filter((note) => note !== null);
}

/** Labor Code 4610.6(d), counted from the assignment, which is the day that a letter tells. */
const ALLOWED = { standard: 30, expedited: 3 } as const;
const DAY = 86_400_000;

/** When the decision is due, YYYY-MM-DD, and how long after the assignment that is; null where the letter tells no assignment. */
export function decisionDue({ facts }: Pick<Determination, 'facts'>): { readonly due: string; readonly assigned: string; readonly allowed: number; readonly time: string } | null {
  const assigned = isoDate(facts.get('date-assigned'));
  if (assigned === null) return null;
  const isExpedited = /expedited/i.test(facts.get('priority')?.text ?? '');
  const allowed = ALLOWED[isExpedited ? 'expedited' : 'standard'];
  const due = new Date(Date.parse(assigned) + allowed * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return { due, assigned, allowed, time: isExpedited ? '72 hours' : `${allowed} days` };
}

function deadlineNote(letter: Determination): string | null {
  const { facts } = letter;
  const deadline = decisionDue(letter);
  if (deadline === null) return null;
  const { assigned, allowed, time } = deadline;
  const decided = isoDate(facts.get('decision-date'));
  const due = printed(deadline.due);
  if (decided === null) return facts.has('decision-date') ? null : `The decision is due on ${due}, ${time} after the assignment.`;
  const taken = daysBetween(assigned, decided);
  return taken > allowed ? `Decided ${taken} days after the assignment. The time allowed, ${time}, ended on ${due} (Labor Code 4610.6(d)).` : null;
}

/** As a letter prints it: 11/18/2016. */
function printed(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${month}/${day}/${year}`;
}

/** Only of a specialty with a narrow field, where each item is about a part of the body outside of it. */
function specialtyNote({ facts, items }: Determination): string | null {
  const text = facts.get('specialty')?.text ?? '';
  const fields = text.toLowerCase().split(/[,;/]/).map((part) => data.specialties.find(({ words }) => words.includes(part.trim())));
  if (text === '' || items.length === 0 || fields.includes(undefined)) return null;
  const regions = fields.flatMap((field) => field?.regions ?? []) as RegionId[];
  if (!items.every((item) => isOutside(item, regions))) return null;
  return `The reviewer’s specialty is ${text}, and no item is about a part of the body that it treats. Make sure that the case came to the right reviewer.`;
}

/** Drugs and examinations may be anybody's. */
function isOutside({ reading: { title, regions } }: DisputedItem, own: readonly RegionId[]): boolean {
  if (regions.length === 0 || findDrugs(title.text).length > 0) return false;
  if (findTreatments(title.text).some(({ value: { kind } }) => ANYBODYS.has(kind))) return false;
  return !regions.some((region) => own.some((each) => regionsRelated(region as RegionId, each)));
}

const ANYBODYS: ReadonlySet<string> = new Set(['consultation', 'evaluation', 'psychological', 'program', 'testing']);
