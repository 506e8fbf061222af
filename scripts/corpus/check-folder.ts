import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { splitSentences } from '../../server/src/determination/sentences.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createLinter } from '../../server/src/rules/engine/engine.ts';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { kindOfFile, openSource } from '../../server/src/service/source.ts';
import type { CorpusFinding } from './compare.ts';

export interface Corpus {
  readonly letters: number;
  readonly items: number;
  readonly findings: readonly CorpusFinding[];
}

/** Checks every letter (.md, .txt) of a folder and of the folders in it, with all rules, also those that are off by default. */
export function checkFolder(folder: string): Corpus {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|txt)$/i.test(name)).sort();
  const severities = new Map(rules.map((rule) => [rule.id, rule.severity]));
  let items = 0;
  const findings = names.flatMap((name) => {
    const source = openSource(readFileSync(join(folder, name), 'utf8'), kindOfFile(name));
    const determination = createLetterReader()(source.blocks, source.kind);
    items += determination.items.length;
    return allFindings(createLinter(rules, severities)(determination)).map((finding) => corpusFinding(name, source.text.toString(), finding));
  });
  return { letters: names.length, items, findings };
}

function corpusFinding(letter: string, text: string, { ruleId, severity, message, span }: Finding): CorpusFinding {
  return { letter, ruleId, severity, message, sentence: sentenceAround(text, span) };
}

/** The sentence within its paragraph, on one line. */
function sentenceAround(text: string, { start, end }: Finding['span']): string {
  const from = text.lastIndexOf('\n\n', start - 1) + 1;
  const to = text.indexOf('\n\n', end);
  const paragraph = text.slice(from, to < 0 ? text.length : to);
  const sentences = splitSentences(paragraph).filter((sentence) => from + sentence.end > start && from + sentence.start <= end);
  const first = from + (sentences[0]?.start ?? 0);
  const last = Math.max(end, from + (sentences.at(-1)?.end ?? paragraph.length));
  return `${text.slice(first, start)}⟦${text.slice(start, end)}⟧${text.slice(end, last)}`.replace(/\s+/g, ' ').trim();
}
