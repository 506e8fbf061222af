import { letterTextNote, plain, type Answer, type Piece } from './chat-answer.ts';
import type { CitationFacts, GuidelineFacts, GuidelineLookUp, ItemsAnswer, LetterCheck, RationaleSuggestions } from './tool-answers.ts';
import { count, verdict } from './wording.ts';

const SEVERITIES = { error: 'Error', warning: 'Warning', information: 'Advice', hint: 'Hint' } as const;
const CONFIDENCE = { high: 'sure', medium: 'fairly sure', low: 'not sure', recalled: 'from general knowledge, not checked' } as const;
const THAT_DAY = {
  'in-force': 'In force on the day of the UR denial.', 'not-yet': 'Not yet in force on the day of the UR denial.',
  superseded: 'No longer in force on the day of the UR denial.', uncertain: 'Not certain to have been in force on the day of the UR denial.',
} as const;
const MOST_FINDINGS = 40;

/** `/check`: the findings, each with the way to its line. */
export function checkAnswer({ letterText, items, counts, findings }: LetterCheck): Answer {
  const { error: errors, warning: warnings, information: informations } = counts;
  const shown = findings.filter(({ severity }) => severity !== 'hint');
  const rows = shown.slice(0, MOST_FINDINGS).flatMap(({ severity, rule, message, line, item }): Piece[] => [
    { markdown: '\n- ' },
    { line, label: `Line ${line}` },
    { markdown: ` **${SEVERITIES[severity]}**${item === undefined ? '' : `, item ${item}`}: ${plain(message ?? `Not as it should be: ${rule}`)}` },
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

/** `/items`: the letter at a glance. */
export function itemsAnswer({ letterText, items, undecided }: ItemsAnswer): Answer {
  if (items.length + undecided.length === 0) return { pieces: [{ markdown: 'The letter has no disputed item yet.' }] };
  const rows = items.flatMap(({ number, title, decision, missing, counts, line, dependsOn, reviewerGuideline }): Piece[] => {
    const facts = [
      ...(missing.length > 0 ? [`missing: ${missing.join(', ')}`] : []),
      ...(counts.error > 0 ? [count(counts.error, 'error')] : []),
      ...(counts.warning > 0 ? [count(counts.warning, 'warning')] : []),
      ...(dependsOn.length > 0 ? [`depends on item ${dependsOn.join(' and ')}`] : []),
      ...guidelineNames(reviewerGuideline?.citations ?? []),
    ];
    return [
      { markdown: `\n- ${number}. ` },
      { line, label: title || '(no title)' },
      { markdown: `: **${plain(decision ?? 'no decision')}**${facts.map((fact) => `  \n  ${plain(fact)}`).join('')}` },
    ];
  });
  const open = undecided.flatMap(({ title, line }): Piece[] => [{ markdown: '\n- ' }, { line, label: title }, { markdown: ': not decided yet' }]);
  const without = items.find(({ missing }) => missing.includes('rationale'));
  return { pieces: [...rows, ...open, letterTextNote(letterText), ...(without ? [insertButton(without.number)] : [])] };
}

function guidelineNames(citations: readonly CitationFacts[]): string[] {
  const names = new Set(citations.flatMap(({ guideline }) => guideline?.title ?? []));
  return names.size === 0 ? [] : [`rests on ${[...names].join('; ')}`];
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
    `- ${days === '' ? 'Not known when it was in force.' : `In force ${days}${certain ? '' : ' (not certain)'}.`}${thatDay ? ` ${THAT_DAY[thatDay]}` : ''}`,
    `- Source (${CONFIDENCE[confidence]}): ${sources.slice(0, 2).map(source).join('; ') || 'the catalogue'}.`,
  ].join('\n');
}

function source(words: string): string {
  return /^https?:/.test(words) ? `<${words}>` : plain(words);
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
