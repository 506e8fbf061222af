import { datedInRationale, datedInSummary, daysNamed, type DatedThing } from '../../determination/case/dated-things.ts';
import { placesMeet } from '../../determination/words/parent-words.ts';
import { areOfOneThing } from '../common/covered-things.ts';
import { LIKELY } from './compared.ts';
import type { FactReader } from './fact-messages.ts';

/** The day of a test or treatment that the summary gives otherwise. */
export const dates: FactReader = ({ item, rationale, summary, days }) => {
  const isKnown = (iso: string): boolean => days.includes(iso) || daysNamed(summary).has(iso);
  return datedInRationale(rationale).flatMap((dated) => {
    const contrary = contraryDate(dated, datedInSummary(summary), isKnown);
    if (!contrary) return [];
    const data = { item, what: dated.thing.name, stated: dated.text, reported: contrary.other.text };
    return [{ span: dated.span, messageId: 'day', data, ...(contrary.turned ? {} : LIKELY), told: contrary.other.span }];
  });
};

/** The day that a summary gives otherwise, and whether the other one is the same with its figures turned round. */
interface ContraryDate {
  readonly other: DatedThing;
  readonly turned: boolean;
}

/**
 * The one day that a summary gives a test or treatment, where a rationale gives it one that differs in its month, day or year alone, or with the two turned
 * round. Null for a day that the letter names anywhere else: it may be another one's.
 * @param known the days that the letter names
 */
function contraryDate(dated: DatedThing, summary: readonly DatedThing[], known: (iso: string) => boolean): ContraryDate | null {
  if (!dated.sure || known(dated.iso)) return null;
  const same = summary.filter((each) => each.thing.kind !== 'event' && isOfOne(dated, each) && placesMeet(dated.sides, each.sides) && placesMeet(dated.regions, each.regions));
  const [other, ...others] = same;
  if (!other) return slipOf(dated, summary);
  if (others.some(({ iso }) => iso !== other.iso)) return null;
  const turned = areTurned(dated.iso, other.iso);
  return turned || differInOne(dated.iso, other.iso) ? { other, turned } : null;
}

/** Whatever is dated: the one day of the summary that is the same with day and month changed over, or of another year. */
function slipOf({ iso }: DatedThing, summary: readonly DatedThing[]): ContraryDate | null {
  const [year, month, day] = iso.split('-');
  const alike = summary.filter((each) => each.iso === `${year}-${day}-${month}` || (each.iso !== iso && each.iso.slice(4) === iso.slice(4)));
  const [other, ...others] = alike;
  return other && others.every((each) => each.iso === other.iso) ? { other, turned: false } : null;
}

/** The same thing, or, where only a word says what it is, the same word. */
function isOfOne(one: DatedThing, other: DatedThing): boolean {
  if (areOfOneThing(one.thing, other.thing)) return true;
  return (one.thing.kind === 'word' || other.thing.kind === 'word') && one.word !== null && one.word.id === other.word?.id;
}

function differInOne(one: string, other: string): boolean {
  const [parts, others] = [one.split('-'), other.split('-')];
  return parts.filter((part, i) => part !== others[i]).length === 1;
}

/** "7/8" for "8/7", "21" for "12". */
function areTurned(one: string, other: string): boolean {
  const [digits, others] = [one, other].map((iso) => [...iso].sort().join(''));
  return one !== other && digits === others;
}
