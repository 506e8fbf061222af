import { allergies } from './allergies.ts';
import { changes } from './changes.ts';
import { dailyDoses } from './daily-doses.ts';
import { dates } from './dates.ts';
import { deeds } from './deeds.ts';
import type { FactReader } from './fact-messages.ts';
import { foreignDrugs } from './foreign-drugs.ts';
import { composedHistory, history } from './history.ts';
import { months } from './months.ts';
import { onlyOfClass } from './only-of-class.ts';
import { pain } from './pain.ts';
import { paired } from './paired.ts';
import { presence } from './presence.ts';
import { since } from './since.ts';
import { strengths } from './strengths.ts';
import { values } from './values.ts';
import { visits } from './visits.ts';

/** Every way in which a rationale tells the patient's history otherwise than the summary; the surest first, since words that one has found are left alone by the others. */
export const factReaders: readonly FactReader[] = [
  history, composedHistory, deeds, presence, values, pain, dates, months, changes, since, foreignDrugs, visits, onlyOfClass, allergies, strengths, dailyDoses, paired,
];
