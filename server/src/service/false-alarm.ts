import type { Finding, Json } from '../rules/engine/rule.ts';
import { rules } from '../rules/rules.ts';
import type { Letter } from './letter.ts';
import product from './product.json' with { type: 'json' };

/** What stands for what isn't ticked. */
const TEXT = '‹text›';
const NUMBER = '‹number›';
/** Numbers of items, which say nothing of the letter. */
const NUMBERS_OF_ITEMS: readonly string[] = ['item', 'other', 'others'];
const LONGEST = 300;

/** The words and figures that a report on a finding could quote, each to be ticked by the reviewer: those it stands on, those it refers to, those in its data. */
export function wordsToTick({ lines }: Letter, { span, related, data }: Finding): string[] {
  const text = lines.text.toString();
  const places = [span, ...related.map((each) => each.span)].map(({ start, end }) => text.slice(start, end).replace(/^#{1,6}\s/, '').trim());
  return [...new Set([...places, ...leaves(data)])].filter((words) => words !== '' && words.length <= LONGEST);
}

/** A report on a finding that is none: what the program said, and of the letter only what was ticked. */
export function falseAlarmReport(letter: Letter, finding: Finding, ticked: ReadonlySet<string>): string {
  const { ruleId, messageId, severity, data, item } = finding;
  const { determination: { layout, items }, catalogue: { version, packs } } = letter;
  const released = wordsToTick(letter, finding).filter((words) => ticked.has(words));
  const summary = rules.find(({ id }) => id === ruleId)?.summary ?? 'A phrase of the team’s own.';
  return `${[
    `# A false alarm of ${ruleId}`,
    'Nothing of the letter stands here but what was ticked. Read it once more before you hand it on; nothing was sent.',
    [
      `- Rule: \`${ruleId}\` (${summary})`,
      `- Message: \`${messageId}\`, ${severity}`,
      `- IMR Determination ${product.version}, guideline catalogue ${version}${packs.length === 0 ? '' : `, with ${packs.length} of the team’s own files on it`}`,
      `- Letter: layout ${layout}, ${items.length} disputed ${items.length === 1 ? 'item' : 'items'}${item === undefined ? '' : `, found in item ${item}`}`,
    ].join('\n'),
    '## What the message spoke of',
    `\`\`\`json\n${JSON.stringify(redacted(data, '', ticked), null, 2)}\n\`\`\``,
    '## Words of the letter that the reviewer has ticked',
    released.length === 0 ? 'None.' : released.map((words) => `- “${words.replace(/\s+/g, ' ')}”`).join('\n'),
    '## Why it is no fault',
    '(Write it here, in your own words.)',
  ].join('\n\n')}\n`;
}

function leaves(value: Json, key = ''): string[] {
  if (NUMBERS_OF_ITEMS.includes(key)) return [];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => leaves(each as Json, Array.isArray(value) ? key : name));
}

function redacted(value: Json, key: string, ticked: ReadonlySet<string>): Json {
  if (NUMBERS_OF_ITEMS.includes(key)) return value;
  if (typeof value === 'string') return ticked.has(value) ? value : TEXT;
  if (typeof value === 'number') return ticked.has(String(value)) ? value : NUMBER;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => redacted(each, key, ticked));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, redacted(each as Json, name, ticked)]));
}
