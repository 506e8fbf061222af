import { findFindings } from '../../vocabulary/findings.ts';

/** This patient, or what the file holds of this patient. "Patients" and "workers" in general are guideline text. */
const THIS_CASE = /\b(?:this is an?|(?:as|since|because|given) the (?:planned |requested )?(?:surgery|procedure|operation) (?:is|was|has)|(?:the|this|a|an|said) (?:now )?(?:\w+[- ]){0,3}(?:patient|(?:injured )?worker|claimant|applicant|employee|individual|member|man|woman|male|female)\b|(?:patient|worker|claimant|applicant|employee)['’]s\b|(?:patient|claimant|applicant|injured worker) (?:is|was|has|had|does|did|would|reports?|reported|continues?|underwent|presents?|presented)\b|he|she|his|her|hers|him|in this case|in the (?:present|current|instant) case|here,|(?:medical |clinical |submitted |available |provided |progress )?(?:records?|documentation|documents?|charts?|notes?|reports?|file|history)\b|treating|provider|requesting physician|attending|physician['’]s|mechanism of injury|diagnos(?:is|es|ed)|DOS|MRI (?:shows?|showed|demonstrated|revealed)|documented|physical exam(?:ination)?s?|on (?:the )?exam(?:ination)?|exam(?:ination)? (?:did|does|shows?|showed|reveals?|revealed|was|is))\b/i;

/** The voice of guidelines: what is recommended, and for whom in general. */
const GUIDELINE_VOICE = /\b(?:recommend\w*|guidelines?|MTUS|ACOEM|ODG|should|may|might|can|must|criteria|indicated|option|patients|workers|if|when|where|whether|include[sd]?|such as|stud(?:y|ies)|evidence|lack(?:s|ed|ing)?|no|not|without|absence)\b/i;

/** Whether words speak of the letter's patient, rather than of patients as a guideline does. */
export function speaksOfThisCase(words: string): boolean {
  return THIS_CASE.test(words);
}

/** Whether a sentence states a clinical finding as a fact ("The knee locks and the McMurray test is positive"). */
export function statesFinding(sentence: string): boolean {
  return !GUIDELINE_VOICE.test(sentence) && (findFindings(sentence).length > 0 || /\b(?:is|was|are|were) (?:\w+ )?(?:positive|negative|tender|normal|full|intact|limited|swollen|stable|steady)\b/i.test(sentence));
}
