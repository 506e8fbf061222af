/** Numbers the tab stops of a snippet that is put together from several skeletons. */
export interface TabStops {
  next(): number;
}

export function createTabStops(): TabStops {
  let last = 0;
  return { next: () => ++last };
}

const STOP = /\$\{(?<number>\d{1,3})(?::(?<words>(?:[^}\\]|\\.)*)|(?<choice>\|(?:[^|\\]|\\.)*\|))\}|\$0/g;

/**
 * Lines of a skeleton as snippet text, what is known in place of its blank. `known`: snippet text by the blank's words, brackets
 * and all. The tab stops that are left are numbered on from `stops`, those of one number staying one; `$0` goes.
 */
export function fillSkeleton(lines: readonly string[], known: ReadonlyMap<string, string>, stops: TabStops): string {
  const numbers = new Map<string, number>();
  const numberFor = (old: string): number => {
    const number = numbers.get(old) ?? stops.next();
    numbers.set(old, number);
    return number;
  };
  return lines.join('\n').replace(STOP, (...match) => {
    const { number, words, choice } = match.at(-1) as Partial<Record<'number' | 'words' | 'choice', string>>;
    if (number === undefined) return '';
    const value = words === undefined ? undefined : known.get(words);
    if (value !== undefined) return value;
    return choice === undefined ? `\${${numberFor(number)}:${words ?? ''}}` : `\${${numberFor(number)}${choice}}`;
  });
}
