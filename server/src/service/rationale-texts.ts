import type { DisputedItem } from '../determination/model.ts';
import { urDenialDate } from '../rules/citations.ts';
import { fitTemplates } from '../snippets/fit.ts';
import { renderTemplate, templates, type RationaleTemplate, type RenderOptions } from '../snippets/templates.ts';
import { findPerioperative } from '../vocabulary/treatments.ts';
import { itemByNumber } from './cursor.ts';
import type { Letter } from './letter.ts';

/** A template written out for an item. */
export interface RationaleText {
  readonly template: RationaleTemplate;
  readonly text: string;
  /** Why it fits; for the templates of other situations, that they are such. */
  readonly why: string;
}

/** All rationale templates written out for an item, those that fit it first. */
export function rationaleTexts(letter: Letter, item: DisputedItem, format: RenderOptions['format']): RationaleText[] {
  const { reading } = item;
  const parents = letter.determination.dependencies.filter((dependency) => dependency.item === item.number);
  const fits = fitTemplates({
    title: reading.title.text, regions: reading.regions, decision: reading.decision?.value ?? null, dependent: parents.length > 0,
    partial: reading.partial !== null, postsurgical: findPerioperative(reading.title.text).length > 0,
  });
  const options = renderOptions(letter, item, parents[0]?.parent, format);
  const known = new Set(fits.map(({ template }) => template));
  const others = templates.filter((template) => !known.has(template)).map((template) => ({ template, why: 'another situation' }));
  return [...fits, ...others].map(({ template, why }) => ({ template, why, text: renderTemplate(template, options) }));
}

function renderOptions(
  { determination }: Letter, { reading }: DisputedItem, parent: number | undefined, format: RenderOptions['format'],
): RenderOptions {
  const parentItem = parent === undefined ? null : itemByNumber(determination, parent);
  return {
    title: reading.title.text,
    decision: reading.decision?.value ?? null,
    date: urDenialDate(determination),
    regions: reading.regions,
    partial: reading.partial,
    ...(parentItem && { parentNumber: parentItem.number, parentTitle: parentItem.reading.title.text }),
    format,
  };
}

/** Above this score a template speaks of the treatment itself. */
const SPEAKS_OF_IT = 8;

/** The templates for a treatment or drug by any of its names, best first. */
export function templatesFor(treatment: string): RationaleTemplate[] {
  return fitTemplates({ title: treatment, regions: [], decision: null, dependent: false, partial: false, postsurgical: false })
    .filter(({ score }) => score > SPEAKS_OF_IT)
    .map(({ template }) => template);
}
