/** Words that deny what follows them. */
const NEGATION = /\b(?:not|no|none|nothing|nor|neither|never|cannot|yet to|without|lacks?|lacking|fails?|failed|unable|insufficient|inadequate|[a-z]{2,6}n['’]t)\b/gi;
/** Words of denial that also tell the patient's history ("failed therapy", "without contrast"). */
const OF_HISTORY = /^(?:without|lacks?|lacking|fails?|failed|unable|insufficient|inadequate)$/i;
/** "None of the services are": the subject of the verdict itself, unless it hangs on a preposition or a verb ("with no relief, …"). */
const SUBJECT = /^(?:no|none|nothing|neither|nor)$/i;
const HANGS = /\b(?:with|of|from|by|after|despite|as|since|because|given|due to|has|have|had|is|are|was|were|shows?|showed|reports?|reported)\s$/i;
/** "not shown that", "does not establish how": what follows is denied as a whole. */
const THAT = /\b(?:that|how|why|whether)\b/i;
/** The same with the "that" left out. */
const SAYING = /^\s(?:\w+\s)?(?:suggest|show|establish|support|believe|find|demonstrate|indicate|think|agree|prove|document|feel|see|consider|conclude)s?\b/i;
const COPULA = /\b(?:is|are|was|were)\b/i;
/** Where what was denied before no longer reaches. */
const CLAUSE = /[;:]|,\s(?:but|however|and|so|therefore|thus|hence|as|since|because|although|while)\b|\b(?:but|however|therefore|thus|hence|whereas|although)\b/gi;
/** How many words a denial reaches by itself, and across "that". */
const REACH = 12;
const REACH_ACROSS_THAT = 40;

/**
 * Where the denial stands that governs the verdict whose words end at `end`; null where nothing denies it. A denial in the same
 * clause governs the verdict unless a verb of its own stands between: in "the MRI without contrast is medically necessary", or "as
 * she has not responded, the MRI is …", something else is denied.
 */
export function negationBefore(sentence: string, end: number): number | null {
  let clause = 0;
  for (const match of sentence.slice(0, end).matchAll(CLAUSE)) clause = match.index + match[0].length;
  const window = sentence.slice(clause, end);
  const found = [...window.matchAll(NEGATION)].findLast((match) => governs(window, match));
  return found ? clause + found.index : null;
}

function governs(window: string, { 0: word, index }: RegExpExecArray): boolean {
  const behind = window.slice(index + word.length);
  if (/^not$/i.test(word) && /^\s(?:only|just|merely)\b/i.test(behind)) return false;
  const words = behind.split(/\s+/).length;
  const copula = COPULA.exec(behind);
  if (copula) return words <= REACH_ACROSS_THAT && reachesAcross(window, index, word, behind.slice(0, copula.index));
  if (OF_HISTORY.test(word) && !/\b(?:to|as|medical necessity)\b/i.test(behind)) return false;
  return words <= REACH;
}

/** Whether a denial reaches beyond the verb behind it. */
function reachesAcross(window: string, index: number, word: string, between: string): boolean {
  if (THAT.test(between) || SAYING.test(between)) return true;
  return SUBJECT.test(word) && !between.includes(',') && !HANGS.test(window.slice(0, index));
}

const DENIAL = new RegExp(NEGATION.source, 'i');

/** Whether the words from "medical necessity" to what is said of it deny it: "… of the MRI without contrast has not been established". */
export function isDenied(words: string): boolean {
  const copula = /\b(?:is|are|was|were|has|have|does|do|can|could|remains?)\b/i.exec(words);
  return DENIAL.test(copula ? words.slice(copula.index) : words);
}
