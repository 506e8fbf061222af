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
 * @param ofRules only the fixes of these rules, suggestions too: whoever names a rule has chosen
 */
export function fixAll(text: string, check: (text: string) => readonly Finding[], findings = check(text), ofRules: readonly string[] = []): Fixed {
  let fixed: Fixed = { text, applied: 0, findings };
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = ofRules.length === 0 ? safeFixes(fixed.findings) : fixesOfRules(fixed.findings, ofRules);
    if (fixes.length === 0) break;
    const changed = applyEdits(fixed.text, withLineEndsOf(text, fixes.flatMap((fix) => fix.edits)));
    if (changed === fixed.text) break;
    fixed = { text: changed, applied: fixed.applied + fixes.length, findings: check(changed) };
  }
  return fixed;
}

/** The first safe fix of each finding, without those that touch a place that an earlier one changes. */
function safeFixes(findings: readonly Finding[]): Fix[] {
  return withoutOverlap(findings.map(({ fixes }) => fixes.find(({ applicability }) => applicability === 'safe')));
}

/** The first fix of each finding of some rules. One that leaves a blank to fill in is no repair of many places at once. */
export function fixesOfRules(findings: readonly Finding[], rules: readonly string[]): Fix[] {
  const first = findings.filter(({ ruleId }) => rules.includes(ruleId)).map(({ fixes }) => fixes[0]);
  return withoutOverlap(first.filter((fix) => fix?.edits.every(({ newText }) => !newText.includes('[['))));
}

function withoutOverlap(fixes: readonly (Fix | undefined)[]): Fix[] {
  const taken: FixEdit[] = [];
  return fixes.flatMap((fix) => {
    if (!fix || fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** Rules write line feeds; a letter in Windows lines stays one. */
export function withLineEndsOf(text: string, edits: readonly FixEdit[]): readonly FixEdit[] {
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
