import { loneItems, withRationale, type LetterSpec } from '../letter-spec.ts';
import { part } from '../arbitrary-letter.ts';
import { onItem, type Plant } from '../plant.ts';

function said(letter: LetterSpec, index: number, fact: string): LetterSpec {
  return withRationale(letter, index, { facts: [...(letter.items[index]?.rationale?.facts ?? []), fact] });
}

function denied(letter: LetterSpec): number[] {
  return loneItems(letter).filter((i) => letter.items[i]?.decision === 'Upheld');
}

function all({ items }: LetterSpec): number[] {
  return items.map((_, i) => i);
}

/** Each of them with the words that a finding must stand on. */
const IDENTIFIERS: readonly (readonly [sentence: string, at: string])[] = [
  ['Dr. Rivera reports steady progress.', 'Dr. Rivera'], ['Ms. Rowland walks without a cane.', 'Ms. Rowland'], ['The clinic answers at (555) 010-4477.', '(555) 010-4477'],
  ['The claim number: WC-2016-00417 stands on the form.', 'claim number: WC-2016-00417'], ['Notes go to clinic@example.org.', 'clinic@example.org'], ['The number 123-45-6789 stands on the form.', '123-45-6789'],
  ['The patient was born on 05/06/1971.', '05/06/1971'], ['Anna Rowland, MD, saw the patient in May.', 'Anna Rowland, MD'],
];
/** A name with a title, or a number or an address that can simply go. */
const MENDED = /^(?:Dr|Ms)\b|@|\d{4}$/;
const IDENTITY: readonly (readonly [sentence: string, at: string])[] = [
  ['The reviewer’s license number is A123456.', 'license number is A123456'], ['Electronically signed by Jane Rowland.', 'Electronically signed by Jane Rowland'], ['Reviewer name: Jane Rowland.', 'Reviewer name: Jane Rowland'],
];
const MISSTATED: readonly string[] = [
  'UpToDate is presumed to be correct.', 'Cochrane reviews enjoy a presumption of correctness.', 'The presumption of correctness attaches to UpToDate.',
  'An exempt drug cannot be denied.', 'A drug that is exempt from utilization review needs no reason.',
];
const SLIPS: readonly (readonly [sentence: string, at: string])[] = [['A plane film was taken in May.', 'plane'], ['The note says that that exercise helps.', 'that that'], ['The the file was read.', 'The the']];

function isMended([, at]: (typeof IDENTIFIERS)[number]): boolean {
  // A date of birth ends in its year.
  return MENDED.test(at) && !at.includes('/');
}

function identifierPlants(identifiers: typeof IDENTIFIERS, noFix?: string): Plant[] {
  const told = noFix === undefined ? {} : { noFix };
  const shape = noFix === undefined ? 'that can be mended' : 'in other words';
  return [
    {
      rule: 'identifying-information', name: `in a rationale, ${shape}`, ...told,
      plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, choose.oneOf(identifiers)[0]) })),
    },
    {
      rule: 'identifying-information', name: `in the summary, ${shape}`, ...told,
      plant: (letter, choose) => {
        const [sentence, at] = choose.oneOf(identifiers);
        return { letter: { ...letter, summary: [...letter.summary, sentence] }, item: null, at };
      },
    },
  ];
}

export const lawPlants: readonly Plant[] = [
  {
    rule: 'out-of-scope-reason', name: 'the body part was not accepted',
    plant: (letter, choose) => onItem(denied(letter).filter((i) => letter.items[i]?.request.regionWords), choose, (i) => {
      const request = letter.items[i]?.request;
      return { letter: said(letter, i, `The ${request ? part(request) : ''} ${choose.oneOf(['is not an accepted body part', 'is not an accepted part of the body', 'was not accepted by the carrier'])}.`.replace('an accepted part of the body', 'an accepted body part').replace('was not accepted by the carrier', 'is not a compensable body part')) };
    }),
  },
  {
    rule: 'out-of-scope-reason', name: 'causation, apportionment or cost is the ground',
    plant: (letter, choose) => onItem(denied(letter), choose, (i) => ({
      letter: said(letter, i, choose.oneOf(['Causation has not been established.', 'The condition is non-industrial.', 'The pain is not related to the industrial injury.', 'The treatment is too costly.', 'It is not cost-effective.', 'Half of it should be apportioned.', 'The carrier has not accepted liability for it.', 'The complaint predates the injury.', 'It would burden the insurer.', 'The accepted injury is limited to another part.'])),
    })),
  },
  {
    rule: 'wrong-standard', name: 'the treatment is asked to cure',
    plant: (letter, choose) => onItem(denied(letter), choose, (i) => ({
      letter: said(letter, i, choose.oneOf(['The treatment will not cure the pain.', 'There is no guarantee of relief.', 'It is not expected to lead to a complete recovery.', 'Relief cannot be guaranteed.', 'It would not be curative.', 'Nobody can promise relief.', 'It will not make anybody pain free.', 'It would give only temporary relief.'])),
    })),
  },
  {
    rule: 'law-misstated', name: 'a source outside of the MTUS is presumed correct, or an exempt drug can’t be denied',
    plant: (letter, choose) => onItem(denied(letter), choose, (i) => ({ letter: said(letter, i, choose.oneOf(MISSTATED)) })),
  },
  ...identifierPlants(IDENTIFIERS.filter(isMended)),
  ...identifierPlants(IDENTIFIERS.filter((one) => !isMended(one)), 'the words around it have to change with it'),
  {
    rule: 'reviewer-identity', name: 'in the part on the reviewer',
    plant: (letter, choose) => {
      const [sentence, at] = choose.oneOf(IDENTITY);
      return { letter: { ...letter, made: [...letter.made, sentence] }, item: null, at };
    },
  },
  {
    rule: 'undefined-abbreviation', name: 'an abbreviation that is never spelled out',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, `The ${choose.oneOf(['FCE', 'QST', 'LINT'])} of spring showed a steady gait.`) })),
  },
  {
    rule: 'confusable-words', name: 'a slip that a spelling checker passes',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, choose.oneOf(SLIPS)[0]) })),
  },
  {
    rule: 'confusable-words', name: 'the same in the summary',
    plant: (letter, choose) => {
      const [sentence, at] = choose.oneOf(SLIPS);
      return { letter: { ...letter, summary: [...letter.summary, sentence] }, item: null, at };
    },
  },
  {
    rule: 'reviewer-examined', name: 'the reviewer saw the patient',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, choose.oneOf(['I examined the worker in May.', 'I spoke with the patient in May.', 'On my examination the gait was steady.'])) })),
  },
  {
    rule: 'unprofessional-remark', name: 'somebody is disparaged',
    plant: (letter, choose) => onItem(all(letter), choose, (i) => ({ letter: said(letter, i, choose.oneOf(['The report is a joke.', 'The office could not be bothered to answer.', 'It is laughable.'])) })),
  },
];
