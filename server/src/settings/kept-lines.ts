// Files of a team in which each line is JSON of its own, so that two people's files merge.

/** What the lines of a file hold, and the numbers of those that can't be read, counted from 1. Blank lines are neither. */
export interface KeptLines<Kept> {
  readonly kept: readonly Kept[];
  readonly unread: readonly number[];
}

/** Reads a file line by line. `readLine` gets what a line holds as JSON, and may throw or give null where it is nothing of its kind. Never throws. */
export function readKeptLines<Kept>(text: string, readLine: (value: unknown) => Kept | null): KeptLines<Kept> {
  const [kept, unread]: [Kept[], number[]] = [[], []];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const read = lineIn(line, readLine);
    if (read === null) unread.push(i + 1);
    else kept.push(read);
  });
  return { kept, unread };
}

function lineIn<Kept>(line: string, readLine: (value: unknown) => Kept | null): Kept | null {
  try {
    return readLine(JSON.parse(line));
  } catch {
    return null;
  }
}

/** What is kept as its line in such a file. */
export function keptLine(kept: object): string {
  return `${JSON.stringify(kept)}\n`;
}

/** The nearest file of a name above a letter, and its text; null where there is none. `folders`: nearest first, with slashes. */
export async function nearestText(folders: Iterable<string>, name: string, read: (file: string) => Promise<string | null>): Promise<{ readonly file: string; readonly text: string } | null> {
  for (const folder of folders) {
    const file = `${folder}/${name}`;
    const text = await read(file);
    if (text !== null) return { file, text };
  }
  return null;
}
