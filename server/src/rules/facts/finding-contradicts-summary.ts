import { historyInSummary, isSymptom } from '../../determination/case-history.ts';
import { factsOfRationale, factsOfSummary, type CaseFact } from '../../determination/case-facts.ts';
import type { HistoryFact } from '../../determination/history-fact.ts';
import type { ItemReading, Prose } from '../../determination/model.ts';
import { opposedInRationale, opposedInSummary, type OpposedWords } from '../../determination/opposed-words.ts';
import { placedInRationale, placedInSummary, type PlacedWords } from '../../determination/placed-words.ts';
import { sourceSpan } from '../../determination/prose.ts';
import type { RegionId } from '../../vocabulary/regions.ts';
import type { Span } from '../../markdown/span.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { placeInWords, summaryOf, titlesOf } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';
import { contraryTo, sameOnOtherSide } from '../common/contrary-facts.ts';
import { contraryHistory } from '../common/contrary-history.ts';
import { contraryPlace, type ContraryPlace } from '../common/contrary-places.ts';
import { loneOtherSide, type LoneSide } from '../common/side-votes.ts';
import { historyOfItem } from '../common/item-history.ts';
import { itemName } from '../common/wording.ts';

/** What a value is called behind "the summary reports". */
const SAID: Readonly<Record<string, string>> = { absent: 'no ', present: '', positive: 'a positive ', negative: 'a negative ' };

export const findingContradictsSummary = defineRule({
  id: 'finding-contradicts-summary',
  family: 'facts',
  scope: 'item',
  severity: 'warning',
  summary: 'The rationale doesn’t turn round what the case summary reports of the examination.',
  why: 'A denial for “lack of spasm” when the summary of the same letter reports spasm is a plainly erroneous finding of fact, and an appeal was won on one.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }, { title: '1 of 65 published letters of 12/2016 to 3/2017' }],
  leavesAlone: [
    'Complaints and diagnoses: those are weighed, not contradicted; only snoring, locking, catching and giving way are there or not.',
    'A qualified denial (“no significant weakness”, “no progressive deficit”, “no numbness in a dermatome”).',
    'A sign of another region, side or date, a sign that the summary denies or a test that it reports otherwise elsewhere, and what the summary tells of complaints, plans and the UR decision.',
    'Denials that stand more than three words before the sign, sentences on what guidelines ask for, and what somebody else said.',
    'A change in time: “recent”, “repeat”, “now”, “no longer”, “since then”.',
  ],
  examples: {
    valid: ['## Clinical Case Summary\n\nThe examination of the left knee revealed swelling.\n\n### Walking cane: Upheld\n\n**Decision rationale:** There is no swelling of the right knee. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '## Clinical Case Summary\n\nThe examination of the left knee revealed swelling and a limp.\n\n### Walking cane for the left knee: Upheld\n\n**Decision rationale:** There was ⟦no swelling⟧ noted on examination. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    contradicted: ({ item, finding }: { item: number; finding: string }) =>
      `${itemName(item)} says that there is no ${finding}, but the case summary reports it. Correct the one that is wrong, or say what makes the difference.`,
    denied: ({ item, finding }: { item: number; finding: string }) =>
      `${itemName(item)} speaks of ${finding}, but the case summary says that there is none. Correct the one that is wrong, or say what makes the difference.`,
    otherwise: ({ item, stated, reported }: { item: number; stated: string; reported: string }) =>
      `${itemName(item)} speaks of ${stated}, but the case summary reports ${reported}. Correct the one that is wrong, or say what makes the difference.`,
    'other-side': ({ item, finding, side }: { item: number; finding: string; side: string }) =>
      `${itemName(item)} gives for the ${side} side what the case summary reports of the other side only (${finding}). Check the side.`,
    'lone-side': ({ item, side, other }: { item: number; side: string; other: string }) =>
      `${itemName(item)} speaks of the ${side} side, but all that the case summary reports there is on the ${other} side. Check the side.`,
    'other-level': ({ item, finding, stated, reported }: { item: number; finding: string; stated: string; reported: string }) =>
      `${itemName(item)} gives for ${stated} what the case summary reports at ${reported} (${finding}). Check the level.`,
  },
  about(determination) {
    const summary = summaryOf(determination);
    return summary ? { summary, titles: titlesOf(determination) } : null;
  },
  check(item, _, report, about) {
    const { rationale } = item.reading;
    if (!about || !rationale) return;
    const { summary, titles } = about;
    const { prose } = summary.reading;
    const reported = factsOfSummary(prose);
    const told: Span[] = [];
    for (const fact of factsOfItem(item.reading)) {
      const contrary = contraryTo(fact, reported) ?? sameOnOtherSide(fact, reported);
      if (!contrary) continue;
      told.push(fact.span);
      report({
        span: sourceSpan(rationale.prose, fact.span),
        ...messageOn(item.number, fact, contrary),
        related: [{ span: placeInWords({ prose, start: summary.start }, contrary.span), of: null, message: `The summary reports ${said(contrary)}` }],
      });
    }
    reportSymptoms(item.reading, prose, (stated, reported) => {
      told.push(stated.span);
      report({
        span: sourceSpan(rationale.prose, stated.span), ...onSymptom(item.number, stated),
        related: [{ span: placeInWords({ prose, start: summary.start }, reported.span), of: null, message: 'What the summary says' }],
      });
    });
    reportOpposites(item.reading, prose, (stated, reported, grave) => {
      report({
        span: sourceSpan(rationale.prose, stated.span), messageId: 'otherwise', data: { item: item.number, stated: stated.text, reported: reported.text },
        ...(grave ? {} : { severity: 'information' }),
        related: [{ span: placeInWords({ prose, start: summary.start }, reported.span), of: null, message: 'What the summary says' }],
      });
    });
    reportPlaces(item.reading, prose, titles, (placed, { other, words, grave }) => {
      if (told.some(({ start, end }) => start <= placed.span.start && placed.span.end <= end)) return;
      report({
        span: sourceSpan(rationale.prose, placed.span),
        ...(placed.side ? { messageId: 'other-side', data: { item: item.number, finding: words, side: placed.side } } as const : { messageId: 'other-level', data: { item: item.number, finding: words, stated: placed.text, reported: other.text } } as const),
        ...(grave ? {} : { severity: 'information' }),
        related: [{ span: placeInWords({ prose, start: summary.start }, other.span), of: null, message: 'What the summary says' }],
      });
    }, (placed, lone) => {
      if (!lone || told.some(({ start, end }) => start <= placed.span.start && placed.span.end <= end)) return;
      report({
        span: sourceSpan(rationale.prose, placed.span), messageId: 'lone-side', data: { item: item.number, side: placed.text, other: lone.side }, severity: 'information',
        related: [{ span: placeInWords({ prose, start: summary.start }, lone.vote.span), of: null, message: 'What the summary says' }],
      });
    });
  },
});

/** Each complaint that the summary tells of otherwise. */
function reportSymptoms(reading: ItemReading, summary: Prose, report: (stated: HistoryFact, reported: HistoryFact) => void): void {
  for (const fact of historyOfItem(reading).filter(isSymptom)) {
    const contrary = contraryHistory(fact, historyInSummary(summary));
    if (contrary) report(fact, contrary.other);
  }
}

function onSymptom(item: number, { topic, value, name }: HistoryFact) {
  const finding = topic === 'state' ? name : topic;
  return value === 'absent' ? ({ messageId: 'contradicted', data: { item, finding } } as const) : ({ messageId: 'denied', data: { item, finding } } as const);
}

/** Each finding for which summary or title have the opposite word, and neither has this one. */
function reportOpposites({ rationale, title }: ItemReading, summary: Prose, report: (stated: OpposedWords, reported: OpposedWords, grave: boolean) => void): void {
  const stated = rationale ? opposedInRationale(rationale.prose).filter(({ plain }) => plain) : [];
  if (stated.length === 0) return;
  const known = [...opposedInSummary(summary), ...opposedInSummary(title)];
  const told = new Set<number>();
  for (const each of stated) {
    if (told.has(each.span.start) || [summary, title].some(({ text }) => text.toLowerCase().includes(each.word.split(' ')[0] ?? ''))) continue;
    const isOpposite = (other: OpposedWords): boolean => other.word === each.opposite && other.of === each.of;
    const reported = opposedInSummary(summary).find(isOpposite);
    if (!reported) continue;
    told.add(each.span.start);
    report(each, reported, new Set(known.filter(isOpposite).map(({ text, span }) => `${text} ${span.start}`)).size > 1);
  }
}

/** Each finding that the summary reports elsewhere. Where the rationale never names the requested side, laterality-mismatch says so. */
function reportPlaces({ rationale, sides, title }: ItemReading, summary: Prose, titles: readonly Prose[], report: (placed: PlacedWords, contrary: ContraryPlace) => void, reportLone: (placed: PlacedWords, lone: LoneSide | null) => void): void {
  if (!rationale) return;
  const placed = placedInRationale(rationale.prose);
  if (placed.length === 0) return;
  const places = { sides, all: titles.flatMap(({ text }) => findSides(text).map(({ value }) => value)), title: title.text, titles: titles.map(({ text }) => text) };
  const isSideNamed = sides.length === 0 || placed.some(({ side }) => side !== null && sides.includes(side));
  for (const each of placed) {
    if (each.side !== null && !isSideNamed) continue;
    const contrary = contraryPlace(each, placedInSummary(summary), places);
    if (contrary) report(each, contrary);
    else if (each.told && each.side && each.side !== 'bilateral' && each.regions.length > 0 && !places.all.includes(each.side) && !places.all.includes('bilateral')) reportLone(each, loneOtherSide(summary, each.side, each.regions));
  }
}

/** Where a sentence doesn't say of which region or side, the item's is meant. */
function factsOfItem({ rationale, regions, sides }: ItemReading): CaseFact[] {
  if (!rationale) return [];
  return factsOfRationale(rationale.prose).map((fact) => ({
    ...fact,
    regions: fact.regions.length > 0 ? fact.regions : (regions as readonly RegionId[]),
    sides: fact.sides.length > 0 ? fact.sides : (sides as readonly Side[]),
  }));
}

function messageOn(item: number, fact: CaseFact, contrary: CaseFact) {
  if (fact.value === contrary.value) {
    return { messageId: 'other-side', data: { item, finding: contrary.measure ?? contrary.name, side: fact.sides[0] ?? '' }, severity: 'information' } as const;
  }
  if (fact.value === 'absent' && fact.topic === contrary.topic) return { messageId: 'contradicted', data: { item, finding: fact.name } } as const;
  const data = { item, stated: said(fact), reported: said(contrary) };
  return fact.value === 'present' ? ({ messageId: 'otherwise', data, severity: 'information' } as const) : ({ messageId: 'otherwise', data } as const);
}

function said({ value, name }: CaseFact): string {
  return `${SAID[value] ?? ''}${name}`;
}
