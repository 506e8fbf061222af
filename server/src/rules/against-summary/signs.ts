import { factsOfRationale, factsOfSummary } from '../../determination/case/case-facts.ts';
import type { CaseFact } from '../../determination/case/case-fact.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import type { Side } from '../../vocabulary/sides.ts';
import { LIKELY } from './compared.ts';
import { contraryTo, sameOnOtherSide } from './compared-signs.ts';
import type { SignReader } from './sign-messages.ts';

/** What a value is called behind "the summary reports". */
const SAID: Readonly<Record<string, string>> = { absent: 'no ', present: '', positive: 'a positive ', negative: 'a negative ' };

/** Signs and tests of the examination that the summary reports otherwise. */
export const signs: SignReader = ({ item, reading, rationale, summary }) => {
  const reported = factsOfSummary(summary);
  return factsOfItem(reading, rationale).flatMap((fact) => {
    const contrary = contraryTo(fact, reported) ?? sameOnOtherSide(fact, reported);
    return contrary ? [{ span: fact.span, ...messageOn(item, fact, contrary), told: contrary.span }] : [];
  });
};

/** Where a sentence doesn't say of which region or side, the item's is meant. */
function factsOfItem({ regions, sides }: ItemReading, rationale: Prose): CaseFact[] {
  return factsOfRationale(rationale).map((fact) => ({
    ...fact,
    regions: fact.regions.length > 0 ? fact.regions : (regions as readonly RegionId[]),
    sides: fact.sides.length > 0 ? fact.sides : (sides as readonly Side[]),
  }));
}

function messageOn(item: number, fact: CaseFact, contrary: CaseFact) {
  if (fact.value === contrary.value) {
    return { messageId: 'other-side', data: { item, finding: contrary.measure ?? contrary.name, side: fact.sides[0] ?? '' }, ...LIKELY } as const;
  }
  if (fact.value === 'absent' && fact.topic === contrary.topic) return { messageId: 'contradicted', data: { item, finding: fact.name } } as const;
  const data = { item, stated: said(fact), reported: said(contrary) };
  return fact.value === 'present' ? ({ messageId: 'otherwise', data, ...LIKELY } as const) : ({ messageId: 'otherwise', data } as const);
}

function said({ value, name }: CaseFact): string {
  return `${SAID[value] ?? ''}${name}`;
}
