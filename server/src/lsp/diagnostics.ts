import type { Diagnostic, Position } from 'vscode-languageserver';
import { useCatalogue } from '../guidelines/catalogue.ts';
import { positionsAt } from '../markdown/line-index.ts';
import type { CheckedLetter } from '../rules/engine/checked-letter.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { Letter } from '../service/letter.ts';
import type { Client } from './client.ts';
import { isSamePosition, says, toDiagnostic, type DiagnosticContext } from './diagnostic.ts';

/** The findings of one item, or of the letter as a whole, and what the client was told of them. */
interface Part {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  /** They point to a place that counts from the start of the document, so that anything above may move it. */
  readonly restOnDocument: boolean;
}

/** What the client was told of a document, under a name that it gives back when it asks again. */
export interface Reported {
  readonly resultId: string;
  /** Where the items begin. While those and its findings stay, a part's diagnostics do. */
  readonly at: readonly Position[];
  readonly parts: readonly Part[];
  readonly diagnostics: readonly Diagnostic[];
}

let results = 0;

/**
 * The diagnostics of a letter. Where a client would see no change against `earlier` the same result is
 * given again, so that it can be answered with `unchanged`: on a long letter most keystrokes are that. `shown`: what of the findings the client is to show.
 */
export function report(letter: Letter, client: Client, earlier?: Reported, shown: CheckedLetter = letter.checked): Reported {
  // Some fixes are worked out only now.
  useCatalogue(letter.catalogue);
  const { ofItems, ofLetter } = shown;
  const items = ofItems.map(({ item }) => item);
  const at = positionsAt(letter.lines, items.map(({ start }) => start));
  const still = earlier?.at.length === at.length && at.every((place, i) => isSamePosition(place, earlier.at[i]!));
  const partOf = (findings: readonly Finding[], index: number, from: number): Part => {
    const before = earlier?.parts[index];
    return before && keeps(before, findings, still) ? before : part(findings, contextAt(from, items, letter, client), before);
  };
  const parts = [partOf(ofLetter, 0, 0), ...ofItems.map(({ item, findings }, i) => partOf(findings, i + 1, item.start))];
  const isSame = earlier?.parts.length === parts.length
    && parts.every(({ diagnostics }, index) => diagnostics === earlier.parts[index]!.diagnostics);
  return isSame
    ? { ...earlier, at, parts }
    : { resultId: String(++results), at, parts, diagnostics: parts.flatMap(({ diagnostics }) => diagnostics) };
}

/** Whether a part can be taken over unseen. `still`: every item begins where it began. */
function keeps(before: Part, findings: readonly Finding[], still: boolean): boolean {
  if (findings.length === 0) return before.findings.length === 0;
  return still && findings === before.findings && !before.restOnDocument;
}

function contextAt(
  from: number, items: DiagnosticContext['items'], { uri, version, lines }: Letter, { diagnostics: parts }: Client,
): DiagnosticContext {
  return { uri, version, lines, from, items, parts };
}

function part(findings: readonly Finding[], context: DiagnosticContext, earlier: Part | undefined): Part {
  if (earlier && isSame(earlier, findings, context)) return { ...earlier, findings };
  const restOnDocument = context.from === 0 || findings.some(({ related }) => related.some(({ of }) => of === null));
  return { findings, diagnostics: findings.map((finding) => toDiagnostic(finding, context)), restOnDocument };
}

function isSame({ findings: before, diagnostics }: Part, findings: readonly Finding[], context: DiagnosticContext): boolean {
  return before.length === findings.length
    && findings.every((finding, index) => says(diagnostics[index]!, before[index]!, finding, context));
}
