import { sourceSpan } from '../../determination/prose.ts';
import type { Sentence } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findPhrases, once, phrasebook } from '../../vocabulary/phrases.ts';
import { inSentences } from '../common/in-sentences.ts';
import data from './confusable-words.json' with { type: 'json' };
import { defineRule } from '../engine/rule.ts';

/** A slip: the words that stand there and what is likely meant. Span: in the prose's text. */
interface Slip {
  readonly found: string;
  readonly meant: string;
  readonly span: Span;
}

const book = once(() => phrasebook(data.pairs.map((pair) => ({ value: { wrong: pair.wrong, right: pair.right }, also: pair.phrases }))));
const DOUBLED: ReadonlySet<string> = new Set(data.doubled);

const slipsIn = inSentences((sentence) => [...confused(sentence), ...doubled(sentence)].sort((one, other) => one.span.start - other.span.start));

export const confusableWords = defineRule({
  id: 'confusable-words',
  family: 'law-scope-privacy',
  scope: 'words',
  weighsNoFigures: true,
  severity: 'information',
  summary: 'Words that sound alike stand in their right place, and none stands twice.',
  why: 'A spelling checker passes “plane film” and “perineal tendon”: each word exists. In a letter they read as carelessness, and some name another part of the body.',
  sources: [{ title: 'Slips in published letters of 12/2016 to 3/2017, and lists of words commonly confused in medical dictation (`confusable-words.json`)' }],
  leavesAlone: ['Quotations, and the claims administrator’s line.', 'Either word outside of the phrases in which it is known to be a slip.', '“Had had” and other words that may stand twice.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Plain films of the ankle: Upheld\n\n**Decision rationale:** The peroneal tendons are not tender. Therefore, plain films are not medically necessary.'],
    invalid: [{
      draft: '### Plain films of the ankle: Upheld\n\n**Decision rationale:** A ⟦plane⟧ film was taken in May. Therefore, plain films are not medically necessary.',
      fixed: '### Plain films of the ankle: Upheld\n\n**Decision rationale:** A plain film was taken in May. Therefore, plain films are not medically necessary.',
    }],
  },
  messages: {
    slip: ({ found, meant }: { found: string; meant: string }) => `“${found}” is likely meant to be “${meant}” here.`,
  },
  check: ({ prose, place }, report) => {
    if (place === 'claims-guideline' || place === 'head') return;
    for (const { found, meant, span: slip } of slipsIn(prose)) {
      const at = sourceSpan(prose, slip);
      report({
        span: at,
        messageId: 'slip',
        data: { found, meant },
        fixes: [{ title: `Replace by “${meant}”`, applicability: 'suggestion', edits: [{ span: at, newText: meant }] }],
      });
    }
  },
});

function confused({ text, tokens }: Sentence): Slip[] {
  if (!tokens.keys.some((key) => book().has(key))) return [];
  return findPhrases(book(), text).flatMap(({ value: { wrong, right }, text: words, span: place }) => {
    const at = words.toLowerCase().indexOf(wrong);
    if (at < 0) return [];
    const found = words.slice(at, at + wrong.length);
    const meant = /^[A-Z]/.test(found) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
    return [{ found, meant, span: span(place.start + at, place.start + at + wrong.length) }];
  });
}

/** A letter that stands for itself may stand twice: "vitamin A a day". */
function doubled({ text, tokens: { keys, starts, ends } }: Sentence): Slip[] {
  return keys.flatMap((key, i) => {
    if (key !== keys[i + 1] || !DOUBLED.has(key)) return [];
    const place = span(starts[i] ?? 0, ends[i + 1] ?? 0);
    const found = text.slice(place.start, place.end);
    if (found.toLowerCase() !== `${key} ${key}` || isJoined(text, place) || (key.length === 1 && found !== found.toLowerCase())) return [];
    return [{ found, meant: text.slice(place.start, ends[i]), span: place }];
  });
}

/** A hyphen or an apostrophe makes one of the two part of a longer word: "in-in". */
function isJoined(text: string, { start, end }: Span): boolean {
  return [text[start - 1], text[end]].some((mark) => mark !== undefined && "-'’".includes(mark));
}
