import type { Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { allSentences } from '../../determination/statements.ts';
import type { Sentence } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { degreesOf, wordsOf } from '../common/pattern-parts.ts';
import places from '../common/reviewer-words.json' with { type: 'json' };
import { reviewersPlaces } from '../common/reviewers-place.ts';
import { defineRule } from '../engine/rule.ts';
import words from './identifier-words.json' with { type: 'json' };

/** "M. Tolliver Aske", "J.R. Roe", "Maria de la Cruz", "Anne-Marie O’Neil". */
const REVIEWER_NAME = ['(?:Dr\\.? )?', "(?:[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?|[A-Z]\\.(?: ?[A-Z]\\.)?)", '(?: (?:[A-Z]\\.|[A-Z][a-z]{1,20}|de|la|van|von|der|den|del|di|da|al))?', '(?: (?:de|la|van|von|der|den))?', " (?:[A-Z]['’])?[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?"].join('');
const DOCTOR = `${REVIEWER_NAME},? ${degreesOf(words.doctorDegrees)}`;
const REVIEWER = `\\b${wordsOf(words.reviewers)}(?:['’]s)?`;

/** `closing`: a bare name at the end of a rationale, a signature there and nowhere else. */
type Kind = 'name' | 'signature' | 'licence' | 'place' | 'closing';

/** What tells who reviewed, and something that all of its matches hold: a quick no for most texts. */
interface IdentityPattern {
  readonly what: Kind;
  readonly hint: RegExp;
  readonly pattern: RegExp;
}

const DEGREE = new RegExp(degreesOf(words.doctorDegrees));
/** "As chief of surgery at the …". */
const IN_A_POST = '\\bAs [a-z ]{3,40} (?:at|of) ';
const INSTITUTION = `(?:the )?(?:[A-Z][a-z]+ ){1,3}${wordsOf(places.institutions)}`;
const PATTERNS: readonly IdentityPattern[] = [
  { what: 'name', hint: DEGREE, pattern: new RegExp(`${REVIEWER}(?: [Nn]ame)?(?: (?:is|was|named)|,|:) ?${DOCTOR}`, 'g') },
  { what: 'name', hint: / [Nn]ame(?: is|:)/, pattern: new RegExp(`${REVIEWER} [Nn]ame(?: is|:) ?${REVIEWER_NAME}`, 'g') },
  { what: 'name', hint: DEGREE, pattern: new RegExp(`\\b[Rr]eviewed by:? ${DOCTOR}`, 'g') },
  { what: 'name', hint: DEGREE, pattern: new RegExp(`\\bI, ${DOCTOR}`, 'g') },
  { what: 'name', hint: /\bI, [A-Z]/, pattern: new RegExp(`\\bI, ${REVIEWER_NAME},`, 'g') },
  { what: 'name', hint: /y name is/, pattern: new RegExp(`\\b[Mm]y name is ${REVIEWER_NAME}`, 'g') },
  { what: 'name', hint: /undersigned/, pattern: new RegExp(`\\b[Tt]he undersigned,? ${REVIEWER_NAME}`, 'g') },
  { what: 'name', hint: DEGREE, pattern: new RegExp(`\\b${wordsOf(words.written)} by:? ${DOCTOR}`, 'g') },
  { what: 'place', hint: /\bAs (?:an?|the|chief|head|chair|director)\b/, pattern: new RegExp(`${IN_A_POST}${INSTITUTION},? I\\b`, 'g') },
  { what: 'signature', hint: new RegExp(wordsOf(words.signed)), pattern: new RegExp(`\\b${wordsOf(words.signed)}:? ${REVIEWER_NAME}`, 'g') },
  { what: 'signature', hint: new RegExp(wordsOf(words.closings)), pattern: new RegExp(`\\b${wordsOf(words.closings)}[,:] ?${REVIEWER_NAME}`, 'g') },
  { what: 'signature', hint: DEGREE, pattern: new RegExp(`${DOCTOR}[^a-z]{1,4}\\d{1,2}/\\d{1,2}/\\d{2,4}\\.?$`, 'g') },
  { what: 'closing', hint: DEGREE, pattern: new RegExp(`(?<=^|[.!?] |[–—-] ?)${DOCTOR}(?:, [A-Z][a-z]{1,20})?\\.?$`, 'g') },
  { what: 'name', hint: / by:? Dr/, pattern: new RegExp(`(?<=^|[.!?] )(?:Reviewed|${wordsOf(words.writtenFirst)}) by:? Dr\\.? (?:(?:de|la|van|von|der|den) )*[A-Z][a-z]{1,20}`, 'g') },
  { what: 'name', hint: DEGREE, pattern: new RegExp(`\\b(?:[Mm]y|I)[^.;]{1,80}\\b${DOCTOR}`, 'g') },
];
/** Front matter keys under which somebody would write it. */
const KEYS: ReadonlySet<string> = new Set(['reviewer', 'reviewer-name', 'physician-reviewer', 'expert-reviewer', 'author', 'signature', 'signed-by', 'license-number', 'licence-number', 'npi']);
/** A number with letters before it, or a long one, right behind the word: “CA Lic# G12345”. */
const LICENCE_NUMBER = /\b(?:[A-Z]{1,3} ?-?\d{4,9}|\d{5,9})\b/g;
const LICENCE = /\blic(?:en[sc]e)?\b[^;,)]{0,20}$/i;
const LICENCE_SIGN = /\blic/i;

/** What gives a name or a number away stands in one sentence, the words around it perhaps in the next. */
const mayTell = keptBy(({ text }: Sentence): boolean => LICENCE_SIGN.test(text) || PATTERNS.some(({ hint }) => hint.test(text)));

const identityIn = keptBy((prose: Prose) => {
  const sentences = allSentences(prose);
  const places = reviewersPlaces(sentences);
  const named = sentences.some(({ sentence }) => mayTell(sentence)) ? findIdentity(prose.text) : [];
  return places.length === 0 ? named : onceEach([...named, ...places]);
});

export const reviewerIdentity = defineRule({
  id: 'reviewer-identity',
  family: 'law-scope-privacy',
  scope: 'letter',
  severity: 'error',
  summary: 'The letter doesn’t say who reviewed: no name, no signature, no licence number.',
  why: 'The independent medical review organization keeps the names of the reviewers confidential in all communications. The letter gives specialty and states of licensure, nothing else.',
  sources: [{ title: 'Labor Code 4610.6(f)' }],
  leavesAlone: ['The reviewer’s specialty and states of licensure.', 'The letterhead and the signature of the organization’s medical director in published letters of 2013.', 'Who signed a record, told in the summary: that is `identifying-information`.'],
  examples: {
    valid: ['---\ncase-number: CM17-9100003\nspecialty: Orthopedic Surgery\nlicensed-in: [California]\n---\n\n## How the IMR Final Determination Was Made\n\nThe reviewer is licensed in California and board certified in Orthopedic Surgery.\n\n### Walking cane: Upheld\n'],
    invalid: [{ draft: '---\ncase-number: CM17-9100003\n---\n\n### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Therefore, a cane is not medically necessary.\n\n⟦Electronically signed by Jane Roe⟧, MD\n' }],
  },
  messages: {
    name: () => 'The reviewer’s name stands in the letter, but the reviewer stays unnamed. Leave it out.',
    signature: () => 'A signature stands in the letter, but the reviewer stays unnamed. Leave it out.',
    place: () => 'The place where the reviewer works stands in the letter, but the reviewer stays unnamed. Leave it out.',
    licence: () => 'A licence number stands in the letter, but the reviewer stays unnamed. Leave it out.',
    headKey: ({ key }: { key: string }) => `“${key}” stands in the head of the letter, but the reviewer stays unnamed. Leave it out.`,
  },
  check: ({ frontMatter }, report) => {
    for (const { key, value, valueSpan } of frontMatter?.entries ?? []) {
      if (KEYS.has(key) && value !== null && value !== '') report({ span: valueSpan, messageId: 'headKey', data: { key } });
    }
  },
  words: {
    check({ prose, place }, report) {
      if (place !== 'passage' && place !== 'rationale') return;
      for (const { what, span: within } of identityIn(prose)) {
        if (what !== 'closing' || place === 'rationale') report({ span: sourceSpan(prose, within), messageId: what === 'closing' ? 'signature' : what });
      }
    },
  },
});

/** Words that tell who reviewed. Span: in the text. */
interface Identity {
  readonly what: Kind;
  readonly span: Span;
}

function findIdentity(text: string): readonly Identity[] {
  const named = PATTERNS.flatMap(({ what, hint, pattern }) => (hint.test(text) ? [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ what, span: span(index, index + found.length) })) : []));
  return onceEach([...licences(text), ...named]);
}

/** In their order; of those that overlap the one that begins first. */
function onceEach(found: readonly Identity[]): readonly Identity[] {
  return [...found].sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end)
    .filter(({ span: { start } }, i, all) => i === 0 || start >= (all[i - 1]?.span.end ?? 0));
}

function licences(text: string): Identity[] {
  if (!LICENCE_SIGN.test(text)) return [];
  return [...text.matchAll(LICENCE_NUMBER)].flatMap(({ 0: number, index }) => {
    const before = LICENCE.exec(text.slice(Math.max(0, index - 28), index));
    return before ? [{ what: 'licence' as const, span: span(index - before[0].length, index + number.length) }] : [];
  });
}
