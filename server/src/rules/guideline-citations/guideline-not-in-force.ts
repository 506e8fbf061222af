import { isBeyondHorizon } from '../../guidelines/horizon.ts';
import { editionInForce, inForceOn, isSurelyOut } from '../../guidelines/in-force.ts';
import type { Guideline } from '../../guidelines/guideline.ts';
import { citedPlace, lineCitations, onLine, sourceFix, urDenialDate } from '../common/citations.ts';
import { defineRule } from '../engine/rule.ts';
import { itemName } from '../common/wording.ts';

/** Days after a change of editions in which both are met in practice (requests of before the change are decided after it). */
const BAND = 14;

/** Dates as in ISO 8601; `since` is that of the change of editions, where it is known. */
type OutOfForce = { readonly item: number; readonly guideline: string; readonly since: string | null; readonly denied: string; readonly instead: string | null };

export const guidelineNotInForce = defineRule({
  id: 'guideline-not-in-force',
  family: 'guideline-citations',
  scope: 'item',
  severity: 'warning',
  summary: 'The edition that is cited was in force when utilization review denied the request.',
  why: 'The MTUS is presumed correct in the version that governs the request. A superseded edition, or one not yet adopted, does not carry the decision.',
  sources: [{ title: 'Labor Code 4604.5' }, { title: '8 CCR 9792.20 to 9792.24.7, with the dates of their orders' }],
  leavesAlone: [
    'Letters that don’t give the UR denial date.',
    'Guidelines whose end is disputed (acupuncture, postsurgical), and days on which it isn’t known for certain whether one was in force.',
    'Within 14 days of a change, and on the claims administrator’s line, it is information only.',
  ],
  fixable: 'suggestion',
  examples: {
    valid: ['---\ncase-number: CM17-0000001\nur-denial-date: 2017-02-01\n---\n\n### TENS unit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2016.'],
    invalid: [{
      draft: '---\ncase-number: CM17-0000001\nur-denial-date: 2017-02-01\n---\n\n### TENS unit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS ⟦Chronic Pain Medical Treatment 2009⟧.\n\n**Decision rationale:** The Chronic Pain Medical Treatment Guidelines ask for a trial of one month, and none is recorded. Therefore, the unit is not medically necessary.',
      fixed: '---\ncase-number: CM17-0000001\nur-denial-date: 2017-02-01\n---\n\n### TENS unit: Upheld\n\n**MAXIMUS guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2016.\n\n**Decision rationale:** The Chronic Pain Medical Treatment Guidelines ask for a trial of one month, and none is recorded. Therefore, the unit is not medically necessary.',
    }],
  },
  messages: {
    superseded: ({ item, guideline, since, denied, instead }: OutOfForce) =>
      `${itemName(item)} cites “${guideline}”, which was superseded ${since === null ? 'before' : `after ${since}`}; utilization review denied the request on ${denied}.${inForce(instead, denied)}`,
    notYet: ({ item, guideline, since, denied, instead }: OutOfForce) =>
      `${itemName(item)} cites “${guideline}”, which ${since === null ? 'has not been adopted' : `took effect only on ${since}`}; utilization review denied the request on ${denied}.${inForce(instead, denied)}`,
  },
  check: (item, context, report) => {
    const date = urDenialDate(context);
    if (date === null) return;
    for (const cited of lineCitations(item.reading)) {
      const { guideline, status, title, year, span } = cited.citation;
      if (!guideline || status !== 'resolved' || guideline.family === 'odg') continue;
      const force = inForceOn(guideline, date);
      // A name without its year may mean the edition of the day.
      if (!isSurelyOut(guideline, date) || (force.status === 'not-yet' && year === null)) continue;
      const instead = editionInForce(guideline, date);
      const near = force.days !== null && force.days <= BAND;
      const start = title?.span.start ?? span.start;
      report({
        span: citedPlace(cited, { start, end: Math.max(title?.span.end ?? span.end, year?.span.end ?? 0) }),
        severity: near ? 'information' : onLine(cited, 'warning'),
        messageId: force.status === 'superseded' ? 'superseded' : 'notYet',
        data: { item: item.number, guideline: nameOf(guideline), since: force.change, denied: date, instead: instead && instead !== guideline ? nameOf(instead) : null },
        fixes: instead && instead !== guideline ? [sourceFix(cited, instead, `Replace by “${nameOf(instead)}”`)] : [],
      });
    }
  },
});

/** Beyond what the catalogue knows there may be a newer one. */
function inForce(instead: string | null, denied: string): string {
  if (instead === null) return '';
  return isBeyondHorizon(denied) ? ` The newest that is known here is “${instead}”.` : ` In force was “${instead}”.`;
}

function nameOf({ title, year }: Guideline): string {
  return year === null ? title : `${title} ${year}`;
}
