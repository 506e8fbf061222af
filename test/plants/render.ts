import type { TextKind } from '../../server/src/determination/reading/read.ts';
import type { ItemSpec, LetterSpec, PartName, RationaleSpec } from './letter-spec.ts';

export interface Rendered {
  readonly text: string;
  readonly kind: TextKind;
}

const HEADINGS: Readonly<Record<PartName, string>> = {
  made: 'How the IMR Final Determination Was Made', summary: 'Clinical Case Summary', decisions: 'IMR Issues, Decisions and Rationales',
};
const WIDTH = 96;

/** The letter as its layout writes it. */
export function render(letter: LetterSpec): Rendered {
  return letter.layout === 'draft' ? { text: draft(letter), kind: 'markdown' } : { text: published(letter), kind: 'plaintext' };
}

export function rationaleText({ guideline, facts, conclusion, after }: RationaleSpec): string {
  return [guideline, ...facts, conclusion, after].filter((sentence) => sentence !== '').join(' ');
}

/** "04/19/2016" of "2016-04-19". */
export function slashed(date: string): string {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}

function draft(letter: LetterSpec): string {
  const { head, listed } = letter;
  const facts = [
    ['case-number', head.caseNumber], ['date-of-injury', head.injury], ['ur-denial-date', head.denial], ['application-received', head.application], ['date-assigned', head.assigned],
    ['decision-date', head.decision], ['priority', 'standard'], ['licensed-in', '[California]'], ['specialty', 'Occupational Medicine'],
  ].map(([key, value]) => `${key}: ${value}`);
  const list = listed ? ['disputed-items:', ...listed.map((title) => `  - ${JSON.stringify(title)}`)] : [];
  const parts = letter.parts.map((part) => `## ${HEADINGS[part]}\n\n${partText(letter, part, draftItem)}`);
  return `---\n${[...facts, ...list].join('\n')}\n---\n\n# Independent Medical Review Final Determination\n\n${parts.join('\n\n')}\n`;
}

function partText(letter: LetterSpec, part: PartName, item: (item: ItemSpec, index: number) => string): string {
  if (part === 'decisions') return letter.items.map(item).join('\n\n');
  return letter[part].join(' ');
}

function draftItem(item: ItemSpec): string {
  const lines = [
    `### ${item.title}${item.decision === null ? '' : `: ${item.decision}`}`,
    ...(item.dependsOn === null ? [] : [`**Depends on:** ${item.dependsOn}`]),
    ...fields(item).map(([label, words]) => `**${label}:**${words === '' ? '' : ` ${words}`}`),
  ];
  return lines.join('\n\n');
}

function fields({ claimsAdministrator, reviewer, rationale }: ItemSpec): (readonly [label: string, words: string])[] {
  return [
    ...(claimsAdministrator === null ? [] : [['Claims Administrator guideline', claimsAdministrator] as const]),
    ...(reviewer === null ? [] : [['MAXIMUS guideline', reviewer] as const]),
    ...(rationale === null ? [] : [['Decision rationale', rationaleText(rationale)] as const]),
  ];
}

function published(letter: LetterSpec): string {
  const table = letter.layout === '2014-on' ? headTable(letter) : '';
  const introduction = 'The Final Determination was based on decisions for the disputed items/services set forth below:\n\n';
  const parts = letter.parts.map((part) => {
    const heading = letter.layout === '2014-on' ? HEADINGS[part].toUpperCase().padStart(60) : HEADINGS[part].toUpperCase();
    const text = part === 'decisions' ? introduction + partText(letter, part, (item, i) => publishedItem(letter, item, i)) : wrapped(partText(letter, part, () => ''));
    return `${heading}\n\n${text}`;
  });
  return `${table}${parts.join('\n\n')}\n`;
}

function headTable({ head }: LetterSpec): string {
  return [
    `Case Number:           ${head.caseNumber}`,
    `Date Assigned:         ${slashed(head.assigned)}                      Date of Injury:      ${slashed(head.injury)}`,
    `Decision Date:         ${slashed(head.decision)}                      UR Denial Date:      ${slashed(head.denial)}`,
    `Priority:              Standard                        Application          ${slashed(head.application)}`,
    '                                                       Received:',
  ].join('\n') + '\n\n';
}

function publishedItem({ layout }: LetterSpec, item: ItemSpec, index: number): string {
  const number = layout === '2013-14' ? `${index + 1}. ` : '';
  const decision = item.decision === null ? '' : layout === '2013-14' ? `:  ${item.decision}` : `: ${item.decision}`;
  return [wrapped(`${number}${item.title}${decision}`), ...fields(item).map(([label, words]) => wrapped(`${label}: ${words}`.trimEnd()))].join('\n\n');
}

/** Lines of at most WIDTH characters; two spaces between words stay. */
function wrapped(words: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/ (?! )/)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
