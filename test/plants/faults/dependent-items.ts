import { item as independentItem, rationale } from '../arbitrary-letter.ts';
import type { Choose } from '../choose.ts';
import { dependence } from '../dependants.ts';
import { independentItems, loneItems, withItem, withRationale, type LetterSpec } from '../letter-spec.ts';
import { onItem, type Plant } from '../plant.ts';
import { inSentence, request } from '../requests.ts';

/** Indexes of the dependants whose parent has a decision. */
function dependants({ items }: LetterSpec, decision?: string): number[] {
  return items.flatMap(({ parents }, i) => (parents.length > 0 && (decision === undefined || items[(parents[0] ?? 0) - 1]?.decision === decision) ? [i] : []));
}

function parentOf({ items }: LetterSpec, index: number): number {
  return (items[index]?.parents[0] ?? 0) - 1;
}

/** The parent decided the other way, with reasons of its own. */
function turned(letter: LetterSpec, index: number, decision: 'Upheld' | 'Overturned', choose: Choose): LetterSpec | null {
  const parent = letter.items[index];
  return parent ? withItem(letter, index, { decision, rationale: rationale(choose, parent.request, letter.era, letter.patient, decision) }) : null;
}

function shortWords(letter: LetterSpec, index: number): string {
  return inSentence((letter.items[index]?.request.words ?? '').replace(/^Associated surgical service: /, ''));
}

/** What the parent is called in the dependants' sentences. */
function parentWords(letter: LetterSpec, index: number): string {
  return letter.items[parentOf(letter, index)]?.request.kind === 'surgery' ? 'requested surgery' : 'TENS unit';
}

export const dependentItemPlants: readonly Plant[] = [
  {
    rule: 'dependent-contradicts-parent', name: 'the dependant is approved on its own merits',
    plant: (letter, choose) => onItem(dependants(letter, 'Upheld'), choose, (i) => ({
      letter: withItem(letter, i, {
        decision: 'Overturned',
        rationale: { guideline: '', facts: [`It helps this ${letter.patient.noun} in the first weeks.`], conclusion: `Therefore, the request for ${shortWords(letter, i)} is medically necessary.`, after: '' },
      }),
    })),
  },
  {
    rule: 'dependent-contradicts-parent', name: 'the parent’s denial is upheld after all',
    plant: (letter, choose) => {
      const found = dependants(letter, 'Overturned');
      if (found.length !== 1) return null;
      return onItem(found, choose, (i) => {
        const changed = turned(letter, parentOf(letter, i), 'Upheld', choose);
        return changed && { letter: withRationale(changed, i, { conclusion: `Therefore, the request for ${shortWords(letter, i)} is medically necessary.` }) };
      });
    },
  },
  {
    rule: 'dependent-needs-own-reason', name: 'the parent is approved after all',
    plant: (letter, choose) => {
      const found = dependants(letter, 'Upheld');
      if (found.length !== 1) return null;
      return onItem(found, choose, (i) => {
        const changed = turned(letter, parentOf(letter, i), 'Overturned', choose);
        return changed && { letter: changed };
      });
    },
  },
  {
    rule: 'dependent-needs-own-reason', name: 'a dependant of an approved parent is denied for its want',
    plant: (letter, choose) => onItem(dependants(letter, 'Overturned'), choose, (i) => ({
      letter: withItem(letter, i, {
        decision: 'Upheld',
        rationale: { guideline: '', facts: [], conclusion: dependence(choose, parentWords(letter, i), parentOf(letter, i) + 1, 'Upheld', letter.items[i]?.request.words ?? ''), after: '' },
      }),
    })),
  },
  {
    rule: 'dependency-without-parent', name: 'another request stands in the parent’s place',
    plant: (letter, choose) => {
      const found = dependants(letter, 'Upheld').filter((i) => letter.items[parentOf(letter, i)]?.request.kind === 'surgery');
      if (found.length !== 1) return null;
      return onItem(found, choose, (i) => {
        const at = parentOf(letter, i);
        const parent = letter.items[at];
        if (!parent) return null;
        const other = independentItem(choose, request(choose, 'imaging', letter.era, [parent.request.region ?? 'knee'], []), letter.era, letter.patient);
        const listed = letter.listed?.map((title) => (title === parent.request.words ? other.request.words : title)) ?? null;
        const changed = withItem({ ...letter, listed }, at, other);
        const conclusion = `${choose.oneOf(['As the requested surgery is not medically necessary', 'Since the proposed surgical procedure was not certified'])}, ${shortWords(letter, i)} is not medically necessary.`;
        return { letter: withItem(changed, i, { dependsOn: null, rationale: { guideline: '', facts: [], conclusion, after: '' } }) };
      });
    },
  },
  {
    rule: 'dependency-without-parent', name: 'an item leans on an operation that the letter doesn’t have',
    plant: (letter, choose) => onItem(dependants(letter).length > 0 ? [] : loneItems(letter).filter((i) => letter.items[i]?.request.kind === 'equipment' && letter.items[i].request.source !== 'odg'), choose, (i) => ({
      letter: withItem(letter, i, {
        decision: 'Upheld',
        rationale: { guideline: '', facts: [], conclusion: `${choose.oneOf(['As the requested surgery is not medically necessary', 'Because the requested operation was not certified'])}, the request for ${shortWords(letter, i)} is not medically necessary.`, after: '' },
      }),
    })),
  },
  {
    rule: 'unknown-item-reference', name: 'the number is beyond the letter’s items', noFix: 'which of several items is meant only the reviewer knows',
    plant: (letter, choose) => onItem(dependants(letter), choose, (i) => numbered(letter, i, choose, letter.items.length + choose.whole(1, 4))),
  },
  {
    rule: 'unknown-item-reference', name: 'the item points to itself', noFix: 'which of several items is meant only the reviewer knows',
    plant: (letter, choose) => onItem(dependants(letter), choose, (i) => numbered(letter, i, choose, i + 1)),
  },
  {
    rule: 'unknown-item-reference', name: 'the Depends-on line names an item that isn’t there', noFix: 'which of several items is meant only the reviewer knows',
    plant: (letter, choose) => onItem(letter.layout === 'draft' ? dependants(letter) : [], choose, (i) => ({
      letter: withRationale(withItem(letter, i, { dependsOn: `item ${letter.items.length + choose.whole(1, 3)}` }), i, { conclusion: unnumbered(letter, i, choose) }),
    })),
  },
  {
    rule: 'circular-dependency', name: 'parent and dependant state each other',
    plant: (letter, choose) => {
      const found = letter.layout === 'draft' ? dependants(letter) : [];
      if (found.length !== 1) return null;
      const [i] = found;
      if (i === undefined) return null;
      const stated = withItem(withItem(letter, i, { dependsOn: `item ${parentOf(letter, i) + 1}` }), parentOf(letter, i), { dependsOn: `item ${i + 1}` });
      return { letter: withRationale(stated, i, { conclusion: unnumbered(letter, i, choose) }), item: parentOf(letter, i) + 1 };
    },
  },
  {
    rule: 'circular-dependency', name: 'two rationales deny each other by number', noFix: 'one of them needs a reason in the reviewer’s own words',
    plant: (letter, choose) => {
      const lone = independentItems(letter).filter((i) => letter.items[i]?.decision === 'Upheld' && loneItems(letter).includes(i) && !letter.items[i].rationale?.after);
      const [a, b] = lone;
      if (a === undefined || b === undefined) return null;
      const words = (from: number, to: number): string => `As the request in question ${to + 1} is not medically necessary, the request for ${shortWords(letter, from)} is ${choose.oneOf(['not', 'likewise not'])} medically necessary.`;
      const one = withRationale(letter, a, { guideline: '', facts: [], conclusion: words(a, b) });
      return { letter: withRationale(one, b, { guideline: '', facts: [], conclusion: words(b, a) }), item: a + 1 };
    },
  },
];

function numbered(letter: LetterSpec, i: number, choose: Choose, number: number): { readonly letter: LetterSpec } {
  const decision = letter.items[i]?.decision === 'Upheld' ? 'not ' : '';
  const conclusion = `As the ${parentWords(letter, i)} in ${choose.oneOf(['question', 'item', 'issue'])} ${number} is ${decision}medically necessary, the request for ${shortWords(letter, i)} is ${decision}medically necessary.`;
  return { letter: withRationale(withItem(letter, i, { dependsOn: null }), i, { conclusion }) };
}

function unnumbered(letter: LetterSpec, i: number, choose: Choose): string {
  return dependence(choose, parentWords(letter, i), parentOf(letter, i) + 1, letter.items[i]?.decision === 'Upheld' ? 'Upheld' : 'Overturned', letter.items[i]?.request.words ?? '').replace(/,? in question \d+(?:, above)?/, '');
}
