import type { Rule } from '../../server/src/rules/engine/rule.ts';
import { ruleSettings } from '../../server/src/settings/settings.ts';

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;
type Table = Record<string, Json>;

/** The manifest with every rule in its `imr.rules` setting, so that the editor completes their names and explains them. */
export function withRuleSettings(manifest: string, rules: readonly Rule[]): string {
  const table = JSON.parse(manifest) as Table;
  const setting = properties(table)['imr.rules'] as Table;
  setting['properties'] = Object.fromEntries(rules.map((rule) => [rule.id, {
    type: 'string', enum: [...ruleSettings], default: defaultOf(rule), markdownDescription: rule.summary,
  }]));
  setting['additionalProperties'] = false;
  return `${JSON.stringify(table, null, 2)}\n`;
}

/** The schema of `.imr.yaml` and `.imr.json`, from the settings of the editor that a file may have, too. */
export function settingsSchema(manifest: string, rules: readonly Rule[]): string {
  const settings = properties(JSON.parse(manifest) as Table);
  const schema: Table = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of IMR Determination',
    description: 'For all letters of a folder: .imr.yaml or .imr.json. They come before the settings of the editor.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        description: 'How grave each rule’s findings are.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, { enum: [...ruleSettings], default: defaultOf(rule), description: rule.summary }])),
      },
      ...fileSettings(settings),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** `imr.labels.rationale` stands in a file as `rationale` below `labels`. What only the editor needs is left out. */
function fileSettings(settings: Table): Table {
  const tables: Table = {};
  for (const [name, setting] of Object.entries(settings)) {
    const [, key = '', inner] = name.split('.');
    if (!['determinationFiles', 'labels', 'decisions', 'phrases', 'templates', 'show'].includes(key)) continue;
    const own = inSchema(setting as Table);
    if (inner === undefined) tables[key] = own;
    else {
      const table = (tables[key] ??= { type: 'object', additionalProperties: false, properties: {} }) as Table;
      (table['properties'] as Table)[inner] = own;
    }
  }
  return tables;
}

function inSchema(setting: Table): Table {
  const { type, items, enum: choices, uniqueItems, default: fallback, markdownDescription } = setting;
  const kept = { type, items, enum: choices, uniqueItems, default: fallback, description: plainText(markdownDescription) };
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function plainText(markdown: Json | undefined): string {
  return typeof markdown === 'string' ? markdown.replace(/ \[More\]\(.*\)$/, '').replace(/[`*]/g, '') : '';
}

function defaultOf({ severity, offByDefault }: Rule): string {
  return offByDefault ? 'off' : severity;
}

function properties(manifest: Table): Table {
  const contributes = manifest['contributes'] as Table;
  return (contributes['configuration'] as Table)['properties'] as Table;
}
