import { didYouMean } from './nearest.ts';
import type { Layer } from './file.ts';
import { readPhrases } from './phrases.ts';
import { defaultSettings, ruleSettings, showSettings, type KnownRule, type RuleSetting, type Settings, type Show } from './settings.ts';

export interface ResolvedSettings {
  readonly settings: Settings;
  /** Who said it, by key: `rules.missing-rationale` → `/letters/.imr.yaml`. What isn't here is a default. */
  readonly origins: ReadonlyMap<string, string>;
  /** What is wrong with the settings, a sentence each that names the origin and the key. The rest of them hold. */
  readonly problems: readonly string[];
}

type Writable = { rules: Record<string, RuleSetting> } & { -readonly [K in Exclude<keyof Settings, 'rules'>]: Settings[K] };

interface Resolution {
  readonly settings: Writable;
  readonly origins: Map<string, string>;
  readonly problems: string[];
  readonly knownRules: ReadonlySet<string>;
}

/**
 * The settings in force. The command line, the editor and the worker all call this one.
 * @param layers the weightiest first; each says only what it wants to change
 * @param rules every rule there is
 */
export function resolveSettings(layers: readonly Layer[], rules: readonly KnownRule[]): ResolvedSettings {
  const resolution: Resolution = {
    settings: { ...defaultSettings(rules), rules: { ...defaultSettings(rules).rules } },
    origins: new Map(),
    problems: [],
    knownRules: new Set(rules.map((rule) => rule.id)),
  };
  for (const layer of [...layers].reverse()) applyLayer(resolution, layer);
  return resolution;
}

const readers: Record<string, (resolution: Resolution, value: unknown, origin: string) => void> = {
  $schema: () => {},
  rules: applyRules,
  phrases: applyPhrases,
  templates: applyTemplates,
  show: applyShow,
  determinationFiles: applyDeterminationFiles,
  labels: (resolution, value, origin) => {
    resolution.settings.labels = applyWordLists(resolution, 'labels', resolution.settings.labels, value, origin);
  },
  decisions: (resolution, value, origin) => {
    resolution.settings.decisions = applyWordLists(resolution, 'decisions', resolution.settings.decisions, value, origin);
  },
};

/** The keys that a settings file may have. */
export const settingKeys: readonly string[] = Object.keys(readers).filter((key) => key !== '$schema');

function applyLayer(resolution: Resolution, { origin, values }: Layer): void {
  if (values === null || values === undefined) return;
  if (!isTable(values)) {
    resolution.problems.push(`${origin}: expected settings such as “rules:”, found ${describe(values)}.`);
    return;
  }
  for (const [key, value] of Object.entries(values)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (reader) {
      if (value !== null && value !== undefined) reader(resolution, value, origin);
    } else resolution.problems.push(`${origin}: there is no setting “${key}”.${didYouMean(key, settingKeys)}`);
  }
}

function applyRules(resolution: Resolution, value: unknown, origin: string): void {
  if (!isTable(value)) {
    resolution.problems.push(`${origin}: “rules” holds rule ids with a severity each, found ${describe(value)}.`);
    return;
  }
  for (const [id, given] of Object.entries(value)) {
    // YAML 1.1 habits: an unquoted off is false there.
    const severity = given === false ? 'off' : given;
    if (!resolution.knownRules.has(id)) {
      resolution.problems.push(`${origin}: there is no rule “${id}” (in “rules”).${didYouMean(id, resolution.knownRules)}`);
    } else if (!isRuleSetting(severity)) {
      resolution.problems.push(`${origin}: “rules.${id}” must be one of ${ruleSettings.join(', ')}, found ${describe(given)}.`);
    } else {
      resolution.settings.rules[id] = severity;
      resolution.origins.set(`rules.${id}`, origin);
    }
  }
}

/** A list replaces the one of a lighter layer. */
function applyPhrases(resolution: Resolution, value: unknown, origin: string): void {
  const { phrases, problems } = readPhrases(value, (id) => resolution.knownRules.has(id));
  resolution.problems.push(...problems.map((problem) => `${origin}: ${problem}`));
  if (!Array.isArray(value)) return;
  resolution.settings.phrases = phrases;
  resolution.origins.set('phrases', origin);
}

/** A place below a folder that is looked through, written as on the web: never one that leads out of it. */
function applyTemplates(resolution: Resolution, value: unknown, origin: string): void {
  const folder = typeof value === 'string' ? value.replace(/^\.\//, '').replace(/\/$/, '') : '';
  if (folder === '' || /^\/|\\|:|(?:^|\/)\.\.?(?:\/|$)/.test(folder)) {
    resolution.problems.push(`${origin}: “templates” must be a folder such as .imr/templates, found ${describe(value)}.`);
    return;
  }
  resolution.settings.templates = folder;
  resolution.origins.set('templates', origin);
}

function applyDeterminationFiles(resolution: Resolution, value: unknown, origin: string): void {
  if (value !== 'auto' && value !== 'always') {
    resolution.problems.push(`${origin}: “determinationFiles” must be auto or always, found ${describe(value)}.`);
    return;
  }
  resolution.settings.determinationFiles = value;
  resolution.origins.set('determinationFiles', origin);
}

function applyShow(resolution: Resolution, value: unknown, origin: string): void {
  if (!(showSettings as readonly unknown[]).includes(value)) {
    resolution.problems.push(`${origin}: “show” must be ${showSettings.slice(0, -1).join(', ')} or ${showSettings.at(-1)}, found ${describe(value)}.`);
    return;
  }
  resolution.settings.show = value as Show;
  resolution.origins.set('show', origin);
}

/** A table of word lists; a list replaces the one of a lighter layer. */
function applyWordLists<T extends object>(resolution: Resolution, key: string, lists: T, value: unknown, origin: string): T {
  if (!isTable(value)) {
    resolution.problems.push(`${origin}: “${key}” holds lists of words, found ${describe(value)}.`);
    return lists;
  }
  const changed = { ...lists } as Record<string, unknown>;
  for (const [name, words] of Object.entries(value)) {
    if (!Object.hasOwn(lists, name)) {
      resolution.problems.push(`${origin}: there is no “${key}.${name}”.${didYouMean(name, Object.keys(lists))}`);
    } else if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
      resolution.problems.push(`${origin}: “${key}.${name}” must be a list of words, found ${describe(words)}.`);
    } else {
      changed[name] = words;
      resolution.origins.set(`${key}.${name}`, origin);
    }
  }
  return changed as T;
}

export function isRuleSetting(value: unknown): value is RuleSetting {
  return (ruleSettings as readonly unknown[]).includes(value);
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a message names it: short, and never a page of text. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a table';
  return `“${String(value).slice(0, 40)}”`;
}
