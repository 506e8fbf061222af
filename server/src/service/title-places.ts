import type { Determination, DisputedItem, Prose } from '../determination/model.ts';
import { withoutQuotations } from '../determination/quotations.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { inDocument } from './mentions.ts';

/** Where a title stands in its heading. Offsets of the document. */
export function titlePlace({ start, reading: { title } }: DisputedItem): Span {
  return shift(title.span, start);
}

/** Words as they are compared: blanks and capitals don't count. */
export function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Where rationales repeat the title. Of another item's rationale, only a title of several words is taken for this item's. */
export function repetitions({ items }: Determination, item: DisputedItem): { place: Span; words: string }[] {
  const title = item.reading.title.text;
  const isAmbiguous = items.some((other) => other !== item && folded(other.reading.title.text) === folded(title));
  const longer = items.map(({ reading }) => reading.title.text).filter((other) => other.length > title.length && folded(other).includes(folded(title)));
  return items.flatMap((other) => {
    const prose = other.reading.rationale?.prose;
    if (!prose || (other !== item && (isAmbiguous || !title.includes(' ')))) return [];
    return occurrences(prose, title, longer).map((place) => ({ place: inDocument(other, prose, place), words: prose.text.slice(place.start, place.end) }));
  });
}

/** The title's places in a text's own words, its first letter in either case; none within the longer title of another item. */
function occurrences({ text }: Prose, title: string, longer: readonly string[]): Span[] {
  const own = withoutQuotations(text);
  const taken = longer.flatMap((words) => placesOf(own, words));
  return placesOf(own, title).filter((place) => !taken.some((other) => other.start <= place.start && place.end <= other.end));
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = [];
  const [first = '', rest] = [words[0], words.slice(1)];
  for (let at = text.indexOf(rest, 1); at >= 1; at = text.indexOf(rest, at + 1)) {
    const start = at - 1;
    const end = at + rest.length;
    if (text[start]?.toLowerCase() === first.toLowerCase() && !isLetter(text[start - 1]) && !isLetter(text[end])) places.push(span(start, end));
    if (rest === '') break;
  }
  return text.startsWith(words) && !isLetter(text[words.length]) && !places.some(({ start }) => start === 0) ? [span(0, words.length), ...places] : places;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** As the words that it replaces, a title within a sentence begins small; an abbreviation keeps its capitals. */
export function inSentence(title: string, replaced: string, old: string): string {
  const wasLowered = replaced[0] !== old[0] && replaced[0] === old[0]?.toLowerCase();
  return wasLowered && /^\p{Lu}\p{Ll}/u.test(title) ? `${title[0]?.toLowerCase()}${title.slice(1)}` : title;
}

/** Plain words as YAML reads them; in quotation marks where they had them, or where a plain list entry would be read as something else. */
export function yamlWords(words: string, quoted: boolean): string {
  const isPlain = /^[\p{L}\d(][^#\n]*$/u.test(words) && !/:(?:\s|$)|\s$/.test(words) && !/^(?:true|false|yes|no|null|on|off|[\d.]+)$/i.test(words);
  return isPlain && !quoted ? words : JSON.stringify(words);
}
