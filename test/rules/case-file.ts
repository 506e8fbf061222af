import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Blockquote, Code, Root, RootContent } from 'mdast';
import { readFrontMatter } from '../../server/src/markdown/front-matter.ts';
import { bodyStart } from '../../server/src/markdown/parse.ts';
import type { Severity } from '../../server/src/rules/engine/rule.ts';
import type { Case } from './check.ts';

/** A case as its file has it, not read yet, so that a case that can't be read is a test that fails and says where. */
export interface WrittenCase {
  /** The heading. */
  readonly name: string;
  /** Line of the heading, from 1. */
  readonly line: number;
  /** Throws where the case isn't written as test/rules/README.md says. */
  readonly read: () => Case;
}

/** What stands around words that are no letter by themselves: they are this item's rationale. */
const FRAME = '### Walking cane: Upheld\n\n**Decision rationale:** ';
const ARROW = '→';
const NO_FIX = `${ARROW} no fix`;
const SEVERITIES: Readonly<Record<string, Severity>> = { Error: 'error', Warning: 'warning', Information: 'information', Hint: 'hint' };

/** The cases of a file, one for each heading of the second level, in their order. Whatever stands above the first is for readers. */
export function casesIn(file: string): WrittenCase[] {
  const nodes = topLevel(file);
  const starts = nodes.flatMap((node, i) => (node.type === 'heading' && node.depth === 2 ? [i] : []));
  return starts.map((start, i) => {
    const heading = nodes[start];
    const name = heading ? sourceOf(heading, file).replace(/^## /, '') : '';
    return { name, line: heading?.position?.start.line ?? 0, read: () => readCase(name, nodes.slice(start + 1, starts[i + 1]), file) };
  });
}

function readCase(name: string, nodes: readonly RootContent[], file: string): Case {
  const arrow = nodes.findIndex((node) => node.type === 'paragraph' && sourceOf(node, file).startsWith(ARROW));
  const letters = (arrow < 0 ? nodes : nodes.slice(0, arrow)).filter((node): node is Code => node.type === 'code');
  const [letter] = letters;
  if (!letter || letters.length > 1) throw new Error(`A case has one letter in a fence, this one has ${letters.length}. Its letter after the fix stands behind a line with ${ARROW}.`);
  const quote = nodes.find((node): node is Blockquote => node.type === 'blockquote');
  const fixed = arrow < 0 ? {} : { fixed: readFixed(nodes.slice(arrow), file) };
  const found: Case = { name, draft: textOf(letter), kind: kindOf(letter), ...(quote ? readSaid(sourceOf(quote, file)) : {}), ...fixed };
  assertMarked(found);
  return found;
}

/** A forgotten mark would turn a case into its opposite, were its name not held against it. */
function assertMarked({ name, draft }: Case): void {
  const isMarked = draft.includes('⟦');
  if (isMarked && /^leaves alone/i.test(name)) throw new Error('A letter that is left alone has no marks ⟦ ⟧.');
  if (!isMarked && /^flags/i.test(name)) throw new Error('What is flagged stands between ⟦ and ⟧.');
}

/** The letter behind the arrow; null where "→ no fix" says that there is none. */
function readFixed([arrow, ...nodes]: readonly RootContent[], file: string): string | null {
  const letters = nodes.filter((node): node is Code => node.type === 'code');
  const [letter] = letters;
  if (letter && letters.length === 1) return textOf(letter);
  if (arrow && letters.length === 0 && sourceOf(arrow, file) === NO_FIX) return null;
  throw new Error(`Behind ${ARROW} stands one letter in a fence, or the line is “${NO_FIX}”.`);
}

/** "> **Warning** Item 2 … item 1": the severity of every finding, and words of its message with … for what stands between them. */
function readSaid(quote: string): Pick<Case, 'severity' | 'says'> {
  const said = quote.replace(/^>\s?/gm, '').replace(/\s+/g, ' ').trim();
  const [, label, words = said] = /^\*\*([A-Z][a-z]*)\*\*(.*)$/.exec(said) ?? [];
  const severity = label === undefined ? undefined : SEVERITIES[label];
  if (label !== undefined && !severity) throw new Error(`“${label}” is none of ${Object.keys(SEVERITIES).join(', ')}.`);
  return { ...(severity ? { severity } : {}), ...(words.trim() === '' ? {} : { says: words.trim() }) };
}

function kindOf({ lang }: Code): 'markdown' | 'plaintext' {
  if (lang === 'markdown') return 'markdown';
  if (lang === 'text') return 'plaintext';
  throw new Error(`The fence of a letter is called “markdown”, or “text” for a letter that is pasted from a PDF, not “${lang ?? ''}”.`);
}

function textOf(letter: Code): string {
  const text = `${letter.value}\n`;
  return kindOf(letter) === 'markdown' ? framed(text) : text;
}

/** A letter as it is; words without any heading as the rationale of an item. */
function framed(text: string): string {
  const start = bodyStart(text, readFrontMatter(text));
  const body = text.slice(start).trimStart();
  if (body === '' || topLevel(body).some(({ type }) => type === 'heading')) return text;
  return `${text.slice(0, start)}${start > 0 ? '\n' : ''}${FRAME}${body}`;
}

function topLevel(text: string): readonly RootContent[] {
  return (unified().use(remarkParse).parse(text) as Root).children;
}

function sourceOf(node: RootContent, file: string): string {
  return file.slice(node.position?.start.offset, node.position?.end.offset);
}
