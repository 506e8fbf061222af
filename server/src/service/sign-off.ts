import type { LetterRemarks, Remark } from '../../../protocol/remarks.ts';
import type { Outcome, SignOff, SignOffDecision, SignOffFinding, SignOffRemark, SignOffSuppression, SignedItem, SignedOrder } from '../../../protocol/sign-off.ts';
import { caseNotes } from '../determination/reading/case-notes.ts';
import type { DisputedItem, Suppression } from '../determination/model.ts';
import { catalogue, useCatalogue } from '../guidelines/catalogue.ts';
import { horizonWords } from '../guidelines/horizon.ts';
import { positionAt } from '../markdown/line-index.ts';
import type { Span } from '../markdown/span.ts';
import type { DecidedFinding } from '../rules/engine/decision.ts';
import type { Finding, Severity, SilencedFinding } from '../rules/engine/rule.ts';
import { rules } from '../rules/rules.ts';
import { itemAt } from './cursor.ts';
import type { Letter } from './letter.ts';
import { openEnds } from './open-ends.ts';
import product from './product.json' with { type: 'json' };
import { readBack } from './read-back.ts';
import { remarksOf } from './remarks.ts';
import { fixedFindings, type SeenFindings } from './seen-findings.ts';

/** What the letter itself doesn't tell. */
export interface SignOffFacts extends Pick<SignOff, 'letter' | 'sha256' | 'checkedAt' | 'switchedOff' | 'acknowledged'> {
  readonly seen: SeenFindings | null;
  /** What others said of the letter; absent: what stands in the letter itself. */
  readonly remarks?: LetterRemarks;
}

/** No rule says so: the beginning of a letter is no fault while it is written. */
const NO_ITEM: SignOffFinding = {
  rule: 'no-disputed-item', severity: 'error', message: 'The letter decides no disputed item.', item: null, line: 1, column: 1, outcome: 'blocks',
};

/** Runs no check of its own: what the letter was found to be, for the reviewer's signature. */
export function signOff(letter: Letter, { seen, acknowledged, remarks: others = remarksOf(letter), ...facts }: SignOffFacts): SignOff {
  useCatalogue(letter.catalogue);
  const { determination: { items, suppressions }, findings, checked: { silenced, decided = [] } } = letter;
  const all = [
    ...findings.map((finding) => openFinding(letter, finding, acknowledged)),
    ...silenced.map((finding) => suppressedFinding(letter, finding)),
    ...decided.map((each) => decidedFinding(letter, each)),
    ...(items.length === 0 ? [NO_ITEM] : []),
    ...openEnds(letter, others.remarks),
  ].sort((one, other) => one.line - other.line || one.column - other.column);
  const blockers = all.filter(({ outcome }) => outcome === 'blocks').map(({ message }) => message);
  return {
    ready: blockers.length === 0,
    blockers,
    warnings: all.filter(({ outcome }) => outcome === 'warning' || outcome === 'acknowledged').length,
    acknowledged,
    ...facts,
    caseNumber: letter.determination.facts.get('case-number')?.text ?? null,
    productVersion: product.version,
    catalogueVersion: catalogue().version,
    catalogueHorizon: horizonWords(),
    cataloguePacks: catalogue().packs,
    items: readBack(letter.determination).map((order, i) => ({ ...signedItem(letter, items[i]!), ...order })),
    notes: caseNotes(letter.determination),
    findings: all,
    suppressions: suppressions.map((suppression) => signedSuppression(letter, suppression)),
    decisions: decided.map((each) => signedDecision(letter, each)),
    remarks: others.remarks.map(signedRemark),
    readings: others.readings,
    fixed: seen && fixedFindings(letter, seen),
  };
}

function openFinding(letter: Letter, { ruleId, severity, message, item, span }: Finding, acknowledged: boolean): SignOffFinding {
  return { rule: ruleId, severity, message, item: item ?? null, ...placeOf(letter, span), outcome: outcomeOf(ruleId, severity, acknowledged) };
}

/** What blocks whatever the settings make of its rule: nobody signs over a blank or a change that is open, or lets stand for no reason what was found. */
const ALWAYS_BLOCKS: readonly string[] = ['placeholder-left', 'unresolved-change', 'suppression-without-reason'];

/** A rule that failed leaves the letter unchecked. */
function outcomeOf(ruleId: string, severity: Severity, acknowledged: boolean): Outcome {
  if (severity === 'error' || ALWAYS_BLOCKS.includes(ruleId)) return 'blocks';
  if (severity !== 'warning' && ruleId !== 'internal-error') return 'advice';
  return acknowledged ? 'acknowledged' : 'warning';
}

/** Its own words are gone with it: what the rule asks of a letter stands for them. */
function suppressedFinding(letter: Letter, { ruleId, severity, span, suppression }: SilencedFinding): SignOffFinding {
  return {
    rule: ruleId, severity, message: rules.find(({ id }) => id === ruleId)?.summary ?? 'The house style.',
    item: itemAt(letter.determination, span.start)?.number ?? null,
    ...placeOf(letter, span), outcome: 'suppressed', reason: suppression.reason,
  };
}

function decidedFinding(letter: Letter, { finding: { ruleId, severity, message, item, span }, decision: { reason } }: DecidedFinding): SignOffFinding {
  return { rule: ruleId, severity, message, item: item ?? null, ...placeOf(letter, span), outcome: 'decided', reason };
}

function signedDecision(letter: Letter, { finding: { ruleId, message, span }, decision: { reason, who, when } }: DecidedFinding): SignOffDecision {
  return { line: placeOf(letter, span).line, rule: ruleId, message, reason, who, when };
}

function signedSuppression(letter: Letter, suppression: Suppression): SignOffSuppression {
  const { comment, directive, rules: named, reason } = suppression;
  return {
    line: placeOf(letter, comment).line, directive, rules: named.map(({ id }) => id), reason,
    silences: letter.checked.silenced.filter((finding) => finding.suppression === suppression).length,
  };
}

function signedRemark({ form, range, item, text, words, proposal, state, said, answers, settled }: Remark): SignOffRemark {
  return { line: range.start.line + 1, item, form, text, words, proposal, state, said, answers, settled };
}

function signedItem(letter: Letter, { number, start, reading: { title, decision } }: DisputedItem): Omit<SignedItem, keyof SignedOrder> {
  return { number, title: title.text, decision: decision?.word ?? null, line: placeOf(letter, { start, end: start }).line };
}

function placeOf({ lines }: Letter, { start }: Span): { readonly line: number; readonly column: number } {
  const { line, character } = positionAt(lines, start);
  return { line: line + 1, column: character + 1 };
}
