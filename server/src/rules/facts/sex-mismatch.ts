import type { Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { span, type Span } from '../../markdown/span.ts';
import { ownSentences } from '../shared/in-sentences.ts';
import { areOnCase, firstOnCase, keptBy } from '../engine/own-words.ts';
import { findPatient, type Sex } from '../shared/patient.ts';
import { defineRule } from '../engine/rule.ts';

/** A word that says of which sex somebody is, and its counterpart. Span: in the prose's text. */
interface SexWord {
  readonly sex: Sex;
  readonly span: Span;
  readonly counterpart: string;
}

const COUNTERPARTS: Readonly<Record<string, string>> = {
  he: 'she', she: 'he', his: 'her', her: 'his', male: 'female', female: 'male', man: 'woman', woman: 'man',
  gentleman: 'lady', lady: 'gentleman',
};
/** The pronoun that opens a sentence, also behind "However,"; "He/she" is none. */
const OPENING = /^(?:[a-z]{3,15}(?: [a-z]{2,10}){0,2}, )?(he|she|his|her)\b(?!\s?[/(])/i;
/** Whoever else a pronoun may stand for. */
const SOMEBODY_ELSE = /\b(?:physicians?|doctors?|providers?|surgeons?|clinicians?|dentists?|internists?|radiologists?|therapists?|counselors?|chiropractors?|acupuncturists?|psychologists?|psychiatrists?|neurologists?|orthopa?edi(?:cs|sts?)|podiatrists?|physiatrists?|nurses?|practitioners?|assistants?|technicians?|specialists?|consultants?|evaluators?|examiners?|reviewers?|attorneys?|adjusters?|supervisors?|managers?|foreman|boss|employers?|co-?workers?|colleagues?|customers?|clients?|residents?|students?|inmates?|suspects?|(?:boy|girl)?friend|roommate|wife|husband|spouse|partner|son|daughter|mother|father|brother|sister|child|children|driver)\b/i;
/** The same in short, which other words are in lower case. */
const SOMEBODY_IN_SHORT = /\b(?:Dr|M\.?D|D\.?O|D\.?C|Ph\.?D|PTP|PCP|QME|AME|OB|NP|PA|RN)\b/;
const PATIENT = /\b(?:worker|patient|claimant|applicant|employee)\b/i;

const wordsOf = keptBy(sexWords);

/** The patient's sex as a text states it first. */
const statedIn = keptBy((prose: Prose) => findPatient(prose).flatMap(({ sex }) => sex ?? [])[0]);

export const sexMismatch = defineRule({
  id: 'sex-mismatch',
  family: 'facts',
  scope: 'words',
  severity: 'warning',
  summary: 'The patient is of one sex in all of the letter.',
  why: '“His diagnoses” in the letter of a woman shows that a paragraph was carried over from another case; a reader then asks what else was. Two of 194 published letters have it.',
  sources: [{ title: '2 of 194 published letters of 12/2016 to 3/2017' }, { title: 'Labor Code 4610.6(h)(5)' }],
  leavesAlone: [
    'A pronoun behind a sentence that speaks of a provider, a relative or another person.',
    'Pronouns within a sentence: who they stand for takes more than grammar.', '“He/she”, and quotations.',
    'Letters that never say whether the patient is male or female.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['## Clinical Case Summary\n\nThe injured worker is a 44 year old female. The surgeon saw her in May. He advised therapy.\n\n### Walking cane: Upheld\n\n**Decision rationale:** She walks well. Therefore, a cane is not medically necessary.'],
    invalid: [{
      draft: '## Clinical Case Summary\n\nThe injured worker is a 44 year old female.\n\n### Walking cane: Upheld\n\n**Decision rationale:** The claimant hurt a knee. ⟦His⟧ gait is steady. Therefore, a cane is not medically necessary.',
      fixed: '## Clinical Case Summary\n\nThe injured worker is a 44 year old female.\n\n### Walking cane: Upheld\n\n**Decision rationale:** The claimant hurt a knee. Her gait is steady. Therefore, a cane is not medically necessary.',
    }],
  },
  messages: {
    otherSex: ({ sex, written, right }: { sex: string; written: string; right: string }) =>
      `The letter speaks of a ${sex} patient, but says “${written}” here. Write “${right}”, or say who is meant.`,
  },
  about: (determination) => firstOnCase(determination, statedIn),
  check(words, report, patient) {
    if (!patient || !areOnCase(words)) return;
    for (const word of wordsOf(words.prose)) {
      if (word.sex === patient.value) continue;
      const place = sourceSpan(words.prose, word.span);
      const written = words.prose.text.slice(word.span.start, word.span.end);
      report({
        span: place,
        messageId: 'otherSex',
        data: { sex: patient.value, written, right: word.counterpart },
        related: [{ span: patient.span, of: patient.of, message: `Here the patient is ${patient.value}` }],
        fixes: [{ title: `Replace by “${word.counterpart}”`, applicability: 'suggestion', edits: [{ span: place, newText: word.counterpart }] }],
      });
    }
  },
});

/** Words by which a text says of which sex the patient is: outright, or with the pronoun that opens a sentence about the patient. */
function sexWords(prose: Prose): SexWord[] {
  const { text } = prose;
  const stated = findPatient(prose).flatMap(({ sex }) => (sex ? [sexWord(sex.value, text, sex.span)] : []));
  let other = false;
  const opening: SexWord[] = [];
  for (const { words, start } of ownSentences(prose)) {
    const match = OPENING.exec(words);
    const pronoun = match?.[1];
    if (pronoun !== undefined && match && !other) {
      const end = start + match[0].length;
      opening.push(sexWord(/^s?he$/i.test(pronoun) ? (/^s/i.test(pronoun) ? 'female' : 'male') : (/^his/i.test(pronoun) ? 'male' : 'female'), text, span(end - pronoun.length, end)));
    }
    // As long as sentences open with pronouns they may go on speaking of the person named before.
    other = SOMEBODY_ELSE.test(words) || SOMEBODY_IN_SHORT.test(words) || (other && pronoun !== undefined && !PATIENT.test(words));
  }
  return [...stated, ...opening].sort((one, another) => one.span.start - another.span.start);
}

function sexWord(sex: Sex, text: string, place: Span): SexWord {
  const word = text.slice(place.start, place.end);
  const counterpart = COUNTERPARTS[word.toLowerCase()] ?? word;
  return { sex, span: place, counterpart: /^[A-Z]/.test(word) ? counterpart.charAt(0).toUpperCase() + counterpart.slice(1) : counterpart };
}
