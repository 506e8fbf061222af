import { sliceFolded } from '../../markdown/folded.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import { CLAIMS_ADMINISTRATOR, REVIEWER, REVIEWER_NEXT } from './guideline-openings.ts';
import { closesItem } from './item-boundaries.ts';
import type { ItemLines } from './item-lines.ts';
import { labelShape } from './label-shape.ts';
import type { LetterLine } from './letter-lines.ts';
import { placeOfLabel, stretchOf } from './lines.ts';
import type { Prose, UnknownLabel } from '../model.ts';
import { foldProse, type Stretch } from '../prose.ts';
import { citesGuideline, strangeLabel, type StrangeLabel } from './unknown-label.ts';
import { sameLetters, type Label, type LabelKind } from './wordings.ts';
import known from './wordings.json' with { type: 'json' };

/** What an item is read from: its lines, and the span of the document that it takes. */
export interface ItemSource {
  readonly lines: readonly LetterLine[];
  readonly place: ItemLines;
  readonly start: number;
  readonly end: number;
  readonly markdown: boolean;
}

/** A field of an item. `label` is empty where the words stand without one; `written`: the label as it stands there. Spans count from the item's start. */
export interface Field {
  readonly label: Span;
  readonly written: string;
  readonly prose: Prose;
}

/** Words in the order of the letter, behind a label (`kind`) or without one (null). */
interface Passage {
  kind: LabelKind | null;
  label: Span;
  written: string;
  readonly stretches: Stretch[];
  /** Its label, where that is none that is known, and the line that opens with it. */
  readonly strange?: StrangeOfLine;
}

type StrangeOfLine = StrangeLabel & { readonly at: LetterLine };

/** A label that nobody knows, with the field that stands behind it. */
type Named = StrangeOfLine & { readonly field: UnknownLabel['field'] };

export interface Fields {
  readonly fields: ReadonlyMap<LabelKind, Field>;
  /** Labels that nobody knows, each with the field that stands behind it. */
  readonly unknownLabels: readonly UnknownLabel[];
}

const GUIDELINE = /^Decision based on\b/i;

/** The fields of an item by their labels, in whatever order they stand. The first of a kind that has words counts. */
export function readFields(source: ItemSource): Fields {
  const strange = strangeLabels(source);
  const named = strange.size === 0 ? [] : nameStrange(readPassages(source, strange));
  const passages = readPassages(source, new Map(named.map((each) => [each.at, each]))).flatMap(bySentence);
  nameUnlabelled(passages);
  const unknownLabels = named.map(({ words, field, at, wordsPlace }) => ({ words, field, span: shift(wordsPlace, at.start - source.start) }));
  const fields = new Map<LabelKind, Field>();
  for (const { kind, label, written, stretches } of passages) {
    if (kind === null) continue;
    const known = fields.get(kind);
    const prose = foldProse(stretches, label.end);
    if (!known || (known.prose.text === '' && prose.text !== '')) fields.set(kind, { label, written, prose });
  }
  return { fields, unknownLabels };
}

function strangeLabels({ lines, place, markdown }: ItemSource): ReadonlyMap<LetterLine, StrangeLabel> {
  const found = new Map<LetterLine, StrangeLabel>();
  for (const at of markdown ? lines.slice(place.body, place.end) : []) {
    const label = strangeLabel(at);
    if (label) found.set(at, label);
  }
  return found;
}

/** `strange`: what lines open with, and are read as labels although nobody knows them. */
function readPassages({ lines, place, start, markdown }: ItemSource, strange: ReadonlyMap<LetterLine, StrangeLabel & Partial<Named>>): Passage[] {
  const passages: Passage[] = [];
  const listed = listedKinds(lines, place);
  let headed = false;
  for (let i = place.body; i < place.end; i++) {
    const at = lines[i];
    if (!at) break;
    const { line } = at;
    const from = at.start - start;
    const current = passages.at(-1);
    const label = current?.kind === 'rationale' ? undefined : strange.get(at);
    const rest = current ? restOfLabel(current, at) : null;
    if (line.heading > 0) headed = true;
    else if (current && rest !== null) goOnLabel(current, at, from, rest);
    else if (closesItem(lines, i)) passages.push({ kind: 'decision', label: span(from, from), written: '', stretches: [stretchOf(line, from)] });
    else if (line.label && counts(line.label, listed, passages)) {
      const kind = line.label.kind === 'guidelines' ? null : line.label.kind;
      passages.push({ kind, ...labelled(at, line.label.place, from), stretches: [stretchOf(line, from, line.label.end)] });
    } else if (label) {
      passages.push({ kind: label.field ?? null, ...labelled(at, label.place, from), stretches: [stretchOf(line, from, label.end)], strange: { ...label, at } });
    } else if (!current || headed || beginsPassage(lines, i, place.body, current, markdown)) {
      passages.push({ kind: null, label: span(from, from), written: '', stretches: [stretchOf(line, from)] });
    } else current.stretches.push({ ...stretchOf(line, from), ...(isBehindList(lines[i - 1], at) ? { apart: true } : {}) });
    if (line.heading === 0) headed = false;
  }
  return passages;
}

/** A paragraph of its own behind a list or a table, which need no full stop at their end. */
function isBehindList(before: LetterLine | undefined, { line, block }: LetterLine): boolean {
  return before !== undefined && before.block !== block && LISTS.test(before.block.text) && !LISTS.test(block.text) && /^[A-Z]/.test(line.text);
}

const LISTS = /^\s{0,3}(?:[-*+]\s|\d{1,3}[.)]\s|\|)/;

/** Where the words behind a label begin that goes on on this line ("…relied upon by professional" / "reviewer and why:"); null where none does. */
function restOfLabel({ label, written, stretches }: Passage, { line }: LetterLine): number | null {
  if (label.end === label.start || /[:.]\W{0,6}$/.test(written) || stretches.some(({ text }) => text !== '')) return null;
  const shape = labelShape(line.text);
  return shape && known.labelEnds.some((words) => sameLetters(words, shape.words)) ? shape.end : null;
}

function goOnLabel(passage: Passage, { line, block }: LetterLine, from: number, behind: number): void {
  const own = placeOfLabel({ start: 0, end: behind }, block.text.slice(line.start, line.start + line.length), line.runs);
  // As long as the label's place: what stands between the two lines becomes blanks.
  passage.written += ' '.repeat(from - passage.label.end) + block.text.slice(line.start, line.start + own.end);
  passage.label = span(passage.label.start, from + own.end);
  passage.stretches.push(stretchOf(line, from, behind));
}

/** A label's place, counted from the item's start, and its characters. `place` counts from the line. */
function labelled({ line, block }: LetterLine, place: Span, from: number): Pick<Field, 'label' | 'written'> {
  return { label: shift(place, from), written: block.text.slice(line.start + place.start, line.start + place.end) };
}

/** Parts what the claims administrator relied on from what the reviewer did, where both stand in one paragraph without labels. */
function bySentence(passage: Passage): Passage[] {
  const text = passage.stretches.map((stretch) => stretch.text).join('\n');
  const end = passage.kind === null && CLAIMS_ADMINISTRATOR.test(text.trimStart()) ? REVIEWER_NEXT.exec(text) : null;
  if (!end) return [passage];
  const cut = end.index + end[0].length;
  const [before, behind]: [Stretch[], Stretch[]] = [[], []];
  let at = 0;
  for (const stretch of passage.stretches) {
    const split = Math.min(Math.max(cut - at, 0), stretch.text.length);
    if (split > 0) before.push({ ...sliceFolded(stretch, 0, split), start: stretch.start });
    if (split < stretch.text.length) behind.push({ ...sliceFolded(stretch, split, stretch.text.length), start: stretch.start });
    at += stretch.text.length + 1;
  }
  const first = behind[0];
  const from = first ? first.start + (first.runs[0]?.source ?? 0) : passage.label.end;
  return [{ ...passage, stretches: before }, { kind: null, label: span(from, from), written: '', stretches: behind }];
}

function listedKinds(lines: readonly LetterLine[], { body, end }: ItemLines): ReadonlySet<LabelKind> {
  return new Set(lines.slice(body, end).flatMap(({ line: { label } }) => (label?.isListed ? [label.kind] : [])));
}

/** A label that only its words tell ("Discussion:") is one as long as nothing else in the item is this field. */
function counts({ kind, isListed }: Label, listed: ReadonlySet<LabelKind>, passages: readonly Passage[]): boolean {
  return isListed || !(listed.has(kind) || passages.some((passage) => passage.kind === kind));
}

/** A new paragraph behind a guideline line or a Depends-on line is not that line's; the paragraphs of a rationale belong together. */
function beginsPassage(lines: readonly LetterLine[], i: number, body: number, current: Passage, markdown: boolean): boolean {
  const at = lines[i];
  if (!at || current.kind === 'rationale') return false;
  if (CLAIMS_ADMINISTRATOR.test(at.line.text) || REVIEWER.test(at.line.text)) return current.kind === null;
  if (current.strange !== undefined && current.stretches.every(({ text }) => text.trim() === '')) return false;
  const words = current.stretches.map(({ text }) => text).join(' ').trim();
  if (current.kind === null) return at.gap > 0 && (GUIDELINE.test(at.line.text) || (/[.!?]$/.test(words) && (CLAIMS_ADMINISTRATOR.test(words) || REVIEWER.test(words))));
  if (current.kind === 'decision') return words !== '' || at.line.decision === null;
  if (at.gap === 0 || at.line.pageBreak || i === body) return false;
  // A label with nothing behind it: its words may have slipped to the next paragraph.
  if (words === '') return false;
  return markdown || /[.!?]$/.test(words);
}

/**
 * The fields behind labels that nobody knows: what cites a guideline is the reviewer's line where no label names that, and reasons are the
 * rationale where nothing else is. Of several that could be the rationale none was meant as its label.
 */
function nameStrange(passages: readonly Passage[]): Named[] {
  const has = (kind: LabelKind): boolean => passages.some((passage) => passage.kind === kind);
  const strange = passages.flatMap(({ strange: label, stretches }) => (label ? [{ label, stretches, cites: citesGuideline(textOf(stretches)) }] : []));
  const citing = strange.filter(({ cites }) => cites);
  const others = strange.filter(({ cites, stretches }) => !cites && countWords(stretches) >= 5);
  const named = (at: { readonly label: StrangeOfLine } | undefined, field: Named['field']): Named[] => (at && !has(field) ? [{ ...at.label, field }] : []);
  return [
    ...(citing.length === 2 ? named(citing[0], 'claimsAdministratorGuideline') : []),
    ...named(citing.at(-1), 'reviewerGuideline'),
    ...(others.length === 1 ? named(others[0], 'rationale') : []),
  ];
}

function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join(' ');
}

/** Gives passages without a label the field that they must be: by their opening words, else the rationale, if there is none. */
function nameUnlabelled(passages: Passage[]): void {
  const has = (kind: LabelKind): boolean => passages.some((passage) => passage.kind === kind);
  for (const passage of passages) {
    if (passage.kind !== null) continue;
    const text = passage.stretches.slice(0, 2).map((stretch) => stretch.text.trim()).join(' ');
    if (CLAIMS_ADMINISTRATOR.test(text)) passage.kind = has('claimsAdministratorGuideline') ? null : 'claimsAdministratorGuideline';
    else if (REVIEWER.test(text)) passage.kind = has('reviewerGuideline') ? null : 'reviewerGuideline';
    else if (GUIDELINE.test(text)) passage.kind = guidelineLeft(has);
  }
  if (has('rationale')) return;
  const rest = passages.filter(({ kind, stretches }) => kind === null && countWords(stretches) >= 5);
  const first = rest[0];
  if (first) first.kind = 'rationale';
  for (const passage of rest.slice(1)) first?.stretches.push(...passage.stretches);
}

function guidelineLeft(has: (kind: LabelKind) => boolean): LabelKind | null {
  if (!has('claimsAdministratorGuideline')) return 'claimsAdministratorGuideline';
  return has('reviewerGuideline') ? null : 'reviewerGuideline';
}

function countWords(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
}
