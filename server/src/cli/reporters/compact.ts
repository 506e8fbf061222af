import { visibleLine } from '../visible.ts';
import type { Reporter } from './reporter.ts';

/** One line a finding, for editors and grep. */
export const compact: Reporter = {
  each: ({ filePath, messages }) => messages
    .map(({ line, column, severity, message, ruleId }) => `${visibleLine(`${filePath}:${line}:${column}: ${severity}: ${message} [${ruleId}]`)}\n`)
    .join(''),
};
