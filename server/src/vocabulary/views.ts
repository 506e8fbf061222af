import { rememberShort } from '../markdown/remember.ts';
import { mention, type Mention } from './mention.ts';
import { isNumberWord, readAmount } from './numbers.ts';
import { readWords } from './words.ts';

/** The numbers of views that a text asks for: "3 views", "five-view", "two (2) views". Ranges and "minimum of 2 views" are none. */
export const findViews = rememberShort((text): readonly Mention<number>[] => {
  const { keys, starts, ends } = readWords(text);
  return keys.flatMap((key, at) => {
    const start = starts[at] ?? 0;
    if (!/^\d+$/.test(key) && !isNumberWord(key)) return [];
    const amount = readAmount(text, start);
    const next = starts.findIndex((other) => amount !== null && other >= amount.end);
    const [value] = amount?.values ?? [];
    if (value === undefined || amount?.form !== 'one' || keys[next] !== 'view' || keys[at - 1] === 'of' || keys[at - 1] === 'to') return [];
    return [mention(value, text, start, ends[next] ?? amount.end)];
  });
});
