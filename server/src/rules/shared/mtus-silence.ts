import { span, type Span } from '../../markdown/span.ts';
import type { Rationale } from '../../determination/model.ts';
import { withoutQuotations } from '../../determination/quotations.ts';

const MTUS = /\b(?:MTUS|ACOEM|Medical Treatment Utilization Schedule|Chronic Pain (?:Medical )?Treatment Guidelines?)\b/i;
const SILENT = /\bsilent\b|\b(?:do|does|did)(?: not|n['’]t) (?:\w+ly )?(?:address|discuss|mention|cover|comment|speak|contain|include|provide|apply|pertain|reference|make|have|give|list|offer)\b|\bnot (?:\w+ly )?(?:applicable|addressed|discussed|mentioned|covered|referenced|contained|included|found|available)\b|\bno (?:specific |applicable |relevant |clear )?(?:(?:CA |California )?(?:MTUS|ACOEM) )?(?:recommendations?|guidelines?|guidance|criteria|mention|discussion|evidence|references?|provisions?|sections?)\b|\bfails? to address\b|\b(?:has|have|says?|contains?|offers?) nothing\b|\bmute\b/i;

/** The sentences of a rationale that say that the MTUS is silent or does not apply. Spans: in the rationale's `prose.text`. */
export function mtusSilence({ prose, sentences }: Rationale): Span[] {
  const own = withoutQuotations(prose.text);
  return sentences.filter(({ start, end }) => callsMtusSilent(own.slice(start, end))).map(({ start, end }) => span(start, end));
}

/** A sentence that says so: "The MTUS does not address …" and "… is not addressed in the MTUS", not "the records do not include what the MTUS asks for". */
export function callsMtusSilent(words: string): boolean {
  const guideline = MTUS.exec(words);
  const silent = guideline && SILENT.exec(words);
  if (!guideline || !silent) return false;
  if (silent[0].includes(guideline[0])) return true;
  if (silent.index < guideline.index) return SAID_OF_IT.test(words.slice(silent.index));
  return silent.index - guideline.index < 140 && !NOT_THE_GUIDELINE.test(words.slice(guideline.index, silent.index));
}

/** A rationale that denies for no other reason: all its sentences but the verdict say that the MTUS is silent, and it names no other source. */
export function deniesForSilenceAlone(rationale: Rationale, silence = mtusSilence(rationale)): boolean {
  const { prose, conclusion, sentences, citations } = rationale;
  if (silence.length === 0 || conclusion?.value !== 'not-medically-necessary' || citations.some(({ kind }) => kind === 'odg' || kind === 'study')) return false;
  return sentences.every(({ start, end }) => silence.some((sentence) => sentence.start === start)
    || (start === conclusion.span.start && !GIVES_CAUSE.test(prose.text.slice(start, end))));
}

/** A verdict with its own ground: "As the operation is no knee replacement, …". */
export const GIVES_CAUSE = /\b(?:as(?! such\b| a result\b)|since|because|given(?! (?:the above|this)\b)|due to|without)\b/i;

/** Somebody else is the subject of what follows. */
const NOT_THE_GUIDELINE = /\b(?:records?|documentation|provider|physician|patient|claimant|applicant|worker|request|notes?|reports?|who|recommends?|states?|criteria|requires?)\b/i;
const SAID_OF_IT = /^.{1,40}\b(?:in|by|within|under) (?:the )?(?:CA |California )?(?:MTUS|ACOEM)\b/i;
