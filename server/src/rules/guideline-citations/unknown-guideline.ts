import type { DisputedItem } from '../../determination/model.ts';
import { catalogue } from '../../guidelines/catalogue.ts';
import type { Citation, Guideline } from '../../guidelines/guideline.ts';
import { editionInForce } from '../../guidelines/in-force.ts';
import { nearestGuidelines } from '../../guidelines/nearest.ts';
import { citedPlace, coversRegion, fittingGuidelines, foreignTitle, lineCitations, onLine, sourceFix, urDenialDate, type LineCitation } from '../common/citations.ts';
import { defineRule, type LetterContext } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

export const unknownGuideline = defineRule({
  id: 'unknown-guideline',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  summary: 'Each MTUS or ACOEM source that is cited exists, under its title and year.',
  why: 'The decision rests on the guideline it names. A title or a year that was never adopted can’t be looked up, and says that the line was not read again.',
  sources: [{ title: '8 CCR 9792.20 to 9792.27.23 (the MTUS)' }],
  leavesAlone: ['ODG, studies and other guidelines: those are sources outside of the MTUS.', 'A sentence in the line, as “The MTUS does not address scooters.”', 'A known title with a year from 2022 on, of which the catalogue may not know every edition: that is a hint only.', 'The year of ACOEM’s edition and that of the order that adopted it: both are accepted.', 'On the claims administrator’s line it is information only.', 'A placeholder of a template: `placeholder-left` speaks of that.', 'A foreign title behind a chapter’s number: `guideline-title-mismatch` speaks of that.'],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the lumbar spine: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.'],
    invalid: [{
      draft: '### MRI of the lumbar spine: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS ⟦Lower Back Complaint 2005⟧.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
      fixed: '### MRI of the lumbar spine: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Low Back Complaints 2004.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
    }],
  },
  messages: {
    unknown: ({ item, name, likely }: { item: number; name: string; likely: string | null }) =>
      `${itemName(item)} cites “${name}”, which the MTUS doesn’t have.${likely === null ? ' Look the title and year up again.' : ` Perhaps “${likely}” is meant.`}`,
    longerTitle: ({ item, name, known }: { item: number; name: string; known: string }) =>
      `${itemName(item)} cites “${name}”, a title that the MTUS doesn’t have. Make sure that “${known}” is meant, and write that.`,
    beyondCatalogue: ({ item, name }: { item: number; name: string }) =>
      `The catalogue doesn’t know an edition “${name}”. Make sure that item ${item} names the year right.`,
  },
  check: (item, context, report) => {
    for (const cited of lineCitations(item.reading)) {
      const { citation } = cited;
      const longer = longerTitle(cited);
      if (longer) report({ ...longer, severity: 'information', messageId: 'longerTitle', data: { ...longer.data, item: item.number } });
      if (citation.status !== 'unknown' || citation.text.includes('[[') || foreignTitle(cited)) continue;
      const name = citation.title ? `${citation.title.text}${citation.year ? ` ${citation.year.value}` : ''}` : citation.text;
      const candidates = likelyGuidelines(item, context, citation, name);
      const first = candidates[0];
      const start = citation.title?.span.start ?? citation.span.start;
      const end = citation.year && citation.year.span.start >= start ? citation.year.span.end : citation.title?.span.end ?? citation.span.end;
      const place = {
        span: citedPlace(cited, { start, end: Math.max(end, citation.title?.span.end ?? end) }),
        fixes: candidates.map((guideline) => sourceFix(cited, guideline, `Replace by “${titleAndYear(guideline)}”`)),
      };
      if (isBeyondCatalogue(citation)) report({ ...place, severity: 'hint', messageId: 'beyondCatalogue', data: { item: item.number, name } });
      else report({ ...place, severity: onLine(cited, 'warning'), messageId: 'unknown', data: { item: item.number, name, likely: first ? titleAndYear(first) : null } });
    }
  },
});

/** "MTUS Knee Replacement Disorders 2019": a known short title, and behind it words that make it another; null for any other citation. */
function longerTitle(cited: LineCitation) {
  const { citation: { status, title, guideline }, line } = cited;
  if (status !== 'resolved' || !title || !guideline || title.text.includes(' ')) return null;
  const more = LONGER.exec(line.prose.text.slice(title.span.end));
  if (!more) return null;
  return { span: citedPlace(cited, { start: title.span.start, end: title.span.end + more[0].length }), data: { name: `${title.text}${more[0]}`, known: guideline.title } };
}

/** Words with capitals between a part of the body and what a guideline's title ends with. */
const LONGER = /^ (?:[A-Z][a-z]{3,20} ){1,3}(?:Disorders|Complaints)\b/;

/** A known title with a year of which the catalogue doesn't know every edition. */
function isBeyondCatalogue({ alternatives, year }: Citation): boolean {
  return alternatives.length > 0 && year !== null && year.value > catalogue().editionsKnownThrough;
}

function titleAndYear({ title, year }: Guideline): string {
  return year === null ? title : `${title} ${year}`;
}

/** Guidelines of a like name in the edition in force, those first that cover the item; then what fits the item by its title. */
function likelyGuidelines(item: DisputedItem, context: LetterContext, { alternatives }: Citation, name: string): Guideline[] {
  const date = urDenialDate(context);
  const near = [...nearestGuidelines(name, date).map(({ value }) => value), ...alternatives].map((guideline) => (date === null ? guideline : editionInForce(guideline, date) ?? guideline));
  const covering = near.filter((guideline) => coversRegion(guideline, item.reading.regions));
  const fitting = fittingGuidelines(item, context).map(({ guideline }) => guideline).filter(({ family }) => family !== 'odg');
  return [...new Set([...covering, ...fitting, ...near])].slice(0, 3);
}
