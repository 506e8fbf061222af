import { nearestSections } from '../../guidelines/nearest.ts';
import type { CitedSection, Guideline } from '../../guidelines/guideline.ts';
import { guidelinesWithSection } from '../../guidelines/lookup.ts';
import { citedPlace, fittingGuidelines, lineCitations, onLine } from '../common/citations.ts';
import { defineRule, type Fix, type LetterContext } from '../engine/rule.ts';
import type { DisputedItem } from '../../determination/model.ts';
import { itemName } from '../common/wording.ts';

export const unknownSection = defineRule({
  id: 'unknown-section',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  summary: 'A cited section is one that the cited guideline has.',
  why: 'A section of another guideline, or a misspelt one, leads the reader to a page that isn’t there.',
  sources: [{ title: 'The guidelines’ tables of contents, and the sections that published letters cite' }],
  leavesAlone: [
    'A slip of the pen that leaves no doubt which section is meant, and the first words of a longer title.',
    'A bare number (“Section(s): 326”), which is an artefact of the form.',
    'Editions whose sections the catalogue doesn’t know, as those of ACOEM since 2017. Of an edition that it knows in part it speaks only where a section is misspelt, or another guideline’s; where it knows a hundred and none is alike, that is information.',
    'Parts that any guideline may have: an introduction, a summary, recommendations.',
    'On the claims administrator’s line it is information at most.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['### MRI of the left shoulder: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.'],
    invalid: [{
      draft: '### MRI of the left shoulder: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004, Section(s): ⟦Special Imaging Studies⟧.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
      fixed: '### MRI of the left shoulder: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.\n\n**Decision rationale:** The ACOEM guidelines ask for red flags, and the file has none. Therefore, the MRI is not medically necessary.',
    }],
  },
  messages: {
    unknown: ({ item, section, guideline, likely }: { item: number; section: string; guideline: string; likely: string | null }) =>
      `${itemName(item)} cites the section “${section}”, which “${guideline}” doesn’t have.${likely === null ? '' : ` Perhaps “${likely}” is meant.`}`,
    unheardOf: ({ item, section, guideline }: { item: number; section: string; guideline: string }) =>
      `${itemName(item)} cites the section “${section}”, and no known section of “${guideline}” is called anything like it. Look it up once more.`,
  },
  check: (item, context, report) => {
    for (const cited of lineCitations(item.reading)) {
      const { guideline, status, sections } = cited.citation;
      if (!guideline || status !== 'resolved') continue;
      for (const section of sections) {
        if (section.section || !/[a-z]{3}/i.test(section.text) || isAsGood(guideline, section.text)) continue;
        const near = nearestSections(guideline, section.text);
        if (!isSure(guideline, section, near[0]?.likeness ?? 0)) {
          if (near.length === 0 && isUnheardOf(guideline, section)) {
            report({ span: citedPlace(cited, section.span), severity: 'information', messageId: 'unheardOf', data: { item: item.number, section: section.text, guideline: guideline.title } });
          }
          continue;
        }
        const meant = near.filter(({ likeness }) => likeness > 0.5).map(({ value }) => value.title);
        const names = [...new Set([...meant, ...fittingSections(item, context, guideline), ...near.map(({ value }) => value.title)])].slice(0, 3);
        report({
          span: citedPlace(cited, section.span),
          severity: onLine(cited, 'warning'),
          messageId: 'unknown',
          data: { item: item.number, section: section.text, guideline: guideline.title, likely: meant[0] ?? null },
          fixes: names.map((newText): Fix => ({ title: `Replace by “${newText}”`, applicability: 'suggestion', edits: [{ span: citedPlace(cited, section.span), newText }] })),
        });
      }
    }
  },
});

/** Parts that any guideline may have. */
const OF_ANY: ReadonlySet<string> = new Set([
  'introduction', 'summary', 'overview', 'background', 'definitions', 'general approach', 'recommendations', 'summary of recommendations',
]);

/** Sure where all sections are known, where a known one is misspelt, and where only another guideline has a section of that name. */
function isSure(guideline: Guideline, { text }: CitedSection, likeness: number): boolean {
  if (guideline.sectionsKnown === 'none' || OF_ANY.has(text.toLowerCase())) return false;
  if (guideline.sectionsKnown === 'all' || likeness >= 0.8) return true;
  return guidelinesWithSection(text).some(({ family }) => family !== guideline.family);
}

/** So many sections of an edition known in part make it unlikely that one is missing whose name resembles none of them. */
const NEARLY_ALL = 100;

function isUnheardOf({ sections, sectionsKnown }: Guideline, { text }: CitedSection): boolean {
  return sectionsKnown === 'some' && sections.length >= NEARLY_ALL && !OF_ANY.has(text.toLowerCase());
}

/** "Antiepilepsy drugs (AEDs)" for "Antiepilepsy drugs (AEDs) for pain", or more words than the title has, leave no doubt. */
function isAsGood({ sections }: Guideline, text: string): boolean {
  const cited = wordsOf(text);
  return sections.some(({ title }) => {
    const words = wordsOf(title);
    return (cited.includes(' ') && words.startsWith(`${cited} `)) || (words.includes(' ') && cited.startsWith(`${words} `));
  });
}

function wordsOf(text: string): string {
  return text.toLowerCase().match(/[a-z0-9]+/g)?.join(' ') ?? '';
}

function fittingSections(item: DisputedItem, context: LetterContext, guideline: Guideline): string[] {
  return fittingGuidelines(item, context).flatMap((ranked) => (ranked.guideline === guideline && ranked.section ? [ranked.section.title] : []));
}
