import { catalogue } from '../guidelines/catalogue.ts';
import { citationOf } from './citation.ts';
import type { RationaleTemplate } from './template.ts';

/** What stands where a text can't know its guideline; `[[…]]` so that it can't be overlooked. */
export const UNKNOWN_GUIDELINES = '[[The MTUS guidelines in force]]';

/** The last days of the editions: what applies then is what each of them is cited by. */
const LAST_DAYS = ['2016-07-28', '2017-11-30', '9999-12-31'];

/**
 * How a sentence begins that says what the guideline looks for: one way where the date is known, all ways to choose from where it
 * isn't, the placeholder first. Each is a plural, so that "support" and "look for" can follow.
 */
export function guidelineWords(template: RationaleTemplate, date: string | null, regions?: readonly string[]): readonly string[] {
  if (date !== null) return [wordsOn(template, date, regions) ?? UNKNOWN_GUIDELINES];
  const known = LAST_DAYS.flatMap((day) => wordsOn(template, day, regions) ?? []);
  const distinct = [...new Set(known)];
  return distinct.length === 1 && known.length === LAST_DAYS.length ? distinct : [UNKNOWN_GUIDELINES, ...distinct];
}

function wordsOn(template: RationaleTemplate, date: string, regions: readonly string[] | undefined): string | null {
  const citation = citationOf(template, date, regions);
  const guideline = citation && catalogue().byId.get(citation.guidelineId);
  if (!guideline) return null;
  if (guideline.family !== 'odg') return `The MTUS ${guideline.title} Guidelines (${guideline.year})`;
  const chapter = guideline.id === 'odg' ? '' : `, ${guideline.title.split(' - ')[0]} chapter,`;
  // The search sequence of 9792.21.1 leads to other sources only where the MTUS is silent, so the rationale has to say so.
  return `The MTUS does not address ${template.silentOn ?? 'this request for this body region'}. The Official Disability Guidelines (ODG)${chapter}`;
}
