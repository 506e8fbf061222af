import type { Prose } from '../../determination/model.ts';
import { sexesIn, type Said, type Sex } from '../../determination/words/patient.ts';
import { patientPronouns } from '../../determination/words/patient-pronouns.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { allSentences, ownSentences } from '../../determination/statements.ts';
import type { Span } from '../../markdown/span.ts';
import { areOnCase, firstOnCase } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';

/** A word that says of which sex the patient is, and its counterparts, the likeliest first. Span: in the prose's text. */
interface SexWord {
  readonly sex: Sex;
  readonly span: Span;
  readonly counterparts: readonly string[];
}

const wordsOf = keptBy(sexWords);

/** The patient's sex as a text states it first; a summary that quotes the utilization review as a whole says it too. */
const statedIn = keptBy((prose: Prose) => sexesIn(ownSentences(prose))[0]);
const statedInSummary = keptBy((prose: Prose) => statedIn(prose) ?? sexesIn(allSentences(prose))[0] ?? saidByPronouns(prose));

/** "A 44-year-old housekeeper. She strained her back.": the pronouns say it, where they are all of one sex. */
function saidByPronouns(prose: Prose): Said<Sex> | undefined {
  const pronouns = patientPronouns(ownSentences(prose));
  const [first] = pronouns;
  return first && pronouns.every(({ sex }) => sex === first.sex) ? { value: first.sex, span: first.span } : undefined;
}

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
    'A pronoun within a sentence that names somebody else, that says what providers do (“he advised a cane”), or that has pronouns of both sexes.', '“He/she”, and quotations.',
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
  about: (determination) => firstOnCase(determination, { inSummary: statedInSummary, inRationale: statedIn }),
  check(words, report, patient) {
    if (!patient || !areOnCase(words)) return;
    for (const word of wordsOf(words.prose)) {
      if (word.sex === patient.value) continue;
      const place = sourceSpan(words.prose, word.span);
      const written = words.prose.text.slice(word.span.start, word.span.end);
      report({
        span: place,
        messageId: 'otherSex',
        data: { sex: patient.value, written, right: word.counterparts[0] ?? written },
        related: [{ span: patient.span, of: patient.of, message: `Here the patient is ${patient.value}` }],
        fixes: word.counterparts.map((newText) => ({ title: `Replace by “${newText}”`, applicability: 'suggestion', edits: [{ span: place, newText }] })),
      });
    }
  },
});

/** Words by which a text says of which sex the patient is: outright, or with a pronoun that can be nobody else's. */
function sexWords(prose: Prose): SexWord[] {
  const sentences = ownSentences(prose);
  const pronouns = patientPronouns(sentences);
  return [...sexesIn(sentences).map(({ value, span }) => ({ sex: value, span })), ...pronouns]
    .map((said) => ({ ...said, counterparts: counterpartsOf(prose.text.slice(said.span.start, said.span.end)) }))
    .sort((one, another) => one.span.start - another.span.start);
}

/** "She" for "He", with the capital of the word that it is for. */
function counterpartsOf(word: string): readonly string[] {
  const counterparts: readonly string[] = COUNTERPARTS[word.toLowerCase()] ?? [word];
  return /^[A-Z]/.test(word) ? counterparts.map((one) => one.charAt(0).toUpperCase() + one.slice(1)) : counterparts;
}

const COUNTERPARTS: Readonly<Record<string, readonly string[]>> = {
  he: ['she'], she: ['he'], his: ['her', 'hers'], her: ['his', 'him'], hers: ['his'], him: ['her'], himself: ['herself'], herself: ['himself'],
  male: ['female'], female: ['male'], man: ['woman'], woman: ['man'], gentleman: ['lady'], lady: ['gentleman'], m: ['f'], f: ['m'],
};
