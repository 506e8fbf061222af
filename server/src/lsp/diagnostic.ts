import {
  DiagnosticSeverity, DiagnosticTag, type CodeDescription, type Diagnostic, type Position, type Range,
} from 'vscode-languageserver';
import type { DisputedItem } from '../determination/model.ts';
import { positionAt, type LineIndex } from '../markdown/line-index.ts';
import type { Span } from '../markdown/span.ts';
import { alike } from '../rules/engine/alike.ts';
import { startOf } from '../rules/engine/checked-letter.ts';
import type { Applicability, Elsewhere, Finding, Fix, MessageData, Severity } from '../rules/engine/rule.ts';
import type { DiagnosticParts } from './client.ts';
import type { PageAddress } from './page-address.ts';

/** A fix as it travels with its diagnostic. */
export interface DiagnosticFix {
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** `version`: the document's at which the ranges were taken; null for a file that was not open. */
export interface DiagnosticData {
  readonly version: number | null;
  /** Which of the rule's messages it is, and what that speaks of. */
  readonly messageId: string;
  readonly about: MessageData;
  readonly fixes: readonly DiagnosticFix[];
}

/** Where findings stand, and what the client shows of them. */
export interface DiagnosticContext {
  readonly uri: string;
  readonly version: number | null;
  readonly lines: LineIndex;
  /** What the findings' spans count from: 0, or the start of their item. */
  readonly from: number;
  /** The letter's, for places that count from another item. */
  readonly items: readonly DisputedItem[];
  readonly parts: DiagnosticParts;
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What an editor may fade out or strike through. */
const tags: Readonly<Record<string, DiagnosticTag[]>> = {
  'guideline-not-in-force': [DiagnosticTag.Deprecated],
  'unused-suppression': [DiagnosticTag.Unnecessary],
};

/** By the client's way to the pages, then by rule. */
const descriptions = new WeakMap<PageAddress, Map<string, CodeDescription>>();

function describe(ruleId: string, pageOf: PageAddress): CodeDescription {
  const known = descriptions.get(pageOf) ?? new Map<string, CodeDescription>();
  descriptions.set(pageOf, known);
  let description = known.get(ruleId);
  if (!description) known.set(ruleId, description = { href: pageOf(ruleId) });
  return description;
}

export function toDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { uri, version, parts } = context;
  const diagnostic: Diagnostic = {
    range: rangeOf(finding, context),
    severity: severities[finding.severity],
    code: finding.ruleId,
    source: 'imr',
    message: finding.message,
  };
  if (parts.pageOf) diagnostic.codeDescription = describe(finding.ruleId, parts.pageOf);
  if (parts.data) diagnostic.data = { version, messageId: finding.messageId, about: finding.data, fixes: fixesOf(finding, context) } satisfies DiagnosticData;
  const tag = tags[finding.ruleId];
  if (tag && parts.tags) diagnostic.tags = tag;
  if (finding.related.length > 0 && parts.related) {
    diagnostic.relatedInformation = finding.related.map((related) =>
      ({ location: { uri, range: rangeOf(related, context) }, message: related.message }));
  }
  return diagnostic;
}

/** A finding's fixes as they travel, at the places where they stand in the version of `context`. */
export function fixesOf(finding: Finding, context: Frame): DiagnosticFix[] {
  return finding.fixes.map((fix) => toFix(fix, context));
}

function toFix(fix: Fix, context: Frame): DiagnosticFix {
  const edits = fix.edits.map((edit) => ({ range: rangeOf(edit, context), newText: edit.newText }));
  return { title: fix.title, applicability: fix.applicability, edits };
}

type Frame = Pick<DiagnosticContext, 'lines' | 'from' | 'items'>;

/** A place in a finding. */
interface Place extends Elsewhere {
  readonly span: Span;
}

function rangeOf({ span, of }: Place, { lines, from, items }: Frame): Range {
  const start = startOf(of, from, items);
  return { start: positionAt(lines, start + span.start), end: positionAt(lines, start + span.end) };
}

/**
 * True when `diagnostic`, made of `earlier`, still says all that a client shows of `finding`, at the place where it now stands. Its fixes
 * may have moved: they are of the version that its data names, and looked up again for any other.
 */
export function says(diagnostic: Diagnostic, earlier: Finding, finding: Finding, context: DiagnosticContext): boolean {
  return earlier.ruleId === finding.ruleId
    && earlier.severity === finding.severity
    && earlier.messageId === finding.messageId
    && alike(earlier.data, finding.data)
    && isAt(diagnostic.range, finding, context)
    && sameRelated(diagnostic, earlier, finding, context);
}

function sameRelated(diagnostic: Diagnostic, earlier: Finding, finding: Finding, context: DiagnosticContext): boolean {
  return earlier.related.length === finding.related.length && finding.related.every((related, index) => {
    const range = diagnostic.relatedInformation?.[index]?.location.range;
    return earlier.related[index]!.message === related.message && (range === undefined || isAt(range, related, context));
  });
}

function isAt({ start, end }: Range, { span, of }: Place, { lines, from, items }: Frame): boolean {
  const own = startOf(of, from, items);
  return isSamePosition(positionAt(lines, own + span.start), start) && isSamePosition(positionAt(lines, own + span.end), end);
}

export function isSamePosition(one: Position, other: Position): boolean {
  return one.line === other.line && one.character === other.character;
}
