import type { DisputedItem } from '../determination/model.ts';
import { urDenialDate } from '../rules/common/citations.ts';
import { arguesAgainst, fitTemplates, isFalse, type FitQuery } from '../snippets/fit.ts';
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
  readonly fits: boolean;
}

type Chosen = Omit<RationaleText, 'text'>;

/** All rationale templates written out for an item, those that fit it first, and of these the team's own. */
export function rationaleTexts(
  letter: Letter, item: DisputedItem, format: RenderOptions['format'], team: readonly RationaleTemplate[] = [],
): RationaleText[] {
  const query = queryOf(letter, item);
  const [ofTeam, ofProgram] = [ranked(query, team), ranked(query, templates)];
  return writtenOut([...ofTeam.fits.map(asTeams), ...ofProgram.fits, ...ofTeam.others.map(asTeams), ...ofProgram.others], letter, item, format);
}

/** Those of the program that fit the item only, best first. */
export function fittingRationales(letter: Letter, item: DisputedItem, format: RenderOptions['format']): RationaleText[] {
  return writtenOut(ranked(queryOf(letter, item), templates).fits, letter, item, format);
}

function queryOf({ determination }: Letter, { number, reading }: DisputedItem): FitQuery {
  const parent = determination.dependencies.find(({ item }) => item === number)?.parent;
  return {
    title: reading.title.text, regions: reading.regions, decision: reading.decision?.value ?? null,
    dependent: parent !== undefined,
    parent: parent === undefined ? null : itemByNumber(determination, parent)?.reading.decision?.value ?? null,
    partial: reading.partial !== null, postsurgical: findPerioperative(reading.title.text).length > 0,
  };
}

function ranked(query: FitQuery, from: readonly RationaleTemplate[]): { fits: readonly Chosen[]; others: readonly Chosen[] } {
  const fits = fitTemplates(query, from);
  const known = new Set(fits.map(({ template }) => template));
  const others = from.filter((template) => !known.has(template) && !arguesAgainst(template, query.decision) && !isFalse(template, query));
  return { fits: fits.map(({ template, why }) => ({ template, why, fits: true })), others: others.map((template) => ({ template, why: 'another situation', fits: false })) };
}

function asTeams(chosen: Chosen): Chosen {
  return { ...chosen, why: `your team’s template: ${chosen.why}` };
}

function writtenOut(chosen: readonly Chosen[], letter: Letter, item: DisputedItem, format: RenderOptions['format']): RationaleText[] {
  const parent = letter.determination.dependencies.find((dependency) => dependency.item === item.number)?.parent;
  const options = renderOptions(letter, item, parent, format);
  return chosen.map((each) => ({ ...each, text: renderTemplate(each.template, options) }));
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
export function templatesFor(treatment: string, team: readonly RationaleTemplate[] = []): RationaleTemplate[] {
  const query: FitQuery = { title: treatment, regions: [], decision: null, dependent: false, partial: false, postsurgical: false };
  return [...fitTemplates(query, team), ...fitTemplates(query)]
    .filter(({ score }) => score > SPEAKS_OF_IT)
    .map(({ template }) => template);
}
