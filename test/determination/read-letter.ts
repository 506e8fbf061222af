import { createLetterReader, type TextKind } from '../../server/src/determination/reading/read.ts';
import type { Determination } from '../../server/src/determination/model.ts';
import { openSource } from '../../server/src/service/source.ts';

export function readLetter(text: string, kind: TextKind = 'markdown'): Determination {
  return createLetterReader()(openSource(text, kind).blocks, kind);
}

/** An item in the few words that a table compares. What is missing isn't there. */
export interface Outline {
  readonly title: string;
  readonly decision?: string;
  readonly claims?: string;
  readonly reviewer?: string;
  readonly rationale?: string;
}

export function outline(letter: Determination): Outline[] {
  return letter.items.map(({ reading }) => ({
    title: reading.title.text,
    ...(reading.decision ? { decision: reading.decision.value ?? `unknown: ${reading.decision.word}` } : {}),
    ...(reading.claimsAdministratorGuideline ? { claims: reading.claimsAdministratorGuideline.prose.text } : {}),
    ...(reading.reviewerGuideline ? { reviewer: reading.reviewerGuideline.prose.text } : {}),
    ...(reading.rationale ? { rationale: reading.rationale.prose.text } : {}),
  }));
}
