import { keptLine, nearestText, readKeptLines } from './kept-lines.ts';

/** Where remarks on letters are kept, below a folder of letters or one above it. */
export const remarksFile = '.imr/remarks.jsonl';

/** What became of a remark. */
export type RemarkState = 'open' | 'resolved' | 'taken' | 'withdrawn';

export const remarkStates: readonly RemarkState[] = ['open', 'resolved', 'taken', 'withdrawn'];

/** Who said something, null without a name, and when: ISO 8601. */
export interface Said {
  readonly who: string | null;
  readonly when: string;
}

/** A remark as its line has it. */
export interface KeptRemark extends Said {
  readonly id: string;
  /** The letter's case number, or its file's name where it has none. */
  readonly letter: string;
  /** The title of the item; null for one on anything else of the letter. */
  readonly item: string | null;
  /** The words that it speaks of, and some of those before them; null: the whole of the item, or of the letter. */
  readonly words: string | null;
  readonly before: string | null;
  readonly text: string;
  readonly proposal: string | null;
}

/** An answer to a remark, another state for it, or both. */
export interface KeptAnswer extends Said {
  readonly on: string;
  readonly letter: string;
  readonly text: string | null;
  readonly state: RemarkState | null;
}

/** Somebody has read the letter; `read`: the fingerprint of the text that it was. */
export interface KeptReading extends Said {
  readonly letter: string;
  readonly read: string;
}

export type RemarkLine = KeptRemark | KeptAnswer | KeptReading;

/** What a file holds. Later lines of the clock count over earlier ones, wherever they stand: two people's files merge in any order. */
export interface RemarksFile {
  readonly remarks: readonly KeptRemark[];
  readonly answers: readonly KeptAnswer[];
  readonly readings: readonly KeptReading[];
  /** A sentence for each line that can't be read, which then counts for nothing. */
  readonly problems: readonly string[];
}

export const noRemarks: RemarksFile = { remarks: [], answers: [], readings: [], problems: [] };

/** Reads a file of remarks, one line each. Never throws. */
export function readRemarks(origin: string, text: string): RemarksFile {
  const [remarks, answers, readings]: [KeptRemark[], KeptAnswer[], KeptReading[]] = [[], [], []];
  const { kept, unread } = readKeptLines(text, lineIn);
  for (const line of kept) {
    if ('id' in line) remarks.push(line);
    else if ('on' in line) answers.push(line);
    else readings.push(line);
  }
  const problems = unread.map((line) => `${origin}: line ${line} is no remark that can be read. Mend it, or take it out.`);
  return { remarks, answers: inTime(answers), readings: inTime(readings), problems };
}

/** A remark, an answer or a reading as its line in the file. */
export const remarkLine: (line: RemarkLine) => string = keptLine;

function inTime<T extends Said>(lines: T[]): T[] {
  return lines.sort((one, other) => Date.parse(one.when) - Date.parse(other.when));
}

function lineIn(value: unknown): RemarkLine | null {
  const { letter, who = null, when, ...rest } = value as Line;
  if (typeof letter !== 'string' || typeof when !== 'string' || Number.isNaN(Date.parse(when)) || !isWord(who)) return null;
  const said = { letter, who, when };
  return remarkIn(said, rest) ?? answerIn(said, rest) ?? (typeof rest['read'] === 'string' ? { ...said, read: rest['read'] } : null);
}

type Line = Readonly<Record<string, unknown>>;

function remarkIn(said: Said & { readonly letter: string }, { id, item = null, words = null, before = null, text, proposal = null }: Line): KeptRemark | null {
  if (typeof id !== 'string' || typeof text !== 'string' || !isWord(item) || !isWord(words) || !isWord(before) || !isWord(proposal)) return null;
  return { id, ...said, item, words, before, text, proposal };
}

function answerIn(said: Said & { readonly letter: string }, { on, text = null, state = null }: Line): KeptAnswer | null {
  if (typeof on !== 'string' || !isWord(text) || (state !== null && !isState(state)) || (text === null && state === null)) return null;
  return { on, ...said, text, state };
}

export function isState(value: unknown): value is RemarkState {
  return (remarkStates as readonly unknown[]).includes(value);
}

function isWord(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** The remarks of the nearest file above a letter. `folders`: nearest first, with slashes. */
export async function findRemarks(folders: Iterable<string>, read: (file: string) => Promise<string | null>): Promise<RemarksFile & { readonly file: string | null }> {
  const found = await nearestText(folders, remarksFile, read);
  return found ? { file: found.file, ...readRemarks(remarksFile, found.text) } : { file: null, ...noRemarks };
}
