import type { ItemLines, TitleApart } from './item-lines.ts';
import type { LetterLine } from './letter-lines.ts';
import { labelShape } from './label-shape.ts';
import type { LetterPart } from './sections.ts';
import { sameLetters } from './wordings.ts';
import known from './wordings.json' with { type: 'json' };

/**
 * The one item of a "Medical Professional Review" of 2013: its issue stands in front of the summary, its guidelines and reasons behind the list of documents.
 * Null in letters of other forms.
 */
export function findIssueAtDispute(lines: readonly LetterLine[], parts: readonly LetterPart[]): ItemLines | null {
  const issues = lines.flatMap((_, i) => issueAt(lines, i) ?? []);
  const [issue] = issues;
  if (!issue || issues.length > 1 || issue.to === issue.from) return null;
  const body = lines.findIndex(({ line: { label } }, i) => i >= issue.to && label?.isListed === true);
  const between = parts.some(({ heading }) => heading !== null && heading >= issue.to && heading < body);
  if (body < 0 || !between) return null;
  const end = parts.find(({ heading }) => heading !== null && heading > body)?.heading ?? lines.length;
  return { title: body, body, end, titleApart: issue };
}

/** The words behind "Issue at dispute:", on its line or below it up to the next part. */
function issueAt(lines: readonly LetterLine[], i: number): TitleApart | null {
  const text = lines[i]?.line.text ?? '';
  const shape = /^issue/i.test(text) ? labelShape(text) : null;
  if (!shape || !known.issueLabels.some((words) => sameLetters(words, shape.words))) return null;
  const isBelow = shape.end >= text.length;
  const from = isBelow ? i + 1 : i;
  let to = from;
  while (to < lines.length && (to === i || isOfIssue(lines[to]!))) to++;
  return { from, to, lead: isBelow ? 0 : shape.end };
}

function isOfIssue({ line }: LetterLine): boolean {
  return line.section === null && line.label === null && line.heading === 0;
}
