import type { Determination, Layout } from '../determination/model.ts';
import type { Letter } from './letter.ts';

const kept = new WeakMap<Determination, { layout: Layout }>();

/**
 * The layout whose wording a new guideline line takes. A draft has no wording of its own: it goes on as its other lines do, by chapter and
 * page as in 2013, or by year and section as from 2014 on.
 */
export function wordingOf({ determination }: Letter): { readonly layout: Layout } {
  let wording = kept.get(determination);
  if (!wording) kept.set(determination, (wording = { layout: readWording(determination) }));
  return wording;
}

function readWording({ layout, items }: Determination): Layout {
  if (layout !== 'draft') return layout;
  let old = 0;
  for (const { reading } of items) {
    for (const line of [reading.claimsAdministratorGuideline, reading.reviewerGuideline]) {
      for (const { guideline, year, chapter, pages, sections } of line?.citations ?? []) {
        if (!guideline || guideline.family === 'odg') continue;
        if (year === null && (chapter !== null || pages.length > 0)) old++;
        else if (year !== null || sections.length > 0) old--;
      }
    }
  }
  return old > 0 ? '2013-14' : layout;
}
