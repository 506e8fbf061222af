import type { Prose } from '../../determination/model.ts';
import { opposedInRationale, opposedInSummary, type OpposedWords } from '../../determination/words/opposed-words.ts';
import { firstOfPlace, LIKELY } from './compared.ts';
import type { SignReader } from './sign-messages.ts';

/** Findings for which summary or title have the opposite word, and neither has this one: "flexion" for "extension". */
export const opposites: SignReader = ({ item, reading: { title }, rationale, summary }) => {
  // "Partial-thickness" is opposed to "full" and to "full-thickness".
  const stated = firstOfPlace(opposedInRationale(rationale).filter(({ plain }) => plain));
  if (stated.length === 0) return [];
  const known = [...opposedInSummary(summary), ...opposedInSummary(title)];
  return stated.filter(({ word }) => !isSaid(word, [summary, title])).flatMap((each) => {
    const isOpposite = (other: OpposedWords): boolean => other.word === each.opposite && other.of === each.of;
    const reported = opposedInSummary(summary).find(isOpposite);
    if (!reported) return [];
    const places = new Set(known.filter(isOpposite).map(({ text, span }) => `${text} ${span.start}`));
    return [{ span: each.span, messageId: 'otherwise', data: { item, stated: each.text, reported: reported.text }, ...(places.size > 1 ? {} : LIKELY), told: reported.span }];
  });
};

function isSaid(word: string, proses: readonly Prose[]): boolean {
  return proses.some(({ text }) => text.toLowerCase().includes(word.split(' ')[0] ?? ''));
}
