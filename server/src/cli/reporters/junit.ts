import type { CheckedFile, Message } from '../checked-file.ts';
import { escapeMarkup as escape } from '../../service/markup.ts';
import type { Reporter } from './reporter.ts';

/** The XML that build servers read: a suite a file, a failed case a finding. */
export const junit: Reporter = {
  all: (files) => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${files.map(suite).join('')}</testsuites>\n`,
};

function suite({ filePath, messages }: CheckedFile): string {
  const name = escape(filePath);
  const cases = messages.length > 0 ? messages.map(testCase).join('') : `    <testcase name="${name}" />\n`;
  const head = `name="${name}" package="imr" tests="${Math.max(1, messages.length)}" failures="${messages.length}" errors="0"`;
  return `  <testsuite ${head}>\n${cases}  </testsuite>\n`;
}

function testCase({ ruleId, severity, message, line, column }: Message): string {
  const text = escape(message);
  return `    <testcase name="${escape(ruleId)}" classname="${line}:${column}">\n`
    + `      <failure type="${severity}" message="${text}">${line}:${column} ${text}</failure>\n    </testcase>\n`;
}
