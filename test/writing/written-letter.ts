import fc from 'fast-check';
import { newLetter } from '../../server/src/service/new-letter.ts';
import { plainSnippet } from '../../server/src/service/plain-snippet.ts';
import { arbitraryLetter } from '../plants/arbitrary-letter.ts';
import { chosen } from '../plants/choose.ts';
import { plants } from '../plants/faults/all.ts';
import type { ItemSpec, LetterSpec } from '../plants/letter-spec.ts';
import type { Planted } from '../plants/plant.ts';

/** A letter from *New Determination* to its last word: each entry is the text after one more place was filled in. */
export interface Writing {
  readonly steps: readonly string[];
  /** The rule whose fault is written into it, and the item where it stands. */
  readonly fault: { readonly rule: string; readonly item: number | null };
}

/** Faults that stand in the words of an item, whatever else the letter holds. */
const FAULTS = [
  'conclusion-contradicts-decision', 'laterality-mismatch', 'guideline-body-part', 'missing-conclusion', 'missing-rationale', 'page-out-of-range', 'hedged-conclusion',
  'quantity-mismatch', 'guideline-not-in-force', 'identifying-information', 'wrong-standard', 'unknown-decision', 'citation-incomplete', 'mtus-skipped',
];

/** So many letters, each with a fault of another kind where there are as many. */
export function writings(count: number, seed: number): Writing[] {
  const letters = fc.sample(arbitraryLetter(['draft']), { seed, numRuns: count * 40 });
  const choices = fc.sample(chosen((choose) => choose), { seed, numRuns: count * 40 });
  const made: Writing[] = [];
  for (const [i, letter] of letters.entries()) {
    const choose = choices[i];
    const rule = FAULTS[made.length % FAULTS.length];
    const kinds = plants.filter((plant) => plant.rule === rule && !plant.leftAlone);
    const planted = choose && letter.items.length > 1 ? choose.oneOf(kinds).plant(letter, choose) : null;
    if (rule === undefined || planted === null || !isWritten(planted)) continue;
    made.push({ steps: steps(planted.letter), fault: { rule, item: planted.item } });
    if (made.length === count) break;
  }
  return made;
}

/** It lies in what is written into the places of a template, and not in what the template has. */
function isWritten({ rewrite, letter }: Planted): boolean {
  return rewrite === undefined && letter.items.every(({ dependsOn, reviewer, claimsAdministrator }) => dependsOn === null && reviewer !== null && claimsAdministrator !== null);
}

/** From the top to the end, as the tab stops lead; a rationale sentence by sentence. */
function steps(letter: LetterSpec): string[] {
  const { head, items } = letter;
  const texts: string[] = [plainSnippet(newLetter({ facts: {}, items: items.map(({ request: { words } }) => words).join('\n') }))];
  const write = (change: (text: string) => string): void => void texts.push(change(texts.at(-1) ?? ''));
  const fill = (placeholder: string, words: string): void => write((text) => text.replace(`[[${placeholder}]]`, () => words));
  fill('CM00-0000000', head.caseNumber);
  for (const date of [head.injury, head.denial, head.application, head.assigned, head.decision]) fill('YYYY-MM-DD', date);
  fill('specialty', 'Occupational Medicine');
  fill('age, date of injury, diagnosis, findings, treatment and what was denied', letter.summary.join(' '));
  items.forEach((item, i) => writeItem(item, i, write));
  return texts;
}

function writeItem(item: ItemSpec, index: number, write: (change: (text: string) => string) => void): void {
  const within = (change: (own: string) => string) => write((text) => {
    const parts = text.split(/^(?=### )/m);
    return parts.map((own, i) => (i === index + 1 ? change(own) : own)).join('');
  });
  within((own) => own.replace(/^### .*: /, () => `### ${item.title}: `));
  within((own) => own.replace(/^(### .*): \[\[.*\]\]$/m, (_, title: string) => (item.decision === null ? title : `${title}: ${item.decision}`)));
  within((own) => own.replace(/^(\*\*Claims Administrator guideline:\*\*).*$/m, (_, label: string) => `${label} ${item.claimsAdministrator}`));
  within((own) => own.replace(/^(\*\*MAXIMUS guideline:\*\*).*$/m, (_, label: string) => `${label} ${item.reviewer}`));
  const { rationale } = item;
  const sentences = rationale ? [rationale.guideline, ...rationale.facts, rationale.conclusion, rationale.after].filter((words) => words !== '') : [];
  if (sentences.length === 0) within((own) => own.replace(/^\*\*Decision rationale:\*\*.*$/m, rationale ? '**Decision rationale:**' : ''));
  sentences.forEach((_, i) => within((own) => own.replace(/^(\*\*Decision rationale:\*\*).*$/m, (_line, label: string) => `${label} ${sentences.slice(0, i + 1).join(' ')}`)));
}

