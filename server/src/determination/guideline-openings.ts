// Words with which a guideline line opens, for lines that have no label or have lost it.

export const CLAIMS_ADMINISTRATOR = /^The Claims Administrator(?:['’]s guidelines? (?:is|are|was|were)| (?:based|did not cite))/i;
export const REVIEWER = /^The (?:(?:Expert|Physician)? ?Reviewer['’]s guidelines? (?:is|are|was|were)|(?:Expert|Physician) Reviewer (?:based|did not cite|relied|found))/i;
