import type { InputType, ToolInput } from './tool-inputs.ts';
import { ToolFailure } from './tool-failure.ts';

/** The input as the tool takes it. @throws ToolFailure for anything else: a model may send whatever it likes */
export function readInput({ takes, needs }: Pick<ToolInput, 'takes' | 'needs'>, given: unknown): Readonly<Record<string, unknown>> {
  const table = given ?? {};
  if (typeof table !== 'object' || Array.isArray(table)) throw new ToolFailure('The input of a tool is an object of named values.');
  const values = Object.entries(table).filter(([, value]) => value !== undefined && value !== null);
  for (const [key, value] of values) {
    const type = Object.hasOwn(takes, key) ? takes[key] : undefined;
    if (!type) throw new ToolFailure(`The tool takes no such input; it takes ${Object.keys(takes).map((name) => `“${name}”`).join(', ')}.`);
    const wanted = wantedInstead(type, value);
    if (wanted) throw new ToolFailure(`“${key}” is ${wanted}.`);
  }
  const missing = needs.find((key) => !values.some(([name]) => name === key));
  if (missing) throw new ToolFailure(`The tool needs “${missing}”.`);
  return Object.fromEntries(values);
}

/** What the value should be; null where it is that. */
function wantedInstead({ type, format, minimum = -Infinity }: InputType, value: unknown): string | null {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'integer':
      return Number.isInteger(value) && (value as number) >= minimum ? null : `a whole number from ${minimum} on`;
    case 'string':
      if (typeof value !== 'string' || value.trim() === '') return 'a text';
      return format === 'date' && !isDay(value) ? 'a day as YYYY-MM-DD' : null;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
