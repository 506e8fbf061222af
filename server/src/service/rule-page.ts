import type { Finding, Rule } from '../rules/engine/rule.ts';
import { findingsIn } from './example-findings.ts';
import { FAMILIES, SEVERITIES } from './rule-words.ts';

type Example = Rule['examples']['invalid'][number];

/** The page of one rule, docs/rules/<id>.md: what `imr explain` prints and *IMR: Explain Rule* opens, which makes it of the rule when it is asked for. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    rule.summary,
    facts(rule),
    section('Why it matters', rule.why),
    section('A letter before and after', rule.examples.invalid.map((example) => beforeAndAfter(rule, example)).join('\n\n')),
    section('A letter that passes', rule.examples.valid.map(letter).join('\n\n')),
    section('What it leaves alone', rule.leavesAlone.map((line) => `- ${line}`).join('\n')),
    section('The fix', aboutFix(rule)),
    section('When you know better', silencing(rule)),
    section('Sources', rule.sources.map(({ title, url }) => `- ${url ? `[${title}](${url})` : title}`).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(heading: string, body: string): string {
  return body === '' ? '' : `## ${heading}\n\n${body}`;
}

function facts({ severity, offByDefault, family, waits }: Rule): string {
  const { name, means } = SEVERITIES[severity];
  const off = offByDefault ? ' The rule is off until the settings turn it on.' : '';
  const quiet = waits === undefined ? '' : ' Where blanks of a template are still open, what isn’t written yet is counted, and underlined later (`imr.show`).';
  return `**${name}**: ${means}.${off}${quiet} It is one of the rules on [${FAMILIES[family].toLowerCase()}](README.md#${anchor(FAMILIES[family])}).`;
}

/** As GitHub makes the anchor of a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
}

function beforeAndAfter(rule: Rule, { draft, fixed }: Example): string {
  const text = draft.replace(/[⟦⟧]/g, '');
  const findings = findingsIn(text, [rule]);
  const said = findings.map((finding) => `> **${excerpt(text, finding)}** ${finding.message}`).join('\n>\n');
  const before = `${letter(text)}\n\nThe editor underlines the words in bold and says:\n\n${said}`;
  const title = findings[0]?.fixes[0]?.title;
  return fixed === undefined || title === undefined ? before : `${before}\n\nAfter the fix “${title.replace(/[“”]/g, "'")}”:\n\n${letter(fixed)}`;
}

function excerpt(text: string, { span }: Finding): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').replaceAll('**', '');
  return words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words;
}

/** A letter in a fence, its long lines wrapped: a line break within a paragraph means nothing in Markdown. */
function letter(text: string): string {
  const [, head = '', body = ''] = /^(---\n[\s\S]*?\n---\n)?([\s\S]*)$/.exec(text) ?? [];
  return `\`\`\`markdown\n${head}${body.trimEnd().split('\n').map(wrap).join('\n')}\n\`\`\``;
}

const WIDTH = 96;

function wrap(line: string): string {
  if (/^(?:#|[-|>]\s)/.test(line)) return line;
  const lines: string[] = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

function aboutFix({ fixable }: Rule): string {
  if (fixable === 'safe') return 'Safe: it changes the form and not what the letter says. “Fix all” and `imr check --fix` apply it.';
  if (fixable === 'suggestion') return 'A suggestion: the lightbulb offers it, and only you choose it, because it changes what the letter says. “Fix all” and `imr check --fix` leave it alone.';
  return 'There is none: what belongs here only the reviewer knows.';
}

function silencing({ id, offByDefault }: Rule): string {
  const setting = offByDefault
    ? `To turn it on for all letters of a folder, write in its \`.imr.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${id}: hint\n\`\`\``
    : `For all letters of a folder, in its \`.imr.yaml\` (\`off\`, \`hint\`, \`information\`, \`warning\` or \`error\`):\n\n\`\`\`yaml\nrules:\n  ${id}: off\n\`\`\``;
  return `In one place of a letter, on the line above, with your reason:\n\n\`\`\`markdown\n<!-- imr-disable-next-line ${id} -- the reason -->\n\`\`\`\n\n${setting}`;
}
