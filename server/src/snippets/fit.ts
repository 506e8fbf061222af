import { findTreatments } from '../vocabulary/treatments.ts';
import type { DecisionValue } from './decision.ts';
import { templates } from './templates.ts';
import type { RationaleTemplate } from './template.ts';

/** What is known of the item that needs a rationale. */
export interface FitQuery {
  readonly title: string;
  /** Ids of the vocabulary, as far as the title names them. */
  readonly regions: readonly string[];
  readonly decision: DecisionValue | null;
  /** It hangs on another item. */
  readonly dependent: boolean;
  /** Part of the request was authorized. */
  readonly partial: boolean;
  /** It is asked for after an operation. */
  readonly postsurgical: boolean;
}

export interface Fit {
  readonly template: RationaleTemplate;
  /** Higher fits better; above 8 it speaks of the item itself. */
  readonly score: number;
  /** For the reader, such as "the title speaks of epidural steroid injection; low-back". */
  readonly why: string;
}

/** A title or trigger as words with a space around each, so that one can be looked for in the other. */
type Words = string;

interface Trigger {
  readonly phrase: string;
  readonly words: Words;
  readonly weight: number;
}

interface Prepared {
  readonly template: RationaleTemplate;
  readonly triggers: readonly Trigger[];
  readonly favors: readonly Words[];
}

/** Every template that fits the item, the best first; the general ones stand at the end of any list. */
export function fitTemplates(query: FitQuery): readonly Fit[] {
  // The vocabulary's own names, so that "NCV" finds what speaks of nerve conduction.
  const named = findTreatments(query.title).map((found) => wordsOf(found.value.name));
  const words = [wordsOf(query.title), ...named].join('|');
  return prepared()
    .flatMap((candidate) => fit(candidate, words, query) ?? [])
    .sort((a, b) => b.score - a.score);
}

function fit(candidate: Prepared, words: Words, query: FitQuery): Fit | null {
  const { template } = candidate;
  const said = candidate.triggers.filter((trigger) => words.includes(trigger.words));
  const best = said.reduce<Trigger | null>((heaviest, trigger) => (heaviest && heaviest.weight >= trigger.weight ? heaviest : trigger), null);
  const role = roleOf(template, query);
  const general = FALLBACKS[template.id];
  if (!best && !role && general === undefined) return null;
  const reasons = [...(best ? [`the title speaks of ${best.phrase}`] : []), ...(role ? [role.why] : [])];
  let score = (best ? 10 + best.weight + Math.min(said.length - 1, 3) : 0) + (role?.score ?? 0) + (general ?? 0);
  if (best) {
    if (candidate.favors.some((favor) => words.includes(favor))) score += 3;
    const region = regionFit(template, query);
    score += region.score + surgeryFit(template, query);
    reasons.push(...region.named);
  }
  return { template, score, why: reasons.join('; ') || 'for whatever no other template speaks of' };
}

/** They serve for any item, below all that speak of it. */
const FALLBACKS: Readonly<Record<string, number>> = { 'mtus-silent': 2, 'no-rfa-detail': 1 };

/** What the item is, beside what it asks for. */
function roleOf(template: RationaleTemplate, { dependent, partial, decision }: FitQuery): { score: number; why: string } | null {
  if (template.partial && partial) return { score: 14, why: 'part of the request was authorized' };
  if (!template.dependent || !dependent) return null;
  const agrees = decision === null || (decision === 'Upheld') === (template.dependent === 'upheld');
  return { score: agrees ? 20 : 5, why: 'the item depends on another one' };
}

function regionFit(template: RationaleTemplate, query: FitQuery): { score: number; named: readonly string[] } {
  if (!template.regions || query.regions.length === 0) return { score: 0, named: [] };
  const shared = query.regions.filter((region) => template.regions?.includes(region));
  return shared.length > 0 ? { score: 5, named: shared } : { score: -9, named: [] };
}

function surgeryFit(template: RationaleTemplate, query: FitQuery): number {
  if (!template.postsurgical) return 0;
  return query.postsurgical ? 5 : -4;
}

let cache: readonly Prepared[] | null = null;

function prepared(): readonly Prepared[] {
  return (cache ??= templates.map((template) => ({
    template,
    triggers: template.triggers.map(asTrigger),
    favors: (template.favors ?? []).map(wordsOf),
  })));
}

/** A phrase of several words says more than one word, a long word more than a short one. */
function asTrigger(phrase: string): Trigger {
  const words = wordsOf(phrase);
  return { phrase, words, weight: 2 * (words.split(' ').length - 3) + Math.min(words.length, 20) / 10 };
}

function wordsOf(text: string): Words {
  const words = text.toLowerCase().match(/[a-z0-9.]+/g) ?? [];
  return ` ${words.map(singular).join(' ')} `;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word.replace(/\.$/, '');
}
