import type { ChangeKind, ComparedItem, RoundChange, RoundComparison } from '../../../protocol/rounds.ts';
import { matchItems } from '../determination/reading/disputed-list.ts';
import type { Citation } from '../guidelines/guideline.ts';
import type { DisputedItem, Prose, SectionName } from '../determination/model.ts';
import { sourceSpan } from '../determination/prose.ts';
import { shift, span, type Span } from '../markdown/span.ts';
import { necessityWords, decisionFor } from '../rules/common/wording.ts';
import { alike } from '../rules/engine/alike.ts';
import { findQuantities } from '../vocabulary/quantities.ts';
import { changedSentences } from './changed-sentences.ts';
import { rangeOf } from './cursor.ts';
import type { Letter } from './letter.ts';
import { inDocument } from './mentions.ts';

const ORDER: readonly ChangeKind[] = ['verdict', 'citation', 'quantity', 'request', 'fact', 'words'];

/** What changed from one version of a letter to another, item by item. Items are told by their titles, so that one that moved is no other. */
export function compareRounds(before: Letter, after: Letter): RoundComparison {
  const [was, is] = [before.determination.items, after.determination.items];
  const entries = was.map((item) => ({ text: item.reading.title.text, span: span(item.start, item.end), item }));
  const { places, undecided } = matchItems(entries, is);
  const items = is.map((item): ComparedItem => {
    const old = entries.find((entry) => entry === places.get(item))?.item;
    const changes = old ? weighed(changesOf(old, item, after)) : [];
    const status = !old ? 'added' : changes.length > 0 ? 'changed' : 'same';
    return { number: item.number, before: old?.number ?? null, title: item.reading.title.text, status, changes, range: rangeOf(after.lines, inDocument(item, item.reading.title, wholeOf(item.reading.title))) };
  });
  const removed = entries.filter((entry) => undecided.includes(entry)).map(({ text, item }): ComparedItem => (
    { number: null, before: item.number, title: text, status: 'removed', changes: [], range: rangeOf(after.lines, span(0, 0)) }
  ));
  return { items: [...items, ...removed], letter: weighed([...changedFacts(before, after), ...changedPassages(before, after)]) };
}

function weighed(changes: readonly RoundChange[]): RoundChange[] {
  return [...changes].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

function changesOf(old: DisputedItem, item: DisputedItem, letter: Letter): RoundChange[] {
  const [was, is] = [old.reading, item.reading];
  const at = (prose: Prose, place: Span) => rangeOf(letter.lines, inDocument(item, prose, place));
  const whole = (prose: Prose | undefined) => at(prose ?? is.title, wholeOf(prose ?? is.title));
  const change = (kind: ChangeKind, where: string, before: string | null, after: string | null, range: RoundChange['range']): RoundChange[] => (before === after ? [] : [{ kind, where, before, after, range }]);
  const verdict = ({ rationale }: typeof is): string | null => (rationale?.conclusion ? necessityWords(decisionFor(rationale.conclusion.value)) : null);
  return [
    ...change('verdict', 'decision', was.decision?.word ?? null, is.decision?.word ?? null, is.decision ? rangeOf(letter.lines, shift(is.decision.span, item.start)) : whole(undefined)),
    ...change('verdict', 'conclusion', verdict(was), verdict(is), is.rationale?.conclusion ? at(is.rationale.prose, is.rationale.conclusion.span) : whole(is.rationale?.prose)),
    ...change('request', 'title', was.title.text, is.title.text, whole(is.title)),
    ...FIELDS.flatMap(({ name, of }): RoundChange[] => {
      const [old, now] = [of(was), of(is)];
      return [
        ...change('citation', name, ...differing(cited(old), cited(now)), whole(now?.prose)),
        ...(name === RATIONALE ? sentencesOf(was, item, letter) : alike(cited(old), cited(now)) ? change('words', name, old?.prose.text ?? null, now?.prose.text ?? null, whole(now?.prose)) : []),
      ];
    }),
    ...change('quantity', 'title', ...differing(figures(was.title), figures(is.title)), whole(is.title)),
    ...change('quantity', RATIONALE, ...differing(figures(was.rationale?.prose), figures(is.rationale?.prose)), whole(is.rationale?.prose)),
  ];
}

const RATIONALE = 'rationale';
type Reading = DisputedItem['reading'];
interface Field {
  readonly prose: Prose;
  readonly citations: readonly Citation[];
}
const FIELDS: readonly { readonly name: string; readonly of: (reading: Reading) => Field | null }[] = [
  { name: 'claims administrator\'s guideline', of: ({ claimsAdministratorGuideline }) => claimsAdministratorGuideline },
  { name: 'reviewer\'s guideline', of: ({ reviewerGuideline }) => reviewerGuideline },
  { name: RATIONALE, of: ({ rationale }) => rationale },
];

/** What is cited, as it is written. */
function cited(field: Field | null): string[] {
  return (field?.citations ?? []).map(({ text }) => text);
}

function figures(prose: Prose | undefined): string[] {
  return prose ? findQuantities(prose.text).map(({ span: { start, end } }) => prose.text.slice(start, end)) : [];
}

/** What one has beyond the other, and the other beyond it; null for nothing. */
function differing(before: readonly string[], after: readonly string[]): [before: string | null, after: string | null] {
  return [beyond(before, after), beyond(after, before)];
}

function beyond(words: readonly string[], others: readonly string[]): string | null {
  const left = [...others];
  return words.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).join('; ') || null;
}

function sentencesOf({ rationale: old }: Reading, item: DisputedItem, letter: Letter): RoundChange[] {
  const now = item.reading.rationale;
  const after = now ? now.sentences.map((place) => ({ text: now.prose.text.slice(place.start, place.end), span: inDocument(item, now.prose, place) })) : [];
  const field = now ? inDocument(item, now.prose, wholeOf(now.prose)) : inDocument(item, item.reading.title, wholeOf(item.reading.title));
  return changedSentences(old ? old.sentences.map(({ start, end }) => old.prose.text.slice(start, end)) : [], after)
    .map(({ before, after: sentence }) => ({ kind: 'words', where: RATIONALE, before, after: sentence?.text ?? null, range: rangeOf(letter.lines, sentence?.span ?? field) }));
}

function wholeOf({ text }: Prose): Span {
  return span(0, text.length);
}

function changedFacts({ determination: { facts: was } }: Letter, { determination: { facts: is }, lines }: Letter): RoundChange[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): RoundChange[] => {
    const [before, after] = [was.get(key)?.value ?? null, is.get(key)?.value ?? null];
    return before === after ? [] : [{ kind: 'fact', where: key, before, after, range: rangeOf(lines, is.get(key)?.span ?? span(0, 0)) }];
  });
}

const SECTIONS: Readonly<Record<SectionName, string>> = {
  'how-determination-was-made': 'how the determination was made', 'documents-reviewed': 'documents reviewed', 'clinical-case-summary': 'clinical case summary',
  'issues-decisions-and-rationales': 'issues, decisions and rationales',
};

function changedPassages(before: Letter, after: Letter): RoundChange[] {
  const sections = new Set([...before.determination.passages, ...after.determination.passages].map(({ section }) => section));
  return [...sections].flatMap((section) => {
    const place = after.determination.sections.find(({ name }) => name === section)?.heading ?? span(0, 0);
    return changedSentences(passageSentences(before, section).map(({ text }) => text), passageSentences(after, section)).map(({ before: old, after: sentence }): RoundChange => (
      { kind: 'words', where: section === null ? 'above the first section' : SECTIONS[section], before: old, after: sentence?.text ?? null, range: rangeOf(after.lines, sentence?.span ?? place) }
    ));
  });
}

function passageSentences({ determination: { passages } }: Letter, section: SectionName | null): { readonly text: string; readonly span: Span }[] {
  return passages.filter((passage) => passage.section === section).flatMap(({ start, reading: { prose, sentences } }) => (
    sentences.map((place) => ({ text: prose.text.slice(place.start, place.end), span: shift(sourceSpan(prose, place), start) }))
  ));
}
