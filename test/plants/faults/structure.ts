import { loneItems, withItem, withRationale, type LetterSpec } from '../letter-spec.ts';
import { onItem, type Plant } from '../plant.ts';
import { nothingCited } from '../sources.ts';

const EMPTY = { guideline: '', facts: [], conclusion: '', after: '' };

function all({ items }: LetterSpec): number[] {
  return items.map((_, i) => i);
}

const PLACEHOLDERS = ['The range of motion is [[degrees]] of normal.', 'The pain is rated [insert score] of ten.', 'The last visit was on ________.', 'The next visit is TBD.', 'Grip was XXX on the last visit.', 'The patient reports {{symptom}} at night.', 'The gait is/is not steady.'];

/** The reviewer's label of an item in words that nobody knows. */
function relabelled(text: string, item: number): string {
  let at = -1;
  return text.replace(/\*\*MAXIMUS guideline:\*\*/g, (label) => (++at === item ? '**Literature:**' : label));
}

export const structurePlants: readonly Plant[] = [
  {
    rule: 'missing-rationale', name: 'the rationale is gone with its label',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withItem(letter, i, { rationale: null }) })),
  },
  {
    rule: 'missing-rationale', name: 'nothing stands behind the label',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withItem(letter, i, { rationale: EMPTY }) })),
  },
  {
    rule: 'missing-rationale', name: 'only the verdict is left',
    plant: (letter, choose) => onItem(loneItems(letter).filter((i) => letter.items[i]?.rationale?.after === '' && letter.items[i].request.source !== 'odg'), choose, (i) => ({
      letter: withRationale(letter, i, { guideline: '', facts: [] }),
    })),
  },
  {
    rule: 'missing-decision', name: 'the title stands without a decision',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withItem(letter, i, { decision: null }) })),
  },
  {
    rule: 'missing-decision', name: 'nothing stands behind the title’s colon',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withItem(letter, i, { decision: '' }) })),
  },
  {
    rule: 'unknown-decision', name: 'a word of utilization review stands for the decision',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({
      letter: withItem(letter, i, { decision: letter.items[i]?.decision === 'Upheld' ? choose.oneOf(['Denied', 'Non-certified', 'Not medically necessary']) : choose.oneOf(['Approved', 'Certified', 'Authorized', 'Granted']) }),
    })),
  },
  {
    rule: 'unknown-decision', name: 'the decision is misspelt',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({
      letter: withItem(letter, i, { decision: letter.items[i]?.decision === 'Upheld' ? choose.oneOf(['Uphold', 'Upheald', 'Uphled']) : choose.oneOf(['Overturn', 'Overtuned', 'Overturnd']) }),
    })),
  },
  {
    rule: 'unknown-decision', name: 'the decision is neither of the two',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({ letter: withItem(letter, i, { decision: choose.oneOf(['Modified', 'Partially upheld', 'Deferred', 'Withdrawn']) }) })),
  },
  {
    rule: 'missing-guideline', name: 'the reviewer’s line is gone',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({ letter: withItem(letter, i, { reviewer: null }) })),
  },
  {
    rule: 'missing-guideline', name: 'nothing stands behind the label',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({ letter: withItem(letter, i, { reviewer: '' }) })),
  },
  {
    rule: 'missing-guideline', name: 'an item that stands on its own cites nothing',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({ letter: withItem(letter, i, { reviewer: choose.oneOf([nothingCited('The Expert Reviewer'), nothingCited('MAXIMUS')]) }) })),
  },
  {
    rule: 'missing-section', name: 'a part is left out',
    plant: (letter, choose) => {
      const part = choose.oneOf(['made', 'summary'] as const);
      const next = part === 'made' ? /clinical case summary/i : /imr issues, decisions and rationales/i;
      return { letter: { ...letter, parts: letter.parts.filter((name) => name !== part) }, item: null, at: next.source };
    },
  },
  {
    rule: 'missing-section', name: 'the heading of the decisions is left out',
    plant: (letter) => ({ letter, item: null, at: 'Clinical Case Summary', rewrite: (text) => text.replace(/^.*IMR Issues, Decisions and Rationales$/im, '') }),
  },
  {
    rule: 'missing-section', name: 'two parts have changed places', noFix: 'moving whole parts is the reviewer’s own work',
    plant: (letter) => ({ letter: { ...letter, parts: ['summary', 'made', 'decisions'] }, item: null, at: 'Clinical Case Summary' }),
  },
  {
    rule: 'item-not-decided', name: 'the list has one more',
    plant: (letter, choose) => {
      const title = choose.oneOf(['Gym membership, 3 months', 'Massage chair', 'Sleep study', 'Functional capacity evaluation', 'Bone scan of the pelvis']);
      return letter.listed && { letter: { ...letter, listed: [...letter.listed, title] }, item: null, at: title };
    },
  },
  {
    rule: 'item-not-decided', name: 'the last item is left out of the letter',
    plant: (letter) => {
      const last = letter.items.at(-1);
      if (!letter.listed || !last || letter.items.length < 2 || !loneItems(letter).includes(letter.items.length - 1)) return null;
      return { letter: { ...letter, items: letter.items.slice(0, -1) }, item: null, at: last.request.words };
    },
  },
  {
    rule: 'item-not-in-dispute', name: 'the list lacks an item',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => {
      if (!letter.listed || letter.listed.length < 2) return null;
      return { letter: { ...letter, listed: letter.listed.filter((title) => title !== letter.items[i]?.request.words) } };
    }),
  },
  {
    rule: 'duplicate-item', name: 'an item is copied to the end',
    plant: (letter, choose) => {
      const lone = loneItems(letter);
      const copied = letter.items[lone.length > 0 ? choose.oneOf(lone) : -1];
      return copied ? { letter: { ...letter, items: [...letter.items, copied], listed: letter.listed && [...letter.listed, copied.request.words] }, item: letter.items.length + 1 } : null;
    },
  },
  {
    rule: 'placeholder-left', name: 'in a sentence of the rationale', noFix: 'what belongs there only the reviewer knows',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withRationale(letter, i, { facts: [...(letter.items[i]?.rationale?.facts ?? []), choose.oneOf(PLACEHOLDERS)] }) })),
  },
  {
    rule: 'placeholder-left', name: 'in the reviewer’s line', noFix: 'what belongs there only the reviewer knows',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({ letter: withItem(letter, i, { reviewer: `${letter.items[i]?.reviewer ?? ''} [[further source]]` }) })),
  },
  {
    rule: 'placeholder-left', name: 'in the place of the decision', noFix: 'what belongs there only the reviewer knows',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withItem(letter, i, { decision: '[[Upheld or Overturned]]' }) })),
  },
  {
    rule: 'placeholder-left', name: 'in the conclusion, left undecided', noFix: 'what belongs there only the reviewer knows',
    plant: (letter, choose) => onItem(loneItems(letter), choose, (i) => ({ letter: withRationale(letter, i, { conclusion: `Therefore, the request for ${letter.items[i]?.request.words ?? ''} is/is not medically necessary.` }) })),
  },
  {
    rule: 'unknown-label', name: 'the reviewer’s line has a label of its own',
    plant: (letter, choose) => (letter.layout === 'draft' ? onItem(loneItems(letter), choose, (i) => ({ letter, rewrite: (text) => relabelled(text, i) })) : null),
  },
  {
    rule: 'unread-head', name: 'a key of the head is misspelt',
    plant: (letter) => (letter.layout === 'draft' ? { letter, item: null, rewrite: (text) => text.replace('ur-denial-date:', 'ur-denail-date:') } : null),
  },
  {
    rule: 'unread-item', name: 'a further rationale stands under the last item',
    plant: (letter) => {
      const label = letter.layout === 'draft' ? '**Decision rationale:**' : 'Decision rationale:';
      const hasReasons = letter.items.at(-1)?.rationale;
      return hasReasons ? { letter, item: letter.items.length, rewrite: (text) => `${text.trimEnd()}\n\n${label} The gait is steady, and no fall is recorded.\n` } : null;
    },
  },
  {
    rule: 'unresolved-change', name: 'a proposed wording is left in a rationale',
    plant: (letter, choose) => (letter.layout === 'draft' ? onItem(loneItems(letter), choose, (i) => ({ letter: withRationale(letter, i, { facts: [...(letter.items[i]?.rationale?.facts ?? []), choose.oneOf(['The gait is {~~good~>steady~~}.', 'The gait is steady{++ on stairs++}.', 'The gait is {--rather --}steady.'])] }) })) : null),
  },
  {
    rule: 'unfinished-sentence', name: 'a sentence breaks off', noFix: 'the rest of it only the reviewer knows',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: withRationale(letter, i, { facts: [...(letter.items[i]?.rationale?.facts ?? []), choose.oneOf(['The gait is in line with the.', 'The notes agree on this, but if.', 'The grip was better than.'])] }) })),
  },
];
