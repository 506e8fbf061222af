import { phraseBefore, standsAt } from '../../language/lexicon.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import type { Statement } from '../../language/statement.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownSentences } from '../../determination/statements.ts';
import { span, type Span } from '../../markdown/span.ts';
import { areOnCase, type Words } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';
import { wordsStating } from '../common/stated-words.ts';

export const unprofessionalRemark = defineRule({
  id: 'unprofessional-remark',
  family: 'law-scope-privacy',
  scope: 'words',
  severity: 'warning',
  summary: 'The letter speaks of patient and provider with respect.',
  why: 'The patient reads the letter, and so may a judge. A disparaging word adds no reason and invites an appeal for bias.',
  sources: [{ title: 'Labor Code 4610.6(h)(3), (4): conflict of interest and bias as grounds of appeal' }],
  leavesAlone: ['Quoted words, and what somebody is said to have said, felt or called the patient.', 'Words that are denied: “no malingerer”.', 'Clinical terms: “drug-seeking behavior”, “symptom magnification”.', 'Questions: guidelines ask them.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** Symptom magnification was noted. The gait is steady. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The request ⟦is ridiculous⟧ and the gait is steady. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    disparages: ({ words }: { words: string }) => `“${words}” disparages. Leave it out, and say what in the record speaks for or against the request.`,
    exclaims: ({ words }: { words: string }) => `“${words}” is an exclamation. Say it without: the letter is read by the patient, and may be by a judge.`,
  },
  check: (own, report) => {
    for (const { span, words } of exclaimed(own)) report({ span, severity: 'information', messageId: 'exclaims', data: { words } });
    for (const { span, words } of wordsStating(own, 'person', 'tone', 'disparages', isOwnRemark)) report({ span, messageId: 'disparages', data: { words } });
  },
});

/** A sentence of the reviewer's own that ends in an exclamation mark; its last word stands for it. */
function exclaimed({ prose, place }: Words): readonly { readonly span: Span; readonly words: string }[] {
  if (!prose.text.includes('!') || !areOnCase({ prose, place })) return [];
  return ownSentences(prose).flatMap(({ sentence: { text }, start }) => {
    if (!text.endsWith('!')) return [];
    const at = text.lastIndexOf(' ') + 1;
    return [{ span: sourceSpan(prose, span(start + at, start + text.length)), words: text.slice(at) }];
  });
}

/** So many words before a remark a denial stands at most that denies it. */
const DENIED_WITHIN = 2;

/** Neither "the foreman called her lazy" nor "he is no malingerer". */
function isOwnRemark(sentence: Sentence, { from }: Statement): boolean {
  const isDenied = hasWord(sentence, 'verdict-negation', Math.max(0, from - DENIED_WITHIN), from) || hasWord(sentence, 'speaks-against-remark', 0, from);
  return !isDenied && !isToldBySomebody(sentence, from);
}

/** "She says that …", "the foreman called her …", "he was called …", "calling her …". */
function isToldBySomebody(sentence: Sentence, before: number): boolean {
  if (hasWord(sentence, 'tells-by-itself', 0, before)) return true;
  if (!sentence.found.present.has('tells-so')) return false;
  for (let at = 1; at < before; at++) if (standsAt(sentence.found, 'tells-so', at) && isTeller(sentence, at)) return true;
  return false;
}

/** Whether the word before a token is who tells; "the provider’s reports" tell nothing. */
function isTeller({ found, tokens }: Sentence, at: number): boolean {
  if (/['’]s?$/.test(tokens.text.slice(tokens.starts[at - 1], tokens.ends[at - 1]))) return false;
  return TELLERS.has(tokens.keys[at - 1] ?? '') || WHO_TELLS.some((list) => phraseBefore(found, list, at) !== null);
}

const TELLERS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'who', 'also', 'was', 'were', 'been', 'letter', 'denial', 'note']);
const WHO_TELLS = ['patient', 'provider', 'somebody-else', 'claims-administrator', 'payer'];
