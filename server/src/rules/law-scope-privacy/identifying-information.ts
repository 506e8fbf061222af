import type { Prose } from '../../determination/model.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findDates } from '../../vocabulary/dates.ts';
import { agesIn } from '../../determination/words/patient.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { allSentences, inEach, ownSentences } from '../../determination/statements.ts';
import { hasWord, readSentence } from '../../language/sentence.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { namesIn } from '../common/names.ts';
import { anyOf, degreesOf, NAME, PERSON, wordsOf } from '../common/pattern-parts.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import words from './identifier-words.json' with { type: 'json' };

type Kind =
  | 'socialSecurityNumber' | 'telephoneNumber' | 'emailAddress' | 'recordNumber' | 'claimNumber' | 'address' | 'postalCode'
  | 'personName' | 'providerName' | 'employerName' | 'birthDate' | 'oldAge';

interface Identifier {
  readonly what: Kind;
  readonly span: Span;
  readonly isPerhapsAuthor?: boolean;
}

const DEGREE = degreesOf(words.degrees);
/** No author of a study, with the journal behind. */
const BEFORE_JOURNAL = /^.{1,80}\b(?:et al|(?:19|20)\d\d;|J\.? [A-Z])/;
const CAPITALIZED = '[A-Z][a-z]{1,20}';
/** No brand, and no author with others behind. */
const DOCTOR = [String.raw`\bDr\.? (?!${wordsOf(words.brands)}\b)`, `(?:[A-W]\\. |${CAPITALIZED} )?`, String.raw`[A-Z][a-z]{2,20}\b`, '(?!,? et al\\b| and coll)'].join('');
/** A title with one name, and what follows where that is the first name only. */
const ONE_NAME = /^(?:Dr|Mr|Mrs|Ms|Miss)\.? [\w’'-]+$/;
const SURNAME = new RegExp(String.raw`(?: [A-Z]\.)? ${NAME}\b`, 'y');

/** A pattern, what its matches are, and something that all of them hold: a quick no for most sentences. */
interface IdentifierPattern {
  readonly what: Kind;
  readonly hint: RegExp;
  readonly pattern: RegExp;
  /** A name with a degree, which may be an author's. */
  readonly ofProvider?: boolean;
  /** Only capitals and an age tell that it is a name. */
  readonly byAge?: boolean;
}

const DEGREE_SIGN = /[A-Z]\.?[A-Z]|P(?:h|sy)\.?D/;
const TWO_NAMES = /[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]/;

const WORKER = wordsOf([...words.patients, ...words.workers]);
const PATIENT = `\\b(?:[Tt]he )?(?:[Ii]njured )?${WORKER}`;
/** "(555) 010-0199", "+1 555.010.0199". */
const TELEPHONE = ['(?<![\\w/.-])(?:\\+?1[ .-]?)?', '(?:\\(\\d{3}\\) ?|\\d{3}[.-])', '\\d{3}[ .-]\\d{4}(?![\\w/-])'];
/** "Number ending in", "last four digits of". */
const ENDING_IN = '(?: (?:is|was|ends|ending|with|in|last|four|digits|of)){0,4}';
const EMAIL = ['(?<![\\w.+-])[\\w.+-]{1,60}@', '[a-z0-9-]{1,60}(?:\\.[a-z0-9-]{1,60}){0,3}', '\\.[a-z]{2,10}\\b'];

/** A pattern of parts in a row, for all its matches in a text. */
function inAll(parts: string | readonly string[], flags = ''): RegExp {
  return new RegExp(typeof parts === 'string' ? parts : parts.join(''), `g${flags}`);
}

/** Each with a pattern of its own, so that a message can say what was found without repeating it. */
const PATTERNS: readonly IdentifierPattern[] = [
  { what: 'socialSecurityNumber', hint: /\d-\d\d-\d/, pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  { what: 'socialSecurityNumber', hint: /SS|ecurity/, pattern: inAll([`\\b${wordsOf(words.securities)}:?`, ENDING_IN, ' #?\\d{3,4}(?![\\d/])']) },
  { what: 'telephoneNumber', hint: /\d[ .-]\d{4}/, pattern: inAll(TELEPHONE) },
  { what: 'telephoneNumber', hint: /\d{3} \d{4}/, pattern: inAll([`\\b${wordsOf(words.phones)}:? ?`, '(?:\\d{3} )?\\d{3} \\d{4}(?![\\w/-])'], 'i') },
  { what: 'emailAddress', hint: /@/, pattern: inAll(EMAIL, 'i') },
  { what: 'recordNumber', hint: /\d{4}/, pattern: inAll([`\\b${wordsOf(words.records)}:? ?#?`, '[A-Z]{0,3}-?\\d{4,12}\\b'], 'i') },
  { what: 'claimNumber', hint: /\d[\dA-Z-]{3}/, pattern: inAll([`\\b${wordsOf(words.claims)} ?`, '(?:no\\.?|number|#):? ?#?', '[A-Z]{0,5}-?\\d[\\dA-Z-]{3,20}\\b'], 'i') },
  { what: 'address', hint: /\d (?:[NSEW]\. )?[A-Z]/, pattern: inAll(['\\b\\d{1,5} (?:[NSEW]\\. )?', '(?:[A-Z][a-z]{2,20} ){1,3}', `${wordsOf(words.streets)}(?!\\w)`]) },
  { what: 'address', hint: /(?:on|at|off|in) [A-Z]/, pattern: inAll([`\\b${wordsOf(words.dwells)} `, '(?:just |close by )?(?:on|at|off|in) ', '(?:[A-Z][a-z]{2,20} ){1,3}', `${wordsOf(words.streets)}(?!\\w)`]) },
  { what: 'postalCode', hint: / 9\d{4}/, pattern: /\b(?:CA|California),? 9\d{4}(?:-\d{4})?\b/g },
  { what: 'personName', hint: /\bM(?:r|s|rs|iss)\b/, pattern: inAll(anyOf(['\\b(?:Mr|Mrs|Ms)\\.? (?!X\\b)[A-Z][a-z]{2,20}\\b', '\\bMiss [A-Z][a-z]{2,20}\\b'])) },
  { what: 'providerName', hint: /\bDr\b/, pattern: inAll(DOCTOR) },
  { what: 'providerName', hint: DEGREE_SIGN, pattern: inAll(`\\b${PERSON},? ${DEGREE}`), ofProvider: true },
  { what: 'providerName', hint: DEGREE_SIGN, pattern: inAll(`\\b(?:[A-Z]\\. ){1,2}[A-Z][a-z]{2,20},? ${DEGREE}`), ofProvider: true },
  { what: 'personName', hint: TWO_NAMES, pattern: inAll([PATIENT, ',? (?:named |called )?(?!MAXIMUS)', PERSON, `(?:,| ${wordsOf(words.toldOfPatients)}\\b)`]) },
  { what: 'personName', hint: TWO_NAMES, pattern: inAll(`\\b${wordsOf(words.patients)}(?: [Nn]ame)?: ?${PERSON}`) },
  { what: 'personName', hint: /[A-Z][a-z]+,? (?:is )?an? \d/, pattern: inAll([`(?<![\\w.] )\\b${PERSON}`, ',? (?:is |was )?an? \\d{1,3}[- ]?(?:year[- ]old|y[/.]?o)']), byAge: true },
  { what: 'employerName', hint: /employed|work/, pattern: inAll([`\\b${wordsOf(words.employedBy)} (?:the )?`, "(?:[A-Z][\\w&'’-]{0,20},? ){1,4}", `${wordsOf(words.companies)}\\b`]) },
  { what: 'employerName', hint: /mployer/, pattern: /\b[Ee]mployer(?: [Nn]ame)?: ?[A-Z][\w&'’-]{1,20}/g },
];
const BEHIND_BIRTH = '[ :]{0,3}(?:is |was |of |on |in )?$';
const BIRTH = new RegExp(`\\b${wordsOf(words.births)}\\b${BEHIND_BIRTH}`, 'i');
const BIRTH_SIGN = /dob|birth|born/i;
/** Whoever is older can be told by the age alone (45 CFR 164.514(b)(2)(i)(C)). */
const OLDEST = 89;

/** An author's journal may stand so far behind the name, in the next sentence. */
const REACH = 90;

const identifiersIn = keptBy((prose: Prose): readonly Identifier[] => {
  const found = [...named(allSentences(prose)).filter(({ isPerhapsAuthor, span: { end } }) => !isPerhapsAuthor || !BEFORE_JOURNAL.test(prose.text.slice(end, end + REACH)))];
  for (const age of agesIn(ownSentences(prose))) if (age.value > OLDEST) found.push({ what: 'oldAge', span: age.span });
  for (const each of namesByCalling(ownSentences(prose))) found.push(each);
  if (found.length < 2) return found;
  return found.sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end).filter(({ span: { start } }, i, all) => i === 0 || start >= (all[i - 1]?.span.end ?? 0));
});

const namesByCalling = inEach((sentence): readonly Identifier[] => namesIn(sentence));

export const identifyingInformation = defineRule({
  id: 'identifying-information',
  family: 'law-scope-privacy',
  scope: 'words',
  severity: 'error',
  summary: 'The letter names no patient, provider or employer, and holds no number or address by which one could be found.',
  why: 'Determinations are published with everything removed that identifies a person. What the reviewer writes into a summary or a rationale stays in the published letter.',
  sources: [{ title: 'Labor Code 4610.6(m): decisions are made public without identifying information' }, { title: '45 CFR 164.514(b)(2)' }, { title: '0 of 192 published letters hold any' }],
  leavesAlone: [
    'The letter’s head, where the case number stands.', 'Guideline lines and authors of studies: “Carragee et al., 2007”, “Smith J, MD, et al.”.',
    'Eponyms: Hawkins, Phalen, McMurray. Brands: Dr. Scholl, Dr. Comfort.', 'Callings and services before a degree: “Pain Management MD”, “Aqua Therapy, PT”.', 'Names without a title, a degree or a word such as “patient” before them: most are brands, tests or places.', 'Dates other than the date of birth.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The treating physician reports a positive McMurray test. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** ⟦Dr. Rivera⟧ reports a positive McMurray test. Therefore, a cane is not medically necessary.', fixed: '### Walking cane: Upheld\n\n**Decision rationale:** The treating physician reports a positive McMurray test. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    socialSecurityNumber: () => 'A social security number stands in the letter. Leave it out.',
    telephoneNumber: () => 'A telephone number stands in the letter. Leave it out.',
    emailAddress: () => 'An e-mail address stands in the letter. Leave it out.',
    recordNumber: () => 'A medical record number stands in the letter. Leave it out.',
    claimNumber: () => 'A claim number stands in the letter. Leave it out: the case number in the head says which case it is.',
    address: () => 'An address stands in the letter. Leave it out.',
    postalCode: () => 'A postal code stands in the letter. Leave it out.',
    personName: () => 'A person’s name stands in the letter. Write “the patient”, or what the person is to the patient.',
    providerName: () => 'A provider’s name stands in the letter. Write “the treating physician”, or the provider’s calling.',
    employerName: () => 'An employer’s name stands in the letter. Write “the employer”.',
    birthDate: () => 'A date of birth stands in the letter. Leave it out: the age is enough.',
    oldAge: () => 'An age over 89 stands in the letter, by which a patient can be told. Write “90 or older”.',
  },
  check: ({ prose, place }, report) => {
    if (place === 'head' || place === 'claims-guideline' || place === 'reviewer-guideline') return;
    for (const found of identifiersIn(prose)) {
      report({
        span: sourceSpan(prose, found.span),
        messageId: found.what,
        fixes: () => mending(prose, found),
      });
    }
  },
});

/** What can go without a word in its place. */
const NUMBERS: readonly Kind[] = ['socialSecurityNumber', 'telephoneNumber', 'emailAddress', 'recordNumber', 'claimNumber', 'address', 'postalCode'];

/** A title with its name becomes what the person is, a number or an address goes; in other shapes the words around have to change with it. */
function mending(prose: Prose, { what, span: { start, end } }: Identifier): Fix[] {
  const words = prose.text.slice(start, end);
  const replacing = (by: string): Fix[] => {
    const newText = /(?:^|[.!?:]\s{0,4})$/.test(prose.text.slice(0, start)) ? `T${by.slice(1)}` : by;
    return [{ title: `Replace “${words}” by “${newText}”`, applicability: 'suggestion', edits: [{ span: sourceSpan(prose, span(start, end)), newText }] }];
  };
  if (what === 'personName' && /^M(?:r|rs|s|iss)\b/.test(words)) return replacing('the patient');
  if (what === 'providerName' && /^Dr\b/.test(words)) return replacing('the treating physician');
  if (!NUMBERS.includes(what)) return [];
  const from = prose.text[start - 1] === ' ' ? start - 1 : start;
  return [{ title: `Take “${words}” out`, applicability: 'suggestion', edits: [{ span: sourceSpan(prose, span(from, end)), newText: '' }] }];
}

const named = inEach(({ text }): readonly Identifier[] => {
  const found = PATTERNS.flatMap(({ what, hint, pattern, ofProvider = false, byAge = false }) => (!hint.test(text) ? [] : [...text.matchAll(pattern)]
    .filter(({ 0: match }) => !isNoName(match, what) && !(byAge && isOtherwiseKnown(match)))
    .map(({ 0: match, index }) => ({ what, span: span(index, index + match.length + surname(text, index, match)), isPerhapsAuthor: ofProvider }))));
  const births = BIRTH_SIGN.test(text) ? findDates(text).filter((date) => BIRTH.test(text.slice(Math.max(0, date.span.start - 30), date.span.start))) : [];
  return [...found, ...births.map((date) => ({ what: 'birthDate' as const, span: date.span }))];
});

/** A service, a calling or a test before "MD" or "PT" ("Pain Management MD"), or the next sentence behind an initial ("Dr. A. The pain …"). */
function isNoName(match: string, what: Kind): boolean {
  if (what !== 'personName' && what !== 'providerName') return false;
  if (/^Dr\b/.test(match)) return / [A-W]\. /.test(match) && isListed(match.slice(match.lastIndexOf(' ') + 1), 'opens-a-sentence');
  return !/^M(?:r|s|rs|iss)\b/.test(match) && (match.match(/\b[A-Z][a-z]+/g) ?? []).some((word) => isListed(word, 'service-word'));
}

/** "Injured Worker is a 50-year-old", "Right Knee, a 3-year-old strain": capitals of something else than a name. */
function isOtherwiseKnown(match: string): boolean {
  const sentence = readSentence(match.slice(0, match.search(/,? (?:is |was )?an? \d/)));
  return sentence.found.mentions.length > 0 || ['patient', 'claims-administrator', 'opens-a-sentence', 'no-name'].some((list) => hasWord(sentence, list));
}

function isListed(word: string, list: string): boolean {
  return hasWord(readSentence(word), list);
}

/** The length of the surname behind a title and a first name, so that the whole name is found; 0 where there is none. */
function surname(words: string, start: number, match: string): number {
  if (!ONE_NAME.test(match)) return 0;
  SURNAME.lastIndex = start + match.length;
  return SURNAME.exec(words)?.[0].length ?? 0;
}
