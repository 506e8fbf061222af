import { codesOffTitle, otherCodesIn, sidedCodesAlone, type OtherCode } from '../../determination/case/codes-beside.ts';
import type { Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownSentences } from '../../determination/statements.ts';
import type { Sentence } from '../../language/sentence.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { findCodes } from '../../vocabulary/codes.ts';
import { regionName } from '../../vocabulary/regions.ts';
import { inSentences } from '../common/in-sentences.ts';
import { onlySideOf } from '../common/summary-sides.ts';
import { areOnCase, summaryOf, type Words } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';

const inTitle = keptBy(({ text }: Prose) => otherCodesIn(text, true));
const inWords = inSentences(({ text }) => otherCodesIn(text, false));

const aloneInSummary = inSentences(({ text }) => sidedCodesAlone(text));

const aloneInTitle = keptBy(({ text }: Prose) => sidedCodesAlone(text, true));

/** Codes that stand alone in a summary, or in a title without a side, where the summary knows the part of the body on the other side only. */
function offSide({ prose, place }: Words, summary: Prose | null): readonly { readonly code: string; readonly coded: string; readonly said: string; readonly span: Span }[] {
  const alone = place === 'summary' ? aloneInSummary(prose) : place === 'title' ? aloneInTitle(prose) : [];
  if (!summary) return [];
  return alone.flatMap(({ value: { regions, side: coded }, text: code, span }) => {
    const said = onlySideOf(summary, regions);
    return said && said !== coded && said !== 'bilateral' ? [{ code, coded, said, span }] : [];
  });
}

const hasCode = keptBy(({ text }: Sentence): boolean => findCodes(text).length > 0);

/** Codes of a rationale that stand alone, and are not those of its item's title. */
function offTitle({ prose, title }: Words): readonly OtherCode[] {
  if (!title || !/\d{4}/.test(prose.text)) return [];
  return ownSentences(prose).filter(({ sentence }) => hasCode(sentence)).flatMap(({ sentence, start }) => codesOffTitle(sentence.text, title.text).map((code) => ({ ...code, span: shift(code.span, start) })));
}

export const codeMismatch = defineRule({
  id: 'code-mismatch',
  family: 'facts',
  scope: 'words',
  severity: 'warning',
  summary: 'A code of ICD-10, ICD-9, CPT or HCPCS stands for what the words beside it say.',
  why: 'The claims administrator pays by the code. Where code and words name two parts of the body, or two sides, the letter decides two requests at once, and nobody knows which.',
  sources: [{ title: 'ICD-10-CM and CPT: side and region are part of the code' }, { title: 'Labor Code 4610.6(h)(5): a plainly erroneous finding of fact' }],
  leavesAlone: [
    'Codes that the table of some 560 doesn’t know, and figures that nothing calls a code.',
    'A sentence or title that names the code’s region, side or treatment as well, or a neighbouring region.', 'What is done before or after an operation, and bears its code.',
    'Codes that stand by themselves, where the title of the item names nothing that they could be held against.',
  ],
  examples: {
    valid: ['### Right carpal tunnel release (CPT 64721): Upheld\n\n**Decision rationale:** The diagnosis is right carpal tunnel syndrome (G56.01).'],
    invalid: [
      { draft: '### Arthroscopy of the left knee (CPT ⟦29827⟧): Upheld\n\n**Decision rationale:** The knee is stable.' },
      { draft: '### Wrist brace: Upheld\n\n**Decision rationale:** The diagnosis is left carpal tunnel syndrome (⟦G56.01⟧).' },
    ],
  },
  messages: {
    otherRegion: ({ code, name, region }: { code: string; name: string; region: string }) => `${code} is ${name}, the words beside it name the ${region}. Correct the one that is wrong.`,
    otherTreatment: ({ code, name, treatment }: { code: string; name: string; treatment: string }) => `${code} is ${name}, the words beside it name ${treatment}. Correct the one that is wrong.`,
    otherSide: ({ code, coded, said }: { code: string; coded: string; said: string }) => `${code} is the code of the ${coded} side, the words beside it say “${said}”. Correct the one that is wrong.`,
    sideOfLetter: ({ code, coded, said }: { code: string; coded: string; said: string }) => `${code} is the code of the ${coded} side, the summary speaks of the ${said} one only. Correct the one that is wrong.`,
  },
  about: (determination) => summaryOf(determination)?.reading.prose ?? null,
  check: (words, report, summary) => {
    if (words.place !== 'title' && !areOnCase(words)) return;
    const { prose } = words;
    for (const { code, name, region, treatment, side, span } of words.place === 'title' ? inTitle(prose) : [...inWords(prose), ...offTitle(words)]) {
      const place = sourceSpan(prose, span);
      if (side) report({ span: place, messageId: 'otherSide', data: { code, ...side } });
      else if (treatment) report({ span: place, messageId: 'otherTreatment', data: { code, name, treatment: treatment.name } });
      else if (region) report({ span: place, messageId: 'otherRegion', data: { code, name, region: regionName(region) } });
    }
    for (const { span, ...data } of offSide(words, summary)) report({ span: sourceSpan(prose, span), messageId: 'sideOfLetter', data });
  },
});
