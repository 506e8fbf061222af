import type { Decision } from '../rules/engine/decision.ts';
import { keptLine, nearestText, readKeptLines } from './kept-lines.ts';

/** Where decisions outside of letters are kept, below a folder of letters or one above it. */
export const decisionsFile = '.imr/decisions.jsonl';

export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  /** A sentence for each line that can't be read, which then counts for nothing. */
  readonly problems: readonly string[];
}

/** What stands for a reason that is still to be written. */
const BLANK = /^\[\[[^\]]*\]\]$/;

/** Reads a file of decisions, one a line. A line without a reason counts for nothing: nobody lets a fault stand for no reason. Never throws. */
export function readDecisions(origin: string, text: string): ReadDecisions {
  const { kept, unread } = readKeptLines(text, decisionIn);
  return {
    decisions: kept.filter(({ reason }) => reason.trim() !== '' && !BLANK.test(reason.trim())),
    problems: unread.map((line) => `${origin}: line ${line} is no decision that can be read. Mend it, or take it out.`),
  };
}

/** A decision as its line in the file. */
export const decisionLine: (decision: Decision) => string = keptLine;

function decisionIn(value: unknown): Decision | null {
  const { letter, rule, item = null, message, data, reason, who = null, when } = value as Partial<Record<keyof Decision, unknown>>;
  const isWhole = [letter, rule, message, reason, when].every((part) => typeof part === 'string')
    && [item, who].every((part) => part === null || typeof part === 'string') && typeof data === 'object' && data !== null && !Array.isArray(data);
  return isWhole ? { letter, rule, item, message, data, reason, who, when } as Decision : null;
}

/** The decisions of the nearest file above a letter, and where it lies. `folders`: nearest first, with slashes. */
export async function findDecisions(folders: Iterable<string>, read: (file: string) => Promise<string | null>): Promise<ReadDecisions & { readonly file: string | null }> {
  const found = await nearestText(folders, decisionsFile, read);
  return found ? { file: found.file, ...readDecisions(decisionsFile, found.text) } : { file: null, decisions: [], problems: [] };
}
