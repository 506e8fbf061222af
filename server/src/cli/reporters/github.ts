import type { Severity } from '../../rules/engine/rule.ts';
import type { Reporter } from './reporter.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands that GitHub shows beside the lines of a change. */
export const github: Reporter = {
  each: ({ filePath, messages }) => messages.map(({ ruleId, severity, message, line, column, endLine, endColumn }) => {
    const columns = endLine === line ? `,col=${column},endColumn=${endColumn}` : '';
    return `::${commands[severity]} file=${property(filePath)},line=${line},endLine=${endLine}${columns},title=${property(ruleId)}::${data(message)}\n`;
  }).join(''),
};

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
