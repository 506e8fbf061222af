import type { Citation, Guideline } from '../../guidelines/guideline.ts';
import { formatSource } from '../../guidelines/format.ts';
import type { GuidelineLine, Rationale } from '../../determination/model.ts';
import { leansOnItemBefore } from '../../determination/argument/leaning.ts';
import { maySaySilence, saidMtusSilence } from '../../determination/argument/mtus-silence.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { ownText } from '../../determination/quotations.ts';
import { sentenceAround } from '../../determination/sentences.ts';
import { isWithin, ownSentences, sentenceAt } from '../../determination/statements.ts';
import { hasWord, type Sentence } from '../../language/sentence.ts';
import type { Span } from '../../markdown/span.ts';
import { leansOnAnother } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { defineRule, type Fix } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const rationaleGuidelineMismatch = defineRule({
  id: 'rationale-guideline-mismatch',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  waits: ['notArgued'],
  summary: 'The rationale argues from the guideline that the reviewer’s line cites.',
  why: 'The line says what the decision rests on and the rationale says how. Where they name different sources, one of them was left over from another item. Twelve of 439 published items have this fault.',
  sources: [{ title: '8 CCR 9792.21.1(d)' }],
  leavesAlone: [
    '“ACOEM” and “MTUS” for any adopted chapter, and “the guidelines” for whatever the line cites.',
    'Sources named only inside a quotation, or only to say that they are silent, were not used, were used by the claims administrator or the provider, or say the same.',
    'Another edition of the same guideline: `guideline-not-in-force` speaks of that.',
    'Dependants, and rationales that lean on the item before (“Again, …”).',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### Back brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004.\n\n**Decision rationale:** ACOEM gives a brace no lasting benefit. This injury is a year old. Therefore, the brace is not medically necessary.'],
    invalid: [{
      draft: '### Back brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004.\n\n**Decision rationale:** The ⟦Official Disability Guidelines⟧ give a brace no lasting benefit. This injury is a year old. Therefore, the brace is not medically necessary.',
      fixed: '### Back brace: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG).\n\n**Decision rationale:** The Official Disability Guidelines give a brace no lasting benefit. This injury is a year old. Therefore, the brace is not medically necessary.',
    }],
  },
  messages: {
    notCited: ({ item, source }: { item: number; source: string }) =>
      `${itemName(item)} argues from ${source}, which its guideline line doesn’t cite. Add it to the line, or argue from what is cited.`,
    notArgued: ({ item, source }: { item: number; source: string }) =>
      `${itemName(item)} cites ${source}, but the rationale argues from another source. Say what it holds for this request, or take it out of the line.`,
  },
  about: dependantsOf,
  check(item, _context, report, dependants) {
    const { reviewerGuideline: line, rationale } = item.reading;
    if (!line || !rationale || dependants.includes(item.number) || leansOnAnother(item.reading) || leansOnItemBefore(rationale)) return;
    const cited = line.citations.filter(({ status }) => status === 'resolved' || status === 'external');
    const argued = arguedSources(rationale);
    if (cited.length === 0 || argued.length === 0) return;
    const silent = saidMtusSilence(item.reading).map(({ span }) => span);
    const missing = arguedButNotCited(argued, cited) ?? otherGuideline(argued, cited, silent);
    if (missing) {
      report({
        span: sourceSpan(rationale.prose, missing.span),
        // "The wrist chapter" may be one of the MTUS.
        ...(missing.kind === 'odg' && isUnnamed(missing) ? { severity: 'information' } : {}),
        messageId: 'notCited',
        data: { item: item.number, source: named(missing) },
        related: [{ span: line.prose.span, message: 'The guideline line' }],
        fixes: addFix(line, missing),
      });
      return;
    }
    const unused = citedButNotArgued([...argued, ...secondOf(rationale)], cited);
    if (unused && !argued.every(({ span }) => sentenceAround(silent, span) !== undefined || isPerhapsSilent(rationale, span))) {
      report({
        span: sourceSpan(line.prose, unused.span),
        // Where another source of the line is argued from, one too many was cited, and nothing that the decision rests on is missing.
        ...(cited.some(({ status }) => status === 'resolved') ? { severity: 'information' } : {}),
        messageId: 'notArgued',
        data: { item: item.number, source: named(unused) },
        related: [{ span: rationale.prose.span, message: 'The rationale' }],
        fixes: takeOutFix(line, unused, cited),
      });
    }
  },
});

/** What the rationale names in its own words, and argues from. */
function arguedSources({ prose, citations }: Rationale): Citation[] {
  if (citations.length === 0) return [];
  const own = ownText(prose);
  const sentences = ownSentences(prose);
  return citations.filter(({ span }) => {
    if (own.slice(span.start, span.end).trim() === '') return false;
    const around = sentenceAt(sentences, span);
    return around === undefined || !isSomebodyElses(around.sentence, tokenAt(around.sentence, span.start - around.start));
  });
}

/** What a rationale names to say that it comes second or says the same: used all the same. */
function secondOf({ prose, citations }: Rationale): Citation[] {
  const second = ownSentences(prose).filter(({ sentence }) => hasWord(sentence, 'source-not-used') && !hasWord(sentence, 'relied-on-by-others'));
  return citations.filter(({ span }) => second.some((each) => isWithin(each, span)));
}

/** What the denial or the provider relied on, what was not used, and what is named to say that it comes second or says the same. */
function isSomebodyElses(sentence: Sentence, source: number): boolean {
  if (hasWord(sentence, 'relied-on-by-others') || hasWord(sentence, 'source-not-used')) return true;
  const from = sentence.tokens.keys.lastIndexOf(';', source - 1) + 1;
  return hasWord(sentence, 'quotes-a-source', from) && QUOTE_SOURCES.some((list) => hasWord(sentence, list, from, source) || (hasWord(sentence, list, source) && sentence.tokens.keys.includes('by')));
}

/** Who may quote a source: before it ("the provider cites ODG"), or behind a "by". "ODG asks for patient education" is nobody's quotation. */
const QUOTE_SOURCES = ['provider', 'records', 'patient'];

/** The first token that ends behind a place of the sentence. */
function tokenAt({ tokens: { ends, count } }: Sentence, place: number): number {
  let at = 0;
  while (at < count && (ends[at] ?? 0) <= place) at++;
  return at;
}

/** "The MTUS speaks of these drugs for pain only": nothing is argued from it. */
function isPerhapsSilent({ prose }: Rationale, place: Span): boolean {
  const around = sentenceAt(ownSentences(prose), place);
  return around !== undefined && maySaySilence(around.sentence);
}

/** ODG in the rationale, and nothing from outside of the MTUS in the line. */
function arguedButNotCited(argued: readonly Citation[], cited: readonly Citation[]): Citation | undefined {
  if (cited.some(({ status }) => status === 'external')) return undefined;
  return argued.find((each) => each.kind === 'odg' && !(isUnnamed(each) && cited.some(({ guideline }) => areOfOnePart(guideline, each.guideline))));
}

function areOfOnePart(one: Guideline | null, other: Guideline | null): boolean {
  const [parts, others] = [one?.regions ?? [], other?.regions ?? []];
  return parts !== 'every' && parts.some((part) => others.includes(part));
}

/** "The neck chapter" without a publisher: that of the line, where the line has one of the same part. */
function isUnnamed({ text }: Citation): boolean {
  return !/ODG|Official/i.test(text);
}

/** The rationale names guidelines of the MTUS, and none that the line cites. */
function otherGuideline(argued: readonly Citation[], cited: readonly Citation[], silent: readonly Span[]): Citation | undefined {
  const inLine = cited.filter(({ status, guideline }) => status === 'resolved' && guideline !== null);
  const inRationale = argued.filter(({ status, guideline }) => status === 'resolved' && guideline !== null);
  if (inLine.length === 0 || inRationale.length === 0) return undefined;
  const positive = inRationale.filter(({ span }) => !silent.some((sentence) => sentence.start <= span.start && span.end <= sentence.end));
  if (inRationale.some((citation) => inLine.some((other) => sameSubject(citation.guideline, other.guideline)))) return undefined;
  // A bare "ACOEM" can mean any chapter, a bare "opioid guideline" is resolved: only the chapters are left open.
  if (argued.some(({ kind, guideline }) => kind === 'acoem' && guideline === null) && inLine.some(({ guideline }) => guideline?.family === 'acoem-2004')) return undefined;
  return positive[0];
}

/** ODG in the line, while the rationale names sources and none of them can be ODG. */
function citedButNotArgued(argued: readonly Citation[], cited: readonly Citation[]): Citation | undefined {
  if (argued.some(({ kind }) => kind === 'odg' || kind === 'other' || kind === 'study')) return undefined;
  return cited.find(({ kind }) => kind === 'odg');
}

function sameSubject(a: Guideline | null, b: Guideline | null): boolean {
  return a !== null && b !== null && (a.id === b.id || a.subjects.some((subject) => b.subjects.includes(subject)));
}

function named({ kind, guideline, text }: Citation): string {
  if (kind === 'odg') return 'ODG';
  return `“${guideline?.title ?? text}”`;
}

/** Takes the sentence out that cites the source, where the line has others. */
function takeOutFix({ prose }: GuidelineLine, { span }: Citation, cited: readonly Citation[]): Fix[] {
  const before = /\s?\bDecision based on Non-MTUS Citations?:?\s*$/i.exec(prose.text.slice(0, span.start));
  const behind = /^\s*\.?/.exec(prose.text.slice(span.end));
  if (!before || !behind || cited.length < 2) return [];
  const place = sourceSpan(prose, { start: before.index, end: span.end + behind[0].length });
  return [{ title: 'Take it out of the guideline line', applicability: 'suggestion', edits: [{ span: place, newText: '' }] }];
}

function addFix({ prose }: GuidelineLine, { kind, guideline }: Citation): Fix[] {
  if (!guideline) return [];
  const end = prose.span.end;
  const stop = prose.text.endsWith('.') ? '' : '.';
  const source = formatSource(guideline);
  const newText = kind === 'odg' ? `${stop} Decision based on Non-MTUS Citation ${source}.` : `${stop} Decision based on MTUS ${source}.`;
  return [{ title: `Add ${kind === 'odg' ? 'ODG' : `“${guideline.title}”`} to the guideline line`, applicability: 'suggestion', edits: [{ span: { start: end, end }, newText }] }];
}
