/** This patient, or what the file holds of this patient. "Patients" and "workers" in general are guideline text. */
const THIS_CASE = /\b(?:(?:the|this|a|an|said) (?:now )?(?:\w+[- ]){0,3}(?:patient|(?:injured )?worker|claimant|applicant|employee|individual|member|man|woman|male|female)\b|(?:patient|worker|claimant|applicant|employee)['’]s\b|(?:patient|claimant|applicant|injured worker) (?:is|was|has|had|does|did|would|reports?|reported|continues?|underwent|presents?|presented)\b|he|she|his|her|hers|him|in this case|in the (?:present|current|instant) case|here,|(?:medical |clinical |submitted |available |provided |progress )?(?:records?|documentation|documents?|chart notes?|notes?|reports?|file|history)\b|treating|provider|requesting physician|attending|physician['’]s|mechanism of injury|diagnos(?:is|es|ed)|DOS|MRI (?:shows?|showed|demonstrated|revealed)|documented|physical exam(?:ination)?s?|exam(?:ination)? (?:did|does|shows?|showed|reveals?|revealed|was|is))\b/i;

/** Whether words speak of the letter's patient, rather than of patients as a guideline does. */
export function speaksOfThisCase(words: string): boolean {
  return THIS_CASE.test(words);
}
