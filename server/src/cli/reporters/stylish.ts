import type { Severity } from '../../rules/engine/rule.ts';
import type { CheckedFile, Message } from '../checked-file.ts';
import { visibleLine } from '../visible.ts';
import { plural, type Reporter, type Tally } from './reporter.ts';

const palette: Record<Severity, number> = { error: 31, warning: 33, information: 34, hint: 90 };

type Paint = (color: number, text: string) => string;

/** For people: findings under their file, in columns, and a sum. */
export const stylish: Reporter = {
  isPainted: true,
  each: (file, { colors }) => (file.messages.length === 0 ? '' : `${section(file, painter(colors))}\n`),
  end: (tally, { colors }) => (tally.files === 0 ? '' : `${sum(tally, painter(colors))}\n`),
};

function painter(colors: boolean): Paint {
  return colors ? (color, text) => `\u001b[${color}m${text}\u001b[0m` : (_, text) => text;
}

function section({ filePath, messages }: CheckedFile, paint: Paint): string {
  const widest = Math.max(...messages.map((message) => place(message).length));
  const lines = messages.map((message) => [
    `  ${place(message).padStart(widest)}`,
    paint(palette[message.severity], message.severity.padEnd('information'.length)),
    visibleLine(message.message),
    paint(90, visibleLine(message.ruleId)),
  ].join('  '));
  return [paint(4, visibleLine(filePath)), ...lines, ''].join('\n');
}

function place({ line, column }: Message): string {
  return `${line}:${column}`;
}

function sum({ files, errors, warnings, others, repairable }: Tally, paint: Paint): string {
  const counted = [plural(errors, 'error'), plural(warnings, 'warning'), ...(others > 0 ? [`${others} advice`] : [])].join(', ');
  const fixable = repairable > 0 ? `\n${plural(repairable, 'finding')} can be repaired with --fix.` : '';
  return paint(errors > 0 ? 31 : 33, `${counted} in ${plural(files, 'file')}`) + fixable;
}
