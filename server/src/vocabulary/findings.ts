import { rememberShort } from '../markdown/remember.ts';
import data from './findings.json' with { type: 'json' };
import type { Mention } from './mention.ts';
import { findPhrases, once, phrasebook } from './phrases.ts';

/**
 * `sign`: seen or felt on examination · `test`: an examiner's manoeuvre, positive or negative · `diagnosis`: a condition ·
 * `conduct`: how treatment is borne and what it brings.
 */
export type FindingKind = 'sign' | 'test' | 'diagnosis' | 'conduct';

/** Something that a record asserts or denies of a patient. */
export interface ClinicalFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly name: string;
}

/** Clinical findings that a text speaks of, in order. Whether it asserts, denies or only weighs them is for the reader of its sentence. */
export const findFindings = rememberShort((text): readonly Mention<ClinicalFinding>[] => findPhrases(findingBook(), text));

/** Every finding known. */
export function allFindings(): readonly ClinicalFinding[] {
  return findings();
}

const findings = once(() => data.findings as readonly (ClinicalFinding & (typeof data.findings)[number])[]);

/** The phrases that name findings, also for the one pass over all vocabularies. */
export const findingBook = once(() => phrasebook(findings().map(asNamed), data.not));

function asNamed(finding: ClinicalFinding & { readonly also: readonly string[]; readonly exact?: readonly string[] }) {
  const { name, also, exact = [] } = finding;
  return { value: finding as ClinicalFinding, also: [name, ...also], exact };
}
