import type { Decision } from '../rules/engine/decision.ts';

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
  const decisions: Decision[] = [];
  const problems: string[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const decision = decisionIn(line);
    if (decision === null) problems.push(`${origin}: line ${i + 1} is no decision that can be read. Mend it, or take it out.`);
    else if (decision.reason.trim() !== '' && !BLANK.test(decision.reason.trim())) decisions.push(decision);
  });
  return { decisions, problems };
}

/** A decision as its line in the file. */
export function decisionLine(decision: Decision): string {
  return `${JSON.stringify(decision)}\n`;
}

function decisionIn(line: string): Decision | null {
  try {
    const { letter, rule, item = null, message, data, reason, who = null, when } = JSON.parse(line) as Partial<Record<keyof Decision, unknown>>;
    const isWhole = [letter, rule, message, reason, when].every((part) => typeof part === 'string')
      && [item, who].every((part) => part === null || typeof part === 'string') && typeof data === 'object' && data !== null && !Array.isArray(data);
    return isWhole ? { letter, rule, item, message, data, reason, who, when } as Decision : null;
  } catch {
    return null;
  }
}

/** The decisions of the nearest file above a letter, and where it lies. `folders`: nearest first, with slashes. */
export async function findDecisions(folders: Iterable<string>, read: (file: string) => Promise<string | null>): Promise<ReadDecisions & { readonly file: string | null }> {
  for (const folder of folders) {
    const file = `${folder}/${decisionsFile}`;
    const text = await read(file);
    if (text !== null) return { file, ...readDecisions(decisionsFile, text) };
  }
  return { file: null, decisions: [], problems: [] };
}
