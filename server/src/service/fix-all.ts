import type { Finding, Fix, FixEdit } from '../rules/engine/rule.ts';

/** A fix may uncover the next one; more rounds than this mean that two fixes undo each other. */
const mostPasses = 10;

export interface Fixed {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** What is found in `text`. */
  readonly findings: readonly Finding[];
}

/**
 * Applies all safe fixes, checks the result, and goes on until none is left. Nothing else of the text changes.
 * @param check finds the faults of a text
 * @param findings those of `text`, where they are known already
 */
export function fixAll(text: string, check: (text: string) => readonly Finding[], findings = check(text)): Fixed {
  let fixed: Fixed = { text, applied: 0, findings };
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = safeFixes(fixed.findings);
    if (fixes.length === 0) break;
    const changed = applyEdits(fixed.text, withLineEndsOf(text, fixes.flatMap((fix) => fix.edits)));
    if (changed === fixed.text) break;
    fixed = { text: changed, applied: fixed.applied + fixes.length, findings: check(changed) };
  }
  return fixed;
}

/** The first safe fix of each finding, without those that touch a place that an earlier one changes. */
function safeFixes(findings: readonly Finding[]): Fix[] {
  const taken: FixEdit[] = [];
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ applicability }) => applicability === 'safe');
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** Rules write line feeds; a letter in Windows lines stays one. */
function withLineEndsOf(text: string, edits: readonly FixEdit[]): readonly FixEdit[] {
  const firstLineFeed = text.indexOf('\n');
  if (firstLineFeed < 1 || text[firstLineFeed - 1] !== '\r') return edits;
  return edits.map(({ span, newText }) => ({ span, newText: newText.replace(/\r?\n/g, '\r\n') }));
}

function overlap({ span: one }: FixEdit, { span: other }: FixEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** The text with all the edits made; they must not overlap. Spans: offsets of `text`. */
export function applyEdits(text: string, edits: readonly FixEdit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...edits].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
