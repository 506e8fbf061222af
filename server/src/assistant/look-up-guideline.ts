import type { GuidelineLookUp, LookUpGuidelineInput } from '../../../protocol/tools.ts';
import { readCitations } from '../guidelines/citation.ts';
import type { Guideline } from '../guidelines/guideline.ts';
import { editionInForce, guidelinesByTitle, nearestGuidelines } from '../guidelines/lookup.ts';
import { citationFacts, guidelineFacts } from './citation-facts.ts';

/** What the words of a citation, or the name of a guideline, mean to the catalogue. `date` stands in for a day that isn't given: the letter's UR denial date. */
export function lookUpGuideline(input: LookUpGuidelineInput, date: string | null): GuidelineLookUp {
  const day = input.date ?? date;
  const citations = readCitations(input.citation, day);
  const cited = citations.flatMap(({ guideline }) => guideline ?? []);
  return {
    letterText: 'none',
    citations: citations.map((citation) => citationFacts(citation, day)),
    similar: cited.length > 0 ? [] : similarTo(input.citation, day).map((guideline) => guidelineFacts(guideline, day)),
    inForceInstead: day === null ? [] : cited.flatMap((guideline) => instead(guideline, day)).map((guideline) => guidelineFacts(guideline, day)),
  };
}

function similarTo(words: string, date: string | null): readonly Guideline[] {
  const named = guidelinesByTitle(words, { date });
  return named.length > 0 ? named : nearestGuidelines(words, date).map(({ value }) => value);
}

function instead(guideline: Guideline, date: string): readonly Guideline[] {
  const inForce = guideline.family === 'odg' ? null : editionInForce(guideline, date);
  return inForce && inForce !== guideline ? [inForce] : [];
}
