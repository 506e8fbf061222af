import type { Severity } from '../../rules/engine/rule.ts';
import type { CheckedFile, Message } from '../checked-file.ts';
import { plural, type Reporter } from './reporter.ts';

const colors: Record<Severity, number> = { error: 31, warning: 33, information: 34, hint: 90 };

type Paint = (color: number, text: string) => string;

/** For people: findings under their file, in columns, and a sum. */
export const stylish: Reporter = {
  all(files, options) {
    const paint: Paint = options.colors ? (color, text) => `\u001b[${color}m${text}\u001b[0m` : (_, text) => text;
    const found = files.filter(({ messages }) => messages.length > 0);
    if (found.length === 0) return '';
    return `${found.map((file) => section(file, paint)).join('\n')}\n${sum(found, paint)}\n`;
  },
};

function section({ filePath, messages }: CheckedFile, paint: Paint): string {
  const widest = Math.max(...messages.map((message) => place(message).length));
  const lines = messages.map((message) => [
    `  ${place(message).padStart(widest)}`,
    paint(colors[message.severity], message.severity.padEnd('information'.length)),
    message.message,
    paint(90, message.ruleId),
  ].join('  '));
  return [paint(4, filePath), ...lines, ''].join('\n');
}

function place({ line, column }: Message): string {
  return `${line}:${column}`;
}

function sum(files: readonly CheckedFile[], paint: Paint): string {
  const total = (count: (file: CheckedFile) => number): number => files.reduce((so, file) => so + count(file), 0);
  const errors = total(({ errorCount }) => errorCount);
  const warnings = total(({ warningCount }) => warningCount);
  const others = total(({ messages }) => messages.length) - errors - warnings;
  const safe = total(({ messages }) => messages.filter(({ fix }) => fix?.applicability === 'safe').length);
  const counted = [plural(errors, 'error'), plural(warnings, 'warning'), ...(others > 0 ? [`${others} advice`] : [])].join(', ');
  const fixable = safe > 0 ? `\n${plural(safe, 'finding')} can be repaired with --fix.` : '';
  return paint(errors > 0 ? 31 : 33, `${counted} in ${plural(files.length, 'file')}`) + fixable;
}
