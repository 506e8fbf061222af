import type { ItemReading, Rationale } from '../../determination/model.ts';
import { ownSentences } from '../../determination/statements.ts';
import { phraseAt } from '../../language/lexicon.ts';
import { hasWord, mentionsOf, readSentence, type Sentence } from '../../language/sentence.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName, necessityWords, requestOf } from '../common/wording.ts';

export const missingConclusion = defineRule({
  id: 'missing-conclusion',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'warning',
  waits: true,
  summary: 'A rationale ends by saying whether the request is medically necessary.',
  why: 'Medical necessity is the question that the review answers. A rationale that stops at the guideline or at the findings leaves the reader to guess the answer from the heading.',
  sources: [{ title: 'Labor Code 4610.6(c) and (e)' }],
  leavesAlone: ['Any wording of the verdict: certified, supported, established, appropriate, granted, “the denial stands”, “the criteria are met”.', 'A last sentence that puts the decision off: `hedged-conclusion` speaks of that.', 'Reasons behind a label that gives the verdict: “Rationale for why the requested treatment was not medically necessary”.', 'A rationale whose last sentence isn’t finished yet, or that still has placeholders.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** The gait is steady. Medical necessity of a cane has not been established.'],
    invalid: [{
      draft: '### Walking cane: Upheld\n\n**Decision rationale:** A cane helps where the gait is unsafe. The gait of this patient was steady on all three ⟦visits.⟧',
      fixed: '### Walking cane: Upheld\n\n**Decision rationale:** A cane helps where the gait is unsafe. The gait of this patient was steady on all three visits. Therefore, the request for Walking cane is not medically necessary.',
    }],
  },
  messages: {
    notPlain: ({ item }: { item: number }) => `${itemName(item)}: the rationale doesn’t say in plain words whether the request is medically necessary. Say so in its last sentence.`,
    noVerdict: ({ item }: { item: number }) => `${itemName(item)}: the rationale doesn’t say whether the request is medically necessary. Close it with the verdict.`,
  },
  check: (item, _context, report) => {
    const { rationale, decision } = item.reading;
    if (!rationale || rationale.conclusion || /medically\s+necessary/i.test(rationale.written) || !/[.!?]["”’)]?$/.test(rationale.prose.text) || rationale.prose.text.includes('[[') || rationale.open) return;
    const closing = lastSentenceOf(item.reading, rationale);
    if (closing === 'verdict') return;
    const { end } = rationale.prose.span;
    const { text } = rationale.prose;
    const last = text.length - text.lastIndexOf(' ') - 1;
    report({
      span: { start: end - last, end },
      ...(closing === 'perhaps' ? { severity: 'information', messageId: 'notPlain' } : { messageId: 'noVerdict' }),
      data: { item: item.number },
      fixes: decision?.value
        ? [{ title: 'Add the closing sentence', applicability: 'suggestion', edits: [{ span: { start: end, end }, newText: ` Therefore, the request for ${requestOf(item)} is ${necessityWords(decision.value)}.` }] }]
        : [],
    });
  },
});

/** What the last sentence is: a verdict in words that nobody thought of, perhaps, where whoever isn't sure says nothing or only advises. */
function lastSentenceOf({ title }: ItemReading, { prose }: Rationale): 'verdict' | 'perhaps' | 'none' {
  const last = ownSentences(prose).at(-1)?.sentence;
  if (!last || hasWord(last, 'guideline')) return 'none';
  if (isShortOnRequest(last, readSentence(title.text))) return 'verdict';
  return hasWord(last, 'verdict-concept') ? 'perhaps' : 'none';
}

/** So many tokens a verdict has at most that nobody thought of: "The block it is.", "She can do without a bench." */
const SHORT = 12;

/** A short sentence without a figure, not in the past and not of an examination, that names what is asked for. */
function isShortOnRequest(last: Sentence, title: Sentence): boolean {
  const { tokens } = last;
  if (tokens.count > SHORT || tokens.kinds.includes('number') || hasWord(last, 'told-of-the-past') || hasWord(last, 'of-record')) return false;
  const regions = mentionsOf(title, 'region');
  const words = new Set(title.tokens.keys.filter((_, at) => isName(title, at) && !regions.some(({ from, to }) => from <= at && at < to)));
  return tokens.keys.some((key) => words.has(key));
}

function isName({ tokens, found }: Sentence, at: number): boolean {
  return tokens.kinds[at] === 'word' && (tokens.keys[at] ?? '').length > 2 && !phraseAt(found, 'unnamed', at) && !phraseAt(found, 'number-word', at);
}
