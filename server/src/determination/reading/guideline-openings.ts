import { REVIEWER_BY_CALLING } from '../../guidelines/reviewer-by-calling.ts';

// Words with which a guideline line opens, for lines that have no label or have lost it.

export const CLAIMS_ADMINISTRATOR = /^The Claims Administrator(?:['’]s guidelines? (?:is|are|was|were)| (?:based|did not cite))/i;
const CITES = '(?:based|did\\snot\\scite|relied|found)\\b';

export const REVIEWER = new RegExp(`^The (?:(?:Expert|Physician)? ?Reviewer['’]s guidelines? (?:is|are|was|were)|${REVIEWER_BY_CALLING} ${CITES})`, 'i');
/** The one sentence behind the other, as the letters of 2013 have them. */
export const REVIEWER_NEXT = new RegExp(`[.!?]\\s+(?=The\\s${REVIEWER_BY_CALLING}\\s${CITES})`, 'i');
/** What stands in a guideline line, whatever its label. */
export const CITES_GUIDELINE = new RegExp(`^(?:Decision based on\\b|The ${REVIEWER_BY_CALLING} ${CITES})`, 'i');
