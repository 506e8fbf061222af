import type { Choose } from '../choose.ts';
import { independentItems, loneItems, withItem, withRationale, type Era, type ItemSpec, type LetterSpec, type SourceName } from '../letter-spec.ts';
import { GUIDELINE_SENTENCES, REGIONS } from '../letter-words.ts';
import { onItem, type Plant, type Planted } from '../plant.ts';
import { lineOf, nothingCited, odgWords, outsideLine } from '../sources.ts';
import { conclusion } from '../arbitrary-letter.ts';

/** Titles that sound like guidelines and were never adopted. */
const INVENTED = ['Lower Spine Complaints 2004', 'Upper Limb Complaints 2004', 'Spinal Pain Complaints 2004', 'Lower Extremity Complaints 2004'];
/** Pages of the 2009 edition that hold none of the topics that the letters ask about. */
const FAR_PAGES = ['54-55', '103-104', '125-126'];
const SILENCE = ['The MTUS does not address this request.', 'The MTUS is silent on this request.', 'This request is not addressed by the MTUS.'];

/** Lone items of a source, and of an era where one is named. */
function citing(letter: LetterSpec, sources: readonly SourceName[], eras: readonly Era[] = ['2014', '2017', '2020']): number[] {
  if (!eras.includes(letter.era)) return [];
  return independentItems(letter).filter((i) => sources.includes(letter.items[i]?.request.source ?? 'none'));
}

function reviewer(letter: LetterSpec, index: number, words: string): Omit<Planted, 'item'> {
  return { letter: withItem(letter, index, { reviewer: words }) };
}

/** Where the claims administrator cites a section on the request, the MTUS isn't silent on it, and no other source mends that. */
function unquoted(letter: LetterSpec, index: number): LetterSpec {
  return withItem(letter, index, { claimsAdministrator: nothingCited('The Claims Administrator') });
}

function regionOf(item: ItemSpec | undefined): (typeof REGIONS)[string] | undefined {
  return REGIONS[item?.request.region ?? ''];
}

/** A region whose guidelines don't cover the item's. */
function otherRegion(item: ItemSpec | undefined, choose: Choose): (typeof REGIONS)[string] {
  return choose.oneOf(Object.entries(REGIONS).filter(([name]) => name !== item?.request.region).map(([, region]) => region));
}

function chapterWords(era: Era, region: (typeof REGIONS)[string]): string {
  if (era === '2014') return `ACOEM Chapter ${region.chapter} ${region.chapterTitle}`;
  return era === '2020' ? `${region.topic} ${region.topicYear}` : `${region.chapterTitle} ${region.chapterYear}`;
}

function guidelineSentence(item: ItemSpec | undefined, choose: Choose, name: string): string {
  return choose.oneOf(GUIDELINE_SENTENCES[item?.request.kind ?? 'test']).replace('{G}', name).replace('{C}', 'this medication');
}

function argueFrom(letter: LetterSpec, index: number, choose: Choose, name: string): LetterSpec {
  return withRationale(letter, index, { guideline: guidelineSentence(letter.items[index], choose, name) });
}

/** Editions that letters of 2020 cite, and those that were in force behind the newest order. */
const REPLACED_SINCE = [
  ['Low Back Disorders 2019', 'Low Back Disorders 2020'], ['Shoulder Disorders 2016', 'Shoulder Disorders 2023'], ['Knee Disorders 2015', 'Knee Disorders 2020'],
  ['Hand, Wrist, and Forearm Disorders 2019', 'Hand, Wrist, and Forearm Disorders 2023'],
] as const;

/** The days of 2020, in whichever way a letter writes them, five years later. */
function inLateYear(text: string): string {
  return text.replace(/\b2020(?=-\d\d-\d\d)|(?<=\d\/)2020\b|(?<=[a-z] \d\d?, )2020\b/g, '2025');
}

export const guidelineCitationPlants: readonly Plant[] = [
  {
    rule: 'beyond-catalogue', name: 'the request was denied behind the newest order that is known',
    plant: (letter) => {
      if (letter.layout !== 'draft' || citing(letter, ['chapter'], ['2020']).length === 0) return null;
      return { letter, item: null, at: inLateYear(letter.head.denial), rewrite: (text) => REPLACED_SINCE.reduce((all, [old, now]) => all.replaceAll(old, now), inLateYear(text)) };
    },
  },
  {
    rule: 'unknown-guideline', name: 'a title that was never adopted',
    plant: (letter, choose) => onItem(citing(letter, ['chapter'], ['2014', '2017']), choose, (i) => reviewer(letter, i, lineOf(choose.oneOf(INVENTED)))),
  },
  {
    rule: 'unknown-guideline', name: 'a year in which there was no edition',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain']), choose, (i) => {
      const item = letter.items[i];
      const title = item?.request.source === 'chronic-pain' ? 'Chronic Pain Medical Treatment' : regionOf(item)?.chapterTitle;
      return title ? reviewer(letter, i, lineOf(`${title} ${choose.oneOf([2011, 2013, 2014])}`)) : null;
    }),
  },
  {
    rule: 'guideline-title-mismatch', name: 'another chapter’s number',
    plant: (letter, choose) => onItem(citing(letter, ['chapter'], ['2014', '2017']), choose, (i) => {
      const item = letter.items[i];
      const own = regionOf(item);
      return own ? reviewer(letter, i, lineOf(`ACOEM Chapter ${otherRegion(item, choose).chapter} ${own.chapterTitle}`)) : null;
    }),
  },
  {
    rule: 'guideline-title-mismatch', name: 'a number beyond the book',
    plant: (letter, choose) => onItem(citing(letter, ['chapter'], ['2014', '2017']), choose, (i) => {
      const own = regionOf(letter.items[i]);
      return own ? reviewer(letter, i, lineOf(`ACOEM Chapter ${choose.oneOf([18, 19, 22])} ${own.chapterTitle}`)) : null;
    }),
  },
  {
    rule: 'guideline-not-in-force', name: 'the edition of before',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain'], ['2017', '2020']), choose, (i) => {
      const item = letter.items[i];
      const own = regionOf(item);
      if (item?.request.source === 'chronic-pain') return reviewer(letter, i, lineOf(`Chronic Pain Medical Treatment ${letter.era === '2017' ? 2009 : choose.oneOf([2009, 2016])}`));
      return own && letter.era === '2020' ? reviewer(letter, i, lineOf(`${own.chapterTitle} ${own.chapterYear}`)) : null;
    }),
  },
  {
    rule: 'guideline-not-in-force', name: 'an edition that came later',
    plant: (letter, choose) => onItem(letter.layout === '2013-14' ? [] : citing(letter, ['chapter', 'chronic-pain', 'opioids'], ['2014', '2017']), choose, (i) => {
      const item = letter.items[i];
      const own = regionOf(item);
      if (item?.request.source === 'chapter') return own ? reviewer(letter, i, lineOf(`${own.topic} ${own.topicYear}`)) : null;
      if (letter.era !== '2014') return null;
      return reviewer(letter, i, lineOf(item?.request.source === 'opioids' ? 'Opioids Treatment 2016' : 'Chronic Pain Medical Treatment 2016'));
    }),
  },
  {
    rule: 'guideline-body-part', name: 'the chapter of another part of the body',
    plant: (letter, choose) => onItem(independentItems(letter).filter((i) => letter.items[i]?.request.region), choose, (i) => {
      const other = chapterWords(letter.era, otherRegion(letter.items[i], choose));
      const planted = letter.items[i]?.request.source === 'chapter' ? letter : argueFrom(letter, i, choose, 'The guideline');
      return reviewer(planted, i, lineOf(other));
    }),
  },
  {
    rule: 'unknown-section', name: 'a section that isn’t in any guideline',
    plant: (letter, choose) => onItem(citing(letter, ['chapter'], ['2017']).filter((i) => regionOf(letter.items[i])?.chapterYear === 2004), choose, (i) => {
      const region = regionOf(letter.items[i]);
      const title = `${region?.chapterTitle} ${region?.chapterYear}`;
      return reviewer(letter, i, lineOf(`${title}, Section(s): ${choose.oneOf(['Special Imaging Studies', 'Joint Mobility Grading', 'Workstation Redesign'])}`));
    }),
  },
  {
    rule: 'unknown-section', name: 'a section of another guideline',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain'], ['2017']), choose, (i) => {
      const item = letter.items[i];
      if (item?.request.source === 'chronic-pain') return reviewer(letter, i, lineOf(`Chronic Pain Medical Treatment 2016, Section(s): ${choose.oneOf(['Special Studies', 'Surgical Considerations'])}`));
      const own = regionOf(item);
      return own ? reviewer(letter, i, lineOf(`${own.chapterTitle} ${own.chapterYear}, Section(s): ${choose.oneOf(['Muscle relaxants (for pain)', 'Physical medicine treatment', 'Benzodiazepines'])}`)) : null;
    }),
  },
  {
    rule: 'page-out-of-range', name: 'a page beyond the guideline’s last',
    plant: (letter, choose) => onItem(citing(letter, ['chronic-pain', 'opioids'], ['2014']), choose, (i) => reviewer(letter, i, lineOf(`Chronic Pain Treatment Guidelines Page(s): ${choose.oneOf(['146-147', '131', '204-205', '128'])}`))),
  },
  {
    rule: 'page-out-of-range', name: 'pages that run backwards',
    plant: (letter, choose) => onItem(citing(letter, ['chronic-pain', 'opioids'], ['2014']), choose, (i) => {
      const [, from, to] = /\b(\d{1,3})-(\d{1,3})\.$/.exec(letter.items[i]?.reviewer ?? '') ?? [];
      return from && to ? reviewer(letter, i, (letter.items[i]?.reviewer ?? '').replace(`${from}-${to}`, `${to}-${from}`)) : null;
    }),
  },
  {
    rule: 'page-topic-mismatch', name: 'pages on another topic',
    plant: (letter, choose) => onItem(citing(letter, ['chronic-pain', 'opioids'], ['2014']), choose, (i) => reviewer(letter, i, lineOf(`Chronic Pain Medical Treatment Guidelines Page(s): ${choose.oneOf(FAR_PAGES)}`))),
  },
  {
    rule: 'rationale-guideline-mismatch', name: 'the rationale argues from ODG, the line cites the MTUS',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain', 'opioids', 'acupuncture']), choose, (i) => ({ letter: argueFrom(letter, i, choose, choose.oneOf(['ODG', 'The Official Disability Guidelines chapter', 'The ODG'])) })),
  },
  {
    rule: 'rationale-guideline-mismatch', name: 'the rationale argues from another guideline of the MTUS',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'opioids'], ['2017']), choose, (i) => ({ letter: argueFrom(letter, i, choose, choose.oneOf(['The MTUS Chronic Pain Medical Treatment guideline', 'The MTUS acupuncture guideline'])) })),
  },
  {
    rule: 'rationale-guideline-mismatch', name: 'the line cites ODG as well, the rationale argues from the MTUS alone',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain']), choose, (i) => {
      const item = letter.items[i];
      return reviewer(argueFrom(letter, i, choose, 'The MTUS'), i, `${item?.reviewer ?? ''} Decision based on Non-MTUS Citation ${odgWords(item?.request ?? { region: null })}.`);
    }),
  },
  {
    rule: 'rationale-guideline-mismatch', name: 'the rationale says “ACOEM”, the line cites the chronic pain guideline', leftAlone: '“ACOEM” may mean any adopted chapter',
    plant: (letter, choose) => onItem(citing(letter, ['chronic-pain'], ['2017']), choose, (i) => ({ letter: argueFrom(letter, i, choose, 'ACOEM') })),
  },
  {
    rule: 'citation-incomplete', name: 'a guideline of the MTUS without edition, section or page',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain'], ['2014', '2017']), choose, (i) => {
      const item = letter.items[i];
      return reviewer(letter, i, lineOf(item?.request.source === 'chapter' ? regionOf(item)?.chapterTitle ?? '' : 'Chronic Pain Medical Treatment Guidelines'));
    }),
  },
  {
    rule: 'citation-incomplete', name: 'an address and nothing else', noFix: 'only the reviewer knows author, title and year',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain']), choose, (i) => reviewer(letter, i, `${letter.items[i]?.reviewer ?? ''} Decision based on Non-MTUS Citation ${choose.oneOf(['https://www.example.org/articles/42', 'www.example.org/knee-care'])}.`)),
  },
  {
    rule: 'citation-incomplete', name: 'nothing but “MTUS”',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain']), choose, (i) => reviewer(letter, i, choose.oneOf(['Decision based on MTUS.', 'Decision based on MTUS Guidelines.']))),
  },
  {
    rule: 'mtus-skipped', name: 'the sentence on the MTUS’ silence is left out',
    plant: (letter, choose) => onItem(citing(letter, ['odg']), choose, (i) => ({ letter: argueFrom(letter, i, choose, choose.oneOf(['ODG', 'The Official Disability Guidelines chapter'])) })),
  },
  {
    rule: 'mtus-skipped', name: 'ODG is cited where the MTUS would have answered',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain', 'acupuncture']), choose, (i) => reviewer(argueFrom(letter, i, choose, 'ODG'), i, outsideLine(odgWords(letter.items[i]?.request ?? { region: null })))),
  },
  {
    rule: 'mtus-silence-contradicted', name: 'the rationale calls the MTUS silent and its line cites it',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain', 'acupuncture']), choose, (i) => ({ letter: withRationale(unquoted(letter, i), i, { guideline: choose.oneOf(SILENCE) }) })),
  },
  {
    rule: 'mtus-silence-contradicted', name: 'the same at the end of the argument',
    plant: (letter, choose) => onItem(citing(letter, ['chapter', 'chronic-pain']), choose, (i) => ({ letter: withRationale(unquoted(letter, i), i, { guideline: '', facts: [...(letter.items[i]?.rationale?.facts ?? []), choose.oneOf(SILENCE)] }) })),
  },
  {
    rule: 'denied-for-mtus-silence', name: 'the silence is the only reason',
    plant: (letter, choose) => onItem(loneItems(letter).filter((i) => letter.items[i]?.decision === 'Upheld' && !letter.items[i]?.rationale?.after), choose, (i) => {
      const item = letter.items[i];
      if (!item) return null;
      return { letter: withRationale(letter, i, { guideline: choose.oneOf(SILENCE), facts: [], conclusion: conclusion(choose, item.request, 'Upheld') }) };
    }),
  },
  {
    rule: 'denied-for-mtus-silence', name: 'the silence is given as the cause in the verdict’s own sentence',
    plant: (letter, choose) => onItem(loneItems(letter).filter((i) => letter.items[i]?.decision === 'Upheld' && !letter.items[i]?.rationale?.after), choose, (i) => ({
      letter: withRationale(letter, i, { guideline: '', facts: [], conclusion: `${choose.oneOf(['As the MTUS does not address this treatment', 'Because the MTUS is silent on it'])}, the request for ${letter.items[i]?.request.words} is not medically necessary.` }),
    })),
  },
];
