import { readCitations } from '../guidelines/citation.ts';
import type { FrontMatter, FrontMatterEntry } from '../markdown/block.ts';
import { readFrontMatter } from '../markdown/front-matter.ts';
import { span, type Span } from '../markdown/span.ts';
import { didYouMean } from '../settings/nearest.ts';
import type { DecisionValue } from '../snippets/decision.ts';
import type { GuidelineReference, RationaleTemplate } from '../snippets/template.ts';
import { findRegions, regionIds } from '../vocabulary/regions.ts';
import { templateTextProblems, type TemplateProblem } from './team-template-text.ts';
import words from './team-template-words.json' with { type: 'json' };

export interface ReadTemplate {
  /** Null where something is wrong: half a template would put its faults into letters. */
  readonly template: RationaleTemplate | null;
  readonly problems: readonly TemplateProblem[];
}

const KEYS = words.keys.map(({ key }) => key);
const DECISIONS: Readonly<Record<string, DecisionValue | null>> = { upheld: 'Upheld', overturned: 'Overturned', any: null };

/** Reads a team's own rationale template: front matter, and below it the text of the rationale. `name` tells it from others. Never throws. */
export function readTeamTemplate(name: string, text: string): ReadTemplate {
  const frontMatter = readFrontMatter(text, 'template');
  if (!frontMatter) {
    const message = 'A template begins with its head, “title” and “triggers” between two lines of “---”.';
    return { template: null, problems: [{ message, span: span(0, firstLineEnd(text)) }] };
  }
  const problems: TemplateProblem[] = [...frontMatter.errors];
  const head = readHead(frontMatter, problems);
  problems.push(...templateTextProblems(text, frontMatter.span.end));
  if (problems.length > 0) return { template: null, problems };
  const { title, triggers, word = triggers[0] ?? title, regions, decision, guideline = null } = head;
  return {
    problems,
    template: {
      id: `team:${name}`, title, word, triggers, criteria: [], isWhole: true,
      ...(regions.length > 0 && { regions }), ...(decision && { decision }),
      guidelines: { 2009: guideline, 2016: guideline, 2017: guideline },
      body: [text.slice(frontMatter.span.end).trim().replace(/\r\n?/g, '\n')], finding: { upheld: '', overturned: '' },
    },
  };
}

interface Head {
  readonly title: string;
  readonly triggers: readonly string[];
  readonly word: string | undefined;
  readonly regions: readonly string[];
  readonly decision: DecisionValue | null;
  readonly guideline: GuidelineReference | null;
}

function readHead({ span: place, entries }: FrontMatter, problems: TemplateProblem[]): Head {
  for (const { key, keySpan } of entries) {
    if (!KEYS.includes(key)) problems.push({ message: `A template has no “${key}”.${didYouMean(key, KEYS)}`, span: keySpan });
  }
  const entry = (key: string): FrontMatterEntry | undefined => entries.find((one) => one.key === key);
  const fence = span(place.start, place.start + 3);
  const title = listOf(entry('title'));
  const triggers = listOf(entry('triggers'));
  if (title.length === 0) problems.push({ message: 'The template has no “title”. Say how a list shall show it.', span: entry('title')?.keySpan ?? fence });
  if (triggers.length === 0) {
    problems.push({ message: 'The template has no “triggers”. Name the words of item titles that it is for.', span: entry('triggers')?.keySpan ?? fence });
  }
  return {
    title: title.map(({ text }) => text).join(' '), triggers: triggers.map(({ text }) => text), word: listOf(entry('word'))[0]?.text,
    regions: listOf(entry('regions')).flatMap((value) => regionsOf(value, problems)),
    decision: decisionOf(listOf(entry('decision'))[0], problems),
    guideline: guidelineOf(entry('guideline'), problems),
  };
}

interface Value {
  readonly text: string;
  readonly span: Span;
}

/** The words of a list, or of a value without one; empty words are none. */
function listOf(entry: FrontMatterEntry | undefined): Value[] {
  if (!entry || entry.value === null) return [];
  const { value, valueSpan, itemSpans = [] } = entry;
  const values = typeof value === 'string' ? [{ text: value, span: valueSpan }] : value.map((text, i) => ({ text, span: itemSpans[i] ?? valueSpan }));
  return values.filter(({ text }) => text.trim() !== '');
}

function regionsOf({ text, span: place }: Value, problems: TemplateProblem[]): string[] {
  const known = (regionIds as readonly string[]).includes(text) ? [text] : findRegions(text).map(({ value }) => value);
  if (known.length === 0) problems.push({ message: `“${text}” is no part of the body that is known.${didYouMean(text, regionIds)}`, span: place });
  return known;
}

function decisionOf(value: Value | undefined, problems: TemplateProblem[]): DecisionValue | null {
  const decision = value ? DECISIONS[value.text.toLowerCase()] : null;
  if (decision === undefined && value) problems.push({ message: `“${value.text}” is no decision. Write upheld, overturned or any.`, span: value.span });
  return decision ?? null;
}

/** Where a comma divides a citation that stands in brackets, YAML takes it for a list. */
function guidelineOf(entry: FrontMatterEntry | undefined, problems: TemplateProblem[]): GuidelineReference | null {
  const line = listOf(entry).map(({ text }) => text).join(', ');
  if (!entry || line === '') return null;
  const [citation] = readCitations(line);
  if (citation?.guideline) return { guideline: citation.guideline.id, sections: citation.sections.map(({ text }) => text) };
  problems.push({ message: 'The catalogue has no guideline of this name. Cite one as a letter does, such as “MTUS Knee Complaints 2004”.', span: entry.valueSpan });
  return null;
}

function firstLineEnd(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}
