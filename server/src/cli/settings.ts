import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../guidelines/catalogue.ts';
import { catalogueWith } from '../guidelines/pack.ts';
import { rules } from '../rules/rules.ts';
import type { Decision } from '../rules/engine/decision.ts';
import { createChecker, type Checker } from '../service/checker.ts';
import { checkerFor } from '../service/checker-for.ts';
import { findSettingsFile, readSettingsFile, type Layer } from '../settings/file.ts';
import { findDecisions } from '../settings/decisions.ts';
import { findPacks } from '../settings/packs.ts';
import { resolveSettings, type ResolvedSettings } from '../settings/resolve.ts';
import type { Settings } from '../settings/settings.ts';
import { describeFileError, Failure } from './console.ts';

export interface SettingsOptions {
  /** A settings file instead of the nearest; false for none at all. */
  readonly config?: string | boolean;
  /** Each `id:severity`. */
  readonly rule?: readonly string[];
}

/** What holds in a folder. */
export interface FolderSettings extends ResolvedSettings {
  /** What is known of guidelines there, with the team's own facts. */
  readonly catalogue: Catalogue;
  /** What was decided on there outside of letters. */
  readonly decisions: readonly Decision[];
}

export type SettingsOf = (file: string) => Promise<FolderSettings>;

/** How a file is checked: as its folder's settings say. */
export async function checkerOf(file: string, cwd: string, settingsOf: SettingsOf): Promise<Checker> {
  const folder = path.dirname(path.resolve(cwd, file)).split(path.sep).join('/');
  const { settings, catalogue, decisions } = await settingsOf(file);
  return checkerFor({ path: folder, settings, decisions }, (own) => letterChecker(own, catalogue));
}

const letterCheckers = new WeakMap<Settings, Checker>();

/** One checker for all letters under the same settings, which are of one folder and so have one catalogue. */
function letterChecker(settings: Settings, catalogue: Catalogue): Checker {
  let checker = letterCheckers.get(settings);
  if (!checker) letterCheckers.set(settings, (checker = createChecker(settings, catalogue)));
  return checker;
}

/**
 * Finds the settings in force for files, looking each folder through once.
 * The promise is rejected with a Failure where they can't be read or say something that doesn't exist.
 */
export function createSettings(cwd: string, options: SettingsOptions): SettingsOf {
  const byFolder = new Map<string, Promise<FolderSettings>>();
  const commandLine = commandLineLayer(options.rule ?? []);
  return (file) => {
    const folder = path.dirname(path.resolve(cwd, file));
    let resolved = byFolder.get(folder);
    if (!resolved) byFolder.set(folder, resolved = resolve(cwd, folder, options.config, commandLine));
    return resolved;
  };
}

async function resolve(cwd: string, folder: string, config: SettingsOptions['config'], commandLine: Layer): Promise<FolderSettings> {
  const found = config === false ? null : await settingsFile(cwd, folder, config);
  const file = found && readSettingsFile(found.path, found.text);
  if (file?.problem) throw new Failure(file.problem);
  const resolved = resolveSettings(file ? [commandLine, file.layer] : [commandLine], rules);
  if (config === false) return { ...usable(resolved.problems, resolved), catalogue: catalogueWith([]), decisions: [] };
  const [packed, decided] = await Promise.all([packsOf(folder), findDecisions(foldersFrom(folder), readIfThere)]);
  return { ...usable([...resolved.problems, ...packed.problems, ...decided.problems], resolved), catalogue: catalogueWith(packed.packs), decisions: decided.decisions };
}

/** @throws Failure where there is a problem */
function usable<T>(problems: readonly string[], settings: T): T {
  if (problems.length > 0) throw new Failure(...problems);
  return settings;
}

/** What is known of guidelines in a folder. @throws Failure where the team's own facts can't be used as they stand */
export async function catalogueOf(folder: string): Promise<Catalogue> {
  const { packs, problems } = await packsOf(folder);
  return usable(problems, catalogueWith(packs));
}

/** The team's own facts on guidelines that hold for a folder. */
function packsOf(folder: string): ReturnType<typeof findPacks> {
  return findPacks(foldersFrom(folder), { list: jsonFilesIn, read: readIfThere });
}

async function jsonFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => path.join(folder, name));
}

async function settingsFile(cwd: string, folder: string, config: SettingsOptions['config']): Promise<{ path: string; text: string } | null> {
  if (typeof config !== 'string') return findSettingsFile(foldersFrom(folder), path.join, readIfThere);
  try {
    return { path: config, text: await readFile(path.resolve(cwd, config), 'utf8') };
  } catch (error) {
    throw new Failure(describeFileError(config, error));
  }
}

/** The folder and all those above it, nearest first. */
export function foldersFrom(folder: string): string[] {
  const folders = [folder];
  for (let above = path.dirname(folder); above !== folders.at(-1); above = path.dirname(above)) folders.push(above);
  return folders;
}

/** @throws Failure where it is there and can't be read */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw new Failure(describeFileError(file, error));
  }
}

function commandLineLayer(given: readonly string[]): Layer {
  const severities = given.map((text) => {
    const colon = text.lastIndexOf(':');
    if (colon < 1) throw new Failure(`--rule takes a rule and a severity, such as --rule missing-section:off; found “${text}”.`);
    return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()] as const;
  });
  return { origin: '--rule', values: { rules: Object.fromEntries(severities) } };
}
