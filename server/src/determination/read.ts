import type { BlockDocument } from '../markdown/block.ts';
import { fold } from '../markdown/fold.ts';
import { span } from '../markdown/span.ts';
import { readDependencies } from './dependencies.ts';
import { determinationOf } from './determination.ts';
import { factsOfFrontMatter, factsOfTable, isoDate } from './facts.ts';
import { findItems, type ItemArea, type ItemLines } from './item-boundaries.ts';
import { continueReading, type Reading } from './continue-reading.ts';
import type { ItemSource } from './fields.ts';
import { createItemReader } from './item-reader.ts';
import { createLineReader, type LetterLine } from './letter-lines.ts';
import type { Determination, DisputedItem, ItemReading, Layout } from './model.ts';
import { createPassageReader } from './passages.ts';
import { readSections, type SectionLines } from './sections.ts';
import { defaultLetterSettings, type LetterSettings } from './settings.ts';
import { createSuppressionReader } from './suppressions.ts';
import { readUnplaced } from './unplaced.ts';
import { createWordings } from './wordings.ts';

/** What kind of text a document is: Markdown, or plain text in which `*` and `#` are nothing but characters. */
export type TextKind = 'markdown' | 'plaintext';

/** Reads documents into determinations, and keeps what it read of the items that an edit leaves alone. */
export type LetterReader = (document: BlockDocument, kind: TextKind) => Determination;

/**
 * A reader for letters under the given settings. Reading never fails: any text gives a determination, what isn't there is null
 * or empty. Use one reader for all versions of a document: items whose lines are the same objects are not read again.
 */
export function createLetterReader(settings: LetterSettings = defaultLetterSettings): LetterReader {
  const lineReader = createLineReader(createWordings(settings));
  const readItems = createItemReader();
  const readPassages = createPassageReader();
  const readSuppressions = createSuppressionReader();
  const readAfresh = (document: BlockDocument, kind: TextKind): Reading => {
    const { lines, spaced } = lineReader.all(document, kind === 'markdown');
    const sections = readSections(lines, document.text.length);
    const isDraft = kind === 'markdown' && (document.frontMatter !== null || lines.some(({ line }) => line.heading > 0));
    const facts = document.frontMatter && document.frontMatter.entries.length > 0 ? factsOfFrontMatter(document.frontMatter) : factsOfTable(lines);
    const date = isoDate(facts.get('ur-denial-date'));
    const places = findItems(lines, itemArea(lines, sections));
    const items = letterItems(document, lines, sections, places, kind === 'markdown', (source) => readItems(source, date));
    const determination = determinationOf(document, {
      layout: isDraft ? 'draft' : publishedLayout(lines),
      isDetermination: settings.determinationFiles === 'always' || isDetermination(document, sections, items),
      facts,
      listed: listedItems(document),
      sections,
      items,
      dependencies: readDependencies(items),
      passages: readPassages(lines, sections, places),
      unplaced: readUnplaced(lines, document.text.length),
      suppressions: kind === 'markdown' ? readSuppressions(document) : [],
    });
    const haveHeadings = places.every(({ title }) => (lines[title]?.line.heading ?? 0) > 0);
    return { document, determination, places: kind === 'markdown' && !spaced && haveHeadings ? places : null };
  };
  let last: Reading | null = null;
  return (document, kind) => {
    last = (last && continueReading(last, document, lineReader, readItems)) ?? readAfresh(document, kind);
    return last.determination;
  };
}

/** Without a heading for the items all the text is looked through. */
function itemArea(lines: readonly LetterLine[], sections: readonly SectionLines[]): ItemArea {
  return sections.find(({ name }) => name === 'issues-decisions-and-rationales') ?? { from: 0, to: lines.length, depth: 0 };
}

function letterItems(
  document: BlockDocument, lines: readonly LetterLine[], sections: readonly SectionLines[], places: readonly ItemLines[],
  markdown: boolean, read: (source: ItemSource) => ItemReading,
): DisputedItem[] {
  const { to } = itemArea(lines, sections);
  const areaEnd = lines[to] ? lineStart(lines[to]) : document.text.length;
  return places.map((place, i) => {
    const start = lineStart(lines[place.title]);
    const next = places[i + 1];
    const end = next ? lineStart(lines[next.title]) : areaEnd;
    const reading = read({ lines, place, start, end, markdown });
    return { number: i + 1, start, end, reading };
  });
}

/** Where the item begins: at its heading's first character, marks included. */
function lineStart(line: LetterLine | undefined): number {
  if (!line) return 0;
  return line.line.heading > 0 ? line.start - line.line.start : line.start;
}

/** draft-format: what makes a file a determination, so that all other Markdown is left alone. */
function isDetermination(document: BlockDocument, sections: readonly SectionLines[], items: readonly DisputedItem[]): boolean {
  if (document.frontMatter?.entries.some(({ key }) => key === 'case-number')) return true;
  if (sections.some(({ name }) => name === 'issues-decisions-and-rationales' || name === 'how-determination-was-made')) return true;
  return items.some(({ reading }) => reading.claimsAdministratorGuideline?.label.end || reading.reviewerGuideline?.label.end);
}

function listedItems(document: BlockDocument): Determination['listed'] {
  const entry = document.frontMatter?.entries.find(({ key }) => key === 'disputed-items');
  if (!entry || entry.value === null) return null;
  const texts = typeof entry.value === 'string' ? [entry.value] : entry.value;
  return texts.map((text, i) => ({ text: fold(text, false).text, span: entry.itemSpans?.[i] ?? span(entry.valueSpan.start, entry.valueSpan.end) }));
}

function publishedLayout(lines: readonly LetterLine[]): Layout {
  const head = lines.slice(0, 30).map(({ line }) => line.text).join('\n');
  if (/Notice of Independent Medical Review Determination/i.test(head)) return '2013-first';
  if (lines.some(({ line }) => /^DOCUMENTS REVIEWED$/i.test(line.text)) && !/Case Number:/.test(head)) return '2013-14-middle';
  return /Case Number:/.test(head) ? '2014-on' : '2013-14';
}
