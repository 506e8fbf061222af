import type { DisputedItem, GuidelineLine, Rationale } from '../../determination/model.ts';
import { silentTopics } from '../../determination/argument/silent-topics.ts';
import { deniesForSilenceAlone, isAboutRequest, isOfWholeMtus, partsWithoutGuideline, saidMtusSilence } from '../../determination/argument/mtus-silence.ts';
import { fieldsWithoutGuideline } from '../../determination/argument/field-silence.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { sentenceAround } from '../../determination/sentences.ts';
import { catalogue } from '../../guidelines/catalogue.ts';
import { guidelineOn } from '../../guidelines/covers.ts';
import type { Guideline } from '../../guidelines/guideline.ts';
import { inForceOn } from '../../guidelines/in-force.ts';
import type { Span } from '../../markdown/span.ts';
import { regionsNamed } from '../../vocabulary/regions.ts';
import { findTreatments } from '../../vocabulary/treatments.ts';
import { leansOnAnother, lineCitations, urDenialDate } from '../common/citations.ts';
import { dependantsOf } from '../common/dependence.ts';
import { quotedSectionOf, type QuotedSection } from '../common/quoted-section.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const mtusSilenceContradicted = defineRule({
  id: 'mtus-silence-contradicted',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  summary: 'A rationale that calls the MTUS silent rests on a source outside of it.',
  why: 'If the MTUS says nothing about the request, it can’t be what the decision is based on: the line must name the source that was used instead.',
  sources: [{ title: '8 CCR 9792.21.1(d)' }, { title: '4 of 439 published items' }],
  leavesAlone: ['A line that cites any source outside of the MTUS.', '“Makes no recommendation” where a current ACOEM guideline is cited: that is one of its ratings.', 'Silence on a detail, such as the number of visits.', 'A section on the request that only the catalogue knows, and that nobody cites: that is a word of advice.', 'A rationale that calls one guideline silent and argues from another one of the MTUS.', 'A denial for silence alone: `denied-for-mtus-silence` speaks of that.', 'Dependants.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.\n\n**Decision rationale:** The MTUS is silent. ODG asks for a limited gait, and the gait is steady. Therefore, the wheelchair is not medically necessary.'],
    invalid: [{
      draft: '### Wheelchair rental: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004.\n\n**Decision rationale:** ⟦The MTUS is silent on wheelchairs.⟧ The gait of this patient is steady on level ground. Therefore, the wheelchair is not medically necessary.',
    }],
  },
  messages: {
    onlyMtus: ({ item }: { item: number }) =>
      `${itemName(item)} says that the MTUS is silent, but its guideline line cites only the MTUS. Cite the source that the decision rests on.`,
    sectionThere: ({ item, section, guideline }: { item: number; section: string; guideline: string }) =>
      `${itemName(item)} says that the MTUS is silent, but the claims administrator cites “${section}” of “${guideline}”. Say what it holds, or why it doesn’t apply.`,
    topicThere: ({ item, guideline, thing }: { item: number; guideline: string; thing: string }) =>
      `${itemName(item)} says that the MTUS is silent on ${thing}, but “${guideline}” was in force, which deals with it. Look there first.`,
    partThere: ({ item, guideline }: { item: number; guideline: string }) =>
      `${itemName(item)} says that no guideline was adopted for this part of the body, but “${guideline}” was in force. Look there first.`,
    fieldThere: ({ item, guideline }: { item: number; guideline: string }) =>
      `${itemName(item)} says that the state has no guideline for this, but “${guideline}” was in force. Look there first.`,
    sectionCited: ({ item, section }: { item: number; section: string }) =>
      `${itemName(item)} says that the MTUS is silent, but “${section}”, which is cited above, is a section of it. Say what it holds, or why it doesn’t apply.`,
  },
  about: dependantsOf,
  check(item, context, report, dependants) {
    const { reviewerGuideline: line, rationale } = item.reading;
    if (!rationale) return;
    const only = line && !dependants.includes(item.number) && !leansOnAnother(item.reading) ? silenceBesideMtus(item, line, rationale) : null;
    const there = only ? null : calledSilent(item);
    const adopted = adoptedAfterAll(rationale, context);
    if (line && only) {
      report({
        span: sourceSpan(rationale.prose, only),
        messageId: 'onlyMtus',
        data: { item: item.number },
        related: [{ span: line.prose.span, message: 'The guideline line' }],
        fixes: quotedSectionOf(item.reading) ? [] : [addSource(line, rationale)],
      });
    } else if (there) {
      report({ span: sourceSpan(rationale.prose, there.span), messageId: 'sectionThere', data: { item: item.number, section: there.section.title, guideline: there.guideline.title } });
    } else if (adopted) {
      report({ span: sourceSpan(rationale.prose, adopted.span), messageId: adopted.says, data: { item: item.number, guideline: `${adopted.guideline.title} ${adopted.guideline.year}` } });
    } else {
      const cited = silentOnCited(item);
      const covered = cited ? null : coveredAfterAll(item, context);
      if (covered) report({ span: sourceSpan(rationale.prose, covered.span), severity: 'information', messageId: 'topicThere', data: { item: item.number, guideline: `${covered.guideline.title} ${covered.guideline.year}`, thing: covered.thing } });
      if (cited) report({ span: sourceSpan(rationale.prose, cited.span), messageId: 'sectionCited', data: { item: item.number, section: cited.section } });
    }
  },
});

function addSource({ prose: { span } }: GuidelineLine, rationale: Rationale): Fix {
  const newText = ` Decision based on Non-MTUS Citation ${sourceOf(rationale)}.`;
  return { title: 'Add a source outside of the MTUS to the line', applicability: 'suggestion', edits: [{ span: { start: span.end, end: span.end }, newText }] };
}

/** Where a rationale calls the MTUS silent on the request while its line cites nothing else. */
function silenceBesideMtus({ reading }: DisputedItem, line: GuidelineLine, { citations }: Rationale): Span | null {
  const cited = line.citations.filter(({ status }) => status !== 'none');
  if (cited.length === 0 || cited.some(({ status }) => status !== 'resolved')) return null;
  const silence = saidMtusSilence(reading).filter((each) => isAboutRequest(each, reading.title)).map(({ span }) => span);
  const first = silence[0];
  if (!first || deniesForSilenceAlone(reading)) return null;
  // "The 2016 edition is silent, while the 2009 edition …": another guideline of the MTUS is argued from.
  const argued = citations.some(({ kind, span }) => (kind === 'mtus' || kind === 'acoem') && (!sentenceAround(silence, span) || severalIn(citations, first)));
  return argued ? null : first;
}

/** A guideline in force on a part of the body for which a rationale says that none was adopted. */
function adoptedAfterAll(rationale: Rationale, context: LetterContext): { guideline: Guideline; span: Span; says: 'partThere' | 'fieldThere' } | null {
  const parts = partsWithoutGuideline(rationale);
  const fields = fieldsWithoutGuideline(rationale).filter(({ treatments, guidelines }) => treatments.length === 0 || guidelines.length > 0);
  const date = parts.length + fields.length > 0 ? urDenialDate(context) : null;
  if (date === null) return null;
  const inForce = (each: Guideline): boolean => each.family !== 'odg' && inForceOn(each, date).status === 'in-force';
  for (const { regions, span } of [...parts, ...fields.filter(({ treatments }) => treatments.length === 0)]) {
    const guideline = catalogue().guidelines.find((each) => isOn(each, regions) && inForce(each));
    if (guideline) return { guideline, span, says: 'partThere' };
  }
  for (const { guidelines, span } of fields) {
    const guideline = guidelines.find(inForce);
    if (guideline) return { guideline, span, says: 'fieldThere' };
  }
  return null;
}

/** A treatment that the rationale calls a blank in the schedule, while a guideline line of the item cites the schedule's own section on it. */
function silentOnCited({ reading }: DisputedItem): { section: string; span: Span } | null {
  if (!reading.rationale) return null;
  for (const { treatments, span } of fieldsWithoutGuideline(reading.rationale)) {
    for (const { citation } of treatments.length > 0 ? lineCitations(reading) : []) {
      const section = citation.guideline?.family === 'mtus' && citation.status === 'resolved'
        ? citation.sections.find((each) => each.section && findTreatments(each.section.title).some(({ value }) => treatments.includes(value.id))) : undefined;
      if (section) return { section: section.text, span };
    }
  }
  return null;
}

/** What a rationale calls the whole schedule silent on, and a guideline in force that deals with it. */
function coveredAfterAll({ reading }: DisputedItem, context: LetterContext): { readonly guideline: Guideline; readonly thing: string; readonly span: Span } | null {
  const date = urDenialDate(context);
  if (date === null) return null;
  for (const { topic, thing, span } of silentTopics(reading)) {
    const guideline = guidelineOn(topic, date);
    if (guideline) return { guideline, thing, span };
  }
  return null;
}

/** By its title; the catalogue gives a guideline its neighbours, too. */
function isOn({ family, title, inForce }: Guideline, regions: readonly string[]): boolean {
  return family !== 'odg' && inForce.certain && regionsNamed(title).some((region) => regions.includes(region));
}

/** What the claims administrator cites on the request, of a schedule that the rationale calls silent on it. */
function calledSilent({ reading }: DisputedItem): (QuotedSection & { span: Span }) | null {
  const quoted = quotedSectionOf(reading);
  const silence = quoted && saidMtusSilence(reading).find((each) => isOfWholeMtus(each) && isAboutRequest(each, reading.title));
  return quoted && silence && !deniesForSilenceAlone(reading) ? { ...quoted, span: silence.span } : null;
}

/** What the rationale argues from outside of the MTUS; where it names nothing, only the reviewer knows. */
function sourceOf({ citations }: Rationale): string {
  return citations.some(({ kind }) => kind === 'odg') ? 'Official Disability Guidelines (ODG)' : '[[source]]';
}

function severalIn(citations: readonly { readonly guideline: object | null; readonly span: { readonly start: number; readonly end: number } }[], sentence: { readonly start: number; readonly end: number }): boolean {
  return new Set(citations.filter(({ guideline, span }) => guideline && sentence.start <= span.start && span.end <= sentence.end).map(({ guideline }) => guideline)).size > 1;
}
