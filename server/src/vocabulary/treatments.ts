import { rememberShort } from '../markdown/remember.ts';
import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook } from './phrases.ts';
import type { RegionId } from './regions.ts';
import data from './treatments.json' with { type: 'json' };

export type TreatmentKind =
  | 'imaging' | 'electrodiagnostics' | 'therapy' | 'chiropractic' | 'acupuncture' | 'injection' | 'surgery' | 'dme' | 'medication-class'
  | 'psychological' | 'consultation' | 'testing' | 'evaluation' | 'program' | 'home-care' | 'transport' | 'device' | 'other';

/** Something that a request asks for. `regions`: where the treatment itself says it ("ACDF" is of the neck). */
export interface Treatment {
  /** Of a medication class the same as the class of its drugs: "proton-pump-inhibitor". */
  readonly id: string;
  readonly kind: TreatmentKind;
  readonly name: string;
  readonly regions?: readonly RegionId[];
}

/** What words around an operation speak of. */
export type Perioperative = 'pre-operative' | 'post-operative' | 'surgical-service' | 'surgical-staff' | 'hospital-stay' | 'facility' | 'anesthesia';

/** Treatments that a text names, in order. "PT" and the like only in capitals; a drug's name is no treatment (see `findDrugs`). */
export const findTreatments = rememberShort((text): readonly Mention<Treatment>[] => findPhrases(treatmentBook(), text));

/** Words that tie something to an operation: "post-op", "pre-op clearance", "associated surgical service", "assistant surgeon". */
export const findPerioperative = rememberShort((text): readonly Mention<Perioperative>[] => findPhrases(perioperativeBook(), text));

/** Every treatment known, for completion and look-up by id. */
export function allTreatments(): readonly Treatment[] {
  return treatments();
}

const treatments = once(() => data.treatments as readonly (Treatment & (typeof data.treatments)[number])[]);

/** The phrases that name treatments, also for the one pass over all vocabularies. */
export const treatmentBook = once(() => phrasebook(treatments().map(asNamed), data.not));

/** The words that tie something to an operation. */
export const perioperativeBook = once(() => phrasebook<Perioperative>(data.perioperative.map(({ id, also }) => ({ value: id as Perioperative, also })), data.notPerioperative));

function asNamed(treatment: Treatment & { readonly also: readonly string[]; readonly exact?: readonly string[] }) {
  const { also, exact = [] } = treatment;
  return { value: treatment as Treatment, also: [treatment.name, ...also], exact };
}
