import { regionsRelated, type RegionId } from '../vocabulary/regions.ts';
import type { DecisionValue } from './decision.ts';
import type { RationaleTemplate } from './template.ts';
import { templates } from './templates.ts';
import { readTitle, wordsOf, type TitleReading } from './title-reading.ts';

/** What is known of the item that needs a rationale. */
export interface FitQuery {
  readonly title: string;
  /** Ids of the vocabulary, as far as the title names them. */
  readonly regions: readonly string[];
  readonly decision: DecisionValue | null;
  /** It hangs on another item. */
  readonly dependent: boolean;
  /** How the letter decides that one, as far as it does. */
  readonly parent?: DecisionValue | null;
  /** Part of the request was authorized. */
  readonly partial: boolean;
  /** It is asked for after an operation. */
  readonly postsurgical: boolean;
}

export interface Fit {
  readonly template: RationaleTemplate;
  /** Higher fits better; above 2 it speaks of the item itself. */
  readonly score: number;
  /** For the reader: "the title speaks of epidural steroid injection; low-back". */
  readonly why: string;
}

/** A part of the score, and what it rests on. */
interface Ground {
  readonly score: number;
  readonly why?: string;
}

/** They serve for any item, below all that speak of it. */
const FALLBACKS: Readonly<Record<string, number>> = { 'mtus-silent': 2, 'no-rfa-detail': 1 };

/** Every template that fits the item, the best first; the general ones stand at the end of any list. `from`: those to choose from. */
export function fitTemplates(query: FitQuery, from: readonly RationaleTemplate[] = templates): readonly Fit[] {
  const title = readTitle(query.title);
  const words = new Set(title.words.split(/[ |]+/));
  return from.flatMap((template) => fit(template, title, words, query) ?? []).sort((a, b) => b.score - a.score);
}

function fit(template: RationaleTemplate, title: TitleReading, words: ReadonlySet<string>, query: FitQuery): Fit | null {
  // Most templates speak of something else: that is asked first.
  const subject = subjectFit(template, title, words);
  const role = roleFit(template, query);
  const fallback = FALLBACKS[template.id] ?? 0;
  if (!subject && !role && fallback === 0) return null;
  if (isElsewhere(template, query) || arguesAgainst(template, query.decision) || isFalse(template, query)) return null;
  const grounds = [role, ...(subject ? [subject, favorFit(template, title), regionFit(template, query), surgeryFit(template, query)] : [])];
  const found = grounds.filter((ground) => ground !== null);
  const score = found.reduce((sum, ground) => sum + ground.score, fallback);
  const why = found.flatMap((ground) => ground.why ?? []).join('; ');
  return { template, score: Math.max(score, fallback), why: why || 'for what no other template speaks of' };
}

/** What the item asks for: the words of the title, the class of its drugs, the kind of its treatment. */
function subjectFit(template: RationaleTemplate, title: TitleReading, titleWords: ReadonlySet<string>): Ground | null {
  const said = triggersOf(template).filter(({ first, words }) => titleWords.has(first) && title.words.includes(words));
  const drug = template.classes?.map((name) => title.drugs.get(name)).find((name) => name !== undefined);
  const treatment = template.kinds?.map((kind) => title.treatments.get(kind)).find((name) => name !== undefined);
  const grounds = [
    ...said.map(({ phrase, weight }) => ({ score: 10 + weight + Math.min(said.length - 1, 3), why: phrase })),
    ...(drug === undefined ? [] : [{ score: 12, why: drug }]),
    ...(treatment === undefined ? [] : [{ score: 6, why: treatment }]),
  ];
  const [best, ...others] = grounds;
  if (!best) return null;
  const { score, why } = others.reduce((heavier, ground) => (ground.score > heavier.score ? ground : heavier), best);
  return { score, why: `the title speaks of ${why}` };
}

/** What the item is, beside what it asks for. */
function roleFit(template: RationaleTemplate, { dependent, partial, decision }: FitQuery): Ground | null {
  if (template.partial && partial) return { score: 14, why: 'part of the request was authorized' };
  if (!template.dependent || !dependent) return null;
  const agrees = decision === null || (decision === 'Upheld') === (template.dependent === 'upheld');
  return { score: agrees ? 20 : 5, why: 'the item depends on another one' };
}

function favorFit(template: RationaleTemplate, title: TitleReading): Ground | null {
  return template.favors?.some((favor) => title.words.includes(wordsOf(favor))) ? { score: 3 } : null;
}

function regionFit(template: RationaleTemplate, query: FitQuery): Ground | null {
  const shared = query.regions.filter((region) => template.regions?.includes(region));
  return shared.length > 0 ? { score: 5, why: shared.join(', ') } : null;
}

/** For another part of the body, and not one that touches the item's: the pelvis does for the hip. */
function isElsewhere({ regions }: RationaleTemplate, query: FitQuery): boolean {
  if (!regions || query.regions.length === 0) return false;
  return !query.regions.some((one) => regions.some((other) => regionsRelated(one as RegionId, other as RegionId)));
}

/** It argues for the other decision. */
export function arguesAgainst(template: RationaleTemplate, decision: DecisionValue | null): boolean {
  return template.decision !== undefined && decision !== null && template.decision !== decision;
}

/** It says of the item on which this one hangs what the letter decides otherwise. */
export function isFalse({ dependent }: RationaleTemplate, { parent = null }: FitQuery): boolean {
  return dependent !== undefined && parent !== null && (dependent === 'upheld') !== (parent === 'Upheld');
}

function surgeryFit(template: RationaleTemplate, { postsurgical }: FitQuery): Ground | null {
  if (!template.postsurgical) return null;
  return postsurgical ? { score: 5, why: 'after surgery' } : { score: -4 };
}

interface Trigger {
  readonly phrase: string;
  readonly words: string;
  /** The first of the words. */
  readonly first: string;
  readonly weight: number;
}

const triggers = new WeakMap<RationaleTemplate, readonly Trigger[]>();

function triggersOf(template: RationaleTemplate): readonly Trigger[] {
  let known = triggers.get(template);
  if (!known) triggers.set(template, (known = template.triggers.map(asTrigger)));
  return known;
}

/** A phrase of several words says more than one word, a long word more than a short one. */
function asTrigger(phrase: string): Trigger {
  const words = wordsOf(phrase);
  return { phrase, words, first: words.split(' ')[1] ?? '', weight: 2 * (words.split(' ').length - 3) + Math.min(words.length, 20) / 10 };
}
