import { ownCatalogue } from '../guidelines/catalogue.ts';
import type { Pack, PackedGuideline, PackedSection } from '../guidelines/pack.ts';
import { didYouMean } from './nearest.ts';
import { readSettingsFile } from './file.ts';

/** Where a team keeps its own facts, below a folder of letters or one above it. */
export const packsFolder = '.imr/catalogue';

export interface ReadPack {
  /** What of the file holds; a fact with a fault is left out. Null where none of it can be read. */
  readonly pack: Pack | null;
  /** A sentence for each fault, with the file's name. */
  readonly problems: readonly string[];
}

type Table = Readonly<Record<string, unknown>>;
/** What a value must be, as the rest of a sentence; null where it is that. */
type Check = (value: unknown) => string | null;

const text: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? null : 'must be text');
const day: Check = (value) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? null : 'must be a day such as 2026-04-01');
const dayOrNull: Check = (value) => (value === null ? null : day(value));
const whole: Check = (value) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? null : 'must be a whole number');
const listOf = (check: Check, what: string): Check => (value) => (Array.isArray(value) && value.every((each) => check(each) === null) ? null : `must be a list of ${what}`);
const CONFIDENCES: readonly unknown[] = ['high', 'medium', 'low', 'recalled'];
const confidence: Check = (value) => (CONFIDENCES.includes(value) ? null : `must be one of ${CONFIDENCES.join(', ')}`);

const KNOWN: Readonly<Record<string, Check>> = { source: text, confidence };
const FILE: Readonly<Record<string, Check>> = { ...KNOWN, $schema: () => null, knownUntil: day, guidelines: listOf(() => null, 'guidelines') };
const GUIDELINE: Readonly<Record<string, Check>> = {
  ...KNOWN, id: text, like: text, title: text, fullTitle: text, aliases: listOf(text, 'names'), year: whole, printedYears: listOf(whole, 'years'),
  regulation: text, pageCount: whole, inForce: () => null, sections: listOf(() => null, 'sections'),
};
const IN_FORCE: Readonly<Record<string, Check>> = { from: dayOrNull, to: dayOrNull };
const SECTION: Readonly<Record<string, Check>> = { ...KNOWN, title: text, aliases: listOf(text, 'names'), pages: () => null };
const PAGES: Readonly<Record<string, Check>> = { from: whole, to: whole };

/** The keys that a pack may have, which its schema names as well. */
export const packKeys = { file: Object.keys(FILE), guideline: Object.keys(GUIDELINE), inForce: Object.keys(IN_FORCE), section: Object.keys(SECTION), pages: Object.keys(PAGES) };

/** Reads a pack. `origin`: its name as messages give it. Never throws. */
export function readPack(origin: string, written: string): ReadPack {
  const { layer: { values }, problem } = readSettingsFile(origin, written);
  if (problem !== null) return { pack: null, problems: [problem] };
  const problems: string[] = [];
  const say = (sentence: string): void => void problems.push(`${origin}: ${sentence}`);
  if (!isTable(values)) return { pack: null, problems: [`${origin}: a pack holds “guidelines”, each with its “source” and “confidence”.`] };
  const file = checked(values, FILE, '', say);
  const { $schema: _, knownUntil, guidelines = [], ...known } = file;
  if (knownUntil !== undefined && !isKnown(known)) say('“knownUntil” needs a “source” and a “confidence” in the file.');
  const read = (guidelines as readonly unknown[]).flatMap((given, i) => readGuideline(given, `guidelines[${i}]`, known, say) ?? []);
  return { pack: { origin, knownUntil: isKnown(known) ? (knownUntil as string | undefined) ?? null : null, guidelines: read }, problems };
}

function readGuideline(given: unknown, at: string, inherited: Table, say: (sentence: string) => void): PackedGuideline | null {
  if (!isTable(given)) return refused(say, `“${at}” must hold an “id”.`);
  const { inForce, sections = [], ...own } = checked(given, GUIDELINE, `${at}.`, say);
  const { id, like, title, year } = own;
  if (typeof id !== 'string') return refused(say, `“${at}.id” is missing: an id of the catalogue, which “imr catalogue” lists, or a new one.`);
  if (!ownCatalogue.byId.has(id) && (title === undefined || year === undefined)) {
    return refused(say, `“${at}.id”: the catalogue has no “${id}”, and a new guideline needs “title” and “year”.${didYouMean(id, ownCatalogue.byId.keys())}`);
  }
  if (typeof like === 'string' && !ownCatalogue.byId.has(like)) return refused(say, `“${at}.like”: the catalogue has no “${like}”.${didYouMean(like, ownCatalogue.byId.keys())}`);
  const known = { ...inherited, ...own };
  const parts = (sections as readonly unknown[]).flatMap((section, i) => readSection(section, `${at}.sections[${i}]`, known, say) ?? []);
  const saysOfItself = inForce !== undefined || Object.keys(own).some((key) => !['id', 'source', 'confidence'].includes(key));
  if (saysOfItself && !isKnown(known)) return refused(say, `“${at}” needs a “source” and a “confidence”, here or for the whole file.`);
  const force = isTable(inForce) ? checked(inForce, IN_FORCE, `${at}.inForce.`, say) : {};
  if (inForce !== undefined && !isTable(inForce)) say(`“${at}.inForce” must hold “from” and “to”, days such as 2026-04-01.`);
  return { source: '', confidence: 'recalled', ...inherited, ...own, sections: parts, ...(Object.keys(force).length > 0 && { inForce: force }) } as unknown as PackedGuideline;
}

function readSection(given: unknown, at: string, inherited: Table, say: (sentence: string) => void): PackedSection | null {
  if (!isTable(given)) return refused(say, `“${at}” must hold a “title”.`);
  const { pages, ...own } = checked(given, SECTION, `${at}.`, say);
  if (own['title'] === undefined) return refused(say, `“${at}.title” is missing.`);
  const { source, confidence: sure } = { ...inherited, ...own };
  if (!isKnown({ source, confidence: sure })) return refused(say, `“${at}” needs a “source” and a “confidence”, here, for the guideline or for the whole file.`);
  const range = isTable(pages) ? checked(pages, PAGES, `${at}.pages.`, say) : {};
  const { from, to = from } = range as { readonly from?: number; readonly to?: number };
  if (pages !== undefined && (from === undefined || to === undefined || to < from)) return refused(say, `“${at}.pages” must hold “from” and “to”, page numbers in their order.`);
  return { ...own, source, confidence: sure, ...(from !== undefined && to !== undefined && { pages: { from, to } }) } as unknown as PackedSection;
}

/** What of a table is as it must be; what isn't is told of. */
function checked(given: Table, checks: Readonly<Record<string, Check>>, at: string, say: (sentence: string) => void): Table {
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    const fault = check ? check(value) : `is not known.${didYouMean(key, Object.keys(checks))}`;
    if (fault !== null) say(check ? `“${at}${key}” ${fault}, found ${shown(value)}.` : `“${at}${key}” ${fault}`);
    return fault === null;
  }));
}

function refused(say: (sentence: string) => void, sentence: string): null {
  say(sentence);
  return null;
}

function isKnown({ source, confidence: sure }: Table): boolean {
  return typeof source === 'string' && sure !== undefined;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'something else' : `“${String(value).slice(0, 40)}”`;
}

/** Reads the texts of a folder's files, and where they lie. */
export interface PackFiles {
  /** Addresses of the `.json` files of a folder; none where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: (file: string) => Promise<string | null>;
}

/**
 * The packs that hold for a folder: those of the nearest `.imr/catalogue` with a file in it, by their names.
 * @param folders nearest first, with slashes
 */
export async function findPacks(folders: Iterable<string>, { list, read }: PackFiles): Promise<{ readonly packs: readonly Pack[]; readonly problems: readonly string[] }> {
  for (const folder of folders) {
    const files = await list(`${folder}/${packsFolder}`);
    if (files.length === 0) continue;
    const found = await Promise.all(files.toSorted().map(async (file) => readPack(`${packsFolder}/${nameOf(file)}`, await read(file) ?? '')));
    return { packs: found.flatMap(({ pack }) => pack ?? []), problems: found.flatMap(({ problems }) => problems) };
  }
  return { packs: [], problems: [] };
}

function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
