import type { Diagnostic, Position } from 'vscode-languageserver';
import { positionAt } from '../markdown/line-index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Letter } from '../service/letter.ts';
import type { Client } from './client.ts';
import { isSamePosition, says, toDiagnostic, type DiagnosticContext } from './diagnostic.ts';

/** The findings of one item, or of the letter as a whole, and what the client was told of them. */
interface Part {
  readonly findings: readonly Finding[];
  /** Where the item begins. While that and the findings stay, the diagnostics do. */
  readonly at: Position;
  readonly diagnostics: readonly Diagnostic[];
  /** A finding points to a place outside of the item, which may move by itself. */
  readonly pointsAway: boolean;
}

/** What the client was told of a document, under a name that it gives back when it asks again. */
export interface Reported {
  readonly resultId: string;
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

let results = 0;

/**
 * The diagnostics of a letter. Where a client would see no change against `earlier` the same result is
 * given again, so that it can be answered with `unchanged`: on a long letter most keystrokes are that.
 */
export function report(letter: Letter, client: Client, earlier?: Reported): Reported {
  const { checked } = letter;
  const items = checked.ofItems.map(({ item }) => item);
  const parts = [part(checked.ofLetter, contextAt(0, items, letter, client), earlier?.parts[0])];
  checked.ofItems.forEach(({ item, findings }, index) => {
    parts.push(part(findings, contextAt(item.start, items, letter, client), earlier?.parts[index + 1]));
  });
  const isSame = earlier?.parts.length === parts.length
    && parts.every(({ diagnostics }, index) => diagnostics === earlier.parts[index]!.diagnostics);
  return isSame
    ? { ...earlier, parts }
    : { resultId: String(++results), parts, diagnostics: parts.flatMap(({ diagnostics }) => diagnostics) };
}

function contextAt(
  from: number, items: DiagnosticContext['items'], { uri, version, lines }: Letter, { readsTags, readsRelatedInformation }: Client,
): DiagnosticContext {
  return { uri, version, lines, from, items, tags: readsTags, related: readsRelatedInformation };
}

function part(findings: readonly Finding[], context: DiagnosticContext, earlier: Part | undefined): Part {
  if (earlier && findings.length === 0 && earlier.findings.length === 0) return earlier;
  const at = positionAt(context.lines, context.from);
  if (earlier && context.from > 0 && earlier.findings === findings && !earlier.pointsAway && isSamePosition(earlier.at, at)) return earlier;
  if (earlier && isSame(earlier, findings, context)) return { ...earlier, findings, at };
  const pointsAway = findings.some(({ related }) => related.some(({ of }) => of !== undefined));
  return { findings, at, diagnostics: findings.map((finding) => toDiagnostic(finding, context)), pointsAway };
}

function isSame({ findings: before, diagnostics }: Part, findings: readonly Finding[], context: DiagnosticContext): boolean {
  return before.length === findings.length
    && findings.every((finding, index) => says(diagnostics[index]!, before[index]!, finding, context));
}
