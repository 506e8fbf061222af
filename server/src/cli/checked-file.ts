import { createHash } from 'node:crypto';
import { positionAt, type LineIndex } from '../markdown/line-index.ts';
import type { Span } from '../markdown/span.ts';
import { allFindings, type CheckedLetter } from '../rules/engine/checked-letter.ts';
import type { DecidedFinding } from '../rules/engine/decision.ts';
import type { Applicability, Finding, MessageData, Severity, SilencedFinding } from '../rules/engine/rule.ts';
import { ruleUrl } from '../rules/rule-url.ts';
import { identityOf } from '../service/finding-identity.ts';

/** A place in a file: lines and columns from 1, columns in UTF-16 units, the end excluded. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One finding as `--format json` prints it. */
export interface Message extends Place {
  readonly ruleId: string;
  /** Which of the rule's messages it is, and what that speaks of; `message` is the sentence made of the two. */
  readonly messageId: string;
  readonly data: MessageData;
  readonly severity: Severity;
  readonly message: string;
  /** Finds it again in another version of the letter, though lines have moved. */
  readonly fingerprint: string;
  /** Number of the disputed item; absent where the finding belongs to none. */
  readonly item?: number;
  readonly related: readonly (Place & { readonly message: string })[];
  /** The best fix, computed when it is asked for. */
  readonly fix?: { readonly applicability: Applicability; readonly edits: readonly (Place & { readonly newText: string })[] } | undefined;
  readonly helpUri: string;
}

/** A finding that a comment silences, or a decision outside of the letter. `line`: the finding's; `reason` is null where the comment has none. */
export interface Suppressed {
  readonly ruleId: string;
  readonly line: number;
  readonly reason: string | null;
  /** Only of a decision. */
  readonly who?: string | null;
  readonly when?: string;
}

/** What was found in one file, as `--format json` prints it. */
export interface CheckedFile {
  readonly filePath: string;
  readonly errorCount: number;
  readonly warningCount: number;
  readonly messages: readonly Message[];
  /** What comments in the letter silence, each with the reason that it gives, for an audit; absent where they silence nothing. */
  readonly suppressed?: readonly Suppressed[];
  /** The text as the fixes would leave it; only with --fix-dry-run and where it differs. */
  readonly output?: string;
}

export function checkedFile(filePath: string, checked: CheckedLetter, lines: LineIndex, output?: string): CheckedFile {
  const findings = allFindings(checked);
  const fingerprint = createFingerprints(checked, findings);
  const messages = findings.map((finding): Message => new FileMessage(finding, fingerprint, lines)).sort(byPlace);
  const suppressed = [...checked.silenced.map((silenced) => toSuppressed(silenced, lines)), ...(checked.decided ?? []).map((decided) => toDecided(decided, lines))].sort((one, other) => one.line - other.line);
  return { filePath, ...counts(messages), messages, ...(suppressed.length > 0 && { suppressed }), ...(output !== undefined && { output }) };
}

/** The same file with its errors only. */
export function errorsOnly(file: CheckedFile): CheckedFile {
  const messages = file.messages.filter(({ severity }) => severity === 'error');
  return { ...file, ...counts(messages), messages };
}

function counts(messages: readonly Message[]): { errorCount: number; warningCount: number } {
  const count = (wanted: Severity): number => messages.filter(({ severity }) => severity === wanted).length;
  return { errorCount: count('error'), warningCount: count('warning') };
}

/**
 * A finding's print, made where a format shows it. Of findings with one identity the second and each further one of the letter is numbered.
 */
function createFingerprints({ ofItems }: CheckedLetter, findings: readonly Finding[]): (finding: Finding) => string {
  let prints: ReadonlyMap<Finding, string> | null = null;
  const allPrints = (): ReadonlyMap<Finding, string> => {
    const titles = ofItems.map(({ item }) => item.reading.title.text);
    const seen = new Map<string, number>();
    return new Map(findings.map((finding) => {
      const identity = identityOf(finding, titles);
      const times = (seen.get(identity) ?? 0) + 1;
      seen.set(identity, times);
      return [finding, createHash('sha256').update(times === 1 ? identity : `${identity} ${times}`).digest('hex').slice(0, 32)];
    }));
  };
  return (finding) => (prints ??= allPrints()).get(finding) ?? '';
}

/** Computes its fingerprint and its fix where a format shows them. */
class FileMessage implements Message {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly ruleId: string;
  readonly messageId: string;
  readonly data: MessageData;
  readonly severity: Severity;
  readonly message: string;
  declare readonly item?: number;
  readonly related: Message['related'];
  readonly helpUri: string;
  readonly #finding: Finding;
  readonly #fingerprint: (finding: Finding) => string;
  readonly #lines: LineIndex;

  constructor(finding: Finding, fingerprint: (finding: Finding) => string, lines: LineIndex) {
    const { line, column, endLine, endColumn } = placeOf(finding.span, lines);
    this.line = line;
    this.column = column;
    this.endLine = endLine;
    this.endColumn = endColumn;
    this.ruleId = finding.ruleId;
    this.messageId = finding.messageId;
    this.data = finding.data;
    this.severity = finding.severity;
    this.message = finding.message;
    if (finding.item !== undefined) this.item = finding.item;
    this.related = finding.related.map(({ span, message }) => ({ ...placeOf(span, lines), message }));
    this.helpUri = ruleUrl(finding.ruleId);
    this.#finding = finding;
    this.#fingerprint = fingerprint;
    this.#lines = lines;
  }

  get fingerprint(): string {
    return this.#fingerprint(this.#finding);
  }

  get fix(): Message['fix'] {
    return bestFix(this.#finding, this.#lines);
  }

  /** In the order of the documentation. */
  toJSON(): Message {
    const { ruleId, messageId, data, severity, message, fingerprint, line, column, endLine, endColumn, item, related, fix, helpUri } = this;
    return { ruleId, messageId, data, severity, message, fingerprint, line, column, endLine, endColumn, ...(item !== undefined && { item }), related, fix, helpUri };
  }
}

function bestFix({ fixes: [best] }: Finding, lines: LineIndex): Message['fix'] {
  return best && {
    applicability: best.applicability,
    edits: best.edits.map(({ span, newText }) => ({ ...placeOf(span, lines), newText })),
  };
}

function toSuppressed({ ruleId, span, suppression }: SilencedFinding, lines: LineIndex): Suppressed {
  return { ruleId, line: positionAt(lines, span.start).line + 1, reason: suppression.reason };
}

function toDecided({ finding: { ruleId, span }, decision: { reason, who, when } }: DecidedFinding, lines: LineIndex): Suppressed {
  return { ruleId, line: positionAt(lines, span.start).line + 1, reason, who, when };
}

function placeOf({ start, end }: Span, lines: LineIndex): Place {
  const from = positionAt(lines, start);
  const to = positionAt(lines, end);
  return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
}

function byPlace(one: Message, other: Message): number {
  return one.line - other.line || one.column - other.column || (one.ruleId < other.ruleId ? -1 : one.ruleId > other.ruleId ? 1 : 0);
}
