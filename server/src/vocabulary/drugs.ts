import { rememberShort } from '../markdown/remember.ts';
import data from './drugs.json' with { type: 'json' };
import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook, type Named } from './phrases.ts';

export type ControlledSchedule = 'II' | 'III' | 'IV' | 'V';

/** A drug as letters speak of it. A combination is a drug of its own: "hydrocodone/acetaminophen". */
export interface Drug {
  /** Ingredients with slashes between them, and the route where it makes another drug: "diclofenac topical". */
  readonly generic: string;
  readonly brands: readonly string[];
  /** The id of the treatment of kind `medication-class` that names the class: "nsaid", "proton-pump-inhibitor". */
  readonly class: string;
  readonly subclass?: string;
  /** Common strengths, as printed: "10/325 mg". Not complete. */
  readonly strengths?: readonly string[];
  readonly opioid?: boolean;
  /** The federal schedule, absent where it is not controlled. */
  readonly controlled?: ControlledSchedule;
}

type Entry = Drug & { readonly also?: readonly string[]; readonly exact?: readonly string[] };

/**
 * Drugs that a text names by brand or generic name, in order, whatever their case. A combination is found as one where its names stand
 * together ("hydrocodone/APAP"); the parts of a compounded cream that are listed with their percentages are found one by one.
 */
export const findDrugs = rememberShort((text): readonly Mention<Drug>[] => findPhrases(drugBook(), text));

/** The one drug that a text names, null for none or several: "Norco 10/325mg #60" is one, "Norco and Soma" are two. */
export function drugNamed(text: string): Drug | null {
  const [first, ...others] = findDrugs(text);
  return first && others.every(({ value }) => value === first.value) ? first.value : null;
}

/** Whether two drugs are one by their generic name: Norco and hydrocodone/APAP, not Norco and hydrocodone ER. Unknown names are never. */
export function sameDrug(a: Drug | string, b: Drug | string): boolean {
  const [first, second] = [asDrug(a), asDrug(b)];
  return first !== null && first.generic === second?.generic;
}

/** Whether two drugs have an active ingredient in common, whatever the route: Norco and hydrocodone, Flector and diclofenac. */
export function sharesIngredient(a: Drug | string, b: Drug | string): boolean {
  const [first, second] = [asDrug(a), asDrug(b)];
  if (!first || !second) return false;
  const known = new Set(ingredients(first));
  return ingredients(second).some((ingredient) => known.has(ingredient));
}

/** The active ingredients: ["hydrocodone", "acetaminophen"]. */
export function ingredients(drug: Drug): string[] {
  return drug.generic.replace(/ (?:topical|patch|cream|suspension|injection|ophthalmic|inhaled|low dose)$/, '').split('/');
}

/** The class of a drug or of a drug's name, null where it isn't known. */
export function drugClass(drug: Drug | string): string | null {
  return asDrug(drug)?.class ?? null;
}

/** Every drug known, for completion. */
export function allDrugs(): readonly Drug[] {
  return drugs();
}

const drugs = once(() => data.drugs as readonly Entry[]);

/** The phrases that name drugs, also for the one pass over all vocabularies. */
export const drugBook = once(() => phrasebook(drugs().map(asNamed), data.not));

function asDrug(drug: Drug | string): Drug | null {
  return typeof drug === 'string' ? drugNamed(drug) : drug;
}

function asNamed(drug: Entry): Named<Drug> {
  const { generic, brands, also = [], exact = [] } = drug;
  return { value: drug, also: [generic, ...brands, ...also, ...combinations(drug)], exact };
}

/** Other ways to write a combination: in the other order, APAP for acetaminophen, and for opioids "with" or "and" between. */
function combinations({ generic, class: drugClass }: Drug): string[] {
  const parts = generic.split('/');
  const [first = '', second = ''] = parts;
  if (parts.length !== 2 || drugClass === 'topical-compound') return parts.length > 2 ? withShortNames([generic]) : [];
  const spoken = drugClass === 'opioid' ? [`${first} and ${second}`, `${first} with ${second}`] : [];
  return withShortNames([generic, `${second}/${first}`, ...spoken]);
}

function withShortNames(phrases: readonly string[]): string[] {
  return [...phrases, ...phrases.map((phrase) => phrase.replace('acetaminophen', 'apap').replace('hydrochlorothiazide', 'hctz'))];
}
