import type { NewLetter } from '../../../protocol/new-letter.ts';
import { createTabStops, fillSkeleton, type TabStops } from '../snippets/skeleton-text.ts';
import { skeletons } from '../snippets/skeletons.ts';
import { escapeSnippet } from './plain-snippet.ts';
import { readRequestedItems, type RequestedItem } from './requested-items.ts';

const PREFIX = /^associated surgical services?:\s*/i;
const REQUEST = '[[Requested treatment, with quantity and side]]';
const LISTED = '[[requested treatment]]';

/**
 * Answers `imr/newLetter`: a letter as a snippet, with a tab stop at everything that is not known yet. What is left in `[[…]]`
 * is a finding of its own (`placeholder-left`), so nothing of it goes out by mistake.
 */
export function newLetter({ facts, items }: NewLetter): string {
  const stops = createTabStops();
  const requested = readRequestedItems(items);
  const mirrored = `\${${requested.length === 0 ? stops.next() : 0}:${LISTED}}`;
  const frontMatter = fillSkeleton(frontMatterLines(facts, requested), new Map([[LISTED, mirrored]]), stops);
  const parts = [
    frontMatter.trimEnd(),
    fillSkeleton(bodyOf('letter'), new Map(), stops).trimEnd(),
    ...(requested.length === 0
      ? [fillSkeleton(bodyOf('item'), new Map([[REQUEST, mirrored]]), stops).trimEnd()]
      : requested.map((item) => itemText(item, requested, stops))),
  ];
  return `${parts.join('\n\n')}\n`;
}

function bodyOf(id: string): readonly string[] {
  const skeleton = skeletons.find((each) => each.id === id);
  if (!skeleton) throw new Error(`There is no skeleton ${id}.`);
  return skeleton.body;
}

function frontMatterLines(facts: NewLetter['facts'], requested: readonly RequestedItem[]): string[] {
  return bodyOf('front-matter').flatMap((line) => {
    if (line.includes(LISTED) && requested.length > 0) return requested.map(({ title }) => `  - ${escapeSnippet(yamlWords(title))}`);
    const key = /^[a-z-]+(?=: )/.exec(line)?.[0];
    const value = key === undefined ? undefined : facts[key];
    return [value ? `${key}: ${escapeSnippet(yamlWords(value))}` : line];
  });
}

/** In quotation marks where YAML would read something else than the words. */
function yamlWords(words: string): string {
  const isPlain = /^[a-z\d]/i.test(words) && !/[:#]|\s$/.test(words) && !/^(?:true|false|null|yes|no|on|off)$/i.test(words);
  return isPlain ? words : JSON.stringify(words);
}

/** The heading says what is asked for, the rest is the usual fields, with the items that it depends on. */
function itemText(item: RequestedItem, all: readonly RequestedItem[], stops: TabStops): string {
  const [heading, known] = headingOf(item);
  const fields = bodyOf(item.dependsOn === null ? 'item' : 'dependent-item').slice(1);
  const parents = parentsOf(item, all);
  // Without a number the line stays away: the title says enough for the letter to be understood.
  const depends = parents.length === 0 ? [] : ['', `**Depends on:** ${parents.length === 1 ? 'item' : 'items'} ${parents.join(' and ')}`];
  const lines = [...depends, ...fields.filter((line, index) => !isDependence(line) && !isDependence(fields[index - 1]))];
  return fillSkeleton([heading ?? ''], known, stops) + fillSkeleton(['', ...lines], new Map(), stops).trimEnd();
}

function isDependence(line: string | undefined): boolean {
  return line?.startsWith('**Depends on:**') === true;
}

function headingOf({ title, partial }: RequestedItem): readonly [string | undefined, ReadonlyMap<string, string>] {
  if (partial) {
    return [bodyOf('partial-item')[0], new Map([
      ['[[Original request]]', escapeSnippet(title)],
      ...(partial.authorized === null ? [] : [['[[Authorized part]]', escapeSnippet(partial.authorized)] as const]),
      ...(partial.remaining === null ? [] : [['[[remaining part]]', escapeSnippet(partial.remaining)] as const]),
    ])];
  }
  if (PREFIX.test(title)) return [bodyOf('dependent-item')[0], new Map([['[[Requested service]]', escapeSnippet(title.replace(PREFIX, ''))]])];
  return [bodyOf('item')[0], new Map([[REQUEST, escapeSnippet(title)]])];
}

/** Those that the list names; an associated service that names none hangs on the only other request, where there is one only. */
function parentsOf({ dependsOn }: RequestedItem, all: readonly RequestedItem[]): readonly number[] {
  if (dependsOn === null || dependsOn.length > 0) return dependsOn ?? [];
  const independent = all.flatMap((other, index) => (other.dependsOn === null ? [index + 1] : []));
  return independent.length === 1 ? independent : [];
}
