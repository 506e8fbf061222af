import { parseDocument } from 'yaml';
import type { LetterSettings } from '../determination/settings.ts';
import { readSettingsFile } from './file.ts';

/**
 * The text of a settings file with a further wording of a label; everything else in it stays, comments too. Null where the file can't be
 * read, or has something else where labels belong: what to do with it only its owner knows.
 * @param text empty for a file that is not there yet
 */
export function teachLabel(path: string, text: string, field: keyof LetterSettings['labels'], words: string): string | null {
  const { layer: { values }, problem } = readSettingsFile(path, text);
  if (problem !== null || !isTable(values)) return null;
  const labels = values.labels ?? {};
  const known = isTable(labels) ? labels[field] ?? [] : null;
  if (!Array.isArray(known)) return null;
  if (path.endsWith('.json')) return `${JSON.stringify({ ...values, labels: { ...labels, [field]: [...known as unknown[], words] } }, null, 2)}\n`;
  const document = parseDocument(text);
  if (known.length > 0) document.addIn(['labels', field], words);
  else if (isTable(values.labels)) document.setIn(['labels', field], document.createNode([words]));
  else document.set('labels', document.createNode({ [field]: [words] }));
  return document.toString({ lineWidth: 0 });
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
