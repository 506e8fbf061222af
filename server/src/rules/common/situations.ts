import type { DisputedItem } from '../../determination/model.ts';
import { hasWord, readSentence } from '../../language/sentence.ts';
import { remember } from '../../markdown/remember.ts';
import { fitTemplates } from '../../snippets/fit.ts';
import type { RationaleTemplate } from '../../snippets/template.ts';
import { findRegions } from '../../vocabulary/regions.ts';
import { findPerioperative } from '../../vocabulary/treatments.ts';

/** From here on a template speaks of the treatment itself; what comes this near may be the situation as well. */
const SURE_SCORE = 11;
const CLEAR_LEAD = 3;

/** The situations that an item may be, best first, with what each is usually judged by; none where no template is sure. */
export function situationsOf({ reading: { title, partial } }: DisputedItem): readonly RationaleTemplate[] {
  return partial || hasWord(readSentence(title.text), 'of-what-is-in-place') ? [] : situationsOfTitle(title.text);
}

const situationsOfTitle = remember((title): readonly RationaleTemplate[] => {
  const regions = findRegions(title).map(({ value }) => value);
  const fits = fitTemplates({ title, regions, decision: 'Overturned', dependent: false, partial: false, postsurgical: findPerioperative(title).length > 0 });
  const best = fits[0]?.score ?? 0;
  return best < SURE_SCORE ? [] : fits.filter(({ score }) => score > best - CLEAR_LEAD).map(({ template }) => template);
});
