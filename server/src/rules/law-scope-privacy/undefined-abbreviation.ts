import type { Prose } from '../../determination/model.ts';
import { ownText } from '../../determination/quotations.ts';
import { span, type Span } from '../../markdown/span.ts';
import data from './known-abbreviations.json' with { type: 'json' };
import { ownWords, placeInWords } from '../engine/own-words.ts';
import { keptBy } from '../../markdown/kept-by.ts';
import { defineRule } from '../engine/rule.ts';

interface Abbreviations {
  /** Spans: in the prose's text. */
  readonly used: readonly { readonly text: string; readonly span: Span }[];
  /** Spelled out here: "deep brain stimulation (DBS)" or "DBS (deep brain stimulation)". */
  readonly defined: readonly string[];
}

const KNOWN = new Set(data.known);
/** Capitals only, no digits: levels and codes are none. */
const ABBREVIATION = /(?<![\w&’'/.-])[A-Z]{2,7}(?![\w&’'/-])/g;
/** "Deep brain stimulation (DBS)" and "DBS (deep brain stimulation)". */
const DEFINITIONS = [/[a-z]{3,20},? \(([A-Z]{2,7})s?\)/g, /(?<![\w-])([A-Z]{2,7})s? \([A-Za-z][a-z]{2,20}[ -]/g];
/** A heading within the text, or words that somebody shouts. */
const SHOUTED = /(?:[A-Z]{4,30}[ ,:]{1,2}){2}/;

const abbreviationsIn = keptBy((prose: Prose): Abbreviations => {
  const own = ownText(prose);
  const used = SHOUTED.test(own) ? [] : [...own.matchAll(ABBREVIATION)]
    .map(({ 0: word, index }) => ({ text: word, span: span(index, index + word.length) }))
    .filter((each) => !KNOWN.has(each.text));
  return { used, defined: DEFINITIONS.flatMap((definition) => [...prose.text.matchAll(definition)].flatMap(({ 1: abbreviation }) => abbreviation ?? [])) };
});

export const undefinedAbbreviation = defineRule({
  id: 'undefined-abbreviation',
  family: 'law-scope-privacy',
  scope: 'letter',
  severity: 'hint',
  offByDefault: true,
  summary: 'An abbreviation is spelled out where the letter uses it first.',
  why: 'The letter goes to the injured worker, too. “ESI” or “FCE” is clear to a physician, not to its most important reader.',
  sources: [{ title: 'Labor Code 4610.6(e): the determination is to be in layperson’s terms to the maximum extent practicable' }],
  leavesAlone: ['Abbreviations that every reader of these letters knows (`known-abbreviations.json`).', 'Guideline lines, quotations, and words in capitals that are no abbreviations.', 'All places but the first.'],
  examples: {
    valid: ['### Walking cane: Upheld\n\n**Decision rationale:** A functional capacity evaluation (FCE) was done. The FCE shows a steady gait. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '### Walking cane: Upheld\n\n**Decision rationale:** The ⟦FCE⟧ shows a steady gait, and an MRI was normal. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    undefined: ({ abbreviation }: { abbreviation: string }) => `“${abbreviation}” is never spelled out. Write it in full here, with the abbreviation in brackets.`,
  },
  check: (determination, report) => {
    const all = ownWords(determination, ({ place }) => place === 'summary' || place === 'title' || place === 'rationale');
    const settled = new Set(all.flatMap(({ prose }) => abbreviationsIn(prose).defined));
    for (const words of all) {
      for (const { text, span: place } of abbreviationsIn(words.prose).used) {
        if (settled.has(text)) continue;
        settled.add(text);
        report({
          span: placeInWords(words, place),
          ...(words.item === undefined ? {} : { item: words.item }),
          messageId: 'undefined',
          data: { abbreviation: text },
        });
      }
    }
  },
});
