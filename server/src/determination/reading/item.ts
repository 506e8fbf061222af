import { readCitations, readMentions } from '../../guidelines/citation.ts';
import { sourcePlace } from '../../markdown/source-runs.ts';
import { remember, REMEMBERED } from '../../markdown/remember.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { findRegions } from '../../vocabulary/regions.ts';
import { findSides } from '../../vocabulary/sides.ts';
import { readConclusion } from '../argument/conclusion.ts';
import { readFields, type Field, type ItemSource } from './fields.ts';
import { closesItem } from './item-boundaries.ts';
import type { Decision, GuidelineLine, ItemReading, Prose, Rationale } from '../model.ts';
import { readPartialRequest } from '../figures/partial-request.ts';
import { stretchOf } from './lines.ts';
import { foldProse, ReadProse, sourceSpan } from '../prose.ts';
import { sentenceSpans } from '../sentences.ts';
import { isBareNumber, isNamedTitle, isRegarding, numberLength, readVerdictTitle } from './title-line.ts';

/**
 * Reads one disputed item. Whatever it lacks is null; all spans count from `source.start`. `date` (the UR denial date, YYYY-MM-DD)
 * tells which edition a citation without a year means. What is the same as in `previous`, an earlier reading under the same date,
 * is taken over as the same object, so that whatever was kept about it is found again.
 */
export function readItem(source: ItemSource, date: string | null, previous: ItemReading | null = null): ItemReading {
  const read = readTitle(source);
  const { heading, decision } = read;
  const sameTitle = previous !== null && sameProse(previous.title, read.title);
  const title = sameTitle ? previous.title : read.title;
  const { fields, unknownLabels } = readFields(source);
  const reasons = rationale(fields.get('rationale'), date);
  return {
    length: source.end - source.start,
    isRow: source.place.isRow === true,
    heading,
    title,
    decision: decision ?? labelledDecision(source) ?? (source.place.titleApart ? verdictOfLabel(fields.get('rationale')) : null) ?? (read.regarding ? concludedDecision(reasons) : null),
    claimsAdministratorGuideline: guidelineLine(fields.get('claimsAdministratorGuideline'), date, previous?.claimsAdministratorGuideline),
    reviewerGuideline: guidelineLine(fields.get('reviewerGuideline'), date, previous?.reviewerGuideline),
    rationale: reasons,
    unknownLabels,
    dependsOn: dependsOn(fields.get('dependsOn')),
    ...(sameTitle ? subjectOf(previous) : readSubject(title.text)),
  };
}

/** "Determination: UPHELD" on a line of its own, its word on the line below, or a word alone behind all else. */
function labelledDecision({ lines, place, start }: ItemSource): Decision | null {
  for (let i = place.body; i < place.end; i++) {
    const at = lines[i];
    if (at?.line.label?.kind !== 'decision' && !closesItem(lines, i)) continue;
    const stated = at?.line.decision ? at : lines[i + 1];
    const found = stated?.line.decision;
    if (stated && found && i + 1 <= place.end && (stated === at || found.titleEnd === 0)) {
      const from = stated.start - start;
      return { word: found.word, value: found.value, span: shift(found.place, from) };
    }
  }
  return null;
}

/** "Rationale for why the requested treatment/service was not medically necessary:" decides in the label. */
function verdictOfLabel(field: Field | undefined): Decision | null {
  const verdict = field && /(not\s+)?medically\s+necessary/i.exec(field.written);
  if (!field || !verdict) return null;
  const at = field.label.start + verdict.index;
  return { word: verdict[0].replace(/\s+/g, ' '), value: verdict[1] ? 'Upheld' : 'Overturned', span: span(at, at + verdict[0].length) };
}

/** What the last sentence decides, as a decision. */
function concludedDecision(reasons: Rationale | null): Decision | null {
  const conclusion = reasons?.conclusion;
  if (!reasons || !conclusion) return null;
  const word = reasons.prose.text.slice(conclusion.verdict.start, conclusion.verdict.end);
  return { word, value: conclusion.value === 'medically-necessary' ? 'Overturned' : 'Upheld', span: sourceSpan(reasons.prose, conclusion.verdict) };
}

type Subject = Pick<ItemReading, 'partial' | 'regions' | 'sides'>;

function subjectOf({ partial, regions, sides }: ItemReading): Subject {
  return { partial, regions, sides };
}

const readSubject = remember((title): Subject => ({
  partial: readPartialRequest(title),
  regions: [...new Set(findRegions(title).map(({ value }) => value))],
  sides: [...new Set(findSides(title).map(({ value }) => value))],
}));

function sameProse(a: Prose, b: Prose): boolean {
  return a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end && a.runs.length === b.runs.length
    && a.runs.every(({ at, source, length, width }, i) => at === b.runs[i]?.at && source === b.runs[i].source && length === b.runs[i].length && width === b.runs[i].width);
}

interface TitleReading {
  readonly heading: Span;
  readonly title: Prose;
  readonly decision: Decision | null;
  /** It opens in the wording of 2013, which has no decision behind the title. */
  readonly regarding: boolean;
}

function readTitle({ lines, place, start }: ItemSource): TitleReading {
  const apart = place.titleApart;
  const own = apart ? lines.slice(apart.from, apart.to) : lines.slice(place.title, place.body);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last) return { heading: span(0, 0), title: foldProse([], 0), decision: null, regarding: false };
  // "Whether X is medically necessary." asks.
  const verdict = apart || last.line.decision ? null : readVerdictTitle(last.line.text);
  const found = last.line.decision ?? (verdict && { ...verdict, place: sourcePlace(last.line.runs, verdict.start, verdict.end) });
  const lastStart = last.start - start;
  const lead = apart?.lead ?? 0;
  const asked = askedFor(own.map(({ line }) => (line === last.line ? line.text.slice(0, found?.titleEnd) : line.text)), lead);
  const before = lead + (first.line.decision?.titleStart ?? 0);
  const number = asked ? asked.from : before + numberLength(first.line.text.slice(before));
  const end = asked?.to ?? found?.titleEnd;
  const below = isBareNumber(first.line.text) && isNamedTitle(own[1]?.line.text ?? '') ? own[1]?.line : undefined;
  const stretches = own.map(({ line, start: at }) => (
    stretchOf(line, at - start, line === first.line ? (below ? line.text.length : number) : line === below ? numberLength(line.text) : 0, line === last.line ? end : undefined)));
  return {
    heading: span(apart ? first.start - start : 0, lastStart + last.line.length),
    title: sameAsBefore(withoutColon(foldProse(stretches, first.start - start))),
    decision: found ? { word: found.word, value: found.value, span: shift(found.place, lastStart) } : null,
    regarding: isRegarding(first.line.text),
  };
}

/** Letters ask for the same over and over, and titles stand alike: what is read of one is kept by it, so that each is one object, whatever item has it. */
function sameAsBefore({ text, span: place, runs, isCut }: Prose): Prose {
  return titleOf(JSON.stringify([text, place, runs, isCut]));
}

const titleOf = remember((written): Prose => {
  const [text, place, runs, isCut] = JSON.parse(written) as [string, Span, Prose['runs'], boolean];
  return new ReadProse(text, place, runs, isCut);
}, REMEMBERED / 3);

/** "1. Is the MRI medically necessary?" asks for the MRI: where the request begins on the first line, behind `lead`, and where it ends on the last. */
function askedFor(lines: readonly string[], lead: number): { readonly from: number; readonly to: number } | null {
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const number = lead + numberLength(first.slice(lead));
  const opening = /^(?:Is|Are|Was|Were|Whether)\s(?:(?:the|an?)\s)?(?:requests?\sfor\s)?/i.exec(first.slice(number))?.[0].length;
  const closing = /(?:^|,?\s)(?:(?:is|are|was|were)\s)?(?:also\s)?medically\snecessary(?:\sand\sappropriate)?\s?[?.]?$/i.exec(last);
  return opening && closing ? { from: number + opening, to: closing.index } : null;
}

/** The colon belongs to the heading, not to the title, also where the decision has been moved to the next line or is missing. */
function withoutColon(title: Prose): Prose {
  const words = title.text.replace(/[\s:*_]{1,8}$/, '');
  return words === title.text ? title : new ReadProse(words, span(title.span.start, sourceSpan(title, span(0, words.length)).end), title.runs, title.isCut);
}

function guidelineLine(field: Field | undefined, date: string | null, previous: GuidelineLine | null | undefined): GuidelineLine | null {
  if (field && previous?.label.start === field.label.start && previous.written === field.written && sameProse(previous.prose, field.prose)) return previous;
  return field ? { label: field.label, written: field.written, prose: field.prose, citations: readCitations(field.prose.text, date) } : null;
}

function rationale(field: Field | undefined, date: string | null): Rationale | null {
  if (!field) return null;
  const { text } = field.prose;
  const sentences = sentenceSpans(field.prose);
  return { label: field.label, written: field.written, prose: field.prose, sentences, ...readConclusion(text, sentences), citations: readMentions(text, date) };
}

function dependsOn(field: Field | undefined): ItemReading['dependsOn'] {
  if (!field) return null;
  const numbers = [...field.prose.text.matchAll(/\d{1,3}/g)].map(({ 0: digits, index }) => (
    { value: Number(digits), span: sourceSpan(field.prose, span(index, index + digits.length)) }));
  return { span: span(field.label.start, field.prose.span.end), numbers };
}
