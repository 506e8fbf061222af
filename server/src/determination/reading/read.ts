import type { BlockDocument } from '../../markdown/block.ts';
import { withoutEditorialMarks } from '../../markdown/editorial-marks.ts';
import { fold } from '../../markdown/fold.ts';
import { allAtOnce, type Sliced } from '../../markdown/sliced.ts';
import { span } from '../../markdown/span.ts';
import { MANY_ITEMS, readDependencies } from '../argument/dependencies.ts';
import { determinationOf } from '../determination.ts';
import { factsOfFrontMatter, factsOfTable, isoDate, withSaid } from './facts.ts';
import { findItems } from './item-boundaries.ts';
import type { ItemLines } from './item-lines.ts';
import { continueReading, type Reading } from './continue-reading.ts';
import { cutWords } from './cut-words.ts';
import type { ItemSource } from './fields.ts';
import { readDecisionList } from './decision-list.ts';
import { createItemReader } from './item-reader.ts';
import { createTableReader, type TableReader } from './item-table.ts';
import { createListedDecisions } from './listed-decisions.ts';
import { createLineReader, type LetterLine, type LineReader } from './letter-lines.ts';
import { readMarks } from './marks.ts';
import type { Determination, DisputedItem, ItemReading, Layout, Passage, Section, SetAside } from '../model.ts';
import { createPassageReader } from './passages.ts';
import { readParts, sectionsOf } from './sections.ts';
import { defaultLetterSettings, type LetterSettings } from '../settings.ts';
import { statementsIn } from '../statements.ts';
import { createSuppressionReader } from './suppressions.ts';
import { readUnplaced } from './unplaced.ts';
import { readUnread } from './unread.ts';
import { readUnreadTable } from './unread-table.ts';
import { createWordings, type Label, type Wordings } from './wordings.ts';

/** What kind of text a document is: Markdown, or plain text in which `*` and `#` are nothing but characters. */
export type TextKind = 'markdown' | 'plaintext';

/** Reads documents into determinations, and keeps what it read of the items that an edit leaves alone. */
export type LetterReader = (document: BlockDocument, kind: TextKind) => Determination;

/**
 * A reader for letters under the given settings. Reading never fails: any text gives a determination, what isn't there is null
 * or empty. Use one reader for all versions of a document: items whose lines are the same objects are not read again.
 */
export function createLetterReader(settings: LetterSettings = defaultLetterSettings): LetterReader {
  const read = letterReaders(settings)();
  return (document, kind) => allAtOnce(read(document, kind));
}

/** The same with stops between items; a reading that is left undone spoils none of the next. */
export type SlicedReader = (document: BlockDocument, kind: TextKind) => Sliced<Determination>;

/** Makes readers under the given settings, which know the same wordings. */
export function letterReaders(settings: LetterSettings): () => SlicedReader {
  const wordings = createWordings(settings);
  return () => {
    const reader = new VersionReader(settings, wordings);
    return (document, kind) => reader.read(document, kind);
  };
}

/** Reads the versions of one document. */
class VersionReader {
  readonly #settings: LetterSettings;
  readonly #wordings: Wordings;
  readonly #lineReader: LineReader;
  readonly #readItems = createItemReader();
  readonly #readTable: TableReader;
  readonly #readPassages = createPassageReader();
  readonly #readSuppressions = createSuppressionReader();
  readonly #decideByList = createListedDecisions();
  #last: Reading | null = null;

  constructor(settings: LetterSettings, wordings: Wordings) {
    this.#settings = settings;
    this.#wordings = wordings;
    this.#lineReader = createLineReader(wordings);
    this.#readTable = createTableReader(wordings);
  }

  *read(document: BlockDocument, kind: TextKind): Sliced<Determination> {
    this.#last = (this.#last && continueReading(this.#last, document, this.#lineReader, this.#readItems)) ?? (yield* this.#readAfresh(document, kind));
    return this.#last.determination;
  }

  *#readAfresh(document: BlockDocument, kind: TextKind): Sliced<Reading> {
    yield* this.#lineReader.ahead(document, kind === 'markdown');
    const { lines: own, spaced } = this.#lineReader.all(document, kind === 'markdown');
    const ownParts = readParts(own);
    const found = findItems(own, ownParts);
    const table = kind === 'markdown' ? this.#readTable(own, ownParts, found) : null;
    const { lines, places } = table ?? { lines: own, places: found };
    const parts = table ? readParts(lines) : ownParts;
    const sections = sectionsOf(lines, parts, places.map(({ title }) => title), document.text.length);
    const published = publishedLayout(lines);
    const isDraft = kind === 'markdown' && !ofOwnForm.includes(published) && (document.frontMatter !== null || lines.some(({ line }) => line.heading > 0));
    const isHeaded = document.frontMatter && document.frontMatter.entries.length > 0;
    const facts = isHeaded ? withSaid(factsOfFrontMatter(document.frontMatter), lines.slice(0, places[0]?.title ?? 0)) : factsOfTable(lines);
    const date = isoDate(facts.get('ur-denial-date'));
    const decisionList = readDecisionList(lines, places);
    const read = yield* letterItems(document, lines, places, kind === 'markdown', (source) => this.#readItems(source, date));
    const items = read.map((item) => this.#decideByList(item, decisionList));
    if (document.text.length > LONG) yield* rationalesAhead(items);
    const passages = this.#readPassages(lines, sections, places);
    const determination = determinationOf(document, {
      layout: isDraft ? 'draft' : published,
      isDetermination: this.#settings.determinationFiles === 'always' || isDetermination(document, sections, items, labelsOf(lines, places)),
      facts,
      listed: listedItems(document),
      decisionList,
      sections,
      items,
      unread: readUnread(lines, places),
      unreadTable: items.length === 0 ? readUnreadTable(document.blocks, this.#wordings) : null,
      dependencies: readDependencies(items),
      passages,
      unplaced: readUnplaced(lines, document.text.length),
      suppressions: kind === 'markdown' ? this.#readSuppressions(document) : [],
      marks: kind === 'markdown' ? readMarks(document) : [],
      setAside: setAside(document, items, passages),
    });
    const haveHeadings = places.every(({ title }) => (lines[title]?.line.heading ?? 0) > 0);
    return { document, determination, places: kind === 'markdown' && !spaced && haveHeadings && items.every((item, i) => item === read[i]) ? places : null };
  }
}

/** What is too much to be read: it is said, so that nobody takes silence for praise. */
function setAside({ blocks }: BlockDocument, items: readonly DisputedItem[], passages: readonly Passage[]): SetAside[] {
  const long = blocks.find(({ block }) => block.unparsed);
  const next = items[MANY_ITEMS];
  const unread = cutWords(items, passages);
  return [
    ...(long ? [{ what: 'long-block' as const, span: span(long.start, long.start + long.block.text.length) }] : []),
    ...(unread === null ? [] : [{ what: 'many-words' as const, span: span(unread, unread) }]),
    ...(next ? [{ what: 'many-items' as const, span: span(next.start, next.start) }] : []),
  ];
}

/** Layouts that are themselves also where somebody made headings of their lines, or gave them a head. */
const ofOwnForm: readonly Layout[] = ['2013-review', '2013-first'];

function* letterItems(
  document: BlockDocument, lines: readonly LetterLine[], places: readonly ItemLines[], markdown: boolean, read: (source: ItemSource) => ItemReading,
): Sliced<DisputedItem[]> {
  const items: DisputedItem[] = [];
  for (const [i, place] of places.entries()) {
    const start = lineStart(lines[place.title]);
    const behind = lines[place.end];
    const end = behind ? lineStart(behind) : document.text.length;
    const reading = read({ lines, place, start, end, markdown });
    items.push({ number: i + 1, start, end, reading });
    yield;
  }
  return items;
}

/** Characters of a letter whose rationales are read in slices, before all of them are asked what hangs on what. */
const LONG = 50_000;

function* rationalesAhead(items: readonly DisputedItem[]): Sliced<void> {
  for (const { reading: { rationale } } of items) {
    if (rationale) statementsIn(rationale.prose, 'dependence');
    yield;
  }
}

/** Where the item begins: at its heading's first character, marks included. */
function lineStart(line: LetterLine | undefined): number {
  if (!line) return 0;
  return line.line.heading > 0 ? line.start - line.line.start : line.start;
}

/** draft-format: what makes a file a determination, so that all other Markdown is left alone. A label that only its words tell makes none by itself. */
function isDetermination(document: BlockDocument, sections: readonly Section[], items: readonly DisputedItem[], labels: readonly Label[]): boolean {
  if (document.frontMatter?.entries.some(({ key }) => key === 'case-number')) return true;
  if (sections.some(({ name }) => name === 'issues-decisions-and-rationales' || name === 'how-determination-was-made')) return true;
  const isGuideline = ({ kind }: Label): boolean => kind === 'claimsAdministratorGuideline' || kind === 'reviewerGuideline';
  const isDecided = items.some(({ reading }) => reading.decision?.value);
  return labels.some((label) => isGuideline(label) && (label.isListed || isDecided)) || items.some(({ reading }) => opensAsGuideline(reading));
}

/** A guideline line without a label is known by its opening words. */
function opensAsGuideline({ claimsAdministratorGuideline, reviewerGuideline }: ItemReading): boolean {
  return [claimsAdministratorGuideline, reviewerGuideline].some((line) => line !== null && line.label.start === line.label.end);
}

function labelsOf(lines: readonly LetterLine[], places: readonly ItemLines[]): Label[] {
  return places.flatMap(({ body, end }) => lines.slice(body, end).flatMap(({ line: { label } }) => label ?? []));
}

function listedItems(document: BlockDocument): Determination['listed'] {
  const entry = document.frontMatter?.entries.find(({ key }) => key === 'disputed-items');
  if (!entry || entry.value === null) return null;
  const texts = typeof entry.value === 'string' ? [entry.value] : entry.value;
  return texts.map((text, i) => ({ text: fold(withoutEditorialMarks(text), false).text, span: entry.itemSpans?.[i] ?? span(entry.valueSpan.start, entry.valueSpan.end) }));
}

function publishedLayout(lines: readonly LetterLine[]): Layout {
  const head = lines.slice(0, 30).map(({ line }) => line.text).join('\n');
  if (/^Medical Professional Review$/im.test(head)) return '2013-review';
  if (/Notice of Independent Medical Review Determination/i.test(head)) return '2013-first';
  if (lines.some(({ line }) => /^IMR DECISION\(S\) AND RATIONALE\(S\)$/i.test(line.text) && line.heading === 0)) return '2013-14-middle';
  if (lines.some(({ line }) => /^DOCUMENTS REVIEWED$/i.test(line.text)) && !/Case Number:/.test(head)) return '2013-14-middle';
  return /Case Number:/.test(head) ? '2014-on' : '2013-14';
}
