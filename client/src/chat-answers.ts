import type { ItemList } from '../../protocol/items.ts';
import type { CitationFacts, GuidelineFacts, GuidelineLookUp, LetterCheck, RationaleSuggestions } from '../../protocol/tools.ts';
import { letterTextNote, plain, type Answer, type Piece } from './chat-answer.ts';
import { itemRows, type ItemRow } from './item-rows.ts';
import { verdict } from './wording.ts';

const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Advice', hint: 'Hint' } as const;
const CONFIDENCE = { high: 'sure', medium: 'fairly sure', low: 'not sure', recalled: 'from general knowledge, not checked' } as const;
const THAT_DAY = { 'in-force': 'in force', 'not-yet': 'not yet in force', superseded: 'no longer in force', uncertain: 'perhaps in force' } as const;
const MOST_FINDINGS = 40;

/** `/check`: the findings, each with the way to its line. */
export function checkAnswer({ letterText, items, counts, findings }: LetterCheck): Answer {
  const { error: errors, warning: warnings, information: informations } = counts;
  const shown = findings.filter(({ severity }) => severity !== 'hint');
  const rows = shown.slice(0, MOST_FINDINGS).flatMap(({ severity, rule, message, line, item }): Piece[] => [
    { markdown: '\n- ' },
    { line },
    { markdown: ` **${SEVERITIES[severity]}**${item === undefined ? '' : `, item ${item}`}: ${plain(message ?? `Not so here: ${rule}`)}` },
  ]);
  const more = shown.length > MOST_FINDINGS ? [{ markdown: `\n- and ${shown.length - MOST_FINDINGS} more, in the Problems panel` }] : [];
  return {
    pieces: [
      { markdown: `**${verdict({ items, errors, warnings, informations })}**\n` }, ...rows, ...more, letterTextNote(letterText),
      ...(shown.length > 0 ? [{ button: 'Next Problem', command: 'imr.nextProblem' }] : []),
      ...(shown.some(({ fix }) => fix !== null) ? [{ button: 'Fix Problem…', command: 'imr.fixProblem' }] : []),
    ],
    ...(shown.length > 0 && letterText === 'none' && { next: [{ command: 'check', prompt: 'with words', label: 'Say it with the words of the letter' }] }),
  };
}

/** `/items`: the rows of the view *Disputed Items*, dependants under their parents. */
export function itemsAnswer(list: ItemList): Answer {
  const rows = itemRows(list);
  if (rows.length === 0) return { pieces: [{ markdown: 'The letter has no disputed item yet.' }] };
  const without = list.items.find(({ missing }) => missing.includes('rationale'));
  return { pieces: [...rows.flatMap((row) => rowPieces(row, '')), letterTextNote('titles'), ...(without ? [insertButton(without.number)] : [])] };
}

function rowPieces({ state, label, tooltip, place, children }: ItemRow, indent: string): Piece[] {
  // What is missing is said with its item.
  if (state === 'missing') return [];
  const facts = plain(tooltip.split('\n').slice(1).map((fact) => fact.charAt(0).toLowerCase() + fact.slice(1)).join(', '));
  // A number with its dot would begin a list in the list.
  const name = plain(label).replace('.', '\\.');
  return [
    { markdown: `\n${indent}- ${name}${facts ? ` (${facts})` : ''} ` }, { line: place.start.line + 1 },
    ...children.flatMap((child) => rowPieces(child, `${indent}  `)),
  ];
}

/** `/cite`: what a citation means to the catalogue. */
export function citeAnswer({ letterText, citations, similar, inForceInstead }: GuidelineLookUp): Answer {
  const found = citations.filter(({ guideline }) => guideline !== null);
  const blocks = [
    ...found.map(citationBlock),
    ...(found.length === 0 ? [`${unresolved(citations)} ${similar.length > 0 ? 'These are like it:' : ''}`.trim(), ...similar.map(guidelineBlock)] : []),
    ...(inForceInstead.length > 0 ? ['In force on that day instead:', ...inForceInstead.map(guidelineBlock)] : []),
  ];
  return {
    pieces: [
      { markdown: blocks.join('\n\n') }, letterTextNote(letterText),
      { button: 'Insert Guideline Citation…', command: 'imr.insertGuidelineCitation' },
    ],
  };
}

function unresolved(citations: readonly CitationFacts[]): string {
  if (citations.some(({ status }) => status === 'external')) return 'It is a source outside of the MTUS: it counts where the MTUS is silent on the request.';
  return 'The catalogue has no such MTUS or ACOEM guideline.';
}

function citationBlock({ guideline, sections, pages }: CitationFacts): string {
  const cited = [
    ...sections.map((title) => `- ${title === null ? 'A cited section is not in the catalogue.' : `Section “${plain(title)}”.`}`),
    ...(pages.length > 0 ? [`- Pages ${pages.join(', ')}.`] : []),
  ];
  return [guideline ? guidelineBlock(guideline) : '', ...cited].join('\n');
}

function guidelineBlock({ title, inForce: { from, to, certain }, thatDay, confidence, sources }: GuidelineFacts): string {
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  return [
    `**${plain(title)}**\n`,
    `- ${days === '' ? 'Not known when it was in force.' : `In force ${days}${certain ? '' : ' (not certain)'}.`}${thatDay ? ` On the day of the UR denial: ${THAT_DAY[thatDay]}.` : ''}`,
    `- Source (${CONFIDENCE[confidence]}): ${source(sources.find(isAddress) ?? sources[0] ?? 'the catalogue')}`,
  ].join('\n');
}

function source(words: string): string {
  return isAddress(words) ? `<${words}>` : plain(words);
}

function isAddress(words: string): boolean {
  return /^https?:/.test(words);
}

/** `/rationale`: the templates that fit. */
export function rationaleAnswer({ letterText, items }: RationaleSuggestions): Answer {
  if (items.length === 0) return { pieces: [{ markdown: 'Every item has a rationale. For the templates of one of them, write its number behind it: `/rationale 2`.' }] };
  const blocks = items.map(({ number, title, templates }) => [
    `**Item ${number}, ${plain(title)}**\n`,
    ...templates.map((template) => `- ${plain(template.title)} (${plain(template.why)})${template.text === undefined ? '' : `\n\n  > ${plain(template.text)}\n`}`),
  ].join('\n'));
  return { pieces: [{ markdown: blocks.join('\n\n') }, letterTextNote(letterText), ...items.slice(0, 3).map(({ number }) => insertButton(number))] };
}

function insertButton(number: number): Piece {
  return { button: `Insert Rationale into Item ${number}…`, command: 'imr.insertRationale', argument: `item-${number}` };
}
