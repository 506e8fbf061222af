import type { BlockDocument } from '../markdown/block.ts';
import { lineBreakOf, nextLine, startOfLine, startsLine } from '../markdown/source-lines.ts';
import { span, type Span } from '../markdown/span.ts';
import { namedWords } from '../determination/reading/silenced-words.ts';
import type { FixEdit } from '../rules/engine/rule.ts';
import { isOfEngine } from '../rules/engine/set-aside.ts';
import { rules } from '../rules/rules.ts';

/** What stands for the reason until the reviewer writes it; `suppression-without-reason` asks for it as long as it does. */
export const reasonPlaceholder = '[[reason]]';

/** The rules on comments are silenced by no comment, and what the engine says of the letter isn't either. */
export function canBeSilenced(ruleId: string): boolean {
  return !isOfEngine(ruleId) && !rules.some(({ id, scope }) => id === ruleId && scope === 'suppressions');
}

/**
 * The comment that silences a rule for a finding's words in the block in which it begins, on a line of its own above the block and indented
 * like it. A finding in the front matter, where no comment can stand, is silenced in the whole file, below the front matter.
 */
export function silencingEdit(document: BlockDocument, ruleId: string, { start: finding, end: findingEnd }: Span): FixEdit {
  const { blocks, frontMatter } = document;
  const text = document.text.toString();
  const lineBreak = lineBreakOf(text);
  const words = namedWords(text.slice(finding, findingEnd));
  const named = words === null ? ruleId : `${ruleId} "${words}"`;
  const comment = (directive: string): string => `<!-- imr-${directive} ${named} -- ${reasonPlaceholder} -->${lineBreak}`;
  const block = blocks.findLast(({ start }) => start <= finding) ?? blocks.find(({ start }) => start > finding);
  if (frontMatter && (finding < frontMatter.span.end || !block)) {
    const end = nextLine(text, frontMatter.span.end);
    const first = end === text.length && !startsLine(text, end) ? lineBreak : '';
    return { span: span(end, end), newText: `${first}${comment('disable-file')}` };
  }
  const start = block?.start ?? 0;
  const lineStart = startOfLine(text, start);
  const indent = /^[ \t]{0,3}/.exec(text.slice(lineStart, start))?.[0] ?? '';
  return { span: span(lineStart, lineStart), newText: indent + comment('disable-next-line') };
}
