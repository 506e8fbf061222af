import { span, type Span } from '../markdown/span.ts';
import type { Conclusion, ConclusionValue } from './model.ts';
import { isDenied, negationBefore } from './negation.ts';
import { withoutQuotations } from './quotations.ts';

/** Words that give a verdict by themselves, or with a negation near them. `strong` ones speak of necessity or certification. */
const VERDICTS: readonly { readonly pattern: RegExp; readonly value: ConclusionValue; readonly strong: boolean }[] = [
  // "notmedically", "medicallynecessary": words that ran together when the letter was copied.
  { pattern: /\bnotmedically[ -]?(?:necessary|appropriate|indicated|warranted|supported)\b/gi, value: 'not-medically-necessary', strong: true },
  { pattern: /\b(?:non-?\s?certified|non-?\s?certification|medically[ -](?:un|in)(?:necessary|appropriate)|not[- ]certified)\b/gi, value: 'not-medically-necessary', strong: true },
  { pattern: /\bmedically[ -]?(?:necessary|appropriate|indicated|warranted|reasonable|needed|required|justified)\b/gi, value: 'medically-necessary', strong: true },
  { pattern: /(?<!\b(?:previously|already|initially|prior|board|an?)[ -])\bcertified\b|\b(?:recommended for certification|certification is recommended)\b/gi, value: 'medically-necessary', strong: true },
  {
    pattern: /\b(?:is|are|was|were|be|been|considered|deemed|seems?) (?:(?:not|neither|therefore|thus|also|both|reasonable and|appropriate and|clinically|deemed|considered) ){0,3}(?:necessary|appropriate|indicated|warranted|justified|supported|approved|reasonable|recommended)\b/gi,
    value: 'medically-necessary', strong: false,
  },
  { pattern: /\b(?:unnecessary|inappropriate|unwarranted|unsupported|denied)\b/gi, value: 'not-medically-necessary', strong: false },
];
const NECESSITY = /\bmedical necessity\b/gi;
/** What can be said of medical necessity itself: "has been established", "is not supported". */
const ESTABLISHED = /\b(?:established|supported|demonstrated|substantiated|met|shown|confirmed|documented|proven|warranted|evident|determined|affirmed|justified|validated|clear|present|upheld|apparent|satisfied|exists?)\b/i;
/** The note on tapering under a denied opioid talks about the decision, it gives none. */
const NOT_A_VERDICT = /\b(?:should not be interpreted|decision addresses|advised to|please note|for future|in the future|if (?:the|it|this|a|there)|would (?:only )?be (?:considered|reconsidered)|whether|(?:as|if|when|where|unless|until) (?:it is |they are )?(?:determined|deemed|considered|found) (?:to be )?medically necessary|(?:if|when|where|unless|until) medically necessary)\b/i;
/** A clause on what may come, in front of the verdict: "While a visit may be necessary in the future, …". */
const IN_THE_FUTURE = /^[^,]{1,200}\b(?:for future|in the future)\b[^,]{0,80},/i;
/** What is said behind the verdict of how a drug is ended, or of what comes after this request. */
const ASIDE = /^(?:(?:However|Of note|Also|In addition|Additionally), )?(?:[\w-]+ ){0,4}(?:taper|wean|abrupt|detoxification|discontinuation|cessation)|^(?:[\w,#-]+ ){1,12}for (?:the purposes? of )?(?:weaning|tapering|a taper)\b|^(?:(?:However|Of note), )?(?:additional|further|any (?:additional|further)|subsequent|future)\b.{1,80}\b(?:would|will|should|must) (?:require|need|depend|be)\b/i;
/** What somebody approved, denied or recommended before is no verdict: "six visits were approved". */
const TOLD = /\b(?:was|were|been) (?:\w+ ){0,2}(?:approved|denied|recommended)$/i;
/** What is said of the request itself is no aside. */
const OF_THE_REQUEST = /\b(?:therefore|thus|hence|as such|request(?:s|ed)?)\b/i;

/** Both words of a template are still there. */
const UNDECIDED = /\b(?:is|are|was|were|has|have) ?\/ ?(?:is|are|was|were|has|have) not\b/i;

interface Verdict {
  readonly value: ConclusionValue;
  readonly span: Span;
  readonly strong: boolean;
}

/**
 * The conclusion of a rationale: its last sentence with a verdict on medical necessity or certification; where no sentence has
 * one, the last that calls the request appropriate, indicated, supported and the like. Quoted words don't count. Method: of 439
 * published rationales all agree with their decision when only that sentence is read.
 */
export function readConclusion(text: string, sentences: readonly Span[]): Conclusion | null {
  const own = withoutQuotations(text);
  let weak: Conclusion | null = null;
  let aside: Conclusion | null = null;
  let read = 0;
  for (let i = sentences.length - 1; i >= 0; i--) {
    const sentence = sentences[i];
    if (!sentence) continue;
    const words = withoutFuture(own.slice(sentence.start, sentence.end));
    if (NOT_A_VERDICT.test(words)) continue;
    read++;
    const verdicts = readVerdicts(words);
    const strong = verdicts.filter((verdict) => verdict.strong);
    if (strong.length > 0) {
      const found = conclusion(sentence, strong, words);
      if (i === 0 || !ASIDE.test(words) || OF_THE_REQUEST.test(words)) return found;
      aside ??= found;
      continue;
    }
    if (verdicts.length > 0 && weak === null && read <= 2) weak = conclusion(sentence, verdicts, words);
  }
  return aside ?? weak;
}

/** A sentence with its clause on the future blanked out. */
function withoutFuture(words: string): string {
  return words.replace(IN_THE_FUTURE, (clause) => ' '.repeat(clause.length));
}

/** A sentence that says yes of one thing and no of another ends with what counts, if it says so; its value is then unsure. */
function conclusion(sentence: Span, verdicts: readonly Verdict[], words: string): Conclusion | null {
  const last = verdicts.at(-1);
  if (!last) return null;
  const unsure = verdicts.some((verdict) => verdict.value !== last.value) || UNDECIDED.test(words);
  const verdict = span(sentence.start + last.span.start, sentence.start + last.span.end);
  return { value: last.value, span: sentence, verdict, ...(unsure ? { unsure } : {}) };
}

function readVerdicts(sentence: string): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const { pattern, value, strong } of VERDICTS) {
    for (const match of sentence.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (verdicts.some((known) => known.span.start < end && match.index < known.span.end)) continue;
      if (!strong && TOLD.test(sentence.slice(Math.max(0, end - 40), end))) continue;
      const negation = value === 'medically-necessary' ? negationBefore(sentence, end) : null;
      verdicts.push({
        value: negation === null ? value : 'not-medically-necessary', strong, span: span(Math.min(negation ?? match.index, match.index), end),
      });
    }
  }
  for (const match of sentence.matchAll(NECESSITY)) {
    const verdict = necessityVerdict(sentence, match.index, match.index + match[0].length);
    if (verdict) verdicts.push(verdict);
  }
  return verdicts.sort((a, b) => a.span.start - b.span.start);
}

/** "Medical necessity is (not) established", "does not establish medical necessity". */
function necessityVerdict(sentence: string, start: number, end: number): Verdict | null {
  const rest = sentence.slice(end, end + clauseEnd(sentence.slice(end)));
  const established = ESTABLISHED.exec(rest);
  if (established) {
    const stop = end + established.index + established[0].length;
    const negated = isDenied(rest.slice(0, established.index)) || negationBefore(sentence, start) !== null;
    return { value: negated ? 'not-medically-necessary' : 'medically-necessary', strong: true, span: span(start, stop) };
  }
  const negation = negationBefore(sentence, start);
  if (negation !== null) return { value: 'not-medically-necessary', strong: true, span: span(negation, end) };
  const before = sentence.slice(Math.max(0, start - 60), start);
  const lacking = /\blacks?\s(?:\w+\s){0,2}$/i.exec(before);
  if (lacking) return { value: 'not-medically-necessary', strong: true, span: span(start - lacking[0].length, end) };
  const verb = /\b(?:establish(?:es|ed)?|supports?|supported|demonstrates?|meets?|shows?|substantiates?)\s(?:\w+\s){0,4}$/i.exec(before);
  return verb ? { value: 'medically-necessary', strong: true, span: span(start, end) } : null;
}

function clauseEnd(rest: string): number {
  const stop = rest.search(/;|,\s(?:but|however|therefore|thus)\b/i);
  return stop < 0 ? rest.length : stop;
}
