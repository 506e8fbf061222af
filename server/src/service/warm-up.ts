import { rules } from '../rules/rules.ts';
import { defaultSettings } from '../settings/settings.ts';
import { createChecker } from './checker.ts';
import { openSource } from './source.ts';

/** Fictional, and as short as a letter can be that has something of everything. */
const LETTER = `---
case-number: CM00-0000000
ur-denial-date: 2017-01-05
---

## Clinical Case Summary

The injured worker is a 44 year old male with pain of the left knee.

## IMR Issues, Decisions and Rationales

### Walking cane for the left knee, #1: Upheld

**MAXIMUS guideline:** Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care.

**Decision rationale:** The MTUS is silent on canes. No limp was noted on 12/01/2016. Therefore, the request for a cane is not medically necessary.
`;

/** Has the vocabularies and the catalogue built, which takes a tenth of a second, before the first letter comes. */
export function warmUp(): void {
  createChecker(defaultSettings(rules)).start()(openSource(LETTER, 'markdown'));
}
