import { rules } from '../rules/rules.ts';
import { defaultSettings } from '../settings/settings.ts';
import { createChecker } from './checker.ts';
import { editSource, openSource } from './source.ts';

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

### Norco 10/325 mg #60: Upheld

**Claims Administrator guideline:** Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Chronic pain programs, opioids.

**MAXIMUS guideline:** Decision based on MTUS Opioid Treatment 2016. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain.

**Decision rationale:** The MTUS opioid guidelines and the Official Disability Guidelines ask for gains in pain and function before an opioid is
renewed. The injured worker has taken Norco since March 2016 and reports pain of seven in ten with it and without. On examination of 12/01/2016
there was tenderness of the left knee with full motion, and no weakness. He has not gone back to work. The records hold no agreement, and
ibuprofen was not tried again. A gradual taper under the treating physician is advised. Therefore, the request for Norco 10/325 mg #60 is
not medically necessary.
`;

/** What is typed, and how often: a runtime compiles code well once it has run some hundred times. */
const TYPED = ' The gait was steady on 12/01/2016, with no limp.';
const KEYS = 200;

/**
 * Writes in a fictional letter, a keystroke a step. The first step has the vocabularies and the catalogue built; the others have the way of
 * a keystroke compiled, so that the reviewer's first letters come as fast as all later ones.
 */
export function* practise(): Generator<void> {
  const check = createChecker(defaultSettings(rules)).start();
  let source = openSource(LETTER, 'markdown');
  check(source);
  const start = LETTER.indexOf(' A gradual taper');
  for (let key = 0; key < KEYS; key++) {
    yield;
    source = editSource(source, { start: start + key, end: start + key, newText: TYPED[key % TYPED.length] ?? ' ' });
    check(source);
  }
}
