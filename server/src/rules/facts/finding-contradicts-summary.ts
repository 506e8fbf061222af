import { findSides, type Side } from '../../vocabulary/sides.ts';
import { findFindings, type ClinicalFinding } from '../../vocabulary/findings.ts';
import { findRegionGroups, findRegions, type RegionId } from '../../vocabulary/regions.ts';
import type { ItemReading, PassageReading } from '../../determination/model.ts';
import { sourceSpan } from '../../determination/prose.ts';
import { withoutQuotations } from '../../determination/quotations.ts';
import { span, type Span } from '../../markdown/span.ts';
import { inSentences } from '../shared/in-sentences.ts';
import { keptBy, placeInWords, summaryOf } from '../engine/own-words.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../shared/wording.ts';

/** A sign that a text says is there, or is not. Span: in the text. */
interface Sign {
  readonly finding: ClinicalFinding;
  readonly regions: readonly RegionId[];
  readonly sides: readonly Side[];
  readonly span: Span;
}

/** A denial with at most three words before what it denies. */
const DENIAL = /\b(?:no|without|(?:a )?(?:lack|absence) of|negative for|(?:did|does|do) not (?:have|show|reveal|demonstrate))(?: (?!significant|severe|marked|major|gross|progress|new|worsen|increas|additional|further|other|recurr|residual|persist|clear|frank|true|definite|objective|improv|change|reduction|decrease|relief|resolution|longer|more|indication|or\b|and\b|but\b|need|plan|mention|discussion|subjective|complaint)[a-z-]+){0,3} $/i;
/** A quick no for sentences without one. */
const DENIES = /\b(?:no|not|without|lack|absence|negative)\b/i;
/** What may follow, so that the denial isn't narrowed to something that the summary may not mean. */
const PLAIN_END = /^(?:[.;,)]|$| (?:noted|documented|reported|found|seen|present|recorded|on|upon|or|and|was|were|during)\b| (?:of|in|at|over) (?:the )?(?:left |right )?(?:neck|(?:cervical|thoracic|lumbar) spine|low back|shoulder|elbow|wrist|hip|knee|ankle)(?:[.;,]|$| (?:noted|documented|on)\b))/;
/** A sentence about guidelines or a condition, not about this patient. */
const GENERAL = /\b(?:guidelines?|MTUS|ACOEM|ODG|recommend\w*|if|when|unless|should|patients (?:with|who)|criteria|indicated for|in the absence of|absence of red flags)\b/i;
/** The summary's sentence tells of an examination … */
const EXAMINED = /\b(?:exam\w*|objective|palpat\w*|reveal\w*|demonstrat\w*|show\w*|noted|found|findings?|positive for|there (?:is|was|were|are))\b/i;
/** … and not of a complaint, a plan, the history or the utilization review. */
const NOT_EXAMINED = /\b(?:complain\w*|reports?|reported|subjective\w*|stated|states|history|diagnos\w*|plan|request\w*|prescri\w*|recommend\w*|medications?|determination|utilization|UR|denied|certif\w*|medically necessary|resolved|improv\w*)\b/i;
const NEGATED = /\b(?:no|not|non|without|den(?:y|ies|ied)|negative|absent|absence|lack\w*|nor|neither|none|free of|normal|rule out|r\/o|possible|questionable|unremarkable|minimal|resolv\w*)\b/i;

const assertedIn = keptBy(({ prose, sentences }: PassageReading) => {
  const own = withoutQuotations(prose.text);
  let regions: readonly RegionId[] = [];
  const asserted: Sign[] = [];
  const negated = new Set<string>();
  for (const sentence of sentences) {
    const words = own.slice(sentence.start, sentence.end);
    const named = regionsOf(words);
    if (named.length > 0) regions = named;
    if (NOT_EXAMINED.test(words)) continue;
    for (const sign of signsIn(words, regions)) {
      const near = words.slice(Math.max(0, sign.span.start - 60), sign.span.end + 30);
      if (NEGATED.test(near)) negated.add(sign.finding.id);
      else if (EXAMINED.test(words)) asserted.push({ ...sign, span: span(sentence.start + sign.span.start, sentence.start + sign.span.end) });
    }
  }
  return asserted.filter(({ finding }) => !negated.has(finding.id));
});

/** The signs that a sentence says are not there. Span: from the denial to the sign. */
const denials = inSentences((words) => {
  if (!DENIES.test(words) || GENERAL.test(words)) return [];
  const named = regionsOf(words);
  return signsIn(words, named)
    .filter((sign) => DENIAL.test(words.slice(0, sign.span.start)) && PLAIN_END.test(words.slice(sign.span.end)))
    .map((sign) => ({ ...sign, span: span(DENIAL.exec(words.slice(0, sign.span.start))?.index ?? sign.span.start, sign.span.end) }));
});

/** Where a sentence doesn't say of which region, the item's is meant. */
function deniedIn({ rationale, regions }: ItemReading): Sign[] {
  return rationale ? denials(rationale.prose).map((sign) => (sign.regions.length > 0 ? sign : { ...sign, regions: regions as readonly RegionId[] })) : [];
}

export const findingContradictsSummary = defineRule({
  id: 'finding-contradicts-summary',
  family: 'facts',
  scope: 'item',
  severity: 'warning',
  summary: 'The rationale doesn’t deny a finding that the case summary reports.',
  why: 'A denial for “lack of spasm” when the summary of the same letter reports spasm is a plainly erroneous finding of fact, and an appeal was won on one.',
  sources: [{ title: 'Labor Code 4610.6(h)(5)' }, { title: '1 of 65 published letters of 12/2016 to 3/2017' }],
  leavesAlone: [
    'Anything but signs of an examination: complaints, diagnoses and tests are weighed, not contradicted.',
    'A qualified denial (“no significant weakness”, “no progressive deficit”, “no numbness in a dermatome”).',
    'A sign of another region or side, a sign that the summary denies elsewhere, and what the summary tells of complaints, plans and the UR decision.',
    'Denials that stand more than three words before the sign, and sentences on what guidelines ask for.',
  ],
  examples: {
    valid: ['## Clinical Case Summary\n\nThe examination of the left knee revealed swelling.\n\n### Walking cane: Upheld\n\n**Decision rationale:** There is no swelling of the right knee. Therefore, a cane is not medically necessary.'],
    invalid: [{ draft: '## Clinical Case Summary\n\nThe examination of the left knee revealed swelling and a limp.\n\n### Walking cane for the left knee: Upheld\n\n**Decision rationale:** There was ⟦no swelling⟧ noted on examination. Therefore, a cane is not medically necessary.' }],
  },
  messages: {
    contradicted: ({ item, finding }: { item: number; finding: string }) =>
      `${itemName(item)} says that there is no ${finding}, but the case summary reports it. Correct the one that is wrong, or say what makes the difference.`,
  },
  about(determination) {
    const summary = summaryOf(determination);
    return summary && assertedIn(summary.reading).length > 0 ? summary : null;
  },
  check(item, _, report, summary) {
    const { rationale } = item.reading;
    if (!summary || !rationale) return;
    const asserted = assertedIn(summary.reading);
    for (const denied of deniedIn(item.reading)) {
      const contradicted = asserted.find((sign) => isSame(sign, denied));
      if (!contradicted) continue;
      report({
        span: sourceSpan(rationale.prose, denied.span),
        messageId: 'contradicted',
        data: { item: item.number, finding: denied.finding.name },
        related: [{ span: placeInWords({ prose: summary.reading.prose, start: summary.start }, contradicted.span), of: null, message: `The summary reports ${denied.finding.name}` }],
      });
    }
  },
});

function signsIn(sentence: string, regions: readonly RegionId[]): Sign[] {
  const found = findFindings(sentence).filter(({ value }) => value.kind === 'sign');
  if (found.length === 0) return [];
  const sides = [...new Set(findSides(sentence).map(({ value }) => value))];
  return found.map(({ value, span: place }) => ({ finding: value, regions, sides, span: place }));
}

function regionsOf(sentence: string): RegionId[] {
  return [...new Set([...findRegions(sentence).map(({ value }) => value), ...findRegionGroups(sentence).flatMap(({ value }) => value.regions)])];
}

/** The same sign at the same place. Where one of the two doesn't say which side or region, the other's is meant. */
function isSame(one: Sign, other: Sign): boolean {
  return one.finding.id === other.finding.id && overlap(one.regions, other.regions)
    && (one.sides.includes('bilateral') || other.sides.includes('bilateral') || overlap(one.sides, other.sides));
}

function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((each) => other.includes(each));
}
