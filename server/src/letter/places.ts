import type { Determination, DisputedItem, FactKey, GuidelineLine, ItemReading, Passage, Prose, Rationale } from '../determination/model.ts';
import { endOfRun } from '../markdown/source-runs.ts';
import { shift, span } from '../markdown/span.ts';
import { HEAD, type Claims } from './claims.ts';

export const headingOf = (section: number): string => `section ${section} heading`;
export const bodyOf = (section: number): string => `section ${section}`;

export const itemParts = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'] as const;
export type ItemPart = (typeof itemParts)[number];
export const titleOf = (item: number): string => `item ${item} title`;
export const decisionOf = (item: number): string => `item ${item} decision`;
export const labelOf = (item: number, part: ItemPart): string => `item ${item} ${part} label`;
export const proseOf = (item: number, part: ItemPart): string => `item ${item} ${part}`;
export const dependsOnOf = (item: number): string => `item ${item} depends on`;

/** Says for all that the reader understood where it goes. What the draft has no place for stays unclaimed. */
export function claimPlaces(letter: Determination, claims: Claims): void {
  claimMatches(letter.text.slice(0, letter.sections[0]?.heading.start ?? 0), [OWN_TITLE], claims);
  claimFacts(letter, claims);
  if (letter.layout === '2013-review') claimMatches(letter.text, REVIEW_LABELS, claims);
  for (const item of letter.items) claimItem(item, claims);
  letter.sections.forEach(({ heading }, i) => claims.claim(heading, headingOf(i)));
  let index = 0;
  for (const passage of letter.passages) {
    // Both come in their order.
    while (index + 1 < letter.sections.length && letter.sections[index]!.span.end <= passage.start) index++;
    claimPassage(passage, index, letter, claims);
  }
}

/** The draft begins with it, too. */
const OWN_TITLE = /^[ \t]*Independent Medical Review Final Determination(?: Letter)?[ \t]*$/im;

/** How the table prints the names of the facts. */
const FACT_LABELS: readonly (readonly [FactKey, RegExp])[] = [
  ['decision-date', /\bDated:/], ['case-number', /\bCase Number:/], ['date-assigned', /\bDate Assigned:/], ['date-of-injury', /\bDate of Injury:/],
  ['decision-date', /\bDecision Date:/], ['ur-denial-date', /\b(?:UR Denial Date|Date of UR Denial):/], ['priority', /\bPriority:/],
  ['application-received', /\bApplication\b/], ['application-received', /\bReceived:/],
];

/** The table's rows come in different orders out of a PDF: each label is looked for in all of it. */
function claimFacts({ text, facts, sections }: Determination, claims: Claims): void {
  const values = [...facts.values()].map((fact) => fact.span);
  if (values.length === 0) return;
  // "Received:" may stand on a line of its own below the last value.
  const last = Math.max(...values.map(({ end }) => end));
  const table = text.slice(0, Math.max(last, Math.min(last + 200, sections[0]?.heading.start ?? text.length)));
  for (const value of values) claims.claim(value, HEAD);
  for (const [key, label] of FACT_LABELS) {
    const match = facts.has(key) ? label.exec(table) : null;
    if (match) claims.claim(span(match.index, match.index + match[0].length), HEAD);
  }
}

/** The name of a "Medical Professional Review", and the label of its issue, which becomes a title. */
const REVIEW_LABELS = [/^[ \t]*Medical Professional Review[ \t]*$/im, /^[ \t]*Issues?(?:\(s\))? at dispute[ \t]*:?/im];

function claimMatches(text: string, labels: readonly RegExp[], claims: Claims): void {
  for (const label of labels) {
    const match = label.exec(text);
    if (match) claims.claim(span(match.index, match.index + match[0].length), HEAD);
  }
}

function claimItem({ number, start, reading }: DisputedItem, claims: Claims): void {
  const { heading, decision, dependsOn } = reading;
  if (decision && isInHeading(reading)) {
    claims.claim(shift(decision.span, start), decisionOf(number));
    // Behind a decision only marks can stand on its line.
    claims.claim(span(start + decision.span.end, start + heading.end), HEAD);
  }
  claims.claim(shift(heading, start), titleOf(number));
  for (const part of itemParts) claimPart(reading[part], start, labelOf(number, part), proseOf(number, part), claims);
  if (dependsOn) claims.claim(shift(dependsOn.span, start), dependsOnOf(number));
}

/** The letters of 2013 have no decision behind a title: it is taken from the rationale's last words, which stay there. */
export function isInHeading({ decision, heading }: ItemReading): boolean {
  return decision !== null && decision.span.end <= heading.end;
}

function claimPart(line: GuidelineLine | Rationale | null, start: number, label: string, prose: string, claims: Claims): void {
  if (!line) return;
  claims.claim(shift(line.label, start), label);
  claimProse(line.prose, start, prose, claims);
}

function claimProse({ runs }: Prose, start: number, place: string, claims: Claims): void {
  for (const run of runs) claims.claim(span(start + run.source, start + endOfRun(run)), place);
}

/** What stands above the first section, or behind the last item among the items, is no part of the draft. */
function claimPassage({ section, start, reading }: Passage, index: number, { sections, items }: Determination, claims: Claims): void {
  const last = items.at(-1);
  if (section === null || (section === 'issues-decisions-and-rationales' && last && start >= last.end)) return;
  const own = sections[index]?.span;
  if (own && own.start <= start && start < own.end) claimProse(reading.prose, start, bodyOf(index), claims);
}
