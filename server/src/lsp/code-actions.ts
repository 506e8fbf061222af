import {
  CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type Range,
} from 'vscode-languageserver';
import { EXPLAIN_RULE } from '../../../protocol/initialization.ts';
import { positionAt } from '../markdown/line-index.ts';
import { alike } from '../rules/engine/alike.ts';
import { allFindings } from '../rules/engine/checked-letter.ts';
import { rangeOf } from '../service/cursor.ts';
import type { Letter } from '../service/letter.ts';
import { smallestEdit } from '../service/differing-part.ts';
import { fixAll, fixesOfRules, withLineEndsOf } from '../service/fix-all.ts';
import { canBeSilenced, silencingEdit } from '../service/silence.ts';
import { waitingIn } from '../service/shown-findings.ts';
import { openSource } from '../service/source.ts';
import { rulePath } from '../rules/rule-url.ts';
import type { Finding } from '../rules/engine/rule.ts';
import { arrangingActions, moveKind, rewriteKind } from './arrange-items.ts';
import { confirmingPage } from './confirm-page.ts';
import { fileNameOf } from './uri.ts';
import { fixesOf, type DiagnosticData, type DiagnosticFix } from './diagnostic.ts';
import { decidingOutside } from './not-here.ts';
import type { Session } from './session.ts';
import { teaching } from './teach-label.ts';
import { workspaceEdit } from './workspace-edit.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

/** All kinds of them. */
export const codeActionKinds = [CodeActionKind.QuickFix, moveKind, rewriteKind, fixAllKind];

/** Quick fixes at a place, what becomes of an item on its heading, and the one action that applies all safe fixes. */
export async function codeActions(letter: Letter, params: CodeActionParams, session: Session): Promise<CodeAction[]> {
  const only = params.context.only;
  const actions = isWanted(CodeActionKind.QuickFix, only) ? [...await quickFixes(session, letter, params), ...await confirmingPage(session, letter, params.range)] : [];
  if ([moveKind, rewriteKind].some((kind) => isWanted(kind, only))) actions.push(...arrangingActions(session, letter, params).filter(({ kind = '' }) => isWanted(kind, only)));
  // Reading the whole letter again for every lightbulb would be waste: this one has to be asked for.
  if (only && isWanted(fixAllKind, only)) actions.push(...await fixAllAction(session, letter));
  return actions;
}

function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

async function quickFixes(session: Session, letter: Letter, { context, range }: CodeActionParams): Promise<CodeAction[]> {
  const current = (await session.report(letter.uri))?.diagnostics ?? [];
  const asked = context.diagnostics.filter((diagnostic) => diagnostic.source === undefined || diagnostic.source === 'imr');
  // A client that keeps no diagnostics of ours still gets what stands at the place.
  const diagnostics = asked.length > 0 ? asked : context.diagnostics.length > 0 ? [] : current.filter((one) => touches(one, range));
  if (diagnostics.length === 0 && context.diagnostics.length === 0) return waitingFixes(session, letter, range);
  const actions = diagnostics.map(async (diagnostic) => {
    const finding = currentFinding(diagnostic, letter);
    if (!finding) return [];
    return [
      ...fixesOfFinding(finding, diagnostic, letter).map((fix, index) => quickFix(session, letter, diagnostic, fix, index === 0)),
      ...fixingOfRule(session, letter, diagnostic, finding),
      ...await teaching(session, letter, diagnostic),
      ...silencing(session, letter, diagnostic, finding),
      ...await decidingOutside(session, letter, diagnostic, finding),
      ...explaining(session, diagnostic, finding),
    ];
  });
  return (await Promise.all(actions)).flat();
}

/** Fixes of what isn't underlined yet: what is missing in an item can be put in while the item is being drafted. */
async function waitingFixes(session: Session, letter: Letter, range: Range): Promise<CodeAction[]> {
  const isWaiting = waitingIn(letter, await session.showOf(letter.uri));
  return letter.findings.filter((finding) => isWaiting(finding) && touches({ range: rangeOf(letter.lines, finding.span) }, range))
    .flatMap((finding) => fixesOf(finding, { lines: letter.lines, from: 0, items: [] }).map((fix) => quickFix(session, letter, null, fix, false)));
}

/** All that a rule has found, where that is more than one place that its fixes can put right at once. */
function fixingOfRule(session: Session, letter: Letter, diagnostic: Diagnostic, { ruleId, fixes: own }: Finding): CodeAction[] {
  const fixes = own.length === 0 ? [] : fixesOfRules(letter.findings, [ruleId]);
  if (fixes.length < 2) return [];
  const edits = withLineEndsOf(letter.lines.text.slice(0, letter.lines.text.length), fixes.flatMap((fix) => fix.edits));
  return [{
    title: `Fix all ${fixes.length} of “${ruleId}”`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(session, letter, edits.map(({ span, newText }) => ({ range: rangeOf(letter.lines, span), newText }))),
  }];
}

/** "Not here, because …": a comment above the line. Plain text has no comments, and the rules on comments are not silenced by one. */
function silencing(session: Session, letter: Letter, diagnostic: Diagnostic, { ruleId, span: place }: Finding): CodeAction[] {
  const source = session.documents.get(letter.uri)?.source;
  if (source?.kind !== 'markdown' || !canBeSilenced(ruleId)) return [];
  const { span, newText } = silencingEdit(source.blocks, ruleId, place);
  const at = positionAt(letter.lines, span.start);
  return [{
    title: `Not here, because … (“${ruleId}”)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(session, letter, [{ range: { start: at, end: at }, newText }]),
  }];
}

/** The page of the rule, for clients that can show it. */
function explaining({ client }: Session, diagnostic: Diagnostic, { ruleId }: Finding): CodeAction[] {
  if (!client.explainsRules) return [];
  const title = `Explain “${ruleId}”`;
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: EXPLAIN_RULE, arguments: [rulePath(ruleId).replace(/\.md$/, '')] } }];
}

/** What the diagnostic speaks of, as the letter is now; undefined where that is mended, or silenced. The nearest of several that say the same. */
function currentFinding({ code, range, data }: Diagnostic, { lines, findings }: Letter): Finding | undefined {
  const sent = data as Partial<DiagnosticData> | undefined;
  const linesAway = (finding: Finding): number => Math.abs(positionAt(lines, finding.span.start).line - range.start.line);
  // A client that keeps no data gets what stands in the same line.
  const saysSame = (finding: Finding): boolean => (sent?.messageId === undefined
    ? linesAway(finding) === 0 : finding.messageId === sent.messageId && alike(finding.data, sent.about));
  const same = findings.filter((finding) => finding.ruleId === code && saysSame(finding));
  return same.sort((one, other) => linesAway(one) - linesAway(other))[0];
}

/** Those that came with the diagnostic, as long as it stands where the finding does. */
function fixesOfFinding(finding: Finding, { range, data }: Diagnostic, { version, lines }: Letter): readonly DiagnosticFix[] {
  const sent = data as Partial<DiagnosticData> | undefined;
  const isCurrent = sent?.version === version && Array.isArray(sent?.fixes) && alike(rangeOf(lines, finding.span), range);
  return isCurrent ? sent?.fixes ?? [] : fixesOf(finding, { lines, from: 0, items: [] });
}

function touches({ range: { start, end } }: Pick<Diagnostic, 'range'>, range: Range): boolean {
  return !isBefore(end, range.start) && !isBefore(range.end, start);
}

function isBefore(one: { line: number; character: number }, other: { line: number; character: number }): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function quickFix(session: Session, letter: Letter, diagnostic: Diagnostic | null, fix: DiagnosticFix, isBest: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic && { diagnostics: [diagnostic] }),
    ...(isBest && session.client.prefersCodeActions && { isPreferred: fix.applicability === 'safe' }),
    edit: workspaceEdit(session, letter, fix.edits.map(({ range, newText }) => ({ range, newText }))),
  };
}

async function fixAllAction(session: Session, letter: Letter): Promise<CodeAction[]> {
  const document = session.documents.get(letter.uri);
  if (!document) return [];
  const check = (await session.configuration.checkerFor(letter.uri)).start(fileNameOf(letter.uri));
  const { kind } = document.source;
  const text = document.source.text.toString();
  const fixed = fixAll(text, (changed) => allFindings(check(openSource(changed, kind)).checked), letter.findings);
  if (fixed.text === text) return [];
  const { start, end, newText } = smallestEdit(text, fixed.text);
  const range = { start: positionAt(letter.lines, start), end: positionAt(letter.lines, end) };
  return [{ title: 'Apply all safe fixes of IMR Determination', kind: fixAllKind, edit: workspaceEdit(session, letter, [{ range, newText }]) }];
}
