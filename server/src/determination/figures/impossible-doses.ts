import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { shift, type Span } from '../../markdown/span.ts';
import type { Drug } from '../../vocabulary/drugs.ts';
import { findDrugs } from '../../vocabulary/drugs.ts';
import { findFactors, type Factor } from '../../vocabulary/factors.ts';
import highest from '../../vocabulary/highest-doses.json' with { type: 'json' };
import type { Mention } from '../../vocabulary/mention.ts';
import type { PlacedSentence } from '../statements.ts';

/** A dose that nobody takes. `most`: what is taken in a day at most, in mg. Span: in the text. */
export interface ImpossibleDose {
  readonly drug: string;
  readonly most: number;
  readonly span: Span;
}

const MOST: Readonly<Record<string, number | undefined>> = highest.most;
/** A slip moves the point; what is a little above a label happens. */
const TIMES = 3;
/** So far behind its drug stands a dose. */
const REACH = 24;

/** The doses in some sentences that are far beyond what is ever taken of the drug beside them, or of the only drug of the item's title. */
export function impossibleDosesIn(sentences: readonly PlacedSentence[], title: string | null): readonly ImpossibleDose[] {
  return sentences.flatMap(({ sentence, start }) => {
    if (!/\d ?(?:mg|milligram)/i.test(sentence.text) || hasWord(sentence, 'not-a-dose')) return [];
    return findFactors(sentence.text).flatMap((figure, i, all): ImpossibleDose[] => {
      const drug = isDose(figure.value) ? drugOf(sentence, figure, all[i + 1], title) : null;
      const most = drug && MOST[drug.generic];
      return most && highestOf(figure) >= TIMES * most ? [{ drug: drug.generic, most, span: shift(figure.span, start) }] : [];
    });
  });
}

function isDose({ unit, per, times }: Factor): boolean {
  return unit === 'mg' && (per === null || per === 'day' || per === 'piece') && !times;
}

/** "From 30 to 600 mg": the end of a range is a dose, too. */
function highestOf({ value, text }: Mention<Factor>): number {
  return value.vague ? Number(/(\d[\d,]{0,9}) ?mg/i.exec(text)?.[1]?.replaceAll(',', '') ?? 0) : value.value;
}

/** The drug right before a dose; without any in the sentence that of the title, where the dose is said to be taken daily. */
function drugOf(sentence: Sentence, { value, span: place }: Mention<Factor>, next: Mention<Factor> | undefined, title: string | null): Drug | null {
  const drugs = mentionsOf<Drug>(sentence, 'drug');
  if (drugs.length > 0) {
    const last = drugs.findLast(({ to }) => (sentence.tokens.ends[to - 1] ?? 0) <= place.start);
    const gap = last ? sentence.text.slice(sentence.tokens.ends[last.to - 1] ?? 0, place.start) : '';
    return last && gap.length <= REACH && !/\d|\band\b|;/.test(gap) ? last.value : null;
  }
  const isDaily = value.per === 'day' || (next?.value.unit === 'time' && next.value.per === 'day');
  const [only, ...others] = title === null || !isDaily ? [] : findDrugs(title);
  return only && others.every((each) => each.value.generic === only.value.generic) ? only.value : null;
}
