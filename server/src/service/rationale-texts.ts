import type { DisputedItem } from '../determination/model.ts';
import { urDenialDate } from '../rules/citations.ts';
import { fitTemplates, type Fit } from '../snippets/fit.ts';
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
  const fits = fitting(letter, item);
  const known = new Set(fits.map(({ template }) => template));
  const others = templates.filter((template) => !known.has(template)).map((template) => ({ template, why: 'another situation' }));
  return writtenOut([...fits, ...others], letter, item, format);
}

/** Those that fit the item only, best first. */
export function fittingRationales(letter: Letter, item: DisputedItem, format: RenderOptions['format']): RationaleText[] {
  return writtenOut(fitting(letter, item), letter, item, format);
}

function fitting({ determination }: Letter, { number, reading }: DisputedItem): readonly Fit[] {
  return fitTemplates({
    title: reading.title.text, regions: reading.regions, decision: reading.decision?.value ?? null,
    dependent: determination.dependencies.some(({ item }) => item === number),
    partial: reading.partial !== null, postsurgical: findPerioperative(reading.title.text).length > 0,
  });
}

function writtenOut(
  chosen: readonly Pick<Fit, 'template' | 'why'>[], letter: Letter, item: DisputedItem, format: RenderOptions['format'],
): RationaleText[] {
  const parent = letter.determination.dependencies.find((dependency) => dependency.item === item.number)?.parent;
  const options = renderOptions(letter, item, parent, format);
  return chosen.map(({ template, why }) => ({ template, why, text: renderTemplate(template, options) }));
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
