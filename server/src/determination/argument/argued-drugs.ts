import { hasWord, mentionsOf, type Sentence } from '../../language/sentence.ts';
import { span, type Span } from '../../markdown/span.ts';
import { findDrugs, sharesIngredient, type Drug } from '../../vocabulary/drugs.ts';
import { speaksOfMany } from '../words/case-voice.ts';
import { genericsIn } from '../case/drugs-taken.ts';
import type { Prose } from '../model.ts';
import { inEach, ownSentences } from '../statements.ts';

/** A drug of which a rationale says what it does or will do. Span: in the prose's text. */
export interface ArguedDrug {
  readonly drug: Drug;
  readonly text: string;
  readonly span: Span;
}

/** "The lidocaine will numb the spot": the one drug of a sentence, which it begins with, and what that drug does now or later. */
const arguedIn = inEach((sentence: Sentence): readonly ArguedDrug[] => {
  const [first, ...others] = mentionsOf<Drug>(sentence, 'drug');
  const { keys, starts, ends } = sentence.tokens;
  if (!first || others.length > 0 || first.from > 1 || (first.from === 1 && !DEFINITE.has(keys[0] ?? ''))) return [];
  if (!DOES.has(keys[first.to] ?? '') || keys.some((key) => OTHERWISE.has(key)) || speaksOfMany(sentence) || hasWord(sentence, 'voice-source') || hasWord(sentence, 'claims-administrator')) return [];
  const place = span(starts[first.from] ?? 0, ends[first.to - 1] ?? 0);
  return [{ drug: first.value, text: sentence.text.slice(place.start, place.end), span: place }];
});

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'such', 'his', 'her', 'so', 'and', 'but', 'here']);
const DOES: ReadonlySet<string> = new Set([
  'will', 'calms', 'calm', 'keeps', 'keep', 'eases', 'ease', 'helps', 'help', 'relieves', 'relieve', 'lets', 'let', 'reduces', 'numbs', 'burns', 'lowers', 'acts', 'works', 'allows', 'allow', 'brings', 'controls',
  'makes', 'dulls', 'takes', 'gives', 'quiets', 'settles', 'soothes', 'raises', 'improves', 'protects', 'shields', 'can', 'does', 'serves', 'enables', 'spares',
]);
/** Words by which another drug is named for a reason of its own: in place of the requested one, as tried, or as denied. */
const OTHERWISE: ReadonlySet<string> = new Set([
  'instead', 'alternative', 'cheaper', 'counter', 'first', 'before', 'tried', 'try', 'could', 'would', 'well', 'suffice', 'available', 'safer', 'rather', 'also', 'too', 'unlike', 'than', 'not', 'no', 'never', 'same', 'enough', 'alone',
  'already', 'by', 'itself', 'other', 'another', 'until', 'was', 'were', 'had', 'did', 'failed', 'stopped', 'and', 'but', 'while', 'whereas', 'alike', 'both', 'remains', 'above', 'below', 'item', 'these', 'together',
]);

/** The drugs that a rationale argues from and that neither its title nor anything else in the letter names. `known`: generic names of summary and titles. */
export function foreignArguedDrugs(rationale: Prose, title: string, known: ReadonlySet<string>): readonly ArguedDrug[] {
  const argued = arguedIn(ownSentences(rationale));
  if (argued.length === 0) return [];
  const requested = findDrugs(title);
  if (requested.length === 0) return [];
  return argued.filter(({ drug }) => !requested.some(({ value }) => sharesIngredient(value, drug)) && !drug.generic.split('/').some((name) => known.has(name)));
}

/** Generic names, each ingredient by itself. */
export function genericsOf(proses: readonly Prose[]): ReadonlySet<string> {
  return new Set(proses.flatMap((prose) => [...genericsIn(prose)]));
}
