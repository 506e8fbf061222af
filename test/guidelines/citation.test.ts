import assert from 'node:assert/strict';
import { readCitations } from '../../server/src/guidelines/citation.ts';
import type { Citation } from '../../server/src/guidelines/guideline.ts';
import { placesOf, readMarked } from './marked.ts';

/** "guideline-id (section-id, page)" of what was read, with the status where it isn't resolved. */
function said({ status, guideline, sections, pages }: Citation): string {
  const inside = [...sections.map(({ section }) => section?.id ?? '?'), ...pages.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))];
  return (status === 'resolved' ? '' : `${status} `) + (guideline?.id ?? '-') + (inside.length > 0 ? ` (${inside.join(', ')})` : '');
}

// ⟦a citation⟧ ⟨its title⟩ {year} «section» ‹pages›
const lines: readonly (readonly [name: string, marked: string, expected: readonly string[]])[] = [
  ['a chapter with a section', 'Decision based on ⟦MTUS ⟨Low Back Complaints⟩ {2004}, Section(s): «Special Studies»⟧.', ['acoem2-ch12 (special-studies)']],
  ['a title with commas and "and"', 'Decision based on ⟦MTUS ⟨Forearm, Wrist, and Hand Complaints⟩ {2004}⟧.', ['acoem2-ch11']],
  ['further sources do not repeat MTUS',
    'Decision based on ⟦MTUS ⟨Knee Complaints⟩ {2004}, Section(s): «Initial Care», «Summary»⟧, and ⟦⟨Forearm, Wrist, and Hand Complaints⟩ {2004}⟧, '
    + 'and ⟦⟨Acupuncture Treatment⟩ {2007}⟧.', ['acoem2-ch13 (initial-care, summary)', 'acoem2-ch11', 'mtus-acupuncture-2007']],
  ['"as well as" is an "and"', '⟦MTUS ⟨Knee Complaints⟩ {2004}, Section(s): «Summary»⟧ as well as ⟦⟨Eye⟩ {2004}⟧', ['acoem2-ch13 (summary)', 'acoem2-ch16']],
  ['sections with commas, brackets and colons',
    'Decision based on ⟦MTUS ⟨Chronic Pain Medical Treatment⟩ {2016}, Section(s): «TENS, chronic pain (transcutaneous electrical nerve stimulation)», «Office visits»⟧.',
    ['mtus-chronic-pain-2016 (tens-chronic-pain-transcutaneous-electrical-nerve-stimulation, office-visits)']],
  ['numbered opioid sections',
    '⟦MTUS ⟨Opioid Treatment⟩ {2016}, Section(s): «3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)», '
    + '«4.1 Tapering Opioids: Indications for Tapering Opioids»⟧.', ['mtus-opioids-2016 (3.3.6, 4.1)']],
  ['a section whose title is that of another guideline', '⟦MTUS ⟨Postsurgical Treatment⟩ {2009}, Section(s): «Knee», «Forearm, Wrist, & Hand»⟧.',
    ['mtus-postsurgical-2009 (knee, forearm-wrist-hand)']],
  ['an unclosed bracket', '⟦MTUS ⟨Chronic Pain Medical Treatment⟩ {2009}, Section(s): «Epidural steroid injections (ESIs»⟧', ['mtus-chronic-pain-2009 (epidural-steroid-injections-esis)']],
  ['other capitals, signs and number', '⟦mtus ⟨neck & upper-back complaint⟩ ({2004})⟧', ['acoem2-ch8']],
  ['typing mistakes in long words', '⟦MTUS ⟨Accupuncture Treatment⟩ {2007}⟧, and ⟦⟨Low Back Complaints⟩ {2004}, Section(s): «Diagnositc Criteria»⟧',
    ['mtus-acupuncture-2007', 'acoem2-ch12 (diagnostic-criteria)']],
  ['words in another order', 'Decision based on ⟦MTUS ⟨Upper Back and Neck Complaints⟩ {2004}⟧.', ['acoem2-ch8']],
  ['a section that the guideline lacks', '⟦MTUS ⟨Elbow Complaints⟩ {2007}, Section(s): «326», «Diagnostic Criteria»⟧.', ['acoem-elbow-2007 (?, diagnostic-criteria)']],
  ['a section without the word', '⟦MTUS ⟨Low Back Complaints⟩ ({2004}), «Special Studies»⟧', ['acoem2-ch12 (special-studies)']],
  ['the wording of 2013, with pages', 'Decision based on ⟦MTUS ⟨Chronic Pain Treatment Guidelines⟩ Page(s): ‹46-47›⟧.', ['mtus-chronic-pain-2009 (46-47)']],
  ['pages behind a section', 'Decision based on ⟦MTUS ⟨Chronic Pain Medical Treatment⟩ {2009}, Section(s): «Benzodiazepines», Page(s): ‹24›⟧.', ['mtus-chronic-pain-2009 (benzodiazepines, 24)']],
  ['pages behind a section that the guideline lacks', '⟦MTUS ⟨Knee Complaints⟩ {2004}, Section(s): «Kneeling» page ‹341›⟧', ['acoem2-ch13 (?, 341)']],
  ['several pages', '⟦⟨Chronic Pain Medical Treatment Guidelines⟩, pp. ‹76-80›, ‹93›⟧', ['mtus-chronic-pain-2009 (76-80, 93)']],
  ['the wording of 2013, with a chapter', 'Decision based on ⟦MTUS ACOEM Chapter 5 ⟨Cornerstones of Disability Prevention and Management⟩⟧.', ['acoem2-ch5']],
  ['the regulation and the last page', 'The Claims Administrator based its decision on the ⟦⟨Chronic Pain Medical Treatment Guidelines⟩, 8 C.C.R. §§9792.20 – 9792.26, '
    + 'Page ‹82› of 127⟧, which is part of the MTUS.', ['mtus-chronic-pain-2009 (82)']],
  ['the publisher in full', 'The Expert Reviewer based his/her decision on the ⟦American College of Occupational and Environmental Medicine (ACOEM), 2nd Edition, '
    + '({2004}) Chapter 12 ⟨Low Back Complaints⟩, page ‹303›⟧, which is part of the MTUS.', ['acoem2-ch12 (303)']],
  ['a chapter without a title', '⟦ACOEM Guidelines, Chapter 9, pp. ‹207-209›⟧', ['acoem2-ch9 (207-209)']],
  ['a guideline of 2017 and later', '⟦MTUS ⟨Hand, Wrist and Forearm Disorders⟩ {2019}⟧', ['acoem-hand-wrist-and-forearm-disorders-2019']],
  ['the year of the order', '⟦MTUS ⟨Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder⟩ {2019}⟧', ['acoem-ptsd-2018']],
  ['a title that is unknown', 'Decision based on ⟦MTUS ⟨Lower Spine Complaints⟩ {2004}⟧.', ['unknown -']],
  ['a year that is unknown', 'Decision based on ⟦MTUS ⟨Shoulder Complaints⟩ {2009}, Section(s): «Special Studies»⟧.', ['unknown - (?)']],
  ['an unknown title behind a section', '⟦MTUS ⟨Knee Complaints⟩ {2004}, Section(s): «Summary»⟧, and ⟦⟨Lower Spine Complaints⟩ {2004}⟧.', ['acoem2-ch13 (summary)', 'unknown -']],
  ['a section of the MTUS itself', 'Decision based on ⟦MTUS ⟨Definitions⟩⟧.', ['-']],
  ['no source of its own in the set phrase',
    'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. '
    + 'Decision based on Non-MTUS Citation ⟦Official Disability Guidelines (ODG), ⟨Low Back⟩⟧.', ['external odg-low-back']],
  ['MTUS and then outside of it', 'Decision based on ⟦MTUS ⟨Eye⟩ {2004}⟧. Decision based on Non-MTUS Citation ⟦⟨Official Disability Guidelines (ODG)⟩⟧.', ['acoem2-ch16', 'external odg']],
  ['two ODG chapters', 'Decision based on Non-MTUS Citation ⟦ODG, ⟨Shoulder⟩ Chapter⟧, ⟦⟨Hand⟩ Chapter, Physical therapy⟧.', ['external odg-shoulder', 'external odg-forearm-wrist-hand']],
  ['an ODG topic that sounds like a chapter', 'Decision based on Non-MTUS Citation ⟦ODG ⟨Shoulder⟩, Surgery for elbow pain⟧.', ['external odg-shoulder']],
  ['a study', 'Decision based on Non-MTUS Citation ⟦⟨Doe J, et al⟩. Fictional trial. J Imag Med {2014}⟧.', ['external -']],
  ['a sentence on the MTUS before a source', '⟦The MTUS does not address ramps⟧. Decision based on Non-MTUS Citation ⟦Official Disability Guidelines (ODG), ⟨Knee & Leg⟩⟧.', ['none -', 'external odg-knee-leg']],
  ['a sentence on the MTUS behind a source', 'Decision based on ⟦MTUS ⟨Knee Complaints⟩ {2004}⟧. ⟦ACOEM never speaks of ramps⟧.', ['acoem2-ch13', 'none -']],
  ['a sentence without a verb', '⟦MTUS silent⟧; ⟦ODG, ⟨Pain⟩ Chapter, Ramps⟧.', ['none -', 'external odg-pain']],
  ['a sentence that denies at its front', '⟦Neither the MTUS nor ACOEM has a chapter on ramps⟧. ⟦ODG, ⟨Knee⟩⟧.', ['none -', 'external odg-knee-leg']],
  ['"Non-MTUS" without "Citation"', 'Decision based on Non-MTUS ⟦Official Disability Guidelines (ODG), ⟨Shoulder⟩⟧.', ['external odg-shoulder']],
  ['"Non-MTUS" before ODG in short', 'Decision based on Non-MTUS ⟦ODG, ⟨Shoulder⟩ chapter⟧.', ['external odg-shoulder']],
  ['"Non-MTUS Other"', 'Decision based on Non-MTUS ⟦⟨Other: UpToDate⟩⟧.', ['external -']],
  ['a source that is said not to be of the MTUS', 'The Expert Reviewer based his/her decision on the following, which is not from the MTUS: ⟦⟨Ames J⟩. Ramps at home. J Fict Med {2019}⟧.', ['external -']],
  ['"the following" before a source', 'Decision based on the following: ⟦MTUS ⟨Knee Complaints⟩ {2004}⟧.', ['acoem2-ch13']],
  ['the house that publishes ACOEM today', 'Decision based on ⟦MDGuidelines ACOEM ⟨Low Back Disorders⟩, Feb 13, {2020}⟧.', ['acoem-low-back-disorders-2020']],
  ['a region for a title', 'Decision based on ⟦MTUS-ACOEM, ⟨Low Back⟩, {2020}⟧.', ['acoem-low-back-disorders-2020']],
  ['a review behind a guideline', 'Decision based on ⟦MTUS ⟨Low Back Disorders⟩ {2020}⟧ and ⟦⟨Cochrane⟩ review⟧.', ['acoem-low-back-disorders-2020', 'external -']],
  ['commas in brackets behind a section', '⟦MTUS ⟨Chronic Pain Medical Treatment⟩ {2009}, Section(s): «Acupuncture (needles, lamps, and cups)», «Ramps»⟧.', ['mtus-chronic-pain-2009 (acupuncture, ?)']],
  ['commas in brackets of a section that the guideline lacks', '⟦MTUS ⟨Low Back Disorders⟩ {2020}, Section(s): «Ramps [steel, wood, and rubber]», «Rails»⟧.', ['acoem-low-back-disorders-2020 (?, ?)']],
  ['an address that holds the name of ODG', 'Decision based on Non-MTUS Citation ⟦⟨www.odg.com⟩⟧.', ['external -']],
  ['nothing cited', '⟦The Claims Administrator did not cite any medical evidence for its decision⟧.', ['none -']],
];

describe('readCitations', () => {
  for (const [name, marked, expected] of lines) {
    it(`reads ${name}`, () => {
      const { text, places } = readMarked(marked);
      const citations = readCitations(text);
      assert.deepEqual(citations.map(said), expected);
      assert.deepEqual(placesOf(text, citations), places);
      for (const { span, text: words } of citations) assert.equal(text.slice(span.start, span.end), words);
    });
  }

  it('resolves a chapter number that does not fit by the title, and keeps the number as it is written', () => {
    const [citation] = readCitations('Decision based on MTUS ACOEM Chapter 11 Low Back Complaints.');
    assert.equal(citation?.guideline?.id, 'acoem2-ch12');
    assert.equal(citation?.chapter?.number, 11);
  });

  it('takes the edition of the day where no year is printed, and keeps the others', () => {
    const line = 'Decision based on MTUS Chronic Pain Medical Treatment Guidelines.';
    assert.equal(readCitations(line, '2014-05-01')[0]?.guideline?.id, 'mtus-chronic-pain-2009');
    const [later] = readCitations(line, '2017-01-10');
    assert.equal(later?.guideline?.id, 'mtus-chronic-pain-2016');
    assert.deepEqual(later?.alternatives.map(({ id }) => id), ['mtus-chronic-pain-2009']);
  });

  it('tells the elbow editions apart by their pages', () => {
    assert.equal(readCitations('MTUS ACOEM Chapter 10 Elbow Complaints Page(s): 33')[0]?.guideline?.id, 'acoem-elbow-2007');
    assert.equal(readCitations('MTUS ACOEM Chapter 10 Elbow Complaints Page(s): 241')[0]?.guideline?.id, 'acoem2-ch10');
  });

  it('offers the editions of a title whose year is wrong', () => {
    assert.deepEqual(readCitations('MTUS Shoulder Complaints 2009')[0]?.alternatives.map(({ id }) => id), ['acoem2-ch9']);
  });

  it('finds no citation in an empty line', () => {
    assert.deepEqual(readCitations(''), []);
    assert.deepEqual(readCitations(' . '), []);
  });
});
