import { ToolFailure } from './tool-failure.ts';
import type { InputProperty, InputSchema, Tool } from './tools.ts';

/** The input as the tool's schema has it. @throws ToolFailure for anything else: a model may send whatever it likes */
export function readInput({ name, input: schema }: Pick<Tool, 'name' | 'input'>, given: unknown): Readonly<Record<string, unknown>> {
  const table = given ?? {};
  if (typeof table !== 'object' || Array.isArray(table)) throw new ToolFailure(`The input of ${name} is an object of named values.`);
  const values = Object.entries(table).filter(([, value]) => value !== undefined && value !== null);
  for (const [key, value] of values) {
    const property = Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    if (!property) throw new ToolFailure(`${name} takes no such input; it takes ${namesOf(schema)}.`);
    const wanted = wantedInstead(property, value);
    if (wanted) throw new ToolFailure(`“${key}” of ${name} is ${wanted}.`);
  }
  const missing = schema.required.find((key) => !values.some(([given]) => given === key));
  if (missing) throw new ToolFailure(`${name} needs “${missing}”.`);
  return Object.fromEntries(values);
}

/** What the value should be; null where it is that. */
function wantedInstead({ type, format, minimum }: InputProperty, value: unknown): string | null {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'integer':
      return Number.isInteger(value) && (value as number) >= (minimum ?? -Infinity) ? null : `a whole number${minimum === undefined ? '' : ` from ${minimum} on`}`;
    case 'string':
      if (typeof value !== 'string' || value.trim() === '') return 'a text';
      return format === 'date' && !isDay(value) ? 'a day as YYYY-MM-DD' : null;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function namesOf({ properties }: InputSchema): string {
  return Object.keys(properties).map((name) => `“${name}”`).join(', ');
}
