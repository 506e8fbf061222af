import type { Block, BlockDocument, PlacedBlock } from '../../markdown/block.ts';
import { codeSpans } from '../../markdown/code-spans.ts';
import { endOfLine, isBlankLine, nextLine, startOfLine } from '../../markdown/source-lines.ts';
import type { SourceText } from '../../markdown/source-text.ts';
import { shift, span, type Span } from '../../markdown/span.ts';
import type { SilencedRule, Suppression } from '../model.ts';

type Verb = 'disable-next-line' | 'disable' | 'enable' | 'disable-file';

/** A comment that speaks to the checker. Spans count from the block's start. */
interface Directive {
  readonly verb: Verb;
  readonly comment: Span;
  readonly rules: Suppression['rules'];
  readonly reason: string | null;
  /** The next line of the same block that isn't blank; null where the comment stands at the block's end. */
  readonly nextLine: Span | null;
}

const COMMENT = /<!--\s{0,20}imr-(disable-next-line|disable-file|disable|enable)(?!\w|-\w)([\s\S]{0,2000}?)-->/g;
/** What stands before the reason: two hyphens, or the dash that some programs make of them. */
const REASON = /\s(?:--|[–—])(?:\s|$)/;
/** The words that the rule before them is silenced for. */
const QUOTED = /["“][^"“”]{0,400}["”]/g;
const NONE: readonly Directive[] = [];
const SILENCED_NOWHERE: readonly Suppression[] = [];

export type SuppressionReader = (document: BlockDocument) => readonly Suppression[];

/** Reads the comments that silence rules; what a block's comments say is kept with the block. */
export function createSuppressionReader(): SuppressionReader {
  const kept = new WeakMap<Block, readonly Directive[]>();
  const directivesOf = (block: Block): readonly Directive[] => {
    let directives = kept.get(block);
    if (!directives) kept.set(block, (directives = readDirectives(block)));
    return directives;
  };
  return ({ blocks, text }) => {
    const found: { directive: Directive; index: number; start: number }[] = [];
    blocks.forEach(({ block, start }, index) => {
      for (const directive of directivesOf(block)) found.push({ directive, index, start });
    });
    return found.length === 0 ? SILENCED_NOWHERE : suppressions(found, blocks, text);
  };
}

/** Whether a block may hold such a comment. */
export function maySuppress(block: Block): boolean {
  return block.text.includes('<!--');
}

/** The directives of one block: a comment of its own, or one within text. In code and quotations a comment is an example. */
function readDirectives(block: Block): readonly Directive[] {
  if (block.type === 'code' || block.type === 'blockquote' || !maySuppress(block)) return NONE;
  const code = codeSpans(block.text);
  const comments = [...block.text.matchAll(COMMENT)].filter(({ index }) => !code.some(({ start, end }) => start < index && index < end));
  return comments.map((match) => {
    const comment = span(match.index, match.index + match[0].length);
    const words = match[2] ?? '';
    // A dash between quotation marks is none before a reason.
    const dashes = REASON.exec(words.replace(QUOTED, (quoted) => '_'.repeat(quoted.length)));
    const ids = dashes ? words.slice(0, dashes.index) : words;
    const idsAt = comment.end - 3 - words.length;
    return {
      verb: match[1] as Verb,
      comment,
      rules: rulesIn(ids, idsAt),
      reason: dashes ? words.slice(dashes.index + dashes[0].length).trim() || null : null,
      nextLine: nextWords(block.text, comment.end),
    };
  });
}

/** Each rule with the words behind it, one entry for each stretch of words. */
function rulesIn(ids: string, at: number): SilencedRule[] {
  const rules: SilencedRule[] = [];
  for (const { 0: found, index } of ids.matchAll(/["“][^"“”]{0,400}["”]|[^\s,"“”]+/g)) {
    const end = at + index + found.length;
    const before = rules.at(-1);
    if (!/^["“]/.test(found)) rules.push({ id: found, words: null, span: span(at + index, end) });
    else if (before) rules.splice(before.words === null ? -1 : rules.length, 1, { id: before.id, words: found.slice(1, -1), span: span(before.words === null ? before.span.start : at + index, end) });
  }
  return rules;
}

function nextWords(text: string, from: number): Span | null {
  const start = nextLine(text, from);
  let line = start;
  while (line < text.length && isBlankLine(text, line)) line = nextLine(text, line);
  return line < text.length ? span(start, endOfLine(text, line)) : null;
}

interface PlacedDirective {
  readonly directive: Directive;
  readonly index: number;
  readonly start: number;
}

function suppressions(directives: readonly PlacedDirective[], blocks: readonly PlacedBlock[], text: SourceText): Suppression[] {
  const behind = new Behind(blocks);
  const found: Suppression[] = [];
  for (let i = directives.length - 1; i >= 0; i--) {
    const placed = directives[i]!;
    const { directive: { verb, comment, rules, reason }, start } = placed;
    const place = shift(comment, start);
    if (verb === 'enable') behind.add(placed);
    else {
      found.push(new ReadSuppression({
        directive: `imr-${verb}`, comment: place, reason, covers: covered(placed, behind),
        rules: rules.map((rule) => ({ ...rule, span: shift(rule.span, start) })),
      }, text));
    }
  }
  return found.reverse();
}

/** Finds its line when somebody asks for it. */
class ReadSuppression implements Suppression {
  readonly directive: string;
  readonly comment: Span;
  readonly reason: string | null;
  readonly covers: Span;
  readonly rules: Suppression['rules'];
  readonly #text: SourceText;

  constructor({ directive, comment, reason, covers, rules }: Omit<Suppression, 'line'>, text: SourceText) {
    this.directive = directive;
    this.comment = comment;
    this.reason = reason;
    this.covers = covers;
    this.rules = rules;
    this.#text = text;
  }

  get line(): Span {
    return withItsLine(this.comment, this.#text.toString());
  }
}

/** What stands behind a comment, for a walk from the last comment to the first: each question costs the same, however many comments there are. */
class Behind {
  readonly #blocks: readonly PlacedBlock[];
  /** The comments that enable rules, by each of these; those of all rules by none. The nearest is the last. */
  readonly #enabling = new Map<string, PlacedDirective[]>();
  /** By a block's number, that of the next one that isn't HTML. */
  readonly #next: number[];

  constructor(blocks: readonly PlacedBlock[]) {
    this.#blocks = blocks;
    this.#next = new Array<number>(blocks.length);
    for (let i = blocks.length - 1, next = blocks.length; i >= 0; i--) {
      this.#next[i] = next;
      if (blocks[i]?.block.type !== 'html') next = i;
    }
  }

  add(enabling: PlacedDirective): void {
    const { rules } = enabling.directive;
    for (const id of rules.length === 0 ? [''] : rules.map((rule) => rule.id)) {
      const known = this.#enabling.get(id);
      if (known) known.push(enabling);
      else this.#enabling.set(id, [enabling]);
    }
  }

  /** The nearest comment that ends a silence. */
  end(disable: Directive): PlacedDirective | undefined {
    const ofAll = this.#enabling.get('')?.at(-1);
    const [first] = disable.rules;
    const ofRules = first && this.#enabling.get(first.id)?.findLast(({ directive }) => enables(directive, disable));
    if (!ofAll || !ofRules) return ofAll ?? ofRules;
    return ofAll.start + ofAll.directive.comment.start < ofRules.start + ofRules.directive.comment.start ? ofAll : ofRules;
  }

  /** The next block that isn't HTML. */
  block(index: number): PlacedBlock | undefined {
    return this.#blocks[this.#next[index] ?? this.#blocks.length];
  }
}

function withItsLine({ start, end }: Span, text: string): Span {
  const from = startOfLine(text, start);
  const to = nextLine(text, end);
  return text.slice(from, start).trim() === '' && text.slice(end, to).trim() === '' ? span(from, to) : span(start, end);
}

/** Where findings are silenced. The whole of the next block, or from here to where the rules are enabled again. */
function covered({ directive, index, start }: PlacedDirective, behind: Behind): Span {
  if (directive.verb === 'disable-file') return span(0, Infinity);
  if (directive.verb === 'disable') {
    const end = behind.end(directive);
    return span(start + directive.comment.end, end ? end.start + end.directive.comment.start : Infinity);
  }
  if (directive.nextLine) return shift(directive.nextLine, start);
  const next = behind.block(index);
  return next ? span(next.start, next.start + next.block.text.length) : span(start, start);
}

/** An `imr-enable` without rules, or with all of those that were disabled, ends it. */
function enables(enable: Directive, disable: Directive): boolean {
  return enable.rules.length === 0 || (disable.rules.length > 0 && disable.rules.every(({ id }) => enable.rules.some((rule) => rule.id === id)));
}
