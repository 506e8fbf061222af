import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/guidelines/catalogue.ts';
import { formatCitation } from '../../server/src/guidelines/format.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { citationOf, renderTemplate, templates, type RationaleTemplate } from '../../server/src/snippets/templates.ts';
import { findingsIn } from '../rules/findings.ts';

type Decision = 'Upheld' | 'Overturned';

const inUse = rules.filter((rule) => !rule.offByDefault);

/** The day of a decision for a denial of that day. */
function threeMonthsAfter(date: string): string {
  return new Date(Date.parse(date) + 90 * 86_400_000).toISOString().slice(0, 10);
}

/** A letter whose only item is argued with a template as it stands, its facts taken over and its citation in the guideline line. */
function letterWith(template: RationaleTemplate, decision: Decision, date: string): string | null {
  const region = template.regions?.[0] ?? 'knee';
  const title = `${(template.title.split(/[,:]/)[0] ?? '')} for the ${region.replace('-', ' ')}`;
  const citation = citationOf(template, date, [region]);
  const guideline = citation && catalogue().byId.get(citation.guidelineId);
  if (!guideline) return null;
  const rationale = renderTemplate(template, { title, decision, date, regions: [region], format: 'plain' }).replace(/\[\[|\]\]/g, '');
  return [
    `---\ncase-number: CM16-0000001\ndate-of-injury: 2012-01-02\nur-denial-date: ${date}\ndecision-date: ${threeMonthsAfter(date)}\n---`,
    '# Independent Medical Review Final Determination',
    '## How the IMR Final Determination Was Made', 'The reviewer is licensed in California.',
    '## Clinical Case Summary', 'This 45 year-old injured worker was injured on January 2, 2012.',
    '## IMR Issues, Decisions and Rationales',
    `### ${title}: ${decision}`,
    '**Claims Administrator guideline:** The Claims Administrator did not cite any medical evidence for its decision.',
    `**MAXIMUS guideline:** ${formatCitation(guideline, citation)}`,
    `**Decision rationale:** ${rationale}\n`,
  ].join('\n\n');
}

describe('a letter argued with a template', () => {
  for (const template of templates) {
    it(`${template.id} gives no rule anything to say`, () => {
      for (const date of ['2013-10-22', '2016-12-01', '2019-05-01']) {
        for (const decision of ['Upheld', 'Overturned'] as const) {
          const letter = letterWith(template, decision, date);
          if (letter === null) continue;
          const findings = findingsIn(letter, inUse).map(({ ruleId, message }) => `${ruleId}: ${message}`);
          assert.deepEqual(findings, [], `${decision} ${date}\n${letter}`);
        }
      }
    });
  }
});
