import { catalogue, useCatalogue } from '../../guidelines/catalogue.ts';
import type { Guideline, GuidelineSection } from '../../guidelines/guideline.ts';
import { endsWithHorizon, horizonWords } from '../../guidelines/horizon.ts';
import { inForceOn } from '../../guidelines/lookup.ts';
import { CONFIDENCE } from '../../service/citation-words.ts';
import { inForceWords } from '../../service/guideline-words.ts';
import { didYouMean } from '../../settings/nearest.ts';
import { Failure, type Console, type ExitCode } from '../console.ts';
import { catalogueOf } from '../settings.ts';
import { visibleLine } from '../visible.ts';

export interface CatalogueOptions {
  readonly format: string;
  /** Those in force on that day, as far as is known; without it those without a known end. */
  readonly date?: string;
  /** Those that were superseded, too. */
  readonly all?: boolean;
}

/** `imr catalogue`: what is known of guidelines, and where each fact stands: in the program, or in a file of the team. */
export async function showCatalogue(id: string | undefined, options: CatalogueOptions, console: Console): Promise<ExitCode> {
  useCatalogue(await catalogueOf(console.cwd));
  const shown = id === undefined ? listed(options) : [named(id)];
  if (options.format === 'json') console.out(`${JSON.stringify(asJson(shown, id !== undefined), null, 2)}\n`);
  else console.out(`${[...head(), '', ...(id === undefined ? rows(shown) : shown.flatMap(page))].map(visibleLine).join('\n')}\n`);
  return 0;
}

function listed({ date, all }: CatalogueOptions): readonly Guideline[] {
  const ours = catalogue().guidelines.filter(({ family }) => family !== 'odg');
  if (all) return ours;
  if (date === undefined) return ours.filter(endsWithHorizon);
  return ours.filter((guideline) => ['in-force', 'uncertain'].includes(inForceOn(guideline, date).status));
}

function named(id: string): Guideline {
  const found = catalogue().byId.get(id);
  if (!found) throw new Failure(`The catalogue has no “${id}”.${didYouMean(id, catalogue().byId.keys())} “imr catalogue --all” lists them.`);
  return found;
}

function head(): string[] {
  const { version, packs } = catalogue();
  return [
    `The guideline catalogue of ${version}, ${horizonWords()}.`,
    packs.length === 0 ? 'No facts of the team’s own: they would stand in .imr/catalogue, here or in a folder above.' : `The team’s own facts: ${packs.join(', ')}.`,
  ];
}

function rows(guidelines: readonly Guideline[]): string[] {
  const widest = Math.max(0, ...guidelines.map(({ id }) => id.length));
  return guidelines.map((guideline) => `${guideline.id.padEnd(widest)}  ${inForceWords(guideline)} ${sure(guideline)}; ${placeOf(guideline)}.`);
}

function page(guideline: Guideline): string[] {
  const { id, fullTitle, regulation, sections } = guideline;
  const facts = [`${id}: ${fullTitle}${regulation === null ? '' : `, 8 CCR ${regulation}`}`, `  ${inForceWords(guideline)} ${sure(guideline)}; ${placeOf(guideline)}.`];
  return [...facts, ...sections.map((section) => `  ${section.title}: ${pagesOf(section)}; ${placeOf(section)}`)];
}

function pagesOf({ pages, pagesVerified }: GuidelineSection): string {
  if (!pages) return 'pages not known';
  return `${pages.from === pages.to ? `page ${pages.from}` : `pages ${pages.from}-${pages.to}`}, ${pagesVerified ? 'checked' : 'not checked'}`;
}

function sure({ confidence }: Guideline): string {
  return `${CONFIDENCE[confidence].charAt(0).toUpperCase()}${CONFIDENCE[confidence].slice(1)}`;
}

type Fact = Pick<Guideline, 'source' | 'confidence'>;

/** The weightiest source: a file of the team's goes before the program's own. */
function placeOf({ source: [first] }: Fact): string {
  const known = first === undefined ? undefined : catalogue().sources.get(first);
  if (!known) return 'the program';
  return known.pack === undefined ? `the program (${known.note})` : `the team: ${known.note}`;
}

function asJson(guidelines: readonly Guideline[], withSections: boolean): object {
  const { version, knownUntil, packs } = catalogue();
  return { version, knownUntil, horizon: horizonWords(), packs, guidelines: guidelines.map((guideline) => guidelineEntry(guideline, withSections)) };
}

function guidelineEntry(guideline: Guideline, withSections: boolean): object {
  const { id, fullTitle, regulation, inForce: { from, to, certain }, sections } = guideline;
  return {
    id, title: fullTitle, regulation, inForce: { from, to, certain }, ...provenance(guideline),
    ...(withSections && { sections: sections.map((section) => ({ title: section.title, pages: section.pages, pagesVerified: section.pagesVerified, ...provenance(section) })) }),
  };
}

function provenance({ source, confidence }: Fact): object {
  const known = source.flatMap((id) => catalogue().sources.get(id) ?? []);
  return { confidence, pack: known[0]?.pack ?? null, sources: known.map(({ url, note }) => url ?? note) };
}
