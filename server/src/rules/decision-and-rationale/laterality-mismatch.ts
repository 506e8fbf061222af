import { leansOnItemBefore } from '../../determination/argument/leaning.ts';
import { decidedThing } from '../../determination/argument/decided-request.ts';
import type { Conclusion, Determination, DisputedItem, ItemReading, Prose } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownText } from '../../determination/quotations.ts';
import { placedInRationale } from '../../determination/words/placed-words.ts';
import { ownSentences, sentenceAt } from '../../determination/statements.ts';
import { hasWord, readSentence, statementsOf, type Sentence } from '../../language/sentence.ts';
import { sharesThing } from '../../determination/words/subject.ts';
import { shift, type Span } from '../../markdown/span.ts';
import { findRegions, regionName, regionsRelated, type RegionId } from '../../vocabulary/regions.ts';
import type { Mention } from '../../vocabulary/mention.ts';
import { findSides, type Side } from '../../vocabulary/sides.ts';
import { urDenialDate } from '../common/citations.ts';
import { loneOtherSide } from '../common/side-votes.ts';
import { placeInWords } from '../engine/own-words.ts';
import { summarySides, wordsBySide, type SidedPart, type SummarySides } from '../common/summary-sides.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const lateralityMismatch = defineRule({
  id: 'laterality-mismatch',
  family: 'decision-and-rationale',
  scope: 'item',
  severity: 'error',
  summary: 'The side that is decided is the side that was requested.',
  why: 'A right knee that is decided as a left one is a wrong-side order in the making.',
  sources: [{ title: '0 of 439 published items' }, { title: 'Labor Code 4610.6(h)' }],
  leavesAlone: ['A summary that names the requested side anywhere, or tells of the other one as history; a rationale that argues for the requested side; a letter that asks for both.', 'Bilateral requests, titles without a side.', 'A conclusion without a side, or with both.', 'A request without a side, unless all others of that part of the body are for the other one.', 'In the rest of the rationale it is a warning, and only where the requested side is never named, and the other one isn’t told of as history, to compare, as well, or as the place that a graft comes from, nor borne out by the summary.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the left knee: Upheld\n\n**Decision rationale:** The right knee had surgery in 2019. The left knee is stable. Therefore, an MRI of the left knee is not medically necessary.'],
    invalid: [{
      draft: '### MRI of the left knee: Upheld\n\n**Decision rationale:** The left knee of this patient is stable. Therefore, an MRI of the ⟦right⟧ knee is not medically necessary.',
      fixed: '### MRI of the left knee: Upheld\n\n**Decision rationale:** The left knee of this patient is stable. Therefore, an MRI of the left knee is not medically necessary.',
    }],
  },
  messages: {
    conclusion: ({ item, side, said }: { item: number; side: string; said: string }) =>
      `${itemName(item)} is about the ${side} side, but its conclusion says “${said}”. Decide the side that was requested.`,
    ofTheLetter: ({ item, side, said }: { item: number; side: string; said: string }) =>
      `The requests of this letter are about the ${side} side, but the conclusion of item ${item} says “${said}”. Decide the side that was requested.`,
    rationale: ({ item, side, said }: { item: number; side: string; said: string }) =>
      `${itemName(item)} is about the ${side} side, but its rationale speaks only of the other one (“${said}”). Make sure that the requested side was reviewed.`,
    summary: ({ item, side, part, other }: { item: number; side: string; part: string; other: string }) =>
      `${itemName(item)} is about the ${side} side, but the summary speaks of the ${part} on the ${other} side only. Correct the one that is wrong.`,
    lone: ({ item, side, other }: { item: number; side: string; other: string }) =>
      `${itemName(item)} is about the ${side} side, but all that the summary reports is on the ${other} side. Correct the one that is wrong.`,
  },
  about: (letter: Determination) => ({
    requests: letter.items.map(({ reading: { sides, regions } }) => ({ sides, regions })),
    summary: summarySides(letter),
    asked: Number(urDenialDate(letter)?.slice(0, 4) ?? 0),
  }),
  check(item, _context, report, { requests, summary, asked }) {
    const { sides, rationale, title } = item.reading;
    const [side] = sides;
    if (!rationale) return;
    const { prose, conclusion } = rationale;
    if (side === undefined) {
      const other = otherThanTheLetters(item, requests);
      if (!other) return;
      const span = sourceSpan(prose, other.span);
      return report({ span, messageId: 'ofTheLetter', data: { item: item.number, side: other.side, said: other.text }, fixes: [replacing(other.text, other.side, span)] });
    }
    if (sides.length !== 1 || side === 'bilateral') return;
    const named = findSides(prose.text);
    const concluded = conclusion ? named.filter(({ span }) => conclusion.span.start <= span.start && span.end <= endOfVerdict(prose.text, conclusion)) : [];
    const here = concluded.length > 0 ? concluded : findSides(ownText(prose));
    const first = here[0];
    if (!first || here.some(({ value }) => value === side || value === 'bilateral')) {
      const isArgued = named.some((each) => !concluded.includes(each) && (each.value === side || each.value === 'bilateral'));
      const told = isArgued ? null : otherSideIn(summary, item.reading, side, requests);
      if (told) return report({ span: title.span, messageId: 'summary', severity: 'warning', data: { item: item.number, side, part: regionName(told.region), other: told.side }, related: [{ span: told.span, of: null, message: 'The summary speaks of this side' }] });
      const lone = summary && !isArgued ? loneOtherSide(summary.summary, side, item.reading.regions as readonly RegionId[]) : null;
      const isOfBoth = requests.some(({ sides: those }) => those.some((each) => each !== side));
      if (!summary || !lone || (isOfBoth && lone.isAlone)) return;
      const related = [{ span: placeInWords({ prose: summary.summary, start: summary.start }, lone.vote.span), of: null, message: 'The summary speaks of this side' }];
      return report({ span: title.span, messageId: 'lone', severity: lone.isAlone ? 'warning' : 'information', data: { item: item.number, side, other: lone.side }, related });
    }
    const error = concluded.length > 0;
    const isBeside = (each: Mention<Side>) => isTold(item.reading, prose, each, asked) || isBorneOut(prose, each, summary);
    if (!error && (hasWord(readSentence(title.text), 'of-both-sides') || leansOnItemBefore(rationale) || here.every(isBeside))) return;
    const span = sourceSpan(prose, first.span);
    const place = { span, data: { item: item.number, side, said: first.text }, related: [{ span: title.span, message: `The request names the ${side} side` }] };
    // Where the summary tells of both sides, the other one may be meant, but for what it tells of the requested one alone.
    const mayBeMeant = summary?.sides.includes(first.value) === true && !sharesWords(prose, first, summary, side);
    if (!error && mayBeMeant && !isOfRequested(prose, first, item.reading)) return;
    if (!error) return report({ ...place, messageId: 'rationale', severity: mayBeMeant ? 'information' : 'warning' });
    report({ ...place, messageId: 'conclusion', fixes: [replacing(first.text, side, span)] });
  },
});

/**
 * Where the summary speaks of the requested part on the other side only: twice, or as it first names it, and of nothing on the requested side.
 * Null also where another request of the letter is for that side.
 */
function otherSideIn(summary: SummarySides | null, { regions }: ItemReading, side: string, requests: readonly Placed[]): SidedPart | null {
  const [region] = regions;
  const [other, ...more] = summary?.sides ?? [];
  if (!summary || regions.length !== 1 || !other || other === side || other === 'bilateral' || more.length > 0) return null;
  if (requests.some(({ sides }) => sides.some((each) => each !== side))) return null;
  const named = summary.parts.filter((part) => part.region === region);
  const sided = named.filter((part): part is SidedPart => part.side === other && !part.told);
  return sided.length > 1 || sided[0] === named[0] ? sided[0] ?? null : null;
}

/** What a request names of sides and parts of the body. */
type Placed = Pick<ItemReading, 'sides' | 'regions'>;

/** The side in the conclusion of a request without one, where all others of that part of the body are for the other side: a sling, say. */
function otherThanTheLetters({ reading: { title, rationale } }: DisputedItem, requests: readonly Placed[]): { readonly side: string; readonly text: string; readonly span: Span } | null {
  const thing = rationale?.conclusion ? decidedThing(rationale.prose, rationale.conclusion) : null;
  if (!thing || !sharesThing(title.text, thing.text)) return null;
  const parts = findRegions(`${title.text}, ${thing.text}`).map(({ value }) => value);
  const near = requests.filter(({ sides, regions }) => sides.length > 0 && (parts.length === 0 || regions.some((region) => parts.some((part) => regionsRelated(region as RegionId, part)))));
  const [side, ...others] = new Set(near.flatMap(({ sides }) => sides));
  const [first, ...more] = findSides(thing.text);
  if (!side || side === 'bilateral' || others.length > 0 || !first || more.length > 0 || first.value === side || first.value === 'bilateral') return null;
  return { side, text: first.text, span: shift(first.span, thing.start) };
}

/** Where the clause of the verdict ends: "… is medically necessary for the left knee; the right one was done in May". */
function endOfVerdict(text: string, { span: { end }, verdict }: Conclusion): number {
  const aside = text.slice(verdict.end, end).search(/[,;:(–—]|\b(?:and|but|while|as|since)\b/);
  return aside < 0 ? end : verdict.end + aside;
}

/** The other side is told of beside the requested one: its history, a comparison, or that it is well where the requested one is approved. */
function isTold({ decision }: ItemReading, prose: Prose, { span: place }: Mention<Side>, asked: number): boolean {
  const around = sentenceAt(ownSentences(prose), place);
  if (!around) return false;
  const { sentence } = around;
  if (hasWord(sentence, 'beside') || statementsOf(sentence, 'dependence').some(({ says }) => says['parent'] === 'done')) return true;
  return isOfYearsAgo(sentence, asked) || (decision?.value === 'Overturned' && hasWord(sentence, 'is-normal'));
}

/** "The injections of 2009": a year by itself, years before the request. */
function isOfYearsAgo({ tokens: { keys } }: Sentence, asked: number): boolean {
  return keys.some((key, at) => /^(?:19|20)\d\d$/.test(key) && (keys[at - 1] === 'of' || keys[at - 1] === 'in') && Number(key) < asked - 1);
}

/** "The left elbow" of a request for the right one; "the same visits on the left" may be told to compare. */
function isOfRequested({ text }: Prose, { span: { end } }: Mention<Side>, { regions }: ItemReading): boolean {
  const [part] = findRegions(text.slice(end, end + NEAR));
  return part?.span.start === 1 && regions.includes(part.value);
}

const NEAR = 30;

/** The summary tells the same of that side, and not of the other one. */
function isBorneOut(prose: Prose, mention: Mention<Side>, summary: SummarySides | null): boolean {
  return sharesWords(prose, mention, summary, mention.value);
}

/** The rationale says of a side what the summary says of one side alone. */
function sharesWords(prose: Prose, { span: { start }, value }: Mention<Side>, summary: SummarySides | null, side: string): boolean {
  const told = placedInRationale(prose).find((placed) => placed.side === value && placed.span.start === start);
  const words = summary ? wordsBySide(summary.summary)[side === 'left' ? 'left' : 'right'] : [];
  return told !== undefined && words.some((word) => told.near.has(word));
}

function replacing(text: string, side: string, place: Span): Fix {
  const newText = like(text, side);
  return { title: `Replace “${text}” by “${newText}”`, applicability: 'suggestion', edits: [{ span: place, newText }] };
}

function like(text: string, side: string): string {
  return /^[A-Z]/.test(text) ? side.charAt(0).toUpperCase() + side.slice(1) : side;
}
