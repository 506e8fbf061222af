import type { RemarkState, Said } from '../../../protocol/remarks.ts';
import type { Outcome, SignOff, SignOffFinding, SignOffRemark } from '../../../protocol/sign-off.ts';
import { escapeMarkup as escape } from './markup.ts';
import { orderSentence } from './read-back.ts';

const STYLE = `
  :root { color-scheme: light dark; --faint: #59636e; --line: #d0d7de; --bad: #b42318; --good: #1a7f37; }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2328; background: #fff; }
  h1 { font-size: 1.5rem; } .verdict { border-left: .4rem solid; padding: .2rem 1rem; font-size: 1.1rem; }
  .ready { border-color: var(--good); } .blocked { border-color: var(--bad); }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; } dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; margin: 2rem 0; } caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
  th { text-align: left; font-weight: 600; color: var(--faint); } th, td { border-top: 1px solid var(--line); padding: .4rem .6rem; vertical-align: top; }
  td { overflow-wrap: anywhere; } tr { break-inside: avoid; } .none { color: var(--faint); }
  @media screen and (prefers-color-scheme: dark) {
    :root { --faint: #9198a1; --line: #30363d; --bad: #ff8e86; --good: #57ab5a; } body { color: #e6edf3; background: #0d1117; }
  }`;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  blocks: 'Open. It keeps the letter from being signed.',
  warning: 'Open. The reviewer has not answered for it yet.',
  acknowledged: 'Acknowledged by the reviewer.',
  advice: 'Advice. It needs no answer.',
  suppressed: 'Suppressed in the letter',
  decided: 'Decided on outside of the letter',
};

/** The report as one page that stands alone and prints: no script, no address to fetch anything from. */
export function signOffPage(report: SignOff): string {
  const { letter, caseNumber, items, findings, suppressions, decisions, remarks, readings, fixed } = report;
  const title = `Sign-off report: ${escape(caseNumber ?? letter)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${STYLE}
</style></head><body><main><h1>${title}</h1>
${verdict(report)}
${facts(report)}
${table('Disputed items and decisions', ['Item', 'Title', 'Decision', 'Line'], items.map(({ number, title: words, decision, line }) => [number, words, decision ?? 'none', line]))}
${table('Read back: what each item orders', ['As the letter orders it', 'Where its words differ'], items.map((item) => [orderSentence(item), item.differences.join(' ') || 'Nowhere.']))}
${table('Findings, and what was done about each', ['Line', 'Item', 'Severity', 'Finding', 'What was done'], findings.map(findingRow))}
${table('Suppressions in the letter', ['Line', 'Rule', 'Reason', 'Silences'], suppressions.map(({ line, rules, reason, silences }) =>
    [line, rules.join(', ') || 'every rule', reason ?? 'none given', plural(silences, 'finding')]))}
${table('Decided on outside of the letter', ['Line', 'Finding', 'Reason', 'By whom, and when'], decisions.map(({ line, message, rule, reason, who, when }) =>
    [line, `${message} (${rule})`, reason, saidBy({ who, when })]))}
${table('Read by', ['Who, and when', 'Which text'], readings.map((reading) => [saidBy(reading), reading.isThisText ? 'This one.' : 'An earlier one: the letter was changed since.']))}
${table('Remarks, who left them and who answered', ['Line', 'Item', 'Remark', 'By whom, and when', 'Answers', 'What became of it'], remarks.map(remarkRow))}
${fixed ? table('Found earlier, and gone since', ['Severity', 'Finding', 'Rule'], fixed.map(({ severity, message, ruleId }) => [severity, message, ruleId])) : ''}
<p class="none">${fixed ? 'Gone since are findings that were there when the letter was opened, saved or looked at for signing, while it stayed open; items are numbered as they were then. ' : ''}This report quotes the letter: keep it as carefully. It tells what a program found in the letter’s form and reasoning. Medical judgement is the reviewer’s.</p>
</main></body></html>
`;
}

function verdict({ ready, blockers, warnings, acknowledged }: SignOff): string {
  const left = warnings === 0 ? '' : ` ${plural(warnings, 'warning')} ${acknowledged ? 'acknowledged by the reviewer.' : 'not acknowledged yet.'}`;
  if (ready) return `<p class="verdict ready"><strong>Ready to sign.</strong> No error, no blank and no remark is left.${left}</p>`;
  return `<div class="verdict blocked"><p><strong>Not ready to sign.</strong> ${plural(blockers.length, 'thing')} must be put right first.${left}</p>
<ul>${blockers.map((blocker) => `<li>${escape(blocker)}</li>`).join('')}</ul></div>`;
}

function facts({ letter, caseNumber, checkedAt, sha256, catalogueVersion, catalogueHorizon, cataloguePacks, productVersion, switchedOff, notes }: SignOff): string {
  const pairs = [
    ['Case', caseNumber ?? 'no case number'], ['Letter', letter], ['Checked', `${checkedAt.slice(0, 16).replace('T', ' ')} UTC`], ['Fingerprint of its text', sha256],
    ['Guideline catalogue', [`${catalogueVersion}, ${catalogueHorizon}`, ...cataloguePacks].join('; with ')], ['IMR Determination', productVersion],
    ['Rules switched off', switchedOff.join(', ') || 'none'], ...notes.map((note) => ['To know', note] as const),
  ] as const;
  return `<dl>${pairs.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl>`;
}

const STATES: Readonly<Record<RemarkState, string>> = { open: 'Open', resolved: 'Resolved', taken: 'Its wording was taken', withdrawn: 'Withdrawn' };

function remarkRow({ line, item, text, words, proposal, said, answers, state, settled }: SignOffRemark): (string | number)[] {
  const remark = [text, words === null ? '' : `On “${words}”.`, proposal === null ? '' : `Proposed: “${proposal}”.`].filter((part) => part !== '').join(' ');
  const given = answers.map((answer) => `${saidBy(answer)}: ${answer.text}`).join(' · ');
  return [line, item ?? '', remark, said ? saidBy(said) : 'written into the letter', given || 'None.', settled ? `${STATES[state]}: ${saidBy(settled)}` : STATES[state]];
}

function saidBy({ who, when }: Said): string {
  return `${who ?? 'no name given'}, ${when.includes('T') ? `${when.slice(0, 16).replace('T', ' ')} UTC` : when}`;
}

function findingRow({ line, item, severity, message, rule, outcome, reason }: SignOffFinding): (string | number)[] {
  const done = outcome === 'suppressed' || outcome === 'decided' ? `${OUTCOMES[outcome]}: ${reason ?? 'no reason is given'}` : OUTCOMES[outcome];
  return [line, item ?? '', severity, `${message} (${rule})`, done];
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return `<table><caption>${caption}</caption><tbody><tr><td class="none">None.</td></tr></tbody></table>`;
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escape(String(cell))}</td>`).join('')}</tr>`).join('\n');
  return `<table><caption>${caption}</caption><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
