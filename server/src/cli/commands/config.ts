import type { ResolvedSettings } from '../../settings/resolve.ts';
import type { Console, ExitCode } from '../console.ts';
import { visibleLine } from '../visible.ts';
import { createSettings, type SettingsOptions } from '../settings.ts';

export interface ConfigOptions extends SettingsOptions {
  readonly format: string;
}

/** `imr config`: the settings in force for a file, and who said so. */
export async function config(file: string, options: ConfigOptions, console: Console): Promise<ExitCode> {
  const entries = entriesOf(await createSettings(console.cwd, options)(file));
  if (options.format === 'json') {
    const table = Object.fromEntries(entries.map(({ key, value, origin }) => [key, { value, origin }]));
    console.out(`${JSON.stringify(table, null, 2)}\n`);
    return 0;
  }
  const widest = Math.max(...entries.map(({ key }) => key.length));
  console.out(entries.map(({ key, value, origin }) =>
    `${visibleLine(`${key.padEnd(widest)}  ${typeof value === 'string' ? value : JSON.stringify(value)}  (${origin})`)}\n`).join(''));
  return 0;
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly origin: string;
}

/** Every setting by its full key, such as `rules.missing-rationale`. */
function entriesOf({ settings, origins }: ResolvedSettings): Entry[] {
  return Object.entries(settings).flatMap(([key, value]) => isTable(value)
    ? Object.entries(value).map(([name, own]) => entry(`${key}.${name}`, own, origins))
    : [entry(key, value, origins)]);
}

function entry(key: string, value: unknown, origins: ReadonlyMap<string, string>): Entry {
  return { key, value, origin: origins.get(key) ?? 'default' };
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
