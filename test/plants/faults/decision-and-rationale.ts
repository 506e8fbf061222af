import { concludedWords, conclusion, part, rationale } from '../arbitrary-letter.ts';
import type { Choose } from '../choose.ts';
import { loneItems, withItem, withRationale, type DecisionWord, type ItemSpec, type LetterSpec } from '../letter-spec.ts';
import { CONCLUSIONS, criteriaFact, DRUGS, FACTS, fill, REGION_FACTS, REGIONS } from '../letter-words.ts';
import { onItem, type Plant } from '../plant.ts';
import { quantityWords } from '../quantities.ts';
import { inSentence } from '../requests.ts';

const PLAIN: Readonly<Record<DecisionWord, string>> = { Upheld: 'Therefore, the request is not medically necessary.', Overturned: 'Therefore, the request is medically necessary.' };
/** Classes that are mistaken for one another. */
const CONFUSED: Readonly<Record<string, readonly string[]>> = {
  NSAIDs: ['muscle relaxants', 'opioids'], 'muscle relaxants': ['benzodiazepines', 'NSAIDs'], 'antiepileptic drugs': ['antidepressants'], antidepressants: ['antiepileptic drugs', 'opioids'],
  opioids: ['NSAIDs', 'muscle relaxants'], benzodiazepines: ['muscle relaxants'], 'proton pump inhibitors': ['H2 blockers'], 'H2 blockers': ['proton pump inhibitors'],
};

function lone(letter: LetterSpec, fits: (item: ItemSpec) => boolean): number[] {
  return loneItems(letter).filter((i) => letter.items[i] !== undefined && fits(letter.items[i]));
}

function decisionOf({ decision }: ItemSpec): DecisionWord {
  return decision === 'Overturned' ? 'Overturned' : 'Upheld';
}

function opposite(item: ItemSpec): DecisionWord {
  return decisionOf(item) === 'Upheld' ? 'Overturned' : 'Upheld';
}

/** Nothing is expected of its rationale but what every rationale has. */
function isPlain({ request }: ItemSpec): boolean {
  return criteriaFact(request.words) === null && !(request.drug && DRUGS[request.drug.key]?.tapered);
}

/** A conclusion that names the request as it is written in the title. */
function fullConclusion(choose: Choose, decision: DecisionWord, words: string): string {
  return choose.oneOf(CONCLUSIONS[decision]).replace('{X}', inSentence(words));
}

function otherSide(words: string): string {
  return words.replace(/\b(?:left|right)\b/gi, (side) => ({ left: 'right', right: 'left', Left: 'Right', Right: 'Left' })[side] ?? side);
}

/** Comparisons that a glance shows to be wrong. */
const MISREAD: readonly string[] = [
  'Relief of 70 % falls short of the 50 % that is asked for.', 'Twelve weeks are less than the six weeks required.', 'A score of 18 exceeds the limit of 24.', 'Relief for 9 months is under the 6 months asked for.',
];
const NEXT_SEGMENT: Readonly<Record<string, string>> = { 'C5-6': 'C6-7', 'C6-7': 'C5-6', 'L3-4': 'L4-5', 'L4-5': 'L5-S1', 'L5-S1': 'L4-5' };

export const decisionPlants: readonly Plant[] = [
  {
    rule: 'criterion-misread', name: 'two figures are compared the wrong way',
    plant: (letter, choose) => onItem(lone(letter, () => true), choose, (i) => ({
      letter: withRationale(letter, i, { facts: [...(letter.items[i]?.rationale?.facts ?? []), choose.oneOf(MISREAD)] }),
    })),
  },
  {
    rule: 'conclusion-contradicts-decision', name: 'the heading decides the other way',
    plant: (letter, choose) => onItem(lone(letter, isPlain), choose, (i) => ({ letter: withItem(letter, i, { decision: opposite(letter.items[i] as ItemSpec) }) })),
  },
  {
    rule: 'conclusion-contradicts-decision', name: 'the conclusion says the other thing',
    plant: (letter, choose) => onItem(lone(letter, () => true), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      return { letter: withRationale(letter, i, { conclusion: conclusion(choose, item.request, opposite(item)) }) };
    }),
  },
  {
    rule: 'missing-conclusion', name: 'the closing sentence is gone',
    plant: (letter, choose) => onItem(lone(letter, () => true), choose, (i) => ({ letter: withRationale(letter, i, { conclusion: '' }) })),
  },
  {
    rule: 'missing-conclusion', name: 'the closing sentence decides nothing',
    plant: (letter, choose) => onItem(lone(letter, () => true), choose, (i) => ({ letter: withRationale(letter, i, { conclusion: choose.oneOf(['The whole file was read.', 'The reviewer agrees with the decision of utilization review.', 'The guideline and the facts were weighed.']) }) })),
  },
  {
    rule: 'conclusion-names-other-item', name: 'the conclusion of another item',
    plant: (letter, choose) => {
      const pairs = lone(letter, ({ request }) => request.kind !== 'drug').flatMap((a) => lone(letter, () => true).filter((b) => b !== a && comparable(letter.items[a] as ItemSpec, letter.items[b] as ItemSpec)).map((b) => [a, b] as const));
      if (pairs.length === 0) return null;
      const [a, b] = choose.oneOf(pairs);
      const [item, other] = [letter.items[a] as ItemSpec, letter.items[b] as ItemSpec];
      return { letter: withRationale(letter, a, { conclusion: fullConclusion(choose, decisionOf(item), other.request.words) }), item: a + 1 };
    },
  },
  {
    rule: 'hedged-conclusion', name: 'a word before the verdict leaves it open',
    plant: (letter, choose) => onItem(lone(letter, () => true), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const hedge = decisionOf(item) === 'Upheld'
        ? choose.oneOf(['may not be', 'does not appear to be', 'might not be', 'is probably not', 'does not seem to be']) : choose.oneOf(['may be', 'appears to be', 'could be', 'seems', 'is likely']);
      return { letter: withRationale(letter, i, { conclusion: `${choose.oneOf(['Therefore, ', 'As such, '])}the request for ${concludedWords(choose, item.request)} ${hedge} medically necessary.` }) };
    }),
  },
  {
    rule: 'hedged-conclusion', name: 'the decision is put off', noFix: 'only the reviewer can decide',
    plant: (letter, choose) => onItem(lone(letter, () => true), choose, (i) => ({
      letter: withRationale(letter, i, { after: '', conclusion: choose.oneOf(['The decision is deferred to the treating physician.', 'Additional records are needed before a decision can be made.', 'On this file the need for it cannot be determined.']) }),
    })),
  },
  {
    rule: 'laterality-mismatch', name: 'the conclusion names the other side',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.side !== null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      return { letter: withRationale(letter, i, { conclusion: fullConclusion(choose, decisionOf(item), otherSide(item.request.words)) }) };
    }),
  },
  {
    rule: 'laterality-mismatch', name: 'the title names the other side',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.side !== null && request.quantity === null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const title = otherSide(item.title);
      return { letter: withRationale(withItem({ ...letter, listed: letter.listed?.map((words) => (words === item.request.words ? title : words)) ?? null }, i, { title }), i, { conclusion: fullConclusion(choose, decisionOf(item), item.request.words) }) };
    }),
  },
  {
    rule: 'laterality-mismatch', name: 'the rationale speaks of the other side only', noFix: 'the facts may be those of the other side',
    plant: (letter, choose) => onItem(lone(letter, (item) => item.request.side !== null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const decision = decisionOf(item);
      const facts = [...criteria(item, letter), fill(choose.oneOf(REGION_FACTS[decision]), letter.patient, { R: otherSide(part(item.request)) })];
      return { letter: withRationale(letter, i, { facts, conclusion: PLAIN[decision] }) };
    }),
  },
  {
    rule: 'level-mismatch', name: 'the conclusion decides the next segment of the spine',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.level !== null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const { level, words } = item.request;
      return { letter: withRationale(letter, i, { conclusion: fullConclusion(choose, decisionOf(item), words.replace(level ?? '', NEXT_SEGMENT[level ?? ''] ?? '')) }) };
    }),
  },
  {
    rule: 'quantity-mismatch', name: 'the conclusion decides another number',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.quantity !== null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const { quantity, words } = item.request;
      if (!quantity) return null;
      const number = choose.oneOf([quantity.number + (quantity.form === 'weekly' ? 2 : 15), quantity.number > 15 ? quantity.number - 15 : quantity.number + 3]);
      return { letter: withRationale(letter, i, { conclusion: fullConclusion(choose, decisionOf(item), words.replace(quantityWords(quantity), quantityWords({ ...quantity, number }))) }) };
    }),
  },
  {
    rule: 'quantity-mismatch', name: 'the conclusion decides another dose',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.drug !== null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const drug = DRUGS[item.request.drug?.key ?? ''];
      const [first = ''] = /[\d.]+/.exec(drug?.strength ?? '') ?? [];
      const strength = (drug?.strength ?? '').replace(first, String(Number(first) * 2));
      return drug ? { letter: withRationale(letter, i, { conclusion: fullConclusion(choose, decisionOf(item), item.request.words.replace(drug.strength, strength)) }) } : null;
    }),
  },
  {
    rule: 'partial-arithmetic', name: 'the remainder is wrong, in title and conclusion',
    plant: (letter, choose) => onItem(lone(letter, ({ title, request }) => title !== request.words), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const { quantity, words } = item.request;
      if (!quantity) return null;
      const wrong = words.replace(quantityWords(quantity), quantityWords({ ...quantity, number: quantity.number + choose.oneOf([1, 15, 30]) }));
      const at = item.title.lastIndexOf(words);
      const title = item.title.slice(0, at) + wrong + item.title.slice(at + words.length);
      return { letter: withRationale(withItem(letter, i, { title }), i, { conclusion: fullConclusion(choose, decisionOf(item), wrong) }) };
    }),
  },
  {
    rule: 'drug-mismatch', name: 'the conclusion decides a drug of another class',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.drug !== null), choose, (i) => wrongDrug(letter, i, choose, false)),
  },
  {
    rule: 'drug-mismatch', name: 'the conclusion decides another drug of the same class',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.drug !== null), choose, (i) => wrongDrug(letter, i, choose, true)),
  },
  {
    rule: 'drug-class-mismatch', name: 'the guideline’s words on another class',
    plant: (letter, choose) => onItem(lone(letter, (item) => item.request.drug !== null && !/opioid guideline/.test(item.rationale?.guideline ?? '')), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const own = DRUGS[item.request.drug?.key ?? '']?.className ?? '';
      const sentence = item.rationale?.guideline ?? '';
      return { letter: withRationale(letter, i, { guideline: sentence.replace(own, choose.oneOf(CONFUSED[own] ?? [''])) }) };
    }),
  },
  {
    rule: 'drug-class-mismatch', name: 'another class under a guideline that has the drug’s own in its name', leftAlone: 'the drug’s class is named, if only as the guideline’s',
    plant: (letter, choose) => onItem(lone(letter, ({ request }) => request.source === 'opioids'), choose, (i) => ({
      letter: withRationale(letter, i, { guideline: 'The MTUS opioid guideline gives NSAIDs a place where relief is recorded.' }),
    })),
  },
  {
    rule: 'rationale-body-part', name: 'the rationale speaks of another part of the body',
    plant: (letter, choose) => onItem(lone(letter, (item) => item.request.regionWords !== null && item.request.level === null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const decision = decisionOf(item);
      const [, other] = choose.oneOf(Object.entries(REGIONS).filter(([name]) => name !== item.request.region && !near(name, item.request.region)));
      const facts = [...criteria(item, letter), fill(choose.oneOf(REGION_FACTS[decision]), letter.patient, { R: other.words[0] ?? '' })];
      return { letter: withRationale(letter, i, { facts, conclusion: PLAIN[decision] }) };
    }),
  },
  {
    rule: 'rationale-body-part', name: 'the rationale speaks of other levels of the spine',
    plant: (letter, choose) => onItem(lone(letter, (item) => item.request.level !== null), choose, (i) => {
      const item = letter.items[i] as ItemSpec;
      const decision = decisionOf(item);
      const facts = [...criteria(item, letter), fill(`The ${letter.patient.noun} has changes at ${choose.oneOf(['T8-9', 'T4-5', 'C2-3'])} and nowhere else.`, letter.patient)];
      return { letter: withRationale(letter, i, { facts, conclusion: PLAIN[decision] }) };
    }),
  },
  {
    rule: 'no-patient-application', name: 'guideline and verdict, and no fact between them',
    plant: (letter, choose) => onItem(lone(letter, isPlain), choose, (i) => ({ letter: withRationale(letter, i, { facts: [] }) })),
  },
  {
    rule: 'no-patient-application', name: 'only patients in general are spoken of',
    plant: (letter, choose) => onItem(lone(letter, isPlain), choose, (i) => ({ letter: withRationale(letter, i, { facts: [choose.oneOf(['Patients with chronic pain do well with exercise.', 'Most workers recover within six weeks.', 'Studies of injured workers show a small effect that fades within months.'])] }) })),
  },
  {
    rule: 'no-patient-application', name: 'the guideline asks for a report, and none is told of', leftAlone: 'a sentence on reports may be one on the file',
    plant: (letter, choose) => onItem(lone(letter, isPlain), choose, (i) => ({ letter: withRationale(letter, i, { facts: ['A report on progress is expected after each course.'] }) })),
  },
  {
    rule: 'opioid-denial-without-taper', name: 'the note on tapering is left out',
    plant: (letter, choose) => onItem(lone(letter, ({ rationale: of, title, request }) => of?.after !== '' && title === request.words), choose, (i) => ({ letter: withRationale(letter, i, { after: '' }) })),
  },
  {
    rule: 'rationale-incomplete', name: 'an approval without what it is judged by',
    plant: (letter, choose) => onItem(lone(letter, (item) => item.decision === 'Overturned' && item.title === item.request.words && criteriaFact(item.request.words) !== null), choose, (i) => ({
      letter: withRationale(letter, i, { facts: choose.some(FACTS.Overturned, 1).map((fact) => fill(fact, letter.patient)) }),
    })),
  },
  {
    rule: 'duplicate-rationale', name: 'one rationale for two items',
    plant: (letter, choose) => {
      const plain = lone(letter, (item) => isPlain(item) && item.request.kind !== 'drug' && item.request.source !== 'odg');
      const pair = plain.flatMap((a) => plain.filter((b) => b > a && letter.items[a]?.decision === letter.items[b]?.decision).map((b) => [a, b] as const))[0];
      if (!pair) return null;
      const [a, b] = pair;
      const item = letter.items[a] as ItemSpec;
      const same = { ...rationale(choose, { ...item.request, regionWords: null }, letter.era, letter.patient, decisionOf(item)), guideline: 'The guideline asks for a goal and for a measure of it.', conclusion: PLAIN[decisionOf(item)] };
      return { letter: withItem(withItem(letter, a, { rationale: same }), b, { rationale: same }), item: b + 1 };
    },
  },
];

/** Between these two nothing but the subject differs. */
function comparable({ request: a }: ItemSpec, { request: b }: ItemSpec): boolean {
  return a.kind !== b.kind && (a.side === null || b.side === null || a.side === b.side) && (a.quantity === null || b.quantity === null);
}

/** Pain of the neck reaches the arm, that of the low back the leg. */
function near(a: string, b: string | null): boolean {
  return [['neck', 'shoulder'], ['elbow', 'wrist'], ['shoulder', 'elbow'], ['knee', 'ankle']].some((pair) => pair.includes(a) && pair.includes(b ?? ''));
}

function criteria(item: ItemSpec, { patient }: LetterSpec): string[] {
  const fact = item.decision === 'Overturned' ? criteriaFact(item.request.words) : null;
  return fact === null ? [] : [fill(fact, patient)];
}

function wrongDrug(letter: LetterSpec, i: number, choose: Choose, sameClass: boolean): { readonly letter: LetterSpec } | null {
  const item = letter.items[i] as ItemSpec;
  const own = DRUGS[item.request.drug?.key ?? ''];
  const inLetter = new Set(letter.items.map(({ request }) => request.drug?.key));
  const others = Object.entries(DRUGS).filter(([key, drug]) => !inLetter.has(key) && (drug.className === own?.className) === sameClass);
  if (others.length === 0 || !item.request.drug) return null;
  const [, other] = choose.oneOf(others);
  const words = item.request.words.replace(item.request.drug.name, choose.oneOf(other.names)).replace(` ${own?.strength}`, '');
  return { letter: withRationale(letter, i, { conclusion: fullConclusion(choose, decisionOf(item), words) }) };
}
